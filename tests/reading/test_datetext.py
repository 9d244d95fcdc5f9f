import datetime as dt

import pytest

from dragoman.model import Span
from dragoman.reading.datetext import PrintedDate, printed_dates


def found(text: str) -> list[PrintedDate]:
    return list(printed_dates(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2017-01-25 Back to Main page", dt.date(2017, 1, 25)),
        ("By AFP - Dec 08,2017", dt.date(2017, 12, 8)),
        ("Wednesday, November 28th 2018", dt.date(2018, 11, 28)),
        ("Updated 31 October 2017", dt.date(2017, 10, 31)),
        ("Date: Sep 4, 2018", dt.date(2018, 9, 4)),
        ("MON 25 - 11 - 2024", dt.date(2024, 11, 25)),
        ("Last updated at Aug 012016 TARSK", dt.date(2016, 8, 1)),
        ("03.10.2017", dt.date(2017, 10, 3)),
        ("3 JAN 90 -- [TEXT]", dt.date(1990, 1, 3)),
        ("the 1st of May 2019", dt.date(2019, 5, 1)),
    ],
)
def test_a_printed_date_is_read(text: str, day: dt.date) -> None:
    (date,) = found(text)
    assert date.certain == day


def test_a_date_that_can_be_read_in_two_ways_keeps_both() -> None:
    (date,) = found("04/09/2018")
    assert date.days == (dt.date(2018, 9, 4), dt.date(2018, 4, 9))
    assert date.certain is None


def test_its_weekday_decides_between_two_readings() -> None:
    (date,) = found("Tuesday 04/09/2018")
    assert date.certain == dt.date(2018, 9, 4)


def test_a_date_without_a_year_keeps_day_and_month() -> None:
    (date,) = found("MOSCOW, January 25.")
    assert (date.month, date.day, date.days) == (1, 25, ())


@pytest.mark.parametrize("text", ["31 February 2018", "40-50-2018", "version 1.2.2018.4", "May"])
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert not [date for date in found(text) if date.days]
