"""A web page to what a report is made of.

The body is what trafilatura keeps; since it keeps no offsets, the page's own text is drawn up
first and what it kept is found again there.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec
from lxml import etree

from dragoman.model import Span
from dragoman.reading.align import kept_blocks
from dragoman.reading.datetext import printed_dates
from dragoman.reading.furniture import Kind, kind_of
from dragoman.reading.items import Given
from dragoman.reading.lines import Block, lines_of
from dragoman.reading.metadata import Metadata, metadata_of
from dragoman.reading.plain import Parts, parts_of, read_plain
from dragoman.reading.published import Found
from dragoman.reading.view import parsed, text_view

# Less than this many characters kept, and the extractor missed the report.
_LEAST = 200
_LABELLED = ("text:published", "text:byline", "text:dateline")


def read_page(markup: str, given: Given) -> tuple[str, Parts, Given]:
    """Return a page's text, its parts, and what was given, with what the page says of itself."""
    tree = parsed(markup)
    if tree is None:
        return markup, read_plain(markup, given), given
    text = text_view(tree)
    metadata = metadata_of(tree)
    wanted = msgspec.structs.replace(given, title=given.title or metadata.title)
    blocks = lines_of(text)
    kinds = [kind_of(block.span.of(text)) for block in blocks]
    kept = kept_blocks(text, blocks, extracted(tree).split("\n"))
    if sum(len(blocks[i].span) for i in kept) >= _LEAST:
        kinds = _kinds(text, blocks, kinds, kept, tree)
    parts = parts_of(text, blocks, kinds, wanted)
    return text, _with(text, parts, metadata), _given(given, metadata)


def extracted(tree: etree._Element) -> str:
    """Return the main text of a page as trafilatura sees it ("" for none), a paragraph a line."""
    import trafilatura

    # It logs what it cannot read as errors; here an empty answer says so.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        etree.tostring(tree, encoding="unicode", method="html"),
        include_comments=False,
        include_tables=False,
        include_images=False,
        favor_recall=False,
        deduplicate=False,
    )
    return str(found or "")


def _kinds(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], kept: set[int], tree: etree._Element
) -> list[Kind]:
    """Return the kinds of lines, the extractor's word outranking a line's own look."""
    headings = {
        " ".join("".join(element.itertext()).split())
        for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "figcaption")
    }
    result: list[Kind] = []
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        heading = " ".join(block.span.of(text).split()) in headings
        if i in kept and not heading and kind in ("prose", "item", "short"):
            result.append("prose")
        elif kind in ("end", "foot") or (i not in kept and kind in ("prose", "item", "caption")):
            result.append("line")
        else:
            result.append("short" if heading and kind == "prose" else kind)
    return result


def _with(text: str, parts: Parts, metadata: Metadata) -> Parts:
    return msgspec.structs.replace(
        parts,
        title=metadata.title or parts.title,
        outlet=metadata.outlet or parts.outlet,
        authors=metadata.authors or parts.authors,
        agency=parts.agency or metadata.agency,
        published=_published(text, parts, metadata.published),
    )


def _published(text: str, parts: Parts, stated: Found | None) -> Found | None:
    """Return the date that a page states in its head, with where its text says the same."""
    seen = parts.published
    if stated is None:
        return seen
    if seen is not None and (seen.day == stated.day or _surer(seen, stated)):
        return seen
    for date in printed_dates(text, Span(0, len(text))):
        inside = any(part.contains(date.span) for part in parts.body)
        if date.certain == stated.day and not inside:
            return msgspec.structs.replace(stated, span=date.span)
    return stated


def _surer(seen: Found, stated: Found) -> bool:
    """Return whether what the page shows is surer than a date guessed from its markup."""
    return stated.rule == "html:htmldate" and seen.rule in _LABELLED


def _given(given: Given, metadata: Metadata) -> Given:
    return msgspec.structs.replace(given, url=given.url or metadata.url)
