"""Which state "the army", "the government" and "regime forces" belong to when none is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import msgspec

from dragoman.extraction.actors_states import States
from dragoman.extraction.claims_lexicon import speaking

# Words by which forces are told to be those of the state whose war it is.
_RULERS = frozenset(("government", "regime", "loyalist"))
_PLAIN = frozenset(("government", "regime", "state", "allied", "loyalist"))


class Bare(msgspec.Struct, frozen=True):
    """A part of a state without the state's name: where it begins, its noun and what part.

    ``rulers`` says that it is worded as the rulers' own ("the regime", "government forces").
    """

    first: int
    noun: int
    part: str
    rulers: bool


class Told(msgspec.Struct, frozen=True):
    """A part of a state that is named: the noun's token, the part and the state's code."""

    noun: int
    part: str
    code: str
    rulers: bool


class BareBodies:
    """Tells the state that a bare body belongs to."""

    def __init__(self, states: States) -> None:
        self.states = states
        self.document = states.document
        self.at = states.at

    @cached_property
    def about(self) -> str | None:
        """The state that the report is about: the one that it names most, places included.

        That from where it was sent counts twice: an agency there speaks of "the army".
        """
        counted = Counter(
            actor.country
            for i, (first, _, match, actor) in self.at.items()
            if i == first and actor.country and match.kind != "seat"
        )
        counted.update(self.states.placed)
        counted.update(self.states.within)
        counted.update({code: counted[code] for code in self.states.dateline})
        return max(counted, key=lambda code: (counted[code], code)) if counted else None

    @cached_property
    def home(self) -> str | None:
        """The state in which the report is set: most of its towns and provinces lie there."""
        ranked = Counter(self.states.placed).most_common(2)
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        named = {actor.country for _, _, _, actor in self.at.values()}
        return ranked[0][0] if clear and ranked[0][0] in named else None

    def of_rulers(self, first: int, noun: int) -> bool:
        """Return whether the noun phrase speaks of a government or regime and its forces."""
        words = [token.lower for token in self.document.tokens[first : noun + 1]]
        return any(word in _RULERS for word in words)

    def meant(self, bare: Bare, told: Sequence[Told]) -> str | None:
        """Return the state that a bare body means, or None; a bare ministry is hardly guessed.

        "The army" is the last one so named before. "Regime forces" belong to the state whose
        regime or government the report names most, or else to the one where it is set or whose
        parts it names most. Else it is the state that the report is about.
        """
        if self._is_of_war(bare):
            return self._at_war(told)
        before = [one.code for one in told if one.noun < bare.noun and one.part == bare.part]
        if before:
            return before[-1]
        if bare.part in ("government", "forces"):
            return self.about
        return self._just_spoke(bare)

    def _at_war(self, told: Sequence[Told]) -> str | None:
        """Return the state whose regime a report means."""
        rulers = Counter(one.code for one in told if one.rulers)
        if not rulers and self.home is not None:
            return self.home
        named = rulers or Counter(one.code for one in told)
        if not named:
            return self.about
        return max(named, key=lambda c: (named[c], c == self.home, c == self.about, c))

    def _just_spoke(self, bare: Bare) -> str | None:
        """Return the state whose word the sentence before reports: "Karvelia denied it"."""
        here = self.document.sentence_of(bare.noun).i
        if not here:
            return None
        before = self.document.sentences[here - 1]
        spoke = {
            self.at[token.i][3].country
            for token in self.document.in_sentence(before)
            if token.i in self.at and token.dep == "nsubj"
            and self.document.head(token).lemma in speaking()
        }  # fmt: skip
        return spoke.pop() if len(spoke) == 1 else None

    def _is_of_war(self, bare: Bare) -> bool:
        """Return whether it is the regime, or forces called the government's."""
        noun = self.document.tokens[bare.noun].lower
        return bare.rulers and (noun == "regime" or bare.part != "government")

    def stands_alone(self, first: int, noun: int, last: int, *, alone: bool, forces: bool) -> bool:
        """Return whether a body without a state's name may be some state's: "the army".

        ``alone`` is whether its noun may stand so; ``forces`` called the government's may always
        ("government artillery").
        """
        tokens = self.document.tokens
        if last < len(tokens) and tokens[last].lower == "of":
            return False
        if tokens[first].tag in ("PRP$", "WP$"):
            return False  # "the Taliban, whose regime fell"
        owned = any(token.lower in _RULERS for token in tokens[first:noun])
        plain = all(t.pos == "DET" or t.lower in _PLAIN for t in tokens[first:noun])
        opening = (tokens[first].lower, tokens[noun].lower)
        definite = owned or opening[0] in ("the", "government") or "regime" in opening
        return plain and definite and (alone or (owned and forces))
