"""What there is to read: a file or a row, with what was given along with it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.model import make_id

# A report of more bytes than this is a dump of something else (a year of Reuters copy is 20 MB).
DEFAULT_LIMIT = 20_000_000


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of a report beside its text; it outranks what is found in the text.

    ``published`` is a date as it was given, ``date`` a bare "date" that may mean something else
    (the day of the event, of collection) and yields to a date that the text itself states.
    ``day_first`` says how 04/09/2018 is to be read, where the rest of a column shows it.
    """

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None
    day_first: bool | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to read: a file by ``path``, or content that is already in hand.

    ``name`` is where it was found ("reports.csv#12", "war/a.html"); ``form`` is "text" or "html"
    where the name of its field says so. Cheap to make and to send to another process.
    """

    name: str
    path: str | None = None
    content: bytes | None = None
    form: Literal["text", "html", "unknown"] = "unknown"
    given: Given = Given()
    limit: int = DEFAULT_LIMIT

    @property
    def source(self) -> str:
        """The source that the report keeps: the one given, else where it was found."""
        return self.given.source or self.name

    @property
    def key(self) -> str:
        """A hash of the name, the bytes and what was given: equal keys would read the same.

        Reads the file where there is one; one that cannot be opened has the key of no bytes.
        """
        content = self.content
        if content is None and self.path is not None:
            try:
                content = Path(self.path).read_bytes()
            except OSError:
                content = None
        digest = hashlib.sha256(content or b"").hexdigest()
        return make_id("itm", self.name, self.form, digest, msgspec.json.encode(self.given))
