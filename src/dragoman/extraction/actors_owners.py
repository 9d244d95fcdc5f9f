"""Whose a part of a state is: "Karvelian forces", "his army", "the ministry in Tarsk"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dragoman.extraction.actors_found import Who
from dragoman.extraction.actors_phrases import is_title
from dragoman.extraction.actors_states import States

_SIDES = frozenset(("backed", "led", "allied", "supported", "linked", "aligned", "funded", "held",
                    "based", "born", "made", "sponsored", "brokered", "controlled", "occupied",
                    "mediated", "hosted", "trained"))  # fmt: skip
# Who has a government: "Karvelian President Ada Noor" has Karvelia's.
_RULERS = frozenset(("president", "premier", "minister", "chancellor", "dictator"))
_RULING = ("government", "regime")
# Parts of a state that sit in its capital, as its ministries do.
_SEATED = ("government", "parliament")


class Owners:
    """Finds the state whose part a noun phrase names, with the token that says so."""

    def __init__(self, states: States) -> None:
        self.document = states.document
        self.at = states.at
        self._dateline = states.dateline

    def of(self, first: int, i: int, owners: Mapping[int, Who]) -> tuple[str, int] | None:
        """Return the owner that the words from ``first`` to the noun at ``i`` name."""
        return self._before(first, i, owners) or self._his(first, owners) or self._its(first)

    def _before(self, first: int, i: int, owners: Mapping[int, Who]) -> tuple[str, int] | None:
        """Return the state that the modifiers from ``first`` to ``i`` name, and the token."""
        tokens = self.document.tokens
        ruled = tokens[i].lower in _RULING
        for k in range(i - 1, first - 1, -1):
            code = owners[k].country if k in owners else None
            code = code or (self._led.get(tokens[k].lower) if ruled else None)
            if code:
                return code, k
            if k in self.at:
                after = tokens[min(k + 2, i)]
                if tokens[k + 1].text == "-" and (after.lower in _SIDES or after.tag == "VBN"):
                    continue
                code = self.at[k][3].country
                return (code, self.at[k][0]) if code else None
        return None

    def _his(self, first: int, owners: Mapping[int, Who]) -> tuple[str, int] | None:
        """Return the country of the person whose "his government" it is: the last one named."""
        if self.document.tokens[first].lower not in ("his", "her"):
            return None
        here = self.document.sentence_of(first).i
        start = self.document.sentences[max(here - 1, 0)].first
        for k in range(first - 1, start - 1, -1):
            code = owners[k].country if k in owners else None
            if code:
                return code, k
        return None

    def leader(self, i: int) -> tuple[str, int] | None:
        """Return the state in "Karvelian President Ada Noor's government", and its token."""
        tokens = self.document.tokens
        k = i - 2
        if k < 0 or tokens[i - 1].tag != "POS":
            return None
        titled = False
        while k > 0 and k not in self.at and (tokens[k].pos == "PROPN" or is_title(tokens[k])):
            titled = titled or is_title(tokens[k])
            k -= 1
        code = self.at[k][3].country if titled and k in self.at else None
        return (code, self.at[k][0]) if code and self.at[k][2].kind == "adjective" else None

    def _under(self, i: int) -> str | None:
        """Return the state of the ruler whose title or name begins at ``i``, None for none."""
        tokens = self.document.tokens
        while i < len(tokens) and (is_title(tokens[i]) or i in self.at):
            i += 1
        return self._led.get(self._last_name(i) or "")

    @cached_property
    def _led(self) -> Mapping[str, str]:
        """The states of rulers by their last names: "Karvelian President Ada Noor" tells it.

        A president of whom no report says which state's he is rules where it was sent from.
        """
        found: dict[str, set[str]] = {}
        here = self._dateline if len(self._dateline) == 1 else set[str]()
        for title in self.document.tokens:
            if title.lower not in _RULERS or not (last := self._last_name(title.i + 1)):
                continue
            prime = self.document.tokens[title.i - 1].lower == "prime"
            at = self.at.get(title.i - 1 - prime)
            if prime != (title.lower == "minister"):
                continue
            told = {at[3].country} if at is not None else here
            found.setdefault(last, set()).update(code for code in told if code)
        others = {name: codes - here or codes for name, codes in found.items()}
        return {name: codes.pop() for name, codes in others.items() if len(codes) == 1}

    def _last_name(self, i: int) -> str | None:
        """Return the last word of the name that begins at ``i``, None where there is none."""
        tokens, k = self.document.tokens, i
        while k < len(tokens) and tokens[k].pos == "PROPN" and k not in self.at:
            k += 1
        return tokens[k - 1].lower if k > i else None

    def _its(self, first: int) -> tuple[str, int] | None:
        """Return the state whose "its army" it is: the subject of the clause before."""
        tokens = self.document.tokens
        if tokens[first].lower != "its":
            return None
        start = self.document.sentence_of(first).first
        subjects = [t.i for t in tokens[start:first] if t.dep in ("nsubj", "nsubjpass")]
        at = self.at.get(subjects[-1]) if subjects else None
        if at is None or at[2].kind not in ("state", "seat") or at[3].country is None:
            return None
        return at[3].country, at[0]

    def after(self, i: int, part: str) -> tuple[str, int] | None:
        """Return the state after "of" at ``i`` ("the parliament of Karvelia") and its end.

        Also that of "the defence ministry in Tarsk" and "the government in Tarsk".
        """
        tokens = self.document.tokens
        if i + 1 >= len(tokens) or tokens[i].lower not in ("of", "in"):
            return None
        if tokens[i - 1].lower in _RULING and (led := self._under(i + 1)):
            return led, i  # "the government of President Noor", without him
        at = self.at.get(i + 2 if tokens[i + 1].lower == "the" else i + 1)
        kind = "state" if tokens[i].lower == "of" else "seat"
        if at is None or at[2].kind != kind or at[3].country is None:
            return None
        if kind == "seat" and not (part in _SEATED or part.endswith("ministry")):
            return None  # "the army in Tarsk" may be another state's
        listed = at[1] + 1 < len(tokens) and tokens[at[1]].lower in (",", "and")
        return None if listed and at[1] + 1 in self.at else (at[3].country, at[1])
