"""What an event's sources give for one thing counted, from the least to the most."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.briefing.naming import Names, figure, number, told_apart, voice
from dragoman.model import Account, Count, Event


def figures_of(event: Event, told: Sequence[Account], names: Names) -> tuple[str, ...]:
    """Return an event's counts as a reader sees them: "160 killed (56 to 160 by source)".

    ``told`` are its accounts in the order of their publication.
    """
    several = told_apart(event.counts)
    rows = (_with_range(count, told, names, apart=count.what in several) for count in event.counts)
    return tuple(dict.fromkeys(rows))


def _with_range(count: Count, told: Sequence[Account], names: Names, *, apart: bool) -> str:
    given = sorted({low for low in _given(count, told, names) if low is not None})
    if len(given) < 2:
        return figure(count, apart=apart)
    least, most = (number(value, count.unit) for value in (given[0], given[-1]))
    return f"{figure(count, apart=apart)} ({least} to {most} by source)"


def _given(count: Count, told: Sequence[Account], names: Names) -> list[float | None]:
    """Return the figure of each source: of its latest report, there the highest."""
    latest: dict[str, tuple[str, Count]] = {}
    for account in told:
        for other in account.counts:
            if not _same_thing(count, other) or account.status in ("denied", "hypothetical"):
                continue
            source = voice(names.voices.of_figure(account, other), names)
            report, held = latest.get(source, ("", other))
            if report != account.report or (other.low or 0) >= (held.low or 0):
                latest[source] = account.report, other
    return [one.low for _, one in latest.values()]


def _same_thing(a: Count, b: Count) -> bool:
    """Return whether two figures are of one whole: neither a part nor of other people."""
    if b.part_of is not None or b.vague:
        return False
    return a.thing == b.thing and (a.of == b.of or not (a.of and b.of))
