"""Headlines With Capitals Throughout, as they would stand in a sentence.

The parser takes "Bomb Kills Nine in Tarsk Market" for one long name. How each word is written
otherwise the report's body shows; lengths do not change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# After such a mark a word of the body may have its capital for its place only.
_OPENING = re.compile(r"(?:^|[.!?:\n])[\"'\s]*$")
# Of the words of a headline with capitals throughout at most these have none.
_SMALL = frozenset({
    "a", "an", "the", "and", "or", "but", "as", "at", "by", "for", "from", "in", "into", "near",
    "of", "off", "on", "over", "to", "up", "via", "with", "after", "amid", "against", "than",
    "that", "while", "who", "is", "are", "was", "were", "be", "not", "between", "under", "since",
})  # fmt: skip
_FEWEST = 4
# "Attack Kills Two in Tarsk city": so many have one.
_SHARE = 0.8
# Words of such headlines that no name begins with, whether or not the body has them.
_COMMON = _SMALL | {
    "dead", "dozens", "scores", "hundreds", "thousands", "tens", "people", "civilians", "wounded",
    "injured", "killed", "says", "said", "least", "more", "most", "all", "three", "four", "five",
    "six", "eight", "nine", "ten",
}  # fmt: skip
_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
            ("ing", "e"), ("ies", "y"), ("ied", "y"))  # fmt: skip


def is_capitalised(heading: str) -> bool:
    """Return whether a line has capitals throughout, but is not all in capitals.

    >>> is_capitalised("Bomb Kills Nine in Tarsk Market")
    True
    >>> is_capitalised("Bomb kills nine in Tarsk market")
    False
    """
    words = [w for w in _WORD.findall(heading) if w.lower() not in _SMALL]
    if len(words) < _FEWEST or not any(word[1:].islower() for word in words):
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= _SHARE * len(words)


def in_sentence_case(heading: str, body: str, is_verb: Callable[[str], bool]) -> str:
    """Return a heading with capitals throughout as it would stand in a sentence.

    A word is written as the body writes it inside sentences, alone or with its neighbour
    ("Islamic State"); one that the body does not have keeps its capital, unless it is a verb.

    >>> body = "A bomb went off in a market of Tarsk."
    >>> in_sentence_case("Bomb Kills Nine in Tarsk Market", body, lambda word: word == "kill")
    'Bomb kills nine in Tarsk market'
    """
    small, large, pairs = _usage(body)
    found = list(_WORD.finditer(heading))
    words = [one.group() for one in found]
    view = heading
    for k, one in enumerate(found):
        word = words[k]
        if k == 0 or not word[1:].islower() or not word.isascii() or _named(words, k, pairs):
            continue
        stems = _stems(word.lower())
        low, high = small[word.lower()], large[word]
        known = word.lower() in _COMMON or _known(stems, small) or any(map(is_verb, stems))
        if low > high or (known and not high):
            view = view[: one.start()] + word.lower() + view[one.end() :]
    return view


def _usage(body: str) -> tuple[Counter[str], Counter[str], set[tuple[str, str]]]:
    """Return how often words stand inside sentences in small letters, with capitals, in pairs."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    last, end = "", -1
    for one in _WORD.finditer(body):
        word = one.group()
        if word[0].islower():
            small[word] += 1
        elif not _OPENING.search(body[max(0, one.start() - 4) : one.start()]):
            large[word] += 1
            if last[:1].isupper() and one.start() == end + 1:
                pairs.add((last, word))
        last, end = word, one.end()
    return small, large, pairs


def _named(words: Sequence[str], k: int, pairs: set[tuple[str, str]]) -> bool:
    before = k > 0 and (words[k - 1], words[k]) in pairs
    return before or (k + 1 < len(words) and (words[k], words[k + 1]) in pairs)


def _stems(word: str) -> tuple[str, ...]:
    ends = (pair for pair in _ENDINGS if word.endswith(pair[0]) and len(word) > len(pair[0]) + 2)
    return tuple(word.removesuffix(ending) + stem for ending, stem in ends)


def _known(stems: Sequence[str], small: Counter[str]) -> bool:
    """Return whether the body has another form of a word in small letters."""
    return any(small[stem + ending] for stem in stems for ending in ("", "s", "ed", "d", "ing"))
