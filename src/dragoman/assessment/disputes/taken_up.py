"""Which deed "the crime" and "it" take up: the one told last, or the one that a report is of."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.assessment.disputes.poles import every
from dragoman.assessment.index import Index
from dragoman.model import Account


def taken_up(index: Index, told: Sequence[Account], before: Sequence[Account]) -> Account | None:
    """Return the deed that a word for it takes up: of those told ``before`` the last.

    ``told`` are all that a report tells of. What only retells ("this murder was planned") and is
    joined to nothing is no deed of its own where the report has one alone of known victims: it is
    that one.
    """
    last = max(before, key=lambda a: a.trigger.start, default=None)
    if last is None or not (_is_retold(last) and _says_nothing(index, last)):
        return last
    known = [a for a in told if index.befalls_whom(a)]
    return known[0] if len({a.event for a in known}) == 1 else last


def _is_retold(account: Account) -> bool:
    """Return whether an account is a word for a deed told before: "this murder"."""
    sentence, end = account.evidence[0], account.trigger.end - account.evidence[0].start
    words = sentence.quote[: max(0, end)]
    return any(m.end() > len(words) - len(account.trigger.quote) for m in every("the_deed", words))


def _says_nothing(index: Index, account: Account) -> bool:
    """Return whether an account has neither a place, a day, a number nor anybody by name."""
    alone = len(index.events[account.event].accounts) == 1
    day = account.date is not None and account.date.evidence is not None
    named = any(index.actors[i].named for i in (*account.actors, *account.recipients))
    return alone and not (named or day or account.counts or account.place_evidence)
