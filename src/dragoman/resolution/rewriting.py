"""Local actor ids, wherever they stand, become global ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.model import Account, Actor, Agreement, Claim, Commitment

replace = msgspec.structs.replace


class Ids(msgspec.Struct, frozen=True):
    """The global id of each local actor id; ids it does not know stay as they are."""

    actors: Mapping[str, str]

    def one(self, i: str) -> str:
        """Return the global id of one actor."""
        return self.actors.get(i, i)

    def all(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the global ids, each once, in the order given."""
        return tuple(dict.fromkeys(self.one(i) for i in ids))

    def claim(self, claim: Claim) -> Claim:
        """Return a claim whose speaker is a global actor."""
        if claim.speaker.actor is None:
            return claim
        speaker = replace(claim.speaker, actor=self.one(claim.speaker.actor))
        return replace(claim, speaker=speaker)

    def account(self, account: Account) -> Account:
        """Return an account whose participants are global actors."""
        return replace(
            account,
            actors=self.all(account.actors),
            recipients=self.all(account.recipients),
        )

    def agreement(self, agreement: Agreement) -> Agreement:
        """Return an agreement whose parties are global actors."""
        return replace(agreement, parties=self.all(agreement.parties))

    def commitment(self, commitment: Commitment) -> Commitment:
        """Return a commitment between global actors."""
        return replace(commitment, by=self.all(commitment.by), to=self.all(commitment.to))


def official_sides(actors: Sequence[Actor]) -> dict[str, str]:
    """Return one word for each state, its government and its forces: they act as one."""
    return {
        a.id: f"state {a.country}"
        for a in actors
        if a.named and a.country and a.type in ("state", "government")
    }
