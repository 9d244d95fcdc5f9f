"""Runs the benchmarks that the data at hand allows and prints one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import dragoman.bench as room
from dragoman.bench.rows import Row


def names() -> list[str]:
    """Return the benchmarks there are: the modules of this room that have a ``run``."""
    found = [module.name for module in iter_modules(room.__path__)]
    return sorted(name for name in found if hasattr(_module(name), "run"))


def _module(name: str) -> object:
    return import_module(f"dragoman.bench.{name}")


def rows(chosen: Sequence[str], data: Path) -> Iterator[Row | str]:
    """Yield the rows of the benchmarks, or a message for one whose data is not there.

    A benchmark's ``NEEDS`` lists the files or folders under ``data`` that it cannot do without.
    """
    for name in chosen:
        module = _module(name)
        missing = [need for need in getattr(module, "NEEDS", ()) if not (data / need).exists()]
        if missing:
            yield f"{name}: skipped, {data} has no {', '.join(missing)}"
        else:
            yield from module.run(data)  # type: ignore[attr-defined]


def table(found: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = [
        "| bench | measure | ours | baseline | published | n | note |",
        "|---|---|---:|---:|---|---:|---|",
    ]
    for row in found:
        cells = (
            row.bench, row.measure, _number(row.ours), _number(row.baseline), row.published,
            str(row.n or ""), row.note,
        )  # fmt: skip
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"
