"""Whether a verb is in the passive, and whether the parse hung a sentence's own verb on a noun."""

from __future__ import annotations

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_phrases import Phrases
from dragoman.language import Token

_SUBJECTS = ("nsubj", "nsubjpass")
# Without an object these say what befalls their subject: "was shot and died".
_SUFFERING = frozenset({"die", "perish", "hurt"})
_ARMED = ("@armed", "@force", "@projectile")


class Voice(Phrases):
    """Tells active from passive verbs in one document."""

    def passive(self, verb: Token) -> bool:
        """Return whether a verb is in the passive, reduced forms ("areas held by") included."""
        children = self.document.children(verb)
        if any(c.dep in ("nsubjpass", "auxpass", "agent") for c in children):
            return True
        if self._main_subject(verb) is not None:
            return False
        if self._headline_passive(verb, children) or self._gapped_passive(verb, children):
            return True
        if self._joined_passive(verb, children):
            return True
        if verb.tag != "VBN" or any(c.dep == "aux" and c.lemma == "have" for c in children):
            return False
        if verb.dep in ("acl", "advcl"):
            return True
        governor = self.document.head(verb)
        bare = not any(c.dep in ("nsubj", "aux") for c in children)
        # "Was found murdered": it was done to whom they found.
        if governor.lemma == "find" and verb.dep in ("oprd", "xcomp", "acomp", "advcl") and bare:
            return True
        return verb.dep == "conj" and bare and governor.pos == "VERB" and self.passive(governor)

    def _joined_passive(self, verb: Token, children: tuple[Token, ...]) -> bool:
        """Return whether a verb that is done to somebody goes on a passive, whatever its tag.

        Of "was arrested in Tarsk and sentenced to death" the parse makes one who sentenced.
        """
        alone = not any(c.dep in ("nsubj", "dobj", "aux") for c in children)
        governor = self.document.head(verb)
        done = verb.lemma in lexicon().undergone or verb.lemma in lexicon().effects
        joined = verb.tag == "VBD" and verb.dep == "conj" and governor.pos == "VERB"
        return joined and done and alone and verb.lemma not in _SUFFERING and self.passive(governor)

    def _main_subject(self, verb: Token) -> Token | None:
        """Return the subject of a sentence's own verb that the parse hung on a noun before it.

        Of "Novak, a former minister, called for sanctions" it makes a Novak who was called, of
        "a shell fired by rebels killed nine" rebels who were killed. None for any other verb.
        """
        noun = self.document.head(verb)
        if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or noun.i > verb.i:
            return None
        children = self.document.children(verb)
        does = any(c.dep == "dobj" for c in children)
        told = self._before_source(verb, noun) if does or verb.tag == "VBD" else None
        if told is not None:
            return told
        top = self._top(noun)
        if top.pos not in ("NOUN", "PROPN"):
            return None
        if does:
            return top if top.i == noun.i or verb.lemma in lexicon().effects else None
        if top.i != noun.i:
            return None
        calls = verb.lemma == "call" and any(c.lower in ("for", "on", "upon") for c in children)
        return top if calls or self._struck_with(verb, children) else None

    def _before_source(self, verb: Token, noun: Token) -> Token | None:
        """Return the subject of a clause whose source follows it without a comma.

        Of "a missile fired by troops killed nine a monitor said" the parse makes a missile that
        said it.
        """
        for token in (noun, *self.document.ancestors(noun)):
            if token.dep in _SUBJECTS:
                says = self.document.head(token)
                between = self.document.children(says)
                sourced = any(c.dep in _SUBJECTS and verb.i < c.i < says.i for c in between)
                return token if sourced else None
            if token.pos in ("VERB", "AUX") and token.dep != "acl":
                return None
        return None

    def _top(self, token: Token) -> Token:
        return next(reversed((token, *self.document.ancestors(token))))

    def _struck_with(self, verb: Token, children: tuple[Token, ...]) -> bool:
        """Return whether a clause tells of a blow: "rebels targeted on Monday a school with"."""
        headline = self.document.sentence_of(verb).headline
        if headline or verb.lemma not in lexicon().classes["striking"]:
            return False
        arms = self.preposed(verb, ("with",))
        return not any(c.lower == "by" for c in children) and any(
            lexicon().in_class(one.lemma.lower(), ("@munition", "@weapons")) for one in arms
        )

    def _headline_passive(self, verb: Token, children: tuple[Token, ...]) -> bool:
        """Return whether "is" was left out: "Soldier killed in raid", "three men shot dead"."""
        if verb.tag not in ("VBD", "VBN"):
            return False
        bare = not any(c.dep == "dobj" and not self._other_toll(c) for c in children)
        if bare and any(c.lower == "dead" for c in children):
            return True
        if verb.lemma not in lexicon().effects:
            return False
        if not bare or any(c.dep == "aux" for c in children):
            return False
        return verb.tag == "VBN" or any(
            (c.dep == "prep" and c.lower in ("in", "as", "during", "after")) or c.dep == "dobj"
            for c in children
        )

    def _other_toll(self, number: Token) -> bool:
        """Return whether the comma before another toll was lost: "six killed 14 injured".

        Or "a child killed two others injured", where who is killed bears no arms.
        """
        behind = number.i + 1
        if not (number.tag == "CD" or self._of_unarmed(number)):
            return False
        if behind >= len(self.document.tokens):
            return False
        verb = self.document.tokens[behind]
        if any(c.dep == "dobj" for c in self.document.children(verb)):
            return False
        return verb.tag in ("VBN", "VBD") and verb.lemma.lower() in lexicon().effects

    def _of_unarmed(self, people: Token) -> bool:
        """Return whether people are counted behind a verb whose subject bears no arms."""
        verb = self.document.children(self.document.head(people))
        doers = [c for c in verb if c.dep == "nsubj"]
        return any(c.dep == "nummod" for c in self.document.children(people)) and not any(
            c.pos in ("PROPN", "PRON") or lexicon().in_class(c.lemma.lower(), _ARMED) for c in doers
        )

    def _gapped_passive(self, verb: Token, children: tuple[Token, ...]) -> bool:
        """Return whether "were" is left out after a passive: "two were killed, many released"."""
        governor = self.document.head(verb)
        if verb.dep != "conj" or verb.lemma not in lexicon().undergone:
            return False
        if verb.tag not in ("VBD", "VBN") or any(c.dep in ("dobj", "aux") for c in children):
            return False
        return governor.pos == "VERB" and self.passive(governor)
