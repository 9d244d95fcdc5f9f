"""Whose report it is: the outlet that printed it and the agency that wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from dragoman.model import Span
from dragoman.reading.bylines import byline, names_in
from dragoman.reading.furniture import Kind
from dragoman.reading.layout import Layout
from dragoman.reading.lines import Block
from dragoman.reading.rules import agencies, agency_pattern

_SOURCE = re.compile(
    r"(?:source|publication|publisher|newspaper|outlet)\s*[:|]\s*(?P<name>[^|:]{2,60})", re.I
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s,©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,.©]*"
    r"(?P<name>[A-Z][\w&'’.-]*(?: [\w&'’.-]+){0,5}?)"
    r"\s*(?:(?:19|20)\d\d)?\s*(?:[.,|]|all rights|$)",
    re.IGNORECASE,
)
# The name of a newspaper has no more words.
_NAME_WORDS = 5
_AND_AGENCIES = re.compile(r"\s*(?:,|and|\+|&)\s*(?:news )?agencies$", re.IGNORECASE)
_REPORTING = re.compile(
    r"\(?(?:[Rr]eport(?:ing|ed)|[Ww]ritten)(?: and \w+)? by (?P<names>[^;(]{3,120})"
)
_PLACE_OF_WORK = re.compile(r" in [A-Z][\w. -]+?(?=,| and |;|$)|[.)]+$")
_NO_NAMES = re.compile(
    r"(?:all rights.*|rights.*|by|the|inc|ltd|agenc(?:y|ies).*|wires?|.*\d{3}.*)", re.I
)


@cache
def _named() -> re.Pattern[str]:
    # The names of agencies are written in capitals or as names: "AA" is one, "aa" is none.
    return re.compile(rf"(?<![\w/])(?:{agency_pattern()})(?![\w/]|\.\w)")


@cache
def _told() -> re.Pattern[str]:
    telling = r"\b(?i:told|tells|telling|interview with|speaking to|spoke to)\s+(?:the\s+)?"
    return re.compile(rf"{telling}(?P<name>{agency_pattern()})\b(?!['’]s)")


def find_outlet(
    text: str, blocks: Sequence[Block], layout: Layout, title: Span | None
) -> str | None:
    """Return the outlet that a dump names: after its title, as its source, in its copyright."""
    inside = set(layout.body)
    outside = [b.span.of(text) for i, b in enumerate(blocks) if i not in inside]
    if title is not None:
        behind = re.compile(re.escape(title.of(text)) + r"\s+[-|–—]\s+(?P<name>[A-Z][^|–—]{2,40})")
        for line in outside[: layout.lead]:
            match = behind.fullmatch(line)
            if match is not None and len(match["name"].split()) <= _NAME_WORDS:
                return match["name"].strip()
    for pattern in (_SOURCE, _COPYRIGHT):
        for line in outside:
            match = pattern.fullmatch(line) if pattern is _SOURCE else pattern.search(line)
            if match and len(line) < 160:
                name = _AND_AGENCIES.sub("", match.group("name")).strip(" .,")
                if name and name not in agencies() and not _NO_NAMES.fullmatch(name):
                    return name
    return None


def find_agency(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout
) -> str | None:
    """Return the agency that a dump is credited to, or None.

    The dateline is believed first, then by-lines and credits, then to whom its sources spoke.
    """
    if layout.dateline is not None and layout.dateline.agency is not None:
        return layout.dateline.agency
    inside = set(layout.body)
    for i, block in enumerate(blocks[: layout.last]):
        line = block.span.of(text)
        credited = kinds[i] in ("byline", "date", "credit") or _SOURCE.fullmatch(line)
        alone = len(line) < 60 and line.strip(" ()-–—/.") in agencies()
        if i not in inside and (credited or alone) and (found := agency_in(line)):
            return found
    body = " ".join(blocks[i].span.of(text) for i in layout.body)
    return agency_at_end(body) or agency_told(body)


def agency_in(line: str) -> str | None:
    """Return the first agency that a line names, or None.

    >>> agency_in("By AFP - Dec 08, 2017")
    'AFP'
    """
    match = _named().search(line)
    return agencies()[match.group()] if match else None


def agency_at_end(body: str) -> str | None:
    """Return the agency that stands after the last sentence: "... he said. (Reuters)"."""
    tail = re.search(
        r"[.”\"]\s*(?:[-–—/(]|\(with |source:? )+\s*(?P<name>[\w -]+?)[)/]*\s*$", body[-80:], re.I
    )
    return agency_in(tail.group("name")) if tail else None


def agency_told(body: str) -> str | None:
    """Return the one agency that sources in the report spoke to, when it is one only.

    >>> agency_told('"No," Bell told dpa by phone.')
    'dpa'
    """
    told = Counter(agencies()[match.group("name")] for match in _told().finditer(body))
    return next(iter(told)) if len(told) == 1 else None


def find_authors(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout
) -> tuple[str, ...]:
    """Return the authors that the dateline or a by-line names, in order."""
    if layout.dateline is not None and layout.dateline.authors:
        return layout.dateline.authors
    for i, block in enumerate(blocks[: layout.last]):
        if kinds[i] == "byline":
            names = byline(block.span.of(text))
            if names:
                return names
    for block in blocks[layout.lead :]:
        # "(Reporting by Ann Bell; editing by ...)", on its own or behind the last sentence.
        credit = _REPORTING.search(block.span.of(text)[-300:])
        if credit is not None and (names := names_in(_PLACE_OF_WORK.sub("", credit["names"]))):
            return names
    return ()


def site_of(url: str | None) -> str | None:
    """Return the host of a web address, without "www.", or None.

    >>> site_of("https://www.example.org/a"), site_of("reports/a.txt")
    ('example.org', None)
    """
    if not url or not url.startswith(("http://", "https://")):
        return None
    host = urlsplit(url).hostname if "[" not in url else None
    return host.removeprefix("www.") if host else None


def span_of_body(blocks: Sequence[Block], layout: Layout) -> Span | None:
    """Return the stretch from the first to the last paragraph of the body, or None."""
    if not layout.body:
        return None
    return blocks[layout.body[0]].span.cover(blocks[layout.body[-1]].span)
