"""The places about a trigger: who stands in them, and which classes of words they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.extraction.accounts_accidents import Accidents
from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.language import Document, Token

# The classes of events_classes.yaml that the head of an actor's mention belongs to, by type.
_CLASSES_OF_TYPE: dict[str, tuple[str, ...]] = {
    "person": ("@people", "@official"),
    "group": ("@people", "@force", "@crowd"),
    "armed_group": ("@people", "@force", "@armed", "@target"),
    "state": ("@state", "@armed", "@country"),
    "government": ("@state", "@official", "@armed"),
    "organisation": ("@body",),
    "place": ("@state", "@land", "@target"),
}
# What the language model's label of a name is taken for where no mention says better.
_TYPE_OF_LABEL = {"PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "group"}
_PERSONS = frozenset({"them", "him", "her", "they", "he", "she", "us", "we", "me", "i"})
# Words for people whose noun is left out: "two were killed and many released".
_MANY = frozenset({"many", "several", "some", "others", "dozens", "hundreds", "thousands"})


# "The Tarsk bombings", "the Varnia hotel blast": a name before these says where, and not who.
_PLACED_BY = frozenset({"bomb", "bombing", "blast", "explosion", "hotel", "massacre", "suicide"})
# Nor, before these, is a union, a parish or a person who did it: "the Guild massacre".
_SUFFERED = frozenset({"massacre"})
_HELPLESS = frozenset({"group", "organisation", "person", "unknown"})
_BEFALLEN = frozenset({"blast", "explosion", "suicide", "hotel", "train"})


def is_placed_by(document: Document, noun: Token) -> bool:
    """Return whether a name before a noun says where: "the Tarsk bombings", "bomb attacks"."""
    parts = (c for c in document.children(noun) if c.dep == "compound")
    return any(t.lemma.lower() in _PLACED_BY for t in (noun, *parts))


class Slots:
    """Spreads and classes the tokens about a trigger in one document.

    ``named`` gives the actor type of each token that heads an actor's mention, ``placed`` are
    the tokens inside names of places.
    """

    def __init__(
        self, document: Document, named: Mapping[int, str], placed: frozenset[int] = frozenset()
    ) -> None:
        self.document = document
        self.named = named
        self.placed = placed
        self.syntax = Syntax(document)
        self.lexicon = lexicon()
        self.accidents = Accidents(document)
        self._irregular = self.lexicon.classes["doer"] & self.lexicon.classes["irregular"]

    def spread(self, tokens: Iterable[Token]) -> tuple[Token, ...]:
        """Return the tokens with all their conjuncts, each once."""
        found: dict[int, Token] = {}
        for token in tokens:
            for one in self.syntax.conjuncts(token):
                found.setdefault(one.i, one)
        return tuple(found.values())

    def belongs(self, token: Token, names: tuple[str, ...]) -> bool:
        """Return whether a token is one of ``names`` or in a class of the lexicon among them."""
        if self.lexicon.in_class(token.lemma.lower(), names):
            return True
        if any(" " in name for name in names) and self._compound(token) & frozenset(names):
            return True
        actor_type = self.named.get(token.i)
        if actor_type is None and token.i in self.placed:
            actor_type = "place"
        if actor_type is None and token.pos == "PRON" and token.lower in _PERSONS:
            actor_type = "person"
        if actor_type is None and (token.pos == "NUM" or token.lower in _MANY):
            actor_type = None if self.syntax.preposed(token, ("of",)) else "person"
        if actor_type is None and token.pos == "PROPN":
            actor_type = _TYPE_OF_LABEL.get(token.ent)
        return any(name in names for name in _CLASSES_OF_TYPE.get(actor_type or "", ()))

    def owned(self, noun: Token) -> tuple[Token, ...]:
        """Return whose an event or a thing is; of "Varnia's suicide bombings" Varnia is where."""
        found = self.syntax.possessor(noun)
        near = {c.lemma.lower() for c in self.document.children(noun) if c.dep == "compound"}
        if noun.lemma.lower() in _BEFALLEN or near & _BEFALLEN:
            found = tuple(t for t in found if not self._is_where(t))
        return found

    def _compound(self, token: Token) -> frozenset[str]:
        """Return a noun with each word before it: "chemical weapon"."""
        return frozenset(
            f"{child.lemma.lower()} {token.lemma.lower()}"
            for child in self.document.children(token)
            if child.dep in ("amod", "compound", "nmod")
        )

    def _is_where(self, token: Token) -> bool:
        """Return whether a name before a noun is that of a place or a state, no adjective."""
        named = self.named.get(token.i)
        return (
            token.tag in ("NNP", "NNPS")
            and token.dep != "amod"
            and (named in ("state", "place") or token.i in self.placed)
        )

    def _is_victim(self, token: Token) -> bool:
        """Return whether a name before "massacre" is of people who do not kill by trade."""
        return token.dep != "amod" and self.named.get(token.i) in _HELPLESS

    def _opens(self, token: Token) -> bool:
        """Return whether a word has its capital letter from the sentence that it opens."""
        sentence = self.document.sentence_of(token)
        known = token.lemma.lower() in self.lexicon.classes["doer"] and token.tag == "NN"
        return known and token.i == sentence.first and not sentence.headline

    def _named_before(self, noun: Token) -> tuple[Token, ...]:
        """Return words in small letters before a noun that head a name: "Xian artillery fire"."""
        return tuple(
            c
            for c in self.document.children(noun)
            if c.dep in ("compound", "nmod") and c.i in self.named and c.text.islower()
        )

    def _noun_slot(self, noun: Token, slot: str, mutual: bool) -> tuple[Token, ...]:
        if slot == "possessor":
            return self.owned(noun)
        if slot == "adjective":
            found = (*self.syntax.adjectives(noun), *self._named_before(noun))
            if is_placed_by(self.document, noun):
                found = tuple(t for t in found if not self._is_where(t))
            if noun.lemma.lower() in _SUFFERED:
                found = tuple(t for t in found if not self._is_victim(t))
            if any(t.text.islower() and t.lemma.lower() in self._irregular for t in found):
                # "A Varnian rebel attack": it is the rebels' and not the state's.
                found = tuple(t for t in found if self.named.get(t.i) != "state")
            named = tuple(t for t in found if t.i in self.named)
            # One adjective before talks or a truce says where as often as who.
            if mutual:
                return named if len(named) > 1 else ()
            return named or tuple(t for t in found if t.text.islower() or self._opens(t))
        return self.syntax.preposed(noun, (slot,))
