"""Whose losses a figure counts: the soldiers', the rebels', the civilians', or everybody's.

The side stands in the noun ("26 soldiers"), after the figure ("26 dead among the army ranks",
"four casualties on the troops"), or before it, as who lost them ("the rebels sustained 93 dead").
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.assessment.disputes.figures import Figure, around
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import kinds, of_two_sides, rules

Sides = frozenset[str]

# What may stand between a figure and the words for its side: other figures and what befell them.
_GAP = (
    r"^(?:\W|\d|\b(?:and|or|others?|more|men|were|dead|killed|wounded|injured|hurt|missing|captured"
    r"|casualt(?:y|ies)|loss(?:es)?|fatalit(?:y|ies)|deaths?|injur(?:y|ies))\b)*"
)
_AMONG = re.compile(
    _GAP
    + r"\b(?:among(?:st)?|in the ranks of|within|on the side of|(?<=casualties )on|(?<=losses )on) "
    r"(?P<whom>(?:(?!by|in|at|on|near|after|when|during)[\w’'-]+ ?){1,6})",
    re.IGNORECASE,
)
# "Soldiers and guerrillas": all of those whom one figure counts together, without one of their own.
_TOGETHER = re.compile(r"^\W*(?:and|or) (?P<whom>(?:[\w-]+ )?[\w-]+)")
# Who loses its men, up to their figure: nothing that begins another clause stands between.
_BREAK = r"\b(?:while|whereas|but|although|though|that|who|which|against|by|killed|killing)\b|[;:]"
# The noun that a figure counts stands within so many characters after it.
_NOUN = 20
# So many characters before a verb of loss stands who suffers it.
_SUBJECT = 90


def of_two_losses(a: Figure, b: Figure) -> bool:
    """Return whether two figures are not of the same side's people, or one of them of all sides'.

    A side told in the noun itself is a matter of its scope, unless both are.
    """
    if a.account.report == b.account.report and of_two_sides(a.count, b.count):
        return True
    first, second = _sides(a), _sides(b)
    if first and second:
        return first != second
    known, other = (a, b) if first else (b, a)
    told = (first or second) - {"civilians"}
    whom = other.count.of or around(other)[1][:_NOUN]
    return bool(told) and not _named(known) and not kinds(whom)


def _sides(figure: Figure) -> Sides:
    """Return the sides whose people a figure counts, nothing where the text leaves it open."""
    return _named(figure) or _among(figure) or lost_by(figure)


def _named(figure: Figure) -> Sides:
    """Return the sides in the noun that a figure counts, and in one counted together with it."""
    own = sides_in(figure.count.of or "")
    if not own:
        return own
    after = around(figure)[1]
    noun = after.find(figure.count.of or "")
    together = _TOGETHER.search(after[noun + len(figure.count.of or "") :]) if noun >= 0 else None
    if together is None or find("number_or_said", together["whom"]):
        return own
    return own | sides_in(together["whom"])


def _among(figure: Figure) -> Sides:
    """Return the sides among whom there were so many dead, or on whom they were inflicted."""
    after = around(figure)[1]
    of = figure.count.of or ""
    found = _AMONG.search(after.removeprefix(f" {of}") if of else after)
    return sides_in(found["whom"]) if found else frozenset()


def lost_by(figure: Figure) -> Sides:
    """Return the side that is said to have lost so many: "the rebels sustained 93 dead"."""
    before = around(figure)[0]
    lost = [m for m in _losing().finditer(before) if not re.search(_BREAK, before[m.end() :])]
    if not lost:
        return frozenset()
    clause = re.split(rf"{_BREAK}|,", before[: lost[-1].start()])[-1]
    return sides_in(clause[-_SUBJECT:])


def sides_in(words: str) -> Sides:
    """Return the sides of which a phrase speaks; a name such as "Liberation Army" is of none.

    >>> sorted(sides_in("the army ranks")), sorted(sides_in("soldiers and rebels"))
    (['army'], ['army', 'rebels'])
    >>> sides_in("a village of the government-held east")
    frozenset()
    """
    said = set(re.findall(r"(?<![\w-])[a-z]\w*(?![\w-])", re.sub(r"[’']s\b", "", words)))
    return frozenset(side for side, members in rules().sides.items() if said & members)


@cache
def _losing() -> re.Pattern[str]:
    verbs = "|".join(sorted(rules().losing))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)
