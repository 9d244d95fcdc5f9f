"""Where a text may name a place: stretches of tokens with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.gazetteer import Entry
from dragoman.extraction.places_words import words
from dragoman.language import Document, Sentence, Token
from dragoman.model import Span

_LONGEST = 6
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "INTJ", "VERB"})
_JOINTS = frozenset(
    ("-", "–", "'", "’", "al", "el", "ul", "az", "ez", "ash", "as", "ad", "ar", "an", "at", "es",
     "ed", "of", "de", "del", "la", "le", "les", "du", "da", "do", "dos", "sur", "upon", "and",
     "am", "den", "der", "St.", "st.")
)  # fmt: skip
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
        return token.pos == "PROPN" and token.text[:3] in ("al-", "el-")
    if token.pos not in _NAME_TAGS or _ABBREVIATED.match(token.text):
        return False
    if token.i == sentence.first and token.pos in ("VERB", "INTJ", "NOUN", "ADJ"):
        return bool(token.ent) and token.ent != "NORP"
    return True


def runs(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the stretches of name tokens of a sentence, with the small words inside names."""
    i = sentence.first
    while i < sentence.last:
        if not is_name_token(document.tokens[i], sentence):
            i += 1
            continue
        end = j = i + 1
        while j < sentence.last and j - end < 3:
            token = document.tokens[j]
            if is_name_token(token, sentence):
                end = j = j + 1
            elif token.text in _JOINTS and token.text != "and":
                j += 1
            else:
                break
        yield i, end
        i = end


def readings(document: Document, atlas: Atlas, i: int, end: int) -> Iterator[Spot]:
    """Yield what the gazetteer knows of the tokens from ``i`` on, the longest name first."""
    tokens = document.tokens
    for last in range(min(end, i + _LONGEST), i, -1):
        if tokens[last - 1].text in _JOINTS:
            continue
        name = Span(tokens[i].start, tokens[last - 1].end).of(document.text)
        entries = atlas.entries(name.replace("\n", " "))
        if entries:
            yield with_kind(document, Spot(i, last, name, entries))


def with_kind(document: Document, spot: Spot) -> Spot:
    """Return the spot with the word that says what the place is, when one goes with it."""
    lists, tokens = words(), document.tokens
    sentence = document.sentence_of(spot.first)
    k = spot.last
    while k < sentence.last and k - spot.last < 3 and tokens[k].lower in lists.between:
        k += 1
    if k < sentence.last and tokens[k].lower in lists.kinds and tokens[k].pos in ("NOUN", "PROPN"):
        return msgspec.structs.replace(spot, kind=tokens[k].lower, until=k + 1)
    before = _kind_before(document, spot.first, sentence)
    return msgspec.structs.replace(spot, kind=before, kind_before=True) if before else spot


def _kind_before(document: Document, first: int, sentence: Sentence) -> str:
    """Return "town" for "the town of X", "city" for "the Russian city X", else nothing."""
    lists, tokens = words(), document.tokens
    k = first - 1
    if k > sentence.first and tokens[k].lower == "of":
        k -= 1
    elif tokens[k].i < sentence.first or tokens[k].pos == "PROPN":
        return ""
    if k < sentence.first:
        return ""
    word = tokens[k].lower
    return word if word in lists.kinds and tokens[k].pos in ("NOUN", "PROPN") else ""


def unknown(document: Document, first: int, end: int) -> Spot:
    """Return a run of tokens as the name of a place that nothing knows."""
    tokens = document.tokens
    lists = words()
    last = end
    # "Hmeimim Air Base": the kind is a part of the name, and stays so when capitalised.
    name = Span(tokens[first].start, tokens[last - 1].end).of(document.text)
    spot = with_kind(document, Spot(first, last, name, ()))
    if not spot.kind and tokens[last - 1].lower in lists.kinds and last - first > 1:
        return msgspec.structs.replace(spot, kind=tokens[last - 1].lower, until=last)
    return spot
