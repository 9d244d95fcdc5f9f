"""Dragoman reads news reports about a conflict into a sourced record.

    >>> import dragoman
    >>> record = dragoman.read(["examples"])                      # doctest: +SKIP
    >>> for claim in record.claims:                               # doctest: +SKIP
    ...     print(claim.speaker.name, claim.act, claim.content[0].quote)

`read` takes files, folders and globs and returns a `Record` of frozen, typed objects; every
value of it carries `Evidence`: a report, two offsets and the words between them. `Store` keeps a
record in one file. Errors are subclasses of `DragomanError`.
"""

from dragoman.errors import (
    DragomanError,
    EvidenceError,
    MissingExtraError,
    PackError,
    PipelineError,
    ReadingError,
    RecordError,
)
from dragoman.library import Options, read
from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    Dates,
    Dispute,
    Event,
    Evidence,
    Judgement,
    Place,
    Record,
    Report,
    Skipped,
    Span,
)
from dragoman.store import Store
from dragoman.verification import Problem, verify

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Actor",
    "Agreement",
    "Claim",
    "Commitment",
    "Dates",
    "Dispute",
    "DragomanError",
    "Event",
    "Evidence",
    "EvidenceError",
    "Judgement",
    "MissingExtraError",
    "Options",
    "PackError",
    "PipelineError",
    "Place",
    "Problem",
    "ReadingError",
    "Record",
    "RecordError",
    "Report",
    "Skipped",
    "Span",
    "Store",
    "__version__",
    "read",
    "verify",
]
