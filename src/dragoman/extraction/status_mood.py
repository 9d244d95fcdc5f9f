"""What the auxiliaries, the tense and the subordinator of a clause say of whether it took place."""

from __future__ import annotations

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.status_words import status_words
from dragoman.language import Document, Token

_QUOTES = frozenset({'"', "“", "”", "''", "``"})
# Who can plan: "the minister will travel", but "the assault will kill thousands".
_ACTING = ("@people", "@official", "@force", "@troops", "@state", "@body")


class MoodReader:
    """Reads auxiliaries, negation, marks and modifiers in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = status_words()

    def _lasting(self, verb: Token) -> bool:
        """Return whether a verb in the present says that something goes on."""
        if verb.lemma in self.words.enduring:
            return self._enduring(verb)
        if verb.lemma == "be" and verb.tag in ("VBZ", "VBP") and self._under_way(verb):
            return True
        if verb.lemma not in self.words.lasting:
            return False
        sentence = self.document.sentence_of(verb)
        return verb.tag in ("VBZ", "VBP") and not sentence.headline

    def _under_way(self, verb: Token) -> bool:
        """Return whether something "is under way" or "is ongoing"."""
        children = self.document.children(verb)
        below = (*children, *(t for c in children for t in self.document.children(c)))
        return any(c.lower in self.words.going_on for c in below)

    def _enduring(self, verb: Token) -> bool:
        """Return whether what lasts by its nature is told in the present or the perfect."""
        if self.document.sentence_of(verb).headline:
            return False
        present = verb.tag in ("VBZ", "VBP")
        return present or any(
            c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP")
            for c in self.document.children(verb)
        )

    def _mood(self, verb: Token) -> str | None:
        """Return what the verb's own auxiliaries make of it, None for an actual or bare form."""
        children = self.document.children(verb)
        modal = next(
            (c for c in children if c.tag == "MD" and c.dep == "aux" and c.ent != "DATE"), None
        )
        if modal is None:
            return self._progressive(verb, children)
        if modal.lower == "could" and verb.lemma in self.words.perceived:
            return None
        kind = self.words.modals.get(modal.lower, "possible")
        perfect = any(c.dep == "aux" and c.lemma == "have" for c in children)
        if kind == "would":
            return self._would(verb, perfect)
        if kind == "demanded" and self._asked_why(verb):
            return "hypothetical"
        if kind == "demanded" and perfect:
            return "hypothetical" if modal.lower in ("should", "ought") else "possible"
        return self._future(verb) if kind == "future" else kind

    def _asked_why(self, verb: Token) -> bool:
        """Return whether it is asked why one should do it ("Why should we attack them?")."""
        return any(c.lower == "why" and c.i < verb.i for c in self.document.children(verb))

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
                    past = found == "possible" and self._past(verb)
                    return None if past else found
                if child.lower == "before" and verb.tag in ("VBZ", "VBP"):
                    return "predicted"
        return "predicted" if self._when_it_comes(verb) else None

    def _past(self, verb: Token) -> bool:
        """Return whether a clause is in the past: "until it took, or was taken"."""
        return verb.tag == "VBD" or any(
            c.dep in ("aux", "auxpass") and c.tag == "VBD" for c in self.document.children(verb)
        )

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

    def _has_would(self, verb: Token) -> bool:
        children = self.document.children(verb)
        return any(self.words.modals.get(c.lower) == "would" for c in children if c.tag == "MD")
