"""Which claims deny what another said, in words that no list has: "a fairy tale for slow days"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.extraction.roles import Asked, RolesOf
from dragoman.language import Document
from dragoman.model import Claim

# A denial answers what another said so many sentences before it, or after.
BEFORE, AFTER = 4, 1
# The acts that may be denials by what is said.
_ACTS = ("assert", "reject", "deny", "confirm", "other")
# What most denials have: a word for what is not, not so, or nothing but something else. Reading
# only these claims is what keeps the reader from taking as long as the parse.
_NOT = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|any|every|only|mere"
    r"|false|fake|lie|lies|liars?|rumou?rs?|gossip|tales?|stor(?:y|ies)|fantas\w+|invent\w*|fabricat\w*"
    r"|forge\w*|nonsense|absurd\w*|ridicul\w*|propaganda|imagin\w*|dream\w*|jokes?|den(?:y|ies|ied|ial)"
    r"|slander\w*|impossib\w*|hoax|fiction\w*|mistaken|wrong|innocent|baseless|unfounded|groundless"
    r"|untrue|dismiss\w*|alive|all)\b|n[’']t\b",
    re.IGNORECASE,
)
# Below this the reader is not sure enough.
SURE = 0.7


def with_denials(document: Document, claims: Sequence[Claim], reader: RolesOf) -> tuple[Claim, ...]:
    """Return the claims, those marked whose words the reader of roles takes for a denial."""
    where = [document.sentence_at(claim.content[0].start) for claim in claims]
    rows = [one.i if one else -1 for one in where]
    asked_of = {k for k, claim in enumerate(claims) if rows[k] >= 0 and _answers(claims, rows, k)}
    if not asked_of:
        return tuple(claims)
    asked = Asked(document, reader, (rows[k] for k in asked_of))
    return tuple(
        replace(claim, denies=True) if k in asked_of and _is_denial(claim, asked) else claim
        for k, claim in enumerate(claims)
    )


def _answers(claims: Sequence[Claim], rows: Sequence[int], k: int) -> bool:
    """Return whether a claim stands near what another voice says."""
    one = claims[k]
    if one.act not in _ACTS or not _NOT.search(one.content[0].quote):
        return False
    return any(
        rows[k] - BEFORE <= row <= rows[k] + AFTER and other.speaker != one.speaker
        for other, row in zip(claims, rows, strict=True)
        if row >= 0
    )


def _is_denial(claim: Claim, asked: Asked) -> bool:
    return asked.voice(claim.content[0].span, "denial") >= SURE
