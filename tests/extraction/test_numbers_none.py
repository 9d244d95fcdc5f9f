"""Who says that it befell nobody gives a figure, too: none."""

from __future__ import annotations

import pytest

from dragoman.extraction.numbers import numbers_of
from dragoman.language import parse
from dragoman.model import Report, Span


def nones(text: str) -> list[tuple[str, str | None, str]]:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    found = [mention.count for mention in numbers_of(parse(report), report, ())]
    return [(c.what, c.of, c.evidence.quote) for c in found if c.high == 0]


@pytest.mark.parametrize(
    ("sentence", "what", "of", "quote"),
    [
        ("No civilian was harmed in the strike.", "casualties", "civilian", "No"),
        ("No one was killed at the base.", "killed", None, "No one"),
        ("Garn said none of its soldiers had been killed.", "killed", "its soldiers", "none"),
        ("Not one soldier was killed in the raid.", "killed", "soldier", "Not one"),
        ("Not a single villager was wounded.", "injured", "villager", "Not a single"),
        ("The army lost nobody in the operation.", "killed", None, "nobody"),
        ("There were no casualties in the shelling.", "casualties", "casualties", "no"),
        ("The fighters returned to base without loss.", "casualties", "loss", "without"),
        ("The raid on Selmo caused no loss of life.", "killed", "loss", "no"),
    ],
)
def test_none_is_a_figure(sentence: str, what: str, of: str | None, quote: str) -> None:
    assert nones(sentence) == [(what, of, quote)]


@pytest.mark.parametrize(
    "sentence",
    [
        "No casualties were reported.",
        "There were no reports of casualties.",
        "No group claimed responsibility for the attack that killed nine people.",
        "No fewer than nine people were killed.",
        "No one knows how many people were killed.",
        "None of the parties signed the agreement.",
        "The report mentioned no fatalities among the troops.",
        "The army took no prisoners.",
        "They left the town without water.",
        "The council wants to end the matter without losses.",
    ],
)
def test_what_is_not_known_or_harms_nobody_is_none(sentence: str) -> None:
    assert nones(sentence) == []
