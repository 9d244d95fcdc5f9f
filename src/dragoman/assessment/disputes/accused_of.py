"""What somebody is accused of: a violent deed, or something else that was done beside it."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.deeds import DEEDS, accounts_in, means_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# "Of shelling homes", "of having deliberately shelled homes".
_OF_DOING = re.compile(
    r" (?:of|for) (?:\w+ly )?(?P<doing>having (?:\w+ly )?\w+|\w+ing\b)(?: [\w-]+){0,3}",
    re.IGNORECASE,
)


def is_of_something_else(index: Index, said: Statement) -> bool:
    """Return whether an accusation only names a violent deed and is of something else.

    "Accused the army of hiding the bodies of the massacre", "of failing to stop the raid": the
    verb after "of" is what is laid on somebody.
    """
    if said.claim is None or said.claim.act != "accuse":
        return False
    found = _OF_DOING.search(said.words)
    if found is None or find("does_it", found[0]) or means_of(found[0]):
        return False
    start, end = (said.evidence.start + at for at in found.span("doing"))
    told = accounts_in(index, said)
    return not any(a.type in DEEDS and start <= a.trigger.start < end + 1 for a in told)
