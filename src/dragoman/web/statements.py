"""Statements as one line each: who said what, by which act, where it stands."""

from __future__ import annotations

import msgspec

from dragoman.briefing.naming import when
from dragoman.model import Claim
from dragoman.model.vocabulary import label
from dragoman.web.snapshot import Snapshot


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in one line; ``href`` leads to its words in the report."""

    id: str
    href: str
    act: str
    act_words: str
    speaker: str
    speaker_href: str
    words: str
    said_on: str
    channel: str
    within: str
    outlet: str
    published: str


def statement(claim: Claim, snap: Snapshot) -> Statement:
    """Return a claim as a line."""
    actor = claim.speaker.actor
    first, report = claim.content[0], snap.reports[claim.report]
    return Statement(
        id=claim.id,
        href=f"/reports/{claim.report}#{first.start}-{first.end}",
        act=claim.act,
        act_words=label("acts", claim.act).lower(),
        speaker=snap.names.actor(actor) or claim.speaker.name,
        speaker_href=f"/actors/{actor}" if actor in snap.actors else "",
        words=" … ".join(part.quote for part in claim.content),
        said_on=when(claim.said_on),
        channel=claim.channel or "",
        within=snap.names.speakers.get(claim.within or "", ""),
        outlet=snap.names.outlet(report.id),
        published=when(report.published),
    )
