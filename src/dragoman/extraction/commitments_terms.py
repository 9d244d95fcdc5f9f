"""What the text of an agreement binds its sides to: "under the accord, X must ..."."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.commitments_scene import REAL, Undertaking, Undertakings
from dragoman.extraction.status import is_negated, status_of
from dragoman.language import Token

_MUST = frozenset({"will", "shall", "must", "should", "'ll"})
# Of what "would" be done under these nothing is agreed yet.
_PLANS = frozenset({"plan", "roadmap", "arrangement", "framework"})
_UNDER = ("under", "per")


class Terms(Undertakings):
    """Finds what agreements oblige their sides to do."""

    def of(self, token: Token) -> Iterator[Undertaking]:
        """Yield what an agreement binds somebody to, read from one verb."""
        if token.pos not in ("VERB", "AUX"):
            return
        if token.lemma in self.words["obliging"] | {"give"}:
            yield from self._obliges(token)
        elif token.lemma in self.words["stating"]:
            yield from self._states(token)
        yield from self._under(token)

    # -- "the accord obliges X to" ----

    def _obliges(self, verb: Token) -> Iterator[Undertaking]:
        noun = self._agreement_of(verb)
        if noun is None or status_of(self.document, verb) not in REAL:
            return
        if is_negated(self.document, verb):
            return
        timed = tuple(c for c in self.document.children(verb) if c.dep == "prep")
        for action, doers in self._obliged(verb):
            by = self.scene.people.undertaking(self.scene.all(doers))
            for one in self.scene.with_conjuncts(action):
                yield Undertaking(
                    word=verb,
                    action=one,
                    whole=False,
                    by=by,
                    agreement=self.scene.agreement_at(noun),
                    extra=tuple(c for c in timed if c.lower in ("until", "till")),
                )

    def _agreement_of(self, verb: Token) -> Token | None:
        """Return the agreement that is the subject of a verb, None when it is none."""
        if self.syntax.passive(verb):
            return None
        return next((t for t in self.syntax.subject(verb) if self.scene.is_agreement(t)), None)

    def _obliged(self, verb: Token) -> Iterator[tuple[Token, tuple[Token, ...]]]:
        """Yield what is to be done and by whom, after "obliges", "commits", "calls for"."""
        objects = tuple(c for c in self.document.children(verb) if c.dep == "dobj")
        for child in self.document.children(verb):
            if child.dep in ("xcomp", "ccomp", "advcl") and self.scene.infinitive(child):
                # A text that "calls on" others to rise binds nobody.
                if verb.lemma == "call" and not self._for(child):
                    continue
                yield child, self._own_subject(child) or objects
            elif child.dep == "prep" and child.lower == "to" and verb.lemma == "commit":
                for inner in self.document.children(child):
                    if inner.dep == "pcomp" or (inner.dep == "pobj" and inner.pos == "NOUN"):
                        yield inner, objects
            elif child.dep == "prep" and child.lower == "for" and verb.lemma == "call":
                for inner in self.document.children(child):
                    if inner.dep == "pcomp" and self.scene.infinitive(inner):
                        yield inner, self._own_subject(inner)

    def _for(self, verb: Token) -> bool:
        return any(c.lower == "for" for c in self.document.children(verb))

    def _own_subject(self, verb: Token) -> tuple[Token, ...]:
        return tuple(c for c in self.document.children(verb) if c.dep in ("nsubj", "nsubjpass"))

    def _states(self, verb: Token) -> Iterator[Undertaking]:
        """Read "the memorandum stipulates that the army will leave"."""
        noun = self._agreement_of(verb)
        if noun is None:
            return
        for child in self.document.children(verb):
            if child.dep == "ccomp" and (self._must(child) or self._would(child)):
                yield from self._done_by(child, verb, self.scene.agreement_at(noun))

    # -- "under the accord, X must" ----

    def _under(self, verb: Token) -> Iterator[Undertaking]:
        """Read "Under the accord, Karvelia will free prisoners and the rebels will leave"."""
        if verb.pos != "VERB":
            return
        noun = self._agreement_over(verb)
        if noun is None:
            return
        agreement = self.scene.agreement_at(noun)
        if self._must(verb) or (self._would(verb) and noun.lemma.lower() not in _PLANS):
            yield from self._done_by(verb, verb, agreement)
        elif verb.lemma in self.words["bound"]:
            by = self.scene.people.undertaking(self.scene.all(self.syntax.subject(verb)))
            for action in self._infinitives(verb):
                yield Undertaking(word=verb, action=action, whole=False, by=by, agreement=agreement)

    def _infinitives(self, verb: Token) -> Iterator[Token]:
        """Yield what somebody "has to", "is required to" do, wherever the parse hung it."""
        for child in self.document.children(verb):
            inner = (child, *self.document.children(child)) if child.dep == "prep" else (child,)
            inner += tuple(c for i in inner[1:] for c in self.document.children(i))
            for token in inner:
                if token.dep in ("xcomp", "advcl", "acl") and self.scene.infinitive(token):
                    yield from self.scene.with_conjuncts(token)

    def _agreement_over(self, verb: Token) -> Token | None:
        """Return the agreement under which a verb, or one joined to it, says what is due."""
        first = verb
        while first.dep == "conj" and self.document.head(first).pos in ("VERB", "AUX"):
            first = self.document.head(first)
        joined = [c for c in self.document.children(first) if c.dep == "conj"]
        governor = self.document.head(verb)
        if verb.dep == "xcomp" and governor.lemma in ("be", "have", *self.words["bound"]):
            joined.append(governor)
        for one in (verb, first, *joined):
            for noun in self._terms_of(one):
                if self.scene.is_agreement(noun):
                    return noun
        if verb.dep == "relcl" and self._under_which(verb):
            noun = self.document.head(verb)
            return noun if noun.lemma.lower() in self.words["agreements"] else None
        return None

    def _terms_of(self, verb: Token) -> Iterator[Token]:
        """Yield the nouns of "under the terms of the deal", "according to the accord"."""
        for noun in (*self.syntax.preposed(verb, _UNDER), *self._according(verb)):
            yield noun
            yield from self.syntax.preposed(noun, ("of", "with"))

    def _according(self, verb: Token) -> Iterator[Token]:
        for child in self.document.children(verb):
            if child.dep == "prep" and child.lower in ("according", "in", "as"):
                for inner in self.document.children(child):
                    if inner.dep == "prep" and inner.lower == "to":
                        yield from (c for c in self.document.children(inner) if c.dep == "pobj")
                    if inner.dep == "pobj" and inner.lemma in ("line", "accordance", "part"):
                        yield from self.syntax.preposed(inner, ("with", "of"))

    def _under_which(self, verb: Token) -> bool:
        return any(
            c.lower in _UNDER and any(t.lower == "which" for t in self.document.children(c))
            for c in self.document.children(verb)
            if c.dep == "prep"
        )

    # -- what is due ----

    def _must(self, verb: Token) -> bool:
        """Return whether a clause says what shall be done: "will", "must", "is to"."""
        children = self.document.children(verb)
        if any(c.dep == "aux" and c.lemma == "have" for c in children):
            return False
        if any(c.dep == "aux" and c.lower in _MUST for c in children):
            return True
        return self.scene.infinitive(verb) and self.document.head(verb).lemma == "be"

    def _would(self, verb: Token) -> bool:
        return self.scene.future(verb)

    def _done_by(self, verb: Token, word: Token, agreement: str | None) -> Iterator[Undertaking]:
        if is_negated(self.document, verb):
            return
        passive = self.syntax.passive(verb)
        doers = self.syntax.agent(verb)
        by = self.scene.people.undertaking(self.scene.all(doers))
        # Of "talks will resume under the deal" nobody is bound.
        if by:
            yield Undertaking(word=word, action=verb, whole=passive, by=by, agreement=agreement)
