"""The words of an undertaking: what is undertaken, without what is told beside it."""

from __future__ import annotations

from dragoman.extraction.commitments_conditions import Conditions
from dragoman.extraction.commitments_scene import Undertaking
from dragoman.extraction.commitments_words import commitment_words
from dragoman.language import Document, Token
from dragoman.model import Claim, Span

_QUOTES = frozenset('"”“,')


class Wording:
    """Finds the words of undertakings in one document."""

    def __init__(self, document: Document, conditions: Conditions) -> None:
        self.document = document
        self.conditions = conditions
        self.words = commitment_words()

    def of(self, one: Undertaking) -> Span:
        """Return the words of the undertaking: a clause as it stands, else from its verb on."""
        action = one.action
        skipped = {t.i for t in self._conjoined(action)}
        skipped.update(self._before_clause(action))
        skipped.update(self.of_saying(one))
        tokens = [
            t
            for t in self.document.subtree(action)
            if t.i not in skipped
            and self._within(t, one.claim)
            and (one.whole or t.i >= action.i or t.dep == "neg")
        ]
        for clause in one.extra:
            tokens += self._clause(clause, tokens)
        tokens = self._without_condition(action, self._without_aside(action, tokens))
        torn = self.conditions.torn(action)
        if torn is not None:
            tokens = [t for t in tokens if t.i < torn.i]
        while tokens and (tokens[-1].dep in ("punct", "cc") or tokens[-1].text in _QUOTES):
            tokens.pop()
        while tokens and (tokens[0].dep in ("mark", "punct") or tokens[0].pos == "PUNCT"):
            tokens.pop(0)
        if not tokens:
            return action.span
        return Span(tokens[0].start, tokens[-1].end)

    def _within(self, token: Token, claim: Claim | None) -> bool:
        """Return whether a token stands in what the claim says, not in who says it."""
        return claim is None or any(p.span.contains(token.span) for p in claim.content)

    def _before_clause(self, action: Token) -> set[int]:
        """Return the tokens of a clause put before the undertaking ("While ..., we ...")."""
        return {
            t.i
            for c in self.document.children(action)
            if c.i < action.i and c.dep in ("advcl", "ccomp", "parataxis")
            for t in self.document.subtree(c)
        }

    def of_saying(self, one: Undertaking) -> set[int]:
        """Return the words of a time right after the verb of saying ("said on Monday it would")."""
        for child in self.document.children(one.action):
            tokens = self.document.subtree(child)
            opens = child.dep in ("prep", "npadvmod") and tokens[0].i == one.word.i + 1
            if opens and tokens[-1].ent in ("DATE", "TIME") and child.i < one.action.i:
                return {t.i for t in tokens}
        return set()

    def _without_aside(self, action: Token, tokens: list[Token]) -> list[Token]:
        """Drop a last clause set off by a comma that is no part of the undertaking."""
        for token in tokens:
            if token.i > action.i and self._is_aside(token):
                clause = self.document.subtree(token)
                first = clause[0].i
                if clause[-1].i >= tokens[-1].i and self.document.tokens[first - 1].text == ",":
                    return [t for t in tokens if t.i < first]
        return tokens

    def _is_aside(self, token: Token) -> bool:
        """Return whether a clause tells more: "which ...", "while ...", "accusing him of ..."."""
        if token.dep == "relcl":
            return True
        if token.dep != "advcl":
            return False
        marks = {c.lower for c in self.document.children(token) if c.dep in ("mark", "advmod")}
        if token.tag == "VBG" and not marks:
            return token.lemma in self.words["telling"]
        return bool(marks & self.words["contrasting"])

    def _clause(self, clause: Token, before: list[Token]) -> tuple[Token, ...]:
        """Return the words of a clause of purpose that follows a thing without a break."""
        tokens = self.document.subtree(clause)
        follows = clause.pos in ("VERB", "ADP") and before and tokens[0].i == before[-1].i + 1
        return tokens if follows else ()

    def _without_condition(self, action: Token, tokens: list[Token]) -> list[Token]:
        """Drop a condition that ends the clause, which the commitment gives apart."""
        for child in self.document.children(action):
            clause = self.conditions.opened_by(child)
            if child.i > action.i and clause and tokens and clause[-1].i >= tokens[-1].i:
                return [t for t in tokens if t.i < clause[0].i] or tokens
        return tokens

    def _conjoined(self, action: Token) -> list[Token]:
        """Return what hangs on the action without being part of it: other verbs, who said so."""
        apart = [
            c
            for c in self.document.children(action)
            if c.pos in ("VERB", "AUX") and (c.dep == "conj" or self._reports(c))
        ]
        joints = [c for c in self.document.children(action) if c.dep == "cc"]
        return [t for c in apart for t in self.document.subtree(c)] + joints

    def _reports(self, verb: Token) -> bool:
        told = verb.lemma in self.words["saying"] or verb.lemma == "report"
        return told and any(c.dep == "nsubj" for c in self.document.children(verb))
