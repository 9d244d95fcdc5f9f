"""By what means an attack was made, and whether two accounts can be of one made by one of them."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.model import Account
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules, stem

# Air strikes and shells often fall together on one day, but are told apart as a rule.
_FROM_AFAR = {"aerial", "heavy-weapons"}
# The points taken off for means that differ, and for those two.
OTHER, FROM_AFAR = -1.5, -0.5


def mode_points(a: View, b: View) -> float:
    """Return the points taken off for means that differ."""
    if _fight_and_blow(a.account, b.account):
        return OTHER
    return _points(a.account.mode, b.account.mode)


def unlike(a: View, b: View) -> bool:
    """Return whether no deed is done by both means: clashes and a raid, a shell and a bomb."""
    if _fight_and_blow(a.account, b.account) or _stone_and_shot(a.account, b.account):
        return True
    first, second = a.account.mode, b.account.mode
    return _points(first, second) <= OTHER and rules().any_means.isdisjoint({first, second})


def modes_differ(first: str | None, second: str | None) -> bool:
    """Return whether two modes are not those of one attack."""
    return _points(first, second) < 0


def _points(first: str | None, second: str | None) -> float:
    if first is None or second is None or first == second:
        return 0.0
    if {first, second} == _FROM_AFAR:
        return FROM_AFAR
    return 0.0 if any(first in group and second in group for group in rules().modes) else OTHER


def _fight_and_blow(a: Account, b: Account) -> bool:
    return (is_fighting(a) and is_blow(b)) or (is_fighting(b) and is_blow(a))


def _stone_and_shot(a: Account, b: Account) -> bool:
    return (_is_thrown(a) and _is_shot(b)) or (_is_thrown(b) and _is_shot(a))


def _is_thrown(account: Account) -> bool:
    """Return whether an account tells of what a crowd throws: stones, bottles."""
    return account.mode == "primitive" and head(account) in _stems("thrown")


def _is_shot(account: Account) -> bool:
    """Return whether an account tells of shots or of a killing."""
    return account.mode == "firearms" or head(account) in _stems("lethal")


def is_sweeping(account: Account) -> bool:
    """Return whether an account tells of what a country seldom sees: an invasion, a coup."""
    return _head(account.trigger.quote) in _stems("sweeping")


def is_fighting(account: Account) -> bool:
    """Return whether an account tells of fighting or of ground that is taken: "the clashes"."""
    if account.mode is not None:
        return False
    return account.type == "MOBILIZE" or _kind(account.trigger.quote) == "fight"


def is_blow(account: Account) -> bool:
    """Return whether an account tells of a bomb, a shell or an air strike: no part of a fight."""
    return account.mode in rules().blows or _kind(account.trigger.quote) == "blow"


def head(account: Account) -> str:
    """Return the stem of the word that tells of it: of "carried out a strike at dawn", strike."""
    return _head(account.trigger.quote)


def is_noun(one: str) -> bool:
    """Return whether a stem is that of a noun for an attack."""
    return one in _nouns()


@lru_cache(maxsize=20_000)
def _head(trigger: str) -> str:
    stems = [stem(word) for word in trigger.lower().split()]
    return next((one for one in stems if is_noun(one)), stems[0])


@lru_cache(maxsize=20_000)
def _kind(trigger: str) -> str:
    """Return "blow" for words that tell of one, "fight" for those of fighting alone, else ""."""
    if _head(trigger) in _stems("struck"):
        return "blow"
    stems = {stem(word) for word in trigger.lower().split()}
    fought = not stems.isdisjoint(_stems("fought"))
    return "fight" if fought and not is_noun(_head(trigger)) else ""


@cache
def _stems(words: str) -> frozenset[str]:
    table = {
        "struck": rules().struck,
        "fought": rules().fought,
        "sweeping": rules().sweeping,
        "thrown": rules().thrown,
        "lethal": rules().lethal,
    }
    return frozenset(map(stem, table[words]))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(stem(noun) for group in rules().takes_up for noun in group)
