"""What an actor is willing to do, and whether a deal is kept: for against against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Names, Statement
from dragoman.model import Dispute
from dragoman.resolution.wording import content_words

# Minds change: two attitudes further apart than this are an update, unless the later reaches back.
SAME_TIME = 30
# The share of the shorter object's words that must be the same when none of them tells by itself,
# and when one does: a word deep in a long object is what it happens to mention.
MOST, SOME = 0.75, 0.2


_SENTENCE = re.compile(r".+?(?:[.!?][”\"’]?(?=\s+[\"“‘A-Z])|$)", re.DOTALL)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|from|to|on|over|against|with|between|for|by|at|into)\s+(?:the\s+)?$", re.IGNORECASE
)


# "With the council, which has rejected": who is named right before, after whatever word.
_WHICH = re.compile(r"\W*\b(?:which|who)(?: \w+){0,2}\s*$", re.IGNORECASE)
# Where the object of a will ends: a reason, when it is to be, or what is done beside.
_END = re.compile(
    r"[;:]| --? |\b(?:before|after|ahead of|during) (?:the|a|its|his|their)\b"
    r"|,[\"”]?\s*(?:that is,|(?:saying|but|while|and said|adding)\b)|\bbecause\b"
    r"|\band (?:instead|also|has|have|had|is|are|was|were|will|would)\b"
)
# "Neither side wants a truce."
_NEITHER = re.compile(r"\b(?:neither|nobody|no one|none of)\b[^,;:]*$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|I)(?: also| now| still)?\s*$", re.IGNORECASE)
# Without a name, these words stand for a side where both statements name one place.
_NOMINAL = re.compile(r"\b(rebels?|government|opposition|army|coalition|regime|militants)\b", re.I)
# "Rejected the claims" is no refusal of anything.
_ACCUSATION = re.compile(
    r"(?:the|these|those|all|such|any|his|her|their|its)?\s*"
    r"(?:\w+ )?(?:claim|allegation|accusation|charge|report|suggestion|critici)",
    re.IGNORECASE,
)


class Attitude(msgspec.Struct, frozen=True):
    """Who is said to be for (``positive``) or against what: ``about`` are the object's words."""

    statement: Statement
    subject: str
    positive: bool
    about: frozenset[str]


def attitude_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what an actor is willing to do.

    Rule "ready against unwilling": of one actor it is said that it is ready for something and
    that it rejects the same thing, at one time or with words that reach back over the time of
    the other ("has so far rejected any"). In one report two actors of one side are two.
    """
    names = Names((n, a.id) for a in index.record.actors if a.named for n in a.names)
    general = _general(index)
    found = [a for s in said for a in _attitudes(index, s, names)]
    for a, b in combinations(found, 2):
        if a.positive == b.positive or a.about.isdisjoint(b.about):
            continue
        if not _one_subject(index, a, b) or _one_voice(index, a, b):
            continue
        if a.statement.report == b.statement.report and a.subject != b.subject:
            continue
        shared = _shared(a, b, general)
        if shared and _same_time(a, b) and a.statement.evidence != b.statement.evidence:
            result = _build(index, a, b, shared)
            if result:
                yield result


def _one_subject(index: Index, a: Attitude, b: Attitude) -> bool:
    if a.subject.startswith("word:"):
        places = set(a.statement.places) & set(b.statement.places)
        return a.subject == b.subject and any(index.places.size(i) < 3 for i in places)
    both = [index.actors.get(i) for i in (a.subject, b.subject)]
    if a.subject != b.subject and all(actor and actor.type == "person" for actor in both):
        # Two people of one state may well be of two minds.
        return False
    return index.same_side(a.subject, b.subject)


def _one_voice(index: Index, a: Attitude, b: Attitude) -> bool:
    """Return whether one body says on one day, or one side in one report, what it will and not."""
    first, second = a.statement.speaker, b.statement.speaker
    if a.statement.report == b.statement.report:
        return index.same_side(first, second)
    return first is not None and first == second and a.statement.day == b.statement.day


def _called(index: Index, subject: str) -> str:
    return index.name(subject) or f"the {subject.removeprefix('word:')}"


def _general(index: Index) -> frozenset[str]:
    """Return words that do not make two objects one: general ones, and names."""
    return content_words(" ".join(poles().general)) | index.name_words


def _shared(a: Attitude, b: Attitude, general: frozenset[str]) -> list[str]:
    """Return the words that two objects share and that tell what they are, longest first."""
    both = a.about & b.about
    least = min(len(a.about), len(b.about))
    shared = {word for word in both - general if len(word) >= 5}
    if len(both) < SOME * least:
        return []
    if not shared and len(both) >= 2 and len(both) >= MOST * least:
        # "Talks with Kabul": no word alone tells, but together they do.
        shared = set(both)
    return sorted(shared, key=lambda word: (-len(word), word))


def _attitudes(index: Index, statement: Statement, names: Names) -> Iterator[Attitude]:
    for start, text in _sentences(statement.text):
        for pole, positive in (("unwilling", False), ("willing", True)):
            match = find(pole, text)
            if match is None or find("no_will_told", text[: match.start()]):
                continue
            # What follows must be this statement's own: one sentence may hold two claims.
            if statement.covers(start + match.end() + 1):
                subject = _subject(index, statement, text[: match.start()], names)
                thing = _object(text[match.end() :])
                about = content_words(thing)
                wills = positive and not _NEITHER.search(text[: match.start()])
                if subject and not _ACCUSATION.match(thing):
                    yield Attitude(statement, subject, wills, about)
            break


@lru_cache(maxsize=100_000)
def _sentences(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), found.group()) for found in _SENTENCE.finditer(text))


def _object(rest: str) -> str:
    """Return the words that follow, up to the end of the clause that names what is meant."""
    clause = _END.split(rest)[0]
    return " ".join(clause.split()[:25])


def _subject(index: Index, statement: Statement, before: str, names: Names) -> str | None:
    """Return who is ready or unwilling: the last actor named before, else who speaks.

    A name after a preposition is where or with whom, not who.
    """
    if _PRONOUN.search(before):
        return statement.speaker
    found = names.find(before)
    if found and _WHICH.match(before, found[-1][0].end):
        return found[-1][1]
    for span, actor in reversed(found):
        if not _AFTER_PREPOSITION.search(before[: span.start]) and _can_will(index, actor):
            return actor
    nominal = _NOMINAL.search(before)
    if nominal:
        return f"word:{nominal.group(1).lower()}"
    own = re.search(r"\b(?:we|our|I|my|it|he|she|they)\b", before, re.IGNORECASE)
    return statement.speaker if own else None


def _can_will(index: Index, actor: str) -> bool:
    return index.actors[actor].type != "unknown"


def _same_time(a: Attitude, b: Attitude) -> bool:
    first, second = a.statement.day, b.statement.day
    if first is None or second is None:
        return False
    if abs((first - second).days) <= SAME_TIME:
        return True
    later = a if first > second else b
    return not later.positive and find("ever", later.statement.text) is not None


def _build(index: Index, a: Attitude, b: Attitude, shared: Sequence[str]) -> Dispute | None:
    ready, unwilling = (a, b) if a.positive else (b, a)
    thing = _whole_word(ready.statement.text, shared[0])
    name = _called(index, unwilling.subject)
    yes = ready.statement.stance(index, f"ready ({thing})")
    no = unwilling.statement.stance(index, f"unwilling ({thing})")
    return dispute(
        index,
        "intention",
        "ready against unwilling",
        f"Is {name} ready or unwilling, as to the {thing}?",
        [
            yes,
            no,
        ],
        why=f"{tellers(index, [yes])} said that {_called(index, ready.subject)} is ready, "
        f"{tellers(index, [no])} that {name} is unwilling; both speak of the {thing}.",
    )


def _whole_word(text: str, stem: str) -> str:
    match = re.search(rf"\b{re.escape(stem)}\w*", text, re.IGNORECASE)
    return match.group().lower() if match else stem
