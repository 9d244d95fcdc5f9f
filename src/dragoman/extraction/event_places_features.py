"""What stands between a verb and a place that its sentence names, as numbers to be weighed.

The names of the features are those of ``data/event_places.json``, which ``training`` learns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import PlaceMention, Span

Features = dict[str, float]
_FARTHEST = 40
_NEXT = 40  # characters to a place beside this one
_CLAUSES = frozenset({"ccomp", "advcl", "conj"})
_RELATIVE = frozenset({"relcl", "acl"})


class Rated(msgspec.Struct, frozen=True):
    """A place named in a trigger's sentence and what the rules make of it.

    ``by`` is the word or role that ties it in, on ``governor``, past ``steps`` nouns; ``role`` and
    ``way`` are what that and the way to the trigger are worth, ``score`` is their sum; ``fineness``
    says how narrow the place is; ``where`` whether the text puts something there.
    """

    mention: PlaceMention
    head: Token
    governor: Token
    by: str
    steps: int
    role: float
    way: float
    score: float
    fineness: float
    where: bool


def features(document: Document, trigger: Token, rated: Sequence[Rated], k: int) -> Features:
    """Return the features of the ``k``-th of the places named in a trigger's sentence."""
    one = rated[k]
    found = _tie(trigger, one)
    found |= _distance(document, trigger, one)
    found |= _rivals(trigger, rated, one)
    found |= _clauses(document, trigger, one)
    found |= _neighbours(document, rated, k)
    return found


def _tie(trigger: Token, one: Rated) -> Features:
    here = one.governor.i == trigger.i
    found: Features = {
        f"by={one.by}": 1,
        f"precision={one.mention.precision}": 1,
        f"relation={one.mention.relation}": 1,
        f"governor={one.governor.pos}": 1,
        f"trigger={trigger.dep}": 1,
        f"tag={trigger.tag}": 1,
        "steps": min(one.steps, 4),
        "role": one.role,
        "way": one.way,
        "score": one.score,
        "acts": one.governor.lemma in words().acts_on,
        "trigger acts": trigger.lemma in words().acts_on,
        "happening": one.governor.lower in words().happenings.get(one.by, ()),
    }
    if here:
        found["here"] = found[f"here by={one.by}"] = 1
    if one.mention.precision == "country":
        found[f"country by={one.by}"] = 1
    if one.governor.pos == "VERB":
        found[f"verb={one.governor.dep}"] = 1
    return found


def _distance(document: Document, trigger: Token, one: Rated) -> Features:
    far = one.head.i - trigger.i
    low, high = sorted((one.head.i, trigger.i))
    between = document.tokens[low + 1 : high]
    sentence = document.sentence_of(trigger)
    after = document.tokens[one.head.i + 1] if one.head.i + 1 < sentence.last else None
    at = one.head.i - sentence.first
    return {
        "distance": min(abs(far), _FARTHEST) / 10,
        "log distance": math.log1p(abs(far)),
        "after": far > 0,
        "verbs": sum(token.pos == "VERB" for token in between),
        "commas": sum(token.text == "," for token in between),
        "quotes": sum(token.text == '"' for token in between),
        "position": at / max(1, sentence.last - sentence.first),
        "first": at < 4,
        "genitive": after is not None and after.tag == "POS",
        f"next={after.pos if after is not None else ''}": 1,
    }


def _rivals(trigger: Token, rated: Sequence[Rated], one: Rated) -> Features:
    others = [other for other in rated if other is not one]
    far = abs(one.mention.evidence.start - trigger.start)
    return {
        "others": len(others),
        "nearer": sum(abs(o.mention.evidence.start - trigger.start) < far for o in others),
        "finer": sum(o.fineness > one.fineness for o in others),
        "finer there": sum(o.fineness > one.fineness and o.where for o in others),
    }


def _clauses(document: Document, trigger: Token, one: Rated) -> Features:
    """Return what is crossed from the place and from the trigger to where their ways meet."""
    above = {token.i for token in document.ancestors(trigger)}
    over = {token.i for token in document.ancestors(one.head)}
    found: Features = {"under": trigger.i in over, "over": one.governor.i in above}
    for token in document.ancestors(one.head):
        if token.i in above or token.i == trigger.i:
            break
        if token.dep in _RELATIVE:
            found["relative"] = 1
        elif token.dep in _CLAUSES:
            found[f"down {token.dep}"] = 1
    for token in (trigger, *document.ancestors(trigger)):
        if token.i in over or token.i == one.head.i:
            break
        found[f"up {token.dep}"] = 1
    return found


def _neighbours(document: Document, rated: Sequence[Rated], k: int) -> Features:
    """Return whether the place beside it holds it or is held by it: "in X, in Y province"."""
    found: Features = {}
    here = rated[k].mention.evidence
    after = next(
        (r.mention.evidence for r in rated if 0 < r.mention.evidence.start - here.end < _NEXT), None
    )
    before = [r.mention.evidence for r in rated if 0 < here.start - r.mention.evidence.end < _NEXT]
    if after is not None:
        between = document.tokens_in(Span(here.end, after.start))
        found |= {"next": 1, "next holds": holds(between), "next listed": listed(between)}
    if before:
        between = document.tokens_in(Span(before[-1].end, here.start))
        found |= {"before": 1, "before in it": holds(between), "before listed": listed(between)}
    return found


def holds(between: Sequence[Token]) -> bool:
    """Return whether the words between two places put the first in the second: "area of"."""
    lists = words()
    if len(between) > 6 or not any(token.lower in ("in", "of") for token in between):
        return False
    return all(
        token.lower in ("in", "of", ",", "(")
        or token.pos in ("DET", "ADJ")
        or token.lower in lists.kinds
        or token.lower in lists.directions
        or token.lower in lists.between
        for token in between
    )


def listed(between: Sequence[Token]) -> bool:
    """Return whether only a comma or a bracket stands between two places."""
    return bool(between) and between[0].text in (",", "(") and len(between) < 3
