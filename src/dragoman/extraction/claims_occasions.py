"""Words said on an occasion that the main verb tells of: "used his speech to call for a truce".

An infinitive mostly tells of what is wished or meant; behind these verbs it tells what was said.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.claims_syntax import child, is_infinitive, is_negated
from dragoman.language import Document, Token


class _Words(msgspec.Struct, frozen=True):
    verbs: frozenset[str]
    objects: dict[str, frozenset[str]]
    places: dict[str, frozenset[str]]
    adjectives: frozenset[str]
    ranks: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    path = resources.files("dragoman.extraction") / "data" / "claims_occasions.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


def is_purpose(document: Document, verb: Token) -> bool:
    """Return whether a verb is but what is wished or meant: "registered to report the talks"."""
    verb = _first_of(document, verb)
    if verb.tag != "VB" or not is_infinitive(document, verb) or document.head(verb).i == verb.i:
        return False
    main = occasion_of(document, verb)
    return main is None or is_purpose(document, main)


def occasion_of(document: Document, verb: Token) -> Token | None:
    """Return "took" of "took to Twitter to denounce X", or None where nothing need be said."""
    verb = _first_of(document, verb)
    if verb.tag != "VB" or not is_infinitive(document, verb):
        return None
    above = document.head(verb)
    main = document.head(above) if above.pos in ("ADJ", "NOUN") else above
    if is_negated(document, main):
        return None
    if above.pos == "ADJ":
        fits = main.lemma == "be" and above.lower in _words().adjectives
    elif above.dep == "attr":
        fits = any(t.lower in _words().ranks for t in document.children(above))
    else:
        fits = _leads_to_words(document, main, verb)
    return main if fits else None


def _first_of(document: Document, verb: Token) -> Token:
    """Return the first of verbs that share one "to": "to denounce X and call for Y"."""
    while verb.dep == "conj" and verb.tag == "VB":
        first = document.head(verb)
        if is_infinitive(document, verb) and first.tag != "VB":
            break
        verb = first
    return verb


def _leads_to_words(document: Document, main: Token, verb: Token) -> bool:
    words = _words()
    if main.lemma in words.verbs:
        return True
    target = child(document, main, "dobj")
    if target is not None and target.i < verb.i:
        return target.lemma.lower() in words.objects.get(main.lemma, ())
    to = next((t for t in document.children(main) if t.lower == "to" and t.dep == "prep"), None)
    place = child(document, to, "pobj") if to is not None else None
    return place is not None and place.lemma.lower() in words.places.get(main.lemma, ())
