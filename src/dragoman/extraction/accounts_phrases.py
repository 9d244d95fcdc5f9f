"""What hangs on a verb or an event noun: prepositions, possessors, modifiers, conjuncts."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.language import Document, Token

_TIMES = frozenset({"DATE", "TIME"})
# What one does who says of something whose it is: "jets believed to be Varnian".
HELD_TO_BE = frozenset({"believe", "think", "presume", "suspect"})
# Words before an attack's noun that say with what: what stands before them is the attack's.
_ARMS = ("@munition", "air", "barrel", "car", "chemical", "gas", "machine", "tank")
# What a hyphen joins to those who do it: "Varnian-led raids", "rebel-fired rockets".
_DONE_BY = frozenset({"led", "fired", "launched", "dropped", "planted"})


# "Sent troops, according to the ministry": what stands after "to" is no goal.
_BEFORE_TO = frozenset(
    {"according", "prior", "due", "owing", "contrary", "thanks", "next", "close"}
)


class Phrases:
    """Finds the phrases about a token in one document.

    Every answer is a tuple of head tokens, conjuncts not yet spread out.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    def preposed(self, token: Token, names: Iterable[str]) -> tuple[Token, ...]:
        """Return the objects of the prepositions ``names`` that depend on ``token``."""
        wanted = frozenset(names)
        return tuple(
            inner
            for child in self._prepositions(token)
            if child.lower in wanted
            for inner in self.document.children(child)
            if inner.dep == "pobj" and inner.ent not in _TIMES
        )

    def _prepositions(self, token: Token) -> Iterable[Token]:
        """Yield the prepositions of a token, with the second ones of "out of", "from inside"."""
        for child in self.document.children(token):
            if child.dep in ("prep", "agent", "dative", "prt"):
                yield child
                if child.dep in ("prep", "prt") and child.lower not in _BEFORE_TO:
                    yield from (c for c in self.document.children(child) if c.dep == "prep")

    def possessor(self, noun: Token) -> tuple[Token, ...]:
        """Return who a noun belongs to: "Varnia's attack", "their attack"."""
        return tuple(c for c in self.document.children(noun) if c.dep == "poss")

    def adjectives(self, noun: Token) -> tuple[Token, ...]:
        """Return modifiers that may name an actor: "Varnian strikes", "Varnian-led raids"."""
        found: list[Token] = []
        for child in self.document.children(noun):
            if child.dep in ("amod", "compound", "nmod", "nn", "npadvmod"):
                if self._prefix(child) in ("anti", "pro", "non"):
                    continue
                if child.lower in _DONE_BY:
                    found.extend(self._joined_before(child))
                elif child.tag not in ("VBN", "VBG"):
                    found.append(child)
                    armed = lexicon().in_class(child.lemma.lower(), _ARMS)
                    kinds = ("amod", "compound") if armed else ("amod",)
                    found.extend(c for c in self.document.children(child) if c.dep in kinds)
        doers = lexicon().classes["doer"]
        return tuple(t for t in found if t.text[:1].isupper() or t.lemma.lower() in doers)

    def hyphened(self, noun: Token) -> tuple[Token, ...]:
        """Return who is joined by a hyphen to what is said of a noun: "rebel-fired rockets"."""
        return tuple(
            one
            for child in self.document.children(noun)
            if child.dep == "amod" and child.lower in _DONE_BY
            for one in self._joined_before(child)
        )

    def _joined_before(self, participle: Token) -> tuple[Token, ...]:
        inside = self.document.children(participle)
        return tuple(c for c in inside if c.i < participle.i and c.dep != "punct")

    def described(self, noun: Token) -> tuple[Token, ...]:
        """Return what says whose something is: "jets believed to be Varnian", "men belonging to X".

        Or "the jets were Varnian".
        """
        participles = [c for c in self.document.children(noun) if c.dep == "acl"]
        verb = self.document.head(noun)
        if noun.dep == "nsubj" and self.held_to_be(verb):
            participles.append(verb)
        found: list[Token] = []
        for one in participles:
            found.extend(self._belonging(one))
            if one.lemma in HELD_TO_BE:
                for inner in self.document.children(one):
                    if inner.dep == "xcomp":
                        found.extend((*self._predicate(inner), *self._belonging(inner)))
        if noun.dep == "nsubj" and verb.lemma == "be":
            found.extend(t for t in self._predicate(verb) if t.dep == "acomp")
        return tuple(found)

    def held_to_be(self, verb: Token) -> bool:
        """Return whether the parse took "jets believed to be theirs" for what the jets believe."""
        if verb.lemma not in HELD_TO_BE or verb.tag not in ("VBD", "VBN"):
            return False
        children = self.document.children(verb)
        below = [c for c in children if c.dep == "xcomp" and c.i > verb.i]
        return bool(below) and not any(c.dep.startswith("aux") or c.dep == "dobj" for c in children)

    def _belonging(self, verb: Token) -> tuple[Token, ...]:
        return self.preposed(verb, ("to",)) if verb.lemma == "belong" else ()

    def _predicate(self, verb: Token) -> tuple[Token, ...]:
        inside = self.document.children(verb) if verb.lemma == "be" else ()
        return tuple(c for c in inside if c.dep in ("acomp", "attr"))

    def opposed(self, noun: Token) -> tuple[Token, ...]:
        """Return whom a noun is said to be against: "anti-government protests"."""
        return tuple(c for c in self.document.children(noun) if self._prefix(c) == "anti")

    def _prefix(self, word: Token) -> str:
        """Return what a hyphen joins to the front of a word, "" for nothing."""
        tokens = self.document.tokens
        joined = word.i > 1 and tokens[word.i - 1].text == "-"
        return tokens[word.i - 2].lower if joined else ""

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """Return a token and all that are joined to it by "and", commas or "or"."""
        found = [token]
        for one in found:
            found.extend(
                c for c in self.document.children(one) if c.dep == "conj" and c not in found
            )
        return tuple(found)

    def near_words(self, verb: Token) -> frozenset[str]:
        """Return the words that stand with a verb: particles, prepositions, objects' lemmas."""
        found: set[str] = set()
        for child in self.document.children(verb):
            if child.dep == "prep" and (self._timed(child) or child.lower == "according"):
                continue
            if child.dep in ("prt", "prep", "advmod", "agent", "dative", "oprd", "acomp"):
                found.add(child.lower)
            if child.dep in ("dobj", "acomp", "oprd", "advmod", "ccomp"):
                found.add(child.lemma.lower())
            if child.dep in ("prep", "prt"):
                for inner in self.document.children(child):
                    if inner.dep == "pobj":
                        found.add(inner.lemma.lower())
                    elif inner.dep == "prep":
                        found.add(inner.lower)
        return frozenset(found)

    def _timed(self, preposition: Token) -> bool:
        return any(inner.ent in _TIMES for inner in self.document.children(preposition))
