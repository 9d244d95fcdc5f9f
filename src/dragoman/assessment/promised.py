"""What a promise is about, read from its own words: the deed, its object, how many, where."""

from __future__ import annotations

import calendar
import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.resolution.wording import content_words, stem

_DEADLINE = re.compile(r"\b(?:within|by|before|until|no later than)\b.*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*")
_NUMBER = re.compile(r"\d[\d.,]*|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_CALENDAR = frozenset(n.lower() for n in (*calendar.day_name, *calendar.month_name))
# How far a number may stand before what it counts ("200 of its best observers").
_NEAR = 4


class FulfilmentRules(msgspec.Struct, frozen=True):
    """The data of ``data/fulfilment.yaml``: see the comments there."""

    not_done: tuple[str, ...]
    withdrawn: tuple[str, ...]
    called_off: tuple[str, ...]
    put_off: tuple[str, ...]
    more_time: tuple[str, ...]
    broken: tuple[str, ...]
    breaking: tuple[str, ...]
    kept: tuple[str, ...]
    in_part: tuple[str, ...]
    first_part: tuple[str, ...]
    completed: tuple[str, ...]
    stalled: tuple[str, ...]
    refused: tuple[str, ...]
    no_longer: tuple[str, ...]
    in_time: tuple[str, ...]
    too_late: tuple[str, ...]
    going_on: tuple[str, ...]
    not_yet_happened: tuple[str, ...]
    passive: tuple[str, ...]
    by_itself: tuple[str, ...]
    by_whom: tuple[str, ...]
    modals: frozenset[str]
    openers: frozenset[str]
    skipped: frozenset[str]
    prepositions: frozenset[str]
    nobody: frozenset[str]
    keeping: frozenset[str]
    ceasing: frozenset[str]
    nominal: dict[str, str]
    numbers: dict[str, float]
    given: tuple[str, ...]
    past: dict[str, tuple[str, ...]]
    same_deed: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    same_thing: tuple[tuple[str, ...], ...]


@cache
def rules() -> FulfilmentRules:
    """Return the rules, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/fulfilment.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=FulfilmentRules)


class Deed(msgspec.Struct, frozen=True):
    """What is promised. ``verb`` is the deed ("" when a thing is to be given), ``object`` the
    kinds of thing that it is done to (``head`` the last named: "prisoners" of "war prisoners")
    and ``rest`` whatever else is named, as stems; ``places``
    the names in it. A promise ``kept_up`` (of a truce) or ``refrained`` from (not to fire) is
    broken by a deed; what is to ``cease`` is gone on with.
    Of a ``single`` thing ("a convoy") the first is all.
    """

    verb: str
    head: str
    object: frozenset[str]
    rest: frozenset[str]
    places: frozenset[str]
    count: float | None = None
    kept_up: bool = False
    refrained: bool = False
    cease: bool = False
    single: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All that tells what it is about."""
        return self.object | self.rest


@lru_cache(maxsize=100_000)
def things(said: str) -> frozenset[str]:
    """Return the kinds of thing that a text names, guns and weapons as one."""
    return frozenset(kind(word) for word in content_words(said))


@cache
def kind(word: str) -> str:
    """Return the first word of the row in which a thing's stem stands: guns are weapons."""
    for row in rules().same_thing:
        if word in {stem(one) for one in row}:
            return stem(row[0])
    return word


@lru_cache(maxsize=20_000)
def deed_of(action: str, generic: frozenset[str] = frozenset()) -> Deed:
    """Return what a promise's words are about; ``generic`` are stems of the parties' names.

    >>> deed = deed_of("release 200 prisoners from the camp at Selmo by June")
    >>> deed.verb, sorted(deed.object), sorted(deed.rest), deed.count
    ('release', ['prison'], ['camp', 'selmo'], 200.0)
    >>> deed_of("a withdrawal of heavy weapons").verb
    'withdraw'
    >>> deed_of("aid convoys would not be attacked").refrained
    True
    """
    # The deadline tells when, not what.
    words = _WORD.findall(_DEADLINE.sub("", action) or action)
    low = [word.lower() for word in words]
    modal = next((k for k, word in enumerate(low) if word in rules().modals), None)
    negative = "not" in low[:6] or "never" in low[:6] or bool(rules().nobody & set(low[:2]))
    if modal is not None:
        verb, near, far = _clause(low, modal)
    elif _is_thing(low):
        verb, near, far = _thing(low)
    else:
        verb, near, far = _infinitive(low)
    cease = verb in rules().ceasing and bool(near) and near[0].endswith("ing")
    if cease:
        verb, near = _base(near[0]), near[1:]
    own = generic | {stem(verb)}
    objects = _kinds(near, own)
    return Deed(
        verb=verb,
        head=next((k for w in reversed(near) if (k := kind(stem(w))) in objects), ""),
        object=objects,
        rest=_kinds(far, own) - objects,
        places=frozenset(
            w.lower()
            for w in words[1:]
            if w[0].isupper() and stem(w.lower()) not in generic and w.lower() not in _CALENDAR
        ),
        count=count_of(" ".join(low), objects),
        kept_up=verb in rules().keeping,
        refrained=negative and not cease,
        cease=cease,
        single=low[1:2] in (["a"], ["an"]),
    )


def _kinds(words: list[str], own: frozenset[str] | set[str]) -> frozenset[str]:
    found = content_words(" ".join(w for w in words if w not in rules().skipped)) - own
    return frozenset(kind(w) for w in found if not w[0].isdigit())


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words before the first preposition and those after."""
    for k, word in enumerate(words):
        if word in rules().prepositions and k:
            return words[:k], words[k:]
    return words, []


def _clause(low: list[str], modal: int) -> tuple[str, list[str], list[str]]:
    """Read "the arrears would be paid to them": the subject of a passive is the object."""
    after = _after(
        [w for w in low[modal + 1 :] if w not in rules().skipped], rules().prepositions | {"fact"}
    )
    passive = "be" in low[modal + 1 : modal + 4]
    if not after:
        return "", low, []
    near, far = _split(after[1:])
    verb = _base(after[0]) if passive else after[0]
    return (verb, low[:modal], after[1:]) if passive else (verb, near, far)


def _is_thing(low: list[str]) -> bool:
    if not low:
        return False
    following = low[1] if len(low) > 1 else "of"
    named = low[0] in rules().nominal and following in rules().prepositions
    return low[0] in rules().openers or low[0][0].isdigit() or named


def _thing(low: list[str]) -> tuple[str, list[str], list[str]]:
    """Read "a withdrawal of its troops": a deed in a noun, else a thing to be given."""
    near, far = _split(low)
    for k, word in enumerate(near):
        verb = rules().nominal.get(word)
        if verb:
            before = [w for w in near[:k] if w not in rules().skipped | rules().openers]
            objects, rest = _split(far[1:]) if far[:1] == ["of"] else (before, far)
            return verb, objects or [word], rest
    truce = [w for w in near if kind(stem(w)) == kind(stem("ceasefire"))]
    return ("begin", truce, far) if truce else ("", near, far)


def _infinitive(low: list[str]) -> tuple[str, list[str], list[str]]:
    words = _after(low, rules().skipped)
    if not words:
        return "", [], []
    verb = _base(words[0]) if words[0].endswith("ing") else words[0]
    # "pull out of Orlet", "fire on the camp": what is named next is its object.
    return verb, *_split(_after(words[1:], rules().skipped | rules().prepositions))


def _after(words: list[str], passed: frozenset[str]) -> list[str]:
    """Return the words from the first that is not to be passed over."""
    for k, word in enumerate(words):
        if word not in passed:
            return words[k:]
    return []


@cache
def _base(form: str) -> str:
    """Return the verb of a participle or a gerund, as far as lists and endings tell.

    >>> _base("freed"), _base("paid"), _base("holding"), _base("stopped")
    ('free', 'pay', 'hold', 'stop')
    """
    for verb, forms in rules().past.items():
        if form in forms:
            return verb
    known = {w for row in rules().same_deed for w in row} | set(rules().past)
    for ending in ("ing", "ed", "d"):
        root = form.removesuffix(ending)
        if root == form:
            continue
        for able in (root, f"{root}e", root[:-1]):
            if able in known:
                return able
    return form.removesuffix("ing").removesuffix("ed")


def count_of(text: str, objects: frozenset[str]) -> float | None:
    """Return how many of the objects a text names, the number that stands nearest before one.

    >>> count_of("freed forty prisoners", frozenset({"prison"}))
    40.0
    """
    words = _NUMBER.findall(text.lower())
    for k, word in enumerate(words):
        if kind(stem(word)) in objects:
            for before in reversed(words[max(0, k - _NEAR) : k]):
                value = _value(before.strip(".,"))
                if value is not None:
                    return value
    return None


def _value(word: str) -> float | None:
    figure = word.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", figure):
        return float(figure)
    tens, _, unit = word.partition("-")
    numbers = rules().numbers
    if tens not in numbers or (unit and unit not in numbers):
        return None
    return numbers[tens] + (numbers[unit] if unit else 0.0)
