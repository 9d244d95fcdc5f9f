"""The passages of a record as scripts, for the search of published pages.

A page on a disk may fetch nothing but may run scripts beside it, so that what is searched comes as
scripts that hand over their data: one of tables (reports, speakers, places ...) and as many of
passages as there is text. `assets/search.js` reads them, by the positions that are written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.briefing.naming import first_day, when
from dragoman.language import paragraphs_of
from dragoman.model import Evidence, Report
from dragoman.model.vocabulary import label
from dragoman.web.answering import harmless, json_for_page
from dragoman.web.facets import FACET, TITLES, Passage, about, passage_of
from dragoman.web.snapshot import Snapshot

# Characters of text in one script: small enough that the first results show while others load.
_SHARD = 1_500_000


class ReportRow(msgspec.Struct, frozen=True, array_like=True):
    """A report as a result names it; ``copy_of`` is "" or the id of what it reprints."""

    id: str
    title: str
    outlet: str
    published: str
    day: str
    copy_of: str


class PassageRow(msgspec.Struct, frozen=True, array_like=True):
    """A paragraph: who speaks in it by which act, and what is told in it where."""

    report: str
    start: int
    end: int
    text: str
    claims: tuple[tuple[str, str], ...]
    accounts: tuple[tuple[str, str], ...]


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """What passages name by code or id, in words; ``within``: what a place lies in.

    ``titles`` are those of the facets, which list ``most`` values each.
    """

    reports: tuple[ReportRow, ...]
    speakers: dict[str, str]
    acts: dict[str, str]
    places: dict[str, str]
    within: dict[str, tuple[str, ...]]
    types: dict[str, str]
    titles: dict[str, str]
    most: int
    parts: int


def write_passages(snap: Snapshot, folder: Path) -> None:
    """Write all passages of a record as scripts into ``folder``."""
    folder.mkdir()
    rows = [_row(passage, snap) for passage in _passages(snap)]
    parts = list(_shards(rows))
    _write(folder / "index.js", _tables(rows, len(parts), snap))
    for number, part in enumerate(parts, 1):
        _write(folder / f"{number}.js", part)


def _write(path: Path, value: object) -> None:
    path.write_text(f"dragomanPassages({json_for_page(value)});\n", encoding="utf-8")


def _passages(snap: Snapshot) -> Iterator[Passage]:
    for report in snap.record.reports:
        for evidence in _paragraphs(report):
            yield passage_of(evidence, snap)


def _paragraphs(report: Report) -> Iterator[Evidence]:
    """Yield the headline and the paragraphs of a report, as the program's own search has them."""
    if report.headline is not None:
        yield report.evidence(report.headline)
    for part in report.body:
        for span in paragraphs_of(report.text, part, report.joins):
            yield report.evidence(span)


def _row(passage: Passage, snap: Snapshot) -> PassageRow:
    evidence = passage.evidence
    claims = ((c.speaker.actor or "", c.act) for c in passage.claims)
    accounts = ((a.place if a.place in snap.places else "", a.type) for a in passage.accounts)
    return PassageRow(
        report=evidence.report,
        start=evidence.start,
        end=evidence.end,
        text=_harmless(evidence.quote),
        claims=tuple(dict.fromkeys(claims)),
        accounts=tuple(dict.fromkeys((place or "", code) for place, code in accounts)),
    )


def _tables(rows: Iterable[PassageRow], parts: int, snap: Snapshot) -> Tables:
    claims = list(dict.fromkeys(pair for row in rows for pair in row.claims))
    accounts = list(dict.fromkeys(pair for row in rows for pair in row.accounts))
    names = snap.names
    told = {name for name, _ in accounts if name}
    places = sorted(told | {outer for name in told for outer in snap.places[name].within})
    within = {name: snap.places[name].within for name in places if name in snap.places}
    return Tables(
        reports=tuple(_report(report, snap) for report in snap.record.reports),
        speakers={s: _harmless(names.actor(s)) for s, _ in claims if s in snap.actors},
        acts={act: label("acts", act) for _, act in claims},
        places={name: _harmless(names.place(name)) for name in places},
        within={name: outer for name, outer in within.items() if outer},
        types={code: about(code) for _, code in accounts},
        titles=TITLES,
        most=FACET,
        parts=parts,
    )


def _report(report: Report, snap: Snapshot) -> ReportRow:
    day = first_day(report.published)
    return ReportRow(
        id=report.id,
        title=_harmless(report.title or report.source),
        outlet=_harmless(snap.names.outlet(report.id)),
        published=when(report.published),
        day=day.isoformat() if report.published else "",
        copy_of=report.copy_of or "",
    )


def _harmless(text: str) -> str:
    return str(harmless(text))


def _shards(rows: Iterable[PassageRow]) -> Iterator[list[PassageRow]]:
    part: list[PassageRow] = []
    size = 0
    for row in rows:
        part.append(row)
        size += len(row.text)
        if size >= _SHARD:
            yield part
            part, size = [], 0
    if part:
        yield part
