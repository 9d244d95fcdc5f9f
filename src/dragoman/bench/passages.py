"""Short passages of news about invented wars in which voices clash, or only seem to.

Seven writers, who knew neither the rules nor what they show, wrote 2,946 passages
(`data/passages.jsonl`), many after the pattern of real wars, in as many wordings as they could
think of: wire copy, partisan outlets in translated English, long newspaper pieces, bulletins. Every
figure of people or things and every version of what happened is marked (``[[3|at least 14]]``);
``clashes`` are the pairs of marks that cannot both be right, one passage in three has none and is
full of look-alikes. Seven others, who saw no clash judged, wrote what each mark is (``roles``, in
the order of the marks): of figures k killed, h hurt, c captured or held, m missing, d displaced, t
things, p other people, o anything else; of versions N a denial, S another story instead, A a charge
or a deed with its doer, B what happened with none, X anything else.

The reader of roles was trained on the "development" part, two thirds by lot. Of the other third
what five of the writers wrote came up among the misses while rules were mended ("read"); what the
other two wrote is the "kept" part, which the figures are of. They are low because the wordings are
rare on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from dragoman.bench.invented import Clash, Story, Told, judged, rows_of, unmarked
from dragoman.bench.invented import read as read_story
from dragoman.bench.rows import Row, share
from dragoman.bench.shipped import shipped
from dragoman.extraction.claims_voices import SURE
from dragoman.learned.roles import RoleReader
from dragoman.model import About, Span

# The codes of figures.
_FIGURES = "khcmdtpo"


class Passage(msgspec.Struct, frozen=True, dict=True):
    """A passage with its marks, the pairs of them that clash, and the role of each."""

    id: str
    part: Literal["development", "read", "kept"]
    text: str
    clashes: tuple[tuple[int, int, About], ...]
    codes: str = msgspec.field(name="roles")

    @cached_property
    def plain(self) -> str:
        """The text without its marks."""
        return unmarked(self.text)[0]

    @cached_property
    def roles(self) -> list[tuple[tuple[int, int], str]]:
        """Where each mark stands in the plain text, and its code."""
        marks = unmarked(self.text)[1]
        return list(zip((marks[k] for k in sorted(marks)), self.codes.split(), strict=True))

    @property
    def story(self) -> Story:
        """The passage as a story of one report."""
        told = Told("Meridian Wire", "2031-06-14", self.text)
        part: Literal["development", "kept"] = "kept" if self.part == "kept" else "development"
        return Story(self.id, part, (told,), tuple(Clash(*one) for one in self.clashes))


def passages() -> list[Passage]:
    """Return the passages that ship with the package."""
    return shipped("passages", Passage)


def is_figure(role: str) -> bool:
    """Return whether a role is one of figures.

    >>> [is_figure(role) for role in "kN"]
    [True, False]
    """
    return role in _FIGURES


def run(_data: Path) -> list[Row]:
    """Return what is shown of the clashes of the kept part, and how well denials are told in it.

    No public set is needed: the texts ship with the package.
    """
    kept = [one for one in passages() if one.part == "kept"]
    found = [judged(one.story, *read_story(one.story)) for one in kept]
    return [*rows_of("passages, kept", found), *_of_roles(kept)]


def _of_roles(some: Sequence[Passage]) -> Iterator[Row]:
    reader = RoleReader()
    denied = found = both = 0
    for one in some:
        roles = reader.read(one.plain)
        for (start, end), role in one.roles:
            if is_figure(role):
                continue
            is_denial = roles.voice(Span(start, end), "denial") >= SURE
            denied += role == "N"
            found += is_denial
            both += is_denial and role == "N"
    bench = "passages, kept"
    yield share(bench, "denials found", both, denied, f"as sure as {SURE}")
    yield share(bench, "denials found that are right", both, found, f"as sure as {SURE}")
