"""Charges of deeds at large: "has been behind gas and other attacks"."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.blame import Charge
from dragoman.assessment.disputes.poles import find

# What somebody has done at some time, not what he did now.
_HAS = re.compile(r"^(?:has|have)\b", re.IGNORECASE)
_TOLD = re.compile(r"\d|\b(?:hundreds|thousands|dozens|scores|day|night)\b", re.IGNORECASE)


def is_at_large(charge: Charge) -> bool:
    """Return whether a charge is of no one deed: of several, or of what a side does at all.

    Who "has accused rebels of using gas", and names neither place, day nor victims, speaks of no
    deed of the news.
    """
    said = charge.said
    if find("deeds_at_large", said.words):
        return True
    claim = said.claim
    if claim is None or claim.act != "accuse" or claim.cue is None or charge.deed is not None:
        return False
    return bool(_HAS.match(claim.cue.quote)) and not (said.spots or _TOLD.search(said.words))
