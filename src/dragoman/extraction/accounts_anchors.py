"""What a report's triggers govern: their tokens, and the mentions in each sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token
from dragoman.model import PlaceMention, TimeMention

_M = TypeVar("_M", TimeMention, PlaceMention)


def by_sentence(document: Document, mentions: Iterable[_M]) -> dict[int, list[tuple[_M, Token]]]:
    """Return the mentions in each sentence with their head tokens, by the sentence's number."""
    found: dict[int, list[tuple[_M, Token]]] = {}
    for mention in mentions:
        head = document.head_of_span(mention.evidence.span)
        if head is not None:
            found.setdefault(document.sentence_of(head).i, []).append((mention, head))
    return found


def tokens_of(trigger: Trigger) -> tuple[Token, ...]:
    """Return the tokens that tell of one event: its word, those folded in, its light verb."""
    return tuple(t for t in (trigger.token, *trigger.folded, trigger.light) if t is not None)


def anchors(triggers: Iterable[Trigger]) -> dict[int, Trigger]:
    """Return which trigger each token tells of; the first where two share a token."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        for token in tokens_of(trigger):
            found.setdefault(token.i, trigger)
    return found
