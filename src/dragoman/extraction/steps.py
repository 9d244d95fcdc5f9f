"""The steps in their order. A new kind of thing to extract is a file and a line here."""

from __future__ import annotations

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.actors import Actors
from dragoman.extraction.agreements import Agreements
from dragoman.extraction.claims import Claims
from dragoman.extraction.commitments import Commitments
from dragoman.extraction.gazetteer import Gazetteer
from dragoman.extraction.numbers import Numbers
from dragoman.extraction.pipeline import Pipeline, Step
from dragoman.extraction.places import Places
from dragoman.extraction.times import Times
from dragoman.learned.roles import RoleReader
from dragoman.learned.tagger import AttributionTagger
from dragoman.packs import Packs


def default_pipeline(packs: Packs, *, tagger: bool = True) -> Pipeline:
    """Return the pipeline that reads everything, with what the packs know.

    Without ``tagger``, claims come from the grammar alone.
    """
    steps: list[Step] = [
        Times(),
        Places(Gazetteer.open(), packs),
        Actors(packs),
        Numbers(),
        Claims(AttributionTagger(), RoleReader()) if tagger else Claims(),
        Accounts(packs),
        Agreements(),
        Commitments(),
    ]
    return Pipeline(steps)
