"""A link to any thing of the record, by its id."""

from __future__ import annotations

from dragoman.model import (
    Account,
    Actor,
    Agreement,
    Claim,
    Commitment,
    Dispute,
    Event,
    Place,
    Report,
)
from dragoman.web.cards import Link
from dragoman.web.snapshot import Snapshot
from dragoman.web.wording import shorten

# Characters of a quote that name the thing it stands for.
_SHORT = 80


def _short(text: str) -> str:
    return shorten(text, _SHORT)


def link_to(name: str, snap: Snapshot) -> Link:
    """Return a link to a thing under what a reader calls it; an unknown id names itself."""
    match snap.thing(name):
        case Report() as item:
            return Link(text=item.title or item.source, href=f"/reports/{name}")
        case Actor() as item:
            return Link(text=item.name, href=f"/actors/{name}")
        case Event():
            return Link(text=event_words(name, snap), href=f"/events/{name}")
        case Dispute() as item:
            return Link(text=item.question, href=f"/disputes/{name}")
        case Agreement() as item:
            return Link(text=item.name, href=f"/agreements/{name}")
        case Commitment() as item:
            return Link(text=_short(item.action), href=f"/commitments#{name}")
        case Place() as item:
            return Link(text=snap.names.place(name), href=f"/events?place={item.id}")
        case Claim() as item:
            words = item.content[0]
            text = f"{item.speaker.name}: “{_short(words.quote)}”"
            return Link(text=text, href=f"/reports/{item.report}#{words.start}-{words.end}")
        case Account() as item:
            words = item.trigger
            text = f"“{_short(item.evidence[0].quote)}”"
            return Link(text=text, href=f"/reports/{item.report}#{words.start}-{words.end}")
    return Link(text=name)


def event_words(name: str, snap: Snapshot) -> str:
    """Return an event in a few words: "Air strike, Karvelia → NFA, Selmo, 4 March 2019"."""
    view = snap.event_views[name]
    sides = " → ".join(filter(None, [view.actors, view.recipients]))
    return ", ".join(filter(None, [view.label, sides, view.place, view.when]))
