"""Figures that follow a toll, whatever the parse: "put the toll at 12", "a toll of eight"."""

from __future__ import annotations

from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.language import Document, Token

# What stands right before the figure of a toll; the noun itself may, too ("the toll 12").
_LEADING = frozenset(
    {"at", "to", "of", "as", "from", "between", "is", "was", "be", "been", "being"}
)
# What stands right before the figure of victims who are named before it.
_PUT = frozenset({"at", "totalling", "totaling"})
# What stands between those named and their figure.
_JOINING = frozenset(
    {
        "at",
        "as",
        "is",
        "was",
        "are",
        "were",
        "number",
        "numbers",
        "numbered",
        "total",
        "totalled",
        "totaled",
        ":",
    }
)
# So far before its figure a toll may be named.
_FAR = 20
_BREAKS = frozenset({"while", "but", "after", "when", "who", "which", "where", ";", ":"})


def toll_told(document: Document, first: int, head: Token) -> str | None:
    """Return what the figure at token ``first`` is when the words before it tell of a toll.

    ``head`` is what it counts, people or nobody named.
    """
    sentence = document.sentence_of(first)
    if sentence.headline:
        return _of_headline(document, sentence.first, first)
    if not is_person(head):
        return None
    if _as_toll(document, head):
        return "killed"
    before = document.tokens[max(sentence.first, first - _FAR) : first]
    if not before or not (before[-1].lower in _LEADING or _counts(before[-1])):
        return None
    put = head.pos == "NUM" and (before[-1].lower in _PUT or _counts(before[-1]))
    for token in reversed(before):
        kind = _toll(document, token, first) or (_victims(document, token) if put else None)
        if kind is not None:
            return kind
        own = token.pos == "VERB" and not _counts(token) and token.dep != "acl"
        if own or token.lower in _BREAKS:
            return None
    return None


def right_before(document: Document, first: int) -> str | None:
    """Return what befell those named right before the figure at token ``first``.

    "Put the dead at five and the injured at 21", "the dead number 55", "the number of hurt as 40".
    """
    start = document.sentence_of(first).first if first else 0
    before = list(document.tokens[max(start, first - 4) : first])
    joined = bool(before) and before[-1].lower in _JOINING
    if joined:
        before.pop()
    if len(before) < 2 or not (before[-2].lower in ("the", "of") or before[-1].tag == "NNS"):
        return None
    told = counted()["tolls"].get(before[-1].lower)
    after = document.tokens[first + 1 : first + 2]
    alone = joined or not any(t.pos in ("NOUN", "PROPN", "ADJ", "NUM") for t in after)
    return str(told) if told in ("killed", "injured") and alone else None


def _as_toll(document: Document, head: Token) -> bool:
    """Return whether a figure is given "as the toll", "as the death toll of both cities"."""
    following = document.tokens[head.i + 1 : head.i + 5]
    lemmas = [token.lemma.lower() for token in following]
    if head.pos != "NUM" or lemmas[:1] != ["as"]:
        return False
    of_dead = any(
        counted()["tolls"].get(t.lower) == "killed"
        for t in document.tokens[head.i + 4 : head.i + 7]
    )
    return "toll" in lemmas or ("number" in lemmas and of_dead)


def _victims(document: Document, noun: Token) -> str | None:
    """Return what befell those whose number follows: "the dead number 22", "put losses at nine"."""
    tolls: dict[str, str] = counted()["tolls"]
    before = document.tokens[noun.i - 1] if noun.i else None
    told = noun.tag == "NNS" or (before is not None and before.dep in ("det", "poss", "amod"))
    return tolls.get(noun.lemma.lower()) if told and noun.pos in ("NOUN", "ADJ") else None


def _of_headline(document: Document, start: int, first: int) -> str | None:
    """Return what a number is that a headline without a verb gives: "Death toll at least 12"."""
    before = document.tokens[start:first]
    if any(t.pos in ("VERB", "AUX", "NUM") for t in before):
        return None
    return "killed" if any(t.lower == "toll" for t in before) else None


def _counts(token: Token) -> bool:
    return token.lemma.lower() in counted()["counting"] or token.lemma.lower() == "toll"


def _toll(document: Document, noun: Token, first: int) -> str | None:
    """Return what a noun tells the toll of: "toll", "death count", "number of people killed"."""
    tolls: dict[str, str] = counted()["tolls"]
    lemma = noun.lemma.lower()
    if lemma == "toll":
        return "killed"
    if lemma in ("count", "tally"):
        return tolls.get(document.tokens[noun.i - 1].lower) if noun.i else None
    if lemma in ("number", "total") and document.tokens[noun.i + 1].lower == "of":
        told = document.tokens[noun.i + 2 : first]
        kinds = (tolls.get(t.lemma.lower()) or by_word("states").get(t.lower) for t in told)
        return next((kind for kind in kinds if kind), None)
    return None
