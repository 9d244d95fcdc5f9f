"""The room's rules, loaded from its data files and compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

import yaml


@cache
def data_text(name: str) -> str:
    """Return the text of one of the room's data files."""
    return files("dragoman.reading").joinpath("data", name).read_text(encoding="utf-8")


@cache
def table(name: str) -> Mapping[str, list[str]]:
    """Return a data file that maps names to lists of words or patterns."""
    return cast("Mapping[str, list[str]]", yaml.safe_load(data_text(name)))


@cache
def whole_line(kind: str) -> re.Pattern[str]:
    """Return the pattern of the furniture lines of one ``kind``, for `re.Pattern.fullmatch`."""
    return re.compile("|".join(f"(?:{p})" for p in table("furniture.yaml")[kind]), re.IGNORECASE)


@cache
def parts(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of one ``kind`` of furniture, each by itself, to search a line for."""
    return tuple(re.compile(p, re.IGNORECASE) for p in table("furniture.yaml")[kind])


@cache
def tails() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what may follow the last sentence on its own line."""
    listed = table("furniture.yaml")["tail"]
    return tuple(re.compile(rf"(?<=[.!?\"”’')])\s*(?:{p})\s*$", re.IGNORECASE) for p in listed)


@cache
def words(kind: str) -> frozenset[str]:
    """Return a word list of ``words.yaml``."""
    return frozenset(table("words.yaml")[kind])


@cache
def dateline_places() -> frozenset[str]:
    """Return the names of places that reports are sent from, in capitals."""
    lines = data_text("dateline_places.txt").splitlines()
    return frozenset(line.upper() for line in lines if line and not line.startswith("#"))


@cache
def agencies() -> Mapping[str, str]:
    """Return the forms of agencies' names, each with the name that we print."""
    return {form: name for name, forms in table("agencies.yaml").items() for form in forms}


@cache
def agency_pattern() -> str:
    """Return a pattern for any form of an agency's name, the longest first."""
    return "|".join(re.escape(form) for form in sorted(agencies(), key=lambda f: (-len(f), f)))
