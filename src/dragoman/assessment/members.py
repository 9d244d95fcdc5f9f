"""Of which group somebody without a name is: "NFA fighters", "a leader of the NFA"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.assessment.officials import groups_people
from dragoman.model import Actor

# A shorter name than this may stand in others.
_SHORT = 3
# What may stand between a group's name and its people: the name again, in brackets.
_BRACKETS = r"(?: ?[\[(][^\])]*[\])])?"


class Members:
    """The armed groups of a record by name, and who is of one by what he is called."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        groups = [a for a in actors if a.type == "armed_group" and a.named]
        names = {n: a.id for a in groups for n in a.names if len(n) >= _SHORT and n[0].isupper()}
        some = "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))
        people = "|".join(sorted(groups_people()))
        self._names = names
        self._before = re.compile(
            rf"^(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){{0,2}}(?P<group>{some}){_BRACKETS}"
            rf"(?:[’']s?)? (?:[a-z-]+ ){{0,2}}(?:{people})(?: in (?:the )?[A-Z][\w-]+)?$"
        )
        self._after = re.compile(
            rf"^(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){{0,2}}(?:{people}) (?:of|from|for) (?:the )?"
            rf"(?P<group>{some}){_BRACKETS}$"
        )

    def group_of(self, actor: Actor) -> str | None:
        """Return the group whose people somebody without a name is said to be."""
        if actor.named or not self._names:
            return None
        found = self._before.match(actor.name) or self._after.match(actor.name)
        return self._names[found["group"]] if found else None
