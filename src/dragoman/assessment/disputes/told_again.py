"""What was done to one thing, told right after of "it" or "him" with another word for the deed."""

from __future__ import annotations

import re
from functools import cache

from dragoman.assessment.disputes.doing import doing
from dragoman.assessment.patterns import compiled

# What was hit: one thing or person, or several with a word for them, as a report first names it.
_THING = r"(?:the|an?|its|his|her|their|two|three|four|five|six) (?:[\w’'-]+ ){0,2}?[\w’'-]+"
_WERE = r"(?:was|were|had been|has been|have been)(?: \w+ly)?"
# "Burned the mill", "the mill was burned".
_TOLD = rf"\b<harm> {_THING}|\b{_THING} {_WERE} <harm>\b"
# "Burned it", "it was burned", "set it on fire".
_AGAIN = rf"\b<harm> (?:it|him|her|them)\b|\b(?:it|he|she|they) {_WERE} <harm>\b"
_SET_ON_FIRE = r"\bset (?:it|them) (?:on fire|ablaze|alight)\b"


def told_again(first: str, later: str) -> bool:
    """Return whether two statements are of one harm, done in the later one to "it" or "him".

    >>> told_again("the rebels had burned the mill", "soldiers had set it on fire")
    True
    >>> told_again("the rebels had burned the mill", "soldiers had looted it")
    False
    """
    return any(told.search(first) and again.search(later) for told, again in _harms())


@cache
def _harms() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each harm how it is told of a thing, and how of one told before."""
    return tuple(_ways(harm, verbs) for harm, verbs in doing().harms.items())


def _ways(harm: str, verbs: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    again = f"{_AGAIN}|{_SET_ON_FIRE}" if harm == "burn" else _AGAIN
    told, taken_up = compiled((_TOLD, again), {"harm": verbs})
    return told, taken_up
