"""Which words of a sentence say that somebody was killed in what an account tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.model import Account, Report, Span
from dragoman.resolution.whom import words
from dragoman.resolution.wording import rules, stem

Sentence = tuple[str, int]
_WORD = re.compile(r"\w+")
# After "was found".
_DEAD = re.compile(r"\s(?:dead|murdered|slain|strangled|shot|beheaded|hanged)\b")


@lru_cache(maxsize=20_000)
def is_lethal(text: str) -> bool:
    """Return whether some words tell of a killing.

    >>> is_lethal("carried out the murder"), is_lethal("attack")
    (True, False)
    """
    return any(stem(word) in _lethal() for word in _WORD.findall(text.lower()))


@cache
def _lethal() -> frozenset[str]:
    return frozenset(stem(word) for word in rules().lethal)


def word_of(account: Account) -> Span:
    """Return where the word for the killing stands in an account's trigger; else the trigger."""
    trigger = account.trigger
    for match in _WORD.finditer(trigger.quote):
        if stem(match.group().lower()) in _lethal():
            return Span(trigger.start + match.start(), trigger.start + match.end())
    return trigger.span


def found_dead(account: Account, report: Report) -> Span | None:
    """Return where an account says that somebody was found dead, None where it does not."""
    trigger = account.trigger
    if trigger.quote.lower() != "found":
        return None
    dead = _DEAD.match(report.text, trigger.end)
    return Span(trigger.start, dead.end()) if dead else None


class Fatal:
    """The words by which sentences say that somebody was killed in what another word tells of.

    "The raid in which Mira Kost was killed": the account has the raid for its trigger.
    """

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._triggers: dict[Sentence, list[Span]] = {}
        for account in accounts:
            self._triggers.setdefault(_sentence(account), []).append(account.trigger.span)

    def word(self, account: Account, report: Report) -> Span | None:
        """Return the word for the killing: the account's own, or one that no other account has."""
        if is_lethal(account.trigger.quote):
            return word_of(account)
        if found := found_dead(account, report):
            return found
        start, trigger = account.evidence[0].start, account.trigger.span
        told = self._triggers[_sentence(account)]
        for said in _killings(account.evidence[0].quote):
            found = said.shift(start)
            if any(found.overlaps(other) for other in told):
                continue
            if _gap(found, trigger) > min(_gap(found, other) for other in told):
                continue
            between = report.text[min(found.end, trigger.end) : max(found.start, trigger.start)]
            if not _apart().search(between.lower()):
                return found
        return None


def _sentence(account: Account) -> Sentence:
    return account.report, account.evidence[0].start


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end)


@lru_cache(maxsize=100_000)
def _killings(sentence: str) -> tuple[Span, ...]:
    """Return where a sentence says that somebody was killed."""
    return tuple(Span(*match.span()) for match in _killed().finditer(sentence))


@cache
def _killed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words().killed))})\b")


@cache
def _apart() -> re.Pattern[str]:
    # "The attack on Mira Kost, who was killed", but not "on rebels who killed her".
    who = r"who\b(?! (?:was|were)\b)|by\b.* who"
    return re.compile(rf"\b(?:{'|'.join(sorted(words().other_deeds))}|{who})\b|[;:]")
