"""Whom the words of a claim name as the doer of a deed, where no account was read."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.assessment.patterns import compiled

# Who is named as a doer, or accused, is named in so many words at the most.
LONGEST = 8
# What ends no name of a doer: what stands before a passive ("people were killed"), or a number.
NO_DOER = re.compile(
    r"\d|\b(?:was|were|been|being) |\b(?:people|men|women|children|civilians|were|was|are|is|been"
    r"|being|the|an?|of|by|in|on|at|to|for|from|with|after|before|while|when|as|not|never|no|nobody"
    r"|who|which|that)$"
)

# "It was the army's doing" names the army.
_OWNER = re.compile(r"(?:[’']s|(?<=s)[’'])$")

_OF = re.compile(r"\s(?:of|for|over)\b|[,;]|\s[-–—]\s")
# "Blamed the attack on X", "laid the blame for the attack on X".
LAID_ON = re.compile(
    r"^\W*(?:(?:the |all |full )*(?:blame|responsibility|guilt) for )?"
    r"(?P<deed>(?:the |this |that )?(?:(?!of\b|for\b|with\b|over\b|against\b)[\w-]+ ){0,3}?"
    r"(?:attack|raid|strike|killing|massacre|blast|bombing|shelling|gassing|poisoning|murder|crime"
    r"|deed|slaughter|atrocity|ambush|explosion|death|shooting|it)s?)\b"
    r"[^,;]*?\b(?:on|at the (?:door|doorstep|feet) of"
    r"|at(?= [^,;]+[’']s? (?:door|doorstep|feet)\b)) (?:the )?",
    re.IGNORECASE,
)
# "Attributed the murder to X", "attributed it to X".
LAID_TO = re.compile(
    r"^\W*(?P<deed>it |(?:the|this|that|these|his|her|their|responsibility for) .*)"
    r"\bto (?:the |an? )?(?=\w)",
    re.IGNORECASE,
)


class Doing(msgspec.Struct, frozen=True):
    """The data of ``data/doing.yaml``: see the comments there."""

    parts: dict[str, str]
    told: tuple[str, ...]
    harms: dict[str, str]


@cache
def doing() -> Doing:
    """Return the patterns, read once."""
    data = resources.files("dragoman.assessment").joinpath("data/doing.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Doing)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return compiled(doing().told, doing().parts)


@lru_cache(maxsize=50_000)
def doer_words(words: str) -> str:
    """Return the words that name who did a deed, "" where nobody is named.

    >>> doer_words("government forces had fired it"), doer_words("ten people were killed")
    ('government forces', '')
    >>> doer_words("the rocket had come from Varnian positions across the river")
    'Varnian'
    """
    for pattern in _patterns():
        found = pattern.search(words)
        if found and not NO_DOER.search(found["who"]) and len(found["who"].split()) <= LONGEST:
            return _OWNER.sub("", found["who"])
    return ""


def accused_words(words: str) -> str:
    """Return whom an accusation names: "the army" of "the raid on the army", "the army of it"."""
    laid = LAID_ON.search(words)
    return _OF.split(words[laid.end() :] if laid else words)[0]
