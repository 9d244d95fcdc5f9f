"""Claims: what a speaker asserts, denies, promises, demands ... in a report."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.model.dates import Dates
from dragoman.model.spans import Evidence

Form = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "deny", "doubt", "confirm", "accuse", "demand", "threaten", "promise",
    "predict", "intend", "reject", "praise", "condemn", "ask", "other",
]  # fmt: skip

# The acts of claims that something is not so, or is refused.
DENIALS: tuple[Act, ...] = ("deny", "reject")
# The name of a speaker of whom nothing is known.
UNNAMED = "unnamed speaker"


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks: ``name`` as resolved ("he" becomes the person), ``actor`` the actor's id.

    ``evidence`` is where this claim's own words name the speaker, be it by a pronoun.
    """

    name: str
    actor: str | None = None
    evidence: Evidence | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Something that somebody is said, in a report, to have put forward.

    ``content`` may be in several pieces ("X, the envoy said, is Y"). ``within`` is the id of
    the claim that reports this one. ``headline`` marks a claim found in the report's headline.
    ``denies`` marks one whose words, not its verb, a learned reader takes for a denial of what
    another said.
    """

    id: str
    report: str
    speaker: Speaker
    content: tuple[Evidence, ...]
    form: Form
    act: Act
    cue: Evidence | None = None
    said_on: Dates | None = None
    channel: str | None = None
    within: str | None = None
    headline: bool = False
    denies: bool = False
