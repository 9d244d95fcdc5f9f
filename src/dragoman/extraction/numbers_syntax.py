"""What the governing verb or noun says of a counted noun: killed, arrested, aided ..."""

from __future__ import annotations

from dragoman.extraction.numbers_done_to import done_to, is_thing, passive, with_others
from dragoman.extraction.numbers_lists import BEFALLEN, by_round, by_word, counted, is_person
from dragoman.extraction.numbers_loss import (
    buried,
    done,
    fell,
    has_object,
    hurt_with,
    in_hospital,
    outlived,
    robbed,
    suffered,
    to_death,
    treated,
)
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
_AID = frozenset(("aid", "assistance", "relief", "supply", "food"))


def by_syntax(document: Document, head: Token) -> str | None:
    """Return what the governing verb or noun says of the counted noun."""
    clauses = (c for c in document.children(head) if c.dep in ("acl", "relcl"))
    # "13 civilians and more than 30 wounded": who was wounded are the 30.
    clauses = (c for c in clauses if c.i < 1 or document.tokens[c.i - 1].tag != "CD")
    found = next((f for c in clauses if (f := _of_clause(document, c, head))), None)
    if found in counted()["conditions"]:
        # "Executed 250 soldiers captured at the base": what was done to them comes first.
        first = _by_governor(document, head)
        return first if first in ("killed", "injured") else found
    return found or _by_governor(document, head)


def _by_governor(document: Document, head: Token) -> str | None:
    token = head
    for _ in range(_MOVES):
        governor = document.head(token)
        if governor.i == token.i:
            return None
        if token.dep in ("conj", "appos", "nmod", "compound", "nummod", "quantmod", "amod"):
            token = governor
            continue
        if token.dep == "pobj" or governor.pos == "ADP":
            found, following = _of_preposition(document, governor)
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
        dead = to_death(document, verb) and not is_thing(head)
        return "killed" if dead else passive(lemma, head) or done(document, verb)
    for child in children:
        if child.lower in ("who", "that", "which"):
            if child.dep in _PASSIVE:
                return passive(lemma, head)
            if child.dep in _SUBJECTS:
                return by_word("subject").get(lemma) or done(document, verb)
    return None


def _of_governor(document: Document, token: Token, verb: Token, head: Token) -> str | None:
    lemma = verb.lemma.lower()
    states = by_word("states")
    if token.dep in (*_PASSIVE, *_SUBJECTS, "dobj", "obj") and to_death(document, verb):
        if token.dep in _SUBJECTS and has_object(document, verb):
            return None
        # "Four aircraft were shot down": things are not killed, nor are "two" shot down people.
        following = document.tokens[verb.i + 1 : verb.i + 2]
        down = lemma == "shoot" and any(token.lower == "down" for token in following)
        return "destroyed" if is_thing(head) or (down and head.pos == "NUM") else "killed"
    if token.dep in (*_PASSIVE, "dobj", "obj") and buried(document, verb, head):
        return "killed"
    if token.dep in _PASSIVE:
        found = (
            done_to(document, verb, head)
            or _reported(document, verb, head)
            or _taken(document, verb)
        )
        return found or in_hospital(document, verb, head)
    if token.dep in ("dobj", "obj", "oprd", "attr", "acomp", "dative"):
        return _object(document, verb, head)
    if token.dep in _SUBJECTS:
        if verb.lower in states and verb.pos != "VERB":
            return states[verb.lower]
        if verb.tag == "VBN" and not has_object(document, verb) and not _perfect(document, verb):
            return done_to(document, verb, head) or by_word("subject").get(lemma)
        if lemma in ("be", "go", "remain", "lie", "become"):
            return _of_be(document, verb)
        if lemma in by_word("subject") and (lemma == "flee" or not has_object(document, verb)):
            found = by_word("subject")[lemma]
            return found if found == "killed" or is_person(head) else None
        found = done(document, verb) or fell(document, verb, head)
        return found or suffered(document, verb, head) or outlived(document, verb, head)
    return None


def _taken(document: Document, verb: Token) -> str | None:
    """Return "captured" for "14 gunmen were taken prisoner"."""
    following = document.tokens[verb.i + 1 : verb.i + 2]
    captive = any(token.lower in ("prisoner", "captive") for token in following)
    return "captured" if verb.lemma.lower() == "take" and captive else None


def _object(document: Document, verb: Token, head: Token) -> str | None:
    lemma = verb.lemma.lower()
    if lemma in ("claim", "take", "lose") and head.lemma.lower() in ("life", "live"):
        return "killed"
    if (lemma == "lose" and is_person(head)) or robbed(document, verb):
        return "killed"
    if lemma in ("take", "hold", "seize", "capture"):
        following = document.tokens[head.i + 1 : head.i + 6]
        if any(token.lower in ("hostage", "hostages", "captive") for token in following):
            return "abducted"
        if lemma != "hold" and head.lemma.lower() in ("prisoner", "captive"):
            return "captured"
    if treated(document, verb, head):
        return "injured"
    found = done_to(document, verb, head) or in_hospital(document, verb, head)
    if found:
        return found
    if lemma in ("leave", "see", "find"):
        if hurt_with(document, verb, head):
            return "injured"
        for child in document.children(verb):
            if child.dep in ("oprd", "acomp", "ccomp") and child.lower in by_word("states"):
                return by_word("states")[child.lower]
    if lemma in ("include", "be", "reach", "exceed", "surpass", "hit", "pass", "top"):
        return None if is_thing(head) else _toll_subject(document, verb)
    return None


def _toll_subject(document: Document, verb: Token) -> str | None:
    tolls: dict[str, str] = counted()["tolls"]
    for child in document.children(verb):
        if child.dep in (*_SUBJECTS, *_PASSIVE, "dobj"):
            for word in document.subtree(child):
                found = by_word("nouns").get(word.lemma.lower())
                if word.lower in tolls or word.lemma.lower() in tolls:
                    return tolls.get(word.lower) or tolls[word.lemma.lower()]
                if found in ("killed", "injured", "casualties", "detained", "missing"):
                    return found
                found = by_word("states").get(word.lower)
                if found in BEFALLEN:
                    return found
    return None


def _toll_before(document: Document, preposition: Token) -> str | None:
    """Return what the sentence spoke of before: "death toll", "number of people wounded"."""
    first = document.sentence_of(preposition).first
    words = {
        token.lower for token in document.tokens[max(first, preposition.i - 25) : preposition.i]
    }
    if "toll" in words:
        return "killed"
    if words & {"total", "number"}:
        for kind in ("killed", "injured", "missing", "detained", "displaced"):
            if words & set(counted()["states"][kind]):
                return kind
    return None


def _counting(document: Document, above: Token) -> Token | None:
    """Return the verb of a toll ("rise to", "put at") that a preposition hangs on.

    Of "put the number of people killed at 13" the parse hangs "at" on "killed".
    """
    chain = (above, *document.ancestors(above)) if above.dep == "acl" else (above,)
    return next((t for t in chain[:6] if t.lemma.lower() in counted()["counting"]), None)


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
            return by_word("states").get(child.lower) or by_syntax(document, child)
    return None


def _perfect(document: Document, verb: Token) -> bool:
    """Return whether a participle is active: "have died", not "were killed"."""
    words = {child.lower for child in document.children(verb) if child.dep in ("aux", "auxpass")}
    return bool(words & {"have", "has", "had", "'ve"}) and "been" not in words


def _reported(document: Document, verb: Token, head: Token) -> str | None:
    """Return what "12 are believed to have been killed", "30 are feared dead" say."""
    if verb.lemma.lower() not in _REPORTED:
        return None
    for child in document.children(verb):
        if child.dep in ("oprd", "acomp") and child.lower in by_word("states"):
            return by_word("states")[child.lower]
        if child.dep in ("xcomp", "ccomp"):
            is_passive = any(grand.dep == "auxpass" for grand in document.children(child))
            lemma = child.lemma.lower()
            found = passive(lemma, head) if is_passive else by_word("subject").get(lemma)
            if found:
                return found
            if lemma == "be":
                return _of_be(document, child)
    return None


def _of_preposition(document: Document, preposition: Token) -> tuple[str | None, Token | None]:
    """Return what the words before a preposition say, and where to look on when they do not."""
    above = document.head(preposition)
    word = preposition.lower
    lemma = above.lemma.lower()
    if word == "of" and (above.pos == "NUM" or above.lower in by_round()):
        return None, above
    if above.pos in ("NOUN", "PROPN"):
        if word == "to" and lemma in _AID:
            return "aided", None
        if word == "of":
            if lemma in ("life", "live"):
                taken = document.head(above).lemma.lower() in ("claim", "take", "cost", "end")
                return ("killed" if taken else None), None
            if lemma == "throat":
                cut = document.head(above).lemma.lower() in ("slit", "cut")
                return ("killed" if cut else None), None
            if lemma in counted()["remains"]:
                people = any(is_person(child) for child in document.children(preposition))
                return ("killed" if people else None), None
            beside = document.tokens[preposition.i - 1].lemma.lower()
            befallen = by_word("befalls").get(lemma) or by_word("befalls").get(beside)
            if befallen:
                return befallen, None
            if lemma in counted()["groups"]:
                return None, above
            return None, None
    if word == "with":
        return with_others(document, preposition)
    if word == "as" and above.pos == "ADJ":
        verb = document.head(above)
        return (_toll_subject(document, verb), None) if verb.i != above.i else (None, None)
    if word in ("to", "at", "by", "above", "past") and above.pos in ("VERB", "AUX"):
        if lemma in ("bring", "deliver", "give", "provide", "distribute", "send") and word == "to":
            objects = [child.lemma.lower() for child in document.children(above)]
            if _AID & set(objects):
                return "aided", None
        toll = _counting(document, above)
        # "The bodies were brought to one hospital" counts hospitals.
        if toll is not None and not _tois_thing(document, preposition):
            return _toll_subject(document, toll) or _toll_before(document, preposition), None
        return None, None
    if word in counted()["parts"] and word != "among":
        return None, above if above.i != preposition.i else None
    return None, None


def _tois_thing(document: Document, preposition: Token) -> bool:
    """Return whether what stands after a preposition is a thing that is no toll."""
    return any(
        child.pos == "NOUN" and not is_person(child) and child.lower not in by_word("states")
        for child in document.children(preposition)
        if child.dep == "pobj" and any(c.dep == "nummod" for c in document.children(child))
    )
