"""Mentions of persons and organisations, and which are the same, scored against re3d.

re3d marks persons and organisations (states, forces and unnamed groups among the latter) in 84
documents on Syria and Iraq; annotations that the set's own model doubts (confidence below a half)
are left out. It often marks a name with and without its article or title: annotations of one type
that overlap count as one, found exactly when our span is one of them but for a leading article,
found in part when it shares a character. The rules were tuned on the documents of even number (by
id); only the odd ones are scored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.bench.polnear import Ratio
from dragoman.bench.rows import Row
from dragoman.extraction.actors import Actors
from dragoman.extraction.gazetteer import Gazetteer
from dragoman.extraction.places import Places
from dragoman.language import Document, parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import default

NEEDS = ("re3d",)
Kind = Literal["Person", "Organisation"]
KINDS: tuple[Kind, ...] = ("Person", "Organisation")
_ARTICLE = re.compile(r"(?:the|an?|this|these|those)\s+", re.IGNORECASE)
_SURE = 0.5
_LABELS: dict[str, Kind] = {"PERSON": "Person", "ORG": "Organisation"}
_TYPES: dict[str, Kind] = {
    "person": "Person",
    "state": "Organisation",
    "government": "Organisation",
    "armed_group": "Organisation",
    "organisation": "Organisation",
    "group": "Organisation",
}


class Relation(msgspec.Struct, frozen=True):
    """Two stretches of a document and how re3d says they relate."""

    type: str
    source: Span
    target: Span


class Annotated(msgspec.Struct, frozen=True):
    """One document of re3d with its marked persons, organisations and relations."""

    report: Report
    marks: dict[str, tuple[Span, ...]]
    relations: tuple[Relation, ...]


def load(folder: Path) -> list[Annotated]:
    """Return the documents of re3d by id."""
    found: list[Annotated] = []
    for part in sorted(path for path in folder.iterdir() if path.is_dir()):
        entities = [e for e in _lines(part / "entities.json") if float(e["confidence"]) >= _SURE]
        relations = _lines(part / "relations.json")
        found += [
            _annotated(document, entities, relations)
            for document in _lines(part / "documents.json")
        ]
    return sorted(found, key=lambda one: one.report.id)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _annotated(
    document: dict[str, str],
    entities: Sequence[dict[str, str]],
    relations: Iterable[dict[str, str]],
) -> Annotated:
    text, name = document["text"], document["_id"]
    report = Report(id=name, source=name, sha256="", text=text, body=(Span(0, len(text)),))
    mine = [e for e in entities if e["documentId"] == name]
    marks: dict[str, tuple[Span, ...]] = {
        kind: tuple(sorted({_span(e, "begin", "end") for e in mine if e["type"] == kind}))
        for kind in KINDS
    }
    related = tuple(
        Relation(
            r["type"], _span(r, "sourceBegin", "sourceEnd"), _span(r, "targetBegin", "targetEnd")
        )
        for r in relations
        if r["documentId"] == name
    )
    return Annotated(report, marks, related)


def _span(row: dict[str, str], begin: str, end: str) -> Span:
    return Span(int(row[begin]), int(row[end]))


class Reading(msgspec.Struct, frozen=True):
    """What was found in one document: spans by kind, ours and the language model's, and actors."""

    ours: dict[str, list[Span]]
    naive: dict[str, list[Span]]
    actor_at: list[tuple[Span, str]]


def read(one: Annotated, places: Places, actors: Actors) -> Reading:
    """Return the mentions that the Actors step and the bare language model find."""
    document = parse(one.report)
    extract = actors(document, places(document, Extract(report=one.report)))
    kinds = {actor.id: _TYPES.get(actor.type) for actor in extract.actors}
    ours: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    actor_at = []
    for mention in extract.actor_mentions:
        kind = kinds[mention.actor]
        actor_at.append((mention.evidence.span, mention.actor))
        if kind and mention.form not in ("pronoun", "adjective"):
            ours[kind].append(mention.evidence.span)
    for actor in extract.actors:
        actor_at += [(e.span, actor.id) for role in actor.roles for e in role.evidence]
    return Reading(ours, _entities(document), actor_at)


def _entities(document: Document) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    last: str | None = None
    for token in document.tokens:
        kind = _LABELS.get(token.ent)
        if kind and (token.ent_start or token.ent != last):
            found[kind].append(token.span)
        elif kind:
            found[kind][-1] = found[kind][-1].cover(token.span)
        last = token.ent
    return found


def score(text: str, found: Sequence[Span], marks: Sequence[Span], *, exact: bool) -> Ratio:
    """Return how well ``found`` meets ``marks``, whose overlapping spans count as one."""
    bare = [_bare(text, span) for span in found]
    groups = list(_clusters([_bare(text, span) for span in marks]))

    def meets(span: Span, group: Sequence[Span]) -> bool:
        return span in group if exact else any(span.overlaps(other) for other in group)

    right_found = sum(any(meets(span, group) for group in groups) for span in bare)
    right_marks = sum(any(meets(span, group) for span in bare) for group in groups)
    return Ratio(len(bare), len(groups), right_found, right_marks)


def _bare(text: str, span: Span) -> Span:
    article = _ARTICLE.match(span.of(text))
    return Span(span.start + article.end(), span.end).trim(text) if article else span.trim(text)


def _clusters(spans: Iterable[Span]) -> Iterator[list[Span]]:
    cluster: list[Span] = []
    end = -1
    for span in sorted(set(spans)):
        if cluster and span.start >= end:
            yield cluster
            cluster = []
        cluster.append(span)
        end = max(end, span.end) if len(cluster) > 1 else span.end
    if cluster:
        yield cluster


def run(data: Path) -> list[Row]:
    """Return the rows of the table: spans by type, synonyms found, others wrongly merged."""
    documents = load(data / "re3d")[1::2]
    places, actors = Places(Gazetteer.open(), default()), Actors(default())
    read_all = [(one, read(one, places, actors)) for one in documents]
    return [*_span_rows(read_all), *_pair_rows(read_all)]


def _span_rows(read_all: Sequence[tuple[Annotated, Reading]]) -> Iterator[Row]:
    for kind in KINDS:
        for exact, word in ((True, "exact"), (False, "partial")):
            ours = naive = Ratio(0, 0, 0, 0)
            for one, reading in read_all:
                text, marks = one.report.text, one.marks[kind]
                ours += score(text, reading.ours[kind], marks, exact=exact)
                naive += score(text, reading.naive[kind], marks, exact=exact)
            yield Row(
                bench="re3d actors",
                measure=f"{kind} spans, {word}, F1",
                ours=ours.f1,
                baseline=naive.f1,
                n=ours.gold,
                note=f"P {ours.precision:.2f} R {ours.recall:.2f}; baseline: spaCy's names",
            )


def _pair_rows(read_all: Sequence[tuple[Annotated, Reading]]) -> Iterator[Row]:
    same = {"same": [0, 0], "other": [0, 0], "text": [0, 0]}
    for one, reading in read_all:
        marked = {span for kind in KINDS for span in one.marks[kind]}
        for relation in one.relations:
            if relation.source not in marked or relation.target not in marked:
                continue
            if relation.source.overlaps(relation.target):
                continue
            kind = "same" if relation.type == "IsSynonymOf" else "other"
            same[kind][0] += 1
            same[kind][1] += _one_actor(reading, relation)
            if kind == "same":
                same["text"][1] += relation.source.of(one.report.text) == relation.target.of(
                    one.report.text
                )
    measures = {
        "same": "synonym pairs led to one actor",
        "other": "other pairs led to one actor (lower is better)",
    }
    for kind, measure in measures.items():
        total, hits = same[kind]
        yield Row(
            bench="re3d actors",
            measure=measure,
            ours=hits / total if total else 0.0,
            baseline=same["text"][1] / total if total and kind == "same" else None,
            n=total,
            note="baseline: equal text" if kind == "same" else "related otherwise, so not one",
        )


def _one_actor(reading: Reading, relation: Relation) -> bool:
    source = {actor for span, actor in reading.actor_at if span.overlaps(relation.source)}
    target = {actor for span, actor in reading.actor_at if span.overlaps(relation.target)}
    inner = _closest(reading, relation.source), _closest(reading, relation.target)
    return bool(source & target) and inner[0] is not None and inner[0] == inner[1]


def _closest(reading: Reading, mark: Span) -> str | None:
    """Return the actor whose mention shares most with ``mark``."""

    def likeness(span: Span) -> float:
        shared = min(span.end, mark.end) - max(span.start, mark.start)
        return shared / len(span.cover(mark))

    at = [(likeness(span), actor) for span, actor in reading.actor_at if span.overlaps(mark)]
    return max(at)[1] if at else None
