"""Whether two names are spellings of one name: transliterations agree, namesakes do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

import msgspec


class NameRules(msgspec.Struct, frozen=True):
    """The data of ``data/names.yaml``: see the comments there."""

    particles: frozenset[str]
    titles: frozenset[str]
    sounds: tuple[tuple[str, str], ...]
    consonants: tuple[str, ...]
    vowels: tuple[str, ...]
    gendered: tuple[tuple[str, str], ...]
    nicknames: tuple[tuple[str, ...], ...]
    lands: frozenset[str]


# A place's name of fewer letters is not told by its spelling.
SHORT_PLACE = 4


@cache
def rules() -> NameRules:
    """Return the rules, read once."""
    data = resources.files("dragoman.resolution").joinpath("data/names.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=NameRules)


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return a name in lower case without accents, dots and apostrophes.

    >>> fold("Rami Abdel-Rahman’s")
    'rami abdel-rahman'
    """
    plain = re.sub(r"['’‘`´ʼ]s\b", "", name)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in apart if not unicodedata.combining(c))
    plain = re.sub(r"['’‘`´ʼʿʾ.\"“”]", "", plain.casefold())
    return re.sub(r"[^\w-]+", " ", plain).strip()


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others: no titles, no particles.

    >>> tokens("Foreign Minister Walid al-Moallem")
    ('valid', 'moalem')
    """
    table, text = rules(), fold(name)
    words = re.split(r"[\s_-]+", text)
    while len(words) > 1 and words[0] in table.titles:
        words.pop(0)
    text = " ".join(words)
    for pattern, sound in table.sounds:
        text = re.sub(pattern, sound, text)
    found = [word for word in text.split() if word.lower() not in table.particles]
    return tuple(re.sub(r"([^\W\d])\1+", r"\1", word) for word in found or text.split())


@lru_cache(maxsize=200_000)
def skeleton(token: str) -> str:
    """Return the consonants of a folded token: spellings that agree share it, mostly.

    >>> skeleton("lavrentyev") == skeleton("lavrentiev")
    True
    >>> skeleton("ortez") == skeleton("ortes")
    True
    """
    return re.sub(r"[aeiouy]", "", token.translate(_one_of_each())) or token[:1]


@cache
def _one_of_each() -> dict[int, str]:
    """Return for each consonant that spellings swap the one that stands for all of its kind."""
    first: dict[str, str] = {}
    for pair in rules().consonants:
        a, b = tuple(pair)
        kept, gone = first.get(a, a), first.get(b, b)
        first |= {letter: kept for letter, one in first.items() if one == gone}
        first |= {a: kept, b: kept}
    return str.maketrans(first)


def _syllables(token: str) -> list[tuple[str, str]]:
    return re.findall(r"([^aeiouy]?)([aeiouy]*)", token)[:-1]


def _vowels_agree(a: str, b: str, last: bool) -> bool:
    # At the end of a word the last vowel tells: Andrei and Andrea are two.
    first, second = (a[-1], b[-1]) if last else (a, b)
    return any(set(first) & set(group) and set(second) & set(group) for group in rules().vowels)


def _consonants_agree(a: str, b: str) -> bool:
    return a == b or any({a, b} == set(pair) for pair in rules().consonants)


def _gendered(a: str, b: str) -> bool:
    for man, woman in rules().gendered:
        for x, y in ((a, b), (b, a)):
            if x.endswith(man) and y.endswith(woman) and x[: -len(man)] == y[: -len(woman)]:
                return True
    return False


@lru_cache(maxsize=200_000)
def same_token(a: str, b: str) -> bool:
    """Return whether two folded tokens are spellings of one word.

    >>> same_token("moalem", "mualem"), same_token("lavrentyev", "lavrov")
    (True, False)
    >>> same_token("hasan", "husein"), same_token("ivanov", "ivanova")
    (False, False)
    """
    if a == b:
        return True
    if _gendered(a, b) or min(len(a), len(b)) < 3:
        return False
    first, second = _syllables(a), _syllables(b)
    if len(first) != len(second):
        return False
    slips = 0
    for k, ((c1, v1), (c2, v2)) in enumerate(zip(first, second, strict=True)):
        last = k == len(first) - 1
        if c1 != c2:
            if not _consonants_agree(c1, c2):
                return False
            slips += 1
        if v1 == v2 or (v1 and v2 and _vowels_agree(v1, v2, last)):
            continue
        if (v1 and v2) or (last and "e" not in (v1, v2)) or (k == 0 and not c1):
            return False
        slips += 1
    return slips <= 1


def _same_first(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return same_token(a, b) or any(a in group and b in group for group in _nicknames())


@cache
def _nicknames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(t for n in group for t in tokens(n)) for group in rules().nicknames)


def same_person(a: str, b: str) -> bool | None:
    """Return True for spellings of one full name, False for two people, None when open.

    Open is a surname alone beside a full name, or beside itself: it may be anyone of that name.

    >>> same_person("Alexander Lavrentyev", "Aleksandr Lavrentiev")
    True
    >>> same_person("Bashar al-Assad", "Hafez Assad"), same_person("Assad", "Bashar Assad")
    (False, None)
    """
    short, long = sorted((tokens(a), tokens(b)), key=lambda t: (len(t), t))
    if not short:
        return False
    if len(short) == 1:
        return None if any(same_token(short[0], word) for word in long[-2:]) else False
    if not same_token(short[-1], long[-1]):
        return False
    at = 0
    for word in short[:-1]:
        while at < len(long) - 1 and not _same_first(word, long[at]):
            at += 1
        if at == len(long) - 1:
            return False
        at += 1
    return True


@lru_cache(maxsize=100_000)
def words(name: str) -> frozenset[str]:
    """Return the words of an organisation's name, without "the" and "of"."""
    drop = {"the", "of", "for", "and", "in", "s", "a"}
    return frozenset(word for word in re.split(r"[\s_-]+", fold(name)) if word not in drop)


def same_organisation(a: str, b: str) -> bool:
    """Return whether two names of an organisation, state or group are one name.

    >>> same_organisation("the Northern Free Army", "Northern Free Army")
    True
    """
    if words(a) == words(b):
        return True
    first, second = tokens(a), tokens(b)
    long_enough = len(first) == len(second) and sum(map(len, first)) >= 6
    return long_enough and all(same_token(x, y) for x, y in zip(first, second, strict=True))


def same_place(a: str, b: str) -> bool:
    """Return whether two names of a place are spellings of one name.

    >>> same_place("Al Maleh", "Mallah Farms"), same_place("Zahra", "Zuhur")
    (True, False)
    """
    first, second = _of_place(a), _of_place(b)
    short, long = sorted(sum(map(len, words)) for words in (first, second))
    if len(first) != len(second) or short < SHORT_PLACE or long - short > 1:
        return False
    return all(same_token(x, y) for x, y in zip(first, second, strict=True))


@lru_cache(maxsize=100_000)
def _of_place(name: str) -> tuple[str, ...]:
    """Return the words of a place's name that tell it from others, folded."""
    kinds = rules().lands
    return tokens(" ".join(word for word in fold(name).split() if word not in kinds))


def is_acronym(short: str, full: str) -> bool:
    """Return whether ``short`` is made of the initials of ``full``.

    >>> is_acronym("NFA", "Northern Free Army"), is_acronym("OCHA", "Office of Aid")
    (True, False)
    """
    letters = short.replace(".", "")
    if not (3 <= len(letters) <= 8 and letters.isupper()):
        return False
    parts = [w for w in re.split(r"[\s-]+", full) if w]
    big = "".join(w[0] for w in parts if w[0].isupper())
    every = "".join(w[0].upper() for w in parts if w.lower() != "the")
    return letters in (big, every) or letters == "".join(c for c in full if c.isupper())


@lru_cache(maxsize=200_000)
def name_key(name: str, person: bool) -> str:
    """Return the blocking key: names that may be one name share it."""
    found = tokens(name)
    if not found:
        return fold(name)
    return skeleton(found[-1]) if person else " ".join(sorted(skeleton(t) for t in found))


def best_name(names: Sequence[str]) -> str:
    """Return the fullest of several names: most words, then longest, then alphabetical."""
    return _best(tuple(names))


@lru_cache(maxsize=200_000)
def _best(names: tuple[str, ...]) -> str:
    return min(names, key=lambda n: (-len(tokens(n)), -len(n), n))
