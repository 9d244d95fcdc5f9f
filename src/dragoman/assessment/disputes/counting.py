"""Who counts: bodies and persons whose figures are their own, and whether two of them differ."""

from __future__ import annotations

from dragoman.assessment.disputes.poles import find
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.model import Account


def is_body(index: Index, account: Account) -> bool:
    """Return whether a speaker is somebody: named, or more than a source or an official."""
    actor = index.actors.get(index.speaker(account) or "")
    return actor is not None and (actor.named or find("anybody", actor.name) is None)


def two_bodies(index: Index, a: Account, b: Account) -> bool:
    """Return whether two bodies that do not repeat one another say what two accounts tell.

    "A monitor" may be the observatory that is named elsewhere.
    """
    if a.claim is None or b.claim is None or not independent(index, a, b):
        return False
    if not is_body(index, a) or not is_body(index, b):
        return False
    speakers = [index.actors[index.speaker(one) or ""] for one in (a, b)]
    watch = all(find("watcher", name) for name in (one.name for one in speakers))
    return not watch or all(one.named for one in speakers)
