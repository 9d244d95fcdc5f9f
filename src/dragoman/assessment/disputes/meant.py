"""Which deed a charge is of: the one told of before that its words mean, and what was hit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.blame import Charge
from dragoman.assessment.disputes.deeds import COMMON, DEEDS, DONE, accounts_in, means_of
from dragoman.assessment.disputes.parties import speaking_for
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.disputes.taken_up import taken_up
from dragoman.assessment.index import Index
from dragoman.model import Account, Actor
from dragoman.resolution.openings import MAIN, in_lead
from dragoman.resolution.places import COUNTRY
from dragoman.resolution.wording import content_words

# An answer stands at most this many characters after what it answers.
ANSWER = 400
# A deed that a charge means without a word of it is told at most this many characters before.
RIGHT_BEFORE = 150
_NEW = re.compile(
    r"\b(?:an?|another) ((?:[\w-]+ ){0,2}?[\w-]+)(?=$|[,;.…]| (?:in|on|at|near|of|and|that))"
)
# A place that no gazetteer knows, or a figure.
_ELSEWHERE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]n) [A-Z]|\d|…"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|other)\b"
)
_PERSON = re.compile(r"\b(?:she|he|her|him)\b", re.IGNORECASE)
# "The plane", "the two rockets": a thing that was told of before.
_DEFINITE = re.compile(r"\b(?:the|this|these|those) ((?:[\w-]+ ){0,2}?[\w-]+)", re.IGNORECASE)


def with_deeds(index: Index, charges: Iterable[Charge]) -> list[Charge]:
    """Return charges with the events of the deeds told before that their words mean.

    "The attack" and "was behind it" mean the deed that the report told of last, by the means that
    are named; "downed the plane" the one told without a doer in which a plane was hit.
    """
    told = grouped(a for a in index.record.accounts if a.type in DEEDS and a.status in DONE)
    return [_with_deed(index, one, told.get(one.said.report, [])) for one in charges]


def _with_deed(index: Index, one: Charge, told: Sequence[Account]) -> Charge:
    at = one.said.evidence.start
    before = [a for a in told if a.trigger.end <= at]
    if any(a.event in one.events for a in before):
        return msgspec.structs.replace(one, known=True)
    if one.deed and _names_it(index, one):
        return one
    if one.deed:
        if news := _news(index, one, before):
            return msgspec.structs.replace(one, events=one.events | news, known=True, news=True)
        rare = one.means - COMMON
        meant = [a for a in before if rare & means_of(a.evidence[0].quote)] or before
    else:
        things = _things(index, one)
        pronoun = find("victim", one.said.words) is not None
        meant = [a for a in before if not a.actors and (pronoun or things & _things_in(index, a))]
    meant = meant or _just_told(index, one, before)
    last = taken_up(index, told, meant)
    if last is None:
        return one
    return msgspec.structs.replace(one, events=one.events | {last.event}, known=True)


def _names_it(index: Index, one: Charge) -> bool:
    """Return whether the word for the deed has its own doer: "shortly after the NFA offensive"."""
    told = [a for a in accounts_in(index, one.said) if a.actors and a.event in one.events]
    return one.told and any(a.trigger.quote.lower().rstrip("s") == one.deed for a in told)


def _news(index: Index, one: Charge, before: Sequence[Account]) -> frozenset[str]:
    """Return the events of what a report begins with, where it tells itself that those did it.

    "Varnian jets hit a convoy ... the NFA blamed Varnia for the attack": for that one, whatever
    the report has told since. "That attack" is the one told last.
    """
    report = index.reports[one.said.report]
    told = [a for a in before if a.claim is None and in_lead(report, a.trigger.start, MAIN)]
    if one.said.claim is None or find("that_deed", one.said.words):
        return frozenset()
    return frozenset(a.event for a in told if any(index.sides(i) & one.sides for i in a.actors))


def _just_told(index: Index, one: Charge, before: Sequence[Account]) -> list[Account]:
    """Return the deed told right before a charge without a doer, where the charge adds nothing.

    "Shells fell on the square. The council said that army guns had opened up": by no other means.
    """
    if one.said.claim is None or not adds_nothing(index, one):
        return []
    start = one.said.start
    near = [a for a in before if 0 <= start - a.evidence[0].end <= RIGHT_BEFORE and not a.actors]
    means = one.means
    return [a for a in near if not means or means & (means_of(a.evidence[0].quote) or means)]


def _things(index: Index, one: Charge) -> frozenset[str]:
    """Return the stems of the things that a charge names as known: "the plane", "the rocket"."""
    named = " ".join(_DEFINITE.findall(one.said.words.replace(one.who, " ")))
    return _telling(index, named)


def _things_in(index: Index, account: Account) -> frozenset[str]:
    return _telling(index, account.evidence[0].quote)


def _telling(index: Index, words: str) -> frozenset[str]:
    return content_words(words) - index.name_words - content_words(" ".join(poles().no_target))


def answers(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether the side that one charge names speaks in the other."""
    return any(speaks_for(index, one, other) for one, other in ((a, b), (b, a)))


def speaks_for(index: Index, one: Charge, other: Charge) -> bool:
    """Return whether a charge's speaker is of the side that another charge names."""
    speaker = index.name(one.said.speaker)
    named = (index.actors[i] for i in other.sides if i in index.actors)
    inside = (n for a in named for n in _shorts(a) if n in speaker)
    by_name = any(re.search(rf"\b{re.escape(n)}\b", speaker) for n in inside)
    return bool(speaking_for(index, one.said) & other.sides) or by_name


def _shorts(actor: Actor) -> tuple[str, ...]:
    """Return the names of an actor, a person's surname too: "Orr's spokesman"."""
    last = actor.name.split()[-1:] if actor.type == "person" and actor.named else []
    return (*actor.names, *last)


def just_after(a: Charge, b: Charge) -> bool:
    """Return whether one charge stands right after the other in one report."""
    first, second = sorted((a.said.evidence, b.said.evidence), key=lambda e: e.start)
    return first.report == second.report and second.start - first.end <= ANSWER


def one_target(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges name one thing or person that was hit, beside who and where."""
    one, other = (_targets(index, charge) for charge in (a, b))
    return bool(one & other) or _one_person(index, a, b) or _one_person(index, b, a)


def _one_person(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether one charge tells with the other's verb of the person that it names: "she"."""
    told = accounts_in(index, b.said)
    people = {i for t in told for i in t.recipients if index.actors[i].named}
    verbs = {t.trigger.quote.split()[-1].lower() for t in accounts_in(index, a.said)}
    return (
        len(people) == 1
        and any(t.trigger.quote.split()[-1].lower() in verbs for t in told)
        and _PERSON.search(a.said.words) is not None
    )


def one_thing(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges of one report are of one thing known before: "the plane"."""
    one, other = a.said, b.said
    known = _things(index, a) | _things(index, b)
    return one.report == other.report and bool(
        known & content_words(one.words) & content_words(other.words)
    )


def _targets(index: Index, one: Charge) -> frozenset[str]:
    """Return the stems of what a charge says was hit, "he" and "it" among them."""
    words = one.said.words.replace(one.who, " ")
    deeds = " ".join(a.trigger.quote for a in accounts_in(index, one.said))
    told = _telling(index, words) - content_words(f"{deeds} {' '.join(poles().arms)}")
    return told | ({"it"} if find("victim", words) else set())


def two_victims(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges both say who was hit, and not the same."""
    one, other = ({i for t in accounts_in(index, c.said) for i in t.recipients} for c in (a, b))
    return bool(one and other) and not one & other


def adds_nothing(index: Index, one: Charge) -> bool:
    """Return whether a charge tells of a deed without a place, a victim, a figure or a day."""
    told = accounts_in(index, one.said)
    own = any(a.place_evidence or a.recipients or a.counts or _has_day(a) for a in told)
    words = one.said.words.replace(one.who, " " * len(one.who))
    spots = [i for at, i in one.said.spots if words[at.start : at.end].strip()]
    spots = [i for i in spots if index.places.size(i) < COUNTRY]
    return not own and not spots and _ELSEWHERE.search(words) is None


def _has_day(account: Account) -> bool:
    """Return whether the day stands in the sentence of an account itself."""
    evidence = account.date.evidence if account.date else None
    return evidence is not None and account.evidence[0].span.contains(evidence.span)


def two_things(a: Charge, b: Charge) -> bool:
    """Return whether two charges each tell of a thing not known before: "a mosque", "a school"."""
    one, other = ({n.split()[-1] for n in _NEW.findall(c.said.words)} for c in (a, b))
    return bool(one and other) and not one & other


def held_by_two(a: Charge, b: Charge) -> bool:
    """Return whether two charges are of blows to two sides: "rebel-held", "government-held"."""
    one, other = ((bool(find("rebel_held", w)), bool(find("state_held", w))) for w in _words(a, b))
    return one != other and one[0] != one[1] and other[0] != other[1]


def _words(*charges: Charge) -> list[str]:
    return [c.said.words for c in charges]
