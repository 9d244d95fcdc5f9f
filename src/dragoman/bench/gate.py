"""The quality gate: floors that a change must not fall below.

``floors.json`` holds, for the small and fast benchmarks, a digest of the data that they were
measured on and the lowest figure allowed for each measure. `pin` writes it: a floor rises by
itself and falls only when told to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.bench.rows import Row

# Together under a minute on two cores.
GATED = ("names", "numbers", "seeds", "speakers", "status")
# A floor is pinned this much below the figure reached: libraries' minor versions move a parse.
_SLACK = 0.01


class Pinned(msgspec.Struct, frozen=True):
    """The floors of one benchmark and the digest of its data."""

    digest: str
    floors: dict[str, float]


def path() -> Path:
    """Return where the floors are kept."""
    return Path(str(files("dragoman.bench") / "floors.json"))


def pinned() -> dict[str, Pinned]:
    """Return the floors by benchmark."""
    return msgspec.json.decode(path().read_bytes(), type=dict[str, Pinned])


def digest(name: str, data: Path) -> str:
    """Return a digest of the files that a benchmark reads under ``data``, and of its labels."""
    found = hashlib.sha256()
    for need in getattr(import_module(f"dragoman.bench.{name}"), "NEEDS", ()):
        top = data / need
        parts = sorted(p for p in top.rglob("*") if p.is_file()) if top.is_dir() else [top]
        for part in parts:
            found.update(part.read_bytes())
    return found.hexdigest()[:16]


def failures(rows: Sequence[Row], floors: dict[str, Pinned], data: Path) -> Iterator[str]:
    """Yield what falls below its floor, is no longer measured, or was measured on other data."""
    reached = {(row.bench, row.measure): row.ours for row in rows}
    for name, pin in floors.items():
        if not any(row.bench == name for row in rows):
            continue
        if digest(name, data) != pin.digest:
            yield f"{name}: the data is not what the floors were pinned on; pin them anew"
        for measure, floor in pin.floors.items():
            figure = reached.get((name, measure))
            if figure is None:
                yield f"{name}: '{measure}' is no longer measured"
            elif figure < floor:
                yield f"{name}: '{measure}' is {figure:.3f}, below its floor {floor:.3f}"


def pin(rows: Sequence[Row], data: Path, *, lower: bool = False) -> None:
    """Write the floors anew from ``rows``; an older, higher floor stays unless ``lower``."""
    old = pinned() if path().exists() else {}
    new: dict[str, dict[str, object]] = {}
    for name in sorted({row.bench for row in rows}):
        before = {} if lower or name not in old else old[name].floors
        floors = {
            row.measure: max(round(row.ours - _SLACK, 3), before.get(row.measure, 0.0))
            for row in rows
            if row.bench == name and not row.lower_is_better
        }
        new[name] = {"digest": digest(name, data), "floors": floors}
    path().write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
