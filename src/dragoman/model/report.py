"""A report: one published text, kept whole, with its body told apart from page furniture."""

from __future__ import annotations

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence, Span


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One published text.

    ``text`` is the whole extracted text, furniture too; ``body`` are the spans of it that are the
    report itself, in order: nothing is ever extracted from outside them. ``sha256`` is of the
    original bytes. ``published`` has as its evidence the place in ``text`` where the date was
    found, or none when it was given with the report (``published.rule`` says which).
    ``headline`` is the span of the title inside ``text``, when it stands there; it is not part
    of ``body``. ``joins`` are the line breaks inside the body that end no paragraph: the text was
    cut at a column's edge or in the middle of a sentence.
    """

    id: str
    source: str
    sha256: str
    text: str
    body: tuple[Span, ...]
    joins: tuple[Span, ...] = ()
    published: Dates | None = None
    title: str | None = None
    headline: Span | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    dateline: Span | None = None
    language: str | None = None
    url: str | None = None
    copy_of: str | None = None
    version_of: str | None = None
    notes: tuple[str, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """Return ``span`` of this report's text as evidence."""
        return Evidence(self.id, span.start, span.end, span.of(self.text))

    def in_body(self, span: Span) -> bool:
        """Return whether ``span`` lies wholly inside one body span."""
        return any(part.contains(span) for part in self.body)


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read, or a part of a report that was passed over, and why."""

    source: str
    reason: str
    report: str | None = None
    span: Span | None = None
