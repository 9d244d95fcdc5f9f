"""A web page to what a report is made of.

The body is what trafilatura keeps; since it keeps no offsets, the page's own text is drawn up
first and what it kept is found again there.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec
from lxml import etree

from dragoman.reading.align import kept_blocks
from dragoman.reading.furniture import Kind, kind_of
from dragoman.reading.items import Given
from dragoman.reading.lines import Block, lines_of
from dragoman.reading.metadata import Metadata, metadata_of
from dragoman.reading.plain import Parts, parts_of, read_plain
from dragoman.reading.view import parsed, text_view

# Less than this many characters kept, and the extractor missed the report.
_LEAST = 200


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
    return text, _with(parts, metadata), _given(given, metadata)


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
        if i in kept and not heading and kind in ("prose", "item", "short", "end", "foot"):
            result.append("prose")
        elif i not in kept and kind in ("prose", "item", "caption", "end", "foot"):
            result.append("line")
        else:
            result.append("short" if heading and kind == "prose" else kind)
    return result


def _with(parts: Parts, metadata: Metadata) -> Parts:
    published = parts.published
    if metadata.published is not None:
        agreed = published is not None and published.day == metadata.published.day
        published = published if agreed else metadata.published
    return msgspec.structs.replace(
        parts,
        title=metadata.title or parts.title,
        outlet=metadata.outlet or parts.outlet,
        authors=metadata.authors or parts.authors,
        published=published,
    )


def _given(given: Given, metadata: Metadata) -> Given:
    return msgspec.structs.replace(
        given,
        url=given.url or metadata.url,
        language=given.language or metadata.language,
    )
