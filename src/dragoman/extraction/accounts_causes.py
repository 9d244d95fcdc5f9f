"""The attack that a word for its outcome belongs to: by what, where or when they were killed."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document, Token

# Nouns of a whole war, which is no event of its own unless something is said of it.
VAGUE = frozenset(
    {
        "war",
        "violence",
        "bloodshed",
        "hostility",
        "aggression",
        "warfare",
        "fight",
        "operation",
        "abuse",
        "crime",
    }
)
# Of these somebody may well be said to have died.
_DEADLY = frozenset({"operation", "violence"})
_LATER = frozenset({"after", "following", "amid"})
_WHEN = frozenset({"when", "after", "as", "once", "because"})
_OWING = frozenset({"due", "owing", "because"})
_SET = frozenset({"in", "on", "at", "near"})
_IN = ("in", "by", "during", "from", "after", "when", "amid", "following", "as")


def cause_of(
    document: Document, verb: Token, by_token: dict[int, Trigger], by_light: dict[int, int]
) -> int | None:
    """Return the token of the trigger that an effect ("killed") belongs to."""
    syntax = Syntax(document)
    partners = [c for c in document.children(verb) if c.dep == "conj" and c.pos == "VERB"]
    if verb.dep == "conj":
        partners.append(document.head(verb))
    doers = [t for one in syntax.agent(verb) for t in syntax.conjuncts(one)]
    # "Wounded by shells fired at the town": the firing is what wounded them.
    below = [c for one in doers for c in document.children(one) if c.dep == "acl"]
    doers += [c for c in below if c.i != verb.i]
    # "The army killed nine after an attack": what somebody did then is another event.
    own = bool(doers) and all(assault(t.i, by_token, by_light) is None for t in doers)
    names = tuple(name for name in _IN if not (own and name in _LATER))
    near = [
        *doers,
        *(t for one in (verb, *partners) for t in _where(document, syntax, one, names)),
        *(
            c
            for one in (verb, *partners)
            for c in document.children(one)
            if c.dep == "advcl" and c.pos == "VERB" and _says_when(document, c, own)
        ),
    ]
    for token in near:
        for one in (token, *syntax.preposed(token, ("of",))):
            found = assault(one.i, by_token, by_light)
            if found is not None:
                return found
    found = None
    parted = _apart(document, verb) or _another_deed(document, verb, by_token)
    if verb.dep in ("advcl", "conj", "acl", "ccomp", "relcl") and not parted:
        found = assault(verb.head, by_token, by_light)
    if found is None and verb.dep == "acl":
        found = assault(_joined_to(document, verb), by_token, by_light)
    if found is None and verb.dep == "conj" and document.head(verb).dep == "relcl":
        found = _which_also(document, verb, by_token, by_light)
    if found is None and verb.dep == "relcl" and _by_thing(document, verb):
        above = (assault(t.i, by_token, by_light) for t in _named_before(document, verb))
        found = next((i for i in above if i is not None), None)
    over = tuple(document.ancestors(verb))[:3]
    left = verb.tag == "VBG" or any(t.lemma == "leave" for t in over)
    return _before(document, verb, by_token) if found is None and left else found


def _apart(document: Document, verb: Token) -> bool:
    """Return whether a clause tells of another event by its own subject ("after rebels killed")."""
    children = document.children(verb)
    marked = any(c.dep == "mark" or c.lower == "when" for c in children)
    return verb.dep == "advcl" and marked and any(c.dep in ("nsubj", "nsubjpass") for c in children)


def _another_deed(document: Document, verb: Token, by_token: dict[int, Trigger]) -> bool:
    """Return whether "killed two men and executed two others" tells of two deeds.

    And "Oren was murdered on 8 May; Kost was killed on 9 June", each with its own day or place.
    """
    here, above = by_token.get(verb.i), by_token.get(verb.head)
    if here is None or above is None or here.effect != above.effect:
        return False
    # "Oren was murdered on 8 May; Kost was killed": the parser hangs the first on the second.
    beside = verb.dep == "conj" or (verb.dep == "ccomp" and verb.i < above.token.i)
    if beside and _set_down(document, verb) and _set_down(document, above.token):
        return True
    if verb.dep != "conj":
        return False
    own = any(c.dep == "dobj" for c in document.children(verb))
    earlier = [c for c in document.children(above.token) if c.dep == "conj" and c.i < verb.i]
    return own and any(
        c.dep == "dobj" for one in (above.token, *earlier) for c in document.children(one)
    )


def _set_down(document: Document, verb: Token) -> bool:
    """Return whether a verb has its own subject, who suffered, and its own day or place."""
    below = document.children(verb)
    where = any((c.dep == "prep" and c.lower in _SET) or c.dep == "npadvmod" for c in below)
    return where and any(c.dep == "nsubjpass" for c in below)


def _joined_to(document: Document, verb: Token) -> int:
    """Return the verb of "nine were killed" for the "injured" of "and 50 injured"."""
    noun = document.head(verb)
    while noun.dep in ("conj", "appos") and noun.head != noun.i:
        noun = document.head(noun)
    return noun.head


def _says_when(document: Document, clause: Token, own: bool) -> bool:
    """Return whether a clause says at what somebody was killed ("when rebels shelled ...")."""
    marks = {c.lower for c in document.children(clause) if c.dep in ("mark", "advmod")}
    return bool(marks & _WHEN) and not (own and marks & _LATER)


def _where(
    document: Document, syntax: Syntax, verb: Token, names: tuple[str, ...]
) -> tuple[Token, ...]:
    """Return what a verb, or what it says of them ("reported missing in"), was a part of."""
    said = [c for c in document.children(verb) if c.dep in ("oprd", "acomp", "xcomp")]
    found = tuple(t for one in (verb, *said) for t in syntax.preposed(one, names))
    found += tuple(_due_to(document, verb))
    if verb.dep == "relcl" and any(t.lower == "which" for t in found):
        return (*found, *_named_before(document, verb))
    return found


def _due_to(document: Document, verb: Token) -> Iterator[Token]:
    """Yield what somebody was killed "due to" or "because of", and what is said of it."""
    for child in document.children(verb):
        if child.lower in _OWING:
            below = (
                c for one in (child, *document.children(child)) for c in document.children(one)
            )
            for token in below:
                if token.dep == "pobj":
                    yield token
                    yield from (c for c in document.children(token) if c.dep == "acl")


def _by_thing(document: Document, verb: Token) -> bool:
    """Return whether what killed is a thing or an event, and nobody: "which killed nine"."""
    return any(c.dep == "nsubj" and c.lower in ("which", "that") for c in document.children(verb))


def _which_also(
    document: Document, verb: Token, by_token: dict[int, Trigger], by_light: dict[int, int]
) -> int | None:
    """Return the deed of "an attack which caused two deaths and injured nine", no whole war."""
    told = document.head(verb)
    named = _named_before(document, told) if _by_thing(document, told) else ()
    whole = any(t.lemma in VAGUE or t.lemma == "conflict" for t in named)
    if whole or any(c.lower == "since" for c in document.children(verb)):
        return None
    deeds = (assault(t.i, by_token, by_light) for t in named if t.pos == "NOUN")
    return next((i for i in deeds if i is not None), None)


def _named_before(document: Document, verb: Token) -> tuple[Token, ...]:
    """Return the noun that a relative clause is about, or the one on which that noun hangs.

    "The attacks on three hotels, which killed nine": the clause hangs on the hotels.
    """
    noun = document.head(verb)
    above = document.head(document.head(noun)) if noun.dep == "pobj" else noun
    return (noun, above)


def _before(document: Document, verb: Token, by_token: dict[int, Trigger]) -> int | None:
    """Return the last attack told of before "..., killing three" in its sentence."""
    first = document.sentence_of(verb).first
    attacks = [
        i
        for i, trigger in by_token.items()
        if first <= i < verb.i
        and trigger.sense.type == "ASSAULT"
        and trigger.effect is None
        and trigger.token.lemma.lower() not in VAGUE
    ]
    return max(attacks, default=None)


def assault(i: int, by_token: dict[int, Trigger], by_light: dict[int, int]) -> int | None:
    """Return the token of the attack that a token is a word of, None for none."""
    i = by_light.get(i, i)
    trigger = by_token.get(i)
    if trigger is None or trigger.sense.type != "ASSAULT" or trigger.sense.joined:
        return None
    lemma = trigger.token.lemma.lower()
    if lemma in VAGUE and lemma not in _DEADLY and not trigger.actors:
        return None
    return i
