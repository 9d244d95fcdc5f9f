"""Keeps out what only looks like a time: counts, ages, numbers of resolutions and streets."""

from __future__ import annotations

import re

from dragoman.extraction.times_grammar import Found
from dragoman.extraction.times_words import lists
from dragoman.language import Document
from dragoman.model import Span

# Words before four digits that make them something else than a year.
_NOT_A_YEAR = re.compile(
    r"(?:\b(?:resolution|no\.?|number|nos\.?|article|flight|route|highway|room|boeing|airbus|"
    r"than|least|some|about|around|nearly|almost|approximately|roughly|over|another|killed|"
    r"wounded|injured|points?|index|to|at)|[$£€#])\s*$"
)
_MONEY_OR_UNIT = re.compile(
    r"\s*(?:-?(?:people|persons|civilians|soldiers|troops|fighters|militants|rebels|men|women|"
    r"children|families|houses|homes|refugees|prisoners|detainees|km|kilomet|miles|met(?:er|re)s|"
    r"feet|acres|dollars|euros|pounds|tons?|tonnes|others|more|shares|points|jobs|employees|"
    r"workers|members|police|strikes|attacks|cars|vehicles|tanks|rockets|shells|bombs|cases)\b|-?odd)"
)
_MODEL = re.compile(r"-[a-z]\b")  # "a Mirage 2000-D"
_LAST_WORD = re.compile(r"(\w+-?|[-,])\s*$")
_SHARE = re.compile(r"\s+(?:of|century|final)\b")
# Figures far from today are years only after such a word.
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|of|from|until|by|before|after|circa|the|and|to|year)|[(-])\s*$"
)
# "Minutes apart" says no more than "near".
_APART = re.compile(r"\s+(?:apart|away)\b")
_BARE_DAY = re.compile(r"the\s+day", re.IGNORECASE)
_DAY_OF = re.compile(r"\s*(?:after|before|of|that|when|on which|in which|,)\b")
_MORE = re.compile(r"\s+(?:after|before|ago|earlier|later|from|since|on|into|and)\b")
# "In the fall", but not "the fall of the town" or "in the spring of his life".
_SEASON_CUE = re.compile(r"\b(?:in|during|over|since|by|until|throughout|before)\s+$")
_SEASON_OF = re.compile(r"\s+(?:of|in)\b")
# "The March 23 Movement", "June 5 Street": names that a day is a part of.
_CALLED_BY = re.compile(
    r"\s+(?:Movement|Brigades?|Army|Party|Front|Organi[sz]ation|Square|Street|Avenue|Bridge|"
    r"University|Stadium|Hospital|Alliance|Coalition|Club)\b"
)
# "A man in his forties", "in their late twenties": an age.
_IN_HIS = re.compile(r"\b(?:his|her|their|my|our|your)\s+(?:early |late |mid[ -])?[a-z]+$")
# "Easter Island", "the Easter Rising": no day.
_NAME_GOES_ON = re.compile(r" (?:Island|Rising|Offensive|Accords?|Agreement|Party|Revolution)\b")
# A runner's time.
_RUN = re.compile(r"\d:\d\d:\d\d$")
# "Bloody Sunday", "Black Monday": one day of long ago.
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Holy|Maundy|Shrove|Whit|Super|Cyber)\s+$")
_AGE = re.compile(r"\s*-?\s*olds?\b")
_BEFORE_AGE = re.compile(r"\baged?\s*$")


def is_time(found: Found, view: str, document: Document, offset: int) -> bool:
    """Return whether the words around a match let it be a time expression."""
    before, after = view[max(0, found.start - 20) : found.start].lower(), view[found.end :][:24]
    do = found.rule.do
    if do == "year":
        return _is_year(found, before, after.lower()) and not _is_count(found, document, offset)
    if do == "duration" and "u" in found.parts and found.end - found.start > len(found.parts["u"]):
        word = view[found.end - len(found.parts["u"])]
        small = view[found.end - 1].islower()
        if small and word.isupper() and not view[found.start].isupper():
            return False
    if do == "duration" and (_AGE.match(after.lower()) or _BEFORE_AGE.search(before)):
        return False
    if found.rule.name == "duration_plural" and _APART.match(after):
        return False
    if found.rule.name == "relative_unit" and _BARE_DAY.fullmatch(view[found.start : found.end]):
        return bool(_DAY_OF.match(after.lower()))
    if do == "holiday" and _NAME_GOES_ON.match(after):
        return False
    if found.parts.get("u", "").startswith("quarter") and _SHARE.match(after.lower()):
        return False
    if do == "month" and not {"rel", "mod"} & set(found.parts):
        return _is_month(found.parts["m"], view, found)
    if do in ("month_day", "month") and _CALLED_BY.match(after):
        return False
    if do == "clock" and _RUN.match(view[found.start : found.end]) and found.rule.name == "clock":
        return False
    if do == "season" and found.parts.get("rel") == "the" and not {"y", "rel2"} & set(found.parts):
        clear = found.parts["season"] != "fall" or _SEASON_CUE.search(before)
        return bool(clear) and not _SEASON_OF.match(after)
    if found.rule.name == "decade_word" and _IN_HIS.search(view[: found.end][-34:].lower()):
        return False
    if after.startswith("-on-"):
        return False
    if do == "weekday" and _NAMED_DAY.search(view[max(0, found.start - 20) : found.start]):
        return False
    if do == "weekday" and len(found.parts["w"]) <= 5 and not {"rel", "mod"} & set(found.parts):
        return view[found.end - 1] == "." and not before.endswith("the ")
    if do == "part_of_day" and found.parts.get("rel", "").startswith("the"):
        return view[found.end - len(found.parts["part"])].islower()
    if do == "frequency":
        return not _is_title(found, document, offset)
    # "Now, the rebels ..." only goes on with the story.
    goes_on = view[found.start].isupper() and view[found.end : found.end + 1] == ","
    return not (do == "reference" and goes_on)


def is_rate(found: Found, view: str, document: Document, offset: int) -> bool:
    """Return whether "a week" says how often or how fast: "four flights a week", "5% a year"."""
    if found.rule.do != "duration" or found.parts.get("n") not in ("a", "an"):
        return False
    bare = view[found.start : found.end].lower() == f"{found.parts['n']} {found.parts['u']}"
    if not bare or _MORE.match(view[found.end :].lower()):
        return False
    tokens = document.tokens_in(Span(found.start + offset, found.end + offset))
    before = document.tokens[tokens[0].i - 1] if tokens and tokens[0].i else None
    return before is not None and (before.tag in ("NN", "NNS", "CD") or before.text == "%")


def _is_month(word: str, view: str, found: Found) -> bool:
    """Return whether a bare month is one: "Jan" is a name, May and March may be verbs."""
    short = word not in lists()["months"]
    if short and view[found.end - 1] != "." and word != "sept":
        return False
    if word not in ("may", "march"):
        return True
    before = _LAST_WORD.search(view[max(0, found.start - 15) : found.start].lower())
    return before is not None and before[1] in lists()["before_month"]


def _is_title(found: Found, document: Document, offset: int) -> bool:
    """Return whether "daily" is a newspaper or part of a name."""
    tokens = document.tokens_in(Span(found.start + offset, found.end + offset))
    if not tokens or tokens[0].pos in ("NOUN", "PROPN") or tokens[0].text[0].isupper():
        return True
    return tokens[0].dep == "amod" and document.head(tokens[0]).i == tokens[0].i + 1


def _is_count(found: Found, document: Document, offset: int) -> bool:
    """Return whether four digits count what follows: "in exchange 2000 Sunni residents left"."""
    tokens = document.tokens_in(Span(found.start + offset, found.end + offset))
    if len(tokens) != 1 or tokens[0].ent != "CARDINAL" or tokens[0].dep != "nummod":
        return False
    counted = document.head(tokens[0])
    return counted.i > tokens[0].i and counted.tag == "NNS"


def _is_year(found: Found, before: str, after: str) -> bool:
    if _MONEY_OR_UNIT.match(after) or _MODEL.match(after):
        return False
    if not "1900" <= found.parts["y"] <= "2035" and not _YEAR_CUE.search(before):
        return False
    if "mod" in found.parts or found.end - found.start > 4:
        return True
    match = _NOT_A_YEAR.search(before)
    if match is None:
        return True
    # "since about 2005", "up to 2005" are years; bare figures after "than" mostly are not.
    return bool(re.search(r"(?:since|until|from|in|before|after|up to|\d{4} to)\s+\w*\s*$", before))
