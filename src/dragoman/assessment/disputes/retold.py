"""Whether a sentence counts the dead of a deed told before: "the blast killed 14"."""

from __future__ import annotations

from dragoman.assessment.disputes.figures import Figure, around
from dragoman.assessment.disputes.poles import every, find
from dragoman.resolution.telling import targets_in

# The words of the deed stand at most so many characters before its number, or after it.
DEED_BEFORE, DEED_AFTER = 90, 90


def of_the_deed(figure: Figure) -> bool:
    """Return whether a figure is that of a deed told before: "the blast killed 14"."""
    before, after = around(figure)
    deeds = [found for found in every("the_deed", before) if not _is_toll(found.group())]
    between = before[deeds[-1].end() :] if deeds else ""
    if deeds and len(between) <= DEED_BEFORE and not find("number_or_said", between):
        return True
    return any(not _is_toll(found.group()) for found in every("the_deed", after[:DEED_AFTER]))


def of_all_of_it(before: Figure, figure: Figure) -> bool:
    """Return whether a figure is said to be of all the dead, or names what was hit before again.

    "His staff had listed 15 dead in total", "the bakery queue had cost the lives of 31".
    """
    words = around(figure)
    if any(find("in_all", some) for some in words):
        return True
    told = before.account.evidence[0].quote
    return bool(targets_in(told) & targets_in(" ".join(words)))


def _is_toll(words: str) -> bool:
    """Return whether words for a deed are those of a toll: "the death of 58"."""
    return find("toll", words) is not None
