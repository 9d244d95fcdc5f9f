"""A text dump to what a report is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dragoman.model import Span
from dragoman.reading import credits as crediting
from dragoman.reading.datelines import Dateline, dateline_alone
from dragoman.reading.furniture import Kind, kind_of
from dragoman.reading.items import Given
from dragoman.reading.layout import Layout, lay_out
from dragoman.reading.lines import Block, paragraphs, word_list
from dragoman.reading.opening import Opening, opening_of
from dragoman.reading.published import Found, choose, find_published, head_candidate
from dragoman.reading.repeated import without_repetition
from dragoman.reading.rules import parts, tails
from dragoman.reading.titles import find_title, locate, without_site

# A paragraph of so many characters is a report whose line breaks were lost.
_ONE_LINE = 600
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*(?=\s)")
# How far down a text a title that was given is looked for, in characters.
_TITLE_REACH = 3000


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a text; offsets are those of the text."""

    body: tuple[Span, ...]
    joins: tuple[Span, ...] = ()
    headline: Span | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Found | None = None


def read_plain(text: str, given: Given) -> Parts:
    """Return the parts of a text dump."""
    blocks = paragraphs(text)
    return parts_of(text, blocks, [kind_of(block.span.of(text)) for block in blocks], given)


def parts_of(text: str, blocks: Sequence[Block], kinds: Sequence[Kind], given: Given) -> Parts:
    """Return the parts of a text whose paragraphs are known for what they are."""
    if not blocks:
        return Parts(body=())
    layout = lay_out(text, blocks, kinds)
    title = _title(text, blocks, kinds, layout, given)
    opening = _opening(text, blocks, layout, given.title or (title.of(text) if title else None))
    published = find_published(text, blocks, kinds, layout, title)
    if opening.date is not None and (published is None or published.rule != "text:published"):
        body = text[opening.after : opening.after + 5000]
        published = choose([head_candidate(opening.date, opening.label)], body) or published
    dateline = opening.dateline or _line_of_its_own(text, blocks, kinds, layout)
    spans, joins = _spans(text, blocks, layout, opening)
    return Parts(
        body=spans,
        joins=joins,
        headline=title or opening.headline,
        title=without_site(" ".join(title.of(text).split())) if title else None,
        outlet=crediting.find_outlet(text, blocks, layout, title),
        agency=(dateline.agency if dateline else None)
        or opening.agency
        or crediting.find_agency(text, blocks, kinds, layout),
        authors=opening.authors or crediting.find_authors(text, blocks, kinds, layout),
        dateline=dateline,
        published=published,
    )


def _title(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout, given: Given
) -> Span | None:
    if given.title is None:
        return find_title(text, blocks, kinds, layout)
    end = min(blocks[layout.lead].span.start, _TITLE_REACH) if layout.body else _TITLE_REACH
    return locate(text, given.title, end)


def _opening(text: str, blocks: Sequence[Block], layout: Layout, title: str | None) -> Opening:
    if not layout.body:
        return Opening(0)
    lead = blocks[layout.body[0]].span
    if layout.dateline is not None:
        return Opening(layout.dateline.after, dateline=layout.dateline)
    return opening_of(text, lead, without_site(title) if title else None)


def _line_of_its_own(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], layout: Layout
) -> Dateline | None:
    """Return the dateline that stands on a line by itself above the report, or None."""
    for i in range(layout.lead - 1, -1, -1):
        found = dateline_alone(blocks[i].span.of(text)) if kinds[i] == "dateline" else None
        if found is not None:
            start = blocks[i].span.start
            return msgspec.structs.replace(found, span=found.span.shift(start))
    return None


def _spans(
    text: str, blocks: Sequence[Block], layout: Layout, opening: Opening
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the body as spans, neighbours as one, and the line breaks that end no paragraph."""
    spans: list[Span] = []
    joins: list[Span] = []
    last = -2
    for i in layout.body:
        span = blocks[i].span
        if i == layout.body[-1]:
            span = Span(span.start, without_credit(text, span))
        if i == layout.body[0] and span.start <= opening.after < span.end:
            span = Span(opening.after, span.end)
            if opening.gap is not None:
                spans.append(Span(span.start, opening.gap.start))
                span = Span(opening.gap.end, span.end)
                last = -2
        joins.extend(join for join in blocks[i].joins if span.contains(join))
        if last == i - 1:
            spans[-1] = spans[-1].cover(span)
        else:
            spans.append(span)
        last = i
    kept = [span.trim(text) for span in spans]
    body = without_repetition(text, [span for span in kept if len(span)])
    return body, tuple(join for join in joins if any(span.contains(join) for span in body))


def names_after(paragraph: str) -> int:
    """Return where a report on one line ends when links or names follow its last sentence.

    >>> names_after("The truce holds, monitors said. Contact Us Legal Terms Privacy Policy")
    31
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph)]
    if not ends:
        return len(paragraph)
    rest = word_list(paragraph[ends[-1] :])
    capitals = sum(word[0].isupper() for word in rest)
    return ends[-1] if rest and capitals >= 0.7 * len(rest) else len(paragraph)


def without_credit(text: str, part: Span) -> int:
    """Return where a last paragraph ends without its credits ("(Reuters)", "Read also")."""
    end = part.end
    if len(part) >= _ONE_LINE:
        half = part.start + len(part) // 2
        feet = (foot.search(text, half, end) for foot in parts("inline_foot"))
        end = min((found.start() for found in feet if found is not None), default=end)
    for _ in range(4):
        inner = text[part.start : end].rstrip()
        cut = next((m.start() for p in tails() if (m := p.search(inner[-400:])) is not None), None)
        if cut is None:
            return part.start + (names_after(inner) if len(inner) >= _ONE_LINE else len(inner))
        end = part.start + max(0, len(inner) - 400) + cut
        if end <= part.start:
            return part.end
    return end
