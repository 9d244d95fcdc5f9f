"""Where an event happened: the place, among those that a text names, that goes with a trigger."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import PlaceMention, Span

# The sum from which a place is taken for the event's. All weights were set on the first half of the
# event-location sentences.
_THRESHOLD = 1.7
_WHERE = frozenset({
    "in", "at", "near", "on", "around", "across", "through", "over", "along", "outside", "inside",
    "within", "throughout", "off", "beside",
})  # fmt: skip
# "the assault on X", "the battle for X": where it happens, when the event itself is meant.
_ABOUT = frozenset({"of", "on", "for", "against", "over"})
_OTHER_ROLES = {
    "aside": 1.6, "including": 1.4, "like": 1.0, "between": 0.8, "from": 0.4, "to": 0.4,
    "into": 0.8, "toward": 0.4, "towards": 0.4, "under": 0.8, "above": 1.4,
}  # fmt: skip
_PARTS = frozenset({"compound", "poss", "nmod", "amod", "appos", "conj", "nn", "dep", "npadvmod"})
# A narrower place is worth more, all else being equal.
_FINENESS = {
    "country": 0.0, "landscape": 0.2, "province": 0.3, "district": 0.6, "near": 0.75,
    "unknown": 0.8, "exact": 0.8,
}  # fmt: skip
# What crossing from one clause to the next costs.
_BORDER = {
    "advcl": 0.4, "acl": 0.4, "relcl": 0.8, "ccomp": 0.8, "conj": 0.6, "parataxis": 1.0,
    "csubj": 1.0, "xcomp": 0.1, "pcomp": 0.2, "nsubj": 0.5, "nsubjpass": 0.3, "appos": 0.4,
}  # fmt: skip
_STEP = 0.12
_REPORTING = frozenset({
    "say", "tell", "report", "announce", "add", "claim", "confirm", "state", "speak", "warn",
    "quote", "note", "declare", "write",
})  # fmt: skip


class _Attached(msgspec.Struct, frozen=True):
    """What a name hangs on: by which word or role, on which token, through how many nouns."""

    by: str
    governor: Token
    steps: int


def place_of(
    document: Document,
    token_index: int,
    mentions: Sequence[PlaceMention],
    *,
    look_back: int = 0,
) -> PlaceMention | None:
    """Return the mention of the place where the event told by a trigger token happened, or None.

    ``mentions`` are all of the report's; those of the trigger's sentence are weighed by syntax.
    Where the sentence names none, the last place in which one of the ``look_back`` sentences before
    it puts something serves, if it is narrower than a country.
    """
    sentence = document.sentence_of(token_index)
    trigger = document.tokens[token_index]
    inside = [m for m in mentions if sentence.span.contains(m.evidence.span)]
    best = _best(document, trigger, inside)
    if best is not None or not look_back or sentence.headline:
        return best
    for earlier in reversed(document.sentences[max(0, sentence.i - look_back) : sentence.i]):
        if earlier.headline:
            break
        there = [m for m in mentions if earlier.span.contains(m.evidence.span) and _narrow(m)]
        if there:
            return there[-1]
    return None


def _narrow(mention: PlaceMention) -> bool:
    how = mention.relation or ""
    return mention.precision != "country" and (how in _WHERE or how.endswith("_of"))


def _best(
    document: Document, trigger: Token, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    best, most = None, _THRESHOLD
    for mention in mentions:
        score = _score(document, trigger, mention)
        if score > most:
            best, most = mention, score
    return None if best is None else _narrower(document, trigger, best, mentions)


def _narrower(
    document: Document, trigger: Token, best: PlaceMention, mentions: Sequence[PlaceMention]
) -> PlaceMention:
    """Return the place just before the best that lies in it: the town for "in X, in Y province"."""
    found = best
    for mention in reversed(mentions):
        gap = Span(mention.evidence.end, found.evidence.start)
        if gap.end < gap.start or mention.relation in ("metonym", "dateline"):
            continue
        between = document.tokens_in(gap)
        if trigger.span.overlaps(gap) or len(between) > 6:
            break
        if (_holds(between) and _fineness(mention) > 0) or (
            _listed(between) and _fineness(mention) > _fineness(found)
        ):
            found = mention
    return found


def _holds(between: Sequence[Token]) -> bool:
    """Return whether the words between two places put the first in the second: "area of"."""
    lists = words()
    if not any(token.lower in ("in", "of") for token in between):
        return False
    return all(
        token.lower in ("in", "of", ",", "(")
        or token.pos in ("DET", "ADJ")
        or token.lower in lists.kinds
        or token.lower in lists.directions
        or token.lower in lists.between
        for token in between
    )


def _listed(between: Sequence[Token]) -> bool:
    return bool(between) and between[0].text in (",", "(") and len(between) < 3


def _fineness(mention: PlaceMention) -> float:
    return _FINENESS.get(mention.precision, 0.8)


def _score(document: Document, trigger: Token, mention: PlaceMention) -> float:
    head = document.head_of_span(mention.evidence.span)
    if head is None or trigger.span.overlaps(mention.evidence.span):
        return -9.0
    if mention.relation == "dateline":
        return -9.0
    attached = _attachment(document, head, trigger)
    return (
        _role(attached, trigger, mention)
        + _way(document, trigger, attached.governor)
        + _fineness(mention)
        - 0.25 * attached.steps
        - 0.02 * abs(head.i - trigger.i)
    )


def _attachment(document: Document, head: Token, trigger: Token) -> _Attached:
    """Return what a name hangs on, past the nouns that it is a part of.

    In "in the courtyard of the camp's hospital" the camp hangs on the "in".
    """
    token, steps = head, 0
    while token.head != token.i:
        governor = document.head(token)
        if token.dep == "pobj" and _preposition(document, governor) != "of":
            return _Attached(_preposition(document, governor), document.head(governor), steps)
        if token.dep == "pobj":
            token = document.head(governor) if governor.head != governor.i else governor
            steps += token.lower not in words().kinds
            if token.pos in ("VERB", "AUX") or token.i == trigger.i:
                return _Attached("of", token, steps)
        elif token.dep in _PARTS:
            steps += token.dep in ("poss", "compound", "nmod", "amod")
            token = governor
        else:
            return _Attached(token.dep, governor, steps)
    return _Attached("root", token, steps)


def _preposition(document: Document, token: Token) -> str:
    """Return a preposition, or "aside" where a measure or a side goes before: "south of"."""
    governor = document.head(token)
    aside = governor.lower.startswith(("north", "south", "east", "west", "km", "kilomet", "mile"))
    return "aside" if aside and token.lower in ("of", "from") else token.lower


def _role(attached: _Attached, trigger: Token, mention: PlaceMention) -> float:
    """Return what the word or role by which a place is tied in says for it."""
    by, governor = attached.by, attached.governor
    wide = mention.precision == "country"
    here = governor.i == trigger.i
    if by in _ABOUT:
        about = here or governor.lower in words().happenings.get(by, ())
        full = 2.0 if by in _WHERE and not wide else 0.8 if wide else 1.6
        return full if about or (by in _WHERE and not wide) else -0.6
    if by in _WHERE:
        return -2.0 if wide and by == "outside" else 2.0
    if by in ("dobj", "nsubjpass"):
        acts = governor.lemma in words().acts_on
        return (2.2 if here else 1.2) if acts else 0.5 * (attached.steps > 0)
    if by == "nsubj":
        return 0.2 if attached.steps and not wide else -2.0
    return _OTHER_ROLES.get(by, 0.0)


def _way(document: Document, trigger: Token, governor: Token) -> float:
    """Return how near a trigger is to what the place hangs on; crossing clauses costs most."""
    costs = {trigger.i: 0.0}
    cost, at = 0.0, trigger
    for ancestor in document.ancestors(trigger):
        cost += _BORDER.get(at.dep, _STEP)
        costs[ancestor.i] = cost
        at = ancestor
    cost, token = 0.0, governor
    while token.i not in costs:
        if token.head == token.i:
            return -2.0
        cost += _BORDER.get(token.dep, _STEP)
        token = document.head(token)
    told = token.i != trigger.i and token.lemma in _REPORTING
    # ", police said, on a road in X": put in between, it governs X in the tree only.
    aside = trigger.i < token.i <= governor.i
    return 1.5 - cost - costs[token.i] - (0.5 if told and aside else 2.0 if told else 0.0)
