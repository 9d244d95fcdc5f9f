"""Who stands where about a verb: subjects, its own or borrowed, doers, objects, receivers."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_voice import Voice
from dragoman.extraction.claims_above import doer_for
from dragoman.extraction.status_words import status_words
from dragoman.language import Token

_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_VERBAL = frozenset({"VERB", "AUX"})
_USING = frozenset({"use", "exploit"})
# Verbs that name with a preposition whom they ask to do something.
_ASKING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}
_JOINED = ("along", "together")
_CALLED = frozenset({"named", "called", "identified"})
_CALLED_BY = ("oprd", "dobj", "attr")


class Syntax(Voice):
    """Finds the places about a verb, and what hangs on it, in one document."""

    def called(self, noun: Token) -> tuple[Token, ...]:
        """Return as what a noun is known at once: "a man named X", "a man identified as X"."""
        if noun.pos != "NOUN":
            return ()
        below = self.document.children(noun)
        calling = [c for c in below if c.dep == "acl" and c.lower in _CALLED]
        named = [t for c in calling for t in self.document.children(c) if t.dep in _CALLED_BY]
        return (*named, *(t for c in calling for t in self.preposed(c, ("as",))))

    def subject(self, verb: Token, depth: int = 0) -> tuple[Token, ...]:
        """Return the surface subject of a verb, its own or the one it borrows."""
        # The last of several: the first is a town before a dash, which the parse made a subject.
        for child in reversed(self.document.children(verb)):
            if child.dep in ("nsubj", "nsubjpass", "csubj") and child.i != verb.i:
                return (*self._also_before(child, verb), *self._antecedent(child, verb))
        if depth > 5:
            return ()
        return self._borrowed(verb, depth)

    def _also_before(self, subject: Token, verb: Token) -> tuple[Token, ...]:
        """Return the subject that the parse put apart: "President A and Prime Minister B met".

        Or "the army and allies from the militia Tarsk Brigade took the hill": it goes straight on.
        """
        children = self.document.children(verb)
        before = [c for c in children if c.i < subject.i]
        if len(before) > 1 and before[-1].lower == "and" and before[-2].dep == "nsubj":
            return (before[-2],)
        if not before or before[-1].dep != "nsubj" or subject.pos != "PROPN":
            return ()
        within = self.document.subtree(before[-1])
        first = min(t.i for t in self.document.subtree(subject))
        several = any(t.dep == "conj" for t in within)
        return (before[-1],) if several and max(t.i for t in within) == first - 1 else ()

    def _antecedent(self, token: Token, verb: Token) -> tuple[Token, ...]:
        if token.lower not in _RELATIVE:
            return (token,)
        if verb.dep == "relcl":
            return self._all_joined(self.document.head(verb), verb)
        governor = self.document.head(verb)
        # "Who came and fired", "who the army says have fired".
        if verb.dep in ("conj", "ccomp") and governor.dep == "relcl":
            return (self.document.head(governor),)
        return ()

    def _all_joined(self, noun: Token, verb: Token) -> tuple[Token, ...]:
        """Return all of a row that a plural verb behind its last one is of: "A and B, who were"."""
        several = verb.tag == "VBP" or any(
            c.tag == "VBP" or c.lower == "were"
            for c in self.document.children(verb)
            if c.dep in ("aux", "auxpass")
        )
        row = [noun]
        while several and noun.tag in ("NN", "NNP") and row[0].dep == "conj":
            row.insert(0, self.document.head(row[0]))
        return tuple(row)

    def _borrowed(self, verb: Token, depth: int) -> tuple[Token, ...]:
        governor = self.document.head(verb)
        if verb.head == verb.i:
            return ()
        if verb.dep == "conj" and governor.pos in _VERBAL:
            return self.subject(governor, depth + 1)
        asked = self._asked(verb, governor)
        if asked:
            return asked
        if verb.dep == "xcomp" and governor.pos in _VERBAL:
            objects = self._own_objects(governor)
            # Who "used the meeting to promise" something promised it.
            means = governor.lemma in _USING and not self._doing(objects)
            if objects and not means and not self.passive(governor):
                return objects
            return self.subject(governor, depth + 1)
        if verb.dep == "xcomp" and governor.pos in ("ADJ", "ADV"):
            return self.subject(self.document.head(governor), depth + 1)
        if verb.dep == "advcl" and governor.pos in _VERBAL:
            # Of "killed in rebels shelling the town" the killed are not who shelled.
            if governor.lemma in lexicon().effects and self.passive(governor):
                return ()
            return self.subject(governor, depth + 1)
        main = self._main_subject(verb)
        if main is not None:
            return (main,)
        if verb.dep in ("acl", "relcl"):
            return self._of_noun(verb, governor)
        if verb.dep == "pcomp":
            return self._of_gerund(governor, depth)
        if verb.dep != "ccomp":
            return ()
        if self.held_to_be(governor) and governor.i < verb.i:
            return self.subject(governor, depth + 1)
        return self._of_sibling(verb, governor)

    def _of_sibling(self, verb: Token, governor: Token) -> tuple[Token, ...]:
        """Return the subject that the parse gave to a participle: "troops backed by tanks raided".

        The two are then clauses of one verb of saying.
        """
        before = [c for c in self.document.children(governor) if c.dep == "ccomp" and c.i < verb.i]
        if verb.tag not in ("VBD", "VBZ", "VBP") or not before or before[-1].tag != "VBN":
            return ()
        children = self.document.children(before[-1])
        if any(c.dep in ("aux", "auxpass") for c in children):
            return ()
        return tuple(c for c in children if c.dep in ("nsubj", "nsubjpass"))

    def _asked(self, verb: Token, governor: Token) -> tuple[Token, ...]:
        """Return who is asked to do it with a preposition: "called on the army to leave"."""
        infinitive = any(c.tag == "TO" for c in self.document.children(verb))
        if verb.dep not in ("xcomp", "advcl") or not infinitive or self.passive(governor):
            return ()
        found = self.preposed(governor, _ASKING.get(governor.lemma, ()))
        return found if self._doing(found) else ()

    def _doing(self, tokens: tuple[Token, ...]) -> bool:
        """Return whether tokens are somebody who may act himself ("used rebels to attack")."""
        names = ("@people", "@force", "@troops", "@state")
        return any(
            t.pos in ("PROPN", "PRON") or lexicon().in_class(t.lemma.lower(), names) for t in tokens
        )

    def _of_noun(self, verb: Token, noun: Token) -> tuple[Token, ...]:
        infinitive = any(c.tag == "TO" for c in self.document.children(verb))
        if verb.dep == "acl" and verb.tag in ("VBG", "VBN") and not infinitive:
            if (doer := doer_for(self.document, verb, noun)) is not None:
                return (doer,)
            if verb.tag == "VBG" and verb.lemma in lexicon().effects and self._harmed(noun):
                return ()
            return (self._member(verb, noun),)
        return (self.possessor(noun) or self._bearer(noun)) if infinitive else ()

    def _harmed(self, noun: Token) -> bool:
        """Return whether people are killed there: "claimed the lives of two, injuring three"."""
        above = self.document.head(noun)
        if noun.dep == "pobj" and above.lower == "of":
            life = self.document.head(above)
            return life.lemma.lower() == "life" and life.dep == "dobj"
        return noun.dep in ("dobj", "nsubjpass") and above.lemma in lexicon().effects

    def _member(self, verb: Token, noun: Token) -> Token:
        """Return who of a group suffered it: "19 members of the rebel group arrested"."""
        of = self.document.head(noun)
        member = self.document.head(of)
        done = verb.lemma in lexicon().effects or verb.lemma in lexicon().undergone
        belongs = noun.dep == "pobj" and of.lower == "of" and member.lemma.lower() == "member"
        return member if done and belongs else noun

    def _bearer(self, noun: Token) -> tuple[Token, ...]:
        """Return who "made progress in" doing something, or "launched a drive to" do it."""
        verb = self.document.head(noun)
        classes = lexicon().classes
        if noun.lemma.lower() in classes["undertaking"]:
            above = verb if verb.pos == "VERB" else self.document.head(verb)
            if above.lemma.lower() in classes["undertakes"] and not self.passive(above):
                return self.subject(above)
        kinds = [kind for _, kind in lexicon().light.get(verb.lemma.lower(), ())]
        if noun.dep != "dobj" or verb.pos != "VERB" or "doer" not in kinds:
            return ()
        return self.agent(verb)

    def _of_gerund(self, preposition: Token, depth: int) -> tuple[Token, ...]:
        governor = self.document.head(preposition)
        before = self.document.tokens[preposition.i - 1]
        if before.lemma in status_words().answers:
            return ()  # "strikes in retaliation for targeting" others do
        if governor.pos in ("ADJ", "ADV"):
            governor = self.document.head(governor)
        if preposition.lower == "for" and governor.pos == "VERB" and self.passive(governor):
            return ()
        if governor.pos not in _VERBAL:
            if governor.dep in ("dobj", "nsubjpass") and self._accused(governor):
                return (governor,)
            return self.possessor(governor) or self._bearer(governor)
        objects = self._own_objects(governor)
        if objects and preposition.lower in ("of", "for", "from") and not self.passive(governor):
            return objects
        return self.subject(governor, depth + 1)

    def _accused(self, noun: Token) -> bool:
        verb = self.document.head(noun)
        return verb.lemma.lower() in lexicon().classes["accusing"]

    def _own_objects(self, verb: Token) -> tuple[Token, ...]:
        children = self.document.children(verb)
        found = tuple(c for c in children if c.dep == "dobj")
        return found or tuple(t for c in children for t in self._predicated(c))

    def _predicated(self, clause: Token) -> tuple[Token, ...]:
        """Return of whom something is found or held: "found them guilty", "called him a liar"."""
        if clause.dep != "ccomp" or clause.pos not in ("ADJ", "NOUN", "PROPN"):
            return ()
        inner = self.document.children(clause)
        if any(c.dep in ("aux", "cop", "mark") for c in inner):
            return ()
        return tuple(c for c in inner if c.dep == "nsubj")

    def agent(self, verb: Token) -> tuple[Token, ...]:
        """Return who does what a verb says: its subject, in the passive its by-phrase."""
        if not self.passive(verb):
            return self.subject(verb)
        found = self.preposed(verb, ("by",)) or tuple(
            doer
            for hand in self.preposed(verb, ("at",))
            if hand.lemma == "hand"
            for doer in self.preposed(hand, ("of",))
        )
        # "Riddled with bullets by gunmen"
        found = found or tuple(
            doer
            for means in self.preposed(verb, ("with",))
            for doer in self.preposed(means, ("by",))
        )
        if found:
            return found
        governor = self.document.head(verb)
        if verb.dep == "conj" and governor.pos == "VERB" and self.passive(governor):
            return self.preposed(governor, ("by",))
        return tuple(
            t
            for c in self.document.children(verb)
            if c.dep == "conj" and c.tag == "VBN"
            for t in self.preposed(c, ("by",))
        )

    def objects(self, verb: Token) -> tuple[Token, ...]:
        """Return what a verb is done to: its object, in the passive its subject."""
        if self.passive(verb):
            return self.subject(verb)
        own = self._own_objects(verb)
        if own:
            return tuple(t for o in own for t in self._antecedent(o, verb))
        governor = self.document.head(verb)
        if verb.dep == "relcl" and governor.pos in _NOMINAL:
            subject = self.subject(verb)
            if subject and governor not in subject:
                return (governor,)
        conjuncts = [c for c in self.document.children(verb) if c.dep == "conj"]
        if conjuncts and conjuncts[0].pos == "VERB":
            return self._own_objects(conjuncts[0])
        return ()

    def accompanying(self, verb: Token, done_to: Sequence[Token]) -> tuple[Token, ...]:
        """Return with whom somebody suffers a deed: "A was killed along with B"."""
        harms = verb.lemma in lexicon().effects or verb.lemma in lexicon().undergone
        bearers = (*done_to, verb) if harms or self.passive(verb) else done_to
        below = [child for bearer in bearers for child in self.document.children(bearer)]
        below += [inner for c in below if c.lower in _JOINED for inner in self.document.children(c)]
        with_them = [
            who
            for link in below
            if link.lower == "with" and self.document.tokens[link.i - 1].lower in _JOINED
            for who in self.document.children(link)
            if who.dep == "pobj"
        ]
        return tuple(self._by_name(who) for who in with_them)

    def _by_name(self, noun: Token) -> Token:
        """Return the name behind a noun: "his driver Ivan Tal"."""
        names = [c for c in self.document.children(noun) if c.dep == "appos" and c.pos == "PROPN"]
        return names[0] if names else noun

    def indirect(self, verb: Token) -> tuple[Token, ...]:
        """Return the receiver of a verb of giving that stands without a preposition."""
        return tuple(
            c for c in self.document.children(verb) if c.dep == "dative" and c.pos != "ADP"
        )

    def let(self, verb: Token) -> tuple[Token, ...]:
        """Return who is, or is not, let do something ("refused to allow the plane to land")."""
        return tuple(
            subject
            for child in self.document.children(verb)
            if child.dep in ("ccomp", "xcomp")
            for subject in self.document.children(child)
            if subject.dep == "nsubj"
        )
