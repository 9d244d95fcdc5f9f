"""The words of a source phrase: what of it is a name, and what tells it from another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language import Token

# Words that tell one of several parties, groups or officials from another.
CONTRASTS = frozenset({"opposing", "rival", "other", "second", "another", "opposition", "former",
                       "then", "deputy", "vice", "third", "next", "new"})  # fmt: skip
# "Jan Novak a local activist": a name whose comma the report has lost.
_NAME_AND_ARTICLE = re.compile(
    r"((?:[A-Z]\S+|al-\S+)(?:\s(?:(?:of|for|and)\s)?(?:[A-Z]\S+|al-\S+))*)\san?\s"
)


def is_official(phrase: str) -> bool:
    """Return whether figures are at least said to be an authority's: "official data"."""
    return "official" in phrase.lower()


def is_contrasted(words: Sequence[Token], before: str) -> bool:
    """Return whether a word tells a speaker from one called alike: "the opposing party"."""
    return any(t.lower in CONTRASTS and t.lower not in before.lower() for t in words)


def core_of(phrase: str) -> str:
    """Return a phrase without what follows a comma, a bracket or a relative pronoun.

    >>> core_of("the eight-time winner, ranked fifth"), core_of("the Relief Fund (RF)")
    ('the eight-time winner', 'the Relief Fund')
    """
    bare = _NAME_AND_ARTICLE.match(phrase)
    if bare is not None:
        return bare[1]
    return re.split(r",\s|\s\(|\s(?:who|which|whom|whose)\s", phrase)[0] or phrase


def plain(phrase: str) -> str:
    """Return a phrase without its article and line breaks, for a name.

    >>> plain("the two\\n diplomats")
    'two diplomats'
    """
    words = " ".join(phrase.split())
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if words.startswith(article):
            return words[len(article) :]
    return words
