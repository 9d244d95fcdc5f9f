"""Groups that never join what was set apart."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolution.grouping import Groups

IDS = "abcdefgh"
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12)


@given(PAIRS, st.sets(st.sampled_from(IDS)), PAIRS)
def test_ids_kept_distinct_are_as_if_each_pair_of_them_was_set_apart(
    before: list[tuple[str, str]], distinct: set[str], after: list[tuple[str, str]]
) -> None:
    one, other = Groups(IDS), Groups(IDS)
    for a, b in before:
        one.join(a, b)
        other.join(a, b)
    one.keep_distinct(distinct)
    for a, b in combinations(sorted(distinct), 2):
        other.forbid(a, b)
    for a, b in after:
        assert one.may_join(a, b) == other.may_join(a, b)
        assert one.join(a, b) == other.join(a, b)
    assert one.members() == other.members()
