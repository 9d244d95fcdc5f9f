"""Walks over any object of the record: its evidence, and the ids it refers to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.model.spans import Evidence


def evidence_in(value: object) -> Iterator[Evidence]:
    """Yield every `Evidence` inside a record object, however deep, in field order."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from evidence_in(getattr(value, field))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from evidence_in(item)
