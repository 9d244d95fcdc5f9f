"""One agreement under its many names, and the commitments made in it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations

import msgspec

from dragoman import packs
from dragoman.model import Agreement, Commitment, Dates, Judgement, Report
from dragoman.resolution.grouping import Groups
from dragoman.resolution.judging import obey
from dragoman.resolution.names import fold
from dragoman.resolution.wording import stem

# Agreements of one proper name that are told of further apart than this may be two; those that
# have no name of their own ("the truce") within far less.
_YEAR = 3 * 366
_MONTH = 31
_DAYS = 14
_ENOUGH = 3
# Words of so many characters are not written twice by chance.
_PASSAGE = 40
_SHORT = 2
_MONTHS = frozenset(name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name)


class _Rules(msgspec.Struct, frozen=True):
    """The data of ``data/agreements.yaml``: see the comments there."""

    families: tuple[frozenset[str], ...]
    common: frozenset[str]
    bodies: frozenset[str]


@cache
def _rules() -> _Rules:
    data = resources.files("dragoman.resolution").joinpath("data/agreements.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=_Rules)


@cache
def _states() -> frozenset[str]:
    """Return the words of states: a "US-Russian deal" is one of many."""
    known = packs.default().states.values()
    names = (n for state in known for n in (state.name, *state.aliases, *state.adjectives))
    return frozenset(word for name in names for word in fold(name).split())


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


class _Name(msgspec.Struct, frozen=True):
    """What the names of an agreement tell: its noun, proper words, other words, a number."""

    nouns: frozenset[str]
    proper: frozenset[str]
    other: frozenset[str]
    number: str | None


@lru_cache(maxsize=20_000)
def _name(names: tuple[str, ...]) -> _Name:
    """Return what names tell.

    >>> told = _name(("Aug. 15 Tarsk peace accord", "the Tarsk agreement"))
    >>> sorted(told.nouns), sorted(told.proper), told.number
    (['accord', 'agreement'], ['tarsk'], None)
    >>> _name(("UN Security Council resolution 2254",)).number
    '2254'
    """
    nouns: set[str] = set()
    proper: set[str] = set()
    other: set[str] = set()
    number = None
    for name in names:
        words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name))
        folded = [fold(word) for word in words]
        nouns.update(word for word in folded if word in _nouns())
        found = re.search(r"\bresolution (\d+)", name, re.IGNORECASE)
        number = number or (found[1] if found else None)
        for word, plain in zip(words, folded, strict=True):
            if plain in _rules().common or plain in _rules().bodies or plain in _states():
                continue
            if plain.isdigit() or plain in _MONTHS or len(plain) < _SHORT:
                continue
            (proper if word[0].isupper() else other).add(stem(plain))
    return _Name(frozenset(nouns), frozenset(proper), frozenset(other), number)


@cache
def _nouns() -> frozenset[str]:
    alone = ("resolution", "protocol", "charter", "declaration", "convention", "treaty")
    return frozenset(alone).union(*_rules().families)


def _same(a: LocalAgreement, b: LocalAgreement) -> bool:
    """Return whether parties, date, place and name let two be one, and enough of them say so."""
    x, y = a.agreement, b.agreement
    if x.date and y.date and not x.date.overlaps(y.date):
        return False
    shared = set(x.parties) & set(y.parties)
    if x.parties and y.parties and not shared:
        return False
    first, second = (_name((one.name, *one.names)) for one in (x, y))
    if first.number or second.number:
        return first.number == second.number
    if not _one_kind(first.nouns, second.nouns):
        return False
    if _told_alike(x, y):
        return True
    proper = _one_in_other(first.proper, second.proper)
    if proper and (x.date or y.date or not _far_apart(a, b, _YEAR)):
        return True
    if first.proper and second.proper and not first.proper & second.proper:
        return False
    narrow = x.date and y.date and x.date.precision in ("day", "week", "month")
    if not narrow and _far_apart(a, b, _MONTH):
        return False
    points = min(len(shared), 2) + bool(x.place and x.place == y.place)
    points += bool(first.proper & second.proper)
    alike = not first.other or not second.other or bool(first.other & second.other)
    points += len(shared) > 1 and alike and not _far_apart(a, b, _DAYS)
    points += 2 * _one_in_other(first.other, second.other)
    points += x.date is not None and x.date == y.date and fold(x.name) == fold(y.name)
    points += 2 if narrow and x.date and x.date.precision == "day" else 1 if narrow else 0
    return points >= _ENOUGH


def _told_alike(a: Agreement, b: Agreement) -> bool:
    """Return whether one passage tells of both: a wire's sentence in two reports."""
    told = {e.quote for e in a.evidence if len(e.quote) >= _PASSAGE}
    return any(e.quote in told for e in b.evidence)


def _one_kind(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(not a or not b or a & b or any(row & a and row & b for row in _rules().families))


def _one_in_other(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and (a <= b or b <= a))


def _far_apart(a: LocalAgreement, b: LocalAgreement, days: int) -> bool:
    """Return whether two are told of so long apart that they may be two of one name."""
    first, second = a.agreement.date, b.agreement.date
    day = (first.start if first else None) or a.published
    other = (second.start if second else None) or b.published
    unknown = first is None or second is None
    return bool(unknown and day and other and abs((day - other).days) > days)


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
            _name((n,)).proper and re.search(rf"\b{re.escape(fold(n))}\b", text)
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
