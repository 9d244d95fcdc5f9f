"""Rival accusations: one deed that some lay on one side and others on another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.assessment.by_report import found_in
from dragoman.assessment.disputes.at_large import is_at_large
from dragoman.assessment.disputes.blame import Charge, charge
from dragoman.assessment.disputes.breath import AGAINST
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.deeds import COMMON, DEEDS, accounts_in
from dragoman.assessment.disputes.meant import (
    adds_nothing,
    answers,
    held_by_two,
    just_after,
    one_target,
    one_thing,
    speaks_for,
    two_things,
    two_victims,
    with_deeds,
)
from dragoman.assessment.disputes.parties import MISHAP, are_known, rivals
from dragoman.assessment.disputes.rival_cases import Case, deed_of, is_mishap, joined
from dragoman.assessment.disputes.told_again import told_again
from dragoman.assessment.disputes.wording import plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.officials import states_in
from dragoman.assessment.statements import Statement
from dragoman.model import Dates, Dispute
from dragoman.resolution.names import fold
from dragoman.resolution.places import COUNTRY
from dragoman.resolution.wording import content_words

# Accusations in reports of one story are of one deed when they are no further apart.
DAYS = 3
# A deed so many days before a report is another than its news.
OLD = 60


def rival_accusations(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over deeds that two sources lay on two sides.

    Rule "rival accusations": two sources, in one report or in reports of one story, each name who
    did a deed of one kind; nobody of the one side is of the other.
    """
    charges = with_deeds(index, found_in(index, "charges", said, charge))
    cases: list[Case] = []
    for a, b in _near(charges):
        if _rivals(index, a, b) and _one_deed(index, a, b):
            _add(index, cases, a, b)
    for case in joined(index, cases):
        if found := _build(index, case):
            yield found


def _near(charges: Sequence[Charge]) -> Iterator[tuple[Charge, Charge]]:
    """Yield the pairs of charges of one report, one event or a few days, in the reports' order.

    Deeds that are told of with their doer, by means of every day, are too many to look further;
    what a report tells itself is answered in it alone.
    """
    groups: dict[str, list[int]] = {}
    days: dict[dt.date, list[int]] = {}
    for k, one in enumerate(charges):
        elsewhere = sorted(one.events) if one.said.claim else ()
        for key in (one.said.report, *elsewhere):
            groups.setdefault(key, []).append(k)
        if one.said.day and one.said.claim and not _of_every_day(one):
            days.setdefault(one.said.day, []).append(k)
    found = {pair for group in groups.values() for pair in combinations(group, 2)}
    for day, some in days.items():
        around = (day + dt.timedelta(n) for n in range(-DAYS, DAYS + 1))
        later = [j for near in around for j in days.get(near, ())]
        found |= {(k, j) for k in some for j in later if j > k}
    yield from ((charges[k], charges[j]) for k, j in sorted(found))


def _of_every_day(one: Charge) -> bool:
    return one.told and not one.means - COMMON


def _rivals(index: Index, a: Charge, b: Charge) -> bool:
    if _one_group(index, a, b) or _leads(index, a, b) or _leads(index, b, a):
        return False
    for mine, theirs in ((a, b), (b, a)):
        own = mine.owned or speaks_for(index, mine, mine)
        if mine.told and own and MISHAP not in theirs.sides:
            return False
    one, other = f" {fold(a.who)} ", f" {fold(b.who)} "
    first, later = sorted((a, b), key=lambda c: c.said.evidence.start)
    answered = just_after(a, b) and speaks_for(index, later, first)
    shorter = a if one in other else b
    if (one in other or other in one) and not states_in(shorter.who):
        return False
    return rivals(a.sides, b.sides, answered=answered)


def _one_group(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two claim a deed as their own, one of them nameless: they may be one.

    "A group that calls itself the NFA said that it did it", and so did the NFA.
    """
    speakers = [index.actors.get(one.said.speaker or "") for one in (a, b)]
    own = all(one.sides & index.sides(one.said.speaker) for one in (a, b))
    return own and any(actor is None or not actor.named for actor in speakers)


def _leads(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether one charge names a person whose post names whom the other charges.

    The boss of the Tarsk cartel is no rival of "an alleged spokesman of the Tarsk cartel".
    """
    named = content_words(b.who)
    people = [index.actors[i] for i in sorted(a.sides) if i in index.actors]
    titles = [content_words(r.title) for p in people if p.type == "person" for r in p.roles]
    return any(len(title & named) > 1 for title in titles)


def _one_deed(index: Index, a: Charge, b: Charge) -> bool:
    one, other = a.said, b.said
    if index.same_side(one.speaker, other.speaker) or _within(a, b):
        return False
    if (a.news or b.news) and not a.events & b.events:
        return False
    if not just_after(a, b) and (is_at_large(a) or is_at_large(b)):
        return False
    if just_after(a, b) and _told_together(index, a, b):
        return True
    if MISHAP in a.sides | b.sides and one_thing(index, a, b):
        return not _apart(index, a, b)
    if one.claim is None or other.claim is None:
        return False
    if (a.told and b.told) or (a.means and b.means and not a.means & b.means):
        return False
    here = one.report == other.report
    if not here and not all(are_known(index, c.sides) for c in (a, b)):
        return False
    story = here or other.report in index.same_story(one.report)
    if _apart(index, a, b):
        return False
    sure = story or not (a.told or b.told)
    one_event = any(sure or index.renowned(event) for event in a.events & b.events)
    return one_event or (story and _one_kind(a, b) and not _of_old(index, a, b))


def _within(a: Charge, b: Charge) -> bool:
    """Return whether one charge is a part of what another voice says, not set against it.

    "They said that they shot down a jet and also charged that the army burned a village."
    """
    first, second = sorted((a.said, b.said), key=lambda s: s.evidence.start)
    if first.claim is None or second.claim is None:
        return first.evidence == second.evidence
    if first.report != second.report or not first.evidence.span.overlaps(second.evidence.span):
        return False
    between = first.words[: second.evidence.start - first.evidence.start]
    return AGAINST.search(between) is None


def _of_old(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether one of two charges is of a deed that was known long before the other."""
    days = [index.renowned(event) for event in a.events ^ b.events]
    told = [day for day in (a.said.day, b.said.day) if day]
    return any(day and (other - day).days > OLD for day in days for other in told)


def _told_together(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges, one right after the other, are of one deed.

    Each side tells of the other's deeds every day: one deed is meant where both are of one thing
    that was hit, or both of what the report told of before; where the side that is charged
    answers, also where both are one event, or the answer speaks of "the attack" or tells of no
    other: it names neither place nor victims nor figures.
    """
    if _apart(index, a, b) or held_by_two(a, b):
        return False
    if a.said.claim is None or b.said.claim is None:
        return b.said.claim is not None and _answered(index, a, b)
    one_event = bool(a.events & b.events) and not two_victims(index, a, b)
    one_event = one_event and not two_things(a, b)
    one_means = bool(a.means & b.means) or not (a.means and b.means)
    if (one_event and one_means and a.known and b.known) or one_target(index, a, b):
        return True
    if told_again(a.said.words, b.said.words):
        return True
    if MISHAP in b.sides and b.deed == "it" and a.events & b.events:
        return True  # "They shot it down." "A technical fault forced it down."
    meant = b.deed is not None or (b.known and not a.told)
    meant = meant or (one_means and (a.known or a.deed is not None) and adds_nothing(index, b))
    return answers(index, a, b) and (one_event or meant)


def _answered(index: Index, told: Charge, answer: Charge) -> bool:
    """Return whether a side lays on another what the report has told as its own deed."""
    if told.said.text == answer.said.text or not speaks_for(index, answer, told):
        return False
    one_event = bool(told.events & answer.events) and not two_victims(index, told, answer)
    return one_event or (bool(told.means) and one_target(index, told, answer))


def _apart(index: Index, a: Charge, b: Charge) -> bool:
    """Return whether two charges, or their sentences, name places or days apart."""
    first, second = _places(index, a), _places(index, b)
    if any(index.places.relation(p, q) == "apart" for p in first for q in second):
        return True
    one, other = _days(index, a), _days(index, b)
    return bool(one and other) and not any(d.overlaps(e) for d in one for e in other)


def _days(index: Index, one: Charge) -> list[Dates]:
    """Return the days that a charge names for its deeds."""
    told = [x.date for x in accounts_in(index, one.said) if x.type in DEEDS]
    return [day for day in told if day and day.evidence]


def _places(index: Index, one: Charge) -> list[str]:
    named = [place for _, place in one.said.spots] or list(one.said.places)
    happened = (index.events[event].place for event in sorted(one.events))
    # A state that is named is one of the two sides more often than where it was.
    return [i for i in named or happened if i and index.places.size(i) < COUNTRY]


def _one_kind(a: Charge, b: Charge) -> bool:
    """Return whether two charges are of one deed by its means; shells and bombs fall every day.

    "The attack" of one report is not "the attack" of another.
    """
    if a.deed and a.deed == b.deed and a.said.report == b.said.report:
        return bool(a.means & b.means) or not (a.means and b.means)
    return bool((a.means & b.means) - COMMON)


def _add(index: Index, cases: list[Case], a: Charge, b: Charge) -> None:
    """Add two rival charges to the case of the same two sides and deed, else as a new one."""
    for case in cases:
        for one, other in ((a, b), (b, a)):
            if _of(case.one, one) and _of(case.other, other) and _of_case(index, case, a, b):
                case.one += [one] if one not in case.one else []
                case.other += [other] if other not in case.other else []
                return
    cases.append(Case([a], [b]))


def _of(charges: Sequence[Charge], one: Charge) -> bool:
    return bool(charges[0].sides & one.sides)


def _of_case(index: Index, case: Case, a: Charge, b: Charge) -> bool:
    """Return whether two rival charges are of the deed of a case."""
    held = [*case.one, *case.other]
    if a in held or b in held:
        return True
    apart = any(_apart(index, c, new) for c in held for new in (a, b))
    return not apart and any(_meet(c, new) for c in held for new in (a, b))


def _meet(a: Charge, b: Charge) -> bool:
    one, other = a.said.day, b.said.day
    near = bool(one and other and abs((one - other).days) <= DAYS) and _one_kind(a, b)
    return near or bool(a.events & b.events)


def _build(index: Index, case: Case) -> Dispute | None:
    by_one, by_other = (
        [c.said.stance(index, side[0].stance) for c in side] for side in (case.one, case.other)
    )
    first, second = case.one[0].who, case.other[0].who
    return dispute(
        index,
        "responsibility",
        "rival accusations",
        f"{'What' if is_mishap(case) else 'Who'} was behind {deed_of(index, case)}: "
        f"{plain(first)} or {plain(second)}?",
        [*by_one, *by_other],
        why=f"{tellers(index, by_one)} laid it on {first}; {tellers(index, by_other)} laid a deed "
        f"of the same kind, in the same story, on {second}.",
    )
