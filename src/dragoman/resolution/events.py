"""Accounts in one or many reports become events: joined only where enough agrees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

import msgspec

from dragoman.memo import Memo
from dragoman.model import Account, Actor, Claim, Judgement, Report, make_id
from dragoman.resolution.by_day import join_by_day
from dragoman.resolution.deed import Deed
from dragoman.resolution.grouping import Groups
from dragoman.resolution.joining import join_events
from dragoman.resolution.judging import obey
from dragoman.resolution.leads import Leads
from dragoman.resolution.once import join_deeds
from dragoman.resolution.openings import MAIN, in_lead
from dragoman.resolution.pairs import scored, stamps_of
from dragoman.resolution.people import side_words, state_stems
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.renown import join_renowned
from dragoman.resolution.several import of_one_word
from dragoman.resolution.taking_up import antecedents, crimes_taken_up
from dragoman.resolution.telling import beside, opens, spots_in, spotter, targets_in
from dragoman.resolution.things import known_apart, things_in
from dragoman.resolution.view import RECENT, View, marks_of, window_of
from dragoman.resolution.wording import rules, stem

replace = msgspec.structs.replace
NOBODY: Mapping[str, str] = MappingProxyType({})

# Accounts of what took place or may have.
_TOLD = ("happened", "ongoing", "possible")
# Wider than this, a date ("in 2015") cannot bring two accounts together by itself.
NARROW = 31


def event_id(account: str) -> str:
    """Return the id of the event whose earliest account this is."""
    return make_id("eve", account)


def views(
    accounts: Iterable[Account],
    reports: Sequence[Report],
    claims: Iterable[Claim],
    unnamed: Mapping[str, str] = NOBODY,
    places: PlaceIndex | None = None,
    actors: Iterable[Actor] = (),
) -> list[View]:
    """Return the accounts in the order in which they were published and stand in the text.

    The words of an account in a claim are what is claimed, without who claims it. ``unnamed``
    gives the words for actors without a name, ``places`` know which towns a sentence names.
    """
    accounts, actors = list(accounts), list(actors)
    states, sides = state_stems(actors), side_words(actors)
    spots = spotter(places) if places else {}
    leads = Leads(reports, accounts, actors, places, spots) if places else None
    said = {claim.id: " ".join(e.quote for e in claim.content) for claim in claims}
    order = {report.id: k for k, report in enumerate(reports)}
    by_id = {report.id: report for report in reports}
    found = []
    for account in accounts:
        report, sentence = by_id[account.report], account.evidence[0]
        published = report.published.end if report.published else None
        before = report.text[sentence.start : max(sentence.start, account.trigger.start)]
        text = said.get(account.claim or "", sentence.quote)
        after = report.text[account.trigger.end : sentence.end]
        marks = marks_of(before, account.trigger.quote, text, after)
        found.append(
            View(
                account,
                order[account.report],
                published,
                text,
                before,
                marks,
                unnamed,
                spots=spots_in(text, spots),
                beside=beside(report, account.place_evidence),
                targets=targets_in(text) if account.type in rules().targeted else frozenset(),
                things=known_apart(things_in(text), spots, states, sides)
                if account.type in rules().targeted
                else frozenset(),
                opens=opens(report, account.trigger.start),
                main=in_lead(report, account.trigger.start)
                and account.status in _TOLD
                and "another" not in marks,
                begins=in_lead(report, account.trigger.start, MAIN),
                headline=bool(report.headline and report.headline.contains(account.trigger.span)),
                leads=leads,
                interval=(interval := _interval(account)),
                window=window_of(account, interval, published),
            )
        )
    found.sort(key=lambda v: (v.order, v.account.trigger.start, v.account.id))
    again = antecedents(found)
    return [replace(v, again=again[v.account.id]) if v.account.id in again else v for v in found]


def _interval(account: Account) -> tuple[dt.date, dt.date] | None:
    dates = account.date
    return (dates.start, dates.end) if dates and dates.start and dates.end else None


def join_accounts(
    found: Sequence[View],
    places: PlaceIndex,
    judgements: Sequence[Judgement] = (),
    unnamed: Mapping[str, str] = NOBODY,
    done: Sequence[Deed] = (),
    memo: Memo | None = None,
) -> list[list[View]]:
    """Return the groups of accounts that tell of one event or situation, earliest first.

    ``unnamed`` gives the words for actors without a name, for a situation's "people"; ``done``
    are the killings and abductions of known persons and groups; ``memo`` has the points of pairs
    that were scored before.
    """
    by_id = {view.account.id: view for view in found}
    rank = {view.account.id: k for k, view in enumerate(found)}
    groups = Groups(by_id)
    named = {event_id(i): i for i in by_id}
    obey(groups, judgements, lambda i: i if i in by_id else named.get(i))
    for parts in of_one_word(view.account for view in found):
        for one, other in combinations(parts, 2):
            groups.forbid(one, other)
    known = join_deeds(groups, [deed for deed in done if deed.account in by_id])
    crimes = crimes_taken_up(found, known)
    known |= {i: known[told] for i, told in crimes.items() if groups.join(told, i)}
    _join_situations(groups, [v for v in found if v.account.family == "situation"], unnamed)
    told = [v for v in found if v.account.family == "event"]
    memo = memo or Memo()
    stamps = memo.shared("stamps", (found, places), lambda: stamps_of(found, places))
    join_events(groups, told, places, known, scored(told, stamps, places, _keys, memo))
    join_renowned(groups, told, places, known)
    join_by_day(groups, told, known)
    joined = [sorted(members, key=rank.__getitem__) for members in groups.members()]
    joined.sort(key=lambda members: rank[members[0]])
    return [[by_id[i] for i in members] for members in joined]


def _keys(view: View, places: PlaceIndex) -> list[tuple[str, ...]]:
    account = view.account
    things = [f"a{i}" for i in sorted(view.participants)]
    if account.place:
        place = places.get(account.place)
        held_by = place.within if place else ()
        things += [f"p{i}" for i in (account.place, *held_by) if places.size(i) < 3]
        things += [f"p{account.place}"]
    head = stem(account.trigger.quote.lower().split()[0])
    things += [f"r{account.report}", f"w{view.text[:60]}", f"h{head}"]
    things += [f"s{i}" for i in sorted(view.spots)] + [f"t{i}" for i in sorted(view.targets)]
    things += [f"k{kind} {word}" for kind, name in view.things for word in name]
    things += [f"n{c.what}{c.low:g}" for c in account.counts if c.low and c.low > 2]
    kinds = [str(k) for k, family in enumerate(rules().families) if account.type in family]
    weeks = _weeks(view)
    return [
        (kind, week, thing)
        for kind in (*kinds, account.type)
        for week in weeks
        for thing in dict.fromkeys(things)
    ]


def _weeks(view: View) -> list[str]:
    interval = view.interval
    if interval is None:
        if view.account.date is not None or view.published is None:
            return ["undated"]
        interval = (view.published - dt.timedelta(RECENT), view.published)
    first, last = interval
    if (last - first).days > NARROW:
        return [f"{first}/{last}"]
    day, end = first - dt.timedelta(3), last + dt.timedelta(3)
    return [str(week) for week in range(day.toordinal() // 7, end.toordinal() // 7 + 1)]


def _join_situations(groups: Groups, found: Sequence[View], unnamed: Mapping[str, str]) -> None:
    """Join what is said, at any time, of one state of affairs: same kind, same holder, place."""
    first: dict[tuple[str, ...], str] = {}
    for view in found:
        account = view.account
        whats = sorted({count.what for count in account.counts})
        holders = account.actors or account.recipients
        if not holders and not account.place:
            continue
        if account.type in ("CONTROL", "PRESENCE"):
            whats = []
        for holder in holders or ("",):
            key = (account.type, unnamed.get(holder, holder), account.place or "", *whats)
            groups.join(first.setdefault(key, account.id), account.id)
