"""Who is counted, so that only figures of the same thing are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.model import Count

# The scopes of a toll of everybody.
_ALL = frozenset({"", "civilians"})


class ScopeRules(msgspec.Struct, frozen=True):
    """The data of ``data/scopes.yaml``: see the comments there."""

    kinds: dict[str, frozenset[str]]
    opposed: tuple[tuple[str, str], ...]
    foes: tuple[frozenset[str], ...]
    fighters: frozenset[str]
    sides: dict[str, frozenset[str]]
    losing: frozenset[str]
    everybody: frozenset[str]
    some: frozenset[str]
    same: dict[str, str]


@cache
def rules() -> ScopeRules:
    """Return the rules, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/scopes.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=ScopeRules)


@lru_cache(maxsize=20_000)
def kinds(of: str | None) -> frozenset[str]:
    """Return the kinds of people that a phrase names: none when it leaves them open.

    >>> sorted(kinds("12 civilians")), sorted(kinds("people"))
    (['civilians'], [])
    """
    words = set(re.findall(r"\w+", (of or "").lower()))
    return frozenset(kind for kind, members in rules().kinds.items() if words & members)


def scope(count: Count) -> str:
    """Return the scope of a count: figures are compared within one scope only.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> scope(Count(what="killed", low=9, high=9, of="rebels", evidence=e))
    'fighters'
    """
    # However they attacked, they are those who did.
    return "" if count.what == "attackers" else _scope(count.of or "")


@lru_cache(maxsize=20_000)
def _scope(of: str) -> str:
    words = set(re.findall(r"[^\W\d_]+", of.lower()))
    found = kinds(of)
    if found:
        # "Turkish soldiers" are not "Syrian soldiers".
        proper = [w for w in re.findall(r"\b[A-Z][\w-]+", of) if not kinds(w)]
        return " ".join([*sorted(found), *sorted(proper), *sorted(_some(words))])
    left = words - rules().everybody - {"the", "of", "a", "an", "at", "least", "about", "more"}
    return " ".join(sorted(left))


def _some(words: set[str]) -> set[str]:
    return {rules().same.get(word, word) for word in words & rules().some}


def names_some(count: Count) -> bool:
    """Return whether a count is of people whom many count apart: children, women, medics.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(words): return Count(what="killed", low=9, high=9, of=words, evidence=e)
    >>> names_some(of("children")), names_some(of("civilians"))
    (True, False)
    """
    return some_of(count) != ""


def some_of(count: Count) -> str:
    """Return the word for such people, nothing where a count is of others."""
    words = re.findall(r"\w+", (count.of or "").lower())
    return next((rules().same.get(w, w) for w in words if w in rules().some), "")


def same_scope(a: Count, b: Count) -> bool:
    """Return whether two counts are of the same people, be they named at different length.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(words): return Count(what="killed", low=9, high=9, of=words, evidence=e)
    >>> same_scope(of("aid volunteers"), of("volunteers")), same_scope(of("people"), of("rebels"))
    (True, False)
    """
    first, second = scope(a), scope(b)
    if first == second:
        return not foes(a.of, b.of)
    x, y = set(first.split()), set(second.split())
    return bool(x and y) and not kinds(a.of) and not kinds(b.of) and (x <= y or y <= x)


@lru_cache(maxsize=20_000)
def foes(a: str | None, b: str | None) -> bool:
    """Return whether two phrases name fighters who stand against one another."""
    words = [set(re.findall(r"\w+", (of or "").lower())) for of in (a, b)]
    first, second = ({k for k, side in enumerate(rules().foes) if side & some} for some in words)
    return bool(first and second) and not first & second


def of_two_sides(a: Count, b: Count) -> bool:
    """Return whether one report counts soldiers and fighters: the losses of two sides.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(words): return Count(what="killed", low=9, high=9, of=words, evidence=e)
    >>> of_two_sides(of("soldiers"), of("fighters")), of_two_sides(of("rebels"), of("fighters"))
    (True, False)
    """
    first, second = (set(re.findall(r"\w+", (count.of or "").lower())) for count in (a, b))
    troops, fighters = rules().foes[0], rules().fighters
    return bool((first & troops and second & fighters) or (second & troops and first & fighters))


def part_exceeds(a: Count, b: Count) -> bool:
    """Return whether one counts more of some people than the other counts of all.

    Fighters of a named group are some of the fighters.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(n, words): return Count(what="killed", low=n, high=n, of=words, evidence=e)
    >>> part_exceeds(of(20, "children"), of(12, "people"))
    True
    >>> part_exceeds(of(9, "children"), of(12, "people"))
    False
    >>> part_exceeds(of(50, "Northern Front rebels"), of(32, "rebels"))
    True
    """
    return any(
        _is_narrower(part, whole) and bool(whole.high) and (part.low or 0) > (whole.high or 0)
        for part, whole in ((a, b), (b, a))
    )


def _is_narrower(part: Count, whole: Count) -> bool:
    """Return whether one count says more of whom it counts than another, and nothing else."""
    less, more = scope(whole).split(), scope(part).split()
    if not less:
        return bool(more)
    alike = kinds(part.of) == kinds(whole.of) and len(kinds(part.of)) == 1
    return alike and set(less) < set(more) and not foes(part.of, whole.of)


def one_group(counts: Sequence[Count]) -> str:
    """Return the name that all counts give to those counted: of people of one body, not fighters.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(words): return Count(what="killed", low=9, high=9, of=words, evidence=e)
    >>> one_group([of("Tarsk Aid [TA] volunteers"), of("TA")])
    'TA'
    >>> one_group([of("Tarsk Aid volunteers"), of("volunteers")])
    ''
    """
    if not counts or any(kinds(count.of) for count in counts):
        return ""
    named = [re.findall(r"\b[A-Z][\w-]+", count.of or "") for count in counts]
    return " ".join(name for name in named[0] if all(name in other for other in named))


def may_be_all(a: Count, b: Count) -> bool:
    """Return whether two counts may be of the same dead: some call them people, some civilians.

    >>> from dragoman.model import Evidence
    >>> e = Evidence("r", 0, 1, "9")
    >>> def of(words): return Count(what="killed", low=9, high=9, of=words, evidence=e)
    >>> may_be_all(of("civilians"), of("people")), may_be_all(of("children"), of("people"))
    (True, False)
    """
    return {scope(a), scope(b)} <= _ALL or same_scope(a, b)


def opposed(a: str | None, b: str | None) -> bool:
    """Return whether two phrases name kinds of people that exclude one another.

    >>> opposed("civilians", "militants"), opposed("civilians and militants", "militants")
    (True, False)
    """
    first, second = kinds(a), kinds(b)
    return any(
        (first == {x} and second == {y}) or (first == {y} and second == {x})
        for x, y in rules().opposed
    )
