"""What a number counts: killed, injured, detained, strikes, trucks ..., from its clause."""

from __future__ import annotations

from functools import lru_cache

from dragoman.extraction.numbers_done_to import is_thing, passive
from dragoman.extraction.numbers_lists import by_round, by_word, counted, is_person
from dragoman.extraction.numbers_syntax import by_syntax
from dragoman.extraction.numbers_tolls import right_before, toll_told
from dragoman.language import Document, Token

# No breakdown put in between people and what befell them is longer.
_BREAKDOWN = 14
_OF_ALL = (["of", "the"], ["of", "these"], ["of", "those"], ["of", "his"], ["of", "their"])
_ABOUT = ("over", "about", "around", "nearly", "almost", "some")


def what_of(document: Document, head: Token, first: int, last: int) -> str:
    """Return what the number counts whose noun is ``head``, from token ``first`` to ``last``.

    The words right beside the noun come first ("30 wounded"), then the clause's verb, then the
    noun itself ("100 sorties"); "unspecified" when none of them says it.
    """
    if _is_all(document, head, first):
        return _by_noun(document, head) or "unspecified"
    beside = _beside(document, head, last)
    if beside in counted()["conditions"] and head.i > last and head.pos == "NOUN":
        # "Killed 26 displaced people": what was done to them comes before what they were.
        done = by_syntax(document, head)
        beside = done if done in ("killed", "injured") else beside
    return (
        beside
        or (right_before(document, first) if head.pos == "NUM" else None)
        or ("killed" if head.lemma.lower() in counted()["the_dead"] else None)
        or _verb_before(document, head, first)
        or by_syntax(document, head)
        or toll_told(document, first, head)
        or _by_noun(document, head)
        or "unspecified"
    )


def _by_noun(document: Document, head: Token) -> str | None:
    nouns = by_word("nouns")
    before = document.tokens[head.i - 1].lower
    return (
        nouns.get(f"{before} {head.lemma.lower()}")
        or nouns.get(head.lemma.lower())
        or nouns.get(head.lower)
    )


def _is_all(document: Document, head: Token, first: int) -> bool:
    """Return whether a number is of all, of some of whom a thing is told: "two of the nine men".

    Not where the words right at the noun say what befell them all: "the nine wounded men".
    """
    before = document.tokens[max(0, first - 3) : first]
    words = [token.lower for token in before]
    if words[1:] not in _OF_ALL or before[0].pos != "NUM":
        return False
    beside = (head, *document.children(head), *document.tokens[head.i + 1 : head.i + 2])
    return not any(token.lower in by_word("states") for token in beside)


@lru_cache(maxsize=1)
def _beside_skipped() -> frozenset[str]:
    return frozenset(counted()["between"])


def _beside(document: Document, head: Token, last: int) -> str | None:
    """Return the state named before the noun or right after it: "12 wounded men", "40 dead"."""
    states = by_word("states")
    for child in document.children(head):
        if child.lower in states and child.i < head.i and child.i > last - 2:
            return states[child.lower]
    if head.lower in states and head.i > last - 2:
        return states[head.lower]
    stop = document.sentence_of(head).last
    k = _past_parts(document, max(head.i, last) + 1, stop)
    while k < stop and document.tokens[k].lower in _beside_skipped():
        k += 1
    if k >= stop:
        return None
    token = document.tokens[k]
    if token.lower not in states:
        return None
    if _acts(document, token) and not (_left(document, last) or _given(head, token, last)):
        return None
    if states[token.lower] in counted()["only_people"] and not is_person(head):
        return None
    if states[token.lower] == "killed" and is_thing(head):
        return None  # "twelve raids executed"
    return states[token.lower]


def _past_parts(document: Document, k: int, stop: int) -> int:
    """Return the token after a breakdown put in at ``k``: "35 people including 22 children dead".

    Some collections have lost the commas round it, and the parse what it belongs to.
    """
    tokens, parts = document.tokens, counted()["breakdowns"]
    first = k + 1 if k < stop and tokens[k].text in (",", "-", "–", "(") else k
    words = [token.lower for token in tokens[first : min(stop, first + 3)]]
    if not words or not (words[0] in parts["alone"] or words[1:3] == ["of", "them"]):
        return k
    for j in range(first + 1, min(stop, first + _BREAKDOWN)):
        token = tokens[j]
        if token.lower in by_word("states") or token.lower in ("were", "was", "are", "have"):
            return j
        clause = token.pos in ("VERB", "AUX", "SCONJ") or token.lower in ("who", "that", "which")
        if clause or (token.pos == "ADP" and token.lower not in parts["inside"]):
            return k
    return k


def _verb_before(document: Document, head: Token, first: int) -> str | None:
    """Return what the word right before the number says: "Bombs Kill 22", whatever the parse."""
    if not first or document.sentence_of(first).first == first:
        return None
    before = document.tokens[first - 1]
    for word in (before.lemma.lower(), *_stems(before.lower)):
        found = passive(word, head)
        if found and found != "aided":  # "hospitals treated 40 people": who treats them tells
            return found
    return None


def _stems(word: str) -> tuple[str, ...]:
    """Return what a form of a verb may come from, where the tagger took it for a noun."""
    for ending in ("ing", "ed", "s"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem, stem + "e"
    return ()


def _left(document: Document, last: int) -> bool:
    """Return whether a number stands right after "left", as in "left seven people injured"."""
    before = document.tokens[max(0, last - 3) : last]
    return any(token.lower in ("left", "leaving") for token in before)


def _given(head: Token, token: Token, last: int) -> bool:
    """Return whether a bare figure right before a state is told by others: "of 30 killed men"."""
    return head.i == last == token.i - 1 and head.dep in ("pobj", "dobj")


def _acts(document: Document, token: Token) -> bool:
    """Return whether a participle is a verb in the active: "two gunmen wounded three men"."""
    following = document.tokens[token.i + 1 : token.i + 6]
    listed = following[1:] if following and following[0].lower in _ABOUT else following
    if token.pos == "VERB" and any(t.pos == "NUM" or t.lower in by_round() for t in listed[:1]):
        # "Three killed 12 others injured", "20 killed scores hurt": a list without its comma.
        return not any(after.lower in by_word("states") for after in following)
    if any(child.dep in ("dobj", "obj") for child in document.children(token)):
        return True
    if not following or token.pos != "VERB":
        return False
    return following[0].dep == "det" and following[0].head != token.i
