"""Undertakings in a speaker's own words: "we will withdraw", "X said it would withdraw"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.commitments_scene import REAL, Undertaking, Undertakings
from dragoman.extraction.status import is_negated, status_of
from dragoman.language import Token

_NO_UNDERTAKING = ("deny", "doubt", "accuse", "demand", "threaten", "predict", "reject", "ask")
# What "we will" may amount to: it is no undertaking under "it is unlikely that".
_AHEAD = ("planned", "predicted", "promised", "happened")


class Said(Undertakings):
    """Finds what speakers undertake by saying what they will do."""

    def of(self, token: Token) -> Iterator[Undertaking]:
        """Yield what is undertaken by a verb of saying, or by a verb inside a quote."""
        if token.pos != "VERB":
            return
        if token.lemma.lower() in self.words["saying"]:
            yield from self._by_saying(token)
        if token.tag == "VB":
            yield from self._in_quote(token)

    def by_claims(self) -> Iterator[Undertaking]:
        """Read claims after a verb of undertaking whose words the syntax did not reach."""
        for claim in self.scene.extract.claims:
            cue = self.document.head_of_span(claim.cue.span) if claim.cue else None
            if claim.act in _NO_UNDERTAKING or claim.form != "indirect" or cue is None:
                continue
            action = self.document.head_of_span(claim.content[0].span)
            if action is None or cue.pos != "VERB" or not self.scene.settled(action, cue):
                continue
            if cue.lemma in self.words["verbs"] and status_of(self.document, cue) in REAL:
                by = self.scene.people.of(self.scene.all(self.syntax.agent(cue)))
                yield Undertaking(word=cue, action=action, whole=True, by=by, claim=claim)

    def _by_saying(self, verb: Token) -> Iterator[Undertaking]:
        """Read "the government said its negotiators would fly to Tarsk on Sunday"."""
        by = self.scene.people.of(self.scene.all(self.syntax.agent(verb)))
        if not by or status_of(self.document, verb) not in REAL:
            return
        for child in self.document.children(verb):
            if child.dep != "ccomp" or not self.scene.future(child):
                continue
            if is_negated(self.document, child):
                continue
            bound = self.scene.bound(child, by)
            if (bound or self.scene.own(child, by)) and self.scene.concrete(child):
                claim = self.scene.claim(child)
                yield Undertaking(word=verb, action=child, whole=True, by=bound or by, claim=claim)

    def _in_quote(self, verb: Token) -> Iterator[Undertaking]:
        """Read "we will withdraw by June" inside a speaker's quoted words."""
        claim = self.scene.claim(verb)
        if claim is None or claim.form == "indirect" or not claim.speaker.actor:
            return
        subjects = self.syntax.subject(verb)
        if not any(s.lower in self.words["first_person"] for s in subjects):
            return
        if is_negated(self.document, verb):
            return
        if not self.scene.future(verb) or claim.act not in ("promise", "assert", "intend", "other"):
            return
        if status_of(self.document, verb) not in _AHEAD:
            return
        told = claim.act in ("promise", "intend") and verb.lemma not in self.words["idle"]
        if told or self.scene.concrete(verb):
            ours = any(s.lower == "we" for s in subjects)
            speaker = claim.speaker.actor
            by = (self.scene.sides.ours(speaker) if ours else speaker,)
            yield Undertaking(word=verb, action=verb, whole=True, by=by, claim=claim)
