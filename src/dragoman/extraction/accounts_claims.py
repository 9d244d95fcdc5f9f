"""The claim that an account stands in, and what its act makes of the account's status."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dragoman.extraction.status_words import status_words
from dragoman.language import Token
from dragoman.model import DENIALS, Claim, Span, Status

_BY_ACT: dict[str, Status] = {
    "threaten": "threatened",
    "promise": "promised",
    "predict": "predicted",
    "demand": "demanded",
}


class ClaimFinder:
    """Finds the innermost claim whose content holds a stretch of text."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        inside = {claim.id: claim.within for claim in claims}
        depths = [_depth(claim.within, inside) for claim in claims]
        rows = sorted(
            (
                (piece.start, piece.end, sum(len(p.span) for p in claim.content), number, deep)
                for number, (claim, deep) in enumerate(zip(claims, depths, strict=True))
                for piece in claim.content
            ),
            key=lambda row: row[0],
        )
        self.claims = claims
        self._rows = rows
        self._starts = [row[0] for row in rows]

    def holding(self, span: Span) -> Claim | None:
        """Return the claim with the shortest content that holds ``span``, None if none does."""
        last = bisect_right(self._starts, span.start)
        holding = [row for row in self._rows[:last] if row[1] >= span.end]
        if not holding:
            return None
        return self.claims[min(holding, key=lambda row: (row[2], -row[4], row[3]))[3]]

    def voice(self, span: Span) -> str | None:
        """Return who says what stands at ``span``, None where the report does itself."""
        claim = self.holding(span)
        return None if claim is None else claim.speaker.actor or claim.speaker.name


def told_of(
    claim: Claim | None, tokens: Iterable[Token], *, suffering: bool = False
) -> tuple[Token, ...]:
    """Return the tokens without who tells of the deed in a tag behind it.

    Of "raids by aircraft on the port, medics reported" the parse may join medics to aircraft, of
    "the blast struck as they ate said the monitor" make it what was struck (``suffering``).
    Who did it may stand in the tag: "an attack claimed by the rebels".
    """
    tag = claim.speaker.evidence if claim is not None else None
    if claim is None or tag is None or tag.start < claim.content[-1].end:
        return tuple(tokens)
    return tuple(
        t for t in tokens if not ((suffering or t.dep == "conj") and tag.span.overlaps(t.span))
    )


def _depth(within: str | None, inside: dict[str, str | None]) -> int:
    """Return in how many claims one stands (a chain that runs in a ring counts once round)."""
    seen: set[str] = set()
    while within is not None and within not in seen:
        seen.add(within)
        within = inside.get(within)
    return len(seen)


def status_as_claimed(status: Status, claim: Claim, trigger: Token) -> Status:
    """Return the status of what a claim says, given what its speaker does by saying it.

    Only what stands in the claim's own main clause takes on its act: of "they deny that the
    men who were killed had fought" the killing is not denied, nor of "rejected a plea" the plea.
    """
    if status in ("planned", "predicted"):
        return _BY_ACT.get(claim.act, status)
    main = trigger.dep in ("ccomp", "pcomp", "dobj", "xcomp", "ROOT")
    main = main and trigger.lemma.lower() not in status_words().sayings
    if status in ("happened", "ongoing") and claim.form != "direct" and main:
        if claim.act in DENIALS:
            return "denied"
        if claim.act == "doubt":
            return "possible"
    return status
