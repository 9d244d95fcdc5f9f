"""Patterns written in parts: what stands in angle brackets is put in by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_PART = re.compile(r"(?<!P)<(\w+)>")


def compiled(patterns: Iterable[str], parts: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """Return patterns with their parts put in, to be found without regard to case.

    A part that is not there raises ``KeyError``; the name of a group, ``(?P<who>...)``, is none.

    >>> (held,) = compiled(["^<who> holds it"], {"who": "(?P<who>the [a-z]+)"})
    >>> held.search("The army holds it")["who"]
    'The army'
    """
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in with_parts(patterns, parts))


def with_parts(patterns: Iterable[str], parts: Mapping[str, str]) -> Iterator[str]:
    """Yield patterns with their parts put in.

    >>> list(with_parts(["no <arms>"], {"arms": "(?:gas|shells)"}))
    ['no (?:gas|shells)']
    """
    for pattern in patterns:
        yield _PART.sub(lambda part: parts[part[1]], pattern)
