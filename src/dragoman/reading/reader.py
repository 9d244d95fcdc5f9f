"""An item to a report: the room's one function that does everything to one thing."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import msgspec

from dragoman.errors import ReadingError
from dragoman.model import Dates, Report, Skipped, make_id
from dragoman.reading.credits import site_of
from dragoman.reading.decoding import decoded, unpacked
from dragoman.reading.given import given_dates
from dragoman.reading.items import Given, Item
from dragoman.reading.language import language_of
from dragoman.reading.markdown import SUFFIXES, is_markdown, markdown_text
from dragoman.reading.metadata import day_in_address
from dragoman.reading.plain import Parts, read_plain
from dragoman.reading.published import Found
from dragoman.reading.titles import without_site
from dragoman.reading.view import xml_text

# A dump may open with a line that is the report's address.
_ADDRESS = re.compile(r"\s*(?P<url>https?://\S+)[ \t]*(?:\r?\n|$)", re.I)
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|meta|div|p|article|h1)\b", re.I)


def read_item(item: Item) -> Report | Skipped:
    """Return the report that an item holds, or why it could not be read."""
    try:
        data = unpacked(_bytes_of(item), item.source, item.limit)
        if not data.strip():
            raise ReadingError(item.source, "empty")
        text = decoded(data, item.source)
        return _report(item, hashlib.sha256(data).hexdigest(), text)
    except ReadingError as error:
        return Skipped(source=item.source, reason=error.reason)


def _bytes_of(item: Item) -> bytes:
    if item.content is not None:
        return item.content
    if item.path is None:
        raise ReadingError(item.source, "neither a path nor content")
    path = Path(item.path)
    try:
        with path.open("rb") as file:
            return file.read(item.limit + 1)
    except OSError as error:
        raise ReadingError(item.source, f"cannot be opened: {error.strerror}") from error


def _report(item: Item, sha256: str, content: str) -> Report:
    given = item.given
    is_page = item.form == "html" or (
        item.form == "unknown" and _MARKUP.search(content, 0, 4096) is not None
    )
    if is_page:
        # Imported here, because text dumps need none of it and it takes half a second.
        from dragoman.reading.pages import read_page

        text, parts, given = read_page(content, given)
    else:
        text, given = _plain(item, content, given)
        parts = read_plain(text, given)
    if not parts.body:
        raise ReadingError(item.source, "no text of a report found")
    # The file's own name: the same report has the same id on every machine.
    name = given.source or Path(item.name).name
    bare = _bare_report(make_id("rep", sha256, name), item, sha256, text, parts, given)
    published, notes = _published(bare, given, parts.published)
    language = given.language or language_of(" ".join(span.of(text) for span in parts.body))
    if language and not language.lower().startswith("en"):
        notes.append(f"language {language}: not extracted")
    return msgspec.structs.replace(bare, published=published, language=language, notes=tuple(notes))


def _plain(item: Item, content: str, given: Given) -> tuple[str, Given]:
    """Return the text of what is no page: of Markdown and XML without their markup."""
    if Path(item.name).suffix.lower() in SUFFIXES or is_markdown(content):
        return markdown_text(content, given)
    address = _ADDRESS.match(content)
    if address is not None and given.url is None:
        given = msgspec.structs.replace(given, url=address["url"])
    return (xml_text(content) if content.lstrip().startswith("<?xml") else content), given


def _bare_report(
    report_id: str, item: Item, sha256: str, text: str, parts: Parts, given: Given
) -> Report:
    return Report(
        id=report_id,
        source=item.source,
        sha256=sha256,
        text=text,
        body=parts.body,
        joins=parts.joins,
        title=without_site(given.title) if given.title else parts.title,
        headline=parts.headline,
        outlet=given.outlet or parts.outlet or site_of(given.url),
        agency=given.agency or parts.agency,
        authors=given.authors or parts.authors,
        datelines=parts.dateline.places if parts.dateline else (),
        dateline=parts.dateline.span if parts.dateline else None,
        url=given.url,
    )


def _published(report: Report, given: Given, found: Found | None) -> tuple[Dates | None, list[str]]:
    """Return when a report was published, and a note where what was given and found differ.

    A date that was given has the place in the text that says the same as its evidence.
    """
    stated = _stated(report, found)
    for value, rule in ((given.published, "given"), (given.date, "given:date")):
        dates = given_dates(value, given.day_first, rule) if value else None
        if dates is None:
            continue
        if stated is None:
            return dates, []
        # Of two readings of a date in digits the one that was given is meant.
        meant = found is not None and dates.start in found.readings and dates.start == dates.end
        if meant or (stated.start == dates.start and stated.end == dates.end):
            return msgspec.structs.replace(dates, evidence=stated.evidence), []
        if rule == "given":
            return dates, [f"published {dates} as given; the text says {stated}"]
        return stated, [f"published {stated} as the text says; the date given is {dates}"]
    return stated or day_in_address(given.url), []


def _stated(report: Report, found: Found | None) -> Dates | None:
    if found is None:
        return None
    evidence = report.evidence(found.span) if found.span is not None else None
    return Dates.day(found.day, evidence, found.rule)
