"""What verbs of loss say of those counted: they died, fell in battle, lost their homes."""

from __future__ import annotations

from dragoman.extraction.numbers_lists import counted, is_person
from dragoman.language import Document, Token

# Where and when soldiers fall, not what anybody falls from, into or behind.
_FALLING = ("in", "at", "near", "during", "on", "for")


def to_death(document: Document, verb: Token) -> bool:
    """Return whether an act ended in death: "shot dead", "hacked to death", "gunned down"."""
    for child in document.children(verb):
        if child.lower == "dead":
            return True
        if child.lower == "to" and any(g.lower == "death" for g in document.children(child)):
            return True
        if child.lower == "down" and verb.lemma.lower() in ("gun", "mow", "cut", "shoot"):
            return True
        if child.lower == "alive" and verb.lemma.lower() in counted()["killing_alive"]:
            return True
        torn = child.lower in ("to", "into") and verb.lemma.lower() in counted()["tearing"]
        if torn and any(g.lower in counted()["shreds"] for g in document.children(child)):
            return True
    return False


def done(document: Document, verb: Token) -> str | None:
    """Return what a verb says with its object: "killed" for "12 people lost their lives"."""
    beside = document.children(verb)
    nouns = [t for t in beside if t.dep in ("dobj", "obj", "attr", "npadvmod", "acomp", "oprd")]
    nouns += [t for w in beside if w.lower == "with" for t in document.children(w)]
    objects = {t.lemma.lower() for t in nouns}
    objects |= {
        f"{c.lower} {t.lemma.lower()}"
        for t in nouns
        for c in document.children(t)
        if c.dep == "amod"
    }
    for kind, verbs in counted()["doings"].items():
        if objects.intersection(verbs.get(verb.lemma.lower(), ())):
            return str(kind)
    return None


def fell(document: Document, verb: Token, head: Token) -> str | None:
    """Return "killed" for "seven soldiers fell in the battle", not for "fell ill", "fell back"."""
    named = head.pos == "NOUN" and head.lower not in ("other", "others") and is_person(head)
    if verb.lemma.lower() != "fall" or not named:
        return None
    for child in document.children(verb):
        if child.dep in ("prt", "acomp", "oprd", "dobj", "attr", "advcl", "xcomp"):
            return None
        if child.dep in ("prep", "agent") and child.lower not in _FALLING:
            return None
        if child.i == verb.i + 1 and child.dep == "advmod":
            return None
    return "killed"


def suffered(document: Document, verb: Token, head: Token) -> str | None:
    """Return "injured" for "12 people suffered burns", "20 others suffered from suffocation"."""
    if verb.lemma.lower() not in ("suffer", "sustain", "incur") or not is_person(head):
        return None
    below = (t for child in document.children(verb) for t in (child, *document.children(child)))
    return "injured" if any(t.lemma.lower() in counted()["hurts"] for t in below) else None


def robbed(document: Document, verb: Token) -> bool:
    """Return whether a verb takes lives from its object: "robbed 14 people of their lives"."""
    if verb.lemma.lower() not in ("rob", "deprive", "cheat"):
        return False
    of = (t for t in document.subtree(verb) if t.lower == "of")
    return any(g.lemma.lower() in ("life", "live") for t in of for g in document.children(t))


def outlived(document: Document, verb: Token, head: Token) -> str | None:
    """Return "killed" for "four did not survive", "12 did not live to see the morning"."""
    lives = verb.lemma.lower() in counted()["outliving"] and is_person(head)
    denied = any(c.dep == "neg" or c.lower == "never" for c in document.children(verb))
    return "killed" if lives and denied else None


def in_hospital(document: Document, verb: Token, head: Token) -> str | None:
    """Return "injured" for "12 were taken to hospital", "were rushed to a clinic with burns"."""
    if verb.lemma.lower() not in counted()["bringing"] or not is_person(head):
        return None
    joints = (c for c in document.children(verb) if c.lower in ("to", "in", "into", "at"))
    where = {t.lemma.lower() for c in joints for t in document.children(c)}
    return None if where.isdisjoint(counted()["healing"]) else "injured"


def treated(document: Document, verb: Token, head: Token) -> bool:
    """Return whether those who heal treat somebody: "hospitals treated 40 people"."""
    if verb.lemma.lower() != "treat" or not is_person(head):
        return False
    who = (c.lemma.lower() for c in document.children(verb) if c.dep in ("nsubj", "agent"))
    return any(lemma in counted()["healers"] for lemma in who)


def hurt_with(document: Document, verb: Token, head: Token) -> bool:
    """Return whether something left people with what they were hurt by: "left 40 with burns"."""
    after = [c for t in (verb, head) for c in document.children(t) if c.lower == "with"]
    harms = {t.lemma.lower() for c in after for t in document.children(c)}
    return is_person(head) and not harms.isdisjoint(counted()["hurts"])


def buried(document: Document, verb: Token, head: Token) -> str | None:
    """Return "killed" for "they buried two comrades", not for "12 were buried under the rubble"."""
    if verb.lemma.lower() not in counted()["last_honours"] or not is_person(head):
        return None
    for child in document.children(verb):
        where = child.dep in ("prep", "agent") and child.lower not in ("by", "after", "during")
        below = {t.lemma.lower() for t in document.children(child)} if where else set()
        if child.lower == "alive" or below.intersection(counted()["debris"]):
            return None
    return "killed"


def has_object(document: Document, verb: Token) -> bool:
    """Return whether a verb has an object."""
    return any(child.dep in ("dobj", "obj") for child in document.children(verb))
