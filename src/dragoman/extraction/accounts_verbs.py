"""The verbs that are triggers, with who stands where about them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.accounts_aims import SPEAKING
from dragoman.extraction.accounts_fitting import Fitting, Trigger
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.language import Token

__all__ = ["Trigger", "VerbFinder"]

# Types of what is done by speaking.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_ASKING = ("REQUEST", "THREATEN")
_TOWARDS = ("to", "with", "from", "into", "for", "against")
# What one says one will do, which is a threat if it is hostile; an offer or a proposal is none.
_VOWING = frozenset({"pledge", "promise", "vow", "commit", "undertake"})


class VerbFinder(Fitting):
    """Matches the senses of verbs against one document."""

    # -- verbs --------------------------------------------------------------------------------

    def of_verb(self, verb: Token) -> Trigger | None:
        """Return the trigger that a verb is, by the first of its senses that fits."""
        rows = self.lexicon.verbs.get(self._lemma(verb))
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

    def _lemma(self, verb: Token) -> str:
        """Return a verb's lemma, with what a hyphen joins to it ("test-fired")."""
        tokens = self.document.tokens
        lemma = verb.lemma.lower()
        if verb.i > 1 and tokens[verb.i - 1].text == "-" and tokens[verb.i - 1].end == verb.start:
            return f"{tokens[verb.i - 2].lower}-{lemma}"
        return lemma

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
        if sense.type == "SUPPORT" and self.accidents.sporting:
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
            mode=self._mode(verb, sense, actors),
        )
        told = self._needs_met(sense, trigger.actors, trigger.recipients)
        return trigger if told else None

    def _agent(self, verb: Token, sense: Sense) -> tuple[Token, ...]:
        """Return who does what a verb says; of words said, somebody who can speak.

        Of "he said the truce was holding and called on them to keep it" the parse makes the
        truce call.
        """
        found = self._issuer(verb, self.syntax.agent(verb))
        clause = self.document.head(verb)
        if sense.type not in _SPOKEN:
            return found
        if verb.dep == "acl" and verb.tag == "VBG" and self.document.head(clause).lower == "on":
            # "Posted a message on a website blaming them": no website blames.
            above = (t for t in self.document.ancestors(clause) if t.pos == "VERB")
            return self._who_says(next(above, verb)) or found
        if verb.dep not in ("conj", "advcl") or clause.dep != "ccomp":
            return found
        return found if any(self._may_speak(one) for one in found) else self._who_says(clause)

    def _may_speak(self, token: Token) -> bool:
        return self.belongs(token, SPEAKING) or token.pos == "PRON"

    def _who_says(self, clause: Token) -> tuple[Token, ...]:
        """Return the doer of a verb, or of the one that its clause hangs on, who can speak."""
        for verb in (clause, self.document.head(clause)):
            found = self.syntax.agent(verb) if verb.pos == "VERB" else ()
            if any(self._may_speak(one) for one in found):
                return found
        return ()

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
            found = self.spread(self.syntax.objects(below)) or self.syntax.let(below)
            found = found or self.spread(self.syntax.preposed(below, _TOWARDS))
        return tuple(t for t in found if t not in actors)

    def _is_threat(self, below: Token) -> bool:
        inner = self.of_verb(below)
        if inner is not None:
            return inner.sense.type in _HOSTILE
        # "Vowed to launch new attacks": the verb itself tells of nothing.
        does = any(kind == "doer" for _, kind in self.lexicon.light.get(below.lemma.lower(), ()))
        return does and any(
            sense.type in _HOSTILE
            for noun in self.syntax.objects(below)
            for words, sense in self.lexicon.nouns.get(noun.lemma.lower(), ())
            if not words
        )

    def _mode(self, word: Token, sense: Sense, actors: Iterable[Token]) -> str | None:
        parts = self.document.children(word)
        if sense.mode == "explosives" and any(t.lemma.lower() == "suicide" for t in parts):
            return "suicide-attack"  # "a suicide bomb attack", "a suicide car bomb"
        if sense.mode is not None or sense.type != "ASSAULT":
            return sense.mode
        near = [
            *(c for c in parts if c.dep in ("compound", "amod", "nmod")),
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
