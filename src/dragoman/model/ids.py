"""Ids: a short hash of what a thing is made of, the same in every run and on every machine."""

from __future__ import annotations

import hashlib

# 60 bits of a hash: two of a million things of one kind collide with a chance of 4 in 10 million.
_LENGTH = 15


def make_id(kind: str, *parts: object) -> str:
    """Return the id of a thing of ``kind`` (a short prefix) made of ``parts``.

    Parts are told apart from one another, so ("ab", "c") and ("a", "bc") differ.

    >>> make_id("rep", "x") == make_id("rep", "x"), make_id("rep", "x") == make_id("rep", "y")
    (True, False)
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    digest = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"{kind}-{digest[:_LENGTH]}"
