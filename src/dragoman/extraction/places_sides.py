"""Names that begin with a side cut short: "N. Korea", "the W. Bank"."""

from __future__ import annotations

from dragoman.extraction.atlas import SETTLEMENTS, Atlas
from dragoman.language import Document

_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}


def is_cut_short(document: Document, i: int, atlas: Atlas) -> bool:
    """Return whether a name of a country or region begins with its side cut short: "N. Korea"."""
    side, *rest = document.tokens[i : i + 2]
    if side.text.rstrip(".") not in _SIDES or not rest:
        return False
    known = atlas.entries(written_out(f"{side.text} {rest[0].text}"))
    return bool(known) and known[0].kind < 2 and known[0].type not in SETTLEMENTS


def written_out(name: str) -> str:
    """Return a name with its side in full.

    >>> written_out("W. Bank"), written_out("Sidon")
    ('West Bank', 'Sidon')
    """
    first, _, rest = name.partition(" ")
    side = _SIDES.get(first.rstrip("."))
    return f"{side} {rest}" if side and rest else name
