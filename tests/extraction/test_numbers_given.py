"""Figures without a noun: of whom they are told."""

from __future__ import annotations

import pytest

from dragoman.extraction.numbers import numbers_of
from dragoman.language import parse
from dragoman.model import Count, Report, Span


def read(text: str) -> list[Count]:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    return [mention.count for mention in numbers_of(parse(report), report, ())]


def last(text: str) -> tuple[str, float | None]:
    count = read(text)[-1]
    return count.what, count.low


@pytest.mark.parametrize(
    "told",
    [
        "The captain said eleven.",
        "The Observatory has eleven as well.",
        "The list stands at eleven.",
        "The agency later raised that to eleven.",
        "The governor gave the number as eleven.",
        "The rebels stuck to eleven.",
        "The Union agreed on eleven.",
        "The bulletin put it at eleven.",
        "Police: eleven.",
        "A memorial by the road has eleven names.",
    ],
)
def test_a_bare_figure_that_somebody_tells_is_of_the_victims_before(told: str) -> None:
    assert last(f"The shelling of Melk killed 40 people on Sunday, the mayor said. {told}") == (
        "killed",
        11,
    )


@pytest.mark.parametrize(
    "told",
    [
        "The captain, asked how many gunmen there were, said eleven.",
        "Police had estimated the number of rioters at eleven.",
        "The column moved on at eleven.",
        "The captain said eleven were under arrest.",
    ],
)
def test_a_bare_figure_may_be_of_others(told: str) -> None:
    what, _ = last(f"The shelling of Melk killed 40 people on Sunday, the mayor said. {told}")
    assert what != "killed"


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The rebels put army dead at Chenta at 90.", "killed"),
        ("The general gave rebel losses as 90.", "killed"),
        ("Relief workers put the displaced at 90.", "displaced"),
        ("Week 32 of the campaign: enemy dead 90.", "killed"),
        ("Police hurt: 90.", "injured"),
        ("The dead of the tent: 90.", "killed"),
        ("By nightfall 90 terrorists neutralised, the radio said.", "killed"),
        ("The dig in the orchard brought up 90 skeletons.", "killed"),
    ],
)
def test_a_figure_is_of_those_named_before_it(sentence: str, what: str) -> None:
    assert last(sentence) == (what, 90)


def test_another_voice_gives_another_figure_of_the_same_victims() -> None:
    found = read("A rocket killed eight people according to the morgue and 13 according to Velm.")
    assert [(c.what, c.low) for c in found] == [("killed", 8), ("killed", 13)]


def test_a_part_is_of_those_before_it_whatever_it_is_called() -> None:
    whole, part = read("The siege killed 43 people, 19 of them women.")
    assert (part.what, part.part_of) == ("killed", whole.evidence.start)


def test_a_breakdown_after_a_colon_leaves_the_total_a_figure() -> None:
    found = read("The president gave a toll of 16: 14 civilians and two guards.")
    assert (found[0].what, found[0].low) == ("killed", 16)


def test_what_nobody_kills_is_not_killed() -> None:
    assert {count.what for count in read("The coalition executed six raids on the port.")} == {
        "strikes"
    }


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("The Green Helmets said the final count of the dead stood at 11.", False),
        ("A monitor put all the dead at 11.", False),
        ("For the campaigner the dead were 11.", False),
        ("The mayor said 11 of the dead were children.", True),
        ("Among the dead were 11 women.", True),
    ],
)
def test_how_many_the_dead_are_is_no_part_of_them(told: str, part: bool) -> None:
    count = read(f"The shelling of Melk killed 40 people on Sunday, a priest said. {told}")[-1]
    assert (count.low, count.part_of is not None) == (11, part)
