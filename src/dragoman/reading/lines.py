"""A text dump as lines, and lines as paragraphs: which line breaks are not paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dragoman.model import Span
from dragoman.reading.rules import words

_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")
_BLANK = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff\u202f\u2007\u3000\x1c\x1d\x1e\x1f\x85"
_STOP = re.compile(r"[.!?…:;。؟]['\"”’»)\]]*(?:\s?\[[^\[\]\n]{1,40}\])*$|[”\"]$|«[^»]*»$")
# What may stand behind the last stop: "(Reuters)", "(Reporting by ...)", "- AFP".
_CREDITED = re.compile(r"[.!?][”\"]?\s*(?:\([^()]{2,200}\)|[-–—/]{1,3}\s?[A-Z][\w ]{1,30})$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# The rest of a sentence begins with a small letter or a mark.
_CONTINUES = re.compile(r"[a-z]|[,;.)”’](?:\s|$)")
# A sentence is cut after so many words at least; a link in it has so many at most.
_BEGUN, _LINKED = 6, 6
# A headline may end with who says it.
_TAGGED = re.compile(r", (?:[\w.'’-]+ ){1,5}(?:says?|said)$")
# With no blank line between, two words are enough.
_BEGUN_CLOSE = 2
# Text set in columns of a typewriter or an e-mail has lines no longer than this.
_COLUMN = 110
# Columns are ragged: so much room is left by a word that would have fitted only just.
_ROOM = 8
# A line that is cut at the column's edge reaches at least so far.
_CUT = 40


class Block(msgspec.Struct, frozen=True):
    """A paragraph: a stretch of text and the line breaks in it that do not end it."""

    span: Span
    joins: tuple[Span, ...] = ()
    gap: bool = True
    """Whether a blank line stands before it."""

    def then(self, other: Block) -> Block:
        """Return this paragraph with ``other`` as its continuation."""
        join = Span(self.span.end, other.span.start)
        return Block(self.span.cover(other.span), (*self.joins, join, *other.joins), self.gap)


def lines_of(text: str) -> list[Block]:
    """Return the non-blank lines of ``text``, without the white space around them.

    >>> [line.span.of("a\\r\\n\\r\\n b ") for line in lines_of("a\\r\\n\\r\\n b ")]
    ['a', 'b']
    """
    lines: list[Block] = []
    start, gap = 0, True
    for end, after in [*(m.span() for m in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[start:end]
        inner = raw.strip(_BLANK)
        if inner.strip():
            left = start + raw.index(inner)
            indented = len(raw) - len(raw.lstrip(" \t")) >= 2
            lines.append(Block(Span(left, left + len(inner)), (), gap or indented))
            gap = False
        else:
            gap = True
        start = after
    return lines


def ends_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence does: a final stop, or a closing quotation mark."""
    line = line.rstrip(_BLANK + " \n\r\t")
    return _STOP.search(line) is not None or _CREDITED.search(line) is not None


def word_list(line: str) -> list[str]:
    """Return the words of a line, without numbers and marks."""
    return _WORD.findall(line)


def unfinished(line: str) -> bool:
    """Return whether a line breaks off in the middle of a sentence, by its last word.

    >>> unfinished("met the prime minister and Syrian"), unfinished("Envoys meet in Tarsk")
    (True, False)
    >>> unfinished("Truce agreed in Garn, mediator says")
    False
    """
    line = line.rstrip()
    if line.endswith((",", " -", " –", "(")) and len(line) > 2:
        return True
    found = word_list(line)
    if len(found) < 4 or ends_sentence(line) or _TAGGED.search(line):
        return False
    return found[-1].lower() in words("unfinished") or found[-1] in words("demonyms")


def paragraphs(text: str) -> list[Block]:
    """Return the paragraphs of a dump: its lines, with those joined that one sentence runs over."""
    lines = lines_of(text)
    joined = _unwrapped(text, lines) if _is_wrapped(text, lines) else lines
    return _mended(text, joined)


def _is_wrapped(text: str, lines: Sequence[Block]) -> bool:
    """Return whether the lines are cut at a column's edge, as in e-mail and agency wires."""
    if len(lines) < 4:
        return False
    inner = [line.span.of(text) for line, following in pairwise(lines) if not following.gap]
    longest = max(len(line.span) for line in lines)
    if longest > _COLUMN or len(inner) < 3:
        return False
    cut = sum(len(line) >= _CUT and not ends_sentence(line) for line in inner)
    return cut >= 0.6 * len(inner)


def _unwrapped(text: str, lines: Sequence[Block]) -> list[Block]:
    longest = max(len(line.span) for line in lines)
    joined: list[Block] = []
    last = 0
    for line in lines:
        # A line that had room for the next word ends its paragraph, though no blank line follows.
        said = line.span.of(text)
        room = longest - last - 1 - len(said.split(maxsplit=1)[0])
        if joined and not line.gap and room < _ROOM:
            joined[-1] = joined[-1].then(line)
        else:
            joined.append(line)
        last = len(line.span)
    return joined


def _mended(text: str, lines: Sequence[Block]) -> list[Block]:
    """Return the lines with sentences put together that a stray line break cut in two."""
    mended: list[Block] = []
    for number, line in enumerate(lines):
        following = lines[number + 1].span.of(text) if number + 1 < len(lines) else ""
        begun = _BEGUN if line.gap else _BEGUN_CLOSE
        if mended and _goes_on(mended[-1].span.of(text), line.span.of(text), following, begun):
            mended[-1] = mended[-1].then(line)
        else:
            mended.append(line)
    return mended


def _goes_on(before: str, after: str, following: str, begun: int) -> bool:
    """Return whether ``after`` is the rest of the sentence that ``before`` began.

    Links inside a sentence stand on lines of their own in some dumps: then ``following``, the line
    after, is what shows it.
    """
    if ends_sentence(before) or len(word_list(before)) < begun:
        return False
    if _CONTINUES.match(after):
        return begun == _BEGUN or len(word_list(after)) >= 2 or len(word_list(before)) >= _BEGUN
    words_after = len(word_list(after))
    if words_after <= _LINKED and not ends_sentence(after) and _CONTINUES.match(following):
        return begun < _BEGUN or function_words(before) >= 2
    return words_after >= 4 and unfinished(before)


def function_words(line: str) -> int:
    """Return how many function words a line has: sentences have them, rows of links do not."""
    return sum(word.lower() in words("function") for word in word_list(line))
