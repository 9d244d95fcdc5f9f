"""The opposed things that can be said of one subject, found by patterns in the words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.assessment.patterns import with_parts
from dragoman.resolution.wording import content_words

# Escapes and names of groups: their capitals are no letters of a text.
_NO_LETTER = re.compile(r"\\.|\(\?P")


class Poles(msgspec.Struct, frozen=True):
    """The data of ``data/stances.yaml``: see the comments there."""

    parts: dict[str, str]
    gone: tuple[str, ...]
    there: tuple[str, ...]
    taken: tuple[str, ...]
    lost: tuple[str, ...]
    never_left: tuple[str, ...]
    remaining: tuple[str, ...]
    foretold: tuple[str, ...]
    enemies: tuple[str, ...]
    willing: tuple[str, ...]
    unwilling: tuple[str, ...]
    no_will_told: tuple[str, ...]
    will_not: tuple[str, ...]
    ever: tuple[str, ...]
    kept: tuple[str, ...]
    broken: tuple[str, ...]
    pacts: frozenset[str]
    general: frozenset[str]
    deeds: tuple[str, ...]
    accusations: tuple[str, ...]
    charge_that: tuple[str, ...]
    reporting: tuple[str, ...]
    alive: tuple[str, ...]
    dead: tuple[str, ...]
    was_killed: tuple[str, ...]
    killed_him: tuple[str, ...]
    is_alive: tuple[str, ...]
    his_death: tuple[str, ...]
    his_leader: tuple[str, ...]
    fates: tuple[str, ...]
    called_untrue: tuple[str, ...]
    unsaid: tuple[str, ...]
    negated: tuple[str, ...]
    denied: tuple[str, ...]
    was_not: tuple[str, ...]
    not_known: tuple[str, ...]
    guessed: tuple[str, ...]
    not_to_be: tuple[str, ...]
    not_done: tuple[str, ...]
    night: tuple[str, ...]
    days_back: tuple[str, ...]
    weeks_back: tuple[str, ...]
    withheld: tuple[str, ...]
    hedged: tuple[str, ...]
    thin: tuple[str, ...]
    object_before: tuple[str, ...]
    whose_denial: tuple[str, ...]
    it_alone: tuple[str, ...]
    undoes: tuple[str, ...]
    included: tuple[str, ...]
    early: tuple[str, ...]
    so_far: tuple[str, ...]
    may_be_so_many: tuple[str, ...]
    deed_in_town: tuple[str, ...]
    will_rise: tuple[str, ...]
    new_deed: tuple[str, ...]
    by_agency: tuple[str, ...]
    credit: tuple[str, ...]
    number_or_said: tuple[str, ...]
    new_toll: tuple[str, ...]
    other_voice: tuple[str, ...]
    complains: tuple[str, ...]
    elsewhere: tuple[str, ...]
    standing: tuple[str, ...]
    supposed: tuple[str, ...]
    later_than: tuple[str, ...]
    earlier_than: tuple[str, ...]
    holder: tuple[str, ...]
    done_by: tuple[str, ...]
    the_deed: tuple[str, ...]
    deaths: tuple[str, ...]
    that_deed: tuple[str, ...]
    it_was_done: tuple[str, ...]
    quarter: tuple[str, ...]
    quarters: tuple[str, ...]
    suspected: tuple[str, ...]
    deeds_at_large: tuple[str, ...]
    several_deeds: tuple[str, ...]
    own_part: tuple[str, ...]
    own_use: tuple[str, ...]
    ones_part: tuple[str, ...]
    foiled: tuple[str, ...]
    beaten_back: tuple[str, ...]
    was_beaten_back: tuple[str, ...]
    got_in: tuple[str, ...]
    was_taken: tuple[str, ...]
    not_last: tuple[str, ...]
    stronghold: tuple[str, ...]
    the_assault: tuple[str, ...]
    went_off: tuple[str, ...]
    bomb: tuple[str, ...]
    provoked: tuple[str, ...]
    owns: tuple[str, ...]
    somebody_says: tuple[str, ...]
    denied_by: tuple[str, ...]
    who_denied: tuple[str, ...]
    fight: tuple[str, ...]
    what_was_told: tuple[str, ...]
    never_happened: tuple[str, ...]
    flat_verdict: tuple[str, ...]
    says_no: tuple[str, ...]
    contrary_to: tuple[str, ...]
    untrue_that: tuple[str, ...]
    reports: tuple[str, ...]
    taken_up: tuple[str, ...]
    that_account: tuple[str, ...]
    may_be: tuple[str, ...]
    for_a_reason: tuple[str, ...]
    such: tuple[str, ...]
    these_things: tuple[str, ...]
    what_was_said: tuple[str, ...]
    never_did: tuple[str, ...]
    nothing_to_do: tuple[str, ...]
    no_shot: tuple[str, ...]
    to_account: tuple[str, ...]
    blamed_before: tuple[str, ...]
    blamed_after: tuple[str, ...]
    agent_after: tuple[str, ...]
    culprit_before: tuple[str, ...]
    culprit_after: tuple[str, ...]
    that_it: tuple[str, ...]
    heads: tuple[str, ...]
    mishap: tuple[str, ...]
    loyal: tuple[str, ...]
    armed: tuple[str, ...]
    of_state: tuple[str, ...]
    rebel_held: tuple[str, ...]
    state_held: tuple[str, ...]
    each_other: tuple[str, ...]
    each_side: tuple[str, ...]
    plotted: tuple[str, ...]
    victim: tuple[str, ...]
    no_target: tuple[str, ...]
    arms: tuple[str, ...]
    open_question: tuple[str, ...]
    imputed: tuple[str, ...]
    does_it: tuple[str, ...]
    hearsay: tuple[str, ...]
    always: tuple[str, ...]
    total: tuple[str, ...]
    inside: tuple[str, ...]
    other_cause: tuple[str, ...]
    some_of_place: tuple[str, ...]
    bygone: tuple[str, ...]
    toll: tuple[str, ...]
    grew: tuple[str, ...]
    anybody: tuple[str, ...]
    spokesman: tuple[str, ...]
    institution: tuple[str, ...]
    another_so_many: tuple[str, ...]
    so_many_more: tuple[str, ...]
    watcher: tuple[str, ...]
    spot: tuple[str, ...]
    over_days: tuple[str, ...]
    day_before: tuple[str, ...]
    on_its_own: tuple[str, ...]
    alone: tuple[str, ...]
    known_by_name: tuple[str, ...]
    in_all: tuple[str, ...]
    several_places: tuple[str, ...]
    two_targets: tuple[str, ...]
    of_the_dead: tuple[str, ...]
    all_of_war: tuple[str, ...]
    states_part: tuple[str, ...]
    rebels_part: tuple[str, ...]
    places: tuple[str, ...]
    taken_in: tuple[str, ...]
    state_media: tuple[str, ...]
    of_the_state: tuple[str, ...]
    of_no_state: tuple[str, ...]
    out_of: tuple[str, ...]
    own_men: tuple[str, ...]
    own_loss: tuple[str, ...]
    comrades: tuple[str, ...]
    foes_men: tuple[str, ...]
    gives_number: tuple[str, ...]
    number_ends: tuple[str, ...]
    no_count_after: tuple[str, ...]
    no_count_before: tuple[str, ...]
    number_of: tuple[str, ...]
    new_figure: tuple[str, ...]
    of_other: tuple[str, ...]
    lower: tuple[str, ...]
    higher: tuple[str, ...]
    other_toll: tuple[str, ...]
    toll_is_other: tuple[str, ...]
    they_put_it_other: tuple[str, ...]
    means: tuple[tuple[str, ...], ...]
    meant: tuple[str, ...]
    not_meant: tuple[str, ...]
    it_was: tuple[str, ...]
    in_answer: tuple[str, ...]
    to_harm: tuple[str, ...]
    attributes: tuple[str, ...]
    their_claim: tuple[str, ...]
    somebodys_claim: tuple[str, ...]
    told_untrue: tuple[str, ...]
    untrue_told: tuple[str, ...]
    made_up: tuple[str, ...]
    charges_against: tuple[str, ...]
    as_told: tuple[str, ...]
    press: tuple[str, ...]
    accused_of: tuple[str, ...]
    asked_about: tuple[str, ...]
    foretold_deed: tuple[str, ...]
    known_subject: tuple[str, ...]
    on_soil: tuple[str, ...]
    came_down: tuple[str, ...]
    craft: tuple[str, ...]
    own_troops: tuple[str, ...]


@cache
def poles() -> Poles:
    """Return the patterns, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/stances.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Poles)


@cache
def thin_words() -> frozenset[str]:
    """Return the stems of the words of a denial that tell nothing of what is denied: "report"."""
    return content_words(" ".join(poles().thin))


@cache
def _compiled(pole: str) -> re.Pattern[str]:
    return re.compile(_pattern(pole), re.IGNORECASE | re.DOTALL)


@cache
def _in_lower(pole: str) -> re.Pattern[str] | None:
    """Return what finds a pole in lower case, None where its patterns tell of capitals.

    It is up to four times as fast as without regard to case, and most texts say nothing of a pole.
    """
    pattern = _pattern(pole)
    capitals = any(c.isupper() for c in _NO_LETTER.sub("", pattern))
    return None if capitals else re.compile(pattern, re.DOTALL)


@cache
def _pattern(pole: str) -> str:
    patterns: tuple[str, ...] = getattr(poles(), pole)
    return "|".join(f"(?:{p})" for p in with_parts(patterns, poles().parts))


class _Text(dict[str, re.Match[str] | None]):
    """What was found in a text so far, by pole."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __missing__(self, pole: str) -> re.Match[str] | None:
        quick, lower = _in_lower(pole), self.text.lower()
        # A letter that is two in lower case has other letters around it.
        able = quick is None or len(lower) != len(self.text) or quick.search(lower)
        found = self[pole] = _compiled(pole).search(self.text) if able else None
        return found


# Many rules ask the same of one sentence, in one build and in the next. All that is found in a text
# goes together, so that room is needed for texts (70 a report) and not for questions: with less of
# it than one build asks for, each build would find nothing of the last.
_text = lru_cache(maxsize=400_000)(_Text)


def find(pole: str, text: str) -> re.Match[str] | None:
    """Return where ``text`` says what ``pole`` names, None when it does not.

    >>> find("gone", "There is not a single village under the control of the NFA").start()
    9
    >>> find("gone", "They hold two villages") is None
    True
    """
    return _text(text)[pole]


def every(pole: str, text: str) -> list[re.Match[str]]:
    """Return every place where ``text`` says what ``pole`` names.

    >>> len(every("night", "late on Monday and early on Tuesday"))
    2
    """
    return list(_every(pole, text)) if find(pole, text) else []


@lru_cache(maxsize=100_000)
def _every(pole: str, text: str) -> tuple[re.Match[str], ...]:
    return tuple(_compiled(pole).finditer(text))


def is_rebels(words: str) -> bool:
    """Return whether words name enemies at large: "terrorists", "the rebels"."""
    return _enemies().search(words) is not None


@cache
def _enemies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(poles().enemies)})\b", re.IGNORECASE)
