"""What of an event is only asked, estimated or told aside, and so took place."""

from __future__ import annotations

from dragoman.extraction.status_clause import ClauseReader
from dragoman.language import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# "Not clear who fired", "what had caused the blast": only that is unknown.
_ASKING = frozenset({"who", "how", "why"})
_ASKING_WHAT = frozenset({"what", "which"})


class AskingReader(ClauseReader):
    """Reads who or what is asked for, and clauses that only stand beside others."""

    def _asks_who(self, verb: Token) -> bool:
        """Return whether it is only unknown by whom or how it was done ("not clear who fired")."""
        children = self.document.children(verb)
        done = any(c.dep == "dobj" for c in children)
        asking = _ASKING | _ASKING_WHAT if done else _ASKING
        asked = any(c.lower in asking for c in children if c.i < verb.i)
        subjects = [c for c in children if c.dep in ("nsubj", "nsubjpass")]
        asked = asked or any(self._which(c) for c in subjects)
        return asked and self._past(verb)

    def asks_by_whom(self, deed: Token, verb: Token) -> bool:
        """Return whether "whether Varnian or Karvelian jets carried out the strikes" is asked."""
        children = self.document.children(verb)
        asked = any(c.lower in ("whether", "if") and c.dep == "mark" for c in children)
        if not (asked and self._past(verb) and self._definite(deed) and deed in children):
            return False
        if deed.dep == "nsubjpass":
            return any(c.dep == "agent" for c in children)
        subjects = [c for c in children if c.dep == "nsubj"]
        below = [
            t
            for s in subjects
            for c in (s, *self.document.children(s))
            for t in (c, *self.document.children(c))
        ]
        return deed.dep == "dobj" and any(t.lower == "or" for t in below)

    def _which(self, noun: Token) -> bool:
        """Return whether it is asked which of many something is ("which country's planes")."""
        below = self.document.children(noun)
        words = {t.lower for c in (noun, *below) for t in (c, *self.document.children(c))}
        return bool(words & {"which", "whose"})

    def _was_able(self, word: Token) -> bool:
        """Return whether somebody "was able to" do something, and so did it."""
        verb = self.document.head(word)
        return word.lower == "able" and verb.lower in ("was", "were")

    def _somewhere(self, verb: Token) -> bool:
        """Return whether a clause only says where ("close to where it was shot down")."""
        children = self.document.children(verb)
        return any(c.lower == "where" for c in children) and any(
            c.dep in _SUBJECTS for c in children
        )

    def _said_beside(self, verb: Token) -> bool:
        """Return whether a verb of saying only seems to be what another verb governs.

        The parser takes "denied involvement and the ministry said that" for one denied clause.
        """
        children = self.document.children(verb)
        joined = any(
            c.dep == "nsubj" and any(t.dep == "cc" for t in self.document.children(c))
            for c in children
        )
        told = any(c.dep == "ccomp" for c in children)
        return joined and told and not any(c.dep == "mark" for c in children)

    def _estimated(self, governor: Token, verb: Token) -> bool:
        """Return whether only a number is estimated ("are estimated to have been killed")."""
        return governor.lemma == "estimate" and any(
            c.dep == "aux" and c.lemma == "have" for c in self.document.children(verb)
        )
