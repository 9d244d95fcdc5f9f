"""Commitments: sentences that promise something, sentences that only seem to, and what came of it.

The labels (`data/promises.jsonl`) hold sentences of real reports (by document and offsets; the
texts are not in the project), invented ones with their text, and invented stories of two or three
short reports in which something is later told of a promise, or nothing is. A commitment counts as
right when it is found with the right promiser, deadline and condition (none where there is none);
a look-alike (a demand, a threat, a prediction, an intention, a promise denied) when no commitment
is found in it. Halves: real sentences by a hash, invented ones and stories in turn.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.library import build, extract
from dragoman.model import Actor, Commitment, Dates, Report, Span, make_id

NEEDS = ("tempeval3/silver", "fakes/FA-KES-Dataset.csv", "wikinews", "re3d")
HALVES = ("tune", "kept")
# What a promise of which nothing is heard may be called.
_SILENT = ("open", "due_unknown")
_BROKEN = "reported_not_done"
_PROMISING = ("promis", "pledg", "vow", "commit", "agree", "guarant", "undert", " will ")


class Sentence(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="sentence"):
    """One sentence: a commitment with its parts, or a look-alike with the reason it is none.

    ``action`` and ``condition`` are offsets in the sentence; ``due`` lists the last days that are
    right (none: there is no deadline), ``by`` the names.
    """

    half: str
    set: str
    commitment: bool
    document: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    published: dt.date | None = None
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    action: tuple[int, int] = (0, 0)
    due: tuple[dt.date, ...] = ()
    condition: tuple[int, int] | None = None
    why: str = ""


class Told(msgspec.Struct, frozen=True):
    """One short report of a story."""

    published: dt.date
    text: str


class Story(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="story"):
    """Short reports, the first of which promises ``action``, and the status at the end.

    ``when`` are words of the rule that says whether it was done in time.
    """

    half: str
    why: str
    reports: tuple[Told, ...]
    by: tuple[str, ...]
    action: tuple[int, int]
    status: str
    as_of: dt.date | None = None
    when: str | None = None


class Marks(msgspec.Struct, frozen=True):
    """What is right of one sentence."""

    found: bool
    by: bool
    due: bool
    condition: bool

    @property
    def right(self) -> bool:
        """Whether all of it is."""
        return self.found and self.by and self.due and self.condition


def labels() -> tuple[list[Sentence], list[Story]]:
    """Return the sentences and the stories that ship with the package."""
    path = files("dragoman.bench") / "data" / "promises.jsonl"
    decoder = msgspec.json.Decoder(Sentence | Story)
    found = [decoder.decode(line) for line in path.read_bytes().splitlines()]
    return (
        [one for one in found if isinstance(one, Sentence)],
        [one for one in found if isinstance(one, Story)],
    )


def text_of(data: Path, sentence: Sentence) -> str:
    """Return a sentence's text, from the set that it stands in."""
    if sentence.text:
        return sentence.text
    return _document(data, sentence.set, sentence.document)[sentence.start : sentence.end]


@cache
def _document(data: Path, kind: str, name: str) -> str:
    if kind == "silver":
        text = ET.fromstring(_silver(data)[name].read_text(encoding="utf-8")).find("TEXT")
        return "" if text is None else "".join(text.itertext())
    if kind == "fakes":
        return _table(data / "fakes" / "FA-KES-Dataset.csv")[int(name) - 1]["article_content"]
    if kind == "re3d":
        return _re3d(data)[name]
    return _table(data / "wikinews" / f"{kind}.csv")[int(name)]["text"]


@cache
def _silver(data: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted((data / "tempeval3" / "silver").rglob("*.tml"))}


@cache
def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _re3d(data: Path) -> dict[str, str]:
    paths = sorted((data / "re3d").glob("*/documents.json"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["_id"]: row["text"] for row in rows}


def report_of(text: str, published: dt.date | None, name: str) -> Report:
    """Return a text as a report of its own outlet, given its day."""
    return Report(
        id=make_id("rep", name, text),
        source=name,
        sha256="",
        text=text,
        body=(Span(0, len(text)),),
        published=Dates.day(published, rule="given") if published else None,
        outlet=name,
        language="en",
    )


def marks(sentence: Sentence, text: str) -> Marks:
    """Return what is right of what is found in a sentence."""
    found = extract(report_of(text, sentence.published, "a"))
    if not sentence.commitment:
        return Marks(not found.commitments, by=True, due=True, condition=True)
    here = [one for one in found.commitments if _overlaps(one, Span(*sentence.action))]
    judged = [_marks(sentence, text, one, found.actors) for one in here]
    return max(
        judged,
        key=lambda one: (one.right, one.by, one.due),
        default=Marks(found=False, by=False, due=False, condition=False),
    )


def _overlaps(one: Commitment, action: Span) -> bool:
    return one.evidence[-1].span.overlaps(action)


def _marks(sentence: Sentence, text: str, one: Commitment, actors: Sequence[Actor]) -> Marks:
    if one.due is None or one.due.end is None:
        due = not sentence.due
    else:
        due = one.due.end in sentence.due
    words = Span(*sentence.condition).of(text) if sentence.condition else ""
    # With its "if" or without.
    said = one.condition or ""
    condition = (said in words or words in said) if said and words else said == words
    return Marks(True, named(one.by, actors, sentence.by), due, condition)


def named(by: Iterable[str], actors: Sequence[Actor], names: Iterable[str]) -> bool:
    """Return whether the first of ``by`` has one of ``names``."""
    known = {actor.id: (actor.name, *actor.names) for actor in actors}
    mine = {_plain(name) for i in list(by)[:1] for name in known.get(i, ())}
    return not mine.isdisjoint(_plain(name) for name in names)


def _plain(name: str) -> str:
    return "".join(c for c in name.lower().removeprefix("the ") if c.isalnum())


def follow(story: Story) -> Commitment | None:
    """Return the story's commitment as the record has it at the end."""
    reports = [
        report_of(told.text, told.published, f"Outlet {number}")
        for number, told in enumerate(story.reports, 1)
    ]
    record = build([extract(report) for report in reports], as_of=story.as_of)
    first = reports[0].id
    return next(
        (
            one
            for one in record.commitments
            if one.evidence[0].report == first and _overlaps(one, Span(*story.action))
        ),
        None,
    )


def in_time(story: Story, found: Commitment | None) -> bool:
    """Return whether the record says as the story does that it was done in time, or late."""
    if story.when is None or found is None or not found.history:
        return False
    return story.when in found.history[-1].rule


def naive(text: str) -> bool:
    """Return whether the baseline sees a commitment: a word of promising.

    >>> naive("The rebels vowed to leave.")
    True
    """
    return any(word in text.lower() for word in _PROMISING)


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the half tuned on and for the kept half."""
    sentences, stories = labels()
    rows: list[Row] = []
    for half in HALVES:
        mine = [(one, text_of(data, one)) for one in sentences if one.half == half]
        rows += sentence_rows(half, [(one, text, marks(one, text)) for one, text in mine])
        rows += story_rows(half, [(one, follow(one)) for one in stories if one.half == half])
    return rows


def sentence_rows(half: str, judged: Sequence[tuple[Sentence, str, Marks]]) -> list[Row]:
    """Return the rows of one half's sentences."""
    promised = [one for one in judged if one[0].commitment]
    alike = [one for one in judged if not one[0].commitment]

    def row(measure: str, some: Sequence[tuple[Sentence, str, Marks]], note: str = "") -> Row:
        return Row(
            bench=f"promises, {half}",
            measure=measure,
            ours=_share(one[2].right for one in some),
            baseline=_share(naive(one[1]) == one[0].commitment for one in some),
            n=len(some),
            note=note,
        )

    parts = ", ".join(
        f"{name} {sum(getattr(one[2], name) for one in promised)}"
        for name in ("found", "by", "due", "condition")
    )
    return [
        row("sentences right", judged, "bar 0.85; baseline: a word of promising, no parts asked"),
        row("commitments right", promised, f"right of {len(promised)}: {parts}"),
        row("look-alikes left alone", alike),
    ]


def _share(right: Iterable[bool]) -> float:
    marked = list(right)
    return sum(marked) / len(marked) if marked else 0.0


def story_rows(half: str, judged: Sequence[tuple[Story, Commitment | None]]) -> list[Row]:
    """Return the rows of one half's stories."""
    silent = [one for one in judged if one[0].status in _SILENT]
    timed = [one for one in judged if one[0].when]
    broken = [one for one in silent if one[1] is not None and one[1].status == _BROKEN]

    def row(measure: str, ours: float, n: int, note: str = "") -> Row:
        return Row(bench=f"promises, {half}", measure=measure, ours=ours, n=n, note=note)

    right = _share(one is not None and one.status == story.status for story, one in judged)
    return [
        row("statuses at the end right", right, len(judged), "invented stories; bar 0.85"),
        row("in time or late right", _share(in_time(*one) for one in timed), len(timed)),
        row("called broken in silence", len(broken), len(silent), "a count, which must be 0"),
    ]
