"""The words of a post in one form, so that two reports' wordings of it are alike."""

from __future__ import annotations

from collections.abc import Sequence

# What a "secretary" may be a minister of.
_PORTFOLIOS = frozenset(("foreign", "defence", "interior", "home", "finance", "health", "justice",
                         "education", "trade", "energy"))  # fmt: skip
_SPELT = {"defense": "defence", "chairwoman": "chairman", "spokeswoman": "spokesman"}


def plain_post(words: Sequence[str]) -> list[str]:
    """Return the words of a post in one form: "premier" and "PM" are the prime minister.

    >>> plain_post(["the", "foreign", "secretary"]), plain_post(["pm"])
    (['the', 'foreign', 'minister'], ['prime', 'minister'])
    """
    plain: list[str] = []
    for word in words:
        before = plain[-1] if plain else ""
        if word in ("premier", "pm"):
            plain += ["prime", "minister"]
        elif word == "fm":
            plain += ["foreign", "minister"]
        elif word == "secretary" and before in _PORTFOLIOS:
            plain.append("minister")
        else:
            plain.append(_SPELT.get(word, word))
    return plain
