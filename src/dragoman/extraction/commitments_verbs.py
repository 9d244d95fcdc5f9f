"""Undertakings by verbs and nouns: "pledged to", "agreed on", "made a commitment to"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.commitments_scene import REAL, Undertaking, Undertakings
from dragoman.extraction.status import is_negated, status_of
from dragoman.language import Token

_TO_THINGS = ("to", "on")
# Clauses after these have not happened yet.
_OPEN = frozenset({"until", "till", "unless", "if"})
_FOR = frozenset({"for", "towards", "toward", "in", "to"})
_NOMINAL = ("NOUN", "PROPN", "NUM", "SYM")


class ByVerb(Undertakings):
    """Finds what verbs and nouns of undertaking undertake."""

    def of(self, token: Token) -> Iterator[Undertaking]:
        """Yield what is undertaken by one token."""
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in self.words["verbs"]:
            yield from self._by_verb(token)
        elif token.pos == "NOUN" and lemma in self.words["nouns"] | self.words["given_only"]:
            yield from self._by_noun(token)

    # -- verbs --------------------------------------------------------------------------------

    def _by_verb(self, verb: Token) -> Iterator[Undertaking]:
        if not self._happens(verb):
            return
        if self.syntax.passive(verb):
            yield from self._passive(verb)
            return
        by = self._promisers(verb)
        to = tuple(actor for actor in self._recipients(verb) if actor not in by)
        things = list(self._things(verb))
        for thing, extra in things:
            yield Undertaking(word=verb, action=thing, whole=True, by=by, to=to, extra=extra)
        used = {t.i for _, extra in things for t in extra}
        for action, whole in self._actions(verb):
            if action.i not in used:
                # "The spokesman promised that the army would leave" binds the army.
                bound = self.scene.bound(action, by) if whole and action.dep == "ccomp" else ()
                yield Undertaking(word=verb, action=action, whole=whole, by=bound or by, to=to)

    def _happens(self, verb: Token) -> bool:
        """Return whether somebody does undertake something, no means or wish to do so."""
        if verb.dep in ("amod", "compound") or status_of(self.document, verb) not in REAL:
            return False
        if self.scene.infinitive(verb) or (verb.dep == "pcomp" and verb.tag == "VBG"):
            return False
        chain = (verb, *self.document.ancestors(verb))
        return not any(
            one.dep == "advcl" and c.dep == "mark" and c.lower in _OPEN
            for one in chain[:4]
            for c in self.document.children(one)
        )

    def _promisers(self, verb: Token) -> tuple[str, ...]:
        """Return who promises, of a document that pledges something those who signed it."""
        subjects = self.scene.all(self.syntax.agent(verb))
        signed = [self.scene.made(t) or self._signing(verb) for t in subjects if self._document(t)]
        for making in signed:
            if making is not None:
                return self.scene.doers(making)
        return self.scene.people.undertaking(subjects)

    def _document(self, token: Token) -> bool:
        return token.lemma.lower() in self.words["agreements"] | self.words["papers"]

    def _signing(self, verb: Token) -> Token | None:
        above = self.document.head(verb)
        return above if above.lemma in ("sign", "issue", "adopt", "initial", "conclude") else None

    def _recipients(self, verb: Token) -> tuple[str, ...]:
        heads = (
            *self.syntax.preposed(verb, ("to", "with")),
            *self.syntax.objects(verb),
            *self.syntax.indirect(verb),
        )
        return self.scene.people.of(self.scene.all(heads))

    def _passive(self, verb: Token) -> Iterator[Undertaking]:
        """Read "a truce was agreed by both", "it was agreed that", "they are committed to"."""
        by = self.scene.doers(verb)
        subjects = self.syntax.subject(verb)
        if verb.lemma == "commit":
            by = self.scene.people.undertaking(self.scene.all(subjects))
            for action, whole in self._actions(verb):
                if action.pos == "VERB" and self.scene.concrete(action):
                    yield Undertaking(word=verb, action=action, whole=whole, by=by)
            return
        for child in self.document.children(verb):
            if child.dep == "ccomp" and self.scene.binding(child) and verb.lemma == "agree":
                doers = by or self.scene.doers(child)
                yield Undertaking(word=verb, action=child, whole=True, by=doers)
        # "A truce agreed by both in May" names an agreement.
        for subject in subjects if verb.dep != "acl" else ():
            if by and self._is_thing(subject, verb):
                extra = tuple(c for c in self.document.children(verb) if self._purpose(c))
                yield Undertaking(word=verb, action=subject, whole=True, by=by, extra=extra)

    def _actions(self, verb: Token) -> Iterator[tuple[Token, bool]]:
        """Yield what a verb undertakes, and whether it is a whole clause."""
        for child in self.document.children(verb):
            if child.dep in ("xcomp", "ccomp", "advcl") and self.scene.infinitive(child):
                for action in self.scene.with_conjuncts(child):
                    if action.lemma not in self.words["weak"]:
                        yield action, False
            elif child.dep == "ccomp" and self.scene.settled(child, verb):
                yield child, True
            elif (
                child.dep == "prep"
                and child.i > verb.i
                and child.lower in _TO_THINGS
                and verb.lemma in ("agree", "commit", "consent")
            ):
                yield from self._nominal(verb, child)

    # -- things -------------------------------------------------------------------------------

    def _nominal(self, verb: Token, preposition: Token) -> Iterator[tuple[Token, bool]]:
        if verb.lemma == "commit" and not self.syntax.passive(verb) and not self._binds_self(verb):
            return
        for child in self.document.children(preposition):
            if child.dep == "pcomp":
                yield child, False
            elif child.dep == "pobj" and child.pos == "NOUN" and self._is_deed(child):
                yield child, True

    def _is_deed(self, noun: Token) -> bool:
        """Return whether a noun names something to be done: "a withdrawal", no "candidate"."""
        lemma = noun.lemma.lower()
        if self._empty(noun):
            return False
        if lemma in self.words["agreements"] and lemma not in self.words["truces"]:
            return False
        return lemma in self.words["deeds"] or self._tells(noun)

    def _tells(self, noun: Token) -> bool:
        return self.scene.finder.of_noun(noun) is not None

    def _binds_self(self, verb: Token) -> bool:
        """Return whether somebody commits himself or money, not "2,000 soldiers"."""
        objects = [c for c in self.document.children(verb) if c.dep == "dobj"]
        return all(o.lower in self.words["reflexive"] or self._is_money(o) for o in objects)

    def _empty(self, noun: Token) -> bool:
        return noun.lemma.lower() in self.words["empty"]

    def _things(self, verb: Token) -> Iterator[tuple[Token, tuple[Token, ...]]]:
        """Yield the things that a verb has for its object, with the clause of their purpose."""
        if verb.lemma not in self.words["with_things"]:
            return
        children = self.document.children(verb)
        clause = any(
            c.dep == "ccomp" or (c.dep in ("xcomp", "advcl") and self.scene.infinitive(c))
            for c in children
        )
        objects = [c for c in children if c.dep == "dobj"]
        for child in objects:
            if not self._is_thing(child, verb) or (clause and not self._is_money(child)):
                continue
            # Of two objects the first is whom something is promised.
            if child != objects[-1] and self.scene.people.of((child,)):
                continue
            yield child, tuple(c for c in children if c.i > child.i and self._belongs(c))

    def _belongs(self, word: Token) -> bool:
        """Return whether a word opens what a thing is for ("to rebuild", "for the camp")."""
        if word.dep in ("prep", "dative") and word.lower in _FOR:
            inner = self.document.children(word)
            return not any(c.ent in ("DATE", "TIME") for c in inner)
        return self._purpose(word)

    def _purpose(self, verb: Token) -> bool:
        return verb.dep in ("xcomp", "advcl") and self.scene.infinitive(verb)

    def _is_thing(self, noun: Token, verb: Token) -> bool:
        lemma = noun.lemma.lower()
        if verb.lemma == "commit":
            return self._is_money(noun)
        if noun.pos not in _NOMINAL or self._empty(noun) or lemma in self.words["vague"]:
            return False
        if noun.pos == "PROPN" or is_negated(self.document, verb):
            return False
        if verb.lemma == "agree":
            return self._is_deed(noun)
        # "The treaty guarantees a vote" tells of what holds, not of what is undertaken.
        return not (verb.lemma == "guarantee" and verb.tag in ("VBZ", "VBP"))

    def _is_money(self, noun: Token) -> bool:
        amount = any(c.text in "$£€" for c in self.document.subtree(noun))
        return amount or noun.lemma.lower() in self.words["money"]

    # -- nouns --------------------------------------------------------------------------------

    def _by_noun(self, noun: Token) -> Iterator[Undertaking]:
        governor = self.document.head(noun)
        given = governor.pos == "VERB" and governor.lemma in self.words["giving"]
        if noun.lemma in self.words["given_only"] and not given:
            return
        if status_of(self.document, noun) not in REAL:
            return
        if given and is_negated(self.document, governor):
            return
        holders = self.syntax.possessor(noun) + self.syntax.preposed(noun, ("by", "from"))
        by = self.scene.people.of(self.scene.all(holders))
        given_by, to = self._giving(governor) if given else ((), ())
        by = by or given_by
        if governor.lemma in self.words["receiving"]:
            to = self.scene.doers(governor)
        for action, whole in self._promised(noun, governor if given else None):
            yield Undertaking(word=noun, action=action, whole=whole, by=by, to=to)

    def _giving(self, verb: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who gives a promise and to whom: "X was given assurances by Y" too."""
        if not self.syntax.passive(verb):
            to = self.syntax.indirect(verb)
            return self.scene.doers(verb), self.scene.people.of(self.scene.all(to))
        givers = self.syntax.preposed(verb, ("by", "from"))
        receivers = self.syntax.subject(verb)
        people = self.scene.people
        return people.of(self.scene.all(givers)), people.of(self.scene.all(receivers))

    def _promised(self, noun: Token, governor: Token | None) -> Iterator[tuple[Token, bool]]:
        children = self.document.children(noun)
        if governor is not None:
            # The parse hangs "that ..." on the noun or on its verb.
            children += tuple(c for c in self.document.children(governor) if c.i > noun.i)
        for child in children:
            if child.dep in ("acl", "xcomp", "advcl") and self.scene.infinitive(child):
                for action in self.scene.with_conjuncts(child):
                    yield action, False
            elif child.dep in ("acl", "ccomp", "relcl") and self.scene.binding(child):
                if any(
                    c.lower == "that" and c.dep == "mark" for c in self.document.children(child)
                ):
                    yield child, True
            elif child.dep == "prep" and child.lower == "to":
                yield from self._committed_to(child)

    def _committed_to(self, preposition: Token) -> Iterator[tuple[Token, bool]]:
        """Read "its commitment to the withdrawal of troops", no aim ("to peace")."""
        for child in self.document.children(preposition):
            if child.dep == "pcomp" and self.scene.concrete(child):
                yield child, False
            elif child.dep == "pobj" and child.pos == "NOUN" and self._is_aimed_at(child):
                yield child, True

    def _is_aimed_at(self, noun: Token) -> bool:
        aims = self.words["aims"] | self.words["empty"]
        return self._tells(noun) and noun.lemma.lower() not in aims
