"""The labels that ship with the package, one a line."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec

_T = TypeVar("_T")


def shipped(name: str, kind: type[_T]) -> list[_T]:
    """Return the labels of ``data/<name>.jsonl``, in their order."""
    path = files("dragoman.bench") / "data" / f"{name}.jsonl"
    decoder = msgspec.json.Decoder(kind)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]
