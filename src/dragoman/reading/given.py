"""What is given with a report: names of fields, and dates as tables and feeds write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache

from dragoman.model import Dates, Span
from dragoman.reading.bylines import names_in
from dragoman.reading.datetext import printed_dates
from dragoman.reading.items import Given
from dragoman.reading.rules import table

_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
# More words than this, or a slash, and "source" is no outlet's name.
_NAME_WORDS = 5
_FILE = re.compile(
    r"[\\#]|://|\.(?:txt|text|md|html?|xml|jsonl?|ndjson|csv|tsv|gz|zip|pdf|docx?)$", re.I
)
# What a table prints for a cell without a value.
_NOTHING = frozenset({"none", "nan", "null", "n/a", "<na>"})


@cache
def _aliases() -> Mapping[str, str]:
    return {alias: ours for ours, names in table("fields.yaml").items() for alias in names}


def fields_of(names: Iterable[str]) -> dict[str, str]:
    """Return our name of each field, by the field's own; the first of our own list wins.

    >>> fields_of(["Article_Title", "text", "content"])
    {'text': 'text', 'title': 'Article_Title'}
    """
    present = {
        name.strip().lower().replace(" ", "_").replace("-", "_"): name for name in names if name
    }
    found: dict[str, str] = {}
    for alias, ours in _aliases().items():
        if alias in present and ours not in found:
            found[ours] = present[alias]
    return found


def given_of(
    row: Mapping[str, object],
    fields: Mapping[str, str],
    day_first: bool | None,
    shared: Container[str] = (),
) -> Given:
    """Return what a row gives beside its text.

    ``shared`` are the sources that several rows give: they name where reports come from, not a
    report, unless they are addresses of pages, which a table may hold in several versions.
    """

    def value(name: str) -> str | None:
        return written(row.get(fields[name])) if name in fields else None

    source, outlet = value("source"), value("outlet")
    if source is not None and "://" not in source:
        named = _is_outlet_name(source)
        if named and outlet is None and "outlet" not in fields:
            source, outlet = None, source
        elif source in shared or (named and not any(map(str.isdigit, source))):
            # "Northwire" beside an outlet is no report's own; "bulletin-2019-04-02" is.
            source = None
    return Given(
        title=value("title"),
        outlet=outlet,
        agency=value("agency"),
        authors=_authors(row.get(fields["authors"])) if "authors" in fields else (),
        published=value("published"),
        date=value("date"),
        language=value("language"),
        url=value("url"),
        source=source,
        day_first=day_first,
    )


def written(cell: object) -> str | None:
    """Return what a cell of a table says, None where it says nothing.

    >>> written(" Post "), written("nan"), written(None)
    ('Post', None, None)
    """
    text = "" if cell is None else str(cell).strip()
    return None if text.lower() in _NOTHING else text or None


def _is_outlet_name(source: str) -> bool:
    """Return whether a "source" names a newspaper or its host, not a file or a page."""
    return (
        len(source.split()) <= _NAME_WORDS
        and "/" not in source
        and _FILE.search(source) is None
        and any(character.isalpha() for character in source)
    )


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(name).strip() for name in value if str(name).strip())
    written = str(value or "").strip()
    if written.startswith("["):
        written = written.strip("[]").replace("'", "").replace('"', "")
    listed = names_in(re.sub(r"^[Bb]y\s+", "", written))
    return listed or ((written,) if written else ())


def day_first_in(values: Sequence[str]) -> bool | None:
    """Return whether a column writes the day before the month, or None when nothing shows it.

    >>> day_first_in(["4/5/2017", "8/21/2013"]), day_first_in(["4/5/2017"])
    (False, None)
    """
    pairs = [match.groups() for value in values if (match := _SLASHED.match(value))]
    if any(int(first) > 12 for first, _, _ in pairs):
        return True
    if any(int(second) > 12 for _, second, _ in pairs):
        return False
    return None


def given_dates(value: str, day_first: bool | None, rule: str) -> Dates | None:
    """Return a date as given: ISO 8601, "20180904", "2018-09", seconds since 1970, or in words.

    >>> str(given_dates("20180904123000", None, "given"))
    '2018-09-04'
    """
    value = value.strip()
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return Dates.year(int(value), rule=rule)
    month = re.fullmatch(r"((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])", value)
    if month:
        return Dates.month(int(month.group(1)), int(month.group(2)), rule=rule)
    day = _given_day(value, day_first)
    return Dates.day(day, rule=rule) if day else None


def _given_day(value: str, day_first: bool | None) -> dt.date | None:
    compact = re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:T?\d{4,6}Z?)?", value)
    if compact:
        value = "-".join(compact.groups())
    elif re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{13}", value):
        seconds = int(value.split(".")[0]) / (1000 if len(value) == 13 else 1)
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    for date in printed_dates(value.replace("T", " ", 1), Span(0, len(value))):
        if len(date.days) == 2 and day_first is not None:
            return date.days[0 if day_first else 1]
        return date.certain
    return None
