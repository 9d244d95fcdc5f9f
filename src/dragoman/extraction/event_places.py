"""Where an event happened: the place, among those that a text names, that goes with a trigger."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.event_places_features import Rated, features, holds, listed
from dragoman.extraction.event_places_model import chance, threshold
from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import PlaceMention, Span

# The sum from which a place is taken for a noun's event. All weights were set on the first half of
# the event-location sentences.
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

    ``mentions`` are all of the report's; those of the trigger's sentence are weighed by syntax: for
    a verb by a model learnt from sentences, for a noun by rules.
    Where the sentence names none, the last place in which one of the ``look_back`` sentences before
    it puts something serves, if it is narrower than a country.
    """
    sentence = document.sentence_of(token_index)
    trigger = document.tokens[token_index]
    inside = [m for m in mentions if sentence.span.contains(m.evidence.span)]
    best = _best(document, trigger, inside) or _in_clause(document, trigger, inside)
    if best is not None or not look_back or sentence.headline or any(map(_narrow, inside)):
        return best
    for earlier in reversed(document.sentences[max(0, sentence.i - look_back) : sentence.i]):
        if earlier.headline:
            break
        there = [m for m in mentions if earlier.span.contains(m.evidence.span) and _narrow(m)]
        if there:
            return there[-1]
    return None


def _in_clause(
    document: Document, trigger: Token, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return the place of what a noun is said to do: "the airstrike that killed him in X"."""
    if trigger.pos == "VERB":
        return None
    for child in document.children(trigger):
        if child.dep in ("relcl", "acl") and child.pos == "VERB":
            return _best(document, child, mentions)
    return None


def _narrow(mention: PlaceMention) -> bool:
    how = mention.relation or ""
    return mention.precision != "country" and (how in _WHERE or how.endswith("_of"))


def _best(
    document: Document, trigger: Token, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    rated = rate(document, trigger, mentions)
    if trigger.pos == "VERB":
        chances = [chance(features(document, trigger, rated, k)) for k in range(len(rated))]
        best = max(range(len(rated)), key=lambda k: (chances[k], -k), default=None)
        if best is None or chances[best] < threshold():
            return None
        return rated[best].mention
    return _by_rules(document, trigger, mentions, rated)


def place_by_rules(
    document: Document, trigger: Token, mentions: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return the place, among ``mentions`` of the trigger's sentence, that the rules choose."""
    return _by_rules(document, trigger, mentions, rate(document, trigger, mentions))


def _by_rules(
    document: Document,
    trigger: Token,
    mentions: Sequence[PlaceMention],
    rated: Sequence[Rated],
) -> PlaceMention | None:
    found, most = None, _THRESHOLD
    for one in rated:
        if one.score > most:
            found, most = one.mention, one.score
    return None if found is None else _narrower(document, trigger, found, mentions)


def rate(document: Document, trigger: Token, mentions: Sequence[PlaceMention]) -> list[Rated]:
    """Return what the rules make of each place that a trigger's sentence names."""
    rated = []
    for mention in mentions:
        head = document.head_of_span(mention.evidence.span)
        if head is None or trigger.span.overlaps(mention.evidence.span):
            continue
        if mention.relation == "dateline":
            continue
        attached = _attachment(document, head, trigger)
        if _is_origin(attached, trigger):
            continue
        role = _role(attached, trigger, mention)
        way = _way(document, trigger, attached.governor)
        fineness = _fineness(mention)
        score = role + way + fineness - 0.25 * attached.steps - 0.02 * abs(head.i - trigger.i)
        rated.append(
            Rated(
                mention, head, attached.governor, attached.by, attached.steps, role, way, score,
                fineness, mention.relation in _WHERE,
            )
        )  # fmt: skip
    return rated


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
        if (holds(between) and _fineness(mention) > 0) or (
            listed(between) and _fineness(mention) > _fineness(found)
        ):
            found = mention
    return found


def _fineness(mention: PlaceMention) -> float:
    return _FINENESS.get(mention.precision, 0.8)


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


def _is_origin(attached: _Attached, trigger: Token) -> bool:
    """Return whether a place says where somebody comes from: "a bomber from X killed three"."""
    noun = attached.governor
    if attached.by != "from" or noun.i == trigger.i or noun.pos not in ("NOUN", "PROPN"):
        return False
    return noun.lower not in words().happenings["from"]


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
    if wide and governor.lower in words().topics["nouns"] and by in words().topics["ties"]:
        return -2.0  # "talks over Karvelia"
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
