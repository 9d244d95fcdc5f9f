"""Whether a statement tells that a promise was kept, was not kept, or was taken back."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import msgspec

from dragoman.resolution.wording import content_words, stem

Outcome = Literal["reported_done", "reported_not_done", "withdrawn"]
# The share of a promise's object words that a report of its keeping must have.
COVERED = 0.4
_DEADLINE = re.compile(r"\b(?:within|by|before|until|no later than)\b.*", re.IGNORECASE | re.DOTALL)


class FulfilmentRules(msgspec.Struct, frozen=True):
    """The data of ``data/fulfilment.yaml``: see the comments there."""

    not_done: tuple[str, ...]
    withdrawn: tuple[str, ...]
    not_yet_happened: tuple[str, ...]
    kept: tuple[str, ...]
    past: dict[str, tuple[str, ...]]
    same_deed: tuple[tuple[str, ...], ...]
    same_thing: tuple[tuple[str, ...], ...]


@cache
def rules() -> FulfilmentRules:
    """Return the rules, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/fulfilment.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=FulfilmentRules)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    patterns: tuple[str, ...] = getattr(rules(), name)
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def _verb(action: str) -> str:
    """Return the first verb-like word of an action: "to release 200 prisoners" gives release."""
    skipped = {"to", "will", "would", "shall", "should", "must", "be", "not", "it", "they", "also"}
    words = [w for w in re.findall(r"[a-z]+", action.lower()) if w not in skipped]
    return words[0] if words else ""


@cache
def _deed(action: str, generic: frozenset[str]) -> tuple[str, frozenset[str]]:
    """Return the verb of a promise and the stems of what it is about."""
    verb = _verb(action)
    # The deadline tells when, not what.
    named = content_words(_DEADLINE.sub("", action)) - {stem(verb)} - generic
    thing = {_kind(word) for word in named}
    return verb, frozenset(w for w in thing if not w.isdigit())


@lru_cache(maxsize=100_000)
def _things(said: str) -> frozenset[str]:
    return frozenset(_kind(word) for word in content_words(said))


@cache
def _kind(word: str) -> str:
    """Return the first word of the row in which a thing's word stands: guns are weapons."""
    for row in rules().same_thing:
        if word in {stem(one) for one in row}:
            return stem(row[0])
    return word


@cache
def _forms(verb: str) -> re.Pattern[str]:
    """Return a pattern of the forms in which a deed, or another word for it, is in the past."""
    deeds = {verb, *(w for group in rules().same_deed if verb in group for w in group)}
    forms: set[str] = set()
    for deed in deeds:
        forms |= set(rules().past.get(deed, ()))
        root = deed[:-1] if deed.endswith(("e", "y")) else deed
        forms |= {f"{root}ed", f"{root}ied", f"{deed}ped", f"{deed}ted"}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms)))})\b", re.IGNORECASE)


def outcome(action: str, said: str, generic: frozenset[str] = frozenset()) -> Outcome | None:
    """Return what ``said`` tells of the promise to do ``action``, None when it tells nothing.

    ``generic`` are stems that do not tell which promise it is (names of the parties).

    >>> outcome("release 200 prisoners", "The government released 212 prisoners on Saturday")
    'reported_done'
    >>> outcome("withdraw its heavy weapons", "It has not yet withdrawn its heavy weapons")
    'reported_not_done'
    >>> outcome("withdraw its weapons from the road", "The last guns have left the road")
    'reported_done'
    >>> outcome("release 200 prisoners", "It will release the prisoners") is None
    True
    """
    verb, thing = _deed(action, generic)
    shared = thing & _things(said)
    if not verb or not shared or len(shared) < COVERED * len(thing):
        return None
    if _pattern("withdrawn").search(said):
        return "withdrawn"
    deed = _forms(verb).search(said)
    not_done = _pattern("not_done").search(said)
    if not_done and (deed or stem(verb) in content_words(said)):
        return "reported_not_done"
    if deed is None or _pattern("not_yet_happened").search(said[: deed.end()]):
        return None
    return "reported_done"
