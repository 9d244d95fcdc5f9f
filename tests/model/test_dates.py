import datetime as dt

from dragoman.model import Dates


def test_a_month_ends_on_its_last_day() -> None:
    assert Dates.month(2016, 2).end == dt.date(2016, 2, 29)


def test_intervals_overlap_when_a_day_lies_in_both() -> None:
    assert Dates.month(2018, 9).overlaps(Dates.day(dt.date(2018, 9, 30)))
    assert not Dates.month(2018, 9).overlaps(Dates.day(dt.date(2018, 10, 1)))


def test_an_open_end_reaches_for_ever() -> None:
    since = Dates(start=dt.date(2017, 1, 1), end=None, precision="range")
    assert since.overlaps(Dates.year(2040))
    assert str(since) == "2017-01-01/.."


def test_intervals_are_written_as_short_as_they_can_be() -> None:
    assert str(Dates.year(2017)) == "2017"
    assert str(Dates.month(2017, 3)) == "2017-03"
    assert str(Dates.day(dt.date(2017, 3, 4))) == "2017-03-04"
