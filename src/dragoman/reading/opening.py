"""What stands before the first sentence on its own line: date, title, agency, by-line, dateline.

Dumps that lost their line breaks begin "Wed 05 Apr 2017 Envoys meet in Tarsk. AFP The envoys ...".
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dragoman.model import Span
from dragoman.reading.datelines import Dateline, dateline_at
from dragoman.reading.datetext import PrintedDate, printed_dates
from dragoman.reading.rules import agencies, agency_pattern, dateline_places
from dragoman.reading.titles import title_at

# The furniture before the first sentence is no longer than this.
_REACH = 600
# A paragraph of so many characters is a dump that lost its line breaks.
_ONE_LINE = 1200
_CAPITAL = re.compile(r"(?<=\s)[A-Z][A-Za-z]+")
_LABEL = re.compile(
    r"(?:date of publication|first published|(?:published|posted|updated)(?: on| at)?"
    r"|last updated(?: at| on)?|date)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\(?(?:at |updated )?\d{1,2}[:.h]?\d\d(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:GMT|UTC|local time)(?:[+-]\d)?)?(?=[\s,(])[ ,-]*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"[Bb]y (?P<name>[A-Z][\w'’.-]+(?: (?:al-|Al-)?[A-Z][\w'’.-]+){1,3}?)(?: English)?"
    r"(?=\s+[A-Z\"“])\s+"
)
_MARKS = re.compile(r"[\s.,:;|–—-]+")
_PRINT = re.compile(
    r"(?:(?:Print|Tweet|Share|Email|Get short URL|Social Media Website|Middle East|World|News)\b"
    r"(?: \d+)*\s+)(?=[A-Z\"“\d])"
)


# Buttons of a page's head that stand right before the first sentence, wherever they stand.
_BUTTONS = re.compile(
    r"(?:Get short URL(?: \d+)*(?: Topic [^.]{3,90}? \(\d+\)(?: \d+)*)?|SEND http\S+)\s+"
    r"(?=[A-Z\"“])"
)
# Fewer words are what is left of a title.
_FEW = 5
# What stands between title and dateline is a sentence of the report when it has so many words.
_SENTENCE = re.compile(r"(?:\S+\s+){8,}\S*[\w)\"”]{2}[.!?][\"”]?\s*")
_TITLE_LABEL = re.compile(r"title\s*:\s*(?=\S)", re.IGNORECASE)


class Opening(msgspec.Struct, frozen=True):
    """What was taken off before the first sentence, which starts at ``after``.

    ``gap`` is what stands between a standfirst and the sentence behind it: a dateline, a date.
    """

    after: int
    headline: Span | None = None
    date: PrintedDate | None = None
    label: str = ""
    agency: str | None = None
    authors: tuple[str, ...] = ()
    dateline: Dateline | None = None
    gap: Span | None = None


def opening_of(text: str, part: Span, title: str | None) -> Opening:
    """Return what stands before the first sentence of the paragraph ``part``.

    >>> line = "Wed 05 Apr 2017 Talks begin. AFP Talks began in Tarsk."
    >>> line[opening_of(line, Span(0, len(line)), "Talks begin").after :]
    'Talks began in Tarsk.'
    """
    end = min(part.end, part.start + _REACH)
    buttons = _BUTTONS.search(text, part.start, end)
    opening = _walked(text, Opening(part.start), end, part.end, title)
    if buttons is not None and opening.after < buttons.end():
        opening = msgspec.structs.replace(opening, after=buttons.end())
        opening = _walked(text, opening, end, part.end, title)
    if opening.dateline is None and len(part) >= _ONE_LINE:
        opening = _inner(text, opening, end, title, pressed=buttons is not None)
    if opening.dateline is None and opening.date is None:
        opening = _stamped(text, opening, end, part.end)
    return opening


def _inner(
    text: str, opening: Opening, end: int, title: str | None, *, pressed: bool = False
) -> Opening:
    """Return an opening that reaches to the dateline behind title and standfirst, if any.

    Where the title is known, so that it is no part of it, a standfirst is kept, and so is one
    behind a page's buttons (``pressed``), whatever caption stands before the dateline.
    """
    for word in _CAPITAL.finditer(text, opening.after, end):
        if word.group().upper() not in _first_words():
            continue
        line = dateline_at(text, word.start(), end)
        if line is None:
            continue
        known = line.places[0].split(",")[0].upper() in dateline_places()
        if known and (line.capitals or line.agency or line.authors):
            lead = _SENTENCE.match(text, opening.after, line.span.start)
            whole = lead is not None and lead.end() == line.span.start
            if lead is not None and (pressed or (title and whole)):
                gap = Span(lead.end(), line.after)
                return msgspec.structs.replace(opening, dateline=line, gap=gap)
            return msgspec.structs.replace(opening, after=line.after, dateline=line)
    return opening


def _stamped(text: str, opening: Opening, end: int, stop: int) -> Opening:
    """Return an opening with the agency and day behind a standfirst: "AFP Friday 10 Oct 2014"."""
    for wire in _stamp().finditer(text, opening.after, end):
        date = next(printed_dates(text, Span(wire.end(), min(end, wire.end() + 40))), None)
        if date is None or date.certain is None or text[wire.end() : date.span.start].strip():
            continue
        agency = opening.agency or agencies()[wire.group("name")]
        known = msgspec.structs.replace(opening, date=date, agency=agency)
        after = _past(text, date.span.end)
        if after >= end:
            return known  # no sentence follows: it is all the body there is
        if text[after].isupper():
            return _without(text, known, Span(wire.start(), after), stop)
    return opening


def _without(text: str, opening: Opening, gap: Span, stop: int) -> Opening:
    """Return an opening with a gap, and with the buttons behind it; words before it are a title."""
    behind = msgspec.structs.replace(opening, after=gap.end)
    behind = _walked(text, behind, min(stop, gap.end + _REACH), stop, None)
    if len(text[opening.after : gap.start].split()) < _FEW:
        return behind
    return msgspec.structs.replace(opening, gap=Span(gap.start, behind.after))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[^A-Z]", place)[0] for place in dateline_places())


def _walked(text: str, opening: Opening, end: int, stop: int, title: str | None) -> Opening:
    while opening.after < end:
        further = _step(text, opening, end, title)
        if further is None or further.after >= stop - 20:
            break
        opening = further
    return opening


def _step(text: str, opening: Opening, end: int, title: str | None) -> Opening | None:
    at = opening.after
    replace = msgspec.structs.replace
    if opening.headline is None and title and (span := title_at(text, title, at)) is not None:
        return replace(opening, after=_past(text, span.end), headline=span)
    if (dated := _dated(text, opening, at, end)) is not None:
        return dated
    moved = opening.after > 0 and (opening.date is not None or opening.headline is not None)
    if opening.dateline is None and (line := dateline_at(text, at, end)) is not None:
        return replace(opening, after=line.after, dateline=line)
    if moved and (line := _bare_dateline(text, at)) is not None and opening.dateline is None:
        return replace(opening, after=line.after, dateline=line)
    if moved and opening.agency is None and (wire := _wire().match(text, at, end)):
        return replace(opening, after=wire.end(), agency=agencies()[wire.group("name")])
    if moved and not opening.authors and (by := _BY.match(text, at, end)):
        return replace(opening, after=by.end(), authors=(by.group("name"),))
    for pattern in (_TIME, _PRINT, _TITLE_LABEL) if moved else ():
        if (match := pattern.match(text, at, end)) is not None:
            return replace(opening, after=match.end())
    return None


def _dated(text: str, opening: Opening, at: int, end: int) -> Opening | None:
    label = _LABEL.match(text, at, end)
    begin = label.end() if label else at
    for date in printed_dates(text, Span(begin, end)):
        following = text[date.span.end : date.span.end + 12]
        starts_sentence = re.match(r"[\s.,|-]*(?:[A-Z\"“(\d]|at \d|by [A-Z]|title:)", following)
        if date.span.start != begin or not starts_sentence or not date.days:
            break
        if opening.date is not None:
            return msgspec.structs.replace(opening, after=_past(text, date.span.end))
        return msgspec.structs.replace(
            opening, after=_past(text, date.span.end), date=date, label=text[at:begin]
        )
    return None


def _past(text: str, at: int) -> int:
    match = _MARKS.match(text, at)
    return match.end() if match else at


@cache
def _stamp() -> re.Pattern[str]:
    days = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
    return re.compile(rf"\b(?P<name>{agency_pattern()})\s+(?=(?:(?:{days})day\s+)?\d)")


def _wire() -> re.Pattern[str]:
    return re.compile(rf"\(?(?P<name>{agency_pattern()})\)?[\s.:–—-]+(?=[A-Z\"“\d])")


def _bare_dateline(text: str, at: int) -> Dateline | None:
    """Return a dateline that lost its marks: "BEIRUT Rebels said ..."."""
    match = re.compile(r"[A-Z][A-Z.'’ -]+[A-Z](?=\s+[A-Z][a-z]|\s+[\"“A])").match(text, at)
    if match is None or match.group() not in dateline_places():
        return None
    return Dateline(Span(*match.span()), _past(text, match.end()), (match.group(),), capitals=True)
