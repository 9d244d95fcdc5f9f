"""Whether a word of violence tells of nobody's violence: quakes, crashes, figures of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.extraction.accounts_lexicon import lexicon
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.language import Document, Token

_CAUSED = ("in", "by", "from", "during", "when", "after", "amid", "of")
_VERBAL = ("VERB", "AUX")
# So many different words of sport make a report one of a match.
_SPORTING = 4
_RESULT = re.compile(r"\d{1,3}[-–]\d{1,3}")
# What a strike of workers does not do.
_HARM = frozenset({"kill", "wound", "injure", "destroy", "hit", "target", "die"})


class AccidentWords(msgspec.Struct, frozen=True):
    """The lists of ``data/events_accidents.yaml``."""

    nature: frozenset[str]
    mishaps: frozenset[str]
    disasters: frozenset[str]
    murderous: frozenset[str]
    armed: frozenset[str]
    vehicles: frozenset[str]
    aircraft: frozenset[str]
    crashing: frozenset[str]
    driving: frozenset[str]
    weathering: frozenset[str]
    attack: frozenset[str]
    rescuers: frozenset[str]
    natural_attack: frozenset[str]
    animals: frozenset[str]
    ways: frozenset[str]
    striking: frozenset[str]
    industry: frozenset[str]
    blasts: frozenset[str]
    sport: frozenset[str]
    winning: frozenset[str]
    labour: frozenset[str]
    idioms: dict[str, frozenset[str]]


@cache
def accident_words() -> AccidentWords:
    """Return the word lists.

    >>> "earthquake" in accident_words().nature
    True
    """
    source = files("dragoman.extraction") / "data" / "events_accidents.yaml"
    return msgspec.yaml.decode(source.read_bytes(), type=AccidentWords)


class Accidents:
    """Tells accidents and figures of speech from violence in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.syntax = Syntax(document)
        self.words = accident_words()
        lemmas = {token.lemma.lower() for token in document.tokens}
        # A report of violence and of no disaster: bodies that are found there were killed.
        self.violent = bool(lemmas & (self.words.attack | self.words.murderous)) and not (
            lemmas & (self.words.mishaps | self.words.disasters)
        )
        self.sporting = len(lemmas & self.words.sport) >= _SPORTING

    def is_idiom(self, verb: Token) -> bool:
        """Return whether a verb stands in a figure of speech ("kill time", "fight for change")."""
        turns = self.words.idioms.get(verb.lemma.lower())
        if turns is None:
            return False
        beside = {
            child.lemma.lower()
            for child in self.document.children(verb)
            if child.dep in ("dobj", "prt", "advmod", "acomp", "prep")
        }
        beside |= {token.lemma.lower() for token in self.syntax.preposed(verb, ("for",))}
        return bool(turns & beside)

    def of_verb(
        self, verb: Token, actors: Iterable[Token], objects: Iterable[Token], effect: str | None
    ) -> bool:
        """Return whether a verb of violence tells of an accident, a match or an animal's end."""
        doers = tuple(actors)
        lemmas = {token.lemma.lower() for token in doers}
        if any(self._industrial(token) for token in doers):
            return True
        if effect is None and (self.sporting or self._is_win(verb)):
            return True
        # "Struck by rocket fire" is no blaze.
        if any(self._compounds(token) & self.words.attack for token in doers):
            return False
        hurt = {token.lemma.lower() for token in objects}
        striking = self.words.attack | self.words.striking
        kind = verb.lemma.lower()
        weathered = kind in self.words.driving or kind in self.words.weathering
        by_men = bool(lemmas & striking) or any(self._is_force(token) for token in doers)
        if hurt and weathered and hurt <= self.words.ways and not by_men:
            return True
        if hurt and hurt <= self.words.animals | self.words.nature:
            return True
        unarmed = {token.lemma.lower() for token in doers if not self._of_attack(token)}
        if unarmed & (self.words.nature | self.words.mishaps | self.words.rescuers):
            return True
        if effect is not None and self._caused_by(verb):
            return True
        if self._attack_named(verb):
            return False
        if effect is not None and self._after_crash(verb):
            return True
        if lemmas & self.words.aircraft:
            return kind in self.words.driving and kind not in ("hit", "strike")
        return bool(lemmas & self.words.vehicles) and (
            kind in self.words.driving or effect is not None
        )

    def _is_force(self, doer: Token) -> bool:
        """Return whether those who hit a town are men in arms, and no storm or slump."""
        return lexicon().in_class(doer.lemma.lower(), ("@force", "@armed", "@troops", "@official"))

    def _is_win(self, verb: Token) -> bool:
        """Return whether who "beat" others won a match, whose result or stage is told."""
        if verb.lemma.lower() not in self.words.winning:
            return False
        near = self._sentence(verb)
        return any(_RESULT.fullmatch(t.text) or t.lemma.lower() in self.words.sport for t in near)

    def _compounds(self, noun: Token) -> frozenset[str]:
        children = self.document.children(noun)
        return frozenset(c.lemma.lower() for c in children if c.dep in ("compound", "nmod"))

    def is_labour(self, noun: Token) -> bool:
        """Return whether a strike is one of workers."""
        aims = self.syntax.preposed(noun, ("on", "against"))
        if noun.lemma.lower() != "strike" or any(t.ent not in ("DATE", "TIME") for t in aims):
            return False
        near = {token.lemma.lower() for token in self._sentence(noun)}
        # "A strike was called": attacks are not.
        called = self.document.head(noun).lemma == "call" and noun.dep in ("dobj", "nsubjpass")
        return (called or bool(near & self.words.labour)) and not near & (self.words.attack | _HARM)

    def are_rescuers(self, actors: Iterable[Token]) -> bool:
        """Return whether those who moved are a fire brigade and no force."""
        return any(token.lemma.lower() in self.words.rescuers for token in actors)

    def of_noun(self, noun: Token, recipients: Iterable[Token]) -> bool:
        """Return whether a noun tells of a heart attack, a fight against a disease."""
        inside = {
            child.lemma.lower()
            for child in self.document.children(noun)
            if child.dep in ("compound", "amod", "nmod", "poss")
        }
        aims = {token.lemma.lower() for token in recipients}
        if self.sporting or self._industrial(noun):
            return True
        return bool(inside & self.words.natural_attack) or bool(aims & self.words.nature)

    def _industrial(self, noun: Token) -> bool:
        """Return whether a blast is one of gas or in a works, and nobody's bomb."""
        if noun.lemma.lower() not in self.words.blasts:
            return False
        near = {t.lemma.lower() for t in self._sentence(noun)}
        return bool(near & self.words.industry) and not near & (
            self.words.attack - self.words.blasts
        )

    def _sentence(self, token: Token) -> tuple[Token, ...]:
        sentence = self.document.sentence_of(token)
        return self.document.tokens[sentence.first : sentence.last]

    def _caused_by(self, verb: Token) -> bool:
        told = self._told_with(verb)
        causes = [t for one in told for t in self.syntax.preposed(one, _CAUSED)]
        return any(
            token.lemma.lower() in self.words.mishaps
            or self._industrial(token)
            or self._crashed(token)
            or (token.lemma.lower() in self.words.nature and not self._of_attack(token))
            for token in causes
        )

    def _told_with(self, verb: Token) -> list[Token]:
        """Return a verb and those joined to it: "five are killed and nine injured"."""
        joined = [c for c in self.document.children(verb) if c.dep == "conj" and c.pos == "VERB"]
        return [verb, *joined]

    def _crashed(self, noun: Token) -> bool:
        """Return whether something crashed or sank: "killed after a boat capsized"."""
        told = [c for c in self.document.children(noun) if c.dep in ("acl", "relcl")]
        own = noun.lemma.lower() in self.words.vehicles | self.words.aircraft
        return own and any(self._is_crash(t) for t in told) and not self._attack_named(noun)

    def _is_crash(self, verb: Token) -> bool:
        with_it = [verb, *(c for c in self.document.children(verb) if c.dep == "conj")]
        if any(t.lemma.lower().removesuffix("s") in self.words.crashing for t in with_it):
            return True
        lost = [c for c in self.document.children(verb) if c.dep == "dobj"]
        return verb.lemma == "lose" and any(t.lemma.lower() == "control" for t in lost)

    def _of_attack(self, cause: Token) -> bool:
        """Return whether a cause is one of arms: "rocket fire", "a wave of air raids"."""
        inside = {t.lemma.lower() for t in self.syntax.preposed(cause, ("of",))}
        named = self._compounds(cause) | inside | {t.lemma.lower() for t in self._joined(cause)}
        return bool(named & (self.words.attack | self.words.striking | self.words.armed))

    def _joined(self, noun: Token) -> tuple[Token, ...]:
        """Return the parts of a modifier: "rocket and mortar fire"."""
        before = [c for c in self.document.children(noun) if c.dep in ("compound", "nmod", "amod")]
        return tuple(t for one in before for t in self.syntax.conjuncts(one))

    def _after_crash(self, verb: Token) -> bool:
        """Return whether "..., killing three" or "when ..." follows a verb of crashing."""
        above = self.document.head(verb)
        near = [above] if verb.dep in ("advcl", "conj", "relcl", "ccomp") else []
        for one in self._told_with(verb):
            near += [c for c in self.document.children(one) if c.dep in ("advcl", "conj")]
        return any(t.pos in _VERBAL and self._is_crash(t) for t in near)

    def _attack_named(self, verb: Token) -> bool:
        return any(token.lemma.lower() in self.words.attack for token in self._sentence(verb))
