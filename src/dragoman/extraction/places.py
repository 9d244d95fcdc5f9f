"""The places that a report names."""

from __future__ import annotations

import msgspec

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry, Gazetteer
from dragoman.extraction.places_judging import (
    THRESHOLD,
    Hints,
    hints,
    in_dateline,
    judge,
    judge_unknown,
)
from dragoman.extraction.places_relating import precision, relation
from dragoman.extraction.places_resolving import resolve
from dragoman.extraction.places_spotting import Spot, inherit_kind, readings, runs, unknown
from dragoman.extraction.places_words import words
from dragoman.language import Document
from dragoman.model import Extract, Place, PlaceMention, Span, make_id
from dragoman.packs import Packs

# A name that falls short by no more than this is taken when it is taken elsewhere in the report.
_NEARLY = 1.5


class Places:
    """Finds the names of places in headline and body and says which places they are.

    Places that nothing knows are kept by name, with precision "unknown".
    """

    needs = ("report",)
    gives = ("places", "place_mentions")

    def __init__(self, gazetteer: Gazetteer | None = None, packs: Packs | None = None) -> None:
        self.atlas = Atlas(gazetteer or Gazetteer.open(), packs)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the report's places and where it names them."""
        spots = self.spots(document, extract.report.dateline)
        entries = resolve(document, spots)
        places: dict[str, Place] = {}
        mentions = []
        for spot, entry in zip(spots, entries, strict=True):
            place = self._place(spot, entry)
            places.setdefault(place.id, place)
            if entry is not None:
                for above in self.atlas.above(entry):
                    holder = self.atlas.place(above)
                    places.setdefault(holder.id, holder)
            mentions.append(_mention(document, extract, spot, place))
        return msgspec.structs.replace(
            extract, places=tuple(places.values()), place_mentions=tuple(mentions)
        )

    def spots(self, document: Document, dateline: Span | None = None) -> list[Spot]:
        """Return the stretches of text that name places, in text order."""
        told = hints(document, dateline)
        search = _Search(document, self.atlas, told)
        for sentence in document.sentences:
            for first, end in runs(document, sentence):
                search.run(first, end)
        return search.all()

    def _place(self, spot: Spot, entry: Entry | None) -> Place:
        if entry is not None:
            return self.atlas.place(entry)
        kind = words().kinds.get(spot.kind, "unknown")
        return Place(id=make_id("pla", "name", fold(spot.name)), name=spot.name, type=kind)


class _Search:
    """One pass over a report: the names taken for places, and those that nearly were.

    A name that was taken once is taken where it stands less clearly too.
    """

    def __init__(self, document: Document, atlas: Atlas, told: Hints) -> None:
        self.document = document
        self.atlas = atlas
        self.told = told
        self.found: list[Spot] = []
        self.nearly: list[Spot] = []

    def all(self) -> list[Spot]:
        """Return the spots taken, in text order."""
        taken = {fold(spot.name) for spot in self.found}
        also = [spot for spot in self.nearly if fold(spot.name) in taken]
        return sorted([*self.found, *also], key=lambda spot: spot.first)

    def run(self, first: int, end: int) -> None:
        """Search one run of name tokens."""
        i, any_found = first, False
        while i < end:
            spot = self._best(i, end)
            if spot is None:
                i += 1
                continue
            any_found = True
            self.found.append(spot)
            i = spot.end
        if not any_found:
            self._unknown(first, end)

    def _best(self, i: int, end: int) -> Spot | None:
        for plain in readings(self.document, self.atlas, i, end):
            spot = inherit_kind(self.document, plain, self.found)
            score = judge(self.document, self.atlas, spot, self.told, self.found)
            if score >= THRESHOLD:
                return spot
            if score >= THRESHOLD - _NEARLY:
                self.nearly.append(spot)
        return None

    def _unknown(self, first: int, end: int) -> None:
        lone = unknown(self.document, first, end)
        if lone is None:
            return
        spot = inherit_kind(self.document, lone, self.found)
        if judge_unknown(self.document, spot, self.told):
            self.found.append(spot)


def _mention(document: Document, extract: Extract, spot: Spot, place: Place) -> PlaceMention:
    tokens = document.tokens
    span = Span(tokens[spot.first].start, tokens[spot.end - 1].end)
    dateline = extract.report.dateline
    how = relation(document, spot)
    if in_dateline(document, spot, dateline):
        how = "dateline"
    return PlaceMention(
        evidence=extract.report.evidence(span),
        place=place.id,
        relation=how,
        precision=precision(document, spot, how, place.precision),
    )
