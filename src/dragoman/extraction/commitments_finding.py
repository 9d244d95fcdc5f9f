"""Where a report says that somebody undertakes something: verbs, nouns, clauses, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_settings import Settings
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_triggers import Finder
from dragoman.extraction.commitments_sides import Sides
from dragoman.extraction.status import is_negated, status_of
from dragoman.language import Document, Token
from dragoman.model import Claim, Dates, Extract

_NO_UNDERTAKING = ("deny", "doubt", "accuse", "demand", "threaten", "predict", "reject", "ask")
_REAL = ("happened", "ongoing")
_SENSE = Sense(type="AGREE", words=())
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "REJECT", "ACCUSE"})
# Pronouns that, left open by the text, mean the speaker in "X said it would ...".
_OWN = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})


@cache
def commitment_words() -> dict[str, frozenset[str]]:
    """Return the word lists of ``data/commitments.yaml`` by name.

    >>> "pledge" in commitment_words()["verbs"]
    True
    """
    source = files("dragoman.extraction") / "data" / "commitments.yaml"
    raw = msgspec.yaml.decode(source.read_bytes(), type=dict[str, list[str]])
    return {name: frozenset(words) for name, words in raw.items()}


class Undertaking(msgspec.Struct, frozen=True, kw_only=True):
    """The word that undertakes (a verb or a noun), what is undertaken, and by and to whom."""

    word: Token
    action: Token
    whole: bool
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    agreement: str | None = None
    claim: Claim | None = None


class UndertakingFinder:
    """Finds who undertakes what in one report."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.syntax = Syntax(document)
        self.actors = ActorFinder(document, extract)
        self.claims = ClaimFinder(extract.claims)
        self.settings = Settings(document, extract, ())
        self.finder = Finder(document, self.actors.types)
        self.words = commitment_words()
        self.sides = Sides(extract.actors)

    def _undertakings(self, token: Token) -> Iterator[Undertaking]:
        lemma = token.lemma.lower()
        if token.pos == "VERB" and lemma in self.words["verbs"]:
            yield from self._by_verb(token)
        elif token.pos == "NOUN" and lemma in self.words["nouns"]:
            yield from self._by_noun(token)
        elif token.pos == "VERB" and lemma in self.words["saying"]:
            yield from self._by_saying(token)
        if token.pos == "VERB" and token.tag == "VB":
            yield from self._in_quote(token)
            yield from self._under_agreement(token)

    def _by_claims(self) -> Iterator[Undertaking]:
        """Read claims after a verb of undertaking whose words the syntax above did not reach."""
        for claim in self.extract.claims:
            cue = self.document.head_of_span(claim.cue.span) if claim.cue else None
            if claim.act in _NO_UNDERTAKING or claim.form != "indirect" or cue is None:
                continue
            action = self.document.head_of_span(claim.content[0].span)
            if action is None or not self._binding(action) or cue.pos != "VERB":
                continue
            if cue.lemma in self.words["verbs"] and status_of(self.document, cue) in _REAL:
                by = self.actors.of(self._all(self.syntax.agent(cue)))
                yield Undertaking(word=cue, action=action, whole=True, by=by, claim=claim)

    def _by_verb(self, verb: Token) -> Iterator[Undertaking]:
        if verb.dep in ("amod", "compound") or status_of(self.document, verb) not in _REAL:
            return
        by = self.actors.of(self._all(self.syntax.agent(verb)))
        to = self.actors.of(
            self._all(
                (
                    *self.syntax.preposed(verb, ("to", "with")),
                    *(self.syntax.objects(verb) if not self.syntax.passive(verb) else ()),
                    *self.syntax.indirect(verb),
                )
            )
        )
        to = tuple(actor for actor in to if actor not in by)
        for action, whole in self._actions(verb):
            yield Undertaking(word=verb, action=action, whole=whole, by=by, to=to)

    def _by_noun(self, noun: Token) -> Iterator[Undertaking]:
        governor = self.document.head(noun)
        given = governor.pos == "VERB" and governor.lemma in ("make", "give", "issue", "renew")
        if status_of(self.document, noun) not in _REAL:
            return
        if given and is_negated(self.document, governor):
            return
        holders = self.syntax.possessor(noun) + self.syntax.preposed(noun, ("by", "from"))
        if given:
            holders += self.syntax.agent(governor)
        by = self.actors.of(self._all(holders))
        for child in self.document.children(noun):
            if child.dep == "acl" and self._infinitive(child):
                for action in self._with_conjuncts(child):
                    yield Undertaking(word=noun, action=action, whole=False, by=by)

    def _actions(self, verb: Token) -> Iterator[tuple[Token, bool]]:
        """Yield what a verb undertakes, and whether it is a whole clause."""
        for child in self.document.children(verb):
            if child.dep in ("xcomp", "ccomp", "advcl") and self._infinitive(child):
                for action in self._with_conjuncts(child):
                    yield action, False
            elif child.dep == "ccomp" and self._binding(child):
                yield child, True
            elif child.dep == "prep" and child.lower in ("to", "on") and verb.lemma in (
                "agree", "commit", "consent"
            ):  # fmt: skip
                yield from self._nominal(child)

    def _nominal(self, preposition: Token) -> Iterator[tuple[Token, bool]]:
        for child in self.document.children(preposition):
            if child.dep == "pcomp":
                yield child, False
            elif (
                child.dep == "pobj"
                and child.pos == "NOUN"
                and child.lemma.lower() not in self.words["empty"]
            ):
                yield child, True

    def _with_conjuncts(self, verb: Token) -> Iterator[Token]:
        yield verb
        for child in self.document.children(verb):
            if child.dep == "conj" and child.tag == "VB" and child.pos == "VERB":
                yield from self._with_conjuncts(child)

    def _infinitive(self, verb: Token) -> bool:
        return any(c.tag == "TO" for c in self.document.children(verb))

    def _binding(self, verb: Token) -> bool:
        return any(
            c.dep == "aux" and c.lower in self.words["auxiliaries"]
            for c in self.document.children(verb)
        )

    def _by_saying(self, verb: Token) -> Iterator[Undertaking]:
        """Read "the government said its negotiators would fly to Tarsk on Sunday"."""
        speakers = self._all(self.syntax.agent(verb))
        by = self.actors.of(speakers)
        for child in self.document.children(verb):
            if child.dep != "ccomp" or not self._future(child) or not by:
                continue
            if is_negated(self.document, child):
                continue
            bound = self._bound(child, by)
            if (bound or self._own(child, by)) and self._concrete(child):
                yield Undertaking(
                    word=verb, action=child, whole=True, by=bound or by, claim=self._claim(child)
                )

    def _bound(self, verb: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Return those in whose name the speakers undertake something ("the army would")."""
        subjects = self.actors.of(self._all(self.syntax.subject(verb)))
        return subjects if subjects and all(self.sides.binds(speakers, s) for s in subjects) else ()

    def _under_agreement(self, verb: Token) -> Iterator[Undertaking]:
        """Read "Under the accord, Karvelia will free prisoners and the rebels will leave"."""
        first = verb
        while first.dep == "conj" and self.document.head(first).pos in ("VERB", "AUX"):
            first = self.document.head(first)
        terms = self.syntax.preposed(first, ("under", "per"))
        if not any(t.lemma.lower() in self.words["agreements"] for t in terms):
            return
        by = self.actors.of(self._all(self.syntax.subject(verb)))
        due = self._future(verb) or self._binding(verb) or self._set_to(verb)
        if by and due and not is_negated(self.document, verb) and not self.syntax.passive(verb):
            yield Undertaking(word=first, action=verb, whole=False, by=by)

    def _set_to(self, verb: Token) -> bool:
        """Return whether somebody "is to" do something."""
        return self._infinitive(verb) and self.document.head(verb).lemma == "be"

    def _in_quote(self, verb: Token) -> Iterator[Undertaking]:
        """Read "we will withdraw by June" inside a speaker's quoted words."""
        claim = self.claims.holding(verb.span)
        if claim is None or claim.form == "indirect" or not claim.speaker.actor:
            return
        subjects = self.syntax.subject(verb)
        if not any(s.lower in self.words["first_person"] for s in subjects):
            return
        if is_negated(self.document, verb):
            return
        if not self._future(verb) or claim.act not in ("promise", "assert", "intend", "other"):
            return
        told = claim.act in ("promise", "intend") and verb.lemma not in self.words["idle"]
        if told or self._concrete(verb):
            ours = any(s.lower == "we" for s in subjects)
            by = (self.sides.ours(claim.speaker.actor) if ours else claim.speaker.actor,)
            yield Undertaking(word=verb, action=verb, whole=True, by=by, claim=claim)

    def _future(self, verb: Token) -> bool:
        auxiliaries = [c for c in self.document.children(verb) if c.dep == "aux"]
        perfect = any(c.lemma == "have" for c in auxiliaries)
        future = any(c.lower in ("will", "would", "'ll", "shall", "wo") for c in auxiliaries)
        conditional = any(
            c.dep == "advcl" and any(m.lower == "if" for m in self.document.children(c))
            for c in self.document.children(verb)
        )
        would = any(c.lower == "would" for c in auxiliaries)
        return future and not perfect and not (would and conditional)

    def _own(self, verb: Token, by: tuple[str, ...]) -> bool:
        """Return whether the subject of a clause is the speaker or the speaker's own."""
        for subject in self._all(self.syntax.subject(verb)):
            owners = self.syntax.possessor(subject) or (subject,)
            for owner in owners:
                found = self.actors.of((owner,))
                if set(found) <= set(by) if found else owner.lower in _OWN:
                    return True
        return False

    def _concrete(self, verb: Token) -> bool:
        """Return whether a clause tells of something that can be seen done."""
        if verb.lemma in self.words["idle"]:
            return False
        trigger = self.finder.of_verb(verb)
        return trigger is not None or self._due(verb, None) is not None

    def _all(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        return self.finder.spread(tokens)

    def _claim(self, token: Token) -> Claim | None:
        return self.claims.holding(token.span)

    def _due(self, action: Token, made: Dates | None) -> Dates | None:
        """Return the last day named for the action, when it lies after the undertaking."""
        mention = self.settings.time_under(action)
        if mention is None or mention.dates is None or mention.bound not in self.words["deadline"]:
            return None
        start = made.start if made else None
        published = self.extract.report.published
        if start is None and published is not None:
            start = published.start
        end = mention.dates.end
        if end is None or (start is not None and end < start):
            return None
        if mention.bound in ("by", "within"):
            return Dates.day(end, mention.evidence, "by")
        return mention.dates
