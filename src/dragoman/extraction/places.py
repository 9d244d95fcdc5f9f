"""The places that a report names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.extraction.atlas import Atlas
from dragoman.extraction.folding import fold
from dragoman.extraction.gazetteer import Entry, Gazetteer
from dragoman.extraction.places_borders import nominal_places
from dragoman.extraction.places_judging import (
    THRESHOLD,
    Hints,
    hints,
    in_dateline,
    judge,
    judge_unknown,
    may_be_unknown,
    placed_by_words,
)
from dragoman.extraction.places_relating import coordinated, precision, relation
from dragoman.extraction.places_resolving import is_hamlet_besides, resolve
from dragoman.extraction.places_sides import is_cut_short
from dragoman.extraction.places_spotting import Spot, inherit_kind, readings, runs
from dragoman.extraction.places_unknown import owns, unknown
from dragoman.extraction.places_words import words
from dragoman.language import Document
from dragoman.model import Extract, Place, PlaceMention, Report, Span, make_id
from dragoman.packs import Packs

# A name that falls short by no more than this is taken when it is taken elsewhere in the report.
_NEARLY = 1.5
# So is one that falls short by less when it may lie in a country that the report speaks of.
# What a monitoring service writes for a broadcast from nobody knows which town.
_NOWHERE = frozenset({"NO CITY", "CLANDESTINE"})
_AT_HOME = THRESHOLD - 0.7
# Towns with fewer people than this are seldom named where a person's name may be meant.
_KNOWN = 20_000


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
        entries = resolve(document, spots, self.atlas.nations(document))
        places: dict[str, Place] = {}
        mentions = []
        relations = _relations(document, spots, extract.report.dateline)
        told = {fold(spot.name) for spot in spots if spot.kind}
        for spot, entry, how in zip(spots, entries, relations, strict=True):
            sure = entry is not None or fold(spot.name) in told
            if not sure and spot.entries and not placed_by_words(document, spot):
                continue  # only its name spoke for it, and it means something else
            place = self._place(spot, entry)
            places.setdefault(place.id, place)
            if entry is not None:
                self._add_holders(entry, places)
            mentions.append(_mention(document, extract, spot, place, how))
        for span, meant in self._datelines(extract.report, entries):
            place = self.atlas.place(meant) if meant else _by_name(span.of(document.text), "")
            places.setdefault(place.id, place)
            if meant is not None:
                self._add_holders(meant, places)
            evidence = extract.report.evidence(span)
            mentions.append(
                PlaceMention(
                    evidence=evidence,
                    place=place.id,
                    relation="dateline",
                    precision=place.precision,
                )
            )
        for nominal in nominal_places(document, self.atlas):
            how = relation(document, nominal.spot)
            places.setdefault(nominal.place.id, nominal.place)
            mentions.append(_mention(document, extract, nominal.spot, nominal.place, how))
        for place in tuple(places.values()):
            for key in place.within:
                if key not in places and (known := self.atlas.holder(key)):
                    places[key] = known
        mentions.sort(key=lambda mention: mention.evidence)
        return msgspec.structs.replace(
            extract, places=tuple(places.values()), place_mentions=tuple(mentions)
        )

    def spots(self, document: Document, dateline: Span | None = None) -> list[Spot]:
        """Return the stretches of text that name places, in text order."""
        told = hints(document, dateline)
        search = _Search(document, self.atlas, told)
        for sentence in document.sentences:
            for first, end in runs(document, sentence, self.atlas):
                search.run(first, end)
        return search.all()

    def _add_holders(self, entry: Entry, places: dict[str, Place]) -> None:
        """Add what a place of the gazetteer lies in."""
        for above in self.atlas.above(entry):
            holder = self.atlas.place(above)
            places.setdefault(holder.id, holder)

    def _datelines(
        self, report: Report, chosen: Sequence[Entry | None]
    ) -> Iterator[tuple[Span, Entry | None]]:
        """Yield the places of a dateline that stands outside the body, as the report means them.

        None is a place that nothing knows, or only a hamlet that is called so besides.
        """
        if report.dateline is None or report.in_body(report.dateline):
            return
        meant = {entry.id for entry in chosen if entry is not None}
        for name in report.datelines:
            start = report.text.find(name, report.dateline.start, report.dateline.end)
            if start < 0 or name.upper() in _NOWHERE:
                continue
            known = self._of_dateline(name)
            likely = known[0] if known and not is_hamlet_besides(known[0]) else None
            same = next((entry for entry in known if entry.id in meant), likely)
            yield Span(start, start + len(name)), same

    def _of_dateline(self, name: str) -> tuple[Entry, ...]:
        """Return what a dateline's name may mean: for "TARSK, Karvelia" what lies in the second.

        "TARSK (KARVELIA)" is another way to say so; "NO CITY (KARVELIA)" is the state.
        """
        known = self.atlas.entries(name)
        town, _, rest = name.replace(" (", ",").rstrip(")").partition(",")
        if known or not rest:
            return known
        holders = self.atlas.entries(rest.strip())[:3]
        if town.strip().upper() in _NOWHERE:
            return tuple(holders)
        options = self.atlas.entries(town.strip())
        homes = {entry.country for entry in holders if entry.type == "country"}
        within = {entry.id for entry in holders}
        inside = [e for e in options if e.country in homes or {e.admin1, e.admin2} & within]
        return tuple(inside) or options

    def _place(self, spot: Spot, entry: Entry | None) -> Place:
        if entry is not None:
            return self.atlas.place(entry)
        return _by_name(spot.name, spot.kind)


def _by_name(said: str, kind: str) -> Place:
    """Return a place that nothing knows; ``kind`` is the word that says what it is, or ""."""
    name = said.title() if said.isupper() else said
    type_ = words().kinds.get(kind, "unknown")
    return Place(id=make_id("pla", "name", fold(name)), name=name, type=type_)


class _Search:
    """One pass over a report: the names taken for places, and those that nearly were.

    A name that was taken once is taken where it stands less clearly too.
    """

    def __init__(self, document: Document, atlas: Atlas, told: Hints) -> None:
        self.document = document
        self.atlas = atlas
        self.told = told
        self.found: list[Spot] = []
        self.nearly: list[tuple[Spot, float]] = []

    def all(self) -> list[Spot]:
        """Return the spots taken, in text order."""
        taken = {fold(spot.name) for spot in self.found}
        homes = {spot.entries[0].country for spot in self.found if spot.entries}
        also = [
            spot
            for spot, score in self.nearly
            if fold(spot.name) in taken or (score >= _AT_HOME and _within(spot, homes))
        ]
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
            obscure = all(e.id > 0 and e.population < _KNOWN for e in plain.entries)
            if obscure and owns(self.document, self.document.tokens[plain.last - 1]):
                continue
            spot = inherit_kind(self.document, plain, self.found)
            if is_cut_short(self.document, i, self.atlas):
                return spot
            score = judge(self.document, self.atlas, spot, self.told, self.found)
            if score >= THRESHOLD:
                return spot
            if score >= THRESHOLD - _NEARLY:
                self.nearly.append((spot, score))
        return None

    def _unknown(self, first: int, end: int) -> None:
        lone = unknown(self.document, first, end)
        if lone is None or lone.name in self.atlas.adjectives:
            return
        if lone.name.split()[-1].lower() in words().never:
            return  # "on Easter Sunday"
        spot = inherit_kind(self.document, lone, self.found)
        if judge_unknown(self.document, spot, self.told):
            self.found.append(spot)
        elif may_be_unknown(self.document, spot):
            self.nearly.append((spot, 0.0))


def _within(spot: Spot, countries: set[str]) -> bool:
    return any(entry.country in countries and entry.type != "country" for entry in spot.entries[:3])


def _relations(
    document: Document, spots: Sequence[Spot], dateline: Span | None
) -> list[str | None]:
    """Return how the text relates to each place; those of a list as to the list's first."""
    found: list[str | None] = []
    for k, spot in enumerate(spots):
        how = relation(document, spot)
        if in_dateline(document, spot, dateline):
            how = "dateline"
        elif k and how in (None, "of", "metonym") and coordinated(document, spots[k - 1], spot):
            how = found[-1] or how
        found.append(how)
    return found


def _mention(
    document: Document, extract: Extract, spot: Spot, place: Place, how: str | None
) -> PlaceMention:
    tokens = document.tokens
    span = Span(tokens[spot.first].start, tokens[spot.end - 1].end)
    return PlaceMention(
        evidence=extract.report.evidence(span),
        place=place.id,
        relation=how,
        precision=precision(document, spot, how, place.precision),
    )
