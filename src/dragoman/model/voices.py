"""Whose words a stretch of a report is, where one speaker is told of in the words of another."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.model.claims import Claim
from dragoman.model.events import Account, Count
from dragoman.model.spans import Evidence


class Voices:
    """The claims of a record by report, asked for the innermost one that covers some words."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.report, []).append(claim)

    def innermost(self, words: Evidence) -> str | None:
        """Return the claim with the fewest words among those whose content has these words."""
        over = [
            (_length(claim), claim.id)
            for claim in self._claims.get(words.report, ())
            if any(piece.span.contains(words.span) for piece in claim.content)
        ]
        return min(over)[1] if over else None

    def of_figure(self, account: Account, count: Count) -> Account:
        """Return the account in the words of who gives this figure of it: not always its speaker.

        "The envoy said that six died, while the monitor said that 35 had died."
        """
        return given_by(account, self.innermost(count.evidence))


def given_by(account: Account, claim: str | None) -> Account:
    """Return an account as it stands in a claim, as it is where that is none of its own."""
    return account if claim in (None, account.claim) else replace(account, claim=claim)


def _length(claim: Claim) -> int:
    return sum(piece.end - piece.start for piece in claim.content)
