"""What some tell of and another side calls untrue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.library import build, extracts
from dragoman.model import Dispute, Extract
from dragoman.reading import sources
from dragoman.resolution import resolve

TOLD = ("the monitor", "assert", "sarin killed forty people in Selmo")


def found(story: Any, *said: tuple[str, str, str]) -> tuple[Dispute, ...]:
    """Return the disputes of one report in which (speaker, act, words) is said."""
    text = " ".join(f"{who} spoke of it: {words}." for who, _, words in said)
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    actors = {
        "Varnia": one.actor("Varnia", "state", pack="world:va", country="VA"),
        "residents": one.actor("residents", "unknown", named=False),
        "the monitor": one.actor("the monitor", "organisation"),
    }
    for who, act, words in said:
        claim = one.claim(actors[who], words, act)
        if "killed" in words:
            one.account("killed", claim=claim)
    return assess(resolve([one.extract()])).disputes


@pytest.mark.parametrize(
    "words",
    [
        "the reports of a sarin attack are totally false",
        "the sarin attack was fabricated",
        "no sarin attack took place",
        "there is no truth in the reports of a sarin attack",
    ],
)
def test_what_is_called_untrue_is_set_against_who_told_of_it(story: Any, words: str) -> None:
    (one,) = found(story, TOLD, ("Varnia", "assert", words))
    assert (one.about, one.rule) == ("occurrence", "called untrue")


def test_a_denial_of_the_reports_answers_the_one_just_before(story: Any) -> None:
    fled = "dozens of families have left the town"
    (one,) = found(
        story, ("Varnia", "assert", fled), ("residents", "reject", "the reports as lies")
    )
    assert [p.evidence.quote for p in one.positions] == [fled, "the reports as lies"]


def test_a_version_that_is_rejected_is_the_one_just_told(story: Any) -> None:
    told = "two men had died in a firefight"
    (one,) = found(
        story, ("Varnia", "assert", told), ("residents", "reject", "this account as an invention")
    )
    assert [p.evidence.quote for p in one.positions] == [told, "this account as an invention"]


@pytest.mark.parametrize("words", ["it is false", "this was absolutely untrue"])
def test_what_was_just_told_is_called_untrue_without_its_words(story: Any, words: str) -> None:
    told = "two men had died in a firefight"
    (one,) = found(story, ("residents", "assert", told), ("Varnia", "assert", words))
    assert [p.evidence.quote for p in one.positions] == [told, words]
    accused = ("residents", "accuse", "Varnia of shelling the town")
    (one,) = found(story, accused, ("Varnia", "assert", words))
    assert (one.about, one.rule) == ("responsibility", "accusation rejected")


def test_what_is_false_is_told_in_the_same_words(story: Any) -> None:
    told = ("residents", "assert", "two men had died in a firefight")
    shown = found(story, told, ("Varnia", "assert", "it is false that taxes have risen"))
    assert [d.rule for d in shown] == ["claim of another denied"]


def test_untrue_is_said_of_another_thing(story: Any) -> None:
    words = "the reports of a new tax are false"
    assert found(story, TOLD, ("Varnia", "assert", words)) == ()


@pytest.mark.parametrize(
    ("told", "about"),
    [
        ("it had taken full control of the town", "control"),
        ("its men remained in control of the town", "control"),
        ("its men had repelled an attack on the town", "control"),
        ("its men had buried sixty farmers in the town", "occurrence"),
    ],
)
def test_a_claim_to_a_place_that_is_denied_is_about_who_holds_it(
    story: Any, told: str, about: str
) -> None:
    (one,) = found(story, ("Varnia", "assert", told), ("residents", "deny", "a claim"))
    assert (one.about, one.rule) == (about, "called untrue")


@pytest.mark.parametrize(
    ("told", "words", "shown"),
    [
        ("sixty farmers had died in Selmo", "nothing of the kind had taken place", 1),
        ("a truce had been agreed", "there was no such agreement", 1),
        ("guns had shelled Selmo", "there had been no shelling of the town", 1),
    ],
)
def test_who_says_that_there_was_no_such_thing_answers_what_was_told(
    story: Any, told: str, words: str, shown: int
) -> None:
    said = (("residents", "assert", told), ("Varnia", "assert", words))
    assert len(found(story, *said)) == shown


def test_who_accuses_a_side_that_calls_it_untrue_does_not_call_it_untrue(story: Any) -> None:
    words = "Varnia, which said that the reports of a sarin attack are totally false"
    assert found(story, TOLD, ("residents", "accuse", words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "not true",
        "pure invention",
        "a lie from start to finish",
        "it nonsense",
        "that as a fairy tale",
        "the account a sheer fabrication",
        "not a word of it is true",
        "there is not a grain of truth in it",
        "that too is false",
    ],
)
def test_what_was_just_told_is_called_untrue_in_few_words(story: Any, words: str) -> None:
    (dispute,) = found(story, TOLD, ("Varnia", "assert", words))
    assert (dispute.about, dispute.rule) == ("occurrence", "called untrue")


def test_what_was_told_before_another_sentence_is_not_taken_up(story: Any) -> None:
    told = ("the monitor", "assert", "troops have left the town of Selmo")
    between = ("Varnia", "assert", "Talks were held in Garn")
    untrue = ("Varnia", "assert", "that a fairy tale")
    assert len(found(story, told, untrue)) == 1
    assert found(story, told, between, untrue) == ()


@pytest.mark.parametrize("words", ["a crime", "them a false flag", "the offer nonsense"])
def test_what_is_blamed_is_not_called_untrue(story: Any, words: str) -> None:
    assert found(story, TOLD, ("Varnia", "assert", words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "I am deeply concerned by reports that sarin killed forty people in Selmo",
        "the sarin attack that killed forty people in Selmo was staged",
    ],
)
def test_who_reacts_to_reports_or_calls_them_untrue_does_not_tell_of_it(
    story: Any, words: str
) -> None:
    said = ("the monitor", "assert", words)
    assert not found(story, said, ("Varnia", "assert", "no sarin attack took place"))


@pytest.mark.parametrize(("place", "count"), [("Selmo", 1), ("Brod", 0)])
def test_what_is_called_untrue_is_of_the_place_that_was_told(
    story: Any, place: str, count: int
) -> None:
    denied = f"the suspected sarin attack in {place} was fabricated"
    text = f"The monitor said {TOLD[2]}.\n{'Rain fell on the hills. ' * 30}\nVarnia said {denied}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    one.place("Selmo", lat=1.0, lon=2.0, country="KV")
    one.place("Brod", lat=9.0, lon=9.0, country="KV")
    one.account("killed", claim=one.claim(one.actor("The monitor", "organisation"), TOLD[2]))
    one.claim(one.actor("Varnia", "state", country="VA"), denied)
    assert len(assess(resolve([one.extract()])).disputes) == count


@pytest.mark.parametrize("monitor", ["a war monitor", "the Tarsk League"])
def test_what_a_place_is_disputed_over_is_not_called_untrue_besides(
    tmp_path: Path, monitor: str
) -> None:
    (tmp_path / "one.txt").write_text(
        "Title: Ostrin\nDate: 2019-03-04\nSource: Karvelian Post\n\n"
        "Karvelia said on Monday that its army had driven the Northern Free Army (NFA) out of "
        f"the whole of Ostrin province, though {monitor} disputed the claim.\n\n"
        "The Karvelian Conflict Monitor said that the NFA still held about 12 per cent of "
        "Ostrin province.\n"
    )
    read = [e for e in extracts(list(sources([str(tmp_path)]))) if isinstance(e, Extract)]
    rules = {one.rule for one in build(read).disputes}
    assert "none against some" in rules
    # A body with a name is another voice.
    assert ("called untrue" in rules) == (monitor != "a war monitor")
