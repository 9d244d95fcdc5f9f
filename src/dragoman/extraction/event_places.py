"""Where an event happened: the place, among those that a text names, that goes with a trigger."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.language import Document, Token
from dragoman.model import PlaceMention

# The sum from which a place is taken for the event's. Weights were set on the first half of the
# event-location sentences.
_THRESHOLD = 1.5
_WHERE = frozenset({"in", "at", "near", "on", "around", "across", "through", "over", "along"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "parataxis"})
_FINE = frozenset({"exact", "near", "district", "unknown"})
_REPORTING = frozenset({
    "say", "tell", "report", "announce", "add", "claim", "confirm", "state", "speak", "warn",
    "quote", "note", "declare", "write",
})  # fmt: skip


class _Scored(msgspec.Struct, frozen=True):
    score: float
    mention: PlaceMention


def place_of(
    document: Document,
    token_index: int,
    mentions: Sequence[PlaceMention],
    *,
    look_back: int = 0,
) -> PlaceMention | None:
    """Return the mention of the place where the event told by a trigger token happened, or None.

    ``mentions`` are all of the report's; those of the trigger's sentence are weighed by syntax.
    With ``look_back`` the last place that the ``look_back`` sentences before it put an event in
    serves when the sentence names none (never across a paragraph of a headline).
    """
    sentence = document.sentence_of(token_index)
    trigger = document.tokens[token_index]
    inside = [m for m in mentions if sentence.span.contains(m.evidence.span)]
    best = _best(document, trigger, inside)
    if best is not None or not look_back:
        return best
    for earlier in reversed(document.sentences[max(0, sentence.i - look_back) : sentence.i]):
        if earlier.headline:
            break
        there = [
            m
            for m in mentions
            if earlier.span.contains(m.evidence.span) and _places(m) and m.precision != "country"
        ]
        if there:
            return there[-1]
    return None


def _places(mention: PlaceMention) -> bool:
    how = mention.relation or ""
    return how in _WHERE or how.endswith("_of")


def _best(
    document: Document, trigger: Token, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    scored = [_Scored(_score(document, trigger, mention), mention) for mention in mentions]
    best = max(scored, key=lambda one: (one.score, -one.mention.evidence.start), default=None)
    return best.mention if best and best.score >= _THRESHOLD else None


def _score(document: Document, trigger: Token, mention: PlaceMention) -> float:
    head = document.head_of_span(mention.evidence.span)
    if head is None or trigger.span.overlaps(mention.evidence.span):
        return -9.0
    return (
        _relation(trigger, mention, head)
        + _syntax(document, trigger, head)
        + (0.7 if mention.precision in _FINE else 0.3 if mention.precision == "province" else 0.0)
        - 0.03 * abs(head.i - trigger.i)
        - (0.3 if head.i < trigger.i else 0.0)
    )


def _relation(trigger: Token, mention: PlaceMention, head: Token) -> float:
    how = mention.relation
    if how in ("metonym", "dateline"):
        return -4.0
    if how is not None and (how in _WHERE or how.endswith("_of")):
        return 2.0
    if how == "of":
        return -0.5
    if how in ("from", "to", "between"):
        return 0.5
    if head.dep == "dobj" and head.head == trigger.i:
        return 1.5
    return 0.0


def _syntax(document: Document, trigger: Token, head: Token) -> float:
    """Return how near the place is to the trigger in the tree, clauses counting most."""
    upward = {trigger.i: 0}
    crossed = 0
    at = trigger
    for ancestor in document.ancestors(trigger):
        crossed += _clause_border(at)
        upward[ancestor.i] = crossed
        at = ancestor
    borders, steps, token = 0, 0, head
    while token.i not in upward and token.head != token.i:
        borders += _clause_border(token)
        steps += 1
        token = document.head(token)
    if token.i not in upward:
        return -2.0
    score = 2.0 - 0.15 * steps - 1.0 * borders - 1.0 * upward[token.i]
    if token.i != trigger.i and token.lemma in _REPORTING and upward[token.i]:
        score -= 3.0
    return score


def _clause_border(token: Token) -> int:
    return 1 if token.dep in _CLAUSES else 0
