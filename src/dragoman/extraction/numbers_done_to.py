"""What a verb does to a counted noun, its object: "killed eight", "five tanks were knocked out"."""

from __future__ import annotations

from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.language import Document, Token

_PARTICLES = ("ADP", "ADV", "PART")


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
    if found is None and (is_thing(head) or by_word("nouns").get(head.lemma.lower()) == "villages"):
        return by_word("object_things").get(lemma)
    named = (
        head.pos not in ("NUM", "PRON") or found != "destroyed"
    )  # "one of them was destroyed": a thing
    if is_person(head) and named:
        found = by_word("object_people").get(lemma, found)
    return found


def is_thing(noun: Token) -> bool:
    """Return whether a noun names vehicles, arms or attacks, which nobody kills."""
    return by_word("nouns").get(noun.lemma.lower()) in counted()["things"]
