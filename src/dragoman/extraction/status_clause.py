"""What the words of one clause, and of one noun phrase, say of whether something took place."""

from __future__ import annotations

import re

from dragoman.extraction.status_mood import MoodReader
from dragoman.language import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_ABOUT = frozenset({"concerning", "regarding"})
# "Wednesdays" stands for "Wednesday's" where a text has lost its marks.
_ON_A_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days")


class ClauseReader(MoodReader):
    """Reads negation, subjects and modifiers in one document."""

    def _verb_effect(self, verb: Token) -> str | None:
        """Return what a verb, with its particle if it has one, makes of what it governs."""
        if verb.lower in _ABOUT and not any(c.dep == "aux" for c in self.document.children(verb)):
            return None  # "concerning the massacre, we state": about one that was
        for child in self.document.children(verb):
            found = self.words.verbs.get(f"{verb.lemma}_{child.lower}")
            if child.dep in ("prt", "advmod") and found:
                return found
            own = self.words.verbs.get(f"{verb.lemma}_own") if child.dep == "dobj" else None
            if own and any(c.dep == "poss" for c in self.document.children(child)):
                return own
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
        objects = [c for c in children if c.dep == "dobj" and c.lower != "place"]
        modal = any(c.tag == "MD" for c in children)
        # "The blast did not kill anyone": it took place all the same.
        if any(c.dep == "neg" for c in children):
            return bool(objects) and not modal
        aux = any(c.dep == "aux" for c in children)
        return any(self._empty(c) for c in objects) and not aux

    def _unclaimed(self, verb: Token) -> bool:
        """Return whether nobody has claimed what took place all the same."""
        return verb.lemma == "claim" and self.negated(verb)

    def _not_ended(self, verb: Token) -> bool:
        """Return whether something "had not stopped" or "did not let up"."""
        return verb.lemma in self.words.stopping and self.negated(verb)

    def _describes(self, verb: Token) -> bool:
        """Return whether "be" says how or what something is, not what it is able to do."""
        described = [c for c in self.document.children(verb) if c.dep in ("acomp", "attr")]
        doing = any(self._infinitive(t) for c in described for t in self.document.children(c))
        return verb.lemma == "be" and bool(described) and not doing

    def _spared_by_nothing(self, verb: Token) -> bool:
        """Return whether "would not have done it" if something else had not been: it was done."""
        children = self.document.children(verb)
        if not (
            self._has_would(verb) and any(c.lemma == "have" for c in children if c.dep == "aux")
        ):
            return False
        sentence = self.document.sentence_of(verb)
        after = [t.lower for t in self.document.tokens[verb.i : sentence.last]]
        inverted = any(
            word == "had" and after[i + 1 : i + 3] == ["it", "not"] for i, word in enumerate(after)
        )
        beside = self.document.children(self.document.head(verb)) if verb.dep == "conj" else ()
        or_else = any(c.dep == "cc" and c.lower == "or" for c in beside)
        return (
            inverted
            or or_else
            or any(
                c.lower in ("without", "otherwise") or (c.dep == "advcl" and self._had_not(c))
                for c in children
            )
        )

    def _had_not(self, verb: Token) -> bool:
        """Return whether a condition is negated: "if they had not left"."""
        children = self.document.children(verb)
        return self.negated(verb) and any(c.lower in ("if", "unless") for c in children)

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
                # "Apparently as a result of ...": only that is doubtful.
                follows = self.document.tokens[child.i + 1 : child.i + 2]
                if child.i > verb.i and any(t.pos in ("ADP", "SCONJ") for t in follows):
                    continue
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
        if noun.lower in self.words.negative_subjects or self._not_one(noun):
            return True
        return any(
            c.dep in ("det", "neg", "preconj")
            and c.lower in ("no", "neither")
            and not self._bounds(c)
            for c in self.document.children(noun)
        )

    def _bounds(self, word: Token) -> bool:
        """Return whether "no" only begins a bound: "no more than ten have left", so ten may."""
        return [t.lower for t in self.document.tokens[word.i + 2 : word.i + 3]] == ["than"]

    def _not_one(self, noun: Token) -> bool:
        """Return whether "not one", "not a single" stands right before a noun, or is it."""
        before = [t.lower for t in self.document.tokens[max(0, noun.i - 3) : noun.i + 1]]
        one = before[-3:-1] == ["not", "one"] or before[-2:] == ["not", "one"]
        return one or before[-4:-1] == ["not", "a", "single"]

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
                # "URGENT: Nine killed in attack" says how new it is.
                if found and not (child.text.isupper() and child.lower == "urgent"):
                    return found
            if child.dep in ("det", "neg"):
                found = self.words.determiners.get(child.lower)
                if found and not self._bounds(child):
                    return found
        return None

    def _definite(self, noun: Token) -> bool:
        for child in self.document.children(noun):
            if child.dep == "poss":
                return True
            if child.dep == "det" and child.lower in ("the", "this", "that", "these", "those"):
                return True
            if child.lower == "such" and noun.tag == "NNS":
                return True
            if _ON_A_DAY.fullmatch(child.lower):
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
        if status == "hypothetical" and self._spared_by_nothing(verb):
            return "happened"
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
