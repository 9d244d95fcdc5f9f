"""Runs of tokens that look like a name, before it is judged whose name it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from dragoman.extraction.actors_found import word_list
from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_phrases import is_title, modifiers, portfolios, styles
from dragoman.extraction.claims_sources import is_known_speaker, is_role
from dragoman.language import Document, Token


class Run(msgspec.Struct, frozen=True):
    """A run of tokens that looks like a name, and what its neighbours say it is.

    ``weight`` is how sure the label is: 1 for the language model's word, more for a title.
    """

    first: int
    last: int
    label: str
    weight: int


# Words between a title and what it is of: "Minister of State for Law and Home Affairs".
_IN_POSTS = frozenset({"of", "for", "and", "the", ","})
# Months that are first names too: "Jan Egeland", "April Jones".
_NAMES_OF_MONTHS = frozenset({"jan", "april", "june", "august", "may"})


@lru_cache(maxsize=8)
def words_of(name: str) -> frozenset[str]:
    """Return one list of ``data/actors/names.yaml``."""
    return frozenset(word_list("names")[name])


def is_first_name(token: Token) -> bool:
    """Return whether a word is a first name that many people bear."""
    return fold(token.text) in words_of("female") | words_of("male")


def find_runs(document: Document, taken: set[int]) -> Iterator[Run]:
    """Yield runs that the language model calls names, and runs of capitals after a title."""
    tokens = document.tokens
    i = 0
    while i < len(tokens):
        if i in taken or not (_may_start(document, i) or _begins_cause(document, i)):
            i += 1
            continue
        last = i + 1
        while last < len(tokens) and last not in taken and _goes_on(document, i, last):
            last += 1
        cause = _begins_cause(document, i) and last > i + 2
        run = Run(i, last, "ORG", 3) if cause else trimmed(document, Run(i, last, tokens[i].ent, 1))
        if run is not None:
            yield run
        i = last


def _may_start(document: Document, i: int) -> bool:
    token = document.tokens[i]
    if token.ent in ("PERSON", "ORG"):
        return True
    dated = _is_calendar(token) and not _is_month_name(document, i)
    return token.pos == "PROPN" and token.text[0].isupper() and not dated


def _begins_cause(document: Document, i: int) -> bool:
    """Return whether a body's name begins as in "Doctors for Karvelia", "Lawyers without Pay"."""
    tokens = document.tokens
    if i + 2 >= len(tokens) or tokens[i].tag not in ("NNS", "NNPS") or not tokens[i].text.istitle():
        return False
    after = tokens[i + 2]
    return (
        tokens[i + 1].lower in words_of("causes")
        and after.pos in ("PROPN", "NOUN")
        and (after.text[0].isupper())
    )


def _is_calendar(token: Token) -> bool:
    return token.lower in words_of("never") or token.ent in ("DATE", "TIME", "MONEY", "PERCENT")


def _is_month_name(document: Document, i: int) -> bool:
    """Return whether a month is somebody's first name: "Jan Egeland", "April Jones"."""
    token, after = document.tokens[i], document.tokens[i + 1 : i + 2]
    if token.lower not in _NAMES_OF_MONTHS or token.ent == "DATE" or not after:
        return False
    same = after[0].ent == token.ent and not after[0].ent_start  # "Jan Kolar" read as a town
    surname = after[0].pos == "PROPN" and (same or after[0].ent in ("", "PERSON", "ORG"))
    return surname and after[0].text.istitle() and not is_title(after[0])


def _goes_on(document: Document, first: int, i: int) -> bool:
    token, before = document.tokens[i], document.tokens[i - 1]
    if token.text in ("(", ")", "[", "]", "/") or _ends_a_post(document, first, i):
        return False
    if token.start - before.end > 1 or "\n" in document.text[before.end : token.start]:
        return False
    same = token.ent in (document.tokens[first].ent, before.ent)
    if token.ent and same and not token.ent_start:
        return True
    if (_is_calendar(token) and not _is_month_name(document, i)) or token.tag == "POS":
        return False
    if token.pos == "PROPN" and token.text[0].isupper():
        parted = token.ent_start and token.ent != before.ent and before.ent
        return not parted or _is_surname(before, token)
    ahead = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
    if _is_second_half(document, first, i):
        return True
    particle = token.lower in words_of("particles")
    if particle and ahead is not None and ahead.text == "-" and i + 2 < len(document.tokens):
        ahead = document.tokens[i + 2]  # "Omar al-Bashir"
    joins = token.text == "-" or particle
    if token.lower in words_of("causes") and i == first + 1 and _begins_cause(document, first):
        return True
    if token.lower == "the" and before.lower not in words_of("links"):
        return False  # "in Eastern Garn the Observatory said"
    if token.lower in words_of("links"):
        joins = any(t.lower in words_of("organisation_nouns") for t in document.tokens[first:i])
    return joins and ahead is not None and ahead.text[0].isupper() and ahead.pos == "PROPN"


def _is_surname(before: Token, token: Token) -> bool:
    """Return whether a word ends a person's name though the model calls it a place's."""
    joined = before.ent == "PERSON" and before.dep == "compound" and before.head == token.i
    return joined and token.ent in ("GPE", "NORP", "LOC", "FAC") and token.text.istitle()


def _ends_a_post(document: Document, first: int, i: int) -> bool:
    """Return whether a comma parts a town from a name: "the mayor of Tarsk, Milan Petrek"."""
    tokens = document.tokens
    if tokens[i].text != "," or first < 2 or tokens[first - 1].lower not in ("of", "in", "for"):
        return False
    return is_title(tokens[first - 2])


def _is_second_half(document: Document, first: int, i: int) -> bool:
    """Return whether "-" or "soon" goes on the name "Song Min-soon", and is no "Noor-led"."""
    mark = i if document.tokens[i].text == "-" else i - 1
    if mark - first < 2 or mark + 2 >= len(document.tokens) or document.tokens[mark].text != "-":
        return False
    before, half, after = document.tokens[mark - 1], document.tokens[mark + 1], mark + 2
    tight = before.end == document.tokens[mark].start and document.tokens[mark].end == half.start
    plain = half.text.islower() and half.tag not in ("VBN", "VBD", "VBG")
    follows = document.tokens[after].pos not in ("NOUN", "ADJ", "PROPN")
    return tight and plain and follows and before.ent == "PERSON" and before.text.istitle()


def trimmed(document: Document, run: Run) -> Run | None:
    """Return a run without titles, articles and marks at its ends; None when nothing is left."""
    tokens = document.tokens
    first, last = run.first, run.last
    if _is_in_post(document, first):
        while first + 1 < last and tokens[first].lower in portfolios():
            first += 1  # "Chief of Staff Ada Noor"
    for i in range(first, last - 1):
        if i < first:
            continue
        body = any(t.lower in words_of("organisation_nouns") for t in tokens[i + 1 : last])
        # "Voter Ada Noor told KNA"
        voter = i == first == document.sentence_of(i).first and i + 2 < last
        voter = voter and (is_role(tokens[i]) or is_known_speaker(tokens[i]))
        if body or not (voter or is_title(tokens[i]) or tokens[i].lower in styles()):
            continue
        posts = modifiers() | portfolios()
        in_name = any(t.lower not in posts for t in tokens[first:i])
        if in_name and tokens[i].lower in words_of("honours"):
            continue  # "Sharif Hassan Sheikh Adan"
        if _is_title_surname(tokens[max(i - 1, first)], tokens[i]):
            continue  # "Milan Luther King Jr."
        if tokens[i + 1].lower == "of":
            first = i + 2
            while first < last and tokens[first].lower in portfolios():
                first += 1
            continue
        # "Karvelian Foreign Minister Ada Noor": the name begins after the title.
        article = tokens[i + 1].lower in words_of("particles")
        hyphened = article and i + 3 < last and tokens[i + 2].text == "-"
        first = i + 3 if hyphened else first if article else i + 1
    if last - first > 2 and _is_agency_before_name(tokens[first], tokens[first + 1]):
        first += 1
    while first < last and (
        tokens[first].pos in ("DET", "ADP", "PUNCT", "CCONJ") or tokens[first].tag == "POS"
        or tokens[first].lower in styles()
    ):  # fmt: skip
        first += 1
    while last > first and (
        tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1].isalnum()
        or tokens[last - 1].pos in ("ADP", "DET") or tokens[last - 1].lower in words_of("never")
    ):  # fmt: skip
        last -= 1
    if first >= last or not tokens[first].text[0].isupper():
        return None
    if tokens[first].lower in words_of("where"):
        return None
    if all(_is_calendar(t) or is_title(t) or t.pos != "PROPN" for t in tokens[first:last]):
        return None
    surname = last - first > 1 and _is_title_surname(tokens[last - 2], tokens[last - 1])
    body = tokens[last - 1].lower in words_of("organisation_nouns")
    if is_title(tokens[last - 1]) and not body and not surname:
        return None
    if last - first > 1 and _follows_portfolio(document, first):
        return Run(first, last, "PERSON", 3)
    label = tokens[first].ent or run.label
    return Run(with_article(document, first), last, label, run.weight)


def _is_title_surname(before: Token, token: Token) -> bool:
    """Return whether a title is somebody's surname: "Ada Major", "Ada King"."""
    able = token.lower in words_of("title_surnames") and token.text.istitle()
    return able and before.i < token.i and is_first_name(before) and token.pos == "PROPN"


def _is_in_post(document: Document, first: int) -> bool:
    """Return whether a run begins inside a post: "Minister of State for", "Minister of Home".

    Also that of whose affairs somebody minds: "Minister of Prisoners' Affairs".
    """
    tokens = document.tokens
    i = first - 1
    while i > 0 and (
        tokens[i].lower in _IN_POSTS | portfolios()
        or tokens[i].tag == "POS"
        or (tokens[i + 1].tag == "POS" and tokens[i].tag in ("NNS", "NNPS"))
    ):
        i -= 1
    linked = any(t.lower in ("of", "for") for t in tokens[i + 1 : first])
    return linked and i >= 0 and is_title(tokens[i])


def _follows_portfolio(document: Document, first: int) -> bool:
    """Return whether a name stands behind a post's field: "Minister of Health Ada Noor"."""
    before = document.tokens[first - 1]
    field = first > 0 and before.lower in portfolios() - _IN_POSTS and before.text.istitle()
    return field and _is_in_post(document, first)


def with_article(document: Document, first: int) -> int:
    """Return where a name that begins at ``first`` begins with its article: "al-Mansur"."""
    tokens = document.tokens
    if first < 2 or tokens[first - 1].text != "-":
        return first
    tight = tokens[first - 2].end == tokens[first].start - 1
    return first - 2 if tight and tokens[first - 2].lower in words_of("particles") else first


def _is_agency_before_name(token: Token, after: Token) -> bool:
    """Return whether an abbreviation stands before somebody's first name ("told BBC John X")."""
    short = token.text.isupper() and token.text.isalpha() and 1 < len(token.text) < 6
    return short and is_first_name(after)


def name_of(tokens: Iterable[Token]) -> str:
    """Return the text of a run of tokens as a name, on one line."""
    text = ""
    end = None
    for token in tokens:
        text += ("" if end in (None, token.start) else " ") + token.text
        end = token.end
    return text
