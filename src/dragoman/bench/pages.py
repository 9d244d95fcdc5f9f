"""Pages: the body of 181 web pages, read as HTML and read as the text dump of the same page.

The score is that of the set's makers' kind: F1 over words (with how often each occurs), page by
page, then the mean. The baseline takes all of a page's text. The dump is the page's own text view,
without its markup: it shows what the reading of text dumps is worth on pages it was not tuned
on sentence by sentence (its weights were: see `reading.layout`).
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row
from dragoman.reading.decoding import decoded
from dragoman.reading.items import Given
from dragoman.reading.pages import extracted, read_page
from dragoman.reading.plain import read_plain
from dragoman.reading.view import parsed, text_view

NEEDS = ("pages/ground-truth.json",)

_WORD = re.compile(r"\w+")


class Score(msgspec.Struct, frozen=True):
    """Shares from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def run(data: Path) -> list[Row]:
    """Return the table's rows, none when the set is not there."""
    folder = data / "pages"
    if not (folder / "ground-truth.json").exists():
        return []
    scores: dict[str, list[Score]] = {"html": [], "dump": [], "all": [], "trafilatura": []}
    for markup, gold in _pages(folder):
        tree = parsed(markup)
        if tree is None:
            continue
        view = text_view(tree)
        text, parts, _ = read_page(markup, Given())
        plain = read_plain(view, Given())
        scores["html"].append(score(" ".join(span.of(text) for span in parts.body), gold))
        scores["dump"].append(score(" ".join(span.of(view) for span in plain.body), gold))
        scores["all"].append(score(view, gold))
        scores["trafilatura"].append(score(extracted(tree), gold))
    their_own = _mean(scores["trafilatura"])
    return [
        _row("body of HTML, words F1", "html", scores, f"trafilatura {their_own}"),
        _row("body of text dumps, words F1", "dump", scores, ""),
    ]


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        packed = (folder / "html" / f"{name}.html.gz").read_bytes()
        yield decoded(gzip.decompress(packed), name), truth[name]["articleBody"]


def score(found: str, gold: str) -> Score:
    """Return how the words of ``found`` match those of ``gold``.

    >>> score("the truce holds", "The truce")
    Score(precision=0.6666666666666666, recall=1.0)
    """
    ours, theirs = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(gold.lower()))
    same = (ours & theirs).total()
    return Score(same / max(1, ours.total()), same / max(1, theirs.total()))


def _mean(scores: list[Score]) -> float:
    return round(sum(one.f1 for one in scores) / len(scores), 3)


def _row(measure: str, name: str, scores: dict[str, list[Score]], published: str) -> Row:
    some = scores[name]
    precision = sum(one.precision for one in some) / len(some)
    recall = sum(one.recall for one in some) / len(some)
    return Row(
        bench="pages",
        measure=measure,
        ours=_mean(some),
        baseline=_mean(scores["all"]),
        published=published,
        n=len(some),
        note=f"precision {precision:.3f}, recall {recall:.3f}; headings are left out on purpose",
    )
