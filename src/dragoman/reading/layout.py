"""Where the report stands in a dump: its first and last paragraph, and what is not it between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.reading.datelines import Dateline, dateline_at
from dragoman.reading.furniture import Kind, function_share
from dragoman.reading.lines import Block, ends_sentence, word_list

# How far down a dump a dateline may stand, in paragraphs of prose.
_PROSE_BEFORE_DATELINE = 4
# A box of links ends the report when less than this share of the prose follows it.
_AFTER_END = 0.35
# A text with more prose than this, in characters, is no poem, and its short lines are links.
_PROSE_BESIDE_VERSE = 300
# What a line of each sort costs a stretch of prose, and what a paragraph is worth at most, in
# characters of prose. Tuned on the pages' dumps of `bench/pages.py`.
_COST = {"short": 40, "line": 40, "item": 20, "caption": 10, "credit": 10, "end": 150, "foot": 300}
_MOST_WORTH = 600
# A last short paragraph still belongs to the report behind links or items that cost so much.
_SLACK = 150
# Date and by-line may stand below the report, at most so many lines.
_AFTERWORD = 8
# The foot of a page is believed when so many characters of prose stand before it.
_BEFORE_FOOT = 250


_TURN = re.compile(r"(\(\([^()]{1,40}\)\)|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}:)\s+\S")
# Shorter paragraphs may well be said twice: "He did not elaborate."
_REPEATED = 5
_COMPARED = 500
# So many turns under one name make a transcript.
_TURNS = 3
_UNSURE = ("short", "prose", "item")


class Layout(msgspec.Struct, frozen=True):
    """The parts of a dump: ``body`` are numbers of paragraphs; ``last`` is that of the foot."""

    body: tuple[int, ...]
    lead: int
    last: int
    dateline: Dateline | None = None


def lay_out(text: str, blocks: Sequence[Block], kinds: Sequence[Kind]) -> Layout:
    """Return which paragraphs are the report."""
    kinds = _with_verse(text, blocks, _with_dialogue(text, blocks, kinds))
    first, end = densest(blocks, kinds)
    found = _dateline(text, blocks, kinds, first)
    lead = found[0] if found else _first_prose(text, blocks, kinds, first)
    if lead is None:
        kept = tuple(i for i, kind in enumerate(kinds) if kind in ("short", "item", "caption"))
        return Layout(kept, kept[0] if kept else 0, len(blocks))
    last = _foot(blocks, kinds, lead, end)
    body = _body(text, blocks, kinds, lead, last)
    return Layout(body, lead, last, found[1] if found else None)


def densest(blocks: Sequence[Block], kinds: Sequence[Kind]) -> tuple[int, int]:
    """Return the stretch of paragraphs, first and end, that holds most prose and least else.

    Prose counts for its length and every other line against it, by what it is: the stretch with
    the highest sum is the report, wherever in a page of links, banners and comments it stands.
    """
    best, best_range = 0, (0, len(blocks))
    running, start = 0, 0
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        worth = min(len(block.span), _MOST_WORTH) if kind == "prose" else -_COST.get(kind, 0)
        if running <= 0:
            running, start = 0, i
        running += worth
        if running > best or (
            kind == "prose" and start == best_range[0] and running > best - _SLACK
        ):
            best, best_range = max(best, running), (start, i + 1)
    return best_range


def _dateline(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], first: int
) -> tuple[int, Dateline] | None:
    prose = 0
    for i in range(first, len(blocks)):
        block = blocks[i]
        if kinds[i] == "prose":
            dateline = dateline_at(text, block.span.start, block.span.end)
            if dateline is not None and dateline.after < block.span.end:
                return i, dateline
            prose += 1
            if prose >= _PROSE_BEFORE_DATELINE:
                return None
    return None


def _first_prose(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], first: int
) -> int | None:
    prose = [i for i, kind in enumerate(kinds) if kind == "prose" and i >= first]
    if not prose:
        return None
    for number, i in enumerate(prose[:2]):
        following = prose[number + 1] if number + 1 < len(prose) else None
        if following is None or not _is_standfirst(text, blocks, kinds, i, following):
            return i
    return prose[min(2, len(prose) - 1)]


def _is_standfirst(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], i: int, following: int
) -> bool:
    """Return whether paragraph ``i`` says in short, above date and by-line, what comes below."""
    if not any(kind in ("date", "byline") for kind in kinds[i + 1 : following]):
        return False
    said = set(content_words(blocks[i].span.of(text)))
    again = {
        word
        for k in range(following, min(following + 6, len(blocks)))
        for word in content_words(blocks[k].span.of(text))
    }
    return len(said & again) >= 0.5 * len(said)


def _foot(blocks: Sequence[Block], kinds: Sequence[Kind], lead: int, end: int) -> int:
    sizes = [len(b.span) if k == "prose" else 0 for b, k in zip(blocks, kinds, strict=True)]
    total = sum(sizes[lead:end])
    before = 0
    for i in range(lead + 1, len(blocks)):
        before += sizes[i - 1]
        if i >= end and (kinds[i] in ("end", "foot", "prose") or i > end + _AFTERWORD):
            return i
        if kinds[i] == "foot" and before >= _BEFORE_FOOT:
            return i
        if kinds[i] in ("end", "foot") and total - before < _AFTER_END * total:
            return i
    return len(blocks)


def _body(
    text: str, blocks: Sequence[Block], kinds: Sequence[Kind], lead: int, last: int
) -> tuple[int, ...]:
    body: list[int] = []
    listing = False
    prose = [blocks[i].span.of(text) for i in range(lead, last) if kinds[i] == "prose"]
    said: set[str] = set()
    for i in range(lead, last):
        kind = kinds[i]
        line = blocks[i].span.of(text)
        if kind == "prose" or i == lead:
            if i == lead or not _is_repeated(line, prose, said):
                body.append(i)
            said.add(line)
            listing = line.rstrip().endswith((":", ";"))
        elif kind == "item" and (listing or _is_sentence_item(line)):
            body.append(i)
            listing = True
        elif kind == "caption" and body and not any(k == "prose" for k in kinds[i + 1 : last]):
            # At the very end "(AFP)" is the credit of the report, not of a picture.
            body.append(i)
        else:
            listing = listing and kind == "short" and len(line) < 4
    return tuple(body)


def _with_dialogue(text: str, blocks: Sequence[Block], kinds: Sequence[Kind]) -> list[Kind]:
    """Return ``kinds`` with the turns of a transcript as prose, however short: "((Bell)) Yes"."""
    labels = [
        match.group(1) if (match := _TURN.match(b.span.of(text))) and k in _UNSURE else None
        for b, k in zip(blocks, kinds, strict=True)
    ]
    counts = Counter(label for label in labels if label)
    often = {label for label, times in counts.items() if times >= _TURNS}
    return ["prose" if label in often else k for label, k in zip(labels, kinds, strict=True)]


def _is_repeated(line: str, prose: Sequence[str], said: set[str]) -> bool:
    """Return whether a paragraph says over what another says: a pull quote, a page given twice."""
    bare = line.strip(" \"“”'‘’")
    if len(word_list(bare)) < _REPEATED:
        return False
    if line in said:
        return True
    # Every paragraph with every other: not for a book.
    return len(prose) <= _COMPARED and any(
        len(other) > len(line) and bare in other for other in prose
    )


def _is_sentence_item(line: str) -> bool:
    found = word_list(line)
    least = 4 if ends_sentence(line) else 8
    return len(found) >= least and function_share(found) >= 0.1


def _with_verse(text: str, blocks: Sequence[Block], kinds: Sequence[Kind]) -> Sequence[Kind]:
    """Return ``kinds`` with short lines taken as prose where a text mostly consists of them."""
    prose = sum(len(b.span) for b, k in zip(blocks, kinds, strict=True) if k == "prose")
    verse = [
        k in ("short", "item") and _is_verse(b.span.of(text))
        for b, k in zip(blocks, kinds, strict=True)
    ]
    size = sum(len(b.span) for b, is_verse in zip(blocks, verse, strict=True) if is_verse)
    if prose > _PROSE_BESIDE_VERSE or size <= 2 * prose or sum(verse) < 3:
        return kinds
    first = verse.index(True)
    return [
        "prose" if is_verse and i > first else kind
        for i, (kind, is_verse) in enumerate(zip(kinds, verse, strict=True))
    ]


def _is_verse(line: str) -> bool:
    found = word_list(line)
    return len(found) >= 4 and (
        function_share(found) >= 0.15 or sum(word.islower() for word in found) > len(found) / 2
    )


def content_words(line: str) -> list[str]:
    """Return the words of more than three letters, in lower case."""
    return [word.lower().rstrip(".'’s") for word in word_list(line) if len(word) > 3]
