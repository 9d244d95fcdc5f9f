"""Bytes to text: by the byte order mark, by what the page declares, by what it looks like."""

from __future__ import annotations

import codecs
import re
import zlib

from dragoman.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
_HEAD = 4096
# Heads of formats that hold no text we read; the word is what the reader is told.
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "an image, sound or film"),
)
_CONTROLS = bytes(set(range(9)) | {14, 15, 16, 17, 18, 19, 20} | set(range(21, 26)) | {28, 29, 30})


def unpacked(data: bytes, source: str, limit: int) -> bytes:
    """Return ``data``, gunzipped when it is gzip; raise `ReadingError` when broken or huge.

    >>> unpacked(b"truce", "a.txt", 100)
    b'truce'
    """
    if data.startswith(b"\x1f\x8b") and len(data) <= limit:
        inflate = zlib.decompressobj(wbits=31)
        try:
            data = inflate.decompress(data, limit + 1)
        except zlib.error as error:
            raise ReadingError(source, f"damaged gzip data ({error})") from error
        if len(data) <= limit and not inflate.eof:
            raise ReadingError(source, "truncated gzip data")
    if len(data) > limit:
        raise ReadingError(source, f"larger than {limit:,} bytes")
    return data


def decoded(data: bytes, source: str) -> str:
    """Return the text of ``data``; raise `ReadingError` when it holds none.

    >>> decoded("Идлиб".encode("utf-16"), "a.txt")
    'Идлиб'
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(source, f"not text: {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if _looks_binary(data):
        raise ReadingError(source, "not text: binary data")
    for named in (_declared(data), "utf-8"):
        if named:
            try:
                return data.decode(named)
            except UnicodeDecodeError:
                continue
    return data.decode(_guessed(data), "replace")


def _looks_binary(data: bytes) -> bool:
    sample = data[: 16 * _HEAD]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\x00" in sample or odd > len(sample) // 20


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        name: str = codecs.lookup(found.group(1).decode("ascii", "replace")).name
    except LookupError:
        return None
    # What browsers do: pages that say Latin-1 mean Windows-1252.
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _guessed(data: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    guess = str(detect_encoding(data) or "cp1252")
    try:
        name = codecs.lookup(guess).name
    except LookupError:
        return "cp1252"
    return "cp1252" if name in ("utf-8", "ascii") else name
