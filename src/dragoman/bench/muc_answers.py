"""A record's violent events as the templates of the Message Understanding Conference.

The conference asked for terrorist incidents of the last two months in nine countries: attacks on
anybody but soldiers, policemen and guerrillas. The record says nothing of instruments and of things
that were attacked, so these slots stay empty.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from dragoman.bench.muc_keys import Fill, Template
from dragoman.model import Account, Actor, Claim, Event, Place, Record

COUNTRIES = {
    "SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA", "BO": "BOLIVIA",
    "CL": "CHILE", "CO": "COLOMBIA", "EC": "ECUADOR", "PE": "PERU",
}  # fmt: skip
_MODES = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
_FIRE = re.compile(r"\b(?:burn|fire to|arson|torch|ablaze)", re.IGNORECASE)
_ATTEMPT = re.compile(r"\b(?:attempt|tried to|failed|foiled|thwarted|deactivated)", re.IGNORECASE)
_WARFARE = re.compile(r"\b(?:clash|fight|combat|battle|offensive|war\b|invasion|operation)", re.I)
_FIGHTERS = re.compile(
    r"\b(?:soldiers?|troops?|army|armed forces|military|battalion|brigade|patrol|police\w*|guards?"
    r"|guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|FMLN|units?)\b",
    re.IGNORECASE,
)
_STAGES = {
    "happened": "ACCOMPLISHED", "ongoing": "ACCOMPLISHED",
    "threatened": "THREATENED", "planned": "THREATENED",
}  # fmt: skip
_STATES = ("state", "government")
_HARM = {"killed": "DEATH", "injured": "INJURY"}
_DEADLY = re.compile(r"\b(?:kill|murder|assassinat|massacr|execut|slain|death)", re.IGNORECASE)
_HURTING = re.compile(r"\b(?:wound|injur)", re.IGNORECASE)
_DATE, _PLACE = "INCIDENT: DATE", "INCIDENT: LOCATION"
_RECENT = dt.timedelta(days=61)


class Answering:
    """Answers for one message, of whose report ``record`` alone was made."""

    def __init__(self, message: str, record: Record) -> None:
        self.message = message
        self.record = record
        self._accounts = {account.id: account for account in record.accounts}
        self._actors = {actor.id: actor for actor in record.actors}
        self._places = {place.id: place for place in record.places}
        self._claims = {claim.id: claim for claim in record.claims}
        named = Counter(p.country for p in record.places if p.country in COUNTRIES)
        self._country = COUNTRIES[named.most_common(1)[0][0] or ""] if named else ""
        published = record.reports[0].published if record.reports else None
        self._day = published.end if published else None

    def templates(self) -> list[Template]:
        """Return a template for each event that the conference would ask for."""
        found: list[Template] = []
        for event in self.record.events:
            accounts = [self._accounts[id_] for id_ in event.accounts]
            if event.type == "ASSAULT" and self._asked_for(event, accounts):
                slots = dict(self._slots(event, accounts))
                found.append(Template(self.message, len(found) + 1, slots))
        return merged(found)

    def _asked_for(self, event: Event, accounts: list[Account]) -> bool:
        place = self._places.get(event.place or "")
        if place is not None and place.country and place.country not in COUNTRIES:
            return False
        if event.status not in _STAGES or not self._recent(event):
            return False
        harmed = [*self._names(event.recipients), *(c.of or "" for c in event.counts)]
        harmed = [words for words in harmed if words]
        if any(not _FIGHTERS.search(words) for words in harmed):
            return True
        warfare = any(_WARFARE.search(account.trigger.quote) for account in accounts)
        # "There were attacks" is no incident: two of a day, a place and a doer make one.
        located = place is not None and place.type != "country"
        told = (located, event.date is not None, bool(event.actors))
        return not harmed and not warfare and sum(told) > 1

    def _recent(self, event: Event) -> bool:
        if event.date is None or event.date.end is None or self._day is None:
            return True
        return event.date.end > self._day - _RECENT

    def _slots(
        self, event: Event, accounts: list[Account]
    ) -> Iterator[tuple[str, tuple[Fill, ...]]]:
        quotes = " ".join(account.trigger.quote for account in accounts)
        sentence = accounts[0].evidence[0].quote
        kind = _MODES.get(event.mode or "", "ARSON" if _FIRE.search(quotes) else "ATTACK")
        stage = "ATTEMPTED" if _ATTEMPT.search(sentence) else _STAGES[event.status]
        yield "INCIDENT: TYPE", (one(kind),)
        yield "INCIDENT: STAGE OF EXECUTION", (one(stage),)
        if when := self._date(event):
            yield _DATE, (one(when),)
        if where := self._location(self._places.get(event.place or "")):
            yield _PLACE, (one(where),)
        yield from self._perpetrators(event, accounts)
        yield from self._victims(event, quotes)

    def _date(self, event: Event) -> str:
        if event.date is None or event.date.start is None or event.date.end is None:
            return f"- {written(self._day)}" if self._day else ""
        start, end = written(event.date.start), written(event.date.end)
        return start if start == end else f"{start} - {end}"

    def _location(self, place: Place | None) -> str:
        country = COUNTRIES.get(place.country or "", "") if place else ""
        country = country or self._country
        if place is None or place.type == "country" or not country:
            return country
        return f"{country}: {place.name.upper()}"

    def _perpetrators(
        self, event: Event, accounts: list[Account]
    ) -> Iterator[tuple[str, tuple[Fill, ...]]]:
        actors = [self._actors[id_] for id_ in event.actors]
        persons = [a.name for a in actors if not a.named or a.type == "person"]
        bodies = [a for a in actors if a.named and a.type != "person"]
        bodies += [body for a in actors if not a.named for body in self._within(a)]
        bodies = list({body.id: body for body in bodies}.values())
        state = any(a.type in _STATES or _is_force(a) for a in actors)
        if actors:
            kind = "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"
            yield "PERP: INCIDENT CATEGORY", (one(kind),)
        if persons:
            yield "PERP: INDIVIDUAL ID", tuple(one(name.upper()) for name in persons)
        if bodies:
            yield "PERP: ORGANIZATION ID", tuple(Fill(_called(a)) for a in bodies)
            sure = self._confidence(accounts, event)
            yield (
                "PERP: ORGANIZATION CONFIDENCE",
                tuple(Fill((sure,), _called(a)) for a in bodies),
            )

    def _within(self, group: Actor) -> list[Actor]:
        """Return the bodies whose name stands in a group's: the ELN of "ELN guerrillas"."""
        return [
            body
            for body in self.record.actors
            if body.named and body.type not in ("person", "state", "place")
            if any(re.search(rf"\b{re.escape(name)}\b", group.name) for name in body.names)
        ]

    def _confidence(self, accounts: list[Account], event: Event) -> str:
        told = [a for a in accounts if set(a.actors) & set(event.actors)]
        claims = [self._claims.get(a.claim or "") for a in told]
        if any(claim is None for claim in claims):
            return "REPORTED AS FACT"
        speakers = [claim.speaker.actor for claim in claims if claim is not None]
        if any(speaker in event.actors for speaker in speakers):
            return "CLAIMED OR ADMITTED"
        officials = all(_is_official(claim, self._actors) for claim in claims if claim)
        return "SUSPECTED OR ACCUSED" + (" BY AUTHORITIES" if officials else "")

    def _victims(self, event: Event, quotes: str) -> Iterator[tuple[str, tuple[Fill, ...]]]:
        people = [self._actors[id_] for id_ in event.recipients]
        named = [a for a in people if a.named and a.type == "person"]
        counts = [c for c in event.counts if c.what in ("killed", "injured", "abducted") and c.of]
        groups = [a.name for a in people if not a.named]
        groups += [c.of or "" for c in counts if c.of and c.of not in groups]
        if named:
            yield "HUM TGT: NAME", tuple(one(a.name.upper()) for a in named)
        described = [(a.roles[0].title, a.name) for a in named if a.roles]
        fills = [Fill((title.upper(),), (name.upper(),)) for title, name in described]
        fills += [one(name.upper()) for name in groups]
        if fills:
            yield "HUM TGT: DESCRIPTION", tuple(fills)
        whole = {c.of: f"{c.low:g}" for c in counts if c.low is not None}
        numbers = [Fill(("1",), (a.name.upper(),)) for a in named]
        numbers += [Fill((whole.get(name, "PLURAL"),), (name.upper(),)) for name in groups]
        if numbers:
            yield "HUM TGT: NUMBER", tuple(numbers)
        harm = {c.of: _HARM[c.what] for c in counts if c.what in _HARM}
        usual = "DEATH" if _DEADLY.search(quotes) else "INJURY" if _HURTING.search(quotes) else ""
        effects = [
            Fill((effect,), (name.upper(),))
            for name in [*(a.name for a in named), *groups]
            if (effect := harm.get(name, usual))
        ]
        if effects and event.status in ("happened", "ongoing"):
            yield "HUM TGT: EFFECT OF INCIDENT", tuple(effects)

    def _names(self, ids: tuple[str, ...]) -> list[str]:
        return [self._actors[id_].name for id_ in ids]


def _called(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.upper() for name in (actor.name, *actor.names)))


def merged(found: list[Template]) -> list[Template]:
    """Return templates with those made one that may well tell of one incident.

    The record keeps the attack and the death apart where the text tells of them apart, and a deed
    whose victims are called otherwise; the conference asks for one template.
    """
    kept: list[Template] = []
    for template in found:
        for k, other in enumerate(kept):
            if _same(template, other):
                kept[k] = Template(other.message, other.number, _joined(other, template))
                break
        else:
            kept.append(template)
    return kept


def _same(one: Template, other: Template) -> bool:
    """Return whether two templates name a victim in common, or differ in nothing."""
    if not _fit(one, other, "INCIDENT: TYPE", ("ATTACK",)):
        return False
    if _named(one) & _named(other):
        return True
    stage = one.first("INCIDENT: STAGE OF EXECUTION") == other.first("INCIDENT: STAGE OF EXECUTION")
    if not stage or not _fit_day(one, other) or not _fit_place(one, other):
        return False
    if not _fit(one, other, "PERP: ORGANIZATION ID") or not _fit(one, other, "PERP: INDIVIDUAL ID"):
        return False
    return _alike_victims(one, other)


def _fit(one: Template, other: Template, slot: str, wide: tuple[str, ...] = ()) -> bool:
    """Return whether the fills of a slot share a value, or one has none or a wide one."""
    mine, theirs = set(one.all_of(slot)), set(other.all_of(slot))
    return not mine or not theirs or bool(mine & theirs or (mine | theirs) & set(wide))


def _fit_day(one: Template, other: Template) -> bool:
    days = [t.first(_DATE) for t in (one, other)]
    return days[0] == days[1] or any(not day or day[0] == "-" for day in days)


def _fit_place(one: Template, other: Template) -> bool:
    here, there = (t.first(_PLACE).split(": ") for t in (one, other))
    return here[:1] == there[:1] and (len(here) < 2 or len(there) < 2 or here[1] == there[1])


def _alike_victims(one: Template, other: Template) -> bool:
    """Return whether the victims of two may be the same: by their nouns, and how many they are."""
    if _named(one) and _named(other):
        return False
    nouns, others = (
        {v.split()[-1].rstrip("S"): v for v in t.all_of("HUM TGT: DESCRIPTION")}
        for t in (one, other)
    )
    if not nouns or not others:
        # When or where it was tells that they are one.
        day, place = one.first(_DATE), one.first(_PLACE)
        return day == other.first(_DATE) or (": " in place and place == other.first(_PLACE))
    shared = nouns.keys() & others.keys()
    return bool(shared) and all(
        _number(one, nouns[noun]) in (_number(other, others[noun]), "PLURAL")
        or _number(other, others[noun]) == "PLURAL"
        for noun in shared
    )


def _number(template: Template, victim: str) -> str:
    found = (f for f in template.slots.get("HUM TGT: NUMBER", ()) if victim in f.refers)
    return next((fill.values[0] for fill in found), "PLURAL")


def _named(template: Template) -> set[str]:
    return set(template.all_of("HUM TGT: NAME"))


def _joined(one: Template, other: Template) -> dict[str, tuple[Fill, ...]]:
    slots = dict(other.slots) | one.slots
    for slot, fills in other.slots.items():
        mine = one.slots.get(slot, ())
        if slot.startswith(("HUM", "PERP: IND", "PERP: ORG")):
            slots[slot] = (*mine, *(fill for fill in fills if fill not in mine))
    when = [t.slots[_DATE] for t in (one, other) if t.first(_DATE) and t.first(_DATE)[0] != "-"]
    where = [t.slots.get(_PLACE, ()) for t in (one, other) if ":" in t.first(_PLACE)]
    slots |= {_DATE: when[0]} if when else {}
    return slots | ({_PLACE: where[0]} if where else {})


def one(value: str) -> Fill:
    """Return a fill with one value."""
    return Fill((value,))


def written(day: dt.date | None) -> str:
    """Return a day as the keys write it.

    >>> written(dt.date(1990, 2, 4))
    '04 FEB 90'
    """
    return day.strftime("%d %b %y").upper() if day else ""


def _is_force(actor: Actor) -> bool:
    return bool(re.search(r"\b(?:army|armed forces|police|military|air force)\b", actor.name, re.I))


def _is_official(claim: Claim, actors: dict[str, Actor]) -> bool:
    actor = actors.get(claim.speaker.actor or "")
    name = claim.speaker.name
    known = actor is not None and (actor.type in _STATES or _is_force(actor) or bool(actor.roles))
    return known or bool(re.search(r"\b(?:police|authorit|official|military|army)", name, re.I))
