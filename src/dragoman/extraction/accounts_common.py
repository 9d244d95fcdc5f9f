"""Whom a common word stands for in a report: of "rebel shells", "a rebel attack" the rebels."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.language import Document, Token
from dragoman.model import ActorMention

# "A terrorist attack" says of what kind it was, and not whose.
_ANYBODY = frozenset({"terrorist", "extremist", "jihadist", "islamist"})
_BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "nn"})


class CommonWords:
    """Looks up the actors of one report by the common words that it calls them."""

    def __init__(self, document: Document, mentions: Iterable[ActorMention]) -> None:
        self._doers = lexicon().classes["doer"] - _ANYBODY
        self._heads: dict[str, list[tuple[int, str]]] = {}
        self._inside: dict[str, list[tuple[int, str]]] = {}
        for mention in sorted(mentions, key=lambda m: (m.head, len(m.evidence.span))):
            head = document.tokens[mention.head]
            if head.text.islower():
                rows = self._heads.setdefault(head.lemma.lower(), [])
                if not rows or rows[-1][0] != head.i:
                    rows.append((head.i, mention.actor))
            if not lexicon().in_class(head.lemma.lower(), ("@force", "@troops")):
                continue
            for token in document.tokens_in(mention.evidence.span):
                if token.i < head.i and token.lemma.lower() in self._doers:
                    self._inside.setdefault(token.lemma.lower(), []).append(
                        (token.i, mention.actor)
                    )

    def of(self, token: Token) -> tuple[str, ...]:
        """Return whom a word before another noun last stood for, else whom it helped to call.

        Of "the rebel attack", "rebel-held" the rebels; of "regime shells" the "regime forces".
        """
        word = token.lemma.lower()
        if token.dep not in _BEFORE or word not in self._doers:
            return ()
        for rows in (self._heads.get(word, ()), self._inside.get(word, ())):
            before = [actor for i, actor in rows if i < token.i]
            if before:
                return (before[-1],)
            if rows:
                return (rows[0][1],)
        return ()
