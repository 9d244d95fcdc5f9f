"""Datelines: where, when and for whom a report was written, at the head of its first sentence.

MOSCOW, January 25. /TASS/. ...     BEIRUT: ...      ASTANA/GENEVA/MOSCOW: ...
Moscow - By Ann Bell and Carl Dorn, - ...            KABUL, Afghanistan (AP) -- ...
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dragoman.model import Span
from dragoman.reading.bylines import names_in
from dragoman.reading.datetext import PrintedDate, printed_dates
from dragoman.reading.rules import agencies, agency_pattern, dateline_places

# A dateline is no longer than this.
_REACH = 220
_CAPS = r"[A-Z][A-Z.'’-]*[A-Z.](?:[ -](?:[A-Z][A-Z.'’-]+|ez-Zor|al|el|de|es))*"
_NAME = r"[A-Z][\w.'’-]+(?:[ -](?:[A-Z][\w.'’-]+|de|es|al|el|of|the|al-[A-Z]\w+))*"
_REGION = r"(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? ?\d)[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?(?=[ ,]))?"
_SEPARATOR = re.compile(r"\s*(?:[—–―]+|--+|-(?=\s)|:(?=\s)|\.(?=\s))\s*|\s+(?=[\"“'‘A-Z])")


class Dateline(msgspec.Struct, frozen=True):
    """A dateline: ``span`` is its own stretch; the report's first sentence starts at ``after``."""

    span: Span
    after: int
    places: tuple[str, ...]
    agency: str | None = None
    authors: tuple[str, ...] = ()
    date: PrintedDate | None = None
    capitals: bool = False


@cache
def _places() -> re.Pattern[str]:
    def listed(place: str) -> str:
        return rf"{place}{_REGION}(?:\s?(?:/|;|,| and |-)\s?{place}{_REGION})*?"

    return re.compile(rf"(?P<caps>{listed(_CAPS)})(?![a-z])|(?P<plain>{listed(_NAME)})(?!\w)")


@cache
def _agency() -> re.Pattern[str]:
    name = rf"(?P<name>{agency_pattern()})"
    return re.compile(
        rf"\s*[,.-]?\s*(?:\((?:[\w .]{{1,30}}[/,-] ?)?{name}(?: ?[/,-] ?[^()]{{1,40}})?\)|/{name.replace('name', 'slashed')}/"
        rf"|(?<=[,.-] ){name.replace('name', 'bare')}(?=\s*[—–:-]))\.?"
    )


_DATE_PART = re.compile(r"\s*[,.-]?\s*\(?")
_OTHER_CREDIT = re.compile(r"\s*\([A-Z][\w .&'’/-]{1,40}\)\.?")
_BY = re.compile(
    r"\s*[—–-]{1,2}\s*[Bb]y\s+(?P<names>[A-Z][\w.'’-]+(?:,? (?:and )?[A-Z][\w.'’-]+| (?:al|de|van|von|el|and)(?=[ -]))+),?\s*(?=[—–-])"
)


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that ``text`` begins with at ``start``, or None.

    >>> line = dateline_at("TARSK, June 3 (Reuters) - Talks began.", 0, 38)
    >>> line.places, line.agency, "TARSK, June 3 (Reuters) - Talks began."[line.after:]
    (('TARSK',), 'Reuters', 'Talks began.')
    """
    end = min(end, start + _REACH)
    for length in _place_lengths(text, start, end):
        found = _with_tail(text, start, length, end)
        if found is not None:
            return found
    return None


def _place_lengths(text: str, start: int, end: int) -> list[int]:
    """Return where the places may end, the longest first."""
    head = text[start:end]
    ends = [
        match.end()
        for match in re.finditer(r"[\w.'’)-](?=\s|[,:;(/—–.-]|$)", head[:90])
        if _places().fullmatch(head, 0, match.end())
    ]
    return [start + length for length in reversed(ends)]


def _with_tail(text: str, start: int, at: int, end: int) -> Dateline | None:
    place = text[start:at]
    match = _places().fullmatch(place)
    if match is None:
        return None
    capitals = match.group("caps") is not None
    agency: str | None = None
    credit = False
    authors: tuple[str, ...] = ()
    date: PrintedDate | None = None
    place_end = at
    for _ in range(5):
        before = at
        if agency is None and (found := _agency().match(text, at, end)):
            form = found.group("name") or found.group("slashed") or found.group("bare")
            agency, at = agencies()[form], found.end()
        elif date is None and (dated := _date_at(text, at, end)):
            date, at = dated
        elif not authors and (by := _BY.match(text, at, end)):
            authors, at = names_in(by.group("names")), by.end()
        elif not credit and (other := _OTHER_CREDIT.match(text, at, end)):
            credit, at = True, other.end()
        if at == before:
            break
    if not _is_dateline(
        text, Span(start, place_end), at, end, capitals, bool(agency or date or authors or credit)
    ):
        return None
    separator = _SEPARATOR.match(text, at, end)
    after = separator.end() if separator else at
    # A year of the name list: "U.N." ends with a point of its own.
    places = tuple(part.strip() for part in re.split(r"\s*(?:/|;| and )\s*", place) if part.strip())
    return Dateline(Span(start, at), after, places, agency, authors, date, capitals)


def _date_at(text: str, at: int, end: int) -> tuple[PrintedDate, int] | None:
    lead = _DATE_PART.match(text, at, end)
    begin = lead.end() if lead else at
    for date in printed_dates(text, Span(begin, end)):
        if date.span.start == begin:
            after = date.span.end
            if text[after : after + 1] in (")", ".") and not text[after + 1 : after + 2].isalnum():
                after += 1
            return date, after
        break
    return None


def _is_dateline(text: str, place: Span, at: int, end: int, capitals: bool, tail: bool) -> bool:
    rest = text[at:end]
    separated = re.match(r"\s*(?:[—–―]|--|-\s|:\s)\s*[\"“'‘«\[(]?\s*[A-Z0-9]", rest) is not None
    name = place.of(text)
    known = all(
        part.strip().split(",")[0].upper() in dateline_places()
        for part in re.split(r"/|;| and |,|-(?=[A-Z]{3})", name)[:1]
    )
    if tail:
        stopped = at < len(text) and (text[at - 1] in "./)" or separated)
        return stopped and (capitals or known or text[at - 1] in "/)") and bool(rest.strip())
    if capitals:
        return separated and (known or len(name) > 3)
    return separated and known
