"""Markdown as text: notes, clippings of web pages, what crawlers make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

import msgspec
import yaml

from dragoman.reading.given import fields_of, given_of
from dragoman.reading.items import Given

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown")
_LINK = re.compile(r"\]\((?:https?://|/)")
# A text with fewer links than this may mean its brackets.
_LEAST = 3
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*\r?\n", re.S)
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def is_markdown(text: str) -> bool:
    """Return whether a text of no known form has links as Markdown writes them."""
    found = _LINK.finditer(text)
    return all(next(found, None) is not None for _ in range(_LEAST))


def markdown_text(markup: str, given: Given) -> tuple[str, Given]:
    """Return Markdown as plain text, a block a paragraph, and what its head says of the report.

    Links and emphasis leave their words alone; pictures, rules and markup of HTML are left out.

    >>> markdown_text("## Truce\\n\\nThe [envoy](https://a.example) *left*.", Given())[0]
    'Truce\\n\\nThe envoy left.'
    """
    from markdown_it import MarkdownIt

    front = _FRONT.match(markup)
    if front:
        given = _completed(given, front.group(1))
        markup = markup[front.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(markup)
    return "\n\n".join(filter(None, map(str.strip, _blocks(tokens)))), given


def _blocks(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(map(_words, token.children or ()))
        elif token.type in ("code_block", "fence"):
            yield token.content


def _words(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    return _BREAKS.get(token.type, "")


def _completed(given: Given, front: str) -> Given:
    """Return what was given, completed by the fields at a note's head."""
    try:
        row = yaml.safe_load(front)
    except yaml.YAMLError:
        return given
    if not isinstance(row, dict):
        return given
    fields = {str(key): value for key, value in cast("Mapping[object, object]", row).items()}
    found = given_of(fields, fields_of(fields), None)
    if found.source and "://" in found.source:
        found = msgspec.structs.replace(found, url=found.url or found.source, source=None)
    # Where the note was found stays its source: its own field may say where it was clipped from.
    names = [name for name in Given.__struct_fields__ if name != "source"]
    missing = {name: getattr(found, name) for name in names if not getattr(given, name)}
    return msgspec.structs.replace(given, **missing)
