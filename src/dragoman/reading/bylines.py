"""By-lines: who wrote a report, as its head or foot says."""

from __future__ import annotations

import re

from dragoman.reading.rules import agencies

_PARTICLE = (
    r"(?:al|el|bin|bint|ibn|abu|de|da|del|della|di|du|la|le|van|von|der|den|ter|ben|ould|ul)"
)
_LATER = rf"(?:{_PARTICLE}|[A-Z][\w'’-]*\.?|(?:al|el|ad|as|an|ash|ar|ez|ul)-[A-Z][\w'’]+)"
_PERSON = rf"[A-Z][\w'’-]*\.?(?: {_LATER}){{1,4}}"
_NAMES = rf"{_PERSON}(?:(?:, (?:and )?| and | & |; ?| / ?){_PERSON})*"
_BYLINE = re.compile(
    rf"(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Pp]ublished|[Ss]tory|[Rr]eporting)\s+)?(?:[Bb]y|BY)\s*:?\s+(?P<names>{_NAMES})"
    r"(?P<rest>\s*(?:[,|–—/•·(-].{0,80}|\d.{0,60}|for .{2,40}|in .{2,40})?)"
)
_DATED = re.compile(rf"(?P<names>{_NAMES})\s*[|•·]\s*\d.{{0,60}}")
# What follows a name in a by-line and is not a name.
_NOT_NAMES = frozenset(
    [
        "Staff",
        "Writer",
        "Correspondent",
        "Reporter",
        "Editor",
        "Agency",
        "Agencies",
        "News",
        "Press",
        "Online",
        "Desk",
        "Team",
        "Bureau",
        "Reuters",
    ]
)


def names_in(listed: str) -> tuple[str, ...]:
    """Return the persons of a list of names.

    >>> names_in("Ann Bell, Carl Dorn and Eva Finn")
    ('Ann Bell', 'Carl Dorn', 'Eva Finn')
    """
    parts = re.split(r"\s*(?:,\s*(?:and\s+)?|\band\b|&|;|/)\s*", listed)
    return tuple(part.strip(" ,.") for part in parts if is_person(part.strip(" ,.")))


def byline(line: str) -> tuple[str, ...] | None:
    """Return the authors that a line names when it is a by-line (maybe none), else None.

    >>> byline("By Ann Bell and Carl Dorn,"), byline("By Monday the town had fallen.")
    (('Ann Bell', 'Carl Dorn'), None)
    """
    text = " ".join(line.split())
    if len(text) > 200:
        return None
    match = _BYLINE.fullmatch(text) or _DATED.fullmatch(text)
    if match is not None:
        return names_in(match.group("names"))
    # "By AFP - Dec 08, 2017": an agency or a desk, no person.
    return (
        ()
        if re.fullmatch(r"[Bb]y\s*:?\s+[A-Z][\w.&' ’-]{1,40}(?:\s*[-–—|,/].{0,80})?", text)
        and not text.endswith(".")
        else None
    )


def is_person(name: str) -> bool:
    """Return whether a name in a by-line looks like a person's: no desk, agency or job.

    >>> is_person("Ann Bell"), is_person("News Desk"), is_person("Reuters")
    (True, False, False)
    """
    words = name.split()
    return (
        2 <= len(words) <= 6
        and name not in agencies()
        and not any(word in _NOT_NAMES for word in words)
        and not any(character.isdigit() for character in name)
    )
