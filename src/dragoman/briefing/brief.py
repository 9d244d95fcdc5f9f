"""The brief: a record arranged for a reader, still without any form of output.

Nothing here adds a word to what the record holds: it sorts, groups and names.
"""

from __future__ import annotations

import msgspec

from dragoman.model import Evidence


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence as a reader sees it: the words, where they stand, who printed them.

    ``outlet`` is the outlet, else the source's name; ``published`` its date as text. ``before``
    and ``after`` are the rest of the sentence around the words, as far as it helps.
    """

    evidence: Evidence
    outlet: str
    published: str
    before: str = ""
    after: str = ""


class PositionView(msgspec.Struct, frozen=True, kw_only=True):
    """One position of a dispute: who holds it, as of when, in which words.

    ``act`` says what the speaker does with them ("denies"), empty where it is no more than saying;
    ``also`` are more words in which the same voice says so.
    """

    stance: str
    speaker: str
    as_of: str
    act: str
    quote: Quote
    also: tuple[Quote, ...] = ()


class StanceView(msgspec.Struct, frozen=True, kw_only=True):
    """All positions of a dispute that say the same."""

    stance: str
    positions: tuple[PositionView, ...]


class DisputeView(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute, its positions grouped by stance."""

    id: str
    about: str
    question: str
    why: str
    rule: str
    stances: tuple[StanceView, ...]


class HistoryView(msgspec.Struct, frozen=True, kw_only=True):
    """What was reported of a commitment since."""

    status: str
    on: str
    rule: str
    quotes: tuple[Quote, ...]


class CommitmentView(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment as a line of a ledger."""

    id: str
    by: str
    to: str
    action: str
    made_on: str
    due: str
    condition: str
    agreement: str
    status: str
    history: tuple[HistoryView, ...]
    quotes: tuple[Quote, ...]


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement with its parties, date and place."""

    id: str
    name: str
    names: tuple[str, ...]
    parties: str
    date: str
    place: str
    quotes: tuple[Quote, ...]


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """Whose account of an event, and in which words: one, where a sentence tells of it twice."""

    voice: str
    status: str
    quote: Quote


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the chronology.

    ``when`` is the interval as text, or "" for an unknown date; ``reported`` is the day of the
    first report that tells of it; ``marked`` is true for anything that did not, by the reports,
    happen or go on.
    """

    id: str
    when: str
    reported: str
    label: str
    status: str
    marked: bool
    actors: str
    recipients: str
    place: str
    counts: tuple[str, ...]
    reports: int
    sources: int
    accounts: tuple[AccountView, ...]


class FigureView(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that a source gives: casualties, people held, a share of territory."""

    what: str
    value: str
    of: str
    place: str
    when: str
    source: str
    quote: Quote


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement: the act, the words, the day and the channel."""

    id: str
    act: str
    form: str
    said_on: str
    channel: str
    within: str
    quotes: tuple[Quote, ...]


class SpeakerView(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker and all that the reports say he, she or it said."""

    name: str
    claims: tuple[ClaimView, ...]


class ActorView(msgspec.Struct, frozen=True, kw_only=True):
    """An actor: other names, roles with who printed them, and how often it speaks and acts."""

    id: str
    name: str
    type: str
    names: tuple[str, ...]
    roles: tuple[tuple[str, Quote | None], ...]
    said: int
    did: int


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report: what it is, and how its date was found."""

    id: str
    title: str
    outlet: str
    agency: str
    published: str
    date_found: str
    source: str
    copy_of: str
    notes: tuple[str, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What the record covers, in figures; ``unnamed`` reports name no outlet."""

    reports: int
    originals: int
    outlets: tuple[str, ...]
    unnamed: int
    first: str
    last: str
    undated: int
    speakers: int
    claims: int
    events: int
    disputes: int
    commitments: int


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A whole brief, in the order in which it is read."""

    title: str
    coverage: Coverage
    disputes: tuple[DisputeView, ...]
    commitments: tuple[CommitmentView, ...]
    agreements: tuple[AgreementView, ...]
    chronology: tuple[EventView, ...]
    undated: tuple[EventView, ...]
    casualties: tuple[FigureView, ...]
    control: tuple[FigureView, ...]
    speakers: tuple[SpeakerView, ...]
    actors: tuple[ActorView, ...]
    reports: tuple[ReportView, ...]
    skipped: tuple[tuple[str, str], ...]
