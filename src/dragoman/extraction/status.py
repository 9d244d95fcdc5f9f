"""Whether what a word tells of took place: happened, planned, demanded, denied ...

The status of a verb comes from its own auxiliaries and negation, then from what governs it; that
of a noun from its modifiers, then from its clause. "Happened" is never a default for what stands
under an attitude, a condition or a purpose.
"""

from __future__ import annotations

from typing import cast

from dragoman.extraction.status_nouns import NounReader
from dragoman.language import Document, Token
from dragoman.model import Status

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_DEEPEST = 8
_SAYING = ("claim", "report", "statement", "announcement", "confirmation", "conclusion")
_FACTS = (None, "same", "presupposed", "planned")
# What a light verb of planning or demanding makes of the noun it carries.
_AHEAD = ("planned", "demanded", "possible", "predicted", "threatened", "denied")


def status_of(document: Document, token: Token, light: Token | None = None) -> Status:
    """Return the status of what ``token`` tells of.

    ``light`` is the verb that carries a noun's event ("carried out" a strike), if there is one.
    """
    found = _Reader(document).event(token, light)
    return cast(Status, "happened" if found in ("same", "presupposed") else found)


def is_negated(document: Document, verb: Token) -> bool:
    """Return whether a verb's own clause is negated ("did not", "no one", "never")."""
    return _Reader(document).negated(verb)


def doer_unknown(document: Document, deed: Token, verb: Token) -> bool:
    """Return whether it is only asked by which of some ``deed`` was done ("whether A or B did")."""
    return _Reader(document).asks_by_whom(deed, verb)


class _Reader(NounReader):
    """Reads statuses in one document, walking up from a token to what governs it."""

    # -- events -------------------------------------------------------------------------------

    def event(self, token: Token, light: Token | None) -> str:
        if self._felt(token):
            return "happened"
        if light is not None:
            own = self._modified(token)
            if self._verb_effect(light) in _AHEAD and token.dep in ("dobj", "nsubjpass"):
                return self.noun(token, 0)
            settled = self._unclaimed(light) or self.asks_by_whom(token, light)
            if settled or self._without_effect(token, light):
                return own or "happened"
            if token.dep in _SUBJECTS and self._not_ended(light):
                return "ongoing"
            above = self.document.head(light)
            if light.dep == "xcomp" and above.lemma in self.words.purposive:
                return own or self.noun(token, 0)
            found = self.verb(light, 0)
            # "They have not carried out any strikes."
            found = own if own and (found, own) != ("denied", "possible") else found
            # "The attack was not an isolated case": it was.
            of_it = found == "denied" and token.dep in _SUBJECTS and self._describes(light)
            return self.noun(token, 0) if of_it else found
        if token.pos in ("VERB", "AUX"):
            return self.verb(token, 0)
        return self.noun(token, 0)

    def _felt(self, noun: Token) -> bool:
        """Return whether it is told whom a deed harmed ("the attack, which killed ten")."""
        return any(
            c.dep == "relcl" and c.tag == "VBD" and c.lemma in self.words.harming
            and not self.negated(c)
            and any(s.dep == "nsubj" and s.lower in ("which", "that")
                    for s in self.document.children(c))
            for c in self.document.children(noun)
        )  # fmt: skip

    def verb(self, verb: Token, depth: int) -> str:
        if depth > _DEEPEST:
            return "possible"
        if self._performed(verb):
            return "happened"
        mood = self._mood(verb)
        negated = self.negated(verb)
        outer = self._outer(verb, depth)
        if mood is None:
            status = outer
        elif outer in ("happened", "same", "presupposed", "ongoing"):
            status = mood
        elif mood in ("planned", "predicted"):
            status = outer
        else:
            status = "hypothetical" if "hypothetical" in (mood, outer) else mood
        if not negated:
            if status == "happened" and self._lasting(verb):
                return "ongoing"
            return self._adverb(verb) or status
        return self._negative(verb, status)

    # -- what governs a clause ----------------------------------------------------------------

    def _outer(self, verb: Token, depth: int) -> str:
        governor = self.document.head(verb)
        mark = self._mark(verb)
        if mark and verb.dep in ("advcl", "ccomp", "pcomp"):
            return mark
        if verb.dep == "conj" and governor.pos in ("VERB", "AUX"):
            return self._conjoined(verb, governor, depth)
        if verb.dep == "ROOT" or verb.head == verb.i:
            return self._root(verb)
        if verb.dep in ("ccomp", "xcomp"):
            return self._complement(verb, governor, depth)
        if verb.dep == "advcl":
            return self._adverbial(verb, governor, depth)
        if verb.dep in ("acl", "relcl"):
            return self._adnominal(verb, governor, depth)
        if verb.dep == "pcomp":
            return "happened" if self._somewhere(verb) else self._gerund(governor, depth)
        if verb.dep in ("csubj", "csubjpass"):
            found = self._told_of(verb, governor, depth)
            if found is not None:
                return found
            if any(c.dep == "acomp" for c in self.document.children(governor)):
                return "hypothetical"
            outer = self.verb(governor, depth + 1)
            return "happened" if outer in ("happened", "ongoing", "same") else "hypothetical"
        return "happened"

    def _told_of(self, verb: Token, governor: Token, depth: int) -> str | None:
        """Return the status of a clause of which something is said ("raids hitting it may be")."""
        children = self.document.children(governor)
        own = any(c.dep == "nsubj" for c in self.document.children(verb))
        if own and governor.lemma == "be" and any(c.dep == "attr" for c in children):
            return "happened"
        outer = self.verb(governor, depth + 1) if governor.lemma in self.words.lasting else None
        return outer if outer in ("planned", "predicted") else None

    def _conjoined(self, verb: Token, governor: Token, depth: int) -> str:
        beside = self._bare_beside(verb, governor)
        if beside is not None:
            return self._outer(beside, depth + 1)
        own = any(c.dep in _SUBJECTS or c.dep == "aux" for c in self.document.children(verb))
        # "He opted not to go, but the party chose him": what he opted for ends at the comma.
        other = verb.tag == "VBN" and governor.tag == "VB"
        if (other or verb.tag in ("VBD", "VBZ", "VBP")) and self._infinitive(governor):
            above = self.document.head(governor)
            return self._outer(above, depth + 1) if above.pos == "VERB" else "happened"
        if own or verb.tag in ("VBD", "VBZ", "VBP"):
            return self._outer(governor, depth + 1)
        return self.verb(governor, depth + 1)

    def _bare_beside(self, verb: Token, governor: Token) -> Token | None:
        """Return "leave" for the bare "take" of "signed what would see them leave and us take it".

        A bare form cannot be joined to the past tense that the parse may join it to.
        """
        subjects = [c for c in self.document.children(verb) if c.dep == "nsubj"]
        one = any(c.tag in ("NN", "NNP") for c in subjects)
        bare = verb.tag == "VB" or (verb.tag == "VBP" and one)
        if not (bare and subjects and governor.tag in ("VBD", "VBZ")):
            return None
        if any(c.dep == "aux" for c in self.document.children(verb)):
            return None
        between = self.document.tokens[governor.i + 1 : verb.i]
        below = (t for t in reversed(between) if t.dep == "ccomp" and t.tag in ("VB", "VBN"))
        return next(below, None)

    def _complement(self, verb: Token, governor: Token, depth: int) -> str:
        if self._beside(verb, governor):
            return self._root(verb)
        if verb.dep == "ccomp" and (self._asks_who(verb) or self._said_beside(verb)):
            return "happened"
        effect = self._effect(governor, verb)
        if governor.lemma == "be" and self._infinitive(verb):
            return "planned"
        if effect is None:
            if verb.dep == "ccomp" and not self._infinitive(verb):
                return "possible" if self.negated(governor) else self._said(governor, depth)
            if self._infinitive(verb) and governor.lemma not in self.words.resulting:
                return self._open_infinitive(verb, governor)
            return self.verb(governor, depth + 1) if governor.pos == "VERB" else "happened"
        if effect == "predicted" and self._estimated(governor, verb):
            return "happened"
        return self._governed(effect, governor, depth)

    def _said(self, governor: Token, depth: int) -> str:
        outer = self._outer(governor, depth + 1)
        return outer if outer in ("hypothetical", "denied", "possible") else "happened"

    def _effect(self, governor: Token, below: Token) -> str | None:
        """Return what ``governor`` makes of a complement, None when it leaves it as it is."""
        if governor.pos in ("ADJ", "ADV"):
            return "same" if self._was_able(governor) else self.words.adjectives.get(governor.lower)
        if governor.pos in ("NOUN", "PROPN"):
            return self.words.nouns.get(governor.lemma)
        effect = self._by_subject(governor) or self._verb_effect(governor)
        if self._infinitive(below):
            effect = self.words.verbs.get(f"{governor.lemma}_to", effect)
        if effect == "carried":
            return None if self._infinitive(below) else "same"
        stated = below.dep == "ccomp" and not self._infinitive(below)
        if stated and governor.lemma in self.words.stating and self._finite(below):
            return None
        if effect is None and below.dep == "xcomp":
            effect = self.words.adjectives.get(governor.lower)
        return effect

    def _governed(self, effect: str, governor: Token, depth: int) -> str:
        if effect == "presupposed":
            return "happened"
        if effect == "same":
            if governor.pos in ("ADJ", "ADV", "NOUN"):
                governor = self.document.head(governor)
            return self.verb(governor, depth + 1) if governor.pos in ("VERB", "AUX") else "happened"
        carrier = governor if governor.pos in ("VERB", "AUX") else self.document.head(governor)
        if governor.pos == "NOUN" and carrier.lemma in self.words.fulfilled:
            return self.verb(carrier, depth + 1)
        if effect == "denied" and governor.pos == "VERB":
            outer = self.verb(governor, depth + 1)
            if outer not in ("happened", "ongoing", "denied"):
                return "possible"
        negated = carrier.pos in ("VERB", "AUX") and self.negated(carrier)
        if governor.pos == "NOUN" and self._empty(governor):
            negated = True
        if governor.pos == "NOUN" and any(
            c.lower in self.words.failed or self.words.modifiers.get(c.lower) == "denied"
            for c in self.document.children(governor)
        ):
            return "denied"
        if not negated:
            return effect
        if effect == "denied":
            return "possible"
        if governor.pos in ("ADJ", "ADV") or governor.lemma in self.words.willing:
            return "denied"
        return "denied" if effect in ("planned", "promised", "predicted") else "possible"

    def _adverbial(self, verb: Token, governor: Token, depth: int) -> str:
        if self._infinitive(verb):
            effect = self._effect(governor, verb) if verb.i > governor.i else None
            if effect and effect not in ("same", "presupposed"):
                return self._governed(effect, governor, depth)
            if self._fulfils(governor) or governor.lemma in self.words.resulting:
                return self.verb(governor, depth + 1)
            return "planned"
        marked = any(c.dep == "mark" for c in self.document.children(verb))
        if verb.tag == "VBG" and verb.lemma in self.words.hurting and self._infinitive(governor):
            # "Bombs to scare them, killing two": what came of it is no part of the aim.
            aim = governor.dep in ("acl", "relcl", "advcl", "xcomp")
            above = self.document.head(governor)
            if aim and above.pos in ("VERB", "AUX"):
                return self.verb(above, depth + 1)
            if aim and above.pos == "NOUN":
                return self.noun(above, depth + 1)
        if verb.tag in ("VBG", "VBN") and not marked and governor.pos in ("VERB", "AUX"):
            return self.verb(governor, depth + 1)
        return "happened"

    def _adnominal(self, verb: Token, noun: Token, depth: int) -> str:
        if self._infinitive(verb):
            if any(c.lower in self.words.ranked for c in self.document.children(noun)):
                return self.noun(noun, depth + 1)
            effect = self.words.nouns.get(noun.lemma)
            if effect == "presupposed" and self.only_wished(noun, depth):
                # "An end to drone attacks", with "to drone" taken for an infinitive.
                return "possible"
            if effect == "presupposed":
                return "planned" if noun.lemma in self.words.endeavours else "happened"
            return self._governed(effect, noun, depth) if effect else "possible"
        effect = self.words.nouns.get(noun.lemma) if self._content_of(verb) else None
        if effect not in _FACTS and noun.lemma not in _SAYING:
            return self._governed(str(effect), noun, depth)
        present = verb.dep == "relcl" and verb.tag in ("VBZ", "VBP")
        if present and any(c.lower == "any" for c in self.document.children(noun)):
            return "hypothetical"  # "any troops that we send"
        if present and not self._by_another(verb):
            if self._definite(noun) or noun.pos == "PROPN":
                return "happened"
            outer = self.noun(noun, depth + 1)
            return "happened" if outer in ("ongoing", "same", "presupposed") else outer
        return "happened"

    def _gerund(self, preposition: Token, depth: int) -> str:
        effect = self.words.prepositions.get(preposition.lower)
        governor = self.document.head(preposition)
        above = self._effect(governor, preposition)
        if preposition.lower in self.words.before_it:
            return "happened"
        if preposition.lower == "from" and governor.lemma in self.words.hindering:
            return self._governed("denied", governor, depth)
        if above and above not in ("same", "presupposed"):
            return self._governed(above, governor, depth)
        if effect in ("denied", "planned", "hypothetical", "possible"):
            return effect
        devoted = self.document.head(governor) if governor.dep == "dobj" else governor
        if preposition.lower in ("to", "on", "at", "into") and devoted.pos == "VERB":
            # "Vowed to devote all its strength to fighting them".
            outer = self.verb(devoted, depth + 1)
            if outer in ("planned", "promised", "demanded", "threatened", "hypothetical"):
                return outer
        if preposition.lower in ("by", "in") and governor.pos in ("VERB", "AUX"):
            outer = self.verb(governor, depth + 1)
            # What somebody would do harm by doing need not be planned.
            ahead = outer in ("planned", "predicted") and self._has_would(governor)
            return "hypothetical" if ahead else outer
        return "happened"
