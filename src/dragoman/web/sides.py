"""Whose side an actor speaks or acts for, as far as its sector and country tell."""

from __future__ import annotations

from dragoman.model import Actor
from dragoman.web.snapshot import Snapshot

NOBODY = "Nobody named"
OTHERS = "Others"

# Sectors are PLOVER's: those of a state's own people stand for the state.
_STATE = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD"))
_SECTORS = {
    "REB": "Armed groups",
    "SEP": "Armed groups",
    "CRM": "Armed groups",
    "PRM": "Armed groups",
    "OPP": "Opposition and parties",
    "PTY": "Opposition and parties",
    "IGO": "International bodies",
    "NGO": "Civil society and aid",
    "SOC": "Civil society and aid",
    "MED": "Civil society and aid",
    "EDU": "Civil society and aid",
    "CVL": "Civilians",
    "JRN": "Media",
}


def side_of(actor: Actor | None, snap: Snapshot) -> str:
    """Return the side of an actor: a country for a state and its people, else a kind of actor."""
    if actor is None:
        return NOBODY
    official = actor.type in ("state", "government") or actor.sector in _STATE
    if official and actor.country:
        return snap.country_names.get(actor.country, actor.country)
    if actor.type == "armed_group" and not official:
        return "Armed groups"
    return _SECTORS.get(actor.sector or "", OTHERS)
