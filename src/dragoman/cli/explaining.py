"""An explanation as indented lines."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.assessment import Explanation
from dragoman.model import Record


def lines(explanation: Explanation, record: Record) -> Iterator[str]:
    """Yield an explanation line by line; quotes with the outlet and the place in its text."""
    outlets = {report.id: report.outlet or report.source for report in record.reports}
    yield from _lines(explanation, outlets, 0)


def _lines(part: Explanation, outlets: dict[str, str], depth: int) -> Iterator[str]:
    pad = "  " * depth
    rule = f"  [{part.rule}]" if part.rule else ""
    yield f"{pad}{part.what}{f': {part.value}' if part.value else ''}{rule}"
    for evidence in part.evidence:
        quote = " ".join(evidence.quote.split())
        where = f"{evidence.report}:{evidence.start}-{evidence.end}"
        yield f"{pad}    “{quote}” ({outlets.get(evidence.report, evidence.report)}, {where})"
    for child in part.parts:
        yield from _lines(child, outlets, depth + 1)
