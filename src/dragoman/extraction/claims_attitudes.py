"""What speakers say of their own minds: "he said that he expected X" is one claim, a prediction."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token
from dragoman.model import Act, Claim

_MINDS: tuple[Act, ...] = ("predict", "intend")
# What was decided or proposed was done before it was told.
_DEEDS = frozenset({"decide", "resolve", "propose"})


def with_own_attitudes(
    document: Document, claims: Sequence[Claim], found: Sequence[Candidate]
) -> tuple[Claim, ...]:
    """Return the claims, with what speakers say that they expect or intend told once.

    The words around keep their place, and take the act of the attitude.
    """
    by_id = {claim.id: claim for claim in claims}
    heads = [document.tokens[one.head] if one.head >= 0 else None for one in found]
    minds: dict[str, Claim] = {}  # by the claim around
    for claim, head in zip(claims, heads, strict=True):
        outer = by_id.get(claim.within or "")
        if outer is not None and head is not None and _is_own(document, claim, outer, head):
            minds.setdefault(outer.id, claim)
    folded = {mind.id: outer for outer, mind in minds.items()}
    kept = []
    for claim in claims:
        if claim.id in folded:
            continue
        act = minds[claim.id].act if claim.id in minds else claim.act
        within = folded.get(claim.within or "", claim.within)
        kept.append(msgspec.structs.replace(claim, act=act, within=within))
    return tuple(kept)


def _is_own(document: Document, inner: Claim, outer: Claim, head: Token) -> bool:
    """Return whether the words of one claim are that their speaker has the other in mind."""
    same = inner.speaker.actor is not None and inner.speaker.actor == outer.speaker.actor
    if not same or outer.act not in ("assert", inner.act):
        return False
    if inner.act not in _MINDS or head.lemma in _DEEDS:
        return False
    words = document.tokens_in(outer.content[0].span)
    main = next((t for t in words if t.pos == "VERB" and t.dep not in ("aux", "auxpass")), None)
    if main is None or main.i != head.i:
        return False
    subject = child(document, head, "nsubj")
    return subject is not None and subject.tag in ("PRP", "NNP", "NNPS")
