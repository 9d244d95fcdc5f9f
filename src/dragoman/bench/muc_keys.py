"""The answer keys of the fourth Message Understanding Conference, as templates with slots.

A key file holds templates one after another: numbered lines with a slot's name and its fills. A
fill may have alternatives (" / "), be optional ("?"), and refer to a fill of another slot (":").
Source of the format: the task's own documentation, which comes with the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

# "18. HUM TGT: NAME      "CEREZO"": number, name and first fill stand in columns.
_SLOT = re.compile(r"^(\d{1,2})\.\s{1,2}([A-Z][A-Z :]+?)\s{2,}(\S.*)$")
_MORE = re.compile(r"^\s{30,}(\S.*)$")
_OUTSIDE = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'
_BETWEEN = re.compile(rf"\s/\s{_OUTSIDE}")
_REFERS = re.compile(rf':\s(?="){_OUTSIDE}')
_EMPTY = ("-", "*", "")


class Fill(msgspec.Struct, frozen=True):
    """One right answer of a slot: its alternatives, and those of the fill that it refers to."""

    values: tuple[str, ...]
    refers: tuple[str, ...] = ()
    optional: bool = False


class Template(msgspec.Struct, frozen=True):
    """One incident of one message, by slot name; ``optional`` ones need not be answered."""

    message: str
    number: int
    slots: dict[str, tuple[Fill, ...]]
    optional: bool = False

    def first(self, slot: str) -> str:
        """Return the first value of a slot, empty where there is none."""
        fills = self.slots.get(slot, ())
        return fills[0].values[0] if fills else ""

    def all_of(self, slot: str) -> list[str]:
        """Return every alternative of every fill of a slot."""
        return [value for fill in self.slots.get(slot, ()) for value in fill.values]


def fill_of(text: str) -> Fill:
    r"""Return a fill as it is written in a key.

    >>> fill_of('? DEATH: "PRIESTS" / "JESUITS"')
    Fill(values=('DEATH',), refers=('PRIESTS', 'JESUITS'), optional=True)
    >>> fill_of('"\\"SANTA FE\\" FARM" / "FARM"').values
    ('SANTA FE FARM', 'FARM')
    """
    optional = text.startswith("?")
    plain = text.lstrip("? ").replace('\\"', "")
    value, *refers = _REFERS.split(plain, maxsplit=1)
    return Fill(_values(value), _values(" ".join(refers)), optional)


def _values(text: str) -> tuple[str, ...]:
    parts = (part.strip().lstrip("? ").strip('"').strip() for part in _BETWEEN.split(text))
    return tuple(part for part in parts if part not in _EMPTY)


def templates(path: Path) -> Iterator[Template]:
    """Yield the templates of a key file; messages without an incident yield none."""
    slots: dict[str, list[str]] = {}
    name = ""
    for line in [*path.read_text(encoding="latin-1").splitlines(), "0.  MESSAGE: ID"]:
        if line.startswith("0.") and slots:
            yield from _template(slots)
            slots = {}
        found = _SLOT.match(line)
        if found:
            name = found.group(2).strip()
            slots[name] = [found.group(3).strip()]
        elif name and (more := _MORE.match(line)):
            slots[name].append(more.group(1).strip())
        elif not line.strip():
            name = ""


def _template(slots: dict[str, list[str]]) -> Iterator[Template]:
    number = slots.get("MESSAGE: TEMPLATE", ["*"])[0]
    digits = re.match(r"\d+", number)
    if digits is None:
        return
    fills = {
        name: tuple(fill for text in texts if (fill := fill_of(text)).values)
        for name, texts in slots.items()
        if not name.startswith("MESSAGE")
    }
    yield Template(
        slots["MESSAGE: ID"][0].split()[0],
        int(digits.group()),
        {name: found for name, found in fills.items() if found},
        "OPTIONAL" in number,
    )
