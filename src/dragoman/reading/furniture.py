"""What each line of a dump is: prose of the report, or one of the sorts of page furniture."""

from __future__ import annotations

import re
from typing import Literal

from dragoman.model import Span
from dragoman.reading.bylines import byline
from dragoman.reading.datelines import dateline_alone
from dragoman.reading.datetext import printed_dates
from dragoman.reading.lines import ends_sentence, unfinished, word_list
from dragoman.reading.rules import agency_pattern, parts, whole_line, words

Kind = Literal[
    "prose",
    "item",
    "short",
    "caption",
    "date",
    "dateline",
    "byline",
    "credit",
    "line",
    "end",
    "foot",
]

_ITEM = re.compile(r"(?:[-–•*·●▪◦]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LONGEST_LINE = 450
# A notice of a site is no longer than this; a longer paragraph is a report on one line.
_LONGEST_NOTICE = 900
# A line that is prose without a final stop has at least so many words.
_LONG = 25
# A question on a line of its own, of so many words at most, is a sub-heading.
_QUESTION = 9
# What no sub-heading has: a stop, a mark, the label of who asks ("Q:", "[Novak]").
_ASIDE = re.compile(r"[.\"“”]|^\[[^\[\]]+\]|^[A-Z][\w' -]{0,40}:")
# A site speaks to its reader; a report about newsletters does not.
_ADDRESS = re.compile(r"\b(?:you|your|we|our|us|this (?:web)?site|contact)\b", re.IGNORECASE)
# Languages without spaces: a sentence is told by its stop and its length.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f].{10,}[。！？…）」]$")
# A label ends with a colon too; the opening of a list is longer.
_BEFORE_COLON = 7
_RESIDUE = re.compile(
    r"(?i)\b(?:last|updated?|published|posted|modified|created|issued|released|first|date|of|publication|on|at|by|time|"
    r"a\.?m\.?|p\.?m\.?|gmt|utc|est|edt|bst|cet|msk|ist|pst|hrs?|hours?|local|from|edited|source|print|tweet|\d+)\b|[^\w]"
)


def kind_of(line: str) -> Kind:
    """Return what a line is, by itself.

    >>> kind_of("Related articles"), kind_of("The envoy left the city on Monday.")
    ('end', 'prose')
    """
    text = " ".join(line.split())
    if dateline_alone(text) is not None:
        return "dateline"
    if len(text) <= _LONGEST_LINE:
        for kind in ("foot", "end", "line", "caption", "credit"):
            if whole_line(kind).fullmatch(text):
                return kind
        if byline(text) is not None:
            return "byline"
        if is_date_line(text):
            return "date"
    return _by_shape(text)


def is_date_line(text: str) -> bool:
    """Return whether a line says a date and little else.

    >>> is_date_line("Updated: 3 June 2018, 14:05 GMT"), is_date_line("On 3 June 2018 they met.")
    (True, False)
    """
    if len(text) > 160:
        return False
    dates = list(printed_dates(text, Span(0, len(text))))
    if not dates:
        return False
    rest = text
    for date in reversed(dates):
        rest = rest[: date.span.start] + " " + rest[date.span.end :]
    rest = re.sub(rf"\b(?:{agency_pattern()})\b", " ", rest)
    left = _RESIDUE.sub(" ", rest).split()
    sentence = text.rstrip().endswith(".") and sum(word[0].islower() for word in left) >= 2
    return len(left) <= 4 and not sentence


def _by_shape(text: str) -> Kind:
    found = word_list(text)
    if _ITEM.match(text) and len(found) >= 2:
        return "item"
    if looks_like_menu(text):
        return "line"
    least = 5
    if text.endswith(":"):
        introduces = any(word.lower() in words("introducing") for word in found)
        least = 2 if introduces and found[0][0].isupper() else _BEFORE_COLON
    if text.endswith("?") and len(found) <= _QUESTION and not _ASIDE.search(text):
        return "short"
    if ends_sentence(text) and (len(found) >= least or _is_speech(text, found)):
        return "line" if is_boilerplate(text) else "prose"
    if _UNSPACED.search(text):
        return "prose"
    lower = sum(word[0].islower() for word in found)
    if len(found) >= _LONG and lower >= 0.5 * len(found) and any(c in text for c in ",.;:"):
        return "line" if is_boilerplate(text) else "prose"
    return "prose" if unfinished(text) and len(found) >= 10 else "short"


def is_boilerplate(text: str) -> bool:
    """Return whether a paragraph is a site speaking of itself: cookies, accounts, conditions.

    >>> is_boilerplate("This website uses cookies to improve your experience.")
    True
    """
    if len(text) > _LONGEST_NOTICE:
        return False
    hits = sum(pattern.search(text) is not None for pattern in parts("boilerplate"))
    return hits >= 2 and _ADDRESS.search(text) is not None


def _is_speech(text: str, found: list[str]) -> bool:
    if len(found) < 2 or text.endswith(":"):
        return False
    return text[0] in "\"“'‘" or any(word.islower() for word in found[1:])


def function_share(found: list[str]) -> float:
    """Return the share of function words among words: prose has them, lists of names do not."""
    if not found:
        return 0.0
    return sum(word.lower() in words("function") for word in found) / len(found)


def looks_like_menu(text: str) -> bool:
    """Return whether a line is a row of links.

    >>> looks_like_menu("News | Politics | Sport"), looks_like_menu("Talks fail | Envoy leaves")
    (True, False)
    """
    parts = [part for part in re.split(r"\s*[|•·»›→/\t]\s*|\s{3,}", text) if part]
    return (
        len(parts) >= 3
        and all(len(part.split()) <= 5 for part in parts)
        and not ends_sentence(text)
    )
