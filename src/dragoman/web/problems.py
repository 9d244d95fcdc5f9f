"""What a request that cannot be answered gets."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer, with the HTTP status."""

    status: int
    detail: str
