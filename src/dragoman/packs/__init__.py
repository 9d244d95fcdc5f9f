"""Packs: folders of YAML that know a conflict's actors, places and agreements."""

from dragoman.packs.collection import Packs, default, load
from dragoman.packs.entries import (
    FormerName,
    Held,
    Pack,
    PackActor,
    PackAgreement,
    PackInfo,
    PackPlace,
    PackRole,
)

__all__ = [
    "FormerName",
    "Held",
    "Pack",
    "PackActor",
    "PackAgreement",
    "PackInfo",
    "PackPlace",
    "PackRole",
    "Packs",
    "default",
    "load",
]
