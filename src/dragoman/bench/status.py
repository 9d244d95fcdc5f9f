"""Status of predicates on the UW and MEANTIME factuality sets (development halves).

Rules were written from the errors in every other sentence, from the first; the errors in the
sentences between were not read, and their own scores are printed beside those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.extraction.status import status_of
from dragoman.language import Document, parse
from dragoman.model import Report, Span

NEEDS = ("factuality/UW/dev.jsonl", "factuality/MEANTIME/dev.jsonl")

# A label is the mean of several judges from -3 (did not happen) to 3 (happened). From 2 on the
# judges are taken as sure that it happened, from -1 down that it did not.
_HAPPENED = 2.0
_DID_NOT = -1.0
_CLASSES = ("happened", "did not", "uncertain")


class Predicate(msgspec.Struct, frozen=True):
    """One judged word: its sentence (number, parse), its token, the class that judges gave."""

    sentence: int
    document: Document
    token: int
    gold: str


def gold_class(label: float) -> str:
    """Return the class of a judged label.

    >>> gold_class(3.0), gold_class(-2.6), gold_class(0.4)
    ('happened', 'did not', 'uncertain')
    """
    if label >= _HAPPENED:
        return "happened"
    return "did not" if label <= _DID_NOT else "uncertain"


def class_of(status: str) -> str:
    """Return the class that one of our statuses falls in."""
    if status in ("happened", "ongoing"):
        return "happened"
    return "did not" if status == "denied" else "uncertain"


def read(path: Path) -> Iterator[Predicate]:
    """Yield the judged predicates of one file, each with the parse of its sentence."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = msgspec.json.decode(line)
        words = [_plain(word) for word in row["text"].split(" ")]
        starts, at = [], 0
        for word in words:
            starts.append(at)
            at += len(word) + 1
        text = " ".join(words)
        report = Report(
            id=f"{path.stem}-{number}", source="", sha256="", text=text, body=(Span(0, len(text)),)
        )
        document = parse(report)
        for target in row["targets"]:
            start = starts[target["span1"][0]]
            token = next(iter(document.tokens_in(Span(start, start + 1))), None)
            if token is not None:
                yield Predicate(number, document, token.i, gold_class(target["label"]))


def _plain(word: str) -> str:
    return {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)


def scores(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Return macro-F1 and, for each class, F1 and recall, of (gold, ours) pairs."""
    found: dict[str, float] = {}
    for name in _CLASSES:
        right = sum(gold == ours == name for gold, ours in pairs)
        golds = sum(gold == name for gold, _ in pairs)
        given = sum(ours == name for _, ours in pairs)
        found[f"recall {name}"] = right / golds if golds else 0.0
        found[f"F1 {name}"] = 2 * right / (golds + given) if golds + given else 0.0
    found["macro-F1"] = sum(found[f"F1 {name}"] for name in _CLASSES) / len(_CLASSES)
    off = [(g != "happened", o != "happened") for g, o in pairs]
    missing = sum(gold for gold, _ in off)
    found["recall did not or uncertain"] = sum(g and o for g, o in off) / max(1, missing)
    return found


def run(data: Path) -> list[Row]:
    """Return macro-F1 over the three classes and the recall of what did not surely happen."""
    rows: list[Row] = []
    for name in ("UW", "MEANTIME"):
        path = data / "factuality" / name / "dev.jsonl"
        predicates = list(read(path))
        pairs = [
            (p.gold, class_of(status_of(p.document, p.document.tokens[p.token])))
            for p in predicates
        ]
        unread = [pair for p, pair in zip(predicates, pairs, strict=True) if p.sentence % 2]
        ours = scores(pairs)
        baseline = scores([(gold, "happened") for gold, _ in pairs])
        rows.extend(
            Row(
                bench="status",
                measure=f"{name} dev, {measure}",
                ours=ours[measure],
                baseline=baseline[measure],
                n=len(pairs),
                note=f"labels >= {_HAPPENED} happened, <= {_DID_NOT} did not",
            )
            for measure in ("macro-F1", "recall did not or uncertain")
        )
        rows.append(
            Row(
                bench="status",
                measure=f"{name} dev, macro-F1 on the sentences not read",
                ours=scores(unread)["macro-F1"],
                n=len(unread),
            )
        )
    return rows
