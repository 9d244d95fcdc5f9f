"""Stretches of a report's text, and the evidence that a value rests on."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from dragoman.errors import EvidenceError


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of text: ``start`` inclusive, ``end`` exclusive, in Unicode code points.

    >>> Span(0, 6).of("Moscow said")
    'Moscow'
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers: the one place that slices."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """Return the span moved ``by`` characters to the right (left when negative)."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str) -> Span:
        """Return the span without the white space at its two ends.

        >>> Span(0, 4).trim(" ab ")
        Span(start=1, end=3)
        """
        inner = self.of(text)
        left = len(inner) - len(inner.lstrip())
        stripped = inner.strip()
        return Span(self.start + left, self.start + left + len(stripped))


class Evidence(msgspec.Struct, frozen=True, order=True, gc=False):
    """Where a value is stated: ``report.text[start:end] == quote``, always.

    ``report`` is the report's id; offsets count code points.
    """

    report: str
    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """The stretch of the report's text that is quoted."""
        return Span(self.start, self.end)

    def check(self, text: str) -> None:
        """Raise `EvidenceError` unless ``text`` says ``quote`` at these offsets."""
        found = self.span.of(text)
        if found != self.quote or not self.quote:
            raise EvidenceError(
                f"report {self.report}, characters {self.start}-{self.end}: "
                f"the quote is {self.quote!r} but the text says {found!r}"
            )


class Offsets:
    """Converts offsets of one text between code points, UTF-16 units (browsers) and UTF-8 bytes.

    >>> o = Offsets("a😀b")
    >>> o.to_utf16(2), o.from_utf16(3), o.to_bytes(2), o.from_bytes(5)
    (3, 2, 5, 2)
    """

    def __init__(self, text: str) -> None:
        self._utf16 = [0]
        self._bytes = [0]
        for character in text:
            code = ord(character)
            self._utf16.append(self._utf16[-1] + (2 if code > 0xFFFF else 1))
            width = 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)
            self._bytes.append(self._bytes[-1] + width)

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return self._utf16[offset]

    def from_utf16(self, offset: int) -> int:
        """Return the code-point offset of a UTF-16 offset (inside a pair: of its start)."""
        return bisect_right(self._utf16, offset) - 1

    def to_bytes(self, offset: int) -> int:
        """Return the UTF-8 byte offset of a code-point offset."""
        return self._bytes[offset]

    def from_bytes(self, offset: int) -> int:
        """Return the code-point offset of a UTF-8 byte offset (inside one: of its start)."""
        return bisect_right(self._bytes, offset) - 1
