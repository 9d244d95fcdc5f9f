"""An attack told of again ("the blast killed nine") is where and when it was first told to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import msgspec

from dragoman.extraction.accounts_verbs import Trigger
from dragoman.language import Document
from dragoman.model import Account, Actor

_OFFICIAL = ("state", "government")
_REAL = ("happened", "ongoing", "possible")
# What may have been done: handed on only where it has a day.
_LIKELY = "possible"
# So many sentences on, "nine people were killed" still speaks of the attack just told of.
_NEAR = 2
_BACK = frozenset({"since", "before", "until"})


class RetoldWords(msgspec.Struct, frozen=True):
    """The lists of ``data/events_retold.yaml``; ``kinds`` maps a word or a mode to its kind."""

    kinds: dict[str, str]
    pointing: frozenset[str]
    another: frozenset[str]


@cache
def retold_words() -> RetoldWords:
    """Return the word lists.

    >>> retold_words().kinds["explosion"]
    'blast'
    """
    source = files("dragoman.extraction") / "data" / "events_retold.yaml"
    raw = msgspec.yaml.decode(source.read_bytes())
    kinds = {word: kind for kind, words in raw["kinds"].items() for word in words}
    return RetoldWords(kinds, frozenset(raw["pointing"]), frozenset(raw["another"]))


class Retold:
    """Gives the attacks of one report that are told of twice one day and one place."""

    def __init__(
        self, document: Document, triggers: Mapping[str, Trigger], actors: Iterable[Actor]
    ) -> None:
        self.document = document
        self.triggers = triggers
        self.words = retold_words()
        # States and their own bodies: "the army" of a state and the state are one side.
        self._country = {a.id: a.country for a in actors if a.type in _OFFICIAL and a.country}

    def __call__(self, accounts: Sequence[Account]) -> tuple[Account, ...]:
        """Return the accounts in their order, those of one attack with one setting."""
        found = list(accounts)
        attacks = [i for i, account in enumerate(found) if self._is_attack(account)]
        for n, i in enumerate(attacks):
            if not self._points_back(found[i]):
                continue
            first = next(self._first(found, i, reversed(attacks[:n])), None)
            if first is not None:
                back = first == attacks[0] and self._apart(found[first], found[i]) <= _NEAR
                found[first], found[i] = _shared(found[first], found[i], back=back)
        return tuple(found)

    def _is_attack(self, account: Account) -> bool:
        real = account.type == "ASSAULT" and account.family == "event"
        return real and account.status in _REAL and account.id in self.triggers

    # -- what points back ---------------------------------------------------------------------

    def _points_back(self, account: Account) -> bool:
        """Return whether an account's words speak of something already told."""
        trigger = self.triggers[account.id]
        if self._is_effect(account):
            bare = not (account.actors or trigger.actors or account.place or account.date)
            return bare and trigger.effect is not None and not self._of_long(trigger)
        inside = self.document.children(trigger.token)
        words = {child.lower for child in inside}
        # "The Tuesday attack" is told apart by its day.
        dated = any(child.ent in ("DATE", "TIME") for child in inside)
        return bool(words & self.words.pointing) and not (dated or words & self.words.another)

    def _of_long(self, trigger: Trigger) -> bool:
        """Return whether a sentence counts the dead of a long time: "since the war began".

        Not of a day or two: "since Monday", "since yesterday".
        """
        told = self.document.tokens_in(self.document.sentence_of(trigger.token).span)
        after = [two.lower for one, two in pairwise(told) if one.lower == "since"]
        return any(not word.endswith("day") for word in after)

    def _is_effect(self, account: Account) -> bool:
        """Return whether an account tells of victims alone ("nine were killed", "a toll of")."""
        trigger = self.triggers[account.id]
        return trigger.token.pos in ("VERB", "AUX") or not trigger.sense.words

    def _first(self, found: Sequence[Account], i: int, before: Iterable[int]) -> Iterator[int]:
        """Yield the attacks before the account at ``i`` that it may retell, the nearest first."""
        here = found[i]
        for j in before:
            if self._is_effect(here) and self._apart(found[j], here) > _NEAR:
                return
            if self._is_effect(here) and self._is_background(found[j]):
                continue
            if found[j].status == _LIKELY and found[j].date is None:
                continue
            far = self._apart(found[j], here) > 0 or self._is_effect(here)
            if far and self._one(found[j], here):
                yield j

    def _is_background(self, account: Account) -> bool:
        """Return whether a clause tells since or before what something is: "since they took it".

        The next sentence goes on with what its main clause tells of.
        """
        trigger = self.triggers[account.id]
        tokens = (trigger.token, *self.document.ancestors(trigger.token))
        clauses = (t for t in tokens if t.dep == "advcl" or t.i == trigger.token.i)
        children = (c for clause in clauses for c in self.document.children(clause))
        return any(c.dep == "mark" and c.lower in _BACK for c in children)

    def _apart(self, first: Account, again: Account) -> int:
        """Return how many sentences on an account stands."""
        one, other = self.triggers[first.id].token, self.triggers[again.id].token
        return self.document.sentence_of(other).i - self.document.sentence_of(one).i

    def _one(self, first: Account, again: Account) -> bool:
        """Return whether nothing in two accounts says that they tell of two attacks."""
        kinds = self._kind(first), self._kind(again)
        if all(kinds) and kinds[0] != kinds[1]:
            return False
        if first.place and again.place and first.place != again.place:
            return False
        if not _same_days(first, again):
            return False
        if first.actors and again.actors and not self._sides(first) & self._sides(again):
            return False
        alike = self._is_effect(again) or self._many(again) == self._many(first)
        if not alike and not first.counts:
            return False
        if not self._victims_agree(first, again):
            return False
        return _counts_agree(first, again)

    def _sides(self, account: Account) -> set[str]:
        return {self._country.get(who, who) for who in account.actors}

    def _victims_agree(self, first: Account, again: Account) -> bool:
        """Return whether "the killing of ..." names those whom the first account names."""
        told = self.triggers[again.id]
        if told.token.pos in ("VERB", "AUX") or self._kind(again) != "killing":
            return True
        before = self.triggers[first.id]
        known = {token.lemma for token in (*before.recipients, *before.affected)}
        shared = set(first.recipients) & set(again.recipients)
        named = any(token.lemma in known for token in told.recipients)
        return not told.recipients or bool(shared) or named

    def _kind(self, account: Account) -> str | None:
        trigger = self.triggers[account.id]
        kinds = self.words.kinds
        return kinds.get(trigger.token.lemma.lower()) or kinds.get(account.mode or "")

    def _many(self, account: Account) -> bool:
        return self.triggers[account.id].token.tag in ("NNS", "NNPS")


def _same_days(first: Account, again: Account) -> bool:
    one, other = first.date, again.date
    if one is None or other is None:
        return True
    late = one.end is not None and other.start is not None and one.end < other.start
    early = other.end is not None and one.start is not None and other.end < one.start
    return not (late or early)


def _counts_agree(first: Account, again: Account) -> bool:
    """Return whether no kind of victim is counted apart in the report's own voice.

    Two sources may give two figures for one attack.
    """
    if first.claim != again.claim:
        return True
    counted = {count.what: count for count in first.counts}
    return all(
        count.what not in counted or counted[count.what].low == count.low
        for count in again.counts
        if count.part_of is None
    )


def _shared(first: Account, again: Account, *, back: bool) -> tuple[Account, Account]:
    """Return both accounts, the second with the day and the place of the first where it has none.

    With ``back`` the first takes them from the second too. Who did it is not handed on: a second
    telling often names another doer, or leaves it open on purpose.
    """
    return (_filled(first, again) if back else first), _filled(again, first)


def _filled(account: Account, other: Account) -> Account:
    if account.place is None:
        account = msgspec.structs.replace(
            account, place=other.place, place_evidence=other.place_evidence
        )
    return msgspec.structs.replace(account, date=account.date or other.date)
