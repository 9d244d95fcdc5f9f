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
from dragoman.reading.datetext import PrintedDate, names, printed_dates
from dragoman.reading.rules import agencies, agency_pattern, dateline_places, words

# A dateline is no longer than this.
_REACH = 220
_LONGEST_ALONE = 90
# Capitals no longer than this may be an acronym: "NATO - ".
_ACRONYM = 5
_CAPS = r"(?!NO DATE)[A-Z][A-Z.'’-]*[A-Z.](?:[ -](?:[A-Z][A-Z.'’-]+|ez-Zor|al|el|de|es))*"
_NAME = r"(?!NO DATE)[A-Z][\w.'’-]+(?:[ -](?:[A-Z][\w.'’-]+|de|es|al|el|of|the|al-[A-Z]\w+))*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? ?\d"
_REGION = rf"(?:, (?!{_MONTH})[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?(?=[ ,]))?"
_BETWEEN = re.compile(r"\s*(?:/|;| and )\s*")
# Marks of monitoring services: "[REPORT] [TEXT]".
_BRACKETS = re.compile(r"(?:\[[A-Z][A-Z .,'-]*\]\s*)+")
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
    # "TARSK (KARVELIA), 17 JUN 89": the state in brackets, before a comma, and no wire.
    state = rf"(?: \((?!(?:{agency_pattern()})\))[A-Z][A-Za-z .'-]{{1,30}}\))?"

    def listed(place: str) -> str:
        return rf"{place}{_REGION}(?:\s?(?:/|;|,| and |-)\s?{place}{_REGION})*?{state}"

    return re.compile(rf"(?P<caps>{listed(_CAPS)})(?![a-z])|(?P<plain>{listed(_NAME)})(?!\w)")


@cache
def _agency() -> re.Pattern[str]:
    names = agency_pattern()
    slashed = rf"/(?P<slashed>{names})/"
    more = r"(?:[\w .]{1,30}[/,-] ?)?"
    bracketed = rf"\({more}(?P<name>{names})(?: ?[/,-] ?[^()]{{1,40}})?\)"
    bare = rf"(?:(?<=[,.-] )|(?<=[a-z] )|(?<=[A-Z] ))(?P<bare>{names})(?=\s*[—–:-])"
    return re.compile(rf"\s*[,.-]?\s*(?:{slashed}|{bracketed}|{bare})\.?")


_DATE_PART = re.compile(r"\s*[,.-]?\s*\(?")
_OTHER_CREDIT = re.compile(r"\s*[(\[][A-Z][\w .,&'’/-]{1,45}\)\.?")
# What a monitoring service writes where it does not know the day.
_UNDATED = re.compile(r",? ?NO DATE\b")
_BY = re.compile(
    r"\s*[—–-]{1,2}\s*[Bb]y\s+(?P<names>[A-Z][\w.'’-]+"
    r"(?:,? (?:and )?[A-Z][\w.'’-]+| (?:al|de|van|von|el|and)(?=[ -]))+),?\s*(?=[—–-])"
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


def dateline_alone(line: str) -> Dateline | None:
    """Return the dateline that a line consists of, with nothing after it, or None.

    >>> dateline_alone("DAR ES SALAAM, Nov. 8, 2005 (Xinhua)").agency
    'Xinhua'
    """
    if len(line) > _LONGEST_ALONE:
        return None
    found = dateline_at(f"{line} — X", 0, len(line) + len(" — X"))
    if found is None or found.after <= len(line):
        return None
    told = found.agency is not None or found.date is not None
    known = found.places[0].split(",")[0].upper() in dateline_places()
    return found if (found.capitals or known) and (told or (known and found.capitals)) else None


def _place_lengths(text: str, start: int, end: int) -> list[int]:
    """Return where the places may end, the longest first."""
    head = text[start:end]
    ends = [
        match.end()
        for match in re.finditer(r"[\w.'’)-](?=\s|[,:;(/—–.-]|$)", head[:90])
        if _places().fullmatch(head, 0, match.end())
        and (not match.group().endswith(")") or head[match.end() :].startswith(", "))
        and head[: match.end()].split(", ")[-1] not in agencies()
    ]
    return [start + length for length in reversed(ends)]


def _with_tail(text: str, start: int, at: int, end: int) -> Dateline | None:
    place = text[start:at]
    match = _places().fullmatch(place)
    if match is None:
        return None
    tail = _tail(text, at, end)
    capitals = match.group("caps") is not None
    separator = _SEPARATOR.match(text, tail.at, end)
    if separator is None or not _believed(text, place, tail, capitals, separator.group()):
        return None
    marks = _BRACKETS.match(text, separator.end())
    places = tuple(part.strip() for part in _BETWEEN.split(_unpointed(place)) if part)
    return Dateline(
        Span(start, tail.at),
        marks.end() if marks else separator.end(),
        places,
        tail.agency,
        tail.authors,
        tail.date,
        capitals,
    )


class _Tail(msgspec.Struct):
    """What follows the places: agency, date, authors, another credit in brackets."""

    at: int
    agency: str | None = None
    date: PrintedDate | None = None
    authors: tuple[str, ...] = ()
    credit: str | None = None


def _tail(text: str, at: int, end: int) -> _Tail:
    tail = _Tail(at)
    for _ in range(4):
        if tail.agency is None and (wire := _agency().match(text, tail.at, end)):
            form = wire.group("name") or wire.group("slashed") or wire.group("bare")
            tail.agency, tail.at = agencies()[form], wire.end()
        elif tail.date is None and (undated := _UNDATED.match(text, tail.at, end)):
            tail.at = undated.end()
        elif tail.date is None and (dated := _date_at(text, tail.at, end)):
            tail.date, tail.at = dated
        elif not tail.authors and (by := _BY.match(text, tail.at, end)):
            tail.authors, tail.at = names_in(by.group("names")), by.end()
        elif not tail.credit and (other := _OTHER_CREDIT.match(text, tail.at, end)):
            tail.credit, tail.at = other.group().strip(" ()[.,"), other.end()
        else:
            break
    # "GARN, March 21 (Northwire) -": who is credited beside place and day is the wire.
    if tail.agency is None and tail.date is not None:
        tail.agency = tail.credit
    return tail


def _believed(text: str, place: str, tail: _Tail, capitals: bool, separator: str) -> bool:
    """Return whether places and what follows them are a dateline and no part of a sentence."""
    if no_place(place):
        return False
    separated = bool(separator.strip())
    first = _BETWEEN.split(place)[0].split(",")[0].strip()
    known = first.upper() in dateline_places()
    if tail.agency is not None:
        return separated or text[tail.at - 1] in "/).:"
    if tail.date is not None or tail.credit or tail.authors:
        return (capitals or known) and separated
    mark = separator.strip()
    # "TARSK —" is a dateline's own mark; a colon or a hyphen follows acronyms too.
    least = 2 if mark.startswith(("—", "―", "--")) else _ACRONYM
    return mark not in ("", ".") and (known or (capitals and len(place) > least))


def no_place(name: str) -> bool:
    """Return whether a would-be place begins with a day, a month or a label.

    >>> no_place("MON"), no_place("QUESTION"), no_place("TARSK")
    (True, True, False)
    """
    first = re.split(r"[\s,.]", name)[0]
    named = names("weekdays").keys() | names("months").keys()
    return first in words("not_places") or (first.lower() in named and first.lower() != "may")


def _unpointed(place: str) -> str:
    """Return a place without a final point, unless it abbreviates: "MOSCOW." but "U.N."."""
    abbreviates = "." in place[:-1] or "," in place
    return place[:-1] if place.endswith(".") and not abbreviates else place


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
