"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Paging(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page of a list lies: ``page`` of ``pages``, items ``first`` to ``last``."""

    page: int
    pages: int
    first: int
    last: int
    total: int


def paginate(items: Sequence[T], page: int, *, size: int = 50) -> tuple[Sequence[T], Paging]:
    """Return the items of a page (the last one when ``page`` is too high) and where it lies.

    >>> paginate("abcde", 2, size=2)[0]
    'cd'
    """
    pages = max(1, -(-len(items) // size))
    page = min(max(1, page), pages)
    start = (page - 1) * size
    part = items[start : start + size]
    place = Paging(
        page=page,
        pages=pages,
        first=start + 1 if part else 0,
        last=start + len(part),
        total=len(items),
    )
    return part, place
