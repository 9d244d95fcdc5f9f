"""Triggers, and the verbs that are triggers, with who stands where about them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_aims import SPEAKING, Aims
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.language import Token

# Types of what is done by speaking.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_ASKING = ("REQUEST", "THREATEN")
_TOWARDS = ("to", "with", "from", "into", "for", "against")
# What one says one will do, which is a threat if it is hostile; an offer or a proposal is none.
_VOWING = frozenset({"pledge", "promise", "vow", "commit", "undertake"})


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


class VerbFinder(Aims):
    """Matches the senses of verbs against one document."""

    # -- verbs --------------------------------------------------------------------------------

    def of_verb(self, verb: Token) -> Trigger | None:
        """Return the trigger that a verb is, by the first of its senses that fits."""
        rows = self.lexicon.verbs.get(verb.lemma.lower())
        if not rows:
            return None
        near = self.syntax.near_words(verb)
        if self.accidents.is_idiom(verb):
            return None
        for words, sense in rows:
            if all(word in near for word in words):
                found = self._verb_sense(verb, words, sense)
                if found is not None:
                    return found
        return None

    def _verb_sense(self, verb: Token, words: tuple[str, ...], sense: Sense) -> Trigger | None:
        direct = self.syntax.objects(verb) + self.syntax.preposed(verb, words)
        objects = self.spread(t for t in direct if t.ent not in ("DATE", "TIME"))
        if not self._objects_fit(objects, sense) or not self._setting_fits(verb, objects, sense):
            return None
        asks = sense.type in ("REQUEST", "THREATEN") or (
            bool(sense.content) and sense.needs is None
        )
        below = self._undertaken(verb) if asks else None
        stands = sense.actor
        acting = self.syntax.preposed(verb, stands) if stands else self._agent(verb, sense)
        actors = self.spread(acting)
        if sense.mutual and not actors:
            actors = tuple(t for o in objects for t in self._noun_slot(o, "adjective", True))
        if sense.type == "MOBILIZE" and self.accidents.are_rescuers(actors):
            return None
        hurt = sense.type == "ASSAULT"
        # What the sense itself asks for ("opened fire") is no fire that burns.
        harmed = () if sense.object and not sense.effect else objects
        if hurt and self.accidents.of_verb(verb, actors, harmed, sense.effect):
            return None
        recipients = self._verb_recipients(verb, objects, sense)
        if below is not None and sense.type == "REJECT" and self._says_nothing(verb, below):
            return None
        if below is not None:
            recipients = recipients or self._of_content(below, actors, sense)
            if sense.type == "AGREE" and verb.lemma in _VOWING and self._is_threat(below):
                sense = msgspec.structs.replace(sense, type="THREATEN", mode="violence")
        recipients = self.beneath(recipients, objects, sense)
        if sense.moved and not actors:
            actors, recipients = objects, tuple(t for t in recipients if t not in objects)
        if sense.complement and not sense.prep:
            recipients = recipients or self._called(verb)
        trigger = Trigger(
            token=verb,
            sense=sense,
            actors=tuple(t for t in actors if t not in recipients),
            recipients=recipients,
            affected=(objects or recipients) if sense.effect else (),
            effect=sense.effect,
            mode=sense.mode or self._mode(verb, sense, actors),
        )
        return trigger if self._needs_met(trigger) else None

    def _agent(self, verb: Token, sense: Sense) -> tuple[Token, ...]:
        """Return who does what a verb says; of words said, somebody who can speak.

        Of "he said the truce was holding and called on them to keep it" the parse makes the
        truce call.
        """
        found = self._issuer(verb, self.syntax.agent(verb))
        clause = self.document.head(verb)
        if verb.dep != "conj" or clause.dep != "ccomp" or sense.type not in _SPOKEN:
            return found
        if any(self.belongs(one, SPEAKING) or one.pos == "PRON" for one in found):
            return found
        saying = self.document.head(clause)
        return self.syntax.subject(saying) if saying.pos == "VERB" else found

    def _issuer(self, verb: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return who put out the document that says it ("issued a statement condemning them")."""
        if verb.dep not in ("acl", "relcl") or len(found) != 1:
            return found
        issued = found[0]
        above = self.document.head(issued)
        if not self.lexicon.in_class(issued.lemma.lower(), ("@document",)):
            return found
        if issued.dep != "dobj" or above.pos != "VERB":
            return found
        return self.syntax.agent(above) or found

    def _undertaken(self, verb: Token) -> Token | None:
        """Return the verb of what is agreed, threatened, refused or asked for."""
        for child in self.document.children(verb):
            if child.dep in ("ccomp", "xcomp") and child.pos == "VERB" and child.tag != "VBG":
                return child
        return None

    def _says_nothing(self, verb: Token, below: Token) -> bool:
        """Return whether it is only words that are withheld, or success that was missed."""
        if self.lexicon.in_class(below.lemma.lower(), ("@comment",)):
            return True
        return verb.lemma == "fail" and self.of_verb(below) is None

    def _of_content(
        self, below: Token, actors: tuple[Token, ...], sense: Sense
    ) -> tuple[Token, ...]:
        """Return whom what is undertaken or asked for is aimed at."""
        subject = self.spread(self.syntax.subject(below))
        if sense.type == "REQUEST":
            return tuple(t for t in subject if t not in actors)
        if sense.content == "misdeed":
            return tuple(t for t in self._blamed(below) if t not in actors)
        inner = self.of_verb(below)
        found = (*inner.recipients, *inner.affected) if inner is not None else ()
        if sense.content == "refusal":
            return tuple(t for t in found if t not in actors)
        if not found:
            found = self.spread(self.syntax.objects(below)) or self._let(below)
            found = found or self.spread(self.syntax.preposed(below, _TOWARDS))
        return tuple(t for t in found if t not in actors)

    def _let(self, verb: Token) -> tuple[Token, ...]:
        """Return who is, or is not, let do something ("refused to allow the plane to land")."""
        return tuple(
            subject
            for child in self.document.children(verb)
            if child.dep in ("ccomp", "xcomp")
            for subject in self.document.children(child)
            if subject.dep == "nsubj"
        )

    def _is_threat(self, below: Token) -> bool:
        inner = self.of_verb(below)
        return inner is not None and inner.sense.type in _HOSTILE

    def _objects_fit(self, objects: tuple[Token, ...], sense: Sense) -> bool:
        if any(self.belongs(token, sense.unless) for token in objects):
            return False
        if not sense.object:
            return True
        if not objects:
            return "" in sense.object
        whole = (*objects, *(t for o in objects for t in self.syntax.preposed(o, ("of",))))
        return any(self.belongs(token, sense.object) for token in whole)

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
            return any(c.tag == "TO" for clause in clauses for c in self.document.children(clause))
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
        subject = [c for c in inner if c.dep == "nsubj" and c.pos != "PRON"]
        perfect = any(c.lemma == "have" and c.dep == "aux" for c in inner)
        if not obliged or not subject or perfect or clause.pos != "VERB":
            return False
        return any(self._is_somebody(t) for t in subject) and bool(self.syntax.subject(verb))

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

    def _needs_met(self, trigger: Trigger) -> bool:
        need = trigger.sense.needs
        if need is None:
            return True
        if need == "recipient":
            return bool(trigger.recipients)
        if need == "actor":
            return bool(trigger.actors)
        whole = [*trigger.actors]
        for token in whole:
            # "Tens of thousands of police": the police are those who act.
            if token.pos == "NUM" or self.lexicon.in_class(token.lemma.lower(), ("@quantity",)):
                whole.extend(self.syntax.preposed(token, ("of",)))
        return any(self.belongs(token, (f"@{need}",)) for token in whole)

    def _mode(self, word: Token, sense: Sense, actors: Iterable[Token]) -> str | None:
        if sense.type != "ASSAULT":
            return None
        near = [
            *(c for c in self.document.children(word) if c.dep in ("compound", "amod", "nmod")),
            *actors,
            *self.syntax.preposed(word, ("with", "by", "using")),
        ]
        for token in near:
            for one in (*self.document.children(token), token):
                if one is token or one.dep in ("compound", "amod"):
                    mode = self.lexicon.modes.get(one.lemma.lower())
                    if mode:
                        return mode
        return None


def _asks(sense: Sense) -> bool:
    """Return whether what stands below a verb says whom its sense is aimed at."""
    return sense.type in _ASKING or (bool(sense.content) and sense.needs is None)
