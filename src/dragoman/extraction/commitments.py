"""Commitments: who undertook what, to whom, by when, on what condition."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extraction.accounts_lexicon import Sense
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.commitments_conditions import Conditions
from dragoman.extraction.commitments_said import Said
from dragoman.extraction.commitments_scene import Scene, Undertaking
from dragoman.extraction.commitments_terms import Terms
from dragoman.extraction.commitments_verbs import ByVerb
from dragoman.extraction.commitments_wording import Wording
from dragoman.extraction.status import is_negated
from dragoman.language import Document, Token
from dragoman.model import Claim, Commitment, Dates, Extract, Span, make_id

_SENSE = Sense(type="AGREE", words=())
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "REJECT", "ACCUSE"})
# Troops are sent to keep a peace too: a threat only when somebody vows it.
_HOSTILE_VOWED = _HOSTILE | {"MOBILIZE"}
# To lift a siege is no siege.
_YIELDING = frozenset({"RETREAT", "CONCEDE", "AID"})


class Commitments:
    """The step that finds what actors undertook to do."""

    needs: tuple[str, ...] = ("times", "actor_mentions", "claims", "agreements")
    gives: tuple[str, ...] = ("commitments", "actors", "actor_mentions")

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the commitments that its report tells of."""
        reader = CommitmentReader(document, extract)
        found = reader.commitments()
        # Only those who undertake something become actors here, not all who might have.
        used = {i for one in found for i in (*one.by, *one.to)}
        people = reader.scene.people
        mentions = tuple(m for m in people.mentions if m.actor in used)
        return msgspec.structs.replace(
            extract,
            commitments=found,
            actors=(*extract.actors, *(a for a in people.new.values() if a.id in used)),
            actor_mentions=(*extract.actor_mentions, *mentions),
        )


class CommitmentReader:
    """Finds commitments in one report."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.scene = Scene(document, extract)
        self.syntax = self.scene.syntax
        self.finder = self.scene.finder
        self.words = self.scene.words
        self.conditions = Conditions(document)
        self.wording = Wording(document, self.conditions)

    def commitments(self) -> tuple[Commitment, ...]:
        """Return the commitments in text order, one for each thing undertaken."""
        found: dict[int, Commitment] = {}
        for one in self._undertakings():
            if one.by and one.action.i not in found and not self._hostile(one):
                found[one.action.i] = self._commitment(one)
        return self._once(found)

    def _undertakings(self) -> Iterator[Undertaking]:
        said = Said(self.scene)
        finders = (Terms(self.scene), ByVerb(self.scene), said)
        for token in self.document.tokens:
            for finder in finders:
                yield from finder.of(token)
        yield from said.by_claims()

    def _once(self, found: dict[int, Commitment]) -> tuple[Commitment, ...]:
        """Return the commitments without those of the headline that the body tells again."""
        tokens = self.document.tokens
        heads = {i: self.document.sentence_of(tokens[i]).headline for i in found}
        kept = [
            i
            for i in sorted(found)
            if not heads[i]
            or not any(
                not heads[j] and self._alike(tokens[i], tokens[j], found[i], found[j])
                for j in found
            )
        ]
        # Feeds give a first sentence twice.
        first = {(found[i].by, found[i].action): i for i in reversed(kept)}
        return tuple(found[i] for i in sorted(first.values()))

    def _alike(self, one: Token, other: Token, first: Commitment, second: Commitment) -> bool:
        """Return whether two actions are told in the same words, or of alike things, by one."""
        shared = set(first.by) & set(second.by)
        lemmas = [{t.lemma.lower() for t in self.document.subtree(a)} for a in (one, other)]
        truces = self.words["truces"]
        same = one.lemma == other.lemma or bool(lemmas[0] & truces and lemmas[1] & truces)
        return bool(shared) and same

    # -- what it amounts to -------------------------------------------------------------------

    def _hostile(self, one: Undertaking) -> bool:
        """Return whether what is undertaken is a threat ("to keep up the bombing")."""
        action = one.action
        if any(t.lower in self.words["threatening"] for t in self.document.subtree(action)):
            return True
        if action.lemma in self.words["ceasing"]:
            return False
        if action.pos not in ("VERB", "AUX"):
            return self._any_hostile(one, self.finder.of_noun(action))
        if is_negated(self.document, action):
            return False
        if action.lemma in self.words["fighting"] and self._vowed(one):
            return True
        own = self.finder.of_verb(action)
        if own is not None and own.sense.type in _YIELDING:
            return False
        below = [c for c in self.document.children(action) if c.dep == "xcomp"]
        below += [c for verb in below for c in self.document.children(verb) if c.dep == "xcomp"]
        nouns = [o for verb in (action, *below) for o in self.syntax.objects(verb)]
        return self._any_hostile(
            one,
            *(self.finder.of_verb(verb) for verb in (action, *below)),
            *(self.finder.of_noun(noun) for noun in nouns),
        )

    def _any_hostile(self, one: Undertaking, *found: Trigger | None) -> bool:
        types = _HOSTILE_VOWED if self._vowed(one) else _HOSTILE
        return any(trigger is not None and trigger.sense.type in types for trigger in found)

    def _vowed(self, one: Undertaking) -> bool:
        return one.word.lemma.lower() in self.words["vowing"]

    def _commitment(self, one: Undertaking) -> Commitment:
        report = self.extract.report
        span = self.wording.of(one)
        claim = one.claim or self.scene.claim(one.word) or self.scene.claim(one.action)
        made = self._made_on(one, claim)
        sentence = self.document.sentence_of(one.word)
        return Commitment(
            id=make_id("com", report.id, span.start, span.end),
            by=one.by,
            to=one.to,
            action=span.of(report.text),
            made_on=made,
            due=self._due(one, made),
            condition=self._condition(one),
            agreement=one.agreement or self._agreement(one),
            claim=claim.id if claim else None,
            evidence=(report.evidence(sentence.span), report.evidence(span)),
        )

    def _made_on(self, one: Undertaking, claim: Claim | None) -> Dates | None:
        trigger = Trigger(token=one.word, sense=_SENSE)
        found = self.scene.settings.date(trigger)
        if found is not None and not self._inside(found, one.action):
            return found
        said = claim.said_on if claim else None
        return None if said is None or self._deadline(said, one) else said

    def _deadline(self, dates: Dates, one: Undertaking) -> bool:
        """Return whether a day read as that of saying is the deadline ("aid by Friday")."""
        if dates.evidence is None:
            return False
        before = self.document.tokens_in(Span(one.word.start, dates.evidence.start))
        return bool(before) and before[-1].lower in ("by", "before", "within", "until")

    def _inside(self, dates: Dates, action: Token) -> bool:
        span = self.document.subtree_span(action)
        return dates.evidence is not None and span.contains(dates.evidence.span)

    def _due(self, one: Undertaking, made: Dates | None) -> Dates | None:
        said = self.wording.of_saying(one)
        found = self.scene.due((one.action, *one.extra), made)
        if found is not None and found.evidence is not None and said:
            last = self.document.tokens[max(said)]
            found = None if found.evidence.start <= last.start else found
        if found is None and one.action.pos != "VERB":
            return self.scene.due_beside(one.word, made)
        return found

    def _condition(self, one: Undertaking) -> str | None:
        """Return the condition in the report's words, without its "if" or "once"."""
        span = self.conditions.of((one.action, one.word)) or self.conditions.after(one.action)
        return span.of(self.extract.report.text) if span else None

    def _agreement(self, one: Undertaking) -> str | None:
        """Return the agreement that the sentence says it was undertaken in."""
        sentence = self.document.sentence_of(one.word)
        for agreement in self.extract.agreements:
            for evidence in agreement.evidence:
                if sentence.span.contains(evidence.span):
                    head = self.document.head_of_span(evidence.span)
                    if head is not None and self.document.head(head).lower in ("under", "in"):
                        return agreement.id
        return None
