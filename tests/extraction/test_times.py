from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from dragoman.extraction.times import Times, report_day, times_of
from dragoman.extraction.times_moment import Story
from dragoman.language import parse
from dragoman.model import Dates, Extract, Report, Span, TimeMention

# A Wednesday.
DAY = dt.date(2018, 11, 28)


def report_of(text: str, day: dt.date | None = DAY) -> Report:
    published = None if day is None else Dates.day(day)
    body = (Span(0, len(text)),)
    return Report(id="r", source="r", sha256="", text=text, body=body, published=published)


def read(text: str, day: dt.date | None = DAY) -> list[TimeMention]:
    report = report_of(text, day)
    return times_of(parse(report), report)


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("The army said on Monday that it had left.", "2018-11-26"),
        ("The army said on Wednesday that it had left.", "2018-11-28"),
        ("The envoys will meet on Friday.", "2018-11-30"),
        ("The union called a strike for Friday.", "2018-11-30"),
        ("The attack on New Year's Day killed three.", "2018-01-01"),
        ("On Good Friday 2016 they met.", "2016-03-25"),
        ("They left in Easter week.", "2018-03-26/2018-04-01"),
        ("The week before last, shells fell.", "2018-11-12/2018-11-18"),
        ("The Monday before last, shells fell.", "2018-11-19"),
        ("A week ago Monday, shells fell.", "2018-11-19"),
        ("Two bombs exploded a few minutes ago.", "2018-11-28"),
        ("On the 15th of this month, he was shot.", "2018-11-15"),
        ("The army attacked between Nov. 12 and 14.", "2018-11-12/2018-11-14"),
        ("Residents recalled Tuesdays strike on the town.", "2018-11-27"),
        ("In the autumn he left.", "2018-09-01/2018-11-30"),
        ("In the first days of November it fell.", "2018-11-01/2018-11-10"),
        ("In the month of August he left.", "2018-08"),
        ("He spoke of the September 11 attacks.", "2001-09-11"),
        ("They met before the summit on Dec. 5-6.", "2018-12-05/2018-12-06"),
        ("Unions called off the strike planned for Friday.", "2018-11-30"),
        ("They cancelled a march planned for Tuesday.", "2018-11-27"),
        ("He recalled the December 12 attack.", "2017-12-12"),
        ("It was agreed at the summit in Tarsk in January.", "2018-01"),
        ("He was jailed for Friday's attack.", "2018-11-23"),
        ("The envoys are due to meet on Monday.", "2018-12-03"),
        ("The strike carried out Saturday hit a depot.", "2018-11-24"),
        ("The League announced last week that it would act.", "2018-11-19/2018-11-25"),
        ("Last month the rebels agreed.", "2018-10"),
        ("In October the rebels agreed.", "2018-10"),
        ("In January, both sides agreed to talk.", "2018-01"),
        ("Karvelia will host the summit on Dec. 7.", "2018-12-07"),
        ("The truce was based on the December 29 agreement.", "2018-12-29"),
        ("The panel should be ready by the end of this year.", "2018-12-01/2018-12-31"),
        ("The envoy came during a mid-October visit.", "2018-10-11/2018-10-20"),
        ("The raids began in September 2015.", "2015-09"),
        ("They met early 2017 in Tarsk.", "2017-01-01/2017-05-01"),
        ("The war began in the 1990s.", "1990-01-01/1999-12-31"),
        ("The meeting ended yesterday in Tarsk.", "2018-11-27"),
        ("They came back three days ago.", "2018-11-25"),
        ("The siege began a year ago.", "2017"),
        ("Shelling killed two people overnight.", "2018-11-27/2018-11-28"),
        ("They fought between 3 and 7 May.", "2018-05-03/2018-05-07"),
        ("The rebels held it from January to March.", "2018-01-01/2018-03-31"),
        ("The rebels must leave within 48 hours.", "2018-11-28/2018-11-30"),
        ("He left in the summer of 2016.", "2016-06-01/2016-08-31"),
        ("He ordered that arms be handed over until Dec. 13.", "2018-12-13"),
        ("The talks were to open on Tuesday in Tarsk.", "2018-11-27"),
        ("The talks were to open on Friday in Tarsk.", "2018-11-30"),
        ("The council imposed a curfew until March.", "2019-03"),
        ("The truce held until March.", "2018-03"),
        ("The council agreed on elections in February.", "2019-02"),
        ("In February the council agreed on elections.", "2018-02"),
        ("The factions extended the truce to Jan. 20.", "2019-01-20"),
        ("The envoy promised a report on the killings by Friday.", "2018-11-30"),
        ("The army moved out in the early hours of Monday.", "2018-11-26"),
        ("It was signed on the night of Friday, Oct. 26.", "2018-10-26"),
        ("It took place in the first week of October.", "2018-10-01/2018-10-07"),
        ("It is the third day of the truce.", "2018-11-28"),
    ],
)
def test_an_expression_is_resolved_against_the_day_of_the_report(sentence: str, dates: str) -> None:
    assert [str(mention.dates) for mention in read(sentence)] == [dates]


def test_the_december_before_is_meant_in_january() -> None:
    (mention,) = read("The truce was based on the December 29 agreement.", dt.date(2017, 1, 25))
    assert str(mention.dates) == "2016-12-29"


def test_a_later_expression_reckons_from_an_earlier_one() -> None:
    first, second = read(
        "The rebels took Tarsk on March 3, 2014. A day earlier the mayor had fled."
    )
    assert (str(first.dates), str(second.dates)) == ("2014-03-03", "2014-03-02")
    mentions = read("The war began in 2011. That year thousands fled.")
    assert [mention.value for mention in mentions] == ["2011", "2011"]


def test_what_comes_next_in_a_story_of_long_ago_is_not_reckoned_from_the_report() -> None:
    _, mention = read("He took office in 1965 and spent the next five decades in parliament.")
    assert (mention.value, mention.dates) == ("P50Y", None)


def test_a_time_of_the_clock_is_of_the_day_of_what_happened_not_of_what_was_said() -> None:
    mentions = read("Two died on Monday, police said on Wednesday. The bomb went off at 1:45 p.m.")
    assert str(mentions[-1].dates) == "2018-11-26"


def test_the_1800s_are_a_century() -> None:
    (mention,) = read("The fort was built in the 1800s.")
    assert str(mention.dates) == "1800-01-01/1899-12-31"


def test_the_end_of_the_month_is_the_reports_not_that_of_a_year_named_before() -> None:
    _, mention = read("He was chosen in 2001. The vote is at the end of the month.")
    assert mention.value == "2018-11"


def test_nothing_is_resolved_that_needs_a_day_that_is_not_known() -> None:
    mentions = read("The army said on Monday that it left Tarsk last week and on 3 May 2017.", None)
    assert [mention.dates is None for mention in mentions] == [True, True, False]


def test_an_ambiguous_date_in_figures_holds_both_readings() -> None:
    (mention,) = read("Updated 04/05/2017 in Tarsk.")
    assert mention.dates is not None
    assert str(mention.dates) == "2017-04-05/2017-05-04"
    assert mention.dates.precision == "unknown"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The war has lasted nearly seven years.", "P7Y"),
        ("Talks resumed three months after the truce.", "P3M"),
        ("The army has gained ground in recent months.", "PAST_REF"),
        ("The rebels now hold Tarsk.", "PRESENT_REF"),
        ("Jets strike the town daily.", "P1D"),
    ],
)
def test_a_length_or_a_vague_time_names_no_day(sentence: str, value: str) -> None:
    (mention,) = read(sentence)
    assert (mention.value, mention.dates) == (value, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 2000 soldiers left.",
        "Under Resolution 2254 both sides must talk.",
        "A 70-year-old man was hurt.",
        "About a quarter of the town was lost.",
        "They may go if the rebels march on Tarsk.",
    ],
)
def test_what_only_looks_like_a_time_is_left_out(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("The rebels must leave by Friday.", "by"),
        ("They have held it since March.", "since"),
        ("They held it until March.", "until"),
        ("They left before June 2016.", "before"),
        ("They left on Monday.", "on"),
        ("They held it from January to March.", "during"),
    ],
)
def test_the_word_before_says_how_it_limits(sentence: str, bound: str) -> None:
    assert [mention.bound for mention in read(sentence)] == [bound]


def test_evidence_is_the_expression_in_the_report() -> None:
    text = "🙂 The army said on Monday\u00a0night that the “truce” of last\u00a0week held."
    report = report_of(text)
    extract = Times()(parse(report), Extract(report=report))
    assert [mention.evidence.quote for mention in extract.times] == [
        "Monday\u00a0night",
        "last\u00a0week",
    ]
    for mention in extract.times:
        mention.evidence.check(text)


def test_a_year_told_again_and_again_stays_the_year_before() -> None:
    story = Story(dt.date(2018, 1, 1))
    (mention,) = read("It was so a year earlier, in 2017.")[:1]
    assert story.after(mention) == story


def test_today_is_the_day_of_the_dateline_when_it_is_fresh() -> None:
    text = "TARSK, November 27. The army left today."
    fresh = msgspec.structs.replace(report_of(text), dateline=Span(0, 19))
    assert report_day(fresh) == dt.date(2018, 11, 27)
    old = msgspec.structs.replace(report_of(text, dt.date(2019, 2, 1)), dateline=Span(0, 19))
    assert report_day(old) == dt.date(2019, 2, 1)


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("The mayor died on Monday, reportedly due to a blast.", "2018-11-26"),
        ("It was the worst raid since the bombing of a market in February.", "2018-02"),
        ("They discussed the Dec. 7 summit.", "2018-12-07"),
        ("The talks had been scheduled for July 25.", "2018-07-25"),
        ("They would look for ways around Friday's ruling.", "2018-11-23"),
        ("The court postponed the vote until Tuesday.", "2018-12-04"),
    ],
)
def test_only_what_looks_ahead_lies_ahead(sentence: str, dates: str) -> None:
    assert [str(mention.dates) for mention in read(sentence)] == [dates]


def test_a_clock_time_is_of_the_day_that_its_paragraph_named() -> None:
    _, clock = read("The blast came early on Monday. It struck at 4:30 a.m. local time.")
    assert (clock.value, str(clock.dates)) == ("2018-11-26T04:30", "2018-11-26")


@pytest.mark.parametrize(
    "sentence",
    [
        "On Bloody Sunday the army fired.",
        "The March 23 Movement took the town.",
        "The Mirage 2000-D hit the depot.",
        "After the fall of Tarsk he left.",
        "They arrested a man in his forties.",
        "She is in her late twenties.",
    ],
)
def test_names_that_hold_a_day_are_no_times(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["He left the next day.", "Within 24 hours he had left the town."]
)
def test_what_happened_is_not_dated_after_the_report(sentence: str) -> None:
    assert [mention.dates for mention in read(sentence)] == [None]


def test_a_rate_is_no_length_of_time() -> None:
    (rate,) = read("The road is shelled with four rockets a day.")
    assert rate.kind == "set"


def test_a_report_without_a_day_takes_the_year_that_was_told_before() -> None:
    mentions = read("The siege began in early November 2005. On 5 November they fled.", None)
    assert [str(mention.dates) for mention in mentions][1:] == ["2005-11-05"]


def test_a_year_of_history_is_not_that_of_a_day_in_a_report_without_one() -> None:
    history = "In May 1973 students revolted against the junta, in power since 1967.\n\n"
    *_, killing = read(f"{history}They are angry at the Dec. 6 killing.", None)
    assert (killing.value, killing.dates) == ("XXXX-12-06", None)
    *_, killing = read("On December 13, 2008 they met.\n\nAt the Dec. 6 killing he wept.", None)
    assert str(killing.dates) == "2008-12-06"
