"""Who the people hit or held were: "all of the dead were fighters" against "they were farmers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources

import msgspec

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.answers import Answer, facing, told_before
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import DEEDS, DONE, accounts_in
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import kinds
from dragoman.assessment.disputes.targets import with_fighters
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.patterns import compiled
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Account, Dispute

_SAYS = frozenset({"assert", "confirm", "accuse", "condemn", "deny", "reject", "other"})
_NOT = re.compile(r"\b(?:not|never|no|none|n[’']t)\b", re.IGNORECASE)
# What they were not: "and that none had links with rebels".
_DENIED = re.compile(r"\b(?:not|never|no|none|nobody|n[’']t)\b[^,;.]*", re.IGNORECASE)
# Whom somebody fights is not what he is: "they are only interested in fighting rebels".
_FOUGHT = re.compile(r"\b(?:fighting|defeating|destroying|against)\b.*", re.IGNORECASE)
# "One of the bloodiest attacks on civilians" tells of others beside it.
_OF_MANY = re.compile(
    r"\b(?:one|among|latest|string|series|spate|wave|number) of (?:the )?(?:[\w-]+ ){0,3}$"
)
# Who holds a town is not who was hit there.
_HELD = re.compile(r"\b[\w-]+-(?:held|controlled|run|backed|besieged)\b", re.IGNORECASE)
# One of these words stands in all that says what people were.
_CUE = re.compile(r"\b(?:were|was|are|been|being|as|only|no|all|both)\b", re.IGNORECASE)
# "They" after words for who did it are the doers.
_THEY = re.compile(r"^(?:they|he|she)\b", re.IGNORECASE)
_DOERS = re.compile(
    r"\b(?:responsible|behind|perpetrat\w+|culprits?|attackers?|assailants?|raiders|bombers?"
    r"|carried out|claimed|did (?:it|this|that))\b",
    re.IGNORECASE,
)
NO = "no "
_OPPOSED = frozenset({"civilians", "fighters"})


class Persons(msgspec.Struct, frozen=True):
    """The data of ``data/persons.yaml``: see the comments there."""

    kinds: dict[str, str]
    parts: dict[str, str]
    they_were: tuple[str, ...]
    only_they: tuple[str, ...]


@cache
def _rules() -> Persons:
    data = resources.files("dragoman.assessment").joinpath("data/persons.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Persons)


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    """Return the ways to say what people were."""
    return compiled((*_rules().they_were, *_rules().only_they), _rules().parts)


@cache
def _people() -> dict[str, re.Pattern[str]]:
    words = _rules().kinds.items()
    return {kind: re.compile(rf"\b{found}\b", re.IGNORECASE) for kind, found in words}


def persons_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over who those were whom a deed hit.

    Rule "called by two kinds": of one deed a side says in so many words what the dead, or those
    held, were; another says that they were of a kind that excludes it. "The dead" are those of the
    deed that its report told of last.
    """
    told = grouped(a for a in index.record.accounts if a.type in DEEDS and a.status in DONE)
    found = [answer for one in said for answer in _answers(index, one, told.get(one.report, ()))]
    for case in facing(index, found, _apart):
        held = list(dict.fromkeys(a.held for a in case))
        stances = [a.said.stance(index, f"they were {a.held}") for a in case]
        known = [a.known for a in case if a.known]
        deed = the_deed(index, known, [a.said for a in case], "the attack")
        one = dispute(
            index,
            "identity",
            "called by two kinds",
            f"Who were the people hit in {deed}?",
            stances,
            why=f"{tellers(index, stances)} speak of the same people as {' and as '.join(held)}.",
        )
        if one:
            yield one


def _apart(a: Answer, b: Answer) -> bool:
    """Return whether two kinds exclude each other; "no civilians" excludes civilians.

    "They" are not those of whom the same report tells only later.
    """
    one, other = sorted((a, b), key=lambda x: x.said.evidence.start)
    own = one.said.report == other.said.report and other.said.claim is None
    if own and one.sure and not other.sure:
        return False
    pair = {a.held, b.held}
    return len(pair) == 2 and (pair == _OPPOSED or any(NO + x in pair and x in pair for x in pair))


def _answers(index: Index, said: Statement, told: Sequence[Account]) -> Iterator[Answer]:
    """Yield of what kind a statement says that those were whom a deed hit."""
    act = said.claim.act if said.claim else "assert"
    if act not in _SAYS or find("open_question", said.words) or of_old(said):
        return
    sure = _said_so(index, said)
    if sure is not None:
        denied = act in DENIALS and not sure.startswith(NO)
        known = told_before(told, said)
        yield Answer(said, f"{NO}{sure}" if denied else sure, known=known)
    elif act not in DENIALS and (hit := _told(index, said)):
        yield Answer(said, hit, sure=False)


def _said_so(index: Index, said: Statement) -> str | None:
    """Return the kind that a statement gives in so many words, "no civilians" where negated.

    Who speaks of two kinds says that they were of both.
    """
    if not _CUE.search(said.words):
        return None
    words = with_fighters(index, said)
    for pattern in _ways():
        for match in pattern.finditer(words):
            if _THEY.match(match[0]) and _DOERS.search(words[: match.start()]):
                continue
            group = next(k for k, found in enumerate(match.groups(), 1) if found)
            kind = _kind(_FOUGHT.sub("", _DENIED.sub("", match[group])))
            if kind and _NOT.search(words[match.start() : match.start(group)]):
                return f"{NO}{kind}"
            if kind and _kind(_DENIED.sub("", words)):
                return kind
    return None


def _told(index: Index, said: Statement) -> str | None:
    """Return the one kind of those whom the deeds of a statement are told to have hit."""
    done = [a for a in accounts_in(index, said) if a.type in DEEDS and a.status in DONE]
    done = [a for a in done if not _OF_MANY.search(said.text[: a.trigger.start - said.start])]
    hit = [index.actors[i].name for a in done for i in a.recipients if i in index.actors]
    hit += [count.of or "" for a in done for count in a.counts if count.what != "attackers"]
    return _kind(" ".join(hit)) and _kind(said.words)


def _kind(words: str) -> str | None:
    found = _kinds(_HELD.sub(" ", words))
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=50_000)
def _kinds(words: str) -> frozenset[str]:
    more = {kind for kind, people in _people().items() if people.search(words)}
    return kinds(words) | more
