"""TimeML documents (TimeBank, AQUAINT): text, day of publication and marked time expressions."""

from __future__ import annotations

import datetime as dt
import hashlib
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec

from dragoman.model import Span


class GoldTime(msgspec.Struct, frozen=True):
    """A marked time expression: where it stands, its TIMEX3 type and value."""

    span: Span
    type: str
    value: str


class TimexDocument(msgspec.Struct, frozen=True):
    """One document: its name, text, day of publication and time expressions in text order."""

    name: str
    text: str
    day: dt.date | None
    times: tuple[GoldTime, ...]

    @property
    def tuning(self) -> bool:
        """Whether the document is in the half that rules were tuned on (by a hash of its name)."""
        return hashlib.sha256(self.name.encode()).digest()[-1] % 2 == 0


def load(folder: Path) -> list[TimexDocument]:
    """Return the documents of TimeBank and AQUAINT under ``folder``, by name."""
    # The set also carries a copy of one document to try a pipeline on: it is left out.
    paths = [path for name in ("AQUAINT", "TimeBank") for path in (folder / name).rglob("*.tml")]
    return [_document(path) for path in sorted(paths, key=lambda path: path.name)]


def _document(path: Path) -> TimexDocument:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    created = root.find("DCT/TIMEX3")
    value = "" if created is None else created.get("value", "")
    text = root.find("TEXT")
    pieces: list[str] = []
    times: list[GoldTime] = []
    if text is not None:
        _collect(text, pieces, times)
    return TimexDocument(path.stem, "".join(pieces), _day(value), tuple(times))


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def _collect(element: ET.Element, pieces: list[str], times: list[GoldTime]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces, times)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        kind, value = element.get("type", ""), element.get("value", "")
        times.append(GoldTime(Span(start, end), kind, value))
