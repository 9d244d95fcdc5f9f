"""Whether a stretch of text that could name a place does: a sum of what speaks for and against."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.atlas import SETTLEMENTS, Atlas
from dragoman.extraction.places_neighbours import (
    company,
    longer_name_left,
    neighbours,
    prominence,
)
from dragoman.extraction.places_spotting import Spot
from dragoman.extraction.places_unknown import of_nation, stands_for_place
from dragoman.extraction.places_words import words
from dragoman.language import Document, Token
from dragoman.model import Span

# The sum from which a name is taken for a place's. It and the weights below were set by hand and
# checked on the even-numbered documents of LGL and GeoWebNews.
THRESHOLD = 1.5
_LABELS = {"GPE": 2.0, "LOC": 1.8, "FAC": 0.8, "": 0.0, "PERSON": -1.5, "ORG": -0.8}
_OTHER_LABEL = -1.2
# What "at", "the siege of" or "captured" say for a name; a label that speaks against it says less.
_PLACED = 1.2
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Kinds that go with many names that are no place's: "the Islamic state", "the Badr area commander".
_VAGUE = frozenset({"province", "region", "facility", "road", "border"})
_PLAIN = frozenset({"province", "governorate", "oblast", "prefecture"})
_LEADING = frozenset({
    "in", "at", "near", "outside", "inside", "around", "within", "across", "throughout", "toward",
    "towards", "into", "from", "to", "on", "along", "through", "via", "off", "over",
})  # fmt: skip
# After these hardly anything but a place or a thing can stand.
_BESIDE = frozenset({"near", "outside", "around", "inside"})
_SMALL = 100_000
# So many words after a dateline one is in small letters, unless all of the text is in capitals.
_TELLS = 12
_MARKS = frozenset({"-", '"', "'", "‘", "’"})
_DATELINE_ENDS = frozenset({"—", "–", "-", "--", ":", "(", ",", "/"})


class Hints(msgspec.Struct, frozen=True):
    """What is known of the whole report before its places are judged.

    ``surnames`` are last words of persons' full names, ``people`` those and the names of who bears
    a title or speaks; ``common`` are all words in lower case; ``dateline`` is where it stands.
    """

    surnames: frozenset[str]
    people: frozenset[str]
    common: frozenset[str]
    dateline: Span | None


def hints(document: Document, dateline: Span | None) -> Hints:
    """Return what the whole report tells of its names."""
    surnames = set()
    tokens = document.tokens
    for k, token in enumerate(tokens):
        if token.ent != "PERSON" or token.ent_start:
            continue
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        goes_on = following is not None and following.ent == "PERSON" and not following.ent_start
        if not goes_on and token.pos == "PROPN" and tokens[k - 1].text not in "-–'":
            surnames.add(token.text)
    common = frozenset(token.text for token in tokens if token.text.islower())
    people = surnames | {token.text for token in tokens if _is_person(document, token)}
    return Hints(frozenset(surnames), frozenset(people), common, dateline)


def _is_person(document: Document, token: Token) -> bool:
    """Return whether a name is that of who has a title ("Gen. X") or speaks ("X said")."""
    if token.pos != "PROPN" or token.ent in _PLACE_LABELS:
        return False
    before = document.tokens[token.i - 1] if token.i else None
    if before is not None and before.lower in words().titles and before.text[0].isupper():
        return True
    speaks = token.dep == "nsubj" and document.head(token).lemma in words().speech
    return speaks and token.ent == "PERSON"


def judge(
    document: Document, atlas: Atlas, spot: Spot, told: Hints, before: Sequence[Spot]
) -> float:
    """Return how strongly the text speaks for ``spot`` being a place (see `THRESHOLD`).

    ``before`` are the places found so far.
    """
    if spot.name.lower() in words().never or _sounds_only(document, spot, told):
        return -9.0
    if _says_nothing(document, spot) and spot.entries[:1] and spot.entries[0].type in SETTLEMENTS:
        return -9.0
    support = _preposition(document, spot) + _kind(spot)
    label = _label(document, spot)
    if support >= _PLACED and -2.0 < label < 0.0:
        label *= 0.4
    return (
        support
        + label
        + prominence(spot)
        + company(document, atlas, spot, before)
        + neighbours(document, atlas, spot, before, placed=support >= _PLACED)
        + _look(document, spot, told)
    )


def _sounds_only(document: Document, spot: Spot, told: Hints) -> bool:
    """Return whether a name only sounds like a place's, and is a person's in this report."""
    if not spot.entries or any(entry.kind < 3 for entry in spot.entries):
        return False
    last = document.tokens[spot.last - 1].text
    return last in told.people or last.removesuffix("s") in told.people


def judge_unknown(document: Document, spot: Spot, told: Hints) -> bool:
    """Return whether a name that nothing knows is a place's by the words around it."""
    lists, tokens = words(), document.tokens
    head = tokens[spot.last - 1]
    if in_dateline(document, spot, told.dateline) and spot.name.lower() not in lists.never:
        return True
    right = tokens[spot.end] if spot.end < len(tokens) else None
    if not _could_be(document, spot, right, told):
        return False
    before = word_before(document, spot.first)
    leads = before is not None and (
        before.lower in _LEADING
        or (before.pos == "VERB" and before.lemma in lists.acts_on_places)
        or of_event(document, before)
    )
    if spot.kind and longer_name_left(document, spot, ()) > -2.0:
        vague = lists.kinds[spot.kind] in _VAGUE and spot.kind not in _PLAIN
        return leads or spot.kind_before or not vague
    acted_on = before is not None and before.pos == "VERB" and before.lemma in lists.acts_on
    formed = _is_formed(document, spot)
    if formed and (leads or acted_on):
        return True
    governor = document.head(head)
    if head.dep in ("dobj", "nsubjpass") and governor.lemma in lists.acts_on:
        return head.ent in ("GPE", "LOC")  # "X was captured"
    if before is None or not leads or (right is not None and right.tag == "POS"):
        return False
    if before.lower in _BESIDE and head.dep == "pobj":
        return True
    return head.ent in _PLACE_LABELS


def _says_nothing(document: Document, spot: Spot) -> bool:
    """Return whether a name is made of kinds and sides only: "the Old City of X"."""
    lists, named = words(), document.tokens[spot.first : spot.last]
    return all(token.lower in lists.directions or token.lower in lists.kinds for token in named)


def _is_formed(document: Document, spot: Spot) -> bool:
    """Return whether an unknown name begins as many places' do: "Kafr X", "Tell X"."""
    return spot.last - spot.first > 1 and document.tokens[spot.first].lower in words().formants


def may_be_unknown(document: Document, spot: Spot) -> bool:
    """Return whether a name that nothing knows stands where a place's may, if it is one's."""
    before = word_before(document, spot.first)
    return before is not None and before.lower in _LEADING


def placed_by_words(document: Document, spot: Spot) -> bool:
    """Return whether the words around a name, not the name itself, show that it is a place's."""
    return bool(spot.kind) or _preposition(document, spot) >= 2.0


def _could_be(document: Document, spot: Spot, right: Token | None, told: Hints) -> bool:
    """Return whether nothing says that an unknown name is another thing's, or no name at all."""
    lists, head = words(), document.tokens[spot.last - 1]
    named = document.tokens[spot.first : spot.last]
    if all(token.lower in told.common for token in named):
        return False  # "Monitor", "Besieged Towns"
    if _says_nothing(document, spot):
        return False
    if any(token.pos in ("VERB", "ADP", "SCONJ", "AUX") and token.lower != "of" for token in named):
        return False  # a heading with capitals throughout
    if spot.name.lower() in lists.never or spot.name.isupper():
        return False
    # Of a whole name that stands with a kind, the last word alone says nothing.
    whole = (bool(spot.kind) and spot.last - spot.first > 1) or _is_formed(document, spot)
    if head.text in told.surnames and not whole:
        return False
    if head.lower in lists.owners and spot.until != spot.last:
        return False
    return right is None or not (right.text in ("-", "–") or right.lower in lists.owners)


def _label(document: Document, spot: Spot) -> float:
    tokens = document.tokens[spot.first : spot.last]
    if all(of_nation(token) for token in tokens) and not stands_for_place(document, spot.first):
        return -9.0
    labels = [token.ent for token in tokens if token.pos != "PUNCT"]
    return max((_LABELS.get(label, _OTHER_LABEL) for label in labels), default=0.0)


def _preposition(document: Document, spot: Spot) -> float:
    lists = words()
    token = word_before(document, spot.first)
    if token is None:
        return _object(document, spot, document.tokens[spot.first])
    before = document.tokens[spot.first - 1]
    side = 0.8 if before.lower in lists.directions and before.text[0].islower() else 0.0
    if token.lower in lists.strong or of_event(document, token):
        return 2.3
    if token.lower == "at":
        return 1.3 + side
    if token.lower in lists.weak:
        return 0.5 + side
    return max(side, _object(document, spot, token))


def of_event(document: Document, token: Token) -> bool:
    """Return whether a preposition ties a place to what happens there: "the siege of"."""
    if not token.i or token.lower not in words().happenings:
        return False
    return document.tokens[token.i - 1].lower in words().happenings[token.lower]


def _object(document: Document, spot: Spot, verb: Token) -> float:
    """Return what a verb before the name says: "captured X", "entered X"."""
    lists = words()
    first = document.tokens[spot.first]
    if first.dep == "nsubjpass" and document.head(first).lemma in lists.acts_on:
        return 1.2  # "X was captured"
    if verb.pos != "VERB":
        return 0.0
    if verb.lemma in lists.acts_on_places:
        return 2.0
    if verb.lemma not in lists.acts_on:
        return 0.0
    return 1.5 if first.ent == "PERSON" else 1.8


def word_before(document: Document, first: int) -> Token | None:
    """Return the word before a name, past articles, adjectives and parts of the compass."""
    lists = words()
    start = document.sentence_of(first).first
    k = first - 1
    while k >= start and first - k < 6:
        token = document.tokens[k]
        passed = token.pos in ("DET", "ADJ") or token.tag == "PRP$"
        if not (passed or token.lower in lists.directions or token.text in _MARKS):
            return token
        k -= 1
    return None


def _kind(spot: Spot) -> float:
    return 3.0 if spot.kind else 0.0


def _look(document: Document, spot: Spot, told: Hints) -> float:
    lists, tokens = words(), document.tokens
    first = tokens[spot.first]
    score = 0.0
    single = spot.last - spot.first == 1
    if single and first.lower in told.common:
        score -= 2.0
    if spot.entries and in_dateline(document, spot, told.dateline):
        score += 4.0
    elif spot.name.isupper() and 2 < len(spot.name) < 6 and spot.entries[:1]:
        score -= 0.0 if spot.entries[0].type == "country" else 3.0  # an abbreviation
    if spot.name.isupper() and len(spot.name) == 2 and spot.entries[:1]:
        # A postal code is one only after a town: "Boise, ID".
        score -= 0.0 if tokens[spot.first - 1].text == "," or first.ent == "GPE" else 3.0
    if single and first.pos != "PROPN":
        score -= 0.7 if _preposition(document, spot) >= 2.0 else 1.5
    if single and first.text in told.surnames:
        score -= 0.0 if first.ent in _PLACE_LABELS else 2.0
        score -= 2.0 if not spot.kind and _is_small(spot) else 0.0
    if single and first.lower in lists.doubtful and first.ent not in ("GPE", "LOC"):
        score -= 1.5
    small = not spot.entries or spot.entries[0].type in SETTLEMENTS
    speaks = first.dep in ("nsubj", "nsubjpass") and document.head(first).lemma in lists.speech
    return score - (1.0 if speaks and small else 0.0)


def _is_small(spot: Spot) -> bool:
    """Return whether only a small town can be meant by a name."""
    return all(e.type in SETTLEMENTS and 0 <= e.population < _SMALL for e in spot.entries[:1])


def in_dateline(document: Document, spot: Spot, dateline: Span | None) -> bool:
    """Return whether a spot stands in the report's dateline or at the head of a paragraph like one.

    Such a head is in capitals and ends in a dash, a colon or a bracket: "BEIRUT:", "TARSK —".
    """
    tokens = document.tokens
    if dateline is not None and dateline.overlaps(tokens[spot.first].span):
        return True
    sentence = document.sentence_of(spot.first)
    if not spot.name.isupper() or spot.first - sentence.first > 8 or len(spot.name) < 3:
        return False
    if spot.end >= sentence.last or tokens[spot.end].text not in _DATELINE_ENDS:
        return False
    head = tokens[sentence.first : spot.first]
    rest = tokens[spot.end : min(sentence.last, spot.end + _TELLS)]
    if not any(token.text.islower() for token in rest):
        return False  # all is in capitals
    return all(token.text.isupper() or token.text in ("/", ",", "-", "and") for token in head)
