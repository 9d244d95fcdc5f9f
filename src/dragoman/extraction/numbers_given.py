"""How a figure without a noun is given: "B spoke of 12", "put it at 40", "police: nine"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.extraction.numbers_bare import Number, is_number_word
from dragoman.extraction.numbers_lists import OF_THEM, counted, is_person
from dragoman.language import Document, Token

_FIGURES = frozenset({"number", "figure", "count", "total", "tally"})
# Who takes patients in is said to have "admitted 12", too.
_TAKING_IN = frozenset({"hospital", "clinic", "ward", "centre", "center", "station"})
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "obj")
# What may stand between who tells a figure and the figure.
_ASIDE = frozenset({"that", "also", "only", "just", "still", "again", "first", "later", "then"})
_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "``", "''"})
# What a figure stands for in "put it at 40", "raised that to 52".
_FOR_IT = frozenset({"it", "that", "this", "them", "its", "their"})


def is_bare(document: Document, number: Number, head: int) -> bool:
    """Return whether a figure has no noun, nor a word that the parse may have taken it from.

    ``head`` is the token of what it was found to count.
    """
    following = document.tokens[number.last : number.last + 2]
    dated = any(t.ent == "DATE" for t in following[1:]) and following[0].pos == "ADP"
    if dated:
        return False  # "21 on Saturday" is the toll of another day
    following = following[:1]
    nouns = any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") or t.tag == "VBN" for t in following)
    return head == number.tail and not nouns


def is_put_at(document: Document, number: Number) -> bool:
    """Return whether a figure is what a number is put at: "revised the figure to 60"."""
    verb = _counting(document, number)
    if verb is None:
        return False
    inside = document.children(verb)
    nouns = [t for t in inside if t.dep in (*_OBJECTS, *_SUBJECTS) and t.i < number.first]
    return any(_is_figure(document, noun) for noun in nouns)


def is_told(document: Document, number: Number) -> bool:
    """Return whether somebody tells a figure and nothing else, or a figure is said to be it."""
    return (
        _is_number(document, number)
        or _apposed(document, number)
        or _told(document, number)
        or _told_right_before(document, number)
        or _put_for_it(document, number)
        or _after_colon(document, number)
    )


def _counting(document: Document, number: Number) -> Token | None:
    """Return the verb of a toll whose preposition a figure follows ("put ... at 60")."""
    before = document.tokens[number.first - 1] if number.first else None
    if before is None or before.lower not in ("at", "to", "as"):
        return None
    verb = document.head(before)
    verbs = [*counted()["counting"], *(counted()["putting"] if before.lower == "as" else ())]
    return verb if verb.lemma.lower() in verbs else None


def _is_figure(document: Document, noun: Token) -> bool:
    of = (c for c in document.children(noun) if c.lower == "of")
    things = [t for c in of for t in document.children(c) if t.pos != "PROPN"]
    return noun.lemma.lower() in _FIGURES and not things


def _is_record(noun: Token) -> bool:
    """Return whether a noun is a list of those counted, or a body that counts by name."""
    return noun.lemma.lower() in counted()["records"]


def _apposed(document: Document, number: Number) -> bool:
    """Return whether a figure stands beside its noun: "a higher figure, 80, came", "a toll: 80"."""
    token = document.tokens[number.tail]
    noun = document.head(token)
    if token.dep == "appos" and noun.i < number.first and _is_figure(document, noun):
        return True
    before = document.tokens[max(0, number.first - 2) : number.first]
    return len(before) == 2 and before[1].text == ":" and _is_figure(document, before[0])


def _is_number(document: Document, number: Number) -> bool:
    """Return whether a figure is said to be the number: "their number is 106"."""
    token = document.tokens[number.tail]
    verb = document.head(token)
    if verb.lemma != "be" or token.dep not in ("attr", "nsubj", "acomp"):
        return False
    sides = (c for c in document.children(verb) if c.dep in ("nsubj", "attr") and c.i != token.i)
    return any(_is_figure(document, side) for side in sides)


def _told(document: Document, number: Number) -> bool:
    """Return whether somebody tells, counts or owns up to a figure and nothing else."""
    token = document.tokens[number.tail]
    verb = document.head(token)
    words = [t.lemma.lower() for t in document.tokens[max(0, number.first - 3) : number.first]]
    if words == ["own", "up", "to"]:
        return True
    if token.dep == "pobj":
        above = document.head(verb)
        figure = verb.lower == "of" and above.lemma.lower() in _FIGURES  # "a figure of 64"
        return figure or f"{above.lemma.lower()} {verb.lower}" in counted()["telling"]
    if token.dep not in _OBJECTS or verb.lemma.lower() not in counted()["telling"]:
        return False
    return not _of_others(document, number, verb)


def _of_others(document: Document, number: Number, verb: Token) -> bool:
    """Return whether a figure is of things named right before it, or of patients."""
    before = document.tokens[document.sentence_of(number.core).first : number.first]
    if any(one.lower == "of" and two.lower in OF_THEM for one, two in pairwise(before)):
        return True  # "rockets, of which it counted six", whatever the parse
    subjects = (c for c in document.children(verb) if c.dep == "nsubj")
    return verb.lemma == "admit" and any(c.lemma.lower() in _TAKING_IN for c in subjects)


def _ends(document: Document, number: Number) -> bool:
    """Return whether nothing is said of a figure: no verb follows it, nor a noun."""
    sentence = document.sentence_of(number.core)
    following = document.tokens[number.last : sentence.last][:1]
    return all(t.pos in ("PUNCT", "CCONJ", "ADV", "ADP", "SCONJ") for t in following)


def _told_right_before(document: Document, number: Number) -> bool:
    """Return whether a verb of telling stands right before a figure, whatever the parse.

    "The captain said eleven", "the Observatory has 33 as well", "the list named forty".
    """
    if not _ends(document, number):
        return False
    k, first = number.first - 1, document.sentence_of(number.core).first
    while k > first and (
        document.tokens[k].lower in _ASIDE or document.tokens[k].text in (*_QUOTES, ":")
    ):
        k -= 1
    if k <= first:
        return False
    verb = document.tokens[k]
    lemma = verb.lemma.lower()
    if lemma in ("have", "find", "show", "carry"):
        subjects = [c for c in document.children(verb) if c.dep == "nsubj"]
        return any(_is_record(c) or c.pos == "PROPN" for c in subjects)
    if lemma not in counted()["saying"]:
        return False
    asked = any(t.lower in ("asked", "aged") for t in document.tokens[first:k])
    return verb.pos == "VERB" and not asked and not _of_others(document, number, verb)


def _put_for_it(document: Document, number: Number) -> bool:
    """Return whether "it", a list or a figure is put at a number: "the list stands at 25"."""
    verb = _counting(document, number)
    if verb is None or not _ends(document, number):
        return False
    inside = document.children(verb)
    objects = [t for t in inside if t.dep in _OBJECTS and t.i < number.first]
    told = objects or [t for t in inside if t.dep in _SUBJECTS]
    return any(
        _is_record(t) or (objects and t.lower in _FOR_IT) or _is_figure(document, t) for t in told
    )


def _after_colon(document: Document, number: Number) -> bool:
    """Return whether a figure is all that is said after who says it: "Police: nine."."""
    k, first = number.first - 1, document.sentence_of(number.core).first
    while k > first and document.tokens[k].text in _QUOTES:
        k -= 1
    if k <= first or document.tokens[k].text != ":" or not _ends(document, number):
        return False
    before = document.tokens[first:k]
    if any(t.pos in ("VERB", "AUX") or is_number_word(t) for t in before):
        return False
    told = before[-1]
    return told.pos == "PROPN" or is_person(told) or told.lemma.lower() in counted()["bodies"]
