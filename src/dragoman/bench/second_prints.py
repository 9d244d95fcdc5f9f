"""Labels put where a report was read: some collections print a report's first sentence twice.

The page's summary and the text that begins with it were run together; reading takes the summary
for no part of the text, the labels often stand in it.
"""

from __future__ import annotations

import msgspec

from dragoman.bench.pair_labels import Pair, Side
from dragoman.model import Report, Span

# So many characters before or after some words tell that they stand in the same sentence.
BESIDE = 15
Stretch = tuple[int, int]


def as_read(pair: Pair, a: Report | None, b: Report | None) -> Pair:
    """Return a pair with its stretches where they were read in its reports."""
    return msgspec.structs.replace(
        pair,
        a=_side(pair.a, a),
        b=_side(pair.b, b),
        values=tuple(
            msgspec.structs.replace(value, a=_moved(value.a, a), b=_moved(value.b, b))
            for value in pair.values
        ),
    )


def _side(side: Side, report: Report | None) -> Side:
    return msgspec.structs.replace(side, trigger=_moved(side.trigger, report))


def _moved(stretch: Stretch, report: Report | None) -> Stretch:
    """Return where the words of a stretch that was not read are printed again, else the stretch."""
    if report is None or not report.body or _is_read(stretch, report):
        return stretch
    text, (start, end) = report.text, stretch
    again = text.find(text[start:end], report.body[0].start)
    while again >= 0:
        last = again + end - start
        before = text[max(0, start - BESIDE) : start] == text[max(0, again - BESIDE) : again]
        if before or text[end : end + BESIDE] == text[last : last + BESIDE]:
            return again, last
        again = text.find(text[start:end], again + 1)
    return stretch


def _is_read(stretch: Stretch, report: Report) -> bool:
    parts = (*report.body, *((report.headline,) if report.headline else ()))
    return any(part.overlaps(Span(*stretch)) for part in parts)
