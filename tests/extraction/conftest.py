"""An invented conflict's cast, and reports about it read as far as their claims."""

import datetime as dt
from collections.abc import Callable

import pytest

from dragoman.extraction.claims import Claims
from dragoman.language import Document, parse
from dragoman.model import (
    Actor,
    ActorMention,
    ActorType,
    Claim,
    Dates,
    Extract,
    Report,
    Span,
    TimeMention,
)

# The cast of an invented conflict, with the type that the actors step would give.
CAST: dict[str, ActorType] = {
    "Pavel Novak": "person",
    "Novak": "person",
    "Irina Dol": "person",
    "Karvelia": "state",
    "the League": "organisation",
    "The League": "organisation",
    "KNA": "organisation",
    "Northern Free Army": "armed_group",
}
SAME = {"Novak": "Pavel Novak", "The League": "the League"}


def _mentions(document: Document, report: Report) -> tuple[ActorMention, ...]:
    found: dict[int, ActorMention] = {}
    for name in sorted(CAST, key=len, reverse=True):
        start = report.text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            tokens = document.tokens_in(span)
            if tokens and tokens[-1].i not in found:
                found[tokens[-1].i] = ActorMention(
                    evidence=report.evidence(span),
                    actor=SAME.get(name, name),
                    form="name",
                    head=tokens[-1].i,
                )
            start = report.text.find(name, start + 1)
    return tuple(found[i] for i in sorted(found))


def _extract_of(text: str, *, times: tuple[tuple[str, dt.date], ...] = ()) -> Extract:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    mentions = _mentions(document, report)
    named = dict.fromkeys(mention.actor for mention in mentions)
    actors = tuple(Actor(id=n, name=n, names=(n,), type=CAST[n]) for n in named)
    found = tuple(
        TimeMention(
            evidence=report.evidence(Span(text.index(word), text.index(word) + len(word))),
            kind="date",
            dates=Dates.day(day),
            value=day.isoformat(),
            rule="test",
        )
        for word, day in times
    )
    extract = Extract(report=report, actors=actors, actor_mentions=mentions, times=found)
    return Claims()(document, extract)


@pytest.fixture(scope="session")
def extract_of() -> Callable[..., Extract]:
    """Return a function from a text, with the days its words mean, to its extract."""
    return _extract_of


@pytest.fixture(scope="session")
def claims_of() -> Callable[[str], tuple[Claim, ...]]:
    """Return a function from a text to its claims."""
    return lambda text: _extract_of(text).claims


@pytest.fixture(scope="session")
def told_in() -> Callable[[str], tuple[str, list[str]]]:
    """Return a function from a text with one claim to its source's words and what these say."""

    def told(text: str) -> tuple[str, list[str]]:
        (claim,) = _extract_of(text).claims
        source = claim.speaker.evidence.quote if claim.speaker.evidence else ""
        return source, [piece.quote for piece in claim.content]

    return told
