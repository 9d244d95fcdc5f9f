import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.learned.tags import (
    BEGIN,
    END,
    INSIDE,
    OUTSIDE,
    SINGLE,
    TAGS,
    best_paths,
    decode,
    tag,
    untag,
)

NO_TRANSITIONS = np.zeros((1, TAGS, TAGS), dtype=np.float32)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=6))
def test_untag_undoes_tag(gaps_and_lengths: list[tuple[int, int]]) -> None:
    spans, place = [], 0
    for gap, length in gaps_and_lengths:
        spans.append((place + gap, place + gap + length))
        place += gap + length + 1
    assert untag(tag(spans, place)) == spans


def scores(*wanted: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Pieces x one row x tags, with the wanted tags a little ahead."""
    table = np.zeros((len(wanted), 1, TAGS), dtype=np.float32)
    table[np.arange(len(wanted)), 0, wanted] = 1.0
    return table


def test_the_best_path_is_legal_where_the_best_tags_are_not() -> None:
    (path,) = best_paths(scores(OUTSIDE, INSIDE, END, OUTSIDE)[:, None], NO_TRANSITIONS)
    assert path == [OUTSIDE, BEGIN, END, OUTSIDE]


def test_spans_do_not_depend_on_what_is_decoded_beside_them() -> None:
    short = scores(OUTSIDE, SINGLE, OUTSIDE)
    long = scores(*[OUTSIDE, BEGIN, *[INSIDE] * 20, END, OUTSIDE])
    assert decode([long, short], NO_TRANSITIONS)[1] == decode([short], NO_TRANSITIONS)[0]


def test_the_marks_around_a_text_are_never_in_a_span() -> None:
    assert decode([scores(SINGLE, OUTSIDE, SINGLE)], NO_TRANSITIONS) == [[[]]]
