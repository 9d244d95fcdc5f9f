"""Which counts break down another: "including three children", "four, one and three" of eight."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from dragoman.extraction.numbers_lists import BEFALLEN, by_word
from dragoman.language import Document, Token
from dragoman.model import NumberMention

# How many sentences back a whole may stand.
_BACK = 3
# Words between a whole and its part: "12 dead, including five children".
_PART_WORDS = frozenset({"including", "whom", "comprising"})
_NEAR = 12
_OF_THEM = ("whom", "them", "those", "these")
# What may stand between those told of and their figure: "the dead now stood at 24".
_PUT = frozenset({"at", "as", "be", "stand", "number", "now", "alone", "total", "to", "have", ":"})
_PUT_WORDS = 4
# Those counted by what they are, which leaves open what befell them.
OPEN = ("unspecified", "troops", "attackers")


def link_parts(document: Document, numbers: list[NumberMention]) -> list[NumberMention]:
    """Return the numbers with ``count.part_of`` set where they are parts of an earlier one."""
    linked = list(numbers)
    for i in range(len(linked)):
        whole = _named_whole(document, linked, i)
        if whole is None:
            whole = _among_whole(document, linked, i)
        if whole is None:
            whole = _dead_told_of(document, linked, i)
        if whole is not None:
            linked[i] = _part(linked[i], linked[whole])
    for group in _lists(document, linked):
        _share_what(linked, group)
        if all(linked[i].count.part_of is None for i in group):
            whole = _summed_whole(document, linked, group)
            if whole is not None:
                for i in group:
                    linked[i] = _part(linked[i], linked[whole])
    return linked


def _share_what(numbers: list[NumberMention], group: list[int]) -> None:
    """Let a list share what its last count says: "three soldiers and five men wounded"."""
    last = numbers[group[-1]].count
    if last.what not in BEFALLEN:
        return
    for i in group[:-1]:
        count = numbers[i].count
        if count.what in OPEN:
            changed = msgspec.structs.replace(count, what=last.what, unit=last.unit)
            numbers[i] = msgspec.structs.replace(numbers[i], count=changed)


def _part(part: NumberMention, whole: NumberMention) -> NumberMention:
    what = part.count.what
    if what in (*OPEN, "casualties"):
        what = whole.count.what
    unit = part.count.unit or whole.count.unit
    count = msgspec.structs.replace(
        part.count, what=what, unit=unit, part_of=whole.count.evidence.start
    )
    return msgspec.structs.replace(part, count=count)


def _named_whole(document: Document, numbers: list[NumberMention], i: int) -> int | None:
    """Return the count before "including", "among them", "of whom" in the same sentence."""
    part = numbers[i]
    if not i:
        return None
    sentence = document.sentence_at(part.count.evidence.start)
    if sentence is None:
        return None
    for j in range(i - 1, max(i - _NEAR, 0) - 1, -1):
        whole = numbers[j]
        end = whole.count.evidence.end
        if whole.count.evidence.start < sentence.start:
            return None
        between = document.text[end : part.count.evidence.start].lower()
        words = between.replace(",", " ").split()
        marks = (part.count.of or "").lower() in _OF_THEM or _of_them(document, part)
        marks |= "among them" in between or not _PART_WORDS.isdisjoint(words)
        if not marks:
            continue
        if _fits(part, whole) and part.count.what in (whole.count.what, *OPEN):
            return j
    return None


def _of_them(document: Document, part: NumberMention) -> bool:
    """Return whether a count is followed by "of them": "43 dead, 19 of them women"."""
    last = document.tokens_in(part.count.evidence.span)[-1].i
    following = [token.lower for token in document.tokens[last + 1 : last + 3]]
    return following[:1] == ["of"] and following[-1] in _OF_THEM


def _among_whole(document: Document, numbers: list[NumberMention], i: int) -> int | None:
    """Return the count after "were among": "two women were among eight people killed"."""
    part = numbers[i]
    sentence = document.sentence_of(part.head)
    for j in range(i + 1, min(i + _NEAR, len(numbers))):
        whole = numbers[j]
        if whole.count.evidence.start >= sentence.end:
            return None
        between = document.text[part.count.evidence.end : whole.count.evidence.start].lower()
        if " among " in between:
            same = part.count.what in (whole.count.what, *OPEN)
            return j if same and _fits(part, whole) else None
    return None


def _dead_told_of(document: Document, numbers: list[NumberMention], i: int) -> int | None:
    """Return the count of those told of before: "five of the dead were children"."""
    part = numbers[i]
    tokens, sentence = document.tokens, document.sentence_of(part.head)
    inside = tokens[sentence.first : sentence.last]
    known = next(((two, what) for one, two in pairwise(inside) if (what := _known(one, two))), None)
    if known is None or part.count.what not in (known[1], "casualties", *OPEN):
        return None
    what = known[1]
    if any(token.lower == "toll" for token in tokens[max(0, part.head - 4) : part.head]):
        return None  # "which earlier gave a toll of 20, said the dead included a family"
    if _is_theirs(document, known[0], part):
        return None
    for j in range(i - 1, -1, -1):
        whole = numbers[j]
        if whole.head < sentence.first and whole.count.what == what:
            exact = whole.count.part_of is None and whole.count.low is not None
            if exact and (part.count.low or 0) < (whole.count.low or 0):
                return j
    return None


def _is_theirs(document: Document, known: Token, number: NumberMention) -> bool:
    """Return whether those told of as known are said to be so many: "the count of the dead is 24".

    Not some of them: "among the dead are four".
    """
    first = document.tokens_in(number.count.evidence.span)[0].i
    before = document.tokens[known.i - 2] if known.i > 1 else None
    if first <= known.i or (before is not None and before.lower in ("among", "amongst")):
        return False
    between = document.tokens[known.i + 1 : first]
    bare = number.count.of is None or number.count.of.lower() in ("people", "persons")
    return bare and 0 < len(between) <= _PUT_WORDS and all(t.lemma.lower() in _PUT for t in between)


def _known(one: Token, two: Token) -> str | None:
    """Return what befell "the dead", "those wounded", told of as known; None for other words."""
    if one.lower not in ("the", "those") or two.lower not in by_word("states"):
        return None
    what = by_word("states")[two.lower]
    return what if what in ("killed", "injured") else None


def _fits(part: NumberMention, whole: NumberMention) -> bool:
    largest = whole.count.high if whole.count.high is not None else None
    low = part.count.low
    if low is None:
        return True
    return largest is None or low <= largest


def _lists(document: Document, numbers: list[NumberMention]) -> list[list[int]]:
    """Return runs of two or more numbers of one sentence whose nouns stand in one list."""
    groups: list[list[int]] = []
    for i, number in enumerate(numbers):
        if number.count.unit not in (None, "people"):
            continue
        if groups and _listed(document, numbers[groups[-1][-1]], number):
            groups[-1].append(i)
        else:
            groups.append([i])
    return [group for group in groups if len(group) > 1]


def _listed(document: Document, before: NumberMention, after: NumberMention) -> bool:
    one, two = document.tokens[before.head], document.tokens[after.head]
    if document.sentence_of(one).i != document.sentence_of(two).i:
        return False
    start = document.tokens_in(after.count.evidence.span)[0].i
    between = document.tokens[one.i + 1 : start]
    return not any(token.pos in ("VERB", "AUX", "ADP") for token in between)


def _summed_whole(document: Document, numbers: list[NumberMention], group: list[int]) -> int | None:
    """Return the nearest earlier count that the list adds up to."""
    if any(numbers[i].count.low != numbers[i].count.high for i in group):
        return None
    total = sum(numbers[i].count.low or 0 for i in group)
    first = document.sentence_of(numbers[group[0]].head).i
    for j in range(group[0] - 1, max(group[0] - _NEAR, 0) - 1, -1):
        whole = numbers[j].count
        if first - document.sentence_of(numbers[j].head).i > _BACK:
            return None
        kinds = {numbers[i].count.what for i in group}
        same = kinds <= {whole.what, *OPEN, "casualties"}
        if same and whole.what != "unspecified" and total in (whole.low, whole.high):
            return j
    return None
