"""The step that finds time expressions and works out the days that they name.

Every expression is resolved against the report's own day (`Report.published`) and against the
date that the text named before it. What needs a day that is not known stays unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache

import msgspec

from dragoman.errors import PipelineError
from dragoman.extraction import (
    times_clock,
    times_eras,
    times_holidays,
    times_resolve,
    times_spans,
    times_weekdays,
)
from dragoman.extraction.times_grammar import Found, find
from dragoman.extraction.times_guard import is_rate, is_time
from dragoman.extraction.times_moment import Moment, Parts, Resolved, Story
from dragoman.extraction.times_syntax import bound_of, is_now, is_told, noun_of, outlook, past_noun
from dragoman.language import Document, plain_view
from dragoman.model import Extract, Report, Span, TimeMention

Resolver = Callable[[Parts, Moment], Resolved | None]


_MODULES = (
    times_resolve, times_weekdays, times_clock, times_spans, times_eras, times_holidays,
)  # fmt: skip


@cache
def _resolver(name: str) -> Resolver:
    for module in _MODULES:
        found: Resolver | None = getattr(module, name, None)
        if found is not None:
            return found
    raise PipelineError(f"data/times_rules.yaml names {name!r}, which no times module has")


_FIRST = re.compile(r"\b(?:first|last|worst|biggest|only)\b[^.]*$")


class Times:
    """Finds time expressions in headline and body: dates, times, durations, sets."""

    needs = ("report",)
    gives = ("times",)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with ``times``, in text order."""
        return msgspec.structs.replace(extract, times=tuple(times_of(document, extract.report)))


def times_of(document: Document, report: Report) -> list[TimeMention]:
    """Return the time expressions of a report's headline and body, in text order."""
    mentions: list[TimeMention] = []
    day = report_day(report)
    story = Story()
    for paragraph in document.paragraphs:
        story = msgspec.structs.replace(story, near=None, told=None)
        view = plain_view(paragraph.of(document.text))
        for found in find(view):
            if not is_time(found, view, document, paragraph.start):
                continue
            mention = _mention(found, paragraph.start, document, report, Moment(day, story))
            if mention is None:
                continue
            if is_rate(found, view, document, paragraph.start):
                mention = msgspec.structs.replace(mention, kind="set")
            mentions.append(mention)
            story = story.after(mention, telling=is_told(document, mention.evidence.span))
    return mentions


# A dateline older than this is not the day on which the report was written.
_DATELINE_AGE = 4


def report_day(report: Report) -> dt.date | None:
    """Return the day that "today" means in the report: its dateline's, else its publication's."""
    published = report.published
    day = published.start if published and published.precision == "day" else None
    if report.dateline is None:
        return day
    for found in find(plain_view(report.dateline.of(report.text))):
        if found.rule.do != "month_day":
            continue
        resolved = times_resolve.month_day(found.parts, Moment(day, outlook="past"))
        told = resolved.dates.start if resolved is not None and resolved.dates else None
        if told and (day is None or 0 <= (day - told).days < _DATELINE_AGE):
            return told
    return day


def _bound(found: Found, moment: Moment) -> str:
    within_past = found.rule.do == "window" and moment.bound == "by"
    if within_past or found.rule.name in ("day_range", "month_range", "year_range"):
        return "during"
    return moment.bound


def _mention(
    found: Found, offset: int, document: Document, report: Report, moment: Moment
) -> TimeMention | None:
    span = Span(found.start + offset, found.end + offset).trim(document.text)
    bound = bound_of(document.text, span)
    moment = msgspec.structs.replace(
        moment,
        outlook=outlook(document, span, bound),
        bound=bound,
        noun=noun_of(document, span),
        first=bool(_FIRST.search(document.text[max(0, span.start - 90) : span.start])),
        now=is_now(document, span),
        lasting=document.text[max(0, span.start - 4) : span.start].lower() == "for ",
    )
    if found.rule.do == "weekday" and moment.outlook == "future" and past_noun(document, span):
        moment = msgspec.structs.replace(moment, outlook="past")
    resolved = _resolver(found.rule.do)(found.parts, moment)
    if resolved is None:
        return None
    evidence = report.evidence(span)
    dates = resolved.dates
    if dates is not None:
        dates = msgspec.structs.replace(dates, evidence=evidence, rule=found.rule.name)
    return TimeMention(
        evidence=evidence,
        kind=resolved.kind,
        dates=dates,
        value=resolved.value,
        rule=found.rule.name,
        bound=_bound(found, moment),
    )
