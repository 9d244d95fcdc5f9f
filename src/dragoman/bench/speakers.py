"""Who said it: statements of agency reports and others, labelled by hand.

The labels (`data/speakers.json`) give data set, document, the stretch from the first to the last
word of what was said, the names that are right for its speaker and the acts that a careful reader
would accept. The reports were drawn at random from a half that no rule was written from; the
texts are not in the project. A label stands for a statement that a reader finds, whether or not
the program does.

The labels were made by reading the reports beside the program's first answers, which were kept
where right. That first run found 86 % of the statements, 77 % with the right speaker (direct
speech 66 %); its misses were then read and the grammar mended where they were general, so what
is printed now is the figure of a development set and not of unseen reports.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.extraction import Pipeline, default_pipeline
from dragoman.extraction.claims import Claims
from dragoman.language import parse
from dragoman.model import Claim, Extract, Report, Span
from dragoman.packs import default

NEEDS = ("tempeval3/silver", "wikinews", "re3d")
# A claim answers a label when it covers this share of the labelled stretch, tags included.
_COVERED = 0.5
_PARTS = ("CENTCOM", "UK_Government", "US_State_Department", "Wikipedia")


class Label(msgspec.Struct, frozen=True):
    """One statement that a reader finds in one document of a data set."""

    dataset: str
    doc: str
    start: int
    end: int
    form: str
    speakers: tuple[str, ...]
    acts: tuple[str, ...]


class _Answer(msgspec.Struct, frozen=True):
    label: Label
    claim: Claim | None = None
    names: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        return self.claim is not None

    @property
    def speaker(self) -> bool:
        return _same(self.names, self.label.speakers)

    @property
    def worded(self) -> bool:
        """Whether the source's own words, not resolved, already name the speaker."""
        evidence = self.claim.speaker.evidence if self.claim is not None else None
        return evidence is not None and _same((evidence.quote,), self.label.speakers)

    @property
    def act(self) -> bool:
        return self.claim is not None and self.claim.act in self.label.acts


def labels() -> list[Label]:
    """Return the labels, by data set and document."""
    path = files("dragoman.bench") / "data" / "speakers.json"
    return msgspec.json.decode(path.read_bytes(), type=list[Label])


def run(data: Path) -> list[Row]:
    """Return how many statements are found, with the right speaker and act; direct speech apart.

    First as the program reads, then with the grammar alone, without the learned tagger.
    """
    gold = labels()
    wanted = {(label.dataset, label.doc) for label in gold}
    texts = {(d, n): t for d, n, t in reports(data) if (d, n) in wanted}
    both = default_pipeline(default())
    plain = Pipeline([Claims() if isinstance(step, Claims) else step for step in both.steps])
    return [
        *_rows("", *_answers(gold, texts, both)),
        *_rows(", grammar alone", *_answers(gold, texts, plain)),
    ]


def _rows(how: str, answers: Sequence[_Answer], invented: int, claims: int) -> list[Row]:
    direct = [answer for answer in answers if answer.label.form == "direct"]
    found = [answer for answer in answers if answer.found]
    return [
        _row(f"statements found{how}", [a.found for a in answers]),
        _row(f"with the right speaker{how}", [a.speaker for a in answers],
             [a.worded for a in answers]),
        _row(f"direct speech with the right speaker{how}", [a.speaker for a in direct],
             [a.worded for a in direct]),
        _row(f"speaker right, of those found{how}", [a.speaker for a in found],
             [a.worded for a in found]),
        _row(f"act right, of those found{how}", [a.act for a in found]),
        Row(bench="speakers", measure=f"claims that answer no label{how}", ours=invented / claims,
            n=claims, note="some are right but not labelled", lower_is_better=True),
    ]  # fmt: skip


def _row(measure: str, ours: Sequence[bool], baseline: Sequence[bool] | None = None) -> Row:
    return Row(
        bench="speakers",
        measure=measure,
        ours=sum(ours) / len(ours),
        baseline=sum(baseline) / len(baseline) if baseline is not None else None,
        n=len(ours),
        note="" if baseline is None else "baseline: the source's own words",
    )


def _answers(
    gold: Sequence[Label], texts: dict[tuple[str, str], str], pipeline: Pipeline
) -> tuple[list[_Answer], int, int]:
    answers: list[_Answer] = []
    invented = claims = 0
    for (dataset, doc), text in texts.items():
        body = (Span(0, len(text)),)
        report = Report(id=doc, source=doc, sha256="", text=text, body=body)
        extract = pipeline(parse(report), Extract(report=report))
        mine = [label for label in gold if (label.dataset, label.doc) == (dataset, doc)]
        answers += (_answer(label, extract) for label in mine)
        claims += len(extract.claims)
        invented += sum(not any(_covers(c, label) for label in mine) for c in extract.claims)
    return answers, invented, claims


def _answer(label: Label, extract: Extract) -> _Answer:
    """Return the claim that answers a label: the one with the right speaker, else the shortest."""
    able = [
        _Answer(label, claim, _names(claim, extract))
        for claim in extract.claims
        if _covers(claim, label)
    ]
    return min(
        able, key=lambda a: (not a.speaker, not a.act, _length(a.claim)), default=_Answer(label)
    )


def _length(claim: Claim | None) -> int:
    return sum(e.end - e.start for e in claim.content) if claim is not None else 0


def _covers(claim: Claim, label: Label) -> bool:
    shared = sum(max(0, min(e.end, label.end) - max(e.start, label.start)) for e in claim.content)
    return shared >= _COVERED * (label.end - label.start)


def _names(claim: Claim, extract: Extract) -> tuple[str, ...]:
    for actor in extract.actors:
        if actor.id == claim.speaker.actor:
            return (claim.speaker.name, actor.name, *actor.names)
    return (claim.speaker.name,)


def _same(names: Sequence[str], right: Sequence[str]) -> bool:
    return not {_plain(name) for name in names}.isdisjoint(map(_plain, right))


def _plain(name: str) -> str:
    words = name.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
    return "".join(character for character in words if character.isalnum())


def reports(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield data set, name and text (title, blank line, body) of the reports under ``data``."""
    for path in sorted((data / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                name = row["url"].rsplit("/", 1)[1]
                yield "wikinews", name, row["title"] + "\n\n" + row["text"]
    for path in sorted((data / "tempeval3" / "silver").glob("*/*.tml")):
        yield "silver", path.stem, _timeml(path.read_text(encoding="utf-8"))
    for part in _PARTS:
        path = data / "re3d" / part / "documents.json"
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            if line.strip():
                found = json.loads(line)
                title = found.get("title") or ""
                yield "re3d", found["_id"], title + "\n\n" + found["text"]


def _timeml(source: str) -> str:
    title = re.search(r"<TITLE>(.*?)</TITLE>", source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    head = title[1].strip() if title is not None else ""
    text = head + "\n\n" + (body[1].strip() if body is not None else "")
    return html.unescape(re.sub(r"<[^>]+>", "", text))
