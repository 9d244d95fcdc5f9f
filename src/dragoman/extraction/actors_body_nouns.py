"""The nouns for parts of states, as ``data/actors/bodies.yaml`` lists them."""

from __future__ import annotations

from functools import lru_cache

from dragoman.extraction.actors_found import word_list


class Body:
    """A noun for a part of states, as ``data/actors/bodies.yaml`` lists it."""

    def __init__(self, entry: dict[str, object]) -> None:
        self.part = str(entry["part"])
        self.label = str(entry["label"])
        self.sector = str(entry.get("sector", "GOV"))
        self.alone = bool(entry.get("alone"))
        self.group = bool(entry.get("group"))


@lru_cache(maxsize=1)
def bodies() -> dict[str, list[tuple[tuple[str, ...], Body]]]:
    """Return the nouns for parts of a state by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Body]]] = {}
    for entry in word_list("bodies"):
        for noun in entry["nouns"]:
            words = tuple(noun.split())
            found.setdefault(words[0], []).append((words, Body(entry)))
    for listed in found.values():
        listed.sort(key=lambda item: -len(item[0]))
    return found
