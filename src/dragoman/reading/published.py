"""When a report was published, with where its page says so and which rule believed it.

A date of crawling, printing or copyright is not one. Where only such a date is found, or where
the text gainsays the only one, the answer is None.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from dragoman.model import Span
from dragoman.reading.datetext import PrintedDate, printed_dates
from dragoman.reading.furniture import Kind, is_date_line
from dragoman.reading.layout import Layout
from dragoman.reading.lines import Block
from dragoman.reading.rules import table

# How many characters before a date its label may stand.
_BEFORE = 48
# So many lines below the first sentence a line with a date is still the head's.
_BELOW = 3
# A head of so many lines (outlet, date, headline, byline) has no room for a page's furniture:
# its date is believed whatever days the report speaks of.
_CLEAN = 4
# A report names days of its own weeks: "Sept. 7" is at most so many days from its publication.
_NEAR = 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Found(msgspec.Struct, frozen=True):
    """A date of publication: where it stands (None: in no text) and the rule that chose it.

    ``readings`` are the days that the same digits may mean: two for 04/09/2018.
    """

    day: dt.date
    span: Span | None
    rule: str
    readings: tuple[dt.date, ...] = ()


class _Candidate(msgspec.Struct, frozen=True):
    date: PrintedDate
    rule: str
    distance: int


# The rules in the order in which they are believed.
_DOUBTFUL = ("head", "foot", "masthead")
_ORDER = ("published", "dateline", "byline", "clean", "head", "updated", "foot", "masthead")


def find_published(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout, title: Span | None
) -> Found | None:
    """Return the date of publication that a dump states, or None."""
    candidates = list(_candidates(text, blocks, kinds, layout, title))
    if layout.dateline is not None and layout.dateline.date is not None:
        candidates.append(_Candidate(layout.dateline.date, "dateline", 0))
    body = " ".join(blocks[i].span.of(text) for i in layout.body)
    return choose(candidates_with_years(candidates), body)


def head_candidate(date: PrintedDate, label: str) -> _Candidate:
    """Return a date that stands right before the first sentence, on the same line."""
    return _Candidate(date, label_of(label) or "head", 0)


def choose(candidates: Iterable[_Candidate], body: str) -> Found | None:
    """Return the candidate of the most trusted rule, the nearest to the report first."""
    ranked = sorted(
        (c for c in candidates if c.rule in _ORDER),
        key=lambda c: (_ORDER.index(c.rule), c.distance, c.date.span.start),
    )
    for candidate in ranked:
        day = _day_of(candidate.date, ranked, body)
        if day is None or _weekday_wrong(candidate.date, day):
            continue
        # Who prints the weekday, and the right one, has not got the date wrong.
        sure = candidate.rule == "head" and candidate.date.weekday is not None
        doubtful = candidate.rule in _DOUBTFUL and not sure
        if doubtful and _gainsaid(day, body, candidate.rule == "masthead"):
            continue
        return Found(day, candidate.date.span, f"text:{candidate.rule}", candidate.date.days)
    return None


def candidates_with_years(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the candidates; those with a year that agree with one without move up to its rule."""
    yearless = [c for c in candidates if not c.date.days and c.rule in _ORDER]
    raised: list[_Candidate] = []
    for candidate in candidates:
        rule = candidate.rule
        day = candidate.date.certain
        for other in yearless:
            same = day is not None and (day.month, day.day) == (other.date.month, other.date.day)
            if same and rule in _ORDER and _ORDER.index(other.rule) < _ORDER.index(rule):
                rule = other.rule
        raised.append(_Candidate(candidate.date, rule, candidate.distance))
    return raised


def _candidates(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout, title: Span | None
) -> Iterator[_Candidate]:
    in_body = set(layout.body)
    tail = max(in_body, default=layout.lead)
    for i, block in enumerate(blocks[: layout.last]):
        # A date may stand under the first lines of a report, too, between it and a picture.
        head = i < layout.lead or (kinds[i] == "date" and i <= layout.lead + _BELOW)
        foot = i > tail
        if i in in_body or not (head or foot) or block.span == title:
            continue
        line = block.span.of(text)
        plain = kinds[i] in ("date", "byline", "dateline") or is_date_line(line)
        for date in printed_dates(text, block.span):
            rule = label_of(
                text[max(block.span.start, date.span.start - _BEFORE) : date.span.start]
            )
            if rule is None and plain:
                rule = _rule_of_bare(kinds[i], foot, title, block, blocks, i, layout)
            if rule is not None:
                distance = abs(
                    (title.start if title else blocks[layout.lead].span.start) - date.span.start
                )
                yield _Candidate(date, rule, distance)


def _rule_of_bare(
    kind: Kind,
    foot: bool,
    title: Span | None,
    block: Block,
    blocks: Sequence[Block],
    i: int,
    layout: Layout,
) -> str:
    if kind in ("byline", "dateline"):
        return kind
    if foot:
        return "foot"
    anchor = title if title is not None and title.start > block.span.start else None
    following = blocks[i + 1].span if i + 1 < len(blocks) else None
    if anchor is not None and following != anchor:
        return "masthead"
    if title is None and i + 1 != layout.lead:
        return "masthead"
    return "clean" if layout.lead <= _CLEAN else "head"


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("dates.yaml")[kind]), re.IGNORECASE)


def label_of(before: str) -> str | None:
    """Return what the words before a date say it is: published, updated, retrieved, or None.

    >>> label_of("Copyright "), label_of("Last updated at "), label_of("Tarsk, ")
    ('retrieved', 'updated', None)
    """
    last: tuple[int, str] | None = None
    for kind in ("retrieved", "published", "updated"):
        for match in _label(kind).finditer(before):
            if last is None or match.end() >= last[0]:
                last = match.end(), kind
    return last[1] if last else None


def _day_of(date: PrintedDate, others: Sequence[_Candidate], body: str) -> dt.date | None:
    """Return the day of a date; of two readings the one that another date or the text backs."""
    if len(date.days) < 2:
        return date.certain
    known = {c.date.certain for c in others if c.date.certain}
    backed = [day for day in date.days if day in known]
    if not backed:
        months = {(d.month) for d in printed_dates(body, Span(0, len(body))) if not d.days}
        backed = [day for day in date.days if day.month in months]
    return backed[0] if len(backed) == 1 else None


def _weekday_wrong(date: PrintedDate, day: dt.date) -> bool:
    return date.weekday is not None and date.weekday != day.weekday()


def _gainsaid(day: dt.date, body: str, strictly: bool) -> bool:
    """Return whether a text speaks of years or days that a report of ``day`` would not speak of."""
    years = [int(year) for year in _YEAR.findall(body)]
    if strictly and years and max(years) <= day.year - 3:
        return True
    named = [d for d in printed_dates(body, Span(0, len(body))) if not d.days]
    return bool(named) and all(_far(day, d.month, d.day) for d in named)


def _far(day: dt.date, month: int, number: int) -> bool:
    apart = abs(
        (dt.date(2019, month, min(number, 28)) - dt.date(2019, day.month, min(day.day, 28))).days
    )
    return min(apart, 365 - apart) > _NEAR
