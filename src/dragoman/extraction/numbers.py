"""The step that finds numbers, their bounds and what they count."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from dragoman.extraction.numbers_again import told_again
from dragoman.extraction.numbers_bare import Number
from dragoman.extraction.numbers_ellipsis import (
    added,
    as_before,
    fighters_before,
    of_those,
    repeated,
    told_before,
)
from dragoman.extraction.numbers_find import find_numbers
from dragoman.extraction.numbers_guard import is_name
from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.extraction.numbers_measures import measure_unit, per_cent, plain, share
from dragoman.extraction.numbers_none import nones_of
from dragoman.extraction.numbers_noun import counted_noun, noun_phrase
from dragoman.extraction.numbers_parts import link_parts
from dragoman.extraction.numbers_what import what_of
from dragoman.language import Document, Token
from dragoman.model import Count, Extract, NumberMention, Report, Span, TimeMention

_AFTER_NOUN = (["at", "least"], ["or", "more"])


class Numbers:
    """Finds numbers in headline and body that are no dates, ages or names."""

    needs = ("report", "times")
    gives = ("numbers",)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with ``numbers``, in text order."""
        found = numbers_of(document, extract.report, extract.times)
        return msgspec.structs.replace(extract, numbers=tuple(found))


def numbers_of(
    document: Document, report: Report, times: tuple[TimeMention, ...]
) -> list[NumberMention]:
    """Return the numbers of a report's headline and body with what they count, in text order."""
    starts = [time.evidence.start for time in times]
    mentions: list[NumberMention] = []
    for number in find_numbers(document):
        span = number.span(document)
        k = bisect_left(starts, span.end)
        if k and times[k - 1].evidence.end > document.tokens[number.core].start:
            continue
        mention = _mention(document, report, number)
        if mention is None:
            continue
        mention = added(document, number, mention, mentions) or mention
        before = repeated(document, number, mention, mentions)
        before = before or told_again(document, number, mention, mentions)
        if before is None and mention.count.of is None:
            before = told_before(document, number, mentions)
        if before is None and mention.count.what in counted()["people_kinds"]:
            fallen = fighters_before(document, number, mention, mentions)
            mention = of_those(mention, fallen) if fallen else mention
        mentions.append(mention if before is None else as_before(mention, before))
    found = [*link_parts(document, mentions), *nones_of(document, report)]
    return sorted(found, key=lambda mention: mention.count.evidence.start)


def _mention(document: Document, report: Report, number: Number) -> NumberMention | None:
    tokens = document.tokens
    after = tokens[number.last] if number.last < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    sign = before.text if before is not None else ""
    money = counted()["money_signs"].get(sign[-1:])
    if money:
        return plain(document, report, number, "money", money)
    if is_name(document, number, before, after):
        return None
    if after is not None and (after.lower in counted()["percent"] or per_cent(document, number)):
        return share(document, report, number)
    head = counted_noun(document, number)
    if head.lower in ("year", "years") or (after and after.lower in ("-", "year", "years", "am")):
        return _hyphenated(document, report, number, head)
    unit = measure_unit(head)
    if unit is not None:
        return plain(
            document,
            report,
            number,
            "money" if len(unit) == 3 and unit.isupper() else "measure",
            unit,
            head,
        )
    if number.fraction:
        return share(document, report, number)
    if head.i == number.tail and number.low is not None and number.low % 1:
        return None
    return _counted(document, report, number, head)


def _counted(
    document: Document, report: Report, number: Number, head: Token
) -> NumberMention | None:
    bounded = _bounded_after_noun(document, number, head)
    after_noun, number = bounded is not number, bounded
    what = what_of(document, head, number.first, number.last - 1)
    if number.first > 1 and document.tokens[number.first - 2].lower == "out":
        what = "unspecified"  # "53 out of 101 birds had died"
    of = None
    if head.i >= number.last and head.lower not in by_word("states"):
        of = noun_phrase(document, number, head)
    people = what in counted()["people_kinds"] and (is_person(head) or of is None)
    span = number.span(document)
    if after_noun:
        span = Span(span.start, document.tokens[head.i + 2].end)
    if what == "unspecified" and _says_nothing(document, number, of):
        return None
    count = Count(
        what=what,
        low=number.low,
        high=number.high,
        evidence=report.evidence(span),
        unit="people" if people or (is_person(head) and of) else None,
        qualifier=number.qualifier,
        of=None if of is None else of.of(document.text),
    )
    return NumberMention(count=count, head=head.i)


def _says_nothing(document: Document, number: Number, of: Span | None) -> bool:
    """Return whether a figure is an article ("one thing") or part of a name ("Prophet 2")."""
    if number.qualifier is not None:
        return False
    if document.tokens[number.core].lower in ("one", "single") and number.low == 1:
        return True
    if number.first == 0 or of is not None:
        return False
    before = document.tokens[number.first - 1]
    return before.pos == "PROPN" or before.lower in ("number", "phase", "stage")


def _bounded_after_noun(document: Document, number: Number, head: Token) -> Number:
    """Return the number with the bound that follows its noun: "20 civilians at least"."""
    following = [token.lower for token in document.tokens[head.i + 1 : head.i + 3]]
    if number.qualifier or head.i < number.last or following not in _AFTER_NOUN:
        return number
    if document.tokens[head.i + 3 : head.i + 4] and document.tokens[head.i + 3].pos == "NUM":
        return number
    return msgspec.structs.replace(number, high=None, qualifier=" ".join(following))


def _hyphenated(
    document: Document, report: Report, number: Number, head: Token
) -> NumberMention | None:
    """Return a measure for "55-kilometer", nothing for "70-year-old" and "two-day"."""
    tokens = document.tokens
    k = number.last
    if k + 1 < len(tokens) and tokens[k].lower == "-" and tokens[k].start == tokens[k - 1].end:
        unit = measure_unit(tokens[k + 1])
        if unit is not None:
            return plain(document, report, number, "measure", unit, tokens[k + 1])
        return None
    if head.lower in ("year", "years"):
        return None
    return _counted(document, report, number, head)
