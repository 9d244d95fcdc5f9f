"""Where a text may name a place: stretches of tokens with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from dragoman.extraction.atlas import SETTLEMENTS, Atlas
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_kinds import (
    is_kind,
    kind_after,
    kind_after_list,
    kind_apart,
    kind_before_name,
)
from dragoman.extraction.places_sides import is_cut_short, written_out
from dragoman.extraction.places_words import words
from dragoman.language import Document, Sentence, Token
from dragoman.model import Span

_LONGEST = 6
# Agency reports of this many characters have an apostrophe somewhere.
_LONG = 800
# From so many people on, a town's name may begin that of a mosque or hospital in it.
_KNOWN = 20_000
# From so many on, its name may stand beside another without a comma between the two.
_CITY = 100_000
_GOING_ON = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "ed", "ez", "es"})
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "INTJ", "VERB"})
_JOINTS = frozenset(
    ("-", "–", "'", "’", "al", "el", "ul", "az", "ez", "ash", "as", "ad", "ar", "an", "at", "es",
     "ed", "of", "de", "del", "la", "le", "les", "du", "da", "do", "dos", "sur", "upon", "and",
     "am", "den", "der", "St.", "st.", "e", "au", "i", "y", "o")
)  # fmt: skip
# Kinds that a settlement's or a region's own name takes.
_KEPT = frozenset({"province", "district", "region", "city", "town", "village"})
# Named after persons and provinces, and seldom after where they stand: "the Orr palace".
_PALACES = frozenset({"palace", "palaces"})
_GROWN = frozenset({"al-", "el-"})
_ARTICLES = frozenset({"al", "el", "ul", "az", "ez", "ash", "as", "ad", "ar", "an", "at", "the"})
_OTHER_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
_ABBREVIATED = re.compile(r"^[A-Z]\.?$")


class Spot(msgspec.Struct, frozen=True):
    """Tokens ``first`` (inclusive) to ``last`` (exclusive) that may be a place's name.

    ``entries`` is what may be meant. ``kind`` is the word that says what the place is ("province"
    in "Idlib province"), ``until`` the end of the tokens up to that word where it follows.
    """

    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]
    kind: str = ""
    until: int = 0
    kind_before: bool = False

    @property
    def end(self) -> int:
        """The token after the name and the kind that follows it."""
        return max(self.last, self.until)


def is_name_token(token: Token, sentence: Sentence) -> bool:
    """Return whether a token may be part of a name: capitalised, and not for its position only."""
    if not token.text[0].isupper():
        # "al-Bab", "d'Ivoire": a lower-case article that has grown together with the name.
        return token.pos == "PROPN" and token.text[:3] in _GROWN
    if token.i == sentence.first and token.text.isupper() and len(token.text) > 2:
        return True  # a dateline
    if token.pos not in _NAME_TAGS or token.ent in _OTHER_LABELS:
        return False
    if _ABBREVIATED.match(token.text):
        return False
    if token.lower in words().strong:
        return False
    if token.i == sentence.first and token.pos in ("VERB", "INTJ", "NOUN", "ADJ"):
        return bool(token.ent) and token.ent != "NORP"
    return True


def runs(document: Document, sentence: Sentence, atlas: Atlas) -> Iterator[tuple[int, int]]:
    """Yield the stretches of name tokens of a sentence, with the small words inside names.

    The names of actors that a pack knows are passed over: "Islamic State of Iraq and the Levant".
    """
    i = sentence.first
    while i < sentence.last:
        text = document.tokens[i].text
        if not text[0].isupper() and text not in _ARTICLES and text[:3] not in _GROWN:
            i += 1  # most words: nothing more to ask
            continue
        if taken := atlas.actor_at(document.tokens, i, sentence.last):
            i += taken
            continue
        if not (
            is_name_token(document.tokens[i], sentence)
            or _is_article(document, i, sentence)
            or _is_of_kind(document, i, sentence)
            or is_cut_short(document, i, atlas)
        ):
            i += 1
            continue
        end = j = i + 1
        while j < sentence.last and j - end < 4:
            token = document.tokens[j]
            if is_name_token(token, sentence):
                end = j = j + 1
            elif token.text in _JOINTS and token.text != "and":
                j += 1
            else:
                break
        yield i, end
        i = end


def _is_of_kind(document: Document, i: int, sentence: Sentence) -> bool:
    """Return whether a name, whatever it was labelled, stands after "the town of"."""
    token = document.tokens[i]
    named = token.pos == "PROPN" and token.dep == "pobj" and token.text[0].isupper()
    return (
        named
        and document.tokens[i - 1].lower == "of"
        and bool(kind_before_name(document, i, sentence))
    )


def _is_article(document: Document, i: int, sentence: Sentence) -> bool:
    """Return whether a name begins here with a lower-case article: "al-Bab"."""
    tokens = document.tokens
    if tokens[i].text not in _ARTICLES or i + 2 >= sentence.last or tokens[i].text == "the":
        return False
    joined = tokens[i + 1].text == "-" and tokens[i].end == tokens[i + 1].start
    return joined and tokens[i + 2].text[0].isupper()


@lru_cache(maxsize=2)
def lost_apostrophes(document: Document) -> bool:
    """Return whether a text of some length has no apostrophe: some collections stripped them."""
    text = document.text
    return len(text) > _LONG and "'" not in text and "’" not in text


def readings(document: Document, atlas: Atlas, i: int, end: int) -> Iterator[Spot]:
    """Yield what the gazetteer knows of the tokens from ``i`` on, the longest name first."""
    tokens = document.tokens
    if not tokens[i].text[0].isalpha():
        return
    for last in range(min(end, i + _LONGEST), i, -1):
        if tokens[last - 1].text in _JOINTS:
            continue
        name = Span(tokens[i].start, tokens[last - 1].end).of(document.text)
        if last - i == 1 and is_common(tokens[i]):
            return
        name = written_out(name.replace("\n", " "))
        entries = atlas.entries(name)
        if last - i == 1 and (owner := _bare_genitive(document, atlas, name, entries)):
            name, entries = owner
        if name in atlas.adjectives and not (entries and entries[0].type == "country"):
            continue
        if entries and not (_goes_on(document, last, end) and _little_known(entries)):
            spot = with_kind(document, Spot(i, last, name, entries))
            yield _with_full_name(document, atlas, spot)


def _goes_on(document: Document, last: int, end: int) -> bool:
    """Return whether an article and a name follow in one name: "Orum" of "Orum al-Kubra"."""
    tokens = document.tokens
    if last + 1 >= end:
        return last < end and tokens[last].text[:3] in _GROWN
    return tokens[last].text in _GOING_ON or tokens[last].text[:3] in _GROWN


def _little_known(entries: tuple[Entry, ...]) -> bool:
    """Return whether none of the candidates is a city by its own name, or the pack's."""
    return not any(
        e.id < 0 or (e.kind == 0 and e.population >= _CITY and e.type in SETTLEMENTS)
        for e in entries
    )


def _bare_genitive(
    document: Document, atlas: Atlas, name: str, entries: tuple[Entry, ...]
) -> tuple[str, tuple[Entry, ...]] | None:
    """Return the name in "Syrias Damascus", in a text that lost its apostrophes."""
    if not name.endswith("s") or any(entry.kind < 2 for entry in entries):
        return None
    if not lost_apostrophes(document):
        return None
    owner = atlas.entries(name[:-1])
    known = [e for e in owner if e.kind < 2 and (e.population >= _KNOWN or e.id < 0)]
    return (name[:-1], tuple(known)) if known else None


def is_common(token: Token) -> bool:
    """Return whether a word alone is no name: "Western", "Capital", "Sheikh", "Al"."""
    lists = words()
    word = token.lower
    common = (lists.directions, lists.kinds, lists.formants, lists.titles, _ARTICLES)
    return any(word in some for some in common)


def _with_full_name(document: Document, atlas: Atlas, spot: Spot) -> Spot:
    """Return the spot with what its name and kind together may mean put first.

    A kind that makes another thing of a town ("Tarsk airport") is left out of the name.
    """
    if not spot.kind or spot.until == spot.last:
        return spot
    tokens = document.tokens
    proper = spot.until > spot.last and tokens[spot.until - 1].text[0].isupper()
    if spot.until > spot.last:
        full = Span(tokens[spot.first].start, tokens[spot.until - 1].end).of(document.text)
    else:
        full = f"{spot.name} {spot.kind.removesuffix('s')}"
    named = [entry for entry in atlas.entries(full) if entry.kind < 3]
    palace = spot.kind in _PALACES and _little_known(spot.entries)
    obscure = proper and words().kinds[spot.kind] == "facility" and _is_obscure(spot)
    if not named and spot.until > spot.last and (palace or obscure):
        return msgspec.structs.replace(spot, name=full, entries=(), last=spot.until)
    if not named:
        keeps = words().kinds[spot.kind] in _KEPT
        return spot if keeps else msgspec.structs.replace(spot, until=0)
    if named[0].id in {entry.id for entry in spot.entries}:
        return spot
    # Another place than those of the bare name: "Damascus countryside" is a province of its own.
    return msgspec.structs.replace(spot, name=full, entries=tuple(named))


def _is_obscure(spot: Spot) -> bool:
    """Return whether the name before "Mosque" is too little known: "Grand" is no village there."""
    return all(entry.population < _KNOWN and entry.id > 0 for entry in spot.entries)


def with_kind(document: Document, spot: Spot) -> Spot:
    """Return the spot with the word that says what the place is, when one goes with it."""
    if spot.entries and spot.entries[0].type == "country":
        return spot
    own = document.tokens[spot.last - 1]
    if spot.last - spot.first > 1 and is_kind(own) and own.text[0].isupper():
        return msgspec.structs.replace(spot, kind=own.lower, until=spot.last)
    sentence = document.sentence_of(spot.first)
    k = kind_after(document, spot.last, sentence)
    if k is not None:
        kind = document.tokens[k].lower
        return msgspec.structs.replace(spot, kind=kind, until=k + 1)
    known = bool(spot.entries) or _is_whose(document, spot)
    before = kind_before_name(document, spot.first, sentence, known=known)
    if before:
        return msgspec.structs.replace(spot, kind=before, kind_before=True)
    listed = kind_after_list(document, spot.last, sentence) or kind_apart(
        document, spot.last, sentence
    )
    return msgspec.structs.replace(spot, kind=listed) if listed else spot


def _is_whose(document: Document, spot: Spot) -> bool:
    """Return whether a name stands before what is its own: "the districts of Varnias capital"."""
    owned = document.head(document.tokens[spot.last - 1])
    return owned.i >= spot.last and owned.pos == "NOUN"


def inherit_kind(document: Document, spot: Spot, before: Sequence[Spot]) -> Spot:
    """Return ``spot`` with the kind of the name before it: "the towns of X and Y"."""
    if spot.kind or not before or not before[-1].kind_before:
        return spot
    between = [t.lower for t in document.tokens[before[-1].end : spot.first]]
    if before[-1].kind.endswith("s") and between in (["and"], [","], [",", "and"], ["or"]):
        return msgspec.structs.replace(spot, kind=before[-1].kind, kind_before=True)
    return spot
