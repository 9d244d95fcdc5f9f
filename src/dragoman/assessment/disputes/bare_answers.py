"""A number that answers another voice's, without a noun: "police put the attendance at 7,500"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.building import Stance, dispute, from_claim, from_words
from dragoman.assessment.disputes.figures import meet, words
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.saying import who_told
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.extraction.numbers_words import lists, value_of
from dragoman.model import Claim, Count, Dispute, Evidence, Report

# What is answered stands at most so many characters before.
NEAR = 300
# A number so many times another is hardly of the same things, or one with it but for rounding.
MOST, NEARLY = 40, 1.1
# A bare year, and the words that are no number alone.
_YEAR = re.compile(r"(?:19|20)\d\d")
_NONE = frozenset({"one", "a", "an", "half", "million", "thousand", "hundred", "dozen", "billion"})
_STOP = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_CLAUSE = re.compile(r"; |, (?:while|whereas|but|and) | (?:while|whereas) ")
_TURN = re.compile(r";|\b(?:while|whereas)\b")
_NOUN = re.compile(r"^ (?:[a-z’'-]+ ){0,2}?(?P<noun>people|men|women|children|dead|[a-z-]{3,}s)\b")
# The words that leave a number open, each row read where it stands right before the number.
_BOUNDS = (
    ("least", r"at least|more than|over|above|no(?:t)? (?:fewer|less) than"),
    ("most", r"at most|no(?:t)? more than|fewer than|less than|under|below|up to|as many as"),
    ("about", r"about|around|some|roughly|approximately|an estimated|estimated|nearly|almost"),
)
_LOOSELY = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{row})" for name, row in _BOUNDS)
    + r"|only|just|barely) ?[\"“‘]?$",
    re.IGNORECASE,
)


class _Number(msgspec.Struct, frozen=True):
    """A number in a report: where its words stand, "at least" included, and its count."""

    start: int
    end: int
    count: Count


def bare_answers(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between a number of things and a bare number that another gives for it.

    Rule "a number in answer": somebody gives a number and nothing that it counts ("police put it at
    7,500"), right after the only number of the sentence before, which another voice gives.
    """
    for report, told in grouped(said).items():
        claims = [one.claim for one in told if one.claim is not None]
        text = index.reports[report].text
        for claim in claims:
            for piece in claim.content:
                for number in _numbers(report, text, piece.start, piece.end):
                    if _innermost(claims, number) is claim:
                        yield from _answered(index, index.reports[report], claims, claim, number)


def _answered(
    index: Index, report: Report, claims: Sequence[Claim], claim: Claim, number: _Number
) -> Iterator[Dispute]:
    text = report.text
    first = max((m.end() for m in _STOP.finditer(text, 0, number.start)), default=0)
    clause = text[max(first, number.start - NEAR) : number.start]
    breaks = [m.end() for m in _CLAUSE.finditer(clause)]
    own = clause[breaks[-1] if breaks else 0 :]
    if not find("gives_number", own) or not find("number_ends", text[number.end : number.end + 30]):
        return
    before = _before(report.id, text, first, number.start)
    if before is None:
        return
    other = _innermost(claims, before)
    turns = first <= before.start and _TURN.search(text[before.end : number.start])
    if not _two_voices(index, other, claim) or (other is None and not turns):
        return
    start = max((m.end() for m in _STOP.finditer(text, 0, before.start)), default=0)
    rest = re.split(r"[.;]", text[number.end : number.end + 60])[0]
    if find("new_figure", text[start : before.start] + text[before.end : number.start] + rest):
        return
    if find("of_other", f"{own} {rest}") or meet(before.count, number.count):
        return
    less, more = sorted((one.count.low or one.count.high or 0) for one in (before, number))
    if not less * NEARLY < more <= MOST * less or _read_alike(index, before, number):
        return
    if not (before.count.what or find("number_of", text[start : before.start])):
        return
    found = _dispute(index, report, (before, other), (number, claim))
    if found:
        yield found


def _two_voices(index: Index, other: Claim | None, claim: Claim) -> bool:
    if other is None:
        return True
    a, b = other.speaker, claim.speaker
    return (a.actor or a.name) != (b.actor or b.name) and not index.same_side(a.actor, b.actor)


def _read_alike(index: Index, a: _Number, b: _Number) -> bool:
    """Return whether both are read as counts of one kind: other rules weigh those."""
    kinds: list[set[str]] = [set(), set()]
    report = a.count.evidence.report
    for account in index.record.accounts:
        for count in account.counts if account.report == report else ():
            for held, one in zip(kinds, (a, b), strict=True):
                if one.count.evidence.span.overlaps(count.evidence.span):
                    held.add(count.what)
    return bool(kinds[0] & kinds[1])


def _innermost(claims: Sequence[Claim], number: _Number) -> Claim | None:
    """Return the claim with the fewest words that gives a number."""
    end = number.count.evidence.end
    around = [c for c in claims if any(e.start < end <= e.end for e in c.content)]
    return min(around, key=lambda c: sum(len(e.quote) for e in c.content), default=None)


def _before(report: str, text: str, first: int, end: int) -> _Number | None:
    """Return the only number of the same sentence before one, else of the sentence before that."""
    here = _numbers(report, text, first, end)
    if not here and first:
        start = max((m.end() for m in _STOP.finditer(text, 0, first - 1)), default=0)
        here = _numbers(report, text, start, first)
    near = [one for one in here if end - one.start <= NEAR]
    return near[0] if len(here) == len(near) == 1 else None


def _numbers(report: str, text: str, start: int, end: int) -> list[_Number]:
    """Return the numbers in a stretch of text that may count things: no dates, ages, measures."""
    found = []
    for match in _number().finditer(text, start, end):
        value = value_of(match[0])
        after, before = text[match.end() : match.end() + 24], text[: match.start()][-30:]
        if value is None or match[0].lower() in _NONE or find("no_count_after", after):
            continue
        if find("no_count_before", before) or (
            _YEAR.fullmatch(match[0]) and not re.match(r" [a-z]", after)
        ):
            continue
        loosely = _LOOSELY.search(before)
        evidence = Evidence(report, match.start(), match.end(), match[0])
        noun = _NOUN.match(text[match.end() : match.end() + 60])
        count = Count(
            what=noun["noun"] if noun else "",
            low=None if loosely and loosely["most"] else value,
            high=None if loosely and loosely["least"] else value,
            qualifier="about" if loosely and loosely["about"] else None,
            evidence=evidence,
        )
        begins = match.start() - (len(before) - loosely.start() if loosely else 0)
        found.append(_Number(begins, match.end(), count))
    return found


@cache
def _number() -> re.Pattern[str]:
    given = {*lists()["units"], *lists()["tens"], *lists()["scales"]}
    words = "|".join(sorted((w for w in given if len(w) > 1), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/$€£-])(?:(?:an? )?(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{words})\b)"
        rf"(?:[ -](?:and )?(?:{words})\b)*)(?![\w/%]|[.,:]\d|-\w)",
        re.IGNORECASE,
    )


def _dispute(
    index: Index,
    report: Report,
    first: tuple[_Number, Claim | None],
    second: tuple[_Number, Claim],
) -> Dispute | None:
    what = first[0].count.what
    stances = [_stance(index, report, number, claim, what) for number, claim in (first, second)]
    return dispute(
        index,
        "number",
        "a number in answer",
        f"How many {what} were there?" if what else "Which number is right?",
        stances,
        why=f"{who_told(index, stances)}. The second is given right after the first, without what "
        "it counts.",
        certainty=0.9,
    )


def _stance(
    index: Index, report: Report, number: _Number, claim: Claim | None, what: str
) -> Stance:
    name = words(msgspec.structs.replace(number.count, what=what)).strip()
    text, at = report.text, number.count.evidence
    start = max((m.end() for m in _STOP.finditer(text, 0, at.start)), default=0)
    stop = _STOP.search(text, at.end)
    end = stop.start() if stop else len(text)
    evidence = Evidence(report.id, start, end, text[start:end])
    if claim is not None:
        return from_claim(index, claim, name, evidence)
    return from_words(index, evidence, name, report.published)
