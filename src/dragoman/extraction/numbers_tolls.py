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
# What a figure may be given for where its fate is named before it.
_FATES = ("killed", "injured", "missing", "captured", "detained", "displaced", "abducted")
# What stands before "dead" in "enemy dead 19", "own dead 6".
_NAMING = ("NOUN", "PROPN", "ADJ", "PRON")
# So far before its figure stands the verb of "put army dead at Chenta at 90".
_PUT_FAR = 9
# So far before its figure a toll may be named.
_FAR = 30
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

    "Put the dead at five and the injured at 21", "the dead number 55", "the number of hurt as 40",
    "enemy dead 19", "police hurt: 12", "martyrs of the salt works: seven".
    """
    start = document.sentence_of(first).first if first else 0
    put = _put(document, start, first)
    if put is not None:
        return put
    before = list(document.tokens[max(start, first - 4) : first])
    joined = bool(before) and before[-1].lower in _JOINING
    colon = joined and before.pop().text == ":"
    if not before:
        return None
    after = document.tokens[first + 1 : first + 2]
    states = by_word("states")
    if not joined and any(
        t.pos in ("NOUN", "PROPN", "ADJ", "NUM") or t.lower in states for t in after
    ):
        return None
    told = _befallen(before[-1])
    if told is None and colon:
        return _headed(document, start, before[-1].i)
    if len(before) < 2:
        return told if colon else None
    named = before[-2].lower in ("the", "of") or before[-1].tag == "NNS"
    named = named or (before[-2].pos in _NAMING and before[-2].lower not in states)
    return told if named else None


def _befallen(token: Token) -> str | None:
    """Return what befell those whom a word names: "dead", "hurt", "captured"."""
    word = token.lower
    told = counted()["tolls"].get(word) or by_word("states").get(word)
    return str(told) if told in _FATES else None


def _put(document: Document, start: int, first: int) -> str | None:
    """Return what befell those put at a figure: "put army dead at 90", "gave losses as four"."""
    before = document.tokens[max(start, first - _PUT_FAR) : first]
    if not before or before[-1].lower not in ("at", "as"):
        return None
    found: str | None = None
    for token in reversed(before[:-1]):
        if token.lemma.lower() in counted()["putting"]:
            return found
        kind = _befallen(token) or counted()["tolls"].get(token.lemma.lower())
        if kind is None and (token.pos in ("VERB", "AUX", "NUM", "PUNCT")):
            return None
        found = kind if kind in _FATES else found
    return None


def _headed(document: Document, start: int, last: int) -> str | None:
    """Return what befell those named before a colon: "The dead of the tent: 32"."""
    before = document.tokens[max(start, last - _PUT_FAR) : last + 1]
    if last + 1 - start > _PUT_FAR or any(
        t.pos in ("AUX", "NUM", "PUNCT") or (t.pos == "VERB" and _befallen(t) is None)
        for t in before
    ):
        return None
    named = [t for t in before if t.lower not in ("the", "our", "their", "his", "its")][:2]
    tolls = counted()["tolls"]
    kinds = (_befallen(t) or tolls.get(t.lemma.lower()) for t in named)
    return next((str(kind) for kind in kinds if kind in _FATES), None)


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
