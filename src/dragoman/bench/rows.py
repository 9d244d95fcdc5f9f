"""One line of the benchmark table."""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A measure of one room on one data set, beside a naive baseline and published figures.

    ``ours`` and ``baseline`` are shares from 0 to 1 unless ``note`` says otherwise; ``n`` is how
    many items were scored; ``published`` is text, with whose figure it is.
    """

    bench: str
    measure: str
    ours: float
    baseline: float | None = None
    published: str = ""
    n: int = 0
    note: str = ""
    lower_is_better: bool = False


def share(
    bench: str, measure: str, right: int, of: int, note: str, baseline: float | None = None
) -> Row:
    """Return the row of a share: ``right`` of ``of`` items, 0 where there are none.

    >>> share("pairs", "recall", 3, 4, "").ours
    0.75
    """
    ours = right / of if of else 0.0
    return Row(bench=bench, measure=measure, ours=ours, baseline=baseline, n=of, note=note)
