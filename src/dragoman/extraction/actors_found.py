"""What the parts of the Actors step pass on to one another."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from dragoman.language import Document, Token
from dragoman.model import ActorType, MentionForm, Span

Gender = Literal["m", "f"]
_DATA = Path(__file__).with_name("data") / "actors"


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of one report before it becomes an `Actor`; ``key`` is unique in the report."""

    key: str
    name: str
    type: ActorType
    country: str | None = None
    sector: str | None = None
    pack: str | None = None
    named: bool = True
    plural: bool = False
    gender: Gender | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A run of tokens (``first`` inclusive, ``last`` exclusive) that refers to ``who``.

    ``core`` is where the name begins when titles before it belong to the run.
    """

    first: int
    last: int
    who: Who
    form: MentionForm
    core: int | None = None

    @property
    def name_first(self) -> int:
        """The first token of the name itself, after the titles that stand before it."""
        return self.first if self.core is None else self.core

    @property
    def key(self) -> str:
        """The key of the actor referred to."""
        return self.who.key


def token_run(document: Document, span: Span) -> tuple[int, int] | None:
    """Return the indices of the first and the last token (exclusive) of ``span``, or None."""
    tokens = document.tokens_in(span)
    return (tokens[0].i, tokens[-1].i + 1) if tokens else None


def head_of(document: Document, first: int, last: int) -> Token:
    """Return the head word of a run of tokens: the last one governed from outside it.

    The last, because a parser likes to hang a name's first word on the verb.
    """
    tokens = document.tokens[first:last]
    for token in reversed(tokens):
        outside = token.head == token.i or not first <= token.head < last
        if outside and token.pos not in ("PUNCT", "PART", "ADP", "DET"):
            return token
    return tokens[-1]


def span_of(document: Document, first: int, last: int) -> Span:
    """Return the stretch of text of a run of tokens."""
    return Span(document.tokens[first].start, document.tokens[last - 1].end)


@lru_cache(maxsize=16)
def word_list(name: str) -> Any:
    """Return the parsed word list ``data/actors/<name>.yaml``."""
    return yaml.safe_load((_DATA / f"{name}.yaml").read_text("utf-8"))
