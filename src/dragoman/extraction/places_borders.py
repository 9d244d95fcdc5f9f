"""Places that a text names by adjectives: "the Syrian-Iraqi border", "the Kazakh capital"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.places_spotting import Spot
from dragoman.language import Document, Sentence
from dragoman.model import Place, Span, make_id

_BORDERS = frozenset({"border", "borders", "frontier"})
_AT_BORDERS = frozenset({"crossing", "area", "region", "point", "post", "zone", "line", "town"})
_JOINTS = frozenset({"-", "–", "and", "/"})
# The last words of "de facto", "self-declared": what rebels make their capital is not the state's.
_SO_CALLED = frozenset({"facto", "declared", "proclaimed", "styled", "self-declared"})


class Nominal(msgspec.Struct, frozen=True):
    """A stretch of tokens and the place that it stands for."""

    spot: Spot
    place: Place


def nominal_places(document: Document, atlas: Atlas) -> Iterator[Nominal]:
    """Yield the borders and capitals that a text calls after the nations, in text order."""
    for sentence in document.sentences:
        for k in range(sentence.first + 1, sentence.last):
            word = document.tokens[k].text
            if word in _BORDERS:
                yield from _border(document, atlas, sentence, k)
                yield from _border_with(document, atlas, sentence, k)
            elif word == "capital":
                yield from _capital(document, atlas, sentence, k)


def _border(document: Document, atlas: Atlas, sentence: Sentence, k: int) -> Iterator[Nominal]:
    tokens = document.tokens
    codes: list[str] = []
    i = k - 1
    while i >= sentence.first:
        code = _country(atlas, tokens[i].text)
        if code:
            codes.append(code)
        elif tokens[i].text not in _JOINTS or not codes:
            break
        i -= 1
    first = i + 1
    while first < k and tokens[first].text in _JOINTS:
        first += 1
    if codes:
        yield Nominal(_spot(document, first, k + 1), _border_place(atlas, codes))


def _border_with(document: Document, atlas: Atlas, sentence: Sentence, k: int) -> Iterator[Nominal]:
    """Yield the border for "the border with Karvelia", "a border crossing with Karvelia"."""
    tokens = document.tokens
    i = k + 1
    while i < sentence.last and tokens[i].lower in _AT_BORDERS:
        i += 1
    if i + 1 >= sentence.last or tokens[i].lower != "with":
        return
    i += 1 + (tokens[i + 1].lower in ("the", "neighboring", "neighbouring"))
    code = _country(atlas, tokens[i].text) if i < sentence.last else ""
    if code and tokens[i].pos == "PROPN":
        yield Nominal(_spot(document, k, i + 1), _border_place(atlas, [code]))


def _country(atlas: Atlas, word: str) -> str:
    """Return the code of the country that an adjective or a country's name stands for."""
    if word in atlas.adjectives:
        return atlas.adjectives[word]
    if not word[:1].isupper():
        return ""
    entries = atlas.entries(word)
    return entries[0].country if entries and entries[0].type == "country" else ""


def _border_place(atlas: Atlas, codes: list[str]) -> Place:
    order = sorted(set(codes))
    homes = [entry for code in order if (entry := atlas.gazetteer.country(code))]
    return Place(
        id=make_id("pla", "border", *order),
        name=f"{'–'.join(entry.name for entry in homes)} border",
        type="border",
        country=order[0] if len(order) == 1 else None,
        precision="landscape",
        source=f"border:{'-'.join(order)}",
    )


def _capital(document: Document, atlas: Atlas, sentence: Sentence, k: int) -> Iterator[Nominal]:
    """Yield the capital for "the Kazakh capital", not when its name follows.

    "The rebels' de facto Kazakh capital" is another town.
    """
    tokens = document.tokens
    if tokens[k - 2].lower in _SO_CALLED:
        return
    code = atlas.adjectives.get(tokens[k - 1].text, "")
    named = k + 1 < sentence.last and (
        tokens[k + 1].pos == "PROPN" or tokens[k + 1].text in (",", "of", "city")
    )
    entry = atlas.gazetteer.capital(code) if code and not named else None
    if entry is not None:
        yield Nominal(_spot(document, k - 1, k + 1), atlas.place(entry))


def _spot(document: Document, first: int, last: int) -> Spot:
    span = Span(document.tokens[first].start, document.tokens[last - 1].end)
    return Spot(first, last, span.of(document.text), ())
