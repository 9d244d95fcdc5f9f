from __future__ import annotations

from typing import Any

from dragoman.model import Record
from dragoman.resolution import resolve
from dragoman.resolution.leads import Leads
from dragoman.resolution.openings import is_rare, opening_words
from dragoman.resolution.places import PlaceIndex

FIRST = (
    "Bomb kills pilgrims in Selmo\n"
    "A lorry packed with explosives blew up beside a caravanserai in Selmo on Monday, killing "
    "twelve pilgrims, a hospital said."
)
SECOND = (
    "Pilgrims dead in lorry blast\n"
    "Fifteen pilgrims died when a lorry exploded outside the caravanserai in Selmo, a monitor said."
)
# Without a day the names must agree too.
NAMED = (
    "{} with explosives blew up beside a caravanserai in Selmo, killing twelve pilgrims, "
    "the physician Mira Kost of the hospital of Saint Ansgar said."
)
OTHER = (
    "Shells hit a school in Garn\n"
    "Mortar shells fell on a school in Garn on Monday, wounding several pupils, the police said."
)


def report(story: Any, name: str, text: str, trigger: str, day: str | None = "2019-03-04") -> Any:
    one = story(text, source=f"{name}.txt", outlet=name, day=day)
    one.account(trigger, mode="explosives", day=day)
    return one.extract()


def leads(*extracts: Any) -> tuple[Leads, Record]:
    record = resolve(extracts)
    index = PlaceIndex(record.places)
    return Leads(record.reports, record.accounts, record.actors, index, {}), record


def test_reports_that_open_with_the_same_rare_words_tell_one_story(story: Any) -> None:
    found, record = leads(
        report(story, "Post", FIRST, "blew up"), report(story, "Wire", SECOND, "exploded")
    )
    a, b = (r.id for r in record.reports)
    assert found.between(a, b) == found.between(b, a) is not None
    assert list(found.pairs()) == [(a, b)]
    assert len(record.events) == 1


def test_reports_of_other_deeds_on_one_day_tell_two_stories(story: Any) -> None:
    found, record = leads(
        report(story, "Post", FIRST, "blew up"), report(story, "Wire", OTHER, "fell")
    )
    a, b = (r.id for r in record.reports)
    assert found.between(a, b) is None
    assert len(record.events) == 2


def test_reports_a_week_apart_tell_two_stories(story: Any) -> None:
    found, record = leads(
        report(story, "Post", FIRST, "blew up"),
        report(story, "Wire", SECOND, "exploded", day="2019-03-12"),
    )
    assert not list(found.pairs())
    assert len(record.events) == 2


def test_reports_without_a_day_tell_one_story_where_names_agree_too(story: Any) -> None:
    texts = (NAMED.format("A lorry packed"), NAMED.format("On Monday a lorry"), OTHER)
    found, record = leads(
        *(
            report(story, name, text, trigger, day=None)
            for name, text, trigger in zip(
                ("Post", "Wire", "Times"), texts, ("blew up", "blew up", "fell"), strict=True
            )
        )
    )
    assert len(list(found.pairs())) == 1
    assert len(record.events) == 2


def test_a_report_without_a_day_is_of_no_story_of_a_day(story: Any) -> None:
    found, record = leads(
        report(story, "Post", NAMED.format("A lorry packed"), "blew up"),
        report(story, "Wire", NAMED.format("On Monday a lorry"), "blew up", day=None),
    )
    assert not list(found.pairs())
    assert len(record.events) == 2


def test_what_every_report_says_of_a_source_is_no_part_of_its_opening(story: Any) -> None:
    one = story("Raids hit Selmo. The monitor relies on a network of informants.")
    words = opening_words(one.extract().report)
    assert "raid" in words
    assert not words & {"network", "inform", "informant"}


def test_a_word_that_opens_no_report_is_rare() -> None:
    assert is_rare("caravanserai")
    assert not is_rare("kill")
