"""One report and what is needed to read in it who undertakes what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.extraction.accounts_claims import ClaimFinder
from dragoman.extraction.accounts_settings import Settings
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_triggers import Finder
from dragoman.extraction.commitments_people import Promisers
from dragoman.extraction.commitments_sides import Sides
from dragoman.extraction.commitments_words import commitment_words
from dragoman.language import Document, Token
from dragoman.model import Claim, Dates, Extract, TimeMention

# What happened, and what goes on, may bind; what was planned, denied or demanded does not.
REAL = ("happened", "ongoing")
# Pronouns that, left open by the text, mean the speaker in "X said it would ...".
_OWN = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})
_HYPOTHESES = frozenset({"if", "unless"})


class Undertaking(msgspec.Struct, frozen=True, kw_only=True):
    """The word that undertakes (a verb or a noun), what is undertaken, and by and to whom.

    ``whole`` says that the action is a clause or a thing as it stands, with what precedes its
    head. ``extra`` are clauses that belong to a thing ("$20 million to rebuild schools").
    """

    word: Token
    action: Token
    whole: bool
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    agreement: str | None = None
    claim: Claim | None = None
    extra: tuple[Token, ...] = ()


class Scene:
    """The tokens, actors, claims and times of one report, as the finders of undertakings ask."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.syntax = Syntax(document)
        self.people = Promisers(document, extract)
        self.claims = ClaimFinder(extract.claims)
        self.settings = Settings(document, extract, ())
        self.finder = Finder(document, self.people.actors.types)
        self.words = commitment_words()
        self.sides = Sides(extract.actors)
        self._agreements = {
            token.i: agreement.id
            for agreement in extract.agreements
            for evidence in agreement.evidence
            for token in document.tokens_in(evidence.span)
        }

    # -- who ----------------------------------------------------------------------------------

    def all(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return tokens with all that are joined to them by "and"."""
        return self.finder.spread(tokens)

    def doers(self, verb: Token) -> tuple[str, ...]:
        """Return who does what a verb says, unnamed ones too."""
        return self.people.undertaking(self.all(self.syntax.agent(verb)))

    def bound(self, verb: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Return those in whose name the speakers undertake something ("the army would")."""
        subjects = self.people.of(self.all(self.syntax.subject(verb)))
        return subjects if subjects and all(self.sides.binds(speakers, s) for s in subjects) else ()

    def own(self, verb: Token, by: tuple[str, ...]) -> bool:
        """Return whether the subject of a clause is the speaker or the speaker's own."""
        for subject in self.all(self.syntax.subject(verb)):
            for owner in self.syntax.possessor(subject) or (subject,):
                found = self.people.of((owner,))
                if set(found) <= set(by) if found else owner.lower in _OWN:
                    return True
        return False

    def claim(self, token: Token) -> Claim | None:
        """Return the claim in whose words a token stands."""
        return self.claims.holding(token.span)

    # -- agreements ---------------------------------------------------------------------------

    def is_agreement(self, token: Token) -> bool:
        """Return whether a noun means an agreement that stands, no draft and no offer."""
        if token.pos not in ("NOUN", "PROPN"):
            return False
        if token.lemma.lower() not in self.words["agreements"]:
            return False
        children = self.document.children(token)
        words = [c for c in children if c.dep in ("amod", "acl", "relcl", "compound")]
        if any(self.words["turned_down"] & {c.lemma.lower(), c.lower} for c in words):
            return False
        return not any(c.dep == "det" and c.lower in ("no", "any") for c in children)

    def made(self, noun: Token) -> Token | None:
        """Return the verb that says that an agreement was signed or reached, past and done."""
        verb = self.document.head(noun)
        if verb.pos == "ADP":
            verb = self.document.head(verb)
        return verb if verb.pos == "VERB" and verb.tag in ("VBD", "VBN") else None

    def agreement_at(self, token: Token) -> str | None:
        """Return the id of the agreement whose name a token stands in."""
        return self._agreements.get(token.i)

    # -- clauses ------------------------------------------------------------------------------

    def infinitive(self, verb: Token) -> bool:
        """Return whether a verb stands with "to"."""
        return any(c.tag == "TO" for c in self.document.children(verb))

    def binding(self, verb: Token) -> bool:
        """Return whether a clause says what will or shall be done."""
        return any(
            c.dep == "aux" and c.lower in self.words["auxiliaries"]
            for c in self.document.children(verb)
        )

    def settled(self, clause: Token, verb: Token) -> bool:
        """Return whether a clause says what will be done, no opinion on what others should do."""
        if not self.binding(clause) or self._only_is(clause):
            return False
        aims = [c for c in self.document.children(clause) if c.lower in ("should", "must")]
        if not aims or verb.lemma != "agree":
            return True
        subjects = self.all(self.syntax.subject(clause))
        others = set(self.people.of(subjects)) - set(self.doers(verb))
        dated = self.due((clause,), None) is not None
        return not others and (dated or self.concrete(clause))

    def _only_is(self, clause: Token) -> bool:
        """Return whether a clause says that there will be a thing which nobody does ("work")."""
        children = self.document.children(clause)
        if not any(c.dep == "expl" for c in children):
            return False
        things = [c for c in children if c.dep in ("attr", "nsubj", "dobj")]
        deeds = self.words["deeds"]
        return not any(t.lemma.lower() in deeds or self.finder.of_noun(t) for t in things)

    def future(self, verb: Token) -> bool:
        """Return whether a clause is in the future and no mere hypothesis."""
        children = self.document.children(verb)
        auxiliaries = [c for c in children if c.dep == "aux"]
        if any(c.lemma == "have" for c in auxiliaries):
            return False
        if not any(c.lower in _FUTURE for c in auxiliaries):
            return False
        would = any(c.lower == "would" for c in auxiliaries)
        hypothetical = any(
            c.dep == "advcl" and any(m.lower in _HYPOTHESES for m in self.document.children(c))
            for c in children
        )
        return not (would and hypothetical)

    def concrete(self, verb: Token) -> bool:
        """Return whether a clause tells of something that can be seen done."""
        if verb.lemma in self.words["idle"]:
            return False
        return self.finder.of_verb(verb) is not None or self.due((verb,), None) is not None

    def with_conjuncts(self, verb: Token) -> Iterator[Token]:
        """Yield an infinitive and those joined to it ("to leave and hand over")."""
        yield verb
        for child in self.document.children(verb):
            if child.dep == "conj" and child.tag == "VB" and child.pos == "VERB":
                yield from self.with_conjuncts(child)

    # -- times --------------------------------------------------------------------------------

    def due(self, words: Iterable[Token], made: Dates | None) -> Dates | None:
        """Return the last day named under one of ``words``, when it lies after ``made``."""
        for word in words:
            mention = self.settings.time_under(word)
            found = self._deadline(mention, made)
            if found is not None:
                return found
        return None

    def due_beside(self, word: Token, made: Dates | None) -> Dates | None:
        """Return the deadline that hangs on the undertaking itself ("promised aid by May")."""
        for child in self.document.children(word):
            if child.dep == "prep" and child.lower in ("by", "before", "within", "until"):
                found = self.due((child,), made)
                if found is not None:
                    return found
        return None

    def _deadline(self, mention: TimeMention | None, made: Dates | None) -> Dates | None:
        if mention is None or mention.dates is None or mention.bound not in self.words["deadline"]:
            return None
        start = made.start if made else None
        published = self.extract.report.published
        if start is None and published is not None:
            start = published.start
        end = mention.dates.end
        if end is None or (start is not None and end < start):
            return None
        if mention.bound in ("by", "within", "until"):
            return Dates.day(end, mention.evidence, "by")
        return mention.dates


class Undertakings:
    """What finds undertakings of one sort in a scene: it asks the scene of everything."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.document = scene.document
        self.syntax = scene.syntax
        self.words = scene.words
