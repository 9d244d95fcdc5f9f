"""What a verb does to a counted noun, its object: "killed eight", "five tanks were knocked out"."""

from __future__ import annotations

from dragoman.extraction.numbers_lists import BEFALLEN, by_word, counted, is_person
from dragoman.extraction.numbers_loss import has_object
from dragoman.language import Document, Token

_PARTICLES = ("ADP", "ADV", "PART")
_PASSIVE = ("nsubjpass", "csubjpass")
_JOINED = ("along", "together")


def done_to(document: Document, verb: Token, head: Token) -> str | None:
    """Return what a verb does to a counted noun, with the word that goes with it: "wiped out"."""
    with_it = {c.lower for c in document.children(verb) if c.dep == "prt"}
    with_it |= {t.lower for t in document.tokens[verb.i + 1 : verb.i + 2] if t.pos in _PARTICLES}
    lemma = verb.lemma.lower()
    found = (passive(f"{lemma} {word}", head) for word in sorted(with_it))
    return next((one for one in found if one), None) or passive(lemma, head)


def passive(lemma: str, head: Token) -> str | None:
    """Return what is counted when ``lemma`` is done to ``head``: "killed" for "kill"."""
    found = by_word("object").get(lemma)
    if found in counted()["only_people"] and not is_person(head):
        found = None
    if found == "killed" and is_thing(head):
        return None  # "executed six raids"
    if found is None and (is_thing(head) or _is_built(head)):
        return by_word("object_things").get(lemma)
    named = (
        head.pos not in ("NUM", "PRON") or found != "destroyed"
    )  # "one of them was destroyed": a thing
    if is_person(head) and named:
        found = by_word("object_people").get(lemma, found)
    return found


def _is_built(noun: Token) -> bool:
    """Return whether a noun names what is built or laid: villages, bridges, pylons, power lines."""
    lemma = noun.lemma.lower()
    return by_word("nouns").get(lemma) == "villages" or lemma in counted()["structures"]


def is_thing(noun: Token) -> bool:
    """Return whether a noun names vehicles, arms or attacks, which nobody kills."""
    return by_word("nouns").get(noun.lemma.lower()) in counted()["things"]


def with_others(document: Document, preposition: Token) -> tuple[str | None, Token | None]:
    """Return what befell people with somebody ("died with 12 others"), and where to look on.

    Those named "along with" somebody share whatever befell him: "killed X along with two guards".
    """
    above = document.head(preposition)
    joined = document.tokens[preposition.i - 1].lower in _JOINED
    governor = document.head(above) if above.lower in _JOINED else above
    people = [c for c in document.children(preposition) if c.dep == "pobj" and is_person(c)]
    if not people or people[0].pos == "PRON":
        return None, None
    if joined and governor.pos in ("NOUN", "PROPN"):
        return None, governor
    lemma, suffered = governor.lemma.lower(), by_word("subject")
    done = any(c.dep in _PASSIVE for c in document.children(governor))
    if done or (joined and has_object(document, governor)):
        found = passive(lemma, people[0])
    else:
        found = None if has_object(document, governor) else suffered.get(lemma)
    return (found if found in BEFALLEN else None), None
