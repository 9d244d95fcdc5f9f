"""Print how the packaged tagger does on the development split of PolNeAR.

    python training/evaluate.py --data DATA

Needs only what the package itself needs at run time.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from dragoman.bench import polnear
from dragoman.learned.spans import AttributionSpan, TaggedText
from dragoman.learned.tagger import AttributionTagger
from dragoman.model.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")


def read(
    tagger: AttributionTagger, document: polnear.Document
) -> tuple[dict[polnear.Kind, list[Span]], list[polnear.GoldAttribution]]:
    """Return the spans and the attributions found in an article, read paragraph by paragraph."""
    found = [m for m in _PARAGRAPH.finditer(document.text) if m[0].strip()]
    pieces: dict[polnear.Kind, list[Span]] = {kind: [] for kind in polnear.KINDS}
    attributions = []
    for match, tagged in zip(found, tagger.read([m[0] for m in found]), strict=True):
        for span in tagged.spans:
            pieces[span.kind].append(span.span.shift(match.start()))
        attributions += moved(tagged, match.start())
    return pieces, attributions


def moved(tagged: TaggedText, by: int) -> list[polnear.GoldAttribution]:
    def move(spans: tuple[AttributionSpan, ...]) -> tuple[Span, ...]:
        return tuple(span.span.shift(by) for span in spans)

    return [
        polnear.GoldAttribution(move(a.source), move(a.cue), move(a.content))
        for a in tagged.attributions
    ]


def line(name: str, ratio: polnear.Ratio) -> str:
    values = (100 * v for v in (ratio.precision, ratio.recall, ratio.f1))
    return f"{name:28}" + "".join(f"{value:8.1f}" for value in values)


def attributions(tagger: AttributionTagger, folder: Path) -> None:
    gold = polnear.load(folder)
    start = time.perf_counter()
    read_all = [read(tagger, document) for document in gold]
    seconds = time.perf_counter() - start
    words = sum(len(document.text.split()) for document in gold)
    print(f"{len(gold)} articles, {words} words, {words / seconds:.0f} words/s")
    print(f"{'PolNeAR':28}{'P':>8}{'R':>8}{'F1':>8}")
    for kind, score in polnear.score([pieces for pieces, _ in read_all], gold).items():
        print(line(f"{kind}, exact", score.exact))
        print(line(f"{kind}, overlap", score.overlap))
    for other, ratio in polnear.score_links([links for _, links in read_all], gold).items():
        print(line(f"cue-{other} link, both exact", ratio))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    tagger = AttributionTagger(threads=arguments.threads)
    tagger.read(["Warm up."])
    attributions(tagger, arguments.data / "polnear" / "dev")


if __name__ == "__main__":
    main()
