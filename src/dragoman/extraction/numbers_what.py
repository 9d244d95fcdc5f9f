"""What a number counts: killed, injured, detained, strikes, trucks ..., from its clause."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.extraction.numbers_words import lists
from dragoman.language import Document, Token

_SUBJECTS = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
_REPORTED = frozenset(
    [
        "believe",
        "fear",
        "report",
        "say",
        "know",
        "confirm",
        "think",
        "presume",
        "feel",
        "estimate",
        "force",
    ]
)
_MOVES = 12


@lru_cache(maxsize=1)
def counted() -> dict[str, Any]:
    """Return the lists of data/numbers_counted.yaml."""
    path = files("dragoman.extraction").joinpath("data/numbers_counted.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=16)
def by_word(table: str) -> dict[str, str]:
    """Return a table of the lists turned round: word to kind."""
    return {str(word): kind for kind, words in counted()[table].items() for word in words}


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    return frozenset(counted()["people"])


@lru_cache(maxsize=1)
def by_round() -> frozenset[str]:
    """Return the words that stand for a number before "of": "dozens", "scores", "half"."""
    return frozenset(("dozen", "hundred", "couple", *lists()["rounds"], *lists()["fractions"]))


@lru_cache(maxsize=1)
def _beside_skipped() -> frozenset[str]:
    return frozenset(counted()["between"])


def is_person(token: Token) -> bool:
    """Return whether a noun names people, or is a number or "others" that stands for them."""
    return (
        token.lemma.lower() in _people()
        or token.lower in _people()
        or token.ent == "NORP"
        or token.pos in ("NUM", "PRON")
    )


def what_of(document: Document, head: Token, first: int, last: int) -> str:
    """Return what the number counts whose noun is ``head``, from token ``first`` to ``last``.

    The words right beside the noun come first ("30 wounded"), then the clause's verb, then the
    noun itself ("100 sorties"); "unspecified" when none of them says it.
    """
    return (
        _beside(document, head, last)
        or _verb_before(document, head, first)
        or _by_syntax(document, head)
        or by_word("nouns").get(head.lemma.lower())
        or by_word("nouns").get(head.lower)
        or "unspecified"
    )


def _beside(document: Document, head: Token, last: int) -> str | None:
    """Return the state named before the noun or right after it: "12 wounded men", "40 dead"."""
    states = by_word("states")
    for child in document.children(head):
        if child.lower in states and child.i < head.i and child.i > last - 2:
            return states[child.lower]
    if head.lower in states and head.i > last - 2:
        return states[head.lower]
    k = max(head.i, last) + 1
    stop = document.sentence_of(head).last
    while k < stop and document.tokens[k].lower in _beside_skipped():
        k += 1
    if k >= stop:
        return None
    token = document.tokens[k]
    if token.lower not in states or _acts(document, token):
        return None
    return states[token.lower]


def _verb_before(document: Document, head: Token, first: int) -> str | None:
    """Return what the word right before the number says: "Bombs Kill 22", whatever the parse."""
    if not first or document.sentence_of(first).first == first:
        return None
    before = document.tokens[first - 1]
    return _passive(before.lemma.lower(), head)


def _acts(document: Document, token: Token) -> bool:
    """Return whether a participle is a verb in the active: "two gunmen wounded three men"."""
    children = document.children(token)
    if any(child.dep in ("dobj", "obj") for child in children):
        return True
    if token.lower == "held" and any(child.dep == "dobj" for child in children):
        return True
    following = token.i + 1
    if following < len(document.tokens) and token.pos == "VERB":
        after = document.tokens[following]
        return after.pos == "NUM" or (after.dep == "det" and after.head != token.i)
    return False


def _by_syntax(document: Document, head: Token) -> str | None:
    """Return what the governing verb or noun says of the counted noun."""
    token = head
    for child in document.children(head):
        if child.dep in ("acl", "relcl"):
            found = _of_clause(document, child, head)
            if found:
                return found
    for _ in range(_MOVES):
        governor = document.head(token)
        if governor.i == token.i:
            return None
        if token.dep in ("conj", "appos", "nmod", "compound", "nummod", "quantmod", "amod"):
            token = governor
            continue
        if token.dep == "pobj" or governor.pos == "ADP":
            found, following = _of_preposition(document, token, governor, head)
            if found or following is None:
                return found
            token = following
            continue
        return _of_governor(document, token, governor, head)
    return None


def _of_clause(document: Document, verb: Token, head: Token) -> str | None:
    """Return what a participle or relative clause says: "people held in jails", "who died"."""
    lemma = verb.lemma.lower()
    children = document.children(verb)
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD"):
        return _passive(lemma, head)
    for child in children:
        if child.lower in ("who", "that", "which"):
            if child.dep in _PASSIVE:
                return _passive(lemma, head)
            if child.dep in _SUBJECTS:
                return by_word("subject").get(lemma)
    return None


def _passive(lemma: str, head: Token) -> str | None:
    found = by_word("object").get(lemma)
    if found in ("detained", "aided", "deployed", "destroyed", "released") and not is_person(head):
        found = found if found in ("released", "destroyed") else None
    if is_person(head):
        found = by_word("object_people").get(lemma, found)
    return found


def _of_governor(document: Document, token: Token, verb: Token, head: Token) -> str | None:
    lemma = verb.lemma.lower()
    states = by_word("states")
    if token.dep in (*_PASSIVE, *_SUBJECTS, "dobj", "obj") and _to_death(document, verb):
        return "killed" if token.dep not in _SUBJECTS or not _has_object(document, verb) else None
    if token.dep in _PASSIVE:
        return _passive(lemma, head) or _reported(document, verb, head)
    if token.dep in ("dobj", "obj", "oprd", "attr", "dative"):
        return _object(document, token, verb, head)
    if token.dep in _SUBJECTS:
        if verb.lower in states and verb.pos != "VERB":
            return states[verb.lower]
        if verb.tag == "VBN" and not _has_object(document, verb) and not _perfect(document, verb):
            return _passive(lemma, head) or by_word("subject").get(lemma)
        if lemma in ("be", "go", "remain", "lie", "become"):
            return _of_be(document, verb)
        if lemma in by_word("subject") and not _has_object(document, verb):
            return by_word("subject")[lemma]
        return _lost(document, verb)
    return None


def _object(document: Document, token: Token, verb: Token, head: Token) -> str | None:
    lemma = verb.lemma.lower()
    if lemma in ("claim", "take", "cost", "lose") and head.lemma.lower() in ("life", "live"):
        return "killed"
    found = _passive(lemma, head)
    if found:
        return found
    if lemma in ("leave", "see", "find"):
        for child in document.children(verb):
            if child.dep in ("oprd", "acomp", "ccomp") and child.lower in by_word("states"):
                return by_word("states")[child.lower]
    if lemma in ("include", "be", "reach", "exceed", "hit", "pass", "top"):
        return _toll_subject(document, verb)
    return None


def _toll_subject(document: Document, verb: Token) -> str | None:
    tolls: dict[str, str] = counted()["tolls"]
    for child in document.children(verb):
        if child.dep in (*_SUBJECTS, *_PASSIVE, "dobj"):
            for word in document.subtree(child):
                found = by_word("nouns").get(word.lemma.lower())
                if word.lower in tolls or word.lemma.lower() in tolls:
                    return tolls.get(word.lower) or tolls[word.lemma.lower()]
                found = found or by_word("states").get(word.lower)
                if found in ("killed", "injured", "casualties", "detained", "missing"):
                    return found
    return None


def _of_be(document: Document, verb: Token) -> str | None:
    """Return what "eight were dead", "eight are missing", "four were among the casualties" say."""
    states = by_word("states")
    for child in document.children(verb):
        if child.dep in ("acomp", "oprd", "attr", "xcomp", "advcl") and child.lower in states:
            return states[child.lower]
        if child.dep == "prep" and child.lower in ("among", "amongst"):
            return _among(document, child)
        if child.dep == "prep" and child.lower == "in":
            inner = [grand.lower for grand in document.children(child)]
            if "need" in inner:
                return "in_need"
    return None


def _among(document: Document, preposition: Token) -> str | None:
    for child in document.children(preposition):
        if child.dep == "pobj":
            named = by_word("nouns").get(child.lemma.lower())
            if named in ("killed", "injured", "casualties", "missing", "detained"):
                return named
            return by_word("states").get(child.lower) or _by_syntax(document, child)
    return None


def _perfect(document: Document, verb: Token) -> bool:
    """Return whether a participle is active: "have died", not "were killed"."""
    words = {child.lower for child in document.children(verb) if child.dep in ("aux", "auxpass")}
    return bool(words & {"have", "has", "had", "'ve"}) and "been" not in words


def _to_death(document: Document, verb: Token) -> bool:
    """Return whether an act ended in death: "shot dead", "hacked to death", "gunned down"."""
    for child in document.children(verb):
        if child.lower == "dead":
            return True
        if child.lower == "to" and any(g.lower == "death" for g in document.children(child)):
            return True
        if child.lower == "down" and verb.lemma.lower() in ("gun", "mow", "cut", "shoot"):
            return True
    return False


def _lost(document: Document, verb: Token) -> str | None:
    """Return "killed" for "12 people lost their lives"."""
    if verb.lemma.lower() == "lose":
        for child in document.children(verb):
            if child.dep == "dobj" and child.lemma.lower() in ("life", "live"):
                return "killed"
    return None


def _has_object(document: Document, verb: Token) -> bool:
    return any(child.dep in ("dobj", "obj") for child in document.children(verb))


def _reported(document: Document, verb: Token, head: Token) -> str | None:
    """Return what "12 are believed to have been killed", "30 are feared dead" say."""
    if verb.lemma.lower() not in _REPORTED:
        return None
    for child in document.children(verb):
        if child.dep in ("oprd", "acomp") and child.lower in by_word("states"):
            return by_word("states")[child.lower]
        if child.dep in ("xcomp", "ccomp"):
            passive = any(grand.dep == "auxpass" for grand in document.children(child))
            lemma = child.lemma.lower()
            found = _passive(lemma, head) if passive else by_word("subject").get(lemma)
            if found:
                return found
            if lemma == "be":
                return _of_be(document, child)
    return None


def _of_preposition(
    document: Document, token: Token, preposition: Token, head: Token
) -> tuple[str | None, Token | None]:
    """Return what the words before a preposition say, and where to look on when they do not."""
    above = document.head(preposition)
    word = preposition.lower
    lemma = above.lemma.lower()
    if word == "of" and (above.pos == "NUM" or above.lower in by_round()):
        return None, above
    if word in ("of", "among", "to", "at", "for", "by", "from") and above.pos in ("NOUN", "PROPN"):
        if word == "of" or (word == "to" and lemma in ("aid", "assistance", "relief", "supply")):
            if word == "to":
                return "aided", None
            befallen = by_word("befalls").get(lemma)
            if befallen:
                return befallen, None
            if lemma in ("convoy", "group", "fleet", "number", "total", "contingent", "force"):
                return None, above
            return None, None
    if word == "as" and above.pos == "ADJ":
        verb = document.head(above)
        return (_toll_subject(document, verb), None) if verb.i != above.i else (None, None)
    if word in ("to", "at", "by", "above", "past") and above.pos in ("VERB", "AUX"):
        if lemma in ("bring", "deliver", "give", "provide", "distribute", "send") and word == "to":
            objects = [child.lemma.lower() for child in document.children(above)]
            if {"aid", "assistance", "relief", "supply", "food"} & set(objects):
                return "aided", None
        if lemma in (
            "rise",
            "climb",
            "stand",
            "put",
            "bring",
            "increase",
            "jump",
            "raise",
            "reach",
        ):
            return _toll_subject(document, above), None
        return None, None
    if word in counted()["parts"] and word != "among":
        return None, above if above.i != preposition.i else None
    return None, None
