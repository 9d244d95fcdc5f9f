"""The steps in their order. A new kind of thing to extract is a file and a line here."""

from __future__ import annotations

from dragoman.extraction.pipeline import Pipeline, Step
from dragoman.packs import Packs


def default_pipeline(packs: Packs) -> Pipeline:
    """Return the pipeline that reads everything, with what the packs know."""
    steps: list[Step] = []
    # Times, Places, Actors, Numbers, Claims, Accounts, Agreements, Commitments: in this order.
    return Pipeline(steps)
