"""One agreement under its many names, and the commitments made in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from dragoman.model import Agreement, Commitment, Dates, Judgement, Report
from dragoman.resolution.grouping import Groups
from dragoman.resolution.judging import obey
from dragoman.resolution.names import fold
from dragoman.resolution.wording import content_words, rules, stem

# Two agreements with one name word but further apart than this are two.
_MONTHS_APART = 183


@cache
def _generic() -> frozenset[str]:
    return frozenset(stem(word) for word in rules().agreement_words)


class LocalAgreement(msgspec.Struct, frozen=True):
    """An agreement of one report, with global parties and the report's place in order."""

    agreement: Agreement
    order: int
    published: dt.date | None


def join_agreements(
    found: Sequence[LocalAgreement], judgements: Sequence[Judgement] = ()
) -> tuple[tuple[Agreement, ...], dict[str, str]]:
    """Return the record's agreements and the new id of each local one."""
    by_id = {a.agreement.id: a for a in sorted(found, key=lambda a: (a.order, a.agreement.id))}
    groups = Groups(by_id)
    obey(groups, judgements, lambda i: i if i in by_id else None)
    for a, b in combinations(by_id.values(), 2):
        if _same(a, b):
            groups.join(a.agreement.id, b.agreement.id)
    ids: dict[str, str] = {}
    merged = []
    for members in groups.members():
        ordered = sorted((by_id[i] for i in members), key=lambda a: (a.order, a.agreement.id))
        agreement = _merge([one.agreement for one in ordered])
        merged.append(agreement)
        ids.update(dict.fromkeys(members, agreement.id))
    return tuple(sorted(merged, key=lambda a: a.id)), ids


def _telling(agreement: Agreement) -> frozenset[str]:
    names = " ".join((agreement.name, *agreement.names))
    return content_words(re.sub(r"[-–]", " ", fold(names))) - _generic()


def _same(a: LocalAgreement, b: LocalAgreement) -> bool:
    """Return whether parties, date, place and name let two be one, and two of them say so."""
    x, y = a.agreement, b.agreement
    if x.date and y.date and not x.date.overlaps(y.date):
        return False
    if _far_apart(a, b):
        return False
    parties = set(x.parties) & set(y.parties)
    if x.parties and y.parties and not parties:
        return False
    first, second = _telling(x), _telling(y)
    names = (fold(x.name) == fold(y.name) and bool(first)) or len(first & second) > 0
    whole = first == second and bool(first)
    points = (2 if whole else 1 if names else 0) + min(len(parties), 2)
    points += bool(x.place and x.place == y.place)
    narrow = x.date and y.date and x.date.precision in ("day", "week", "month")
    points += 2 if narrow and x.date and x.date.precision == "day" else 1 if narrow else 0
    return points >= (2 if whole else 3)


def _far_apart(a: LocalAgreement, b: LocalAgreement) -> bool:
    first, second = a.agreement.date, b.agreement.date
    day = (first.start if first else None) or a.published
    other = (second.start if second else None) or b.published
    unknown = first is None or second is None
    return bool(unknown and day and other and abs((day - other).days) > 2 * _MONTHS_APART)


def _merge(group: Sequence[Agreement]) -> Agreement:
    first = group[0]
    dates = [a.date for a in group if a.date]
    names = dict.fromkeys(n for a in group for n in (a.name, *a.names))
    placed = next((a for a in group if a.place), first)
    return msgspec.structs.replace(
        first,
        names=tuple(names),
        parties=tuple(dict.fromkeys(p for a in group for p in a.parties)),
        date=min(dates, key=_width) if dates else None,
        place=placed.place,
        place_evidence=placed.place_evidence,
        evidence=tuple(dict.fromkeys(e for a in group for e in a.evidence)),
    )


def _width(dates: Dates) -> int:
    return (dates.end - dates.start).days if dates.start and dates.end else 1_000_000


def link_commitments(
    commitments: Sequence[Commitment],
    agreements: Sequence[Agreement],
    ids: Mapping[str, str],
) -> tuple[Commitment, ...]:
    """Return the commitments with the record's agreements, in order of id."""
    linked = []
    for commitment in sorted(commitments, key=lambda c: c.id):
        local = commitment.agreement
        found = ids.get(local, local) if local else _named_in(commitment, agreements)
        linked.append(msgspec.structs.replace(commitment, agreement=found))
    return tuple(linked)


def _named_in(commitment: Commitment, agreements: Sequence[Agreement]) -> str | None:
    """Return the one agreement that the commitment's own words name."""
    text = " ".join(fold(e.quote) for e in commitment.evidence)
    named = [
        a.id
        for a in agreements
        if any(
            len(content_words(n) - _generic()) > 0 and re.search(rf"\b{re.escape(fold(n))}\b", text)
            for n in (a.name, *a.names)
        )
    ]
    return named[0] if len(named) == 1 else None


def join_reprinted(
    commitments: Sequence[Commitment], reports: Mapping[str, Report]
) -> tuple[Commitment, ...]:
    """Return the commitments, those of reprints joined to the ones that they reprint.

    The same action in the same words in a report and its copy is one commitment with two
    evidences; its values are those of the original, where that gives them.
    """

    def key(commitment: Commitment) -> tuple[str, str]:
        report = commitment.evidence[0].report
        original = reports[report].copy_of if report in reports else None
        return original or report, fold(commitment.action)

    def rank(commitment: Commitment) -> tuple[bool, str]:
        report = commitment.evidence[0].report
        return (report in reports and reports[report].copy_of is not None, commitment.id)

    groups: dict[tuple[str, str], list[Commitment]] = {}
    for commitment in sorted(commitments, key=rank):
        groups.setdefault(key(commitment), []).append(commitment)
    return tuple(sorted((_merged(group) for group in groups.values()), key=lambda c: c.id))


def _merged(group: Sequence[Commitment]) -> Commitment:
    first = group[0]
    return msgspec.structs.replace(
        first,
        evidence=tuple(dict.fromkeys(e for c in group for e in c.evidence)),
        due=next((c.due for c in group if c.due), None),
        made_on=next((c.made_on for c in group if c.made_on), None),
        condition=next((c.condition for c in group if c.condition), None),
        agreement=next((c.agreement for c in group if c.agreement), None),
    )
