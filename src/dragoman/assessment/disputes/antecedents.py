"""Whom a pronoun means that what is said begins with: "it had shelled the port"."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.deeds import accounts_in
from dragoman.assessment.disputes.readable import LATER, begins_with_one
from dragoman.assessment.disputes.wording import plain
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import Actor

_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be) (?:\w+ly )?$", re.IGNORECASE)
# "It believed that the army had done it": who says so believed it, not the army.
_BELIEVES = re.compile(
    r"^(?:it|they|he|she) (?:\w+ly )?(?:believ|think|thought|suspect|fear|hop)\w*", re.IGNORECASE
)
_OF_ONE = re.compile(r"^(?:he|she)\b", re.IGNORECASE)
# Who is the only one named so many characters before is meant.
NEAR = 400
# Several, by the last word for them: "many rebels"; people who were told of before the pronoun.
_SEVERAL = re.compile(r"\b(?!\w+ss\b)[a-z]*(?:s|men|people)$")
_PEOPLE = re.compile(
    r"\b(?:both|the (?:two|three|four|five|six)|the) (?:[\w-]+ ){0,3}?(?!\w*ss\b)[a-z]{3,}s\b"
    r"(?= (?:are|were|have|had|will|did)\b)",
    re.IGNORECASE,
)


def meant(index: Index, said: Statement, words: str = "") -> str:
    """Return the name of whom the pronoun means that a statement begins with, "" for nobody.

    Whom its accounts have there; else who speaks of himself, or was named last before it.
    """
    words = plain(words or said.words)
    if found := LATER.match(words):
        words = words[found.start("who") :]
    elif not begins_with_one(words):
        return ""
    if _BELIEVES.match(words) and said.claim is not None:
        return index.name(said.speaker)
    name = _by_account(index, said) if said.words.startswith(words) else ""
    if name and not _is_several(name, words):
        return name
    return _himself(index, said, words) or _before(index, said, words) or _alone(index, said, words)


def _by_account(index: Index, said: Statement) -> str:
    told = sorted(accounts_in(index, said), key=lambda a: a.trigger.start)
    for account in told:
        at = account.trigger.start - said.evidence.start
        done = account.trigger.quote.endswith("ing")
        hit = at > 0 and not done and _PASSIVE.search(said.words[:at]) is not None
        doers = account.recipients if hit else account.actors
        if len(doers) == 1:
            return index.name(doers[0])
    return ""


def _himself(index: Index, said: Statement, words: str) -> str:
    """Return who speaks, where he may mean himself: "the army said it had", "Tal said he had"."""
    actor = index.actors.get(said.speaker or "")
    if actor is None or said.claim is None:
        return ""
    return actor.name if _fits(actor, actor.name, words) else ""


def _before(index: Index, said: Statement, words: str) -> str:
    """Return who was named last before what is said, in its sentence: "both smugglers", the NFA."""
    text = said.text[: max(0, said.evidence.start - said.start)]
    found = [
        (at, len(name), actor.name if actor.type == "person" else name)
        for i in index.named_in(said.report)
        if (actor := index.actors[i]).named and i != said.speaker
        for name in _names(actor)
        if (at := text.rfind(name)) >= 0 and _fits(actor, name, words)
    ]
    named = max(found, default=(-1, 0, ""))
    people = list(_PEOPLE.finditer(text)) if words.lower().startswith("they") else []
    if people and people[-1].start() > named[0]:
        return people[-1][0]
    return named[2]


def _alone(index: Index, said: Statement, words: str) -> str:
    """Return the one person who is named shortly before what is said, besides who says it."""
    at = said.evidence.start
    text = index.reports[said.report].text[max(0, at - NEAR) : at]
    found = {
        actor.name
        for i in index.named_in(said.report)
        if (actor := index.actors[i]).type == "person" and i != said.speaker
        if _fits(actor, actor.name, words) and any(name in text for name in _names(actor))
    }
    return found.pop() if len(found) == 1 else ""


def _names(actor: Actor) -> tuple[str, ...]:
    last = [name.split()[-1] for name in actor.names if actor.type == "person"]
    return (*actor.names, *(name for name in last if name[:1].isupper()))


def _fits(actor: Actor, name: str, words: str) -> bool:
    if (_OF_ONE.match(words) is not None) != (actor.type == "person"):
        return False
    return not _is_several(name, words)


def _is_several(name: str, words: str) -> bool:
    """Return whether a name is of several where words are of one: "the herdsmen", "it"."""
    return words.lower().startswith("it ") and _SEVERAL.search(name) is not None
