"""Versions of one event that exclude one another: whether, who did it, whom it hit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from dragoman.assessment.disputes.building import Stance, dispute, from_account
from dragoman.assessment.disputes.clashing import comparable
from dragoman.assessment.disputes.culprits import culprit_dispute, rival_doers
from dragoman.assessment.disputes.deeds import DEEDS
from dragoman.assessment.disputes.figures import is_loose, is_on_top
from dragoman.assessment.disputes.none_hurt import is_none
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.scopes import kinds, opposed
from dragoman.assessment.disputes.settings import when_dispute, where_dispute
from dragoman.assessment.disputes.which import at, kind_of, where
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.independence import independent
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Account, Count, Dispute, Event

_WERE = re.compile(r"\bwere (?:all |mostly |only |not |really |in fact )?((?:\w+ ){0,2}\w+)")
# A denial in a report's own voice stands at most this many characters from what it denies.
NEAR = 80
# Plans change: after a month another word is an update.
MONTH = 30
# So few may be of two deeds: "two protesters", "two policemen".
FEW = 3
_PLACED = ("happened", "ongoing")
# What a deed stands under that is itself not denied: "linked to the murder", "accused of planning
# the killing"; but "denied reports of the murder", "that the murder took place".
_UNDER = re.compile(
    r"(?P<head>[\w’'-]+) (?:to|of|in|for|about|with|regarding|concerning|over|from|after|during"
    r"|before|by|into|behind|on)(?: both| all)? (?:the|this|that|these|those|his|her|their|its)"
    r"(?: [\w’'-]+){0,3} ?$|"
    r"\w+ing (?:the|this|that|these|those|his|her|their)(?: [\w’'-]+){0,2} ?$|"
    r"\b(?:accus\w+|charg\w+|suspect\w+|guilty) (?:of|with) $",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:accusation|allegation|charge|claim|report|rumou?r|suggestion|stor(?:y|ie)|news|account"
    r"|version|occurrence|existence|possibility)s?$",
    re.IGNORECASE,
)
_ARMED = ("MIL", "REB", "COP")
_SAYS = ("assert", "confirm", "other")


def version_disputes(index: Index, _said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between accounts of one event, rule by rule."""
    for event in index.record.events:
        if len(event.accounts) > 1:
            make = partial(_of_event, index, event)
            yield from index.kept("versions in dispute", event.id, event, make)


def _of_event(index: Index, event: Event) -> list[Dispute]:
    accounts = index.accounts_of(event)
    rules = (_occurrence, _intention, culprit_dispute, _identity, where_dispute, when_dispute)
    found = (rule(index, event, accounts) for rule in rules if len(accounts) > 1)
    return [one for one in found if one]


def _occurrence(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "said and denied" finds: it happened to one, it did not to another."""
    if event.family == "situation":
        return None
    said = [a for a in accounts if a.status in _PLACED]
    denied = [a for a in accounts if a.status == "denied"]
    denied = [a for a in denied if _denies(index, a) or _was_not_done(a, said)]
    denied = [a for a in denied if not any(map(is_none, a.counts))]  # a toll, of nobody
    said = [a for a in said if any(independent(index, a, d) for d in denied)]
    denied = [d for d in denied if any(independent(index, a, d) for a in said)]
    # Who denies one deed and tells of another, of which the event was made too, says both.
    deniers = [index.speaker(d) for d in denied]
    said = [a for a in said if not any(index.same_side(index.speaker(a), i) for i in deniers)]
    apart = {a.report for a in said if denied and all(_of_other_kinds(index, a, d) for d in denied)}
    said = [a for a in said if a.report not in apart]
    own = event.type in DEEDS and any(_own_deed(index, d) for d in denied)
    if own:  # who only tells of the deed does not say whose it was
        said = [a for a in said if any(_did(index, a, side) for side in deniers)]
    stances = [from_account(index, a, "it happened") for a in said]
    stances += [from_account(index, a, "it did not happen") for a in denied]
    return dispute(
        index,
        _about_denial(index, denied, own=own),
        "said and denied",
        _was_it(index, event, accounts, deniers if own else ()),
        stances,
        why=f"{_by(index, stances, 'it happened')} told of it as done; "
        f"{_by(index, stances, 'it did not happen')} denied "
        + ("having done it" if own else "it")
        + "; both speak of one event.",
        event=event.id,
    )


def _of_other_kinds(index: Index, a: Account, b: Account) -> bool:
    """Return whether two accounts tell of deeds against fighters and against people at peace."""
    one, other = ({_is_armed(index, i) for i in account.recipients} for account in (a, b))
    return bool(one and other) and None not in one | other and not one & other


def _is_armed(index: Index, actor: str) -> bool | None:
    sector = index.actors[actor].sector
    return sector in _ARMED if sector in _ARMED or sector == "CVL" else None


def _was_it(
    index: Index, event: Event, accounts: Sequence[Account], doers: Sequence[str | None]
) -> str:
    """Return the question whether an event took place, or whether a side did the deed."""
    where_and_when = at(index, event, accounts)
    kind = kind_of(index, event)
    who = next((name for i in doers if (name := index.side_name(i))), "")
    if who:
        return f"Did {who} carry out the {kind or 'deed'}{where_and_when}?"
    if kind:
        return f"Did the {kind}{where_and_when} take place?"
    return f"Did it happen: “{accounts[0].trigger.quote}”{where_and_when}?"


def _intention(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "will and will not" finds: planned to one, refused to another."""
    will = [
        a
        for a in accounts
        if a.status in ("planned", "promised", "threatened") and not _undone(index, a)
        if not any(_done_before(index, one, a) for one in accounts)
    ]
    will_not = [
        a for a in accounts if a.status == "denied" and find("will_not", a.evidence[0].quote)
    ]
    pairs = [
        (a, b)
        for a in will
        for b in will_not
        if independent(index, a, b) and _close(index, a, b) and _of_one_side(index, a, b)
    ]
    stances = {a.id: from_account(index, a, "it is intended") for a, _ in pairs}
    stances |= {b.id: from_account(index, b, "it is not intended") for _, b in pairs}
    return dispute(
        index,
        "intention",
        "will and will not",
        f"Is it intended: “{accounts[0].trigger.quote}”{at(index, event)}?",
        list(stances.values()),
        why=f"{_by(index, list(stances.values()), 'it is intended')} said that it will be done, "
        f"{_by(index, list(stances.values()), 'it is not intended')} that it will not.",
        event=event.id,
    )


def _by(index: Index, stances: Sequence[Stance], held: str) -> str:
    return tellers(index, [s for s in stances if s.position.stance == held])


def _undone(index: Index, account: Account) -> bool:
    """Return whether the contrary is meant: "an assault to break the siege" plans no siege."""
    sentence = account.evidence[0]
    before = index.reports[account.report].text[sentence.start : account.trigger.start]
    return find("undoes", before) is not None


def _close(index: Index, a: Account, b: Account) -> bool:
    first, second = index.published(a.report), index.published(b.report)
    return bool(first and second and abs((first - second).days) <= MONTH)


def _done_before(index: Index, account: Account, plan: Account) -> bool:
    """Return whether a deed is told of as done before somebody is said to plan it."""
    done, planned = index.published(account.report), index.published(plan.report)
    return bool(account.status == "happened" and done and planned and done < planned)


def _of_one_side(index: Index, a: Account, b: Account) -> bool:
    """Return whether two plans may be one side's: what others plan is no plan of it."""
    return not (a.actors and b.actors) or any(_did(index, a, actor) for actor in b.actors)


def _is_known(index: Index, account: Account) -> bool:
    """Return whether a denial takes the deed for done: "the talks are not linked to the murder"."""
    text, at = index.reports[account.report].text, account.trigger.start
    found = _UNDER.search(text[account.evidence[0].start : at])
    return found is not None and not _TOLD.match(found["head"] or "")


def _denies(index: Index, account: Account) -> bool:
    """Return whether somebody denies it; "foiled" or "failed" is no denial."""
    if _is_known(index, account) and not _own_deed(index, account):
        return False
    claim = index.claims.get(account.claim or "")
    if claim and claim.act == "deny":
        words = claim.content[0].quote
        own = find("own_part", words) and not account.actors  # "that rebels raided it" has its doer
        if (own or find("accusations", words)) and not _own_deed(index, account):
            return False  # "any link with the murder" denies no murder
        cue, text = claim.cue, index.reports[account.report].text
        before = text[max(0, cue.start - 80) : cue.start] if cue else ""
        return find("object_before", before) is None
    around = _around(account)
    if claim and claim.act in _SAYS and find("was_not", around) and not account.actors:
        return not any(find(pole, claim.content[0].quote) for pole in ("plotted", "not_meant"))
    return find("denied", around) is not None


def _was_not_done(account: Account, said: Sequence[Account]) -> bool:
    """Return whether a report itself says that what others tell was not done, by one verb."""
    if account.claim or account.actors or not find("was_not", _around(account)):
        return False
    verb = account.trigger.quote.lower()
    return any(one.claim and one.trigger.quote.lower() == verb for one in said)


def _around(account: Account) -> str:
    sentence, at = account.evidence[0], account.trigger.start - account.evidence[0].start
    return sentence.quote[max(0, at - NEAR) : at + NEAR]


def _about_denial(index: Index, denied: Sequence[Account], *, own: bool) -> About:
    told = [claim for d in denied if (claim := index.claims.get(d.claim or ""))]
    words = [e.quote for claim in told for e in claim.content]
    if any(find("broken", w) for w in words):
        return "compliance"
    if any(find("gone", w) or find("taken", w) for w in words):
        return "control"
    return "responsibility" if own else "occurrence"


def _own_deed(index: Index, denied: Account) -> bool:
    """Return whether a side denies a deed of its own: that is about who did it."""
    return _did(index, denied, index.speaker(denied))


def _did(index: Index, account: Account, side: str | None) -> bool:
    return any(index.same_side(side, actor) for actor in account.actors)


def _identity(index: Index, event: Event, accounts: Sequence[Account]) -> Dispute | None:
    """Return what the rule "two kinds of victims" finds.

    The same number of people are civilians to one source and fighters to another.
    """
    stances: dict[str, Stance] = {}
    for a, b in combinations([x for x in accounts if x.status in _PLACED], 2):
        for c in a.counts:
            for d in b.counts:
                parts = c.part_of is not None or d.part_of is not None
                parts = parts or (c.low or 0) < FEW or is_on_top(index, c) or is_on_top(index, d)
                if parts or is_loose(c) or is_loose(d) or c.what != d.what or c.low != d.low:
                    continue
                one, other = _called(index, a, c), _called(index, b, d)
                same = opposed(one, other) and not (_of_both(a, c) or _of_both(b, d))
                same = same and index.places.relation(a.place, b.place) != "apart"
                same = same and not rival_doers(index, a, b) and comparable(index, a, b)
                given = index.of_figure(a, c), index.of_figure(b, d)
                if same and independent(index, *given):
                    stances[a.id] = from_account(index, given[0], _kind(one))
                    stances[b.id] = from_account(index, given[1], _kind(other))
    return dispute(
        index,
        "identity",
        "two kinds of victims",
        f"Who were the people hit{where(index, event, [index.accounts[i] for i in stances])}?",
        list(stances.values()),
        why="The accounts give one number for one event, and call the same people by kinds that "
        "exclude one another.",
        event=event.id,
    )


def _of_both(account: Account, count: Count) -> bool:
    """Return whether an account counts both kinds apart: "two women and two soldiers"."""
    return any(opposed(count.of, other.of) for other in account.counts if other.what == count.what)


def _called(index: Index, account: Account, count: Count) -> str:
    """Return what the people counted are called: by the count, else by "were ..." after it."""
    if kinds(count.of):
        return count.of or ""
    report = index.reports[account.report]
    sentence = account.evidence[0]
    match = _WERE.search(report.text, count.evidence.end, sentence.end)
    return match.group(1) if match else ""


def _kind(of: str | None) -> str:
    return " and ".join(sorted(kinds(of)))
