"""The words that decide whether what they govern took place, loaded from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class StatusWords(msgspec.Struct, frozen=True):
    """Each list of ``data/status.yaml`` turned round: from a word to what it makes of things."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    modifiers: dict[str, str]
    determiners: dict[str, str]
    adverbs: dict[str, str]
    marks: dict[str, str]
    prepositions: dict[str, str]
    modals: dict[str, str]
    negative_subjects: frozenset[str]
    fulfilled: frozenset[str]
    willing: frozenset[str]
    failed: frozenset[str]
    sayings: frozenset[str]
    stating: frozenset[str]
    hindering: frozenset[str]
    ranked: frozenset[str]
    purposive: frozenset[str]
    listing: frozenset[str]
    lasting: frozenset[str]
    postponing: frozenset[str]
    aims: frozenset[str]
    enduring: frozenset[str]
    before_it: frozenset[str]
    resulting: frozenset[str]
    owing: frozenset[str]
    endeavours: frozenset[str]
    when: frozenset[str]
    naming: frozenset[str]
    performing: frozenset[str]
    approving: frozenset[str]
    endings: frozenset[str]
    ending: frozenset[str]
    hurting: frozenset[str]
    going_on: frozenset[str]
    existing: frozenset[str]
    reporting: frozenset[str]
    perceived: frozenset[str]
    stopping: frozenset[str]
    harming: frozenset[str]
    answers: frozenset[str]
    spoken_of: frozenset[str]
    ordered: frozenset[str]


_SETS = (
    "negative_subjects", "fulfilled", "willing", "failed", "sayings", "stating", "hindering",
    "ranked", "purposive", "listing", "lasting", "endeavours",
    "postponing", "aims", "enduring", "before_it", "resulting", "owing", "when", "naming",
    "performing", "approving", "existing", "endings", "ending", "hurting", "going_on",
    "reporting", "perceived", "stopping", "harming", "answers", "spoken_of", "ordered",
)  # fmt: skip


@cache
def status_words() -> StatusWords:
    """Return the word lists.

    >>> status_words().verbs["pledge"], status_words().modals["might"]
    ('promised', 'possible')
    """
    source = files("dragoman.extraction") / "data" / "status.yaml"
    raw = msgspec.yaml.decode(source.read_bytes())
    sets = {name: frozenset(raw.pop(name)) for name in _SETS}
    turned = {name: _turn(lists) for name, lists in raw.items()}
    return msgspec.convert({**turned, **sets}, StatusWords)


def _turn(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: effect for effect, words in lists.items() for word in words}
