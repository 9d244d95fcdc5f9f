"""Whether a question can be read by itself: its subject has a name, and nothing is cut off."""

from __future__ import annotations

import re

_PRONOUN = re.compile(r"^(?:it|they|he|she)\b(?!['’])", re.IGNORECASE)
# The same after what tells when: "during her detention she was beaten".
LATER = re.compile(
    r"^(?P<when>(?:during|in|after|before|since|while|when|throughout|under|on|at) "
    r"(?:[\w’'-]+ ){1,6}?)(?P<who>it|they|he|she)(?= (?:was|were|is|are|has|have|had|did)\b)",
    re.IGNORECASE,
)
# "It" of nothing: "it was learned that", "it is hard to say".
_NOTHING = re.compile(
    r"^it (?:(?:is|was|has been|had been|would be|will be|may be)(?: \w+ly| not)*"
    r" (?!(?:forced|due|about|able|said|reported|known|ready|likely|unable|willing) to\b)\w+"
    r" (?:that|to)\b"
    r"|seems|appears|looks)\b",
    re.IGNORECASE,
)
# What was told before: "this was absurd".
_THIS = re.compile(r"^(?:this|that|these|those) (?:is|was|are|were)\b", re.IGNORECASE)
_SO = re.compile(r"^Is it so that (?P<what>.*)\?$", re.DOTALL)
_QUOTED = re.compile(
    r"^(?:Is it true|Did .*|Was it meant): “(?P<what>.*)”\?$"
    r"|^Is there any truth in the .*? (?:of|that) (?P<told>.*)\?$",
    re.DOTALL,
)
# What begins in the middle of a list or of a sentence, what ends in the middle of one.
_BEGUN = re.compile(
    r"^\W*(?:(?:first|second|third|fourth|fifth|last)(?:ly)?,|(?:when|while|although|though|whereas"
    r"|because|if|but|and|or|however|moreover|which|who|whose)\b)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:he|she|they|who|which|that|and|or|but|of|to|by|with|the|an?|in|for|from|its|their)$",
    re.IGNORECASE,
)


def is_readable(question: str) -> bool:
    """Return whether a reader who knows nothing else understands a question.

    >>> is_readable("Is it so that Varnia shelled the port?")
    True
    >>> is_readable("Is it so that they had moved to Garn?")
    False
    >>> is_readable("Is it true: “When asked of the raid, he”?")
    False
    """
    if found := _SO.match(question):
        what = found["what"]
        return not (has_one(what) or _THIS.match(what) or _CUT.search(what))
    found = _QUOTED.match(question)
    words = (found["what"] or found["told"] or "") if found else ""
    return not (_BEGUN.match(words) or _CUT.search(words))


def begins_with_one(words: str) -> bool:
    """Return whether words begin with a pronoun that stands for somebody.

    >>> begins_with_one("they had moved"), begins_with_one("it is clear that they had moved")
    (True, False)
    """
    return _PRONOUN.match(words) is not None and not _NOTHING.match(words)


def has_one(words: str) -> bool:
    """Return whether a pronoun alone tells whom words are of."""
    return begins_with_one(words) or LATER.match(words) is not None


def by_name(words: str, name: str) -> str:
    """Return words with a name for the pronoun that they begin with, or that comes first.

    >>> by_name("during her detention she was beaten", "Ana Tal")
    'during her detention Ana Tal was beaten'
    """
    if found := LATER.match(words):
        return f"{found['when']}{name}{words[found.end() :]}"
    return _PRONOUN.sub(lambda _: name, words)
