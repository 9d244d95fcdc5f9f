"""How well casualty counts are read: who, how many, bounds, killed or injured.

``data/casualties.csv`` holds 150 sentences of FA-KES and of the wire reports of TempEval-3 silver:
where each stands and what a person read in it, no text. A sentence was drawn by the hash of its
place when it has a number and a word of harm; seventeen hold no such count at all. A label is
``what low high who`` ("killed 20 . militants": at least 20; ``-``: nobody named beside the number;
a question mark before it: either reading is right). A half was used to write rules, the other half
is the figure.
"""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.extraction.numbers import numbers_of
from dragoman.extraction.numbers_words import value_of
from dragoman.extraction.times import times_of
from dragoman.language import parse
from dragoman.model import Report, Span

NEEDS = ("fakes/FA-KES-Dataset.csv", "tempeval3/silver")

# The kinds that the labels speak of; other counts of a sentence (strikes, trucks) are not scored.
KINDS = frozenset(("killed", "injured", "missing", "abducted", "displaced", "casualties"))
_HARM = re.compile(r"\b(kill|die|dead|death|wound|injur|hurt|execut|massacr)\w*", re.IGNORECASE)
_FIGURE = re.compile(r"\b(?:\d[\d,]*|[A-Za-z]+(?:-[a-z]+)?)\b")


class Label(msgspec.Struct, frozen=True):
    """A count: what, its bounds, and the last word of whom it counts ("-" for nobody named)."""

    what: str
    low: float | None
    high: float | None
    who: str
    optional: bool = False


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of the set, with its text and labels."""

    text: str
    tuning: bool
    labels: tuple[Label, ...]


class Score(msgspec.Struct, frozen=True):
    """Counts found, labelled, and right; sentences, and those with nothing wrong."""

    found: int = 0
    gold: int = 0
    right: int = 0
    sentences: int = 0
    clean: int = 0

    def __add__(self, other: Score) -> Score:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Score(*(a + b for a, b in pairs))


def load(data: Path) -> list[Sentence]:
    """Return the labelled sentences, cut from the data sets under ``data``."""
    texts = _fakes(data) | _silver(data)
    path = files("dragoman.bench").joinpath("data/casualties.csv")
    sentences = []
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        text = texts.get((row["dataset"], row["document"]))
        if text is not None:
            span = Span(int(row["start"]), int(row["end"]))
            labels = tuple(_label(part) for part in row["labels"].split(";") if part.strip())
            sentences.append(Sentence(span.of(text), row["half"] == "tuning", labels))
    return sentences


def _label(words: str) -> Label:
    what, low, high, who = words.split()
    bounds = [None if word == "." else float(word) for word in (low, high)]
    return Label(what.lstrip("?"), bounds[0], bounds[1], who, what.startswith("?"))


def _fakes(data: Path) -> dict[tuple[str, str], str]:
    path = data / "fakes" / "FA-KES-Dataset.csv"
    if not path.exists():
        return {}
    # The makers' file mixes encodings; latin-1 reads every byte as one character.
    with path.open(encoding="latin-1", newline="") as lines:
        return {("fakes", row["unit_id"]): row["article_content"] for row in csv.DictReader(lines)}


def _silver(data: Path) -> dict[tuple[str, str], str]:
    found = {}
    for path in sorted((data / "tempeval3" / "silver").rglob("*.tml")):
        text = ET.fromstring(path.read_text(encoding="utf-8")).find("TEXT")
        if text is not None:
            found["silver", path.stem] = "".join(text.itertext())
    return found


def ours(text: str) -> list[Label]:
    """Return the casualty counts that the steps find in a sentence."""
    body = (Span(0, len(text)),)
    report = Report(id="bench", source="bench", sha256="", text=text, body=body)
    document = parse(report)
    times = tuple(times_of(document, report))
    counts = [mention.count for mention in numbers_of(document, report, times)]
    return [
        Label(count.what, count.low, count.high, (count.of or "-").split()[-1].lower())
        for count in counts
        if count.what in KINDS
    ]


def baseline(text: str) -> list[Label]:
    """Return, for each word of harm, the number nearest to it and the word after the number."""
    found = []
    numbers = [(m, v) for m in _FIGURE.finditer(text) if (v := value_of(m.group())) is not None]
    for harm in _HARM.finditer(text):
        if not numbers:
            break
        match, value = min(numbers, key=lambda row: abs(row[0].start() - harm.start()))
        what = "injured" if harm[1].lower() in ("wound", "injur", "hurt") else "killed"
        after = text[match.end() :].split()
        found.append(Label(what, value, value, after[0].strip(".,").lower() if after else "-"))
    return found


def score(found: Iterable[Label], sentence: Sentence) -> Score:
    """Return how many counts are right in all four: what, low, high and who."""
    left = list(sentence.labels)
    counted = right = 0
    for label in found:
        match = next((one for one in left if _same(one, label)), None)
        if match is not None:
            left.remove(match)
        if match is None or not match.optional:
            counted += 1
            right += match is not None
    gold = sum(not label.optional for label in sentence.labels)
    clean = counted == right == gold
    return Score(counted, gold, right, 1, int(clean))


def _same(one: Label, other: Label) -> bool:
    return (one.what, one.low, one.high, one.who) == (other.what, other.low, other.high, other.who)


def run(data: Path) -> list[Row]:
    """Return the table of the final half and of all sentences; nothing without the data."""
    sentences = load(data)
    rows: list[Row] = []
    for name, some in (
        ("final half", [s for s in sentences if not s.tuning]),
        ("all", sentences),
    ):
        mine = sum((score(ours(s.text), s) for s in some), Score())
        naive = sum((score(baseline(s.text), s) for s in some), Score())
        for measure, top, bottom in (
            ("counts right", "right", "gold"), ("counts found that are right", "right", "found"),
            ("sentences all right", "clean", "sentences"),
        ):  # fmt: skip
            if getattr(mine, bottom):
                rows.append(
                    Row(
                        bench="numbers",
                        measure=f"{measure}, {name}",
                        ours=getattr(mine, top) / getattr(mine, bottom),
                        baseline=getattr(naive, top) / max(getattr(naive, bottom), 1),
                        n=getattr(mine, bottom),
                        note="what, bounds and who must all be right",
                    )
                )
    return rows
