from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.times_calendar import add, add_months, dates_of, interval, value_at

days = st.dates(min_value=dt.date(1400, 1, 1), max_value=dt.date(2400, 1, 1))


@given(days, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_the_value_of_a_day_names_an_interval_that_holds_it(day: dt.date, unit: str) -> None:
    found = interval(value_at(day, unit))
    assert found is not None
    assert found[0] <= day <= found[1]


@given(days, st.integers(-500, 500))
def test_months_forth_and_back_stay_in_the_month(day: dt.date, months: int) -> None:
    back = add_months(add_months(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)


def test_a_move_out_of_the_calendar_is_none() -> None:
    assert add(dt.date(2018, 1, 1), 99_999, "CE") is None
    assert add(dt.date(2018, 1, 1), 10**9, "D") is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2018-09-01", "2018-09-01"),
        ("2018-10", "2018-10"),
        ("2018", "2018"),
        ("2018-Q2", "2018-04-01/2018-06-30"),
        ("2018-WI", "2018-12-01/2019-02-28"),
        ("2018-W36-WE", "2018-09-08/2018-09-09"),
        ("199X", "1990-01-01/1999-12-31"),
        ("19", "1900-01-01/1999-12-31"),
    ],
)
def test_a_value_names_its_days(value: str, written: str) -> None:
    assert str(dates_of(value)) == written


@pytest.mark.parametrize("value", ["P3M", "PAST_REF", "2018-02-30", "XXXX-10", "2018-W60", "0000"])
def test_a_value_without_days_is_none(value: str) -> None:
    assert dates_of(value) is None
