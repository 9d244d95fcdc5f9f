"""Reports about one thing, told from look-alikes by the names in them; words of one stem in them.

This is how `ecbplus` groups mentions that no account of the record stands for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import numpy as np

from dragoman.resolution.openings import names_in
from dragoman.resolution.wording import stem

# Reports of one story share this much of their names, on average; tuned on ECB+'s odd topics.
SHARED = 0.2
# The record's joins hold for a word where this share of its mentions are in the joined event.
MOST = 0.5


def stories(texts: Mapping[str, str]) -> dict[str, int]:
    """Return the number of the story that each text tells, by the texts' names.

    >>> same = "A storm hit Tarsk and Selmo in Karvelia."
    >>> found = stories({"a": same, "b": same, "c": "A storm hit Orlen and Brod in Varnia."})
    >>> found["a"] == found["b"], found["a"] == found["c"]
    (True, False)
    """
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(texts) < 2:
        return dict.fromkeys(texts, 1)
    named = [names_in(text) for text in texts.values()]
    apart = np.array([[1 - _shared(a, b) for b in named] for a in named])
    np.fill_diagonal(apart, 0)
    numbers = fcluster(linkage(squareform(apart), "average"), 1 - SHARED, "distance")
    return dict(zip(texts, map(int, numbers), strict=True))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / sqrt(len(a) * len(b)) if a and b else 0.0


def word_in(story: int, lemma: str) -> str:
    """Return the cluster of a word in a story: "topic:lemma" by its stem.

    >>> word_in(2, "7:announcement") == word_in(2, "7:announce")
    True
    """
    topic, _, word = lemma.partition(":")
    return f"{topic}/{story}:{stem(word)}"


def joined(words: Sequence[str], events: Iterable[str | None]) -> list[str]:
    """Return the clusters of mentions, those of words joined whose mentions one event joins.

    ``words`` are clusters by word, ``events`` the event that the record joins each mention in.

    >>> joined(["raid", "raid", "attack", "talks"], ["e1", None, "e1", None])
    ['attack', 'attack', 'attack', 'talks']
    """
    many = Counter(words)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for word, event in zip(words, events, strict=True):
        if event is not None:
            votes[event][word] += 1
    first = {word: word for word in many}

    def root(word: str) -> str:
        while first[word] != word:
            word = first[word]
        return word

    for found in votes.values():
        sure = sorted(root(word) for word, n in found.items() if n >= MOST * many[word])
        for word in sure[1:]:
            first[root(word)] = root(sure[0])
    return [root(word) for word in words]
