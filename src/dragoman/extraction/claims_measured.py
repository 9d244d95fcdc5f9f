"""Numbers that somebody puts something at: "put the dead at 40", "gave its losses as six"."""

from __future__ import annotations

from dragoman.extraction.claims_clauses import Found
from dragoman.extraction.claims_objects import object_with
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token

# "Placed a bomb at 1600" says nothing; "placed the toll at 16" does.
_LAYING = frozenset({"put", "place"})
# "Gave its losses as 16": what the number is joined on by, and what else may stand for a number.
_AS = frozenset({"give", "list"})
_THOSE = frozenset({"it", "them", "this", "these", "that"})
COUNTED = frozenset({
    "toll", "number", "count", "total", "figure", "cost", "damage", "loss", "casualty", "strength",
    "tally", "price", "value", "share", "rate", "chance", "dead", "death", "population", "size",
    "support", "turnout", "odds", "estimate",
})  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def measured_at(document: Document, verb: Token) -> Found | None:
    """Return "A at N" of "put A at N", for a number."""
    target = child(document, verb, "dobj")
    counted = target is not None and target.lemma in COUNTED
    if target is None:
        return None
    found = object_with("as" if verb.lemma in _AS else "at")(document, verb)
    if not counted and verb.lemma in _LAYING | _AS:
        return found if found is not None and _is_put_at(document, target) else None
    if found is None and counted and verb.lemma not in _AS:
        return _measured_on(document, verb, target)
    measured = found is not None and any(document.tokens[i].tag == "CD" for i in found.indices)
    return found if measured else None


def _is_put_at(document: Document, target: Token) -> bool:
    """Return whether a number, and no hour, stands right behind "it at": "put them at some 40"."""
    at, *words = document.tokens[target.i + 1 : target.i + 5] or (target,)
    number = next((t for t in words if t.tag == "CD"), None)
    level = number is not None and at.lower == "at" and number.ent not in ("TIME", "DATE")
    return target.lower in _THOSE and level


def _measured_on(document: Document, verb: Token, toll: Token) -> Found | None:
    """Return "the toll of the war at N" and "the toll higher", wherever the parse has hung it."""
    first = document.subtree(toll)[0]
    for token in document.tokens[toll.i + 1 : document.sentence_of(verb).last]:
        if token.tag in _FINITE or token.text in (",", ";"):
            return None
        number = child(document, token, "pobj") if token.lower == "at" else None
        counted = number is not None and any(t.tag == "CD" for t in document.subtree(number))
        if first.i < verb.i or not (counted or token.tag in ("JJR", "RBR")):
            continue
        if not counted and document.head(token).i not in (verb.i, toll.i):
            continue
        last = document.subtree(number or token)[-1].i
        return Found(tuple(range(first.i, last + 1)))
    return None
