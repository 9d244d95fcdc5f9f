"""Who did what a noun tells of, where the words about it say so: "a raid, the work of rebels"."""

from __future__ import annotations

from dragoman.extraction.accounts_carriers import CONTAINERS
from dragoman.extraction.accounts_fitting import Trigger
from dragoman.extraction.accounts_triggers import LAID, WORK, Finder
from dragoman.language import Document, Token

# What one does with an attack; "held by" and "led by" may be said of what it hit.
_MAKING = frozenset({
    "carry", "cause", "commit", "conduct", "execute", "launch", "mount", "orchestrate",
    "perpetrate", "stage",
})  # fmt: skip
# Nouns beside an attack's that a clause about the attack may hang on: "a raid on the camp, staged".
_ABOUT = frozenset({"of", "on", "in", "at", "near", "against"})
_SOMEBODY = ("@force", "@troops", "@armed", "@state")


class Doers:
    """Finds the doers of the attacks of one document whose own slots name none."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.document: Document = finder.document
        self.syntax = finder.syntax

    def of(self, trigger: Trigger) -> tuple[Token, ...]:
        """Return who is said to have made an attack that a noun tells of."""
        noun = trigger.token
        if trigger.sense.type != "ASSAULT" or noun.pos not in ("NOUN", "PROPN"):
            return ()
        found = self._hands(noun) or self._work(noun) or self._behind(noun) or self._past(noun)
        return tuple(t for t in self.finder.spread(found) if t.i != noun.i)

    def _hands(self, noun: Token) -> tuple[Token, ...]:
        """Return by whom it was carried out, or on whom it is blamed, in a clause behind it."""
        for head in (noun, *self._beneath(noun)):
            for clause in self.document.children(head):
                if clause.dep in ("acl", "relcl") and clause.pos == "VERB" and clause.i > noun.i:
                    found = self._of_clause(clause)
                    if found:
                        return found
        verb = self.document.head(noun)
        if noun.dep == "nsubj" and self.syntax.held_to_be(verb):
            return self._of_clause(verb)
        return ()

    def _beneath(self, noun: Token) -> tuple[Token, ...]:
        """Return what the attack was on or in: the parse hangs clauses about it there."""
        found = list(self.syntax.preposed(noun, _ABOUT))
        for one in found:
            # "The murder of a judge and two of his guards, perpetrated by": it hangs on the last.
            found += [
                t
                for t in (*self.syntax.conjuncts(one), *self.syntax.preposed(one, ("of",)))
                if t not in found
            ]
        return tuple(found)

    def _of_clause(self, clause: Token) -> tuple[Token, ...]:
        for verb in (clause, *self._below(clause)):
            if verb.lemma in _MAKING and self.syntax.passive(verb):
                found = self.syntax.agent(verb)
                if found:
                    return found
            laid = LAID.get(verb.lemma)
            if laid is not None:
                return self.syntax.preposed(verb, laid)
        return ()

    def _below(self, clause: Token) -> tuple[Token, ...]:
        """Return what is believed or said of it ("believed to have been carried out by")."""
        inside = self.document.children(clause)
        return tuple(c for c in inside if c.dep in ("xcomp", "ccomp") and c.pos == "VERB")

    def _work(self, noun: Token) -> tuple[Token, ...]:
        """Return whose work it is called beside it ("a bombing, the work of rebels")."""
        works = (c for c in self.document.children(noun) if c.dep == "appos" and c.lemma in WORK)
        return tuple(t for work in works for t in self.syntax.preposed(work, ("of",)))

    def _behind(self, noun: Token) -> tuple[Token, ...]:
        """Return who those behind it are said to be ("those behind the raid were rebels")."""
        behind = self.document.head(noun)
        people = self.document.head(behind)
        verb = self.document.head(people)
        if noun.dep != "pobj" or behind.lower != "behind" or people.dep != "nsubj":
            return ()
        named = (c for c in self.document.children(verb) if c.dep == "attr")
        return tuple(named) if verb.lemma == "be" else ()

    def _past(self, noun: Token) -> tuple[Token, ...]:
        """Return by or from whom it came, past what it hit ("the bombing of a town by rebels")."""
        near = (*self.syntax.preposed(noun, ("from",)), *self._by_beneath(noun))
        return tuple(token for token in near if self._is_somebody(token))

    def _by_beneath(self, noun: Token) -> tuple[Token, ...]:
        above = self.document.head(self.document.head(noun))
        held = noun.dep == "pobj" and above.lemma.lower() in CONTAINERS
        near = (*self._beneath(noun), *((above,) if held else ()))
        return tuple(t for one in near for t in self.syntax.preposed(one, ("by",)))

    def _is_somebody(self, token: Token) -> bool:
        """Return whether a token is a power or its forces, and no mere place."""
        if self.finder.named.get(token.i) in ("armed_group", "group", "organisation"):
            return True
        place = token.i in self.finder.placed and token.tag in ("NNP", "NNPS")
        return not place and self.finder.belongs(token, _SOMEBODY)
