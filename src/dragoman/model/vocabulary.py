"""The codebook as data: every code of the record with a label and a definition in plain words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One code of the record, what to call it and what it means."""

    code: str
    label: str
    definition: str
    modes: tuple[Term, ...] = ()


# The name of each list and the field of the record that takes its codes.
LISTS: dict[str, str] = {
    "events": "Account.type of an event, with its modes",
    "situations": "Account.type of a situation",
    "statuses": "Account.status",
    "acts": "Claim.act",
    "disputes": "Dispute.about",
}


@cache
def terms(name: str) -> tuple[Term, ...]:
    """Return the codes of one list (see `LISTS`), in the order of the codebook.

    >>> [term.code for term in terms("statuses")][:3]
    ['happened', 'ongoing', 'planned']
    """
    source = files("dragoman.model") / "vocabulary" / f"{name}.yaml"
    return msgspec.yaml.decode(source.read_bytes(), type=tuple[Term, ...])


def label(name: str, code: str) -> str:
    """Return what to call a code of a list (the code itself when the list lacks it).

    >>> label("events", "ASSAULT"), label("situations", "TOLL")
    ('Violence', 'Toll to date')
    """
    return next((term.label for term in terms(name) if term.code == code), code)


def modes(code: str) -> tuple[Term, ...]:
    """Return the modes of an event type.

    >>> [mode.code for mode in modes("CONSULT")]
    ['visit', 'third-party', 'multilateral', 'phone']
    """
    return next((term.modes for term in terms("events") if term.code == code), ())
