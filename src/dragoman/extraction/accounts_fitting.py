"""Whether a sense of a verb fits where the verb stands: its objects, clauses and what it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod

import msgspec

from dragoman.extraction.accounts_aims import Aims
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.language import Token

_CARRYING = frozenset({"truck", "lorry", "ship", "plane", "flight", "barge", "vessel"})
_HURT = frozenset({"wound", "injure"})
# Of himself nobody demands anything.
_OURS = frozenset({"i", "we"})
_THEIRS = frozenset({"they", "you"})


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that tells of an event: ``token``; ``light`` is the verb that carries a noun.

    ``actors``, ``recipients`` and ``affected`` (those killed, injured) are head tokens.
    ``folded`` are further words that tell of the same event ("... killing three").
    """

    token: Token
    sense: Sense
    light: Token | None = None
    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    affected: tuple[Token, ...] = ()
    folded: tuple[Token, ...] = ()
    mode: str | None = None
    effect: str | None = None


class Fitting(Aims, ABC):
    """Tells which senses fit a verb of one document."""

    @abstractmethod
    def of_verb(self, verb: Token) -> Trigger | None:
        """Return the trigger that a verb is, by the first of its senses that fits."""

    def _objects_fit(self, objects: tuple[Token, ...], sense: Sense) -> bool:
        # "Dozens of shells" are shells.
        counted = (t for o in objects if self._counts(o) for t in self.syntax.preposed(o, ("of",)))
        if sense.unless and any(self.belongs(t, sense.unless) for t in (*objects, *counted)):
            return False
        if not sense.object:
            return True
        if not objects:
            return "" in sense.object
        whole = (*objects, *(t for o in objects for t in self.syntax.preposed(o, ("of",))))
        return any(self.belongs(token, sense.object) for token in whole)

    def _counts(self, token: Token) -> bool:
        return self.lexicon.in_class(
            token.lemma.lower(), ("@quantity", "ten", "barrage", "series", "force")
        )

    def _setting_fits(self, verb: Token, objects: tuple[Token, ...], sense: Sense) -> bool:
        if sense.active and self.syntax.passive(verb):
            return False
        if sense.plain and any(c.dep == "oprd" for c in self.document.children(verb)):
            return False
        if sense.type == "AGREE" and self._is_opinion(verb):
            return False
        if sense.prep and not self._about(verb, objects, sense.prep):
            return False
        if sense.complement and not self._complement_fits(verb, objects, sense):
            return False
        if not sense.content:
            return True
        clauses = [c for c in self.document.children(verb) if c.dep in ("ccomp", "xcomp")]
        if sense.content == "infinitive":
            inner = (self.document.children(clause) for clause in clauses)
            # "Tell them how far to go": no more than a question is answered.
            return any(
                any(c.tag == "TO" for c in own) and not any(c.tag == "WRB" for c in own)
                for own in inner
            )
        if sense.content == "refusal":
            return any(self._is_refusal(clause) for clause in clauses)
        if sense.content == "misdeed":
            return any(self._is_violent(c) and self._blamed(c) for c in clauses)
        if sense.content == "deed":
            return any(self._is_violent(clause) for clause in clauses)
        if sense.content == "must":
            return any(self._is_told_to(verb, clause) for clause in clauses)
        return bool(clauses)

    def _is_violent(self, clause: Token) -> bool:
        """Return whether a clause tells of an attack ("admitted that it had shot down a jet")."""
        inner = self.of_verb(clause)
        return inner is not None and inner.sense.type == "ASSAULT"

    def _blamed(self, clause: Token) -> tuple[Token, ...]:
        """Return whom a clause names as those who did it; who speaks of himself blames nobody."""
        done = self.spread(self.syntax.agent(clause))
        return tuple(t for t in done if t.pos != "PRON" and self._is_somebody(t))

    def _is_refusal(self, clause: Token) -> bool:
        """Return whether somebody says of himself that he will not do something."""
        inner = self.document.children(clause)
        refused = any(c.dep == "neg" for c in inner)
        willed = any(c.tag == "MD" and c.lemma.lower() in ("will", "would") for c in inner)
        own = any(c.dep == "nsubj" and c.pos == "PRON" for c in inner)
        return refused and willed and own and self.of_verb(clause) is not None

    def _is_told_to(self, verb: Token, clause: Token) -> bool:
        """Return whether somebody says that another must do something."""
        inner = self.document.children(clause)
        obliged = any(c.tag == "MD" and c.lower in ("must", "should") for c in inner)
        done_to = any(c.dep == "nsubjpass" and c.lower not in _OURS for c in inner)
        subject = [c for c in inner if c.dep == "nsubj" and (c.pos != "PRON" or c.lower in _THEIRS)]
        perfect = any(c.lemma == "have" and c.dep == "aux" for c in inner)
        if not obliged or perfect or clause.pos != "VERB":
            return False
        if done_to:
            return bool(self.syntax.subject(verb))
        return any(c.lower in _THEIRS for c in subject) or (
            any(self._is_somebody(t) for t in subject) and bool(self.syntax.subject(verb))
        )

    def _complement_fits(self, verb: Token, objects: tuple[Token, ...], sense: Sense) -> bool:
        found = self._about(verb, objects, sense.prep or ("as",))
        if not sense.prep:
            children = self.document.children(verb)
            found += tuple(c for c in children if c.dep in ("oprd", "attr", "acomp"))
            found += tuple(
                inner
                for clause in children
                if clause.dep == "ccomp" and clause.lemma == "be"
                for inner in self.document.children(clause)
                if inner.dep in ("attr", "acomp")
            )
        return any(self.belongs(token, sense.complement) for token in self.spread(found))

    def _is_opinion(self, verb: Token) -> bool:
        """Return whether people agree that something is so, and undertake nothing."""
        for child in self.document.children(verb):
            if child.dep == "ccomp":
                inner = self.document.children(child)
                return not any(c.tag in ("MD", "TO") for c in inner) and child.tag != "VB"
        return False

    def _needs_met(
        self, sense: Sense, actors: tuple[Token, ...], recipients: tuple[Token, ...]
    ) -> bool:
        need = sense.needs
        if need is None:
            return True
        if need == "recipient":
            return bool(recipients)
        if need == "actor":
            return bool(actors)
        if need == "violence":
            return self.accidents.violent
        if need == "fallen":
            return self.accidents.violent and any(self._fallen(token) for token in recipients)
        if need == "convoy":
            return any(self._brings_aid(token) for token in actors)
        whole = [*actors]
        for token in whole:
            # "Tens of thousands of police": the police are those who act.
            if token.pos == "NUM" or self.lexicon.in_class(token.lemma.lower(), ("@quantity",)):
                whole.extend(self.syntax.preposed(token, ("of",)))
        if need == "crowd":
            # Ministers who gather are at work.
            official = self.lexicon.classes["official"]
            whole = [token for token in whole if token.lemma.lower() not in official]
        return any(self.belongs(token, (f"@{need}",)) for token in whole)

    def _fallen(self, token: Token) -> bool:
        """Return whether those who died were fighters, or died beside others who were hurt."""
        verb = self.document.head(token)
        # "Resulted in nine soldiers dying": what killed them is told of already.
        if any(one.tag == "VBG" for one in (verb, *self.document.children(token))):
            return False
        if self.lexicon.in_class(token.lemma.lower(), ("@fallen",)):
            return True
        beside = [c for c in self.document.children(verb) if c.dep == "conj"]
        return any(c.lemma.lower() in _HURT for c in beside)

    def _brings_aid(self, token: Token) -> bool:
        """Return whether something that arrives is a convoy of relief, and no column of troops."""
        near = [*self.document.children(token), *self.syntax.preposed(token, ("of", "with"))]
        near += [t for c in near if c.dep in ("acl", "relcl") for t in self._loaded(c)]
        lemmas = {one.lemma.lower() for one in near}
        if lemmas & self.lexicon.classes["armed"] or lemmas & {"military", "armored", "armoured"}:
            return False
        lemma = token.lemma.lower()
        laden = any(self.lexicon.in_class(one, ("@aid",)) for one in lemmas)
        return lemma in self.lexicon.classes["convoy"] or (lemma in _CARRYING and laden)

    def _loaded(self, verb: Token) -> tuple[Token, ...]:
        """Return what something carries: "trucks loaded with food", "a convoy carrying food"."""
        children = self.document.children(verb)
        carried = tuple(c for c in children if c.dep == "dobj")
        return (*carried, *self.syntax.preposed(verb, ("with",)))
