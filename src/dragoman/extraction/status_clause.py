"""What the words of one clause, and of one noun phrase, say of whether something took place."""

from __future__ import annotations

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.status_words import status_words
from dragoman.language import Document, Token

# Who can plan: "the minister will travel", but "the assault will kill thousands".
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_ACTING = ("@people", "@official", "@force", "@troops", "@state", "@body")


class ClauseReader:
    """Reads auxiliaries, negation, marks and modifiers in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = status_words()

    def _lasting(self, verb: Token) -> bool:
        """Return whether a verb in the present says that something goes on."""
        if verb.lemma in self.words.enduring:
            return self._enduring(verb)
        if verb.lemma not in self.words.lasting:
            return False
        sentence = self.document.sentence_of(verb)
        return verb.tag in ("VBZ", "VBP") and not sentence.headline

    def _enduring(self, verb: Token) -> bool:
        """Return whether what lasts by its nature is told in the present or the perfect."""
        if self.document.sentence_of(verb).headline:
            return False
        present = verb.tag in ("VBZ", "VBP")
        return present or any(
            c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP")
            for c in self.document.children(verb)
        )

    def _verb_effect(self, verb: Token) -> str | None:
        """Return what a verb, with its particle if it has one, makes of what it governs."""
        for child in self.document.children(verb):
            found = self.words.verbs.get(f"{verb.lemma}_{child.lower}")
            if child.dep == "prt" and found:
                return found
        return self.words.verbs.get(verb.lemma)

    def _called_off(self, noun: Token, verb: Token) -> bool:
        """Return whether what was planned is said to have been cancelled or prevented."""
        done_to = noun.dep in ("dobj", "nsubjpass") and verb.pos == "VERB"
        return done_to and self._verb_effect(verb) == "denied" and not self.negated(verb)

    def _put_to_later(self, verb: Token) -> bool:
        """Return whether something was postponed to a day that is named."""
        if verb.lemma not in self.words.postponing:
            return False
        return any(
            child.dep == "prep" and child.lower in ("to", "until", "till", "for")
            for child in self.document.children(verb)
        )

    def _fulfils(self, verb: Token) -> bool:
        """Return whether a verb says that a mission or a plan was carried through."""
        return verb.lemma in self.words.fulfilled and any(
            c.dep in ("dobj", "nsubjpass") and self.words.nouns.get(c.lemma) == "planned"
            for c in self.document.children(verb)
        )

    def _without_effect(self, noun: Token, verb: Token) -> bool:
        """Return whether an event took place and did nothing: "the blast caused no deaths"."""
        children = self.document.children(verb)
        if noun not in children or noun.dep != "nsubj" or self._empty(noun):
            return False
        objects = [c for c in children if c.dep == "dobj"]
        modal = any(c.tag == "MD" for c in children)
        # "The blast did not kill anyone": it took place all the same.
        if any(c.dep == "neg" for c in children):
            return bool(objects) and not modal
        aux = any(c.dep == "aux" for c in children)
        return any(self._empty(c) for c in objects) and not aux

    def _unclaimed(self, verb: Token) -> bool:
        """Return whether nobody has claimed what took place all the same."""
        return verb.lemma == "claim" and self.negated(verb)

    def _has_would(self, verb: Token) -> bool:
        children = self.document.children(verb)
        return any(self.words.modals.get(c.lower) == "would" for c in children if c.tag == "MD")

    def _content_of(self, verb: Token) -> bool:
        """Return whether a clause says what a noun is of: "fears that they attacked"."""
        children = self.document.children(verb)
        return verb.dep == "acl" and any(c.dep == "mark" and c.lower == "that" for c in children)

    def _by_another(self, verb: Token) -> bool:
        """Return whether a relative clause has a subject of its own ("the arms that they hold")."""
        return any(
            c.dep in ("nsubj", "nsubjpass") and c.lower not in ("that", "which", "who")
            for c in self.document.children(verb)
        )

    def _performed(self, verb: Token) -> bool:
        """Return whether a verb is done by being said: "we would like to thank you"."""
        if verb.dep == "xcomp" and verb.lemma in self.words.performing:
            return self._performed(self.document.head(verb))
        own = any(c.lower in ("i", "we") for c in self.document.children(verb))
        wished = (verb.lemma == "like" and self._has_would(verb)) or (verb.lemma == "want" and own)
        if not wished or self.negated(verb):
            return False
        return any(
            c.dep == "xcomp" and c.lemma in self.words.performing
            for c in self.document.children(verb)
        )

    def _declined(self, verb: Token) -> bool:
        """Return whether "would not" says that somebody refused: no condition stands by."""
        children = self.document.children(verb)
        return self._has_would(verb) and not any(c.dep == "advcl" for c in children)

    def _adverb(self, verb: Token) -> str | None:
        for child in self.document.children(verb):
            if child.dep == "advmod" and child.lower in self.words.adverbs:
                return self.words.adverbs[child.lower]
        return None

    def negated(self, verb: Token) -> bool:
        """Return whether the clause of ``verb`` is negated by its own words."""
        children = self.document.children(verb)
        for child in children:
            if child.dep == "neg" or child.lower in ("never", "neither", "nor", "n't"):
                return True
            if child.dep in ("nsubj", "nsubjpass", "dobj", "attr") and self._empty(child):
                return True
            if child.dep == "advmod" and child.lower == "longer":
                return True
        return False

    def _empty(self, noun: Token) -> bool:
        if noun.lower in self.words.negative_subjects:
            return True
        return any(
            c.dep in ("det", "neg") and c.lower in ("no", "neither")
            for c in self.document.children(noun)
        )

    def _mood(self, verb: Token) -> str | None:
        """Return what the verb's own auxiliaries make of it, None for an actual or bare form."""
        children = self.document.children(verb)
        modal = next((c for c in children if c.dep == "aux" and c.tag == "MD"), None)
        if modal is None:
            return self._progressive(verb, children)
        kind = self.words.modals.get(modal.lower, "possible")
        perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
        if kind == "would":
            return self._would(verb, perfect)
        if kind == "demanded" and perfect:
            return "hypothetical" if modal.lower in ("should", "ought") else "possible"
        return self._future(verb) if kind == "future" else kind

    def _progressive(self, verb: Token, children: tuple[Token, ...]) -> str | None:
        if verb.tag == "VBG" and any(
            c.dep == "aux" and c.lower in ("is", "are", "am", "'s", "'re", "been") for c in children
        ):
            return "planned" if self._going_to(verb) else "ongoing"
        return None

    def _going_to(self, verb: Token) -> bool:
        return verb.lemma == "go" and any(c.dep == "xcomp" for c in self.document.children(verb))

    def _would(self, verb: Token, perfect: bool) -> str:
        if perfect:
            return "hypothetical"
        governor = self.document.head(verb)
        told = verb.dep == "ccomp" and governor.tag in ("VBD", "VBN")
        # "Would" in words that are quoted is the speaker's own: a condition, and no future.
        reported = told and not self._quoted_apart(verb, governor)
        conditional = any(
            c.dep == "advcl" and self._mark(c) == "hypothetical"
            for c in self.document.children(verb)
        )
        return self._future(verb) if reported and not conditional else "hypothetical"

    def _quoted_apart(self, verb: Token, governor: Token) -> bool:
        """Return whether a quotation mark stands between a verb and the verb of saying."""
        first, last = sorted((verb.i, governor.i))
        return any(t.text in _QUOTES for t in self.document.tokens[first:last])

    def _future(self, verb: Token) -> str:
        acting = lexicon().in_class
        agentive = any(
            c.dep == "nsubj" and (c.pos in ("PROPN", "PRON") or acting(c.lemma.lower(), _ACTING))
            for c in self.document.children(verb)
        )
        return "planned" if agentive and verb.pos == "VERB" else "predicted"

    def _infinitive(self, verb: Token) -> bool:
        return any(c.tag == "TO" and c.dep == "aux" for c in self.document.children(verb))

    def _mark(self, verb: Token) -> str | None:
        for child in self.document.children(verb):
            if child.dep in ("mark", "advmod") and child.i < verb.i:
                found = self.words.marks.get(child.lower)
                if found:
                    past = found == "possible" and verb.tag == "VBD"
                    return None if past else found
                if child.lower == "before" and verb.tag in ("VBZ", "VBP"):
                    return "predicted"
        return "predicted" if self._when_it_comes(verb) else None

    def _when_it_comes(self, verb: Token) -> bool:
        """Return whether "when" or "as soon as" puts a clause ahead: "will end when raids end"."""
        if verb.dep != "advcl" or verb.tag not in ("VBZ", "VBP"):
            return False
        marks = {c.lower for c in self.document.children(verb) if c.i < verb.i}
        if not marks & {"when", "soon"}:
            return False
        governor = self.document.head(verb)
        return any(
            self.words.modals.get(c.lower) == "future" for c in self.document.children(governor)
        )

    def _finite(self, verb: Token) -> bool:
        """Return whether a clause is put as a fact ("told us that they had fled")."""
        if verb.tag in ("VBD", "VBZ", "VBP"):
            return True
        # The parser takes "told them that rebels shelled the town" for a participle.
        if verb.tag == "VBN" and any(c.dep == "nsubj" for c in self.document.children(verb)):
            return True
        return any(
            c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD")
            for c in self.document.children(verb)
        )

    def _by_subject(self, verb: Token) -> str | None:
        """Return what "their demands include ..." makes of what is included."""
        if verb.lemma not in self.words.listing:
            return None
        for child in self.document.children(verb):
            if child.dep == "nsubj" and child.pos == "NOUN":
                return self.words.nouns.get(child.lemma)
        return None

    def _modified(self, noun: Token) -> str | None:
        for child in self.document.children(noun):
            if child.dep in ("amod", "compound", "nmod", "advmod"):
                found = self.words.modifiers.get(child.lower)
                if found:
                    return found
            if child.dep in ("det", "neg"):
                found = self.words.determiners.get(child.lower)
                if found:
                    return found
        return None

    def _definite(self, noun: Token) -> bool:
        for child in self.document.children(noun):
            if child.dep == "poss":
                return True
            if child.dep == "det" and child.lower in ("the", "this", "that", "these", "those"):
                return True
        return False

    def _beside(self, verb: Token, governor: Token) -> bool:
        """Return whether a clause only stands before another ("they are there; we will go")."""
        if verb.dep != "ccomp" or verb.i > governor.i or self._infinitive(verb):
            return False
        between = self.document.tokens[verb.i : governor.i]
        subject = any(t.head == governor.i and t.dep in _SUBJECTS for t in between)
        return subject and any(t.text == ";" for t in between)

    def _root(self, verb: Token) -> str:
        if self._infinitive(verb):
            return "planned"
        sentence = self.document.sentence_of(verb)
        bare = verb.tag == "VB" and not any(
            c.dep in _SUBJECTS or c.dep == "aux" for c in self.document.children(verb)
        )
        return "demanded" if bare and not sentence.headline else "happened"

    def _negative(self, verb: Token, status: str) -> str:
        if status == "denied":
            return "possible"
        if status == "possible" and any(
            c.lower in ("may", "might") for c in self.document.children(verb)
        ):
            return "possible"
        if status == "hypothetical" and self._declined(verb):
            return "denied"
        return "hypothetical" if status in ("hypothetical", "demanded") else "denied"

    def _open_infinitive(self, verb: Token, governor: Token) -> str:
        if governor.lemma == "have":
            yet = any(c.lower == "yet" for c in self.document.children(governor))
            yet = yet or any(c.lower == "yet" for c in self.document.children(verb))
            return "denied" if yet else "demanded"
        carrier = self.document.head(governor) if governor.pos in ("ADJ", "ADV") else governor
        negated = carrier.pos in ("VERB", "AUX") and self.negated(carrier)
        return "denied" if negated else "possible"
