"""The record's objects: small, typed and frozen. Every other package imports this one."""

from dragoman.model.actors import Actor, ActorMention, ActorType, MentionForm, Role
from dragoman.model.agreements import Agreement, Commitment, CommitmentStatus, HistoryEntry
from dragoman.model.claims import DENIALS, UNNAMED, Act, Claim, Form, Speaker
from dragoman.model.dates import Dates, Precision
from dragoman.model.disputes import About, Dispute, Position
from dragoman.model.events import Account, Count, Event, Family, Status
from dragoman.model.ids import make_id
from dragoman.model.judgements import Decision, Judgement
from dragoman.model.mentions import NumberMention, TimeKind, TimeMention
from dragoman.model.places import Place, PlaceMention, PlacePrecision
from dragoman.model.record import Extract, Record
from dragoman.model.report import Report, Skipped
from dragoman.model.spans import Evidence, Offsets, Span
from dragoman.model.voices import Voices, given_by

__all__ = [
    "DENIALS",
    "UNNAMED",
    "About",
    "Account",
    "Act",
    "Actor",
    "ActorMention",
    "ActorType",
    "Agreement",
    "Claim",
    "Commitment",
    "CommitmentStatus",
    "Count",
    "Dates",
    "Decision",
    "Dispute",
    "Event",
    "Evidence",
    "Extract",
    "Family",
    "Form",
    "HistoryEntry",
    "Judgement",
    "MentionForm",
    "NumberMention",
    "Offsets",
    "Place",
    "PlaceMention",
    "PlacePrecision",
    "Position",
    "Precision",
    "Record",
    "Report",
    "Role",
    "Skipped",
    "Span",
    "Speaker",
    "Status",
    "TimeKind",
    "TimeMention",
    "Voices",
    "given_by",
    "make_id",
]
