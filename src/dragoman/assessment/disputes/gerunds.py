"""The plain form of a verb that stands as a gerund: "murdering" is what one may "murder"."""

from __future__ import annotations

import re

# Verbs that no rule below gets right.
_OTHERS = {
    "lying": "lie", "dying": "die", "gassing": "gas", "trafficking": "traffic", "raping": "rape",
    "besieging": "besiege", "stoning": "stone", "knifing": "knife", "creating": "create",
    "inciting": "incite", "inviting": "invite", "igniting": "ignite", "exciting": "excite",
    "writing": "write", "interfering": "interfere", "ignoring": "ignore", "storing": "store",
    "restoring": "restore", "exploring": "explore", "coming": "come", "mining": "mine",
    "controlling": "control", "expelling": "expel", "compelling": "compel",
    "cancelling": "cancel", "patrolling": "patrol",
}  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
# Letters after which an "e" has gone: "forc", "charg", "handl", "us", "violat".
_CUT = re.compile(r"(?:[cvuz]|[dr]g|[bcdfgkpt]l|[aeiourln]s|(?:^|[^aeiou]|qu)[aiou][bdgklmnprtz])$")
# And after which none ever stood: "murder", "visit", "abandon", "sponsor", "develop".
_WHOLE = re.compile(r"[a-z]{2}(?:er|or|en|on|in|it|et|el|op|ip|om|al|il)$")
# But for these: "fir", "combin", "clos".
_CUT_STILL = re.compile(r"(?:[fhtw]ir|combin|provok|[mt]ak|[pl]os)$")


def plain_form(gerund: str) -> str:
    """Return the verb whose gerund a word is.

    >>> [plain_form(w) for w in ("shelling", "murdering", "planning", "violating", "using")]
    ['shell', 'murder', 'plan', 'violate', 'use']
    >>> [plain_form(w) for w in ("forcing", "torturing", "training", "firing", "developing")]
    ['force', 'torture', 'train', 'fire', 'develop']
    >>> [plain_form(w) for w in ("killing", "staging", "handling", "causing", "controlling")]
    ['kill', 'stage', 'handle', 'cause', 'control']
    """
    if gerund in _OTHERS:
        return _OTHERS[gerund]
    stem = gerund.removesuffix("ing")
    if _DOUBLED.search(stem):
        return stem[:-1]
    cut = _CUT_STILL.search(stem) or (_CUT.search(stem) and not _WHOLE.search(stem))
    return f"{stem}e" if cut else stem
