"""Whether a statement tells that a promise was kept, broken, put off or taken back."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from dragoman.assessment.promised import Deed, count_of, deed_of, rules, things
from dragoman.resolution.wording import stem

Outcome = Literal["reported_done", "reported_not_done", "withdrawn", "in_part", "put_off"]
# Verbs shorter than this ("go", "help") tell too little alone.
_TELLING = 5
# The share of a promise's words that a report of its keeping must have.
COVERED = 0.4
_NOMINAL: tuple[tuple[str, Outcome], ...] = (
    ("stalled", "reported_not_done"),
    ("completed", "reported_done"),
)
# What is done to "them" is told by other words.
_PRONOUN = re.compile(r"\b(?:it|them|this|that|these|those)\b", re.IGNORECASE)
# How far after "will no longer" the deed may stand.
_NEXT = 25
# How far from a deed its object may stand.
_FAR = 100
# How far before a deed its "has not" or "will" may stand.
_REACH = 60
# A count that comes this near to what was promised is all of it.
_WHOLE = 0.9


class Finding(msgspec.Struct, frozen=True):
    """What is told of a promise and where the words for it stand.

    ``own`` says that only who promised can tell it ("we will not").
    """

    outcome: Outcome
    start: int
    end: int
    own: bool = False


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the lists of patterns of the rules as a single pattern."""
    patterns: tuple[str, ...] = getattr(rules(), name)
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def _past_of(verb: str) -> set[str]:
    root = verb[:-1] if verb.endswith(("e", "y")) else verb
    return {
        *rules().past.get(verb, ()),
        f"{verb}ed",
        f"{root}ed",
        f"{root}ied",
        f"{verb}{verb[-1]}ed",
    }


def _any_of(forms: set[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms)))})\b", re.IGNORECASE)


@cache
def _deeds(verb: str) -> frozenset[str]:
    """Return a verb and the others that report the same deed."""
    if not verb:
        return frozenset(rules().given)
    return frozenset({verb, *(w for group in rules().same_deed if verb in group for w in group)})


@cache
def verb_stems(verb: str) -> frozenset[str]:
    """Return the stems by which a deed without an object is found: of "resign", "resigned"."""
    forms = {form for deed in _deeds(verb) for form in (deed, *_past_of(deed))} if verb else set()
    return frozenset(stem(form) for form in forms)


@cache
def telling_stems(verb: str) -> frozenset[str]:
    """Return the stems of all words that can tell of a deed, nouns too: "release", "freed"."""
    words = {form for deed in _deeds(verb) for form in (deed, *_past_of(deed))} | _nouns(verb)
    return frozenset(stem(word) for form in words for word in form.split())


@cache
def _past(verb: str) -> re.Pattern[str]:
    return _any_of({form for deed in _deeds(verb) for form in _past_of(deed)})


@cache
def _bare(verb: str) -> re.Pattern[str]:
    """Return the forms in which a deed can stand after "has yet to" or "failing to"."""
    forms = set(_deeds(verb)) | {f"{d.removesuffix('e')}ing" for d in _deeds(verb)}
    return _any_of(forms | ({f"{verb}{verb[-1]}ing"} if verb else set()))


@cache
def _opposite(verb: str) -> re.Pattern[str] | None:
    """Return the deeds that undo this one, None where none is known."""
    found: set[str] = set()
    for one, other in rules().opposites:
        for mine, theirs in ((one, other), (other, one)):
            if _deeds(verb) & set(mine):
                for deed in theirs:
                    found |= {deed, f"{deed}s", f"{deed.removesuffix('e')}ing", *_past_of(deed)}
    return _any_of(found) if found else None


def told(action: str, said: str, generic: frozenset[str] = frozenset()) -> Finding | None:
    """Return what ``said`` tells of the promise to do ``action``, None when it tells nothing.

    ``generic`` are stems that do not tell which promise it is (names of the parties).

    >>> def outcome(action, said):
    ...     found = told(action, said)
    ...     return found and found.outcome
    >>> outcome("release 200 prisoners", "The government released 212 prisoners on Saturday")
    'reported_done'
    >>> outcome("release 200 prisoners", "The government released 90 of the 200 prisoners")
    'in_part'
    >>> outcome("withdraw its heavy weapons", "It has not yet withdrawn its heavy weapons")
    'reported_not_done'
    >>> outcome("keep the truce in Tarsk", "The rebels broke the truce in Tarsk")
    'reported_not_done'
    >>> outcome("release 200 prisoners", "It postponed the release of the prisoners to May")
    'put_off'
    >>> outcome("release 200 prisoners", "It will release the prisoners") is None
    True
    >>> outcome("honor them", "He is honored by the visit") is None
    True
    """
    deed = deed_of(action, generic)
    if (not deed.words and _PRONOUN.search(action)) or not _about(deed, said):
        return None
    return (
        _taken_back(deed, said) or _put_off(deed, said) or _by_word(deed, said)
        or _by_deed(deed, said) or _by_noun(deed, said) or _undone(deed, said)
    )  # fmt: skip


def _about(deed: Deed, said: str) -> bool:
    """Return whether enough of what is promised is named, its object above all."""
    if not deed.words:
        # "To resign", "to disarm": the deed and who does it are all there is.
        return len(deed.verb) >= _TELLING and bool(
            _bare(deed.verb).search(said) or _past(deed.verb).search(said)
        )
    named = things(said)
    shared = deed.words & named
    if not shared or len(shared) < COVERED * len(deed.words):
        return False
    return not deed.object or deed.head in named or len(deed.object & named) > 1


def _near(deed: Deed, said: str, match: re.Match[str]) -> bool:
    """Return whether the object stands near some words, not in another clause far away."""
    if not deed.object:
        return True
    window = said[max(0, match.start() - _FAR) : match.end() + _FAR]
    return bool(deed.object & things(window))


def _found(outcome: Outcome, match: re.Match[str], *, own: bool = False) -> Finding:
    return Finding(outcome, match.start(), match.end(), own)


def _taken_back(deed: Deed, said: str) -> Finding | None:
    match = pattern("withdrawn").search(said)
    if match is None:
        for one in pattern("called_off").finditer(said):
            if _names_deed(deed, said[one.end() : one.end() + _REACH]):
                match = one
                break
    if match:
        return _found("withdrawn", match)
    for name, own in (("refused", True), ("no_longer", False)):
        for one in pattern(name).finditer(said):
            if not deed.refrained and _bare(deed.verb).search(said, one.end(), one.end() + _NEXT):
                return _found("withdrawn", one, own=own)
    return None


def _names_deed(deed: Deed, words: str) -> bool:
    """Return whether the deed itself is named next ("cancelled her meeting with")."""
    near = [word.strip(",.") for word in words.lower().split()[:4]]
    stems = {stem(verb) for verb in _deeds(deed.verb)} if deed.verb else set()
    return any(stem(w) in stems or rules().nominal.get(w, "-") == deed.verb for w in near)


def _put_off(deed: Deed, said: str) -> Finding | None:
    match = pattern("more_time").search(said)
    if match is None:
        for one in pattern("put_off").finditer(said):
            if _names_deed(deed, said[one.end() : one.end() + _REACH]):
                match = one
                break
    return _found("put_off", match) if match else None


def _by_word(deed: Deed, said: str) -> Finding | None:
    """Return what is said of the promise as such: that it was broken, or kept."""
    match = pattern("broken").search(said)
    if match is None and (deed.kept_up or deed.verb == "begin"):
        for one in pattern("breaking").finditer(said):
            if deed.object & things(said[one.end() : one.end() + _REACH]):
                match = one
                break
    if match:
        return _found("reported_not_done", match)
    match = pattern("kept").search(said)
    if match and not _before(said, match.start(), "not_done", "not_yet_happened"):
        return _found("reported_done", match)
    return None


def _before(said: str, at: int, *names: str) -> bool:
    words = said[max(0, at - _REACH) : at]
    # What stands behind another clause's end says nothing of this deed.
    words = re.split(r"[;:]|, (?:and|but|while) |\bbut\b", words)[-1]
    return any(pattern(name).search(words) for name in names)


def _by_deed(deed: Deed, said: str) -> Finding | None:
    """Return what is told of the deed itself, done or not done."""
    for match in _bare(deed.verb).finditer(said):
        if _before(said, match.start(), "not_done") and _near(deed, said, match):
            return None if deed.refrained or deed.cease else _found("reported_not_done", match)
    if deed.cease:
        return None
    for match in _past(deed.verb).finditer(said):
        if not _near(deed, said, match):
            continue
        if _before(said, match.end(), "not_done"):
            return None if deed.refrained else _found("reported_not_done", match)
        if _before(said, match.end(), "not_yet_happened"):
            continue
        if deed.refrained:
            return _found("reported_not_done", match)
        return _found("in_part" if _in_part(deed, said) else "reported_done", match)
    return None


@cache
def _nouns(verb: str) -> frozenset[str]:
    """Return the nouns of a deed: "withdrawal" of to withdraw."""
    return frozenset(noun for noun, of in rules().nominal.items() if of in _deeds(verb))


def _by_noun(deed: Deed, said: str) -> Finding | None:
    """Return what is told of the deed as a thing: "the withdrawal was completed"."""
    nouns = _nouns(deed.verb) if deed.verb and not deed.refrained else frozenset()
    if not nouns:
        return None
    for name, outcome in _NOMINAL:
        for match in pattern(name).finditer(said):
            near = said[max(0, match.start() - _REACH) : match.end() + _REACH].lower()
            words = set(re.findall(r"[a-z-]+", near))
            if words & nouns and not _before(said, match.start(), "not_yet_happened"):
                undone = outcome == "reported_done" and _before(said, match.end(), "not_done")
                return _found("reported_not_done" if undone else outcome, match)
    return None


def _in_part(deed: Deed, said: str) -> bool:
    """Return whether not all of what was promised is told as done."""
    count = count_of(said, deed.object)
    of = re.search(r"\b([\w,.]+) of (?:its|the|their|his|her|those|some) ", said)
    match = pattern("in_part").search(said)
    if match is None and not deed.single:
        match = pattern("first_part").search(said)
    if match is None and of is None and (deed.count is None or count is None):
        return False
    short = deed.count is not None and count is not None and count < _WHOLE * deed.count
    return match is not None or short or bool(of and deed.count)


def _undone(deed: Deed, said: str) -> Finding | None:
    """Return that the opposite goes on: "is still blocking convoys", "went on recruiting"."""
    opposite = _bare(deed.verb) if deed.cease else _opposite(deed.verb)
    if opposite is None or deed.refrained:
        return None
    for match in opposite.finditer(said):
        if _before(said, match.end(), "going_on") and _near(deed, said, match):
            return _found("reported_not_done", match)
    return None
