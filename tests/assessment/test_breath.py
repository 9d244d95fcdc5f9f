"""What two voices say in one sentence, and whose reports are rejected by name."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess
from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import Item
from dragoman.resolution import resolve


def found(text: str) -> list[tuple[str, list[str]]]:
    """Return what is in dispute in a report: about what, and the stretches set against another."""
    head = "TARSK, March 4, 2019 (AFP) - Shells fell near Selmo overnight.\n\n"
    item = Item(name="a.txt", content=(head + text).encode(), form="text")
    read = [one for one in extracts([item]) if isinstance(one, Extract)]
    return [(d.about, [p.evidence.quote for p in d.positions]) for d in build(read).disputes]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Residents said the dam was hit, but the mayor said it was not damaged.", "occurrence"),
        ("Though the army denied any losses, residents said six soldiers had died.", "occurrence"),
        ("Police said clues led to the NFA, but Tal denied the group's role in the raid.",
         "responsibility"),
        ("Asked about a report that jets had hit a convoy, an official said that no jets had been "
         "flown.", "occurrence"),
        ("Tal claims that Orr asked Karvelia for help, which Orr denied.", "occurrence"),
        ("Orr spoke of fraud at the mill. Tal said there was no evidence to support Orr's claims "
         "of fraud at the mill.", "occurrence"),
        ("Medics said the groom was among the dead, but a relative said that the groom was safe.",
         "occurrence"),
        ("The NFA said jets of Karvelia killed 14 people on Monday. Karvelia dismissed the NFA's "
         "reporting as biased.", "occurrence"),
    ],
)  # fmt: skip
def test_a_voice_is_set_against_the_other_of_its_sentence(text: str, about: str) -> None:
    assert [one for one, _ in found(text)] == [about]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said the dam was hit, and the mayor said the mill was not damaged.",
        "Residents said the dam was hit, but the mayor said that repairs would begin soon.",
        "Medics said that 40 people were killed, but a relative said that the groom was safe.",
        "The NFA said jets of Karvelia killed 14 people on Monday. Karvelia dismissed the "
        "monitor's reporting as biased.",
        "The NFA said jets of Ostravia killed 14 people on Monday. Karvelia dismissed the NFA's "
        "reporting as biased.",
    ],
)
def test_what_is_not_set_against_it_is_no_dispute(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ('Karvelia accused Varnia of shelling a village. "Our army never opened fire," minister '
         "Ivan Petrov told reporters.", "responsibility"),
        ("Rights groups blame the army for the killing of a priest. The high command denied "
         "involvement.", "responsibility"),
        ('The villagers said that police had tortured students. "Nobody was tortured," an '
         "official said.", "occurrence"),
        ("Karvelia said rebels had blown up a bridge. The army denied involvement.", None),
        ("Observers said 40 people died. The mayor said it was not yet clear who died.",
         None),
    ],
)  # fmt: skip
def test_who_answers_right_after_a_charge_need_not_be_known_to_be_meant(
    text: str, about: str | None
) -> None:
    assert [one for one, _ in found(text)] == [about] * bool(about)


def test_a_statement_that_runs_on_into_the_other_voice_is_cut(story: Any) -> None:
    first, second = "the groom was among the dead", "the groom was safe"
    text = f"Medics said {first} but a relative told reporters that {second}."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    medics, relative = (one.actor(n, "unknown", named=False) for n in ("Medics", "a relative"))
    whole = text.removeprefix("Medics said ").removesuffix(".")
    one.claim(medics, whole, cue=one.words("said"))
    one.claim(relative, second, cue=one.words("told"))
    (dispute,) = assess(resolve([one.extract()])).disputes
    assert [p.evidence.quote for p in dispute.positions] == [first, second]


@pytest.mark.parametrize(("by", "disputes"), [(" by army officers", 1), ("", 0)])
def test_whom_the_other_of_one_side_names_may_deny_it(story: Any, by: str, disputes: int) -> None:
    text = "The police said the teacher was arrested by army officers who later denied it."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    for who, words, cue, act in (
        ("The police", f"the teacher was arrested{by}", "said", "assert"),
        ("army officers", "it.", "denied", "deny"),
    ):
        speaker = one.actor(who, "organisation", sector="COP", country="VA")
        one.claim(speaker, words, act, cue=one.words(cue))
        claim = one.claims[-1]
        one.claims[-1] = replace(claim, speaker=replace(claim.speaker, name=who))
    assert len(assess(resolve([one.extract()])).disputes) == disputes
