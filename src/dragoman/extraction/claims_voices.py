"""Which claims deny what another said, in words that no list has: "a fairy tale for slow days"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.roles import Asked, RolesOf
from dragoman.language import Document
from dragoman.model import Claim

# A denial answers what another said so many sentences before it, or after.
BEFORE, AFTER = 4, 1
# The acts that may be denials by what is said, where the verb is none.
_ACTS = ("assert", "confirm", "other")
# Below this the reader is not sure enough.
SURE = 0.7


class _Words(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    beginnings: tuple[str, ...]


@lru_cache(maxsize=1)
def _not() -> re.Pattern[str]:
    """Return what finds a word that most denials have.

    Reading only claims with one is what keeps the reader from taking as long as the parse.
    """
    path = resources.files("dragoman.extraction") / "data" / "claims_voices.yaml"
    found = msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)
    either = "|".join((*found.words, *(rf"{start}\w*" for start in found.beginnings)))
    return re.compile(rf"\b(?:{either})\b|n[’']t\b", re.IGNORECASE)


def with_denials(document: Document, claims: Sequence[Claim], reader: RolesOf) -> tuple[Claim, ...]:
    """Return the claims, those marked whose words the reader of roles takes for a denial."""
    where = [document.sentence_at(claim.content[0].start) for claim in claims]
    rows = [one.i if one else -1 for one in where]
    asked_of = {k for k, claim in enumerate(claims) if rows[k] >= 0 and _answers(claims, rows, k)}
    if not asked_of:
        return tuple(claims)
    asked = Asked(document, reader, (rows[k] for k in asked_of))
    return tuple(
        msgspec.structs.replace(claim, denies=True)
        if k in asked_of and _is_denial(claim, asked)
        else claim
        for k, claim in enumerate(claims)
    )


def _answers(claims: Sequence[Claim], rows: Sequence[int], k: int) -> bool:
    """Return whether a claim stands near what another voice says."""
    one = claims[k]
    if one.act not in _ACTS or not _not().search(one.content[0].quote):
        return False
    return any(
        rows[k] - BEFORE <= row <= rows[k] + AFTER and other.speaker != one.speaker
        for other, row in zip(claims, rows, strict=True)
        if row >= 0
    )


def _is_denial(claim: Claim, asked: Asked) -> bool:
    return asked.voice(claim.content[0].span, "denial") >= SURE
