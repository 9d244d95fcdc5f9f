"""On what condition something is undertaken: "if ...", "once ...", "in exchange for ..."."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dragoman.language import Document, Token
from dragoman.model import Span

_MARKS = frozenset({"if", "unless", "provided", "providing", "once", "until", "assuming"})
# Prepositions and participles whose clause the parse hangs on them: "provided that ...".
_HEADS = frozenset({"provided", "providing", "assuming", "given"})
_LONG = frozenset({"long", "soon"})
# Words that a condition is put without ("if", as against "unless").
_PLAIN = frozenset({"if", "once", "provided", "providing", "assuming", "that", "as", "long"})
_BEFORE_PARTICIPLES = frozenset({"DET", "AUX", "PRON", "ADJ", "ADP", "NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "NNS"})
_PHRASES = {"in": frozenset({"return", "exchange"}), "on": frozenset({"condition"})}


class Conditions:
    """Finds the conditions of what is undertaken in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def of(self, words: Iterable[Token]) -> Span | None:
        """Return the condition that hangs on one of ``words``, without its "if" or "once"."""
        for word in words:
            for child in self.document.children(word):
                tokens = self.opened_by(child)
                if tokens:
                    return Span(self._stripped(tokens)[0].start, tokens[-1].end)
        return None

    def after(self, action: Token) -> Span | None:
        """Return a condition behind an action that the parse has torn off: "provided it ..."."""
        first = self.torn(action)
        if first is None:
            return None
        sentence = self.document.sentence_of(first)
        tokens = [t for t in self.document.in_sentence(sentence) if t.i > first.i]
        while tokens and (tokens[-1].pos == "PUNCT" or tokens[-1].text in "\"'”’"):
            tokens.pop()
        tokens = self._stripped(tokens)
        return Span(tokens[0].start, tokens[-1].end) if tokens else None

    def opened_by(self, child: Token) -> tuple[Token, ...]:
        """Return the words of the condition that ``child`` is or opens, () if it is none."""
        if child.dep == "advcl" and self._marked(child):
            return self.document.subtree(child)
        if child.dep in ("prep", "mark") and child.lower in _HEADS and self._clause_under(child):
            return self.document.subtree(child)
        if child.dep == "advmod" and child.lower in _LONG and self._clause_under(child):
            return self.document.subtree(child)
        if child.dep == "prep":
            nouns = _PHRASES.get(child.lower, frozenset())
            inner = self.document.children(child)
            if any(c.lemma in nouns and not self._determined(c) for c in inner):
                return self.document.subtree(child)
        return ()

    def _marked(self, verb: Token) -> bool:
        marks = [c for c in self.document.children(verb) if c.lower in _MARKS]
        # "Even if" they win is no condition.
        return any(self.document.tokens[c.i - 1].lower != "even" for c in marks)

    def _clause_under(self, word: Token) -> bool:
        """Return whether a clause with a subject of its own hangs on a word."""
        return any(
            c.dep in ("advcl", "pcomp", "ccomp")
            and any(s.dep in ("nsubj", "nsubjpass") for s in self.document.children(c))
            for c in self.document.children(word)
        )

    def _determined(self, noun: Token) -> bool:
        """Return whether a noun is a thing of its own ("on an exchange of prisoners")."""
        return any(c.dep in ("det", "amod", "nummod", "poss") for c in self.document.children(noun))

    def torn(self, action: Token) -> Token | None:
        """Return a "provided" behind an action whose clause the parse has torn off."""
        tokens = self.document.in_sentence(self.document.sentence_of(action))
        for token, following in pairwise(tokens):
            if token.i <= action.i or token.lower not in _HEADS:
                continue
            # "aid provided by", "the provided aid", "was provided".
            before = self.document.tokens[token.i - 1].pos
            finite = any(t.i > token.i and t.tag in _FINITE for t in tokens)
            if finite and (following.lower == "that" or before not in _BEFORE_PARTICIPLES):
                return token
        return None

    def _stripped(self, tokens: Iterable[Token]) -> list[Token]:
        found = list(tokens)
        while len(found) > 1 and (found[0].lower in _PLAIN or found[0].pos == "PUNCT"):
            found.pop(0)
        return found
