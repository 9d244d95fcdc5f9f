"""The trigger lexicon: which verbs and nouns tell of which event, loaded from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

_DATA = files("dragoman.extraction") / "data"


class Sense(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sense of a group of words; the fields are explained at the head of the data files."""

    type: str
    words: tuple[str, ...]
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] | None = None
    object: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    moved: bool = False
    content: bool | str = False
    needs: str | None = None
    mutual: bool = False
    effect: str | None = None
    alone: bool = False
    borne: bool = False
    active: bool = False
    plain: bool = False
    joined: bool = False


class Lexicon(msgspec.Struct, frozen=True):
    """The senses by the word that a text is searched for: a verb's lemma, a noun's head.

    ``verbs`` and ``nouns`` map it to pairs of the other words that must stand with it and the
    sense. ``light`` maps a light verb to its kinds (doer, sufferer, taking_place, scene).
    """

    verbs: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    classes: dict[str, frozenset[str]]
    light: dict[str, tuple[tuple[str, str], ...]]
    effects: dict[str, str]
    undergone: frozenset[str]
    ending: frozenset[str]
    modes: dict[str, str]

    def in_class(self, lemma: str, names: tuple[str, ...]) -> bool:
        """Return whether ``lemma`` is one of ``names``, or in a class that they name."""
        # A plural in capitals ("Members of Parliament") keeps its ending.
        forms = (lemma, lemma[:-1]) if lemma.endswith("s") else (lemma,)
        return any(
            any(form in self.classes[name[1:]] for form in forms)
            if name.startswith("@")
            else lemma == name
            for name in names
        )


def _read(name: str) -> bytes:
    return (_DATA / f"{name}.yaml").read_bytes()


@cache
def lexicon() -> Lexicon:
    """Return the trigger lexicon.

    >>> [sense.type for words, sense in lexicon().verbs["kidnap"]]
    ['ASSAULT']
    """
    light = msgspec.yaml.decode(_read("events_light"))
    modes = msgspec.yaml.decode(_read("events_modes"), type=dict[str, list[str]])
    classes = msgspec.yaml.decode(_read("events_classes"), type=dict[str, list[str]])
    return Lexicon(
        verbs=_index("events_verbs", head=0),
        nouns=_index("events_nouns", head=-1),
        classes={name: frozenset(words) for name, words in classes.items()},
        light=_light(light),
        effects=light["effects"],
        undergone=frozenset(light["undergone"]),
        ending=frozenset(light["ending"]),
        modes={word: mode for mode, words in modes.items() for word in words},
    )


def _index(name: str, *, head: int) -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    """Return senses by head word, those with more words first, else in the order of the file."""
    senses = msgspec.yaml.decode(_read(name), type=tuple[Sense, ...])
    found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense in senses:
        for word in sense.words:
            parts = word.split()
            key = parts.pop(head)
            found.setdefault(key, []).append((tuple(parts), sense))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


def _light(raw: dict[str, list[str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each light verb its (further word or "", kind) pairs."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ("doer", "sufferer", "taking_place", "scene"):
        for word in raw[kind]:
            verb, _, rest = word.partition(" ")
            found.setdefault(verb, []).append((rest.split(" ")[-1], kind))
    return {verb: tuple(rows) for verb, rows in found.items()}
