"""Whether a sentence counts the dead of a deed told before: "the blast killed 14"."""

from __future__ import annotations

from dragoman.assessment.disputes.figures import Figure, around
from dragoman.assessment.disputes.poles import every, find

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


def _is_toll(words: str) -> bool:
    """Return whether words for a deed are those of a toll: "the death of 58"."""
    return find("toll", words) is not None
