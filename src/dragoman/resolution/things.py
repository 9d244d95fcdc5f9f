"""Which building or vehicle a sentence names by whose it is: "the Hilton hotel", "X's home"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache, lru_cache

from dragoman.resolution.names import fold
from dragoman.resolution.openings import is_rare
from dragoman.resolution.wording import rules, stem

# What stands at most this many characters before or after names a thing.
NEAR = 70
# Shorter words are names only in capitals alone ("DAS").
SHORT = 4
_RESIDENCE, _EMBASSY = "residence", "embassy"
_NAME = r"[A-ZÀ-Þ][\w.&-]*"
# "The Hilton hotel", "the Department of Roads headquarters", "the Red Cross's offices".
_BEFORE = re.compile(
    rf"({_NAME}(?:\s+(?:(?:of|de|del|la|the|y|and)\s+)*{_NAME})*)(?:[’']s?)?\s+(?:[a-z]+\s)?$"
)
# "The headquarters of the Guild", "the home of judge Mira Kost", "Banco de Garn".
_AFTER = re.compile(
    rf"^\s+(?:of|de|del|belonging to)\s+(?:(?:the|[a-z]+)\s+){{0,2}}"
    rf"({_NAME}(?:\s+(?:(?:of|de|la)\s+)*{_NAME})*)"
)
_PRESIDENT = re.compile(
    r"\bpresiden[tc]\w*(?:[’']s)?\s+(?:[\w.]+[’']s\s+)?(?:[a-z]+\s)?$", re.IGNORECASE
)
_OF_PRESIDENT = re.compile(r"^\s+of\s+(?:the\s+)?president\b", re.IGNORECASE)
# "The attack against Fenastra", "the Fenastra massacre": what was hit, whatever its kind.
_DEED = r"(?:attack|assault|bombing|blast|explosion|raid|massacre|shooting|siege)s?"
_AIMED = re.compile(
    rf"\b{_DEED}[\"”]?\s+(?:on|against|at|of)\s+(?:the\s+)?({_NAME}(?:\s+{_NAME})*)"
    # A capital that opens a sentence is no name's.
    rf"|(?<=[a-z,]\s)({_NAME}(?:\s+{_NAME})*)\s+{_DEED}\b"
)
_ASIDE = re.compile(r"\s*[\[(][^\])]*[\])]")
ANY = ""


Thing = tuple[str, frozenset[str]]


@lru_cache(maxsize=100_000)
def things_in(text: str) -> tuple[Thing, ...]:
    """Return the kinds of things that a sentence names, each with the words of its name.

    >>> [(kind, *sorted(name)) for kind, name in things_in("Bombs hit the Zefiro hotel near Mills")]
    [('hotel', 'zefiro')]
    >>> [(kind, *sorted(name)) for kind, name in things_in("They shelled the president's home")]
    [('residence', 'president')]
    >>> [(kind, *sorted(name)) for kind, name in things_in("at the headquarters of the Mill Guild")]
    [('headquarters', 'guild')]
    >>> [(kind, *sorted(name)) for kind, name in things_in("after the massacre at Fenastra in May")]
    [('', 'fenastra')]
    """
    plain = re.sub(r"[\[\]()\"“”]", " ", text)
    found = []
    for match in _thing().finditer(plain):
        kind = _kinds()[match.group().lower()]
        before = plain[max(0, match.start() - NEAR) : match.start()]
        after = plain[match.end() : match.end() + NEAR]
        if kind == _RESIDENCE and (_PRESIDENT.search(before) or _OF_PRESIDENT.match(after)):
            found.append((kind, frozenset({"president"})))
        names = (m[1] for m in (_BEFORE.search(before), _AFTER.match(after)) if m)
        found += [(kind, told) for name in names if (told := _telling(name))]
    aimed = (match[1] or match[2] for match in _AIMED.finditer(_ASIDE.sub("", text)))
    found += [(ANY, told) for name in aimed if (told := _telling(name))]
    return tuple(found)


def _telling(name: str) -> frozenset[str]:
    """Return the words of a name that may tell which one it is."""
    words = (word for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    folded = {fold(word.strip(".")): word for word in words}
    return frozenset(
        low
        for low, word in folded.items()
        if low not in rules().plain_names
        and low not in _kinds()
        and (len(low) >= SHORT or (word.isupper() and len(word) > 1))
    )


def known_apart(
    found: Iterable[Thing], places: Container[str], states: tuple[str, ...], sides: Container[str]
) -> frozenset[Thing]:
    """Return the things whose names tell them from others: not by a town's name or a state's.

    Two hotels of one town are two, but there is one embassy of a state. Who fights (``sides``) is
    attacked every day.
    """
    told = (
        (
            kind,
            frozenset(
                w
                for w in name
                if w not in places
                and not (kind != _EMBASSY and w.startswith(states))
                and not (kind == ANY and w in sides)
            ),
        )
        for kind, name in found
    )
    return frozenset((kind, name) for kind, name in told if name)


def same_thing(first: Iterable[Thing], second: Iterable[Thing]) -> bool | None:
    """Return whether two sentences name one thing, None where no kind is named in both.

    A rare word or a short form that both have makes one name, or any two words; so do names that
    are the same. Of names with one plain word in common nobody knows, nor of what was attacked
    and a building of another name.
    """
    theirs = list(second)
    named = [(kind, other, a, b) for kind, a in first for other, b in theirs]
    if any(_one_name(a, b) for kind, other, a, b in named if kind == other or ANY in (kind, other)):
        return True
    pairs = [(a, b) for kind, other, a, b in named if kind == other != ANY]
    return False if pairs and not any(a & b for a, b in pairs) else None


def _one_name(a: frozenset[str], b: frozenset[str]) -> bool:
    same = a & b
    return len(same) > 1 or a == b or any(map(telling, same))


def telling(word: str) -> bool:
    """Return whether one word of a name tells which thing it is: a short form, or a rare word."""
    return len(word) < SHORT or is_rare(stem(word))


@cache
def _kinds() -> dict[str, str]:
    return {word: row[0] for row in rules().things for word in row}


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_kinds()))})\b", re.IGNORECASE)
