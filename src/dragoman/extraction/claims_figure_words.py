"""Words of counting: verbs and nouns that give a number, and what is a number of victims."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.numbers_lists import by_round, by_word
from dragoman.language import Document, Token

# So near to its verb stands a number that somebody gives, so near to the number what befell them.
_REACH, _BESIDE = 9, 8
_FATES = frozenset({
    "killed", "injured", "missing", "displaced", "abducted", "captured", "arrested", "detained",
})  # fmt: skip


class _Words(msgspec.Struct, frozen=True):
    verbs: dict[str, frozenset[str]]
    had: frozenset[str]
    of_somebody: frozenset[str]
    by: frozenset[str]
    figures: frozenset[str]
    coming: frozenset[str]
    being: frozenset[str]
    reaching: dict[str, frozenset[str]]
    own: frozenset[str]
    listing: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=1)
def figure_words() -> _Words:
    """Return the words of ``data/claims_figures.yaml``."""
    path = resources.files("dragoman.extraction") / "data" / "claims_figures.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


@lru_cache(maxsize=1)
def figure_verbs() -> frozenset[str]:
    """Return the verbs that may give a number, to look at no other."""
    words = figure_words()
    listed = (*words.verbs.values(), *words.reaching.values())
    return frozenset.union(*listed, words.had, words.coming, words.being, words.listing)


def gives_victims(document: Document, first: int, stop: int) -> bool:
    """Return whether a stretch begins with a number of dead or hurt: "at least 12 dead"."""
    tokens = document.tokens[first : min(stop, first + _REACH)]
    for k, token in enumerate(tokens):
        if is_number(token):
            beside = document.tokens[token.i : min(stop, token.i + _BESIDE)]
            return any(is_victim(t) for t in (*tokens[:k], *beside))
        if token.pos in ("VERB", "AUX", "SCONJ") and not is_victim(token):
            return False
    return False


def is_number(token: Token) -> bool:
    """Return whether a word is a number: "12", "twelve", "dozens"."""
    return token.tag == "CD" or token.pos == "NUM" or token.lower in by_round()


def is_victim(token: Token) -> bool:
    """Return whether a word tells of who died, was hurt, taken or driven out, or of a toll."""
    states, nouns = by_word("states"), by_word("nouns")
    lemma = token.lemma.lower()
    told = states.get(token.lower) or nouns.get(lemma) or by_word("subject").get(lemma)
    return told in _FATES or lemma in ("toll", "casualty")
