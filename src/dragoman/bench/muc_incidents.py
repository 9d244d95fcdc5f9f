"""Incidents told by many reports of the MUC collection: are their accounts joined?

The incidents are made from the answer keys (`data/muc_incidents.yaml`), each whole in the half for
tuning or in the kept one by a hash of its name. Two reports of one incident should have an account
of it in one event; two reports of different incidents should not. An account is known by the words
that name its victims, in its recipients or its sentence.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path

import msgspec

from dragoman.bench.muc_keys import Template, templates
from dragoman.bench.muc_texts import Casing, item_of, messages, mixed_case
from dragoman.bench.rows import Row
from dragoman.extraction.folding import fold
from dragoman.library import build, extracts
from dragoman.model import Account, Dispute, Extract, Record
from dragoman.reading import Item

NEEDS = ("muc/dev", "muc/tst1", "muc/tst2", "tempeval3/silver", "wikinews", "polnear/train")
_HALVES = ("tune", "kept")
Keys = dict[str, dict[str, Template]]
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_VIOLENT = ("ASSAULT", "COERCE")


class Incident(msgspec.Struct, frozen=True):
    """One incident: who was hurt, in which country, between which days."""

    name: str
    country: str
    days: tuple[dt.date, dt.date]
    victims: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def half(self) -> str:
        """The half that a hash of the name puts it in."""
        return _HALVES[hashlib.sha256(self.name.encode()).digest()[0] % 2]

    def holds(self, template: Template) -> bool:
        """Return whether a key's template is of this incident."""
        if not template.first("INCIDENT: LOCATION").lstrip("(").startswith(self.country):
            return False
        named = [
            word
            for slot in ("HUM TGT: NAME", "HUM TGT: DESCRIPTION")
            for value in template.all_of(slot)
            for word in self.victims
            if re.search(rf"\b{word}\b", value)
        ]
        return bool(named) and self._on_the_day(template.first("INCIDENT: DATE"))

    def _on_the_day(self, written: str) -> bool:
        days = [_date(*found) for found in _DAY.findall(written)]
        if not days:
            return True
        # "- 23 MAR 90": some day up to that one.
        first = dt.date.min if written.lstrip("( ").startswith("-") else days[0]
        return first <= self.days[1] and days[-1] >= self.days[0]


class Outcome(msgspec.Struct):
    """Pairs of reports, with what became of them."""

    pairs: int = 0
    told: int = 0
    rightly: int = 0
    wrongly: int = 0
    shares: list[float] = []


def _date(day: str, month: str, year: str) -> dt.date:
    # One key has a 31st of November.
    first = dt.datetime.strptime(f"1 {month} {year}", "%d %b %y").date()
    last = calendar.monthrange(first.year, first.month)[1]
    return first.replace(day=min(int(day), last))


def incidents() -> list[Incident]:
    """Return the incidents that ship with the package."""
    path = files("dragoman.bench") / "data" / "muc_incidents.yaml"
    return msgspec.yaml.decode(path.read_bytes(), type=list[Incident])


def keyed(data: Path, found: Sequence[Incident]) -> Keys:
    """Return the template of each message that tells of an incident, by incident's name."""
    by_name: Keys = {incident.name: {} for incident in found}
    for path in sorted((data / "muc").glob("*/key-*")):
        for template in templates(path):
            for incident in found:
                if incident.holds(template):
                    by_name[incident.name].setdefault(template.message, template)
    return by_name


def read(data: Path, wanted: set[str]) -> Record:
    """Return the record of the messages wanted."""
    items = messages_of(data, wanted)
    return build([found for found in extracts(items) if isinstance(found, Extract)])


def messages_of(data: Path, wanted: set[str]) -> list[Item]:
    """Return the messages wanted, in upper and lower case as those of mixed case are written."""
    paths = sorted([*(data / "muc").glob("dev/dev-muc3-*"), *(data / "muc").glob("tst?/tst*")])
    texts = [found for path in paths for found in messages(path)]
    casing = Casing(mixed_case(data), (text for _, text in texts))
    return [item_of(message, text, casing) for message, text in texts if message in wanted]


class Judge:
    """Judges one record by the keys."""

    def __init__(self, record: Record, found: Sequence[Incident]) -> None:
        self.record = record
        names = {report.id: report.source for report in record.reports}
        actors = {actor.id: fold(" ".join(actor.names)) for actor in record.actors}
        self._accounts: dict[str, list[Account]] = {}
        for account in record.accounts:
            if account.type in _VIOLENT and account.status != "denied":
                self._accounts.setdefault(names[account.report], []).append(account)
        self._names = actors
        self._told = {
            incident.name: re.compile(rf"\b(?:{'|'.join(incident.told)})\b") for incident in found
        }

    def accounts(self, incident: Incident, message: str) -> list[Account]:
        """Return the accounts of a message that tell of an incident, by whom they name."""
        told = self._told[incident.name]
        found = self._accounts.get(message, [])
        harmed = [
            account
            for account in found
            if any(told.search(self._names.get(actor, "")) for actor in account.recipients)
            or any(told.search(fold(count.of or "")) for count in account.counts)
        ]
        return harmed or [a for a in found if told.search(fold(a.evidence[0].quote))]

    def events(self, incident: Incident, message: str) -> set[str]:
        """Return the events of those accounts."""
        return {account.event for account in self.accounts(incident, message)}


def outcome(judge: Judge, found: Sequence[Incident], keys: Keys) -> Outcome:
    """Return how many pairs of reports of one incident are joined, and how many of two."""
    total = Outcome(shares=[])
    for incident in found:
        told = {m: judge.events(incident, m) for m in sorted(keys[incident.name])}
        pairs = list(combinations(told, 2))
        both = [(a, b) for a, b in pairs if told[a] and told[b]]
        joined = sum(bool(told[a] & told[b]) for a, b in both)
        total.pairs += len(pairs)
        total.told += len(both)
        total.rightly += joined
        if both:
            total.shares.append(joined / len(both))
    for one, other in combinations(found, 2):
        alone = {
            incident.name: {m: judge.events(incident, m) for m in sorted(keys[incident.name])}
            for incident in (one, other)
        }
        shared = keys[one.name].keys() & keys[other.name].keys()
        for a, b in product(alone[one.name], alone[other.name]):
            if a != b and not {a, b} & shared:
                total.wrongly += bool(alone[one.name][a] & alone[other.name][b])
    return total


def clashes(found: Sequence[Incident], keys: Keys) -> Iterator[Incident]:
    """Yield the incidents whose keys clash on the perpetrator: state here, others there."""
    for incident in found:
        kinds = {t.first("PERP: INCIDENT CATEGORY") for t in keys[incident.name].values()}
        if len(kinds - {""}) > 1:
            yield incident


def shown(judge: Judge, incident: Incident, message_ids: Sequence[str]) -> list[Dispute]:
    """Return the disputes over who did it, or over numbers, of an incident's accounts."""
    ids = {a.id for message in message_ids for a in judge.accounts(incident, message)}
    events = {e for message in message_ids for e in judge.events(incident, message)}
    return [
        dispute
        for dispute in judge.record.disputes
        if dispute.about in ("responsibility", "number", "identity")
        and (dispute.event in events or {p.account for p in dispute.positions} & ids)
    ]


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the half tuned on and for the kept half."""
    found = incidents()
    keys = keyed(data, found)
    judge = Judge(read(data, {m for told in keys.values() for m in told}), found)
    return [
        row
        for half in _HALVES
        for row in rows_of(half, judge, [i for i in found if i.half == half], keys)
    ]


def rows_of(half: str, judge: Judge, found: Sequence[Incident], keys: Keys) -> list[Row]:
    """Return the rows of one half."""
    told = outcome(judge, found, keys)
    joined = told.rightly + told.wrongly
    clashing = list(clashes(found, keys))
    disputed = [i for i in clashing if shown(judge, i, sorted(keys[i.name]))]
    mean = sum(told.shares) / max(1, len(told.shares))

    def row(measure: str, right: float, of: int, note: str) -> Row:
        share = right / of if of else 0.0
        return Row(bench=f"muc incidents, {half}", measure=measure, ours=share, n=of, note=note)

    return [
        row("join precision", told.rightly, joined, "bar 0.90; pairs of reports"),
        row(
            "join recall",
            told.rightly,
            told.told,
            f"bar 0.60; of pairs with an account in both, {told.told} of {told.pairs}; "
            f"mean over {len(told.shares)} incidents {mean:.2f}",
        ),
        row("clashes over the culprit shown", len(disputed), len(clashing), "incidents"),
    ]
