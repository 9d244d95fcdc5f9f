"""What is done to one person, or to a group: killings, abductions, arrests and attacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dragoman.model import Account, Actor, Report
from dragoman.resolution.crimes import crimes
from dragoman.resolution.deed import Deed, days_of
from dragoman.resolution.fatal import Fatal, found_dead, is_lethal, word_of
from dragoman.resolution.full_names import by_full_name
from dragoman.resolution.openings import is_rare
from dragoman.resolution.people import People, is_known
from dragoman.resolution.whom import Named, aimed_at, named_by, words
from dragoman.resolution.wording import content_words, rules

# Words that say that it was only tried stand at most this many characters before.
BEFORE = 60
# Fewer of a group than this are not known by their number.
SEVERAL = 3
# Who denies a deed tells of it too.
_TOLD = ("happened", "ongoing", "possible", "planned", "demanded", "denied")
# Means by which one person is attacked.
_BLOWS = frozenset({"firearms", "explosives", "suicide-attack", "primitive", "beat"})
_OTHER = frozenset({"other", "others", "more", "another"})


def deeds(
    accounts: Iterable[Account],
    reports: Mapping[str, Report],
    actors: Mapping[str, Actor],
    order: Mapping[str, int],
) -> list[Deed]:
    """Return what was done to named persons, and to groups with a rare name.

    Killings, abductions, arrests, attacks, and what was only tried.
    """
    people = People(actors.values())
    able = [a for a in accounts if a.type in rules().targeted and a.status in _TOLD]
    fatal = Fatal(able)
    found = []
    for account in able:
        report = reports[account.report]
        whom = _whom(account, report, actors, people, fatal)
        tried = bool(whom) and _attempted(account, report)
        found += [
            Deed(
                account=account.id,
                kind="tried" if tried else one.kind,
                whom=one.whom,
                many=one.many,
                group=one.whom not in actors,
                named=one.named,
                happened=account.status == "happened",
                retold=_is_retold(account.trigger.quote),
                days=days_of(account),
                published=report.published.end if report.published else None,
                order=order[account.report],
            )
            for one in whom
        ]
    found += crimes(able, found, reports, people, order)
    found.sort(key=lambda d: (d.order, d.account))
    return by_full_name(found, actors)


def _is_retold(trigger: str) -> bool:
    """Return whether some words tell of a deed as of something known."""
    told = trigger.lower().split()
    return not (words().retold.isdisjoint(told) and words().spoken_of.isdisjoint(told))


def _attempted(account: Account, report: Report) -> bool:
    """Return whether the words before say that it failed: "an attempt to kill the general"."""
    start = max(account.evidence[0].start, account.trigger.start - BEFORE)
    told = " ".join(report.text[start : account.trigger.end].lower().split())
    return re.search(rf"\b(?:{'|'.join(rules().attempted)})", told) is not None


class _Whom(msgspec.Struct, frozen=True):
    """To whom an account says something was done; ``named`` is whether its words name him."""

    kind: str
    whom: str
    many: float | None = None
    named: bool = False


def _whom(
    account: Account,
    report: Report,
    actors: Mapping[str, Actor],
    people: People,
    fatal: Fatal,
) -> list[_Whom]:
    if account.mode == "arrest":
        return _arrested(account, report, actors, people)
    counted = list(dict.fromkeys(_counted(account)))
    found = [_Whom("killed", word, many, named=True) for word, many in counted]
    own = is_lethal(account.trigger.quote) or account.mode == "abduct"
    own = own or found_dead(account, report) is not None
    word = word_of(account) if account.mode == "abduct" else fatal.word(account, report)
    named = named_by(account, word, report, people) if word else Named()
    kind = "abducted" if account.mode == "abduct" else "killed"
    groups = [group for group in named.groups if group not in dict(counted)]
    found += [_Whom(kind, group, named=True) for group in groups]
    if not own and not named.people:
        kind, own = "attacked", True
        if not words().attacks.isdisjoint(account.trigger.quote.lower().split()):
            named = aimed_at(account, report, people)
        elif _strikes(account):
            kind = "struck"
        else:
            return found
    known = [i for i in account.recipients if own and (a := actors.get(i)) and is_known(a)]
    both = dict.fromkeys((*named.people, *known))
    return [*(_Whom(kind, i, named=i in named.people) for i in both), *found]


def _strikes(account: Account) -> bool:
    """Return whether an account tells of shots or blows: "fired at her car", "was hit"."""
    hit = account.mode in _BLOWS or account.trigger.quote.lower() == "hit"
    return account.type == "ASSAULT" and account.status == "happened" and hit


def _arrested(
    account: Account, report: Report, actors: Mapping[str, Actor], people: People
) -> list[_Whom]:
    """Return which known persons an account says were arrested, nobody for what is still to be."""
    if account.status != "happened":
        return []
    named = named_by(account, account.trigger.span, report, people).people
    known = [i for i in account.recipients if (a := actors.get(i)) and is_known(a)]
    return [_Whom("arrested", i, named=i in named) for i in dict.fromkeys((*named, *known))]


def _counted(account: Account) -> Iterator[tuple[str, float | None]]:
    """Yield the groups with a rare name of which an account counts the dead."""
    for count in account.counts:
        if count.what == "killed" and count.low and count.low >= SEVERAL:
            # "Five other Jesuits": not all of them.
            rest = not _OTHER.isdisjoint((count.of or "").lower().split())
            for word in sorted(content_words(_capitals(count.of or ""))):
                if is_rare(word):
                    yield word, None if rest else count.low


def _capitals(text: str) -> str:
    return " ".join(re.findall(r"\b[A-Z][\w-]+", text))
