"""The places that a report names."""

from __future__ import annotations

import msgspec

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry, Gazetteer
from dragoman.extraction.places_judging import THRESHOLD, Hints, hints, judge
from dragoman.extraction.places_relating import precision, relation
from dragoman.extraction.places_resolving import resolve
from dragoman.extraction.places_spotting import Spot, readings, runs, unknown
from dragoman.extraction.places_words import words
from dragoman.language import Document
from dragoman.model import Extract, Place, PlaceMention, Span, make_id
from dragoman.packs import Packs

# An unknown name needs more than a known one: its only witnesses are the words around it.
_UNKNOWN_THRESHOLD = 3.0


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
        found: list[Spot] = []
        for sentence in document.sentences:
            for first, end in runs(document, sentence):
                self._spots_of_run(document, first, end, told, found)
        return found

    def _spots_of_run(
        self,
        document: Document,
        first: int,
        end: int,
        told: Hints,
        found: list[Spot],
    ) -> None:
        i, any_found = first, False
        while i < end:
            spot = self._best(document, i, end, told, found)
            if spot is None:
                i += 1
                continue
            any_found = True
            found.append(spot)
            i = spot.end
        if not any_found:
            lone = unknown(document, first, end)
            if judge(document, self.atlas, lone, told, found) >= _UNKNOWN_THRESHOLD:
                found.append(lone)

    def _best(
        self, document: Document, i: int, end: int, told: Hints, found: list[Spot]
    ) -> Spot | None:
        for spot in readings(document, self.atlas, i, end):
            if judge(document, self.atlas, spot, told, found) >= THRESHOLD:
                return spot
        return None

    def _place(self, spot: Spot, entry: Entry | None) -> Place:
        if entry is not None:
            return self.atlas.place(entry)
        kind = words().kinds.get(spot.kind, "unknown")
        return Place(id=make_id("pla", "name", fold(spot.name)), name=spot.name, type=kind)


def _mention(document: Document, extract: Extract, spot: Spot, place: Place) -> PlaceMention:
    tokens = document.tokens
    span = Span(tokens[spot.first].start, tokens[spot.end - 1].end)
    dateline = extract.report.dateline
    how = relation(document, spot)
    if dateline is not None and dateline.overlaps(span):
        how = "dateline"
    return PlaceMention(
        evidence=extract.report.evidence(span),
        place=place.id,
        relation=how,
        precision=precision(document, spot, how, place.precision),
    )
