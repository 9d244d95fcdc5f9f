import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Dates
from dragoman.web.binning import MOST_SERIES, REST, bins


def day(text: str) -> Dates:
    return Dates.day(dt.date.fromisoformat(text))


def test_a_few_weeks_are_counted_by_day_and_years_by_month() -> None:
    near = bins([(day("2019-03-04"), "a"), (day("2019-03-06"), "a")])
    far = bins([(day("2019-03-04"), "a"), (day("2021-03-06"), "a")])
    assert (near.unit, near.items[0].period) == ("day", "2019-03-04")
    assert (far.unit, far.items[0].period) == ("month", "2019-03")


def test_what_is_not_known_to_the_period_is_drawn_in_none() -> None:
    found = bins([(day("2019-03-04"), "a"), (Dates.month(2019, 3), "a"), (None, "a")])
    assert found.unit == "day"
    assert (found.total, found.unplaced) == (1, 2)


def test_series_beyond_the_palette_are_taken_together() -> None:
    names = [f"s{k}" for k in range(12)]
    found = bins((day("2019-03-04"), name) for k, name in enumerate(names) for _ in range(20 - k))
    assert found.series == (*names[:MOST_SERIES], REST)
    assert sum(item.count for item in found.items) == found.total


def test_the_table_holds_what_is_drawn() -> None:
    found = bins([(day("2019-03-04"), "a"), (day("2019-03-04"), "b"), (day("2019-03-05"), "a")])
    assert found.table() == [("2019-03-04", [1, 1], 2), ("2019-03-05", [1, 0], 1)]


@given(st.lists(st.tuples(st.none() | st.dates().map(Dates.day), st.sampled_from("abc"))))
def test_nothing_is_lost(things: list[tuple[Dates | None, str]]) -> None:
    found = bins(things)
    assert found.total + found.unplaced + found.outside == len(things)
    assert sum(total for _, _, total in found.table()) == found.total
