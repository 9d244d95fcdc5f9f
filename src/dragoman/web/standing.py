"""Whether something is said to have been so: by words, shapes and lines, never colour alone."""

from __future__ import annotations

from typing import Literal

Standing = Literal["real", "unreal", "denied"]
STANDINGS: dict[str, str] = {
    "real": "happened or going on",
    "unreal": "planned, possible, demanded ...",
    "denied": "said not to have happened",
}


def standing(status: str) -> Standing:
    """Return whether a status says that something was so, might be, or was not.

    >>> standing("ongoing"), standing("promised"), standing("denied")
    ('real', 'unreal', 'denied')
    """
    if status in ("happened", "ongoing"):
        return "real"
    return "denied" if status == "denied" else "unreal"
