"""Judges a record by labelled pairs of reports: joined or not, and which disputes are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from dragoman.bench.opposed import opposed, sets_against, words_of
from dragoman.bench.pair_labels import FIGURES, RANKS, Pair, Side, Value, Verdict, name_of
from dragoman.bench.rows import Row, share
from dragoman.bench.second_prints import as_read
from dragoman.model import About, Account, Claim, Dispute, Evidence, Record, Span


class Outcome(msgspec.Struct, frozen=True):
    """What was found of the labels of one part, and of its reports."""

    pairs: int
    same: int
    joined: int
    rightly: int
    told: int
    near: int
    near_same: int
    differences: int
    clashes: int
    shown: int
    between: int
    between_shown: int
    strictly: int
    read: int
    together: int
    verdicts: Counter[str]
    reports: int


class Judge:
    """Judges one record by the labels."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._ids = {name_of(report.source): report.id for report in record.reports}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts by report id."""
        return {report.id: report.text for report in self.record.reports}

    def as_read(self, pairs: Sequence[Pair]) -> list[Pair]:
        """Return labels where they were read, for a sentence that is printed twice."""
        reports = {report.id: report for report in self.record.reports}
        return [as_read(p, *(reports.get(self.id_of(side)) for side in (p.a, p.b))) for p in pairs]

    def id_of(self, side: Side) -> str:
        """Return a side's report id, empty for a report that could not be read."""
        return self._ids.get(side.report, "")

    def events(self, side: Side) -> set[str]:
        """Return the events of the accounts whose trigger lies in the labelled words.

        Where none does ("mines planted in the town have killed dozens" is told by "planted"), of
        the account in whose sentence they stand: one that counts in them, else the nearest.
        """
        span = Span(*side.trigger)
        told = self._accounts.get(self.id_of(side), [])
        found = [account for account in told if account.trigger.span.overlaps(span)]
        return {account.event for account in found or _nearest(told, span)}

    def joined(self, pair: Pair) -> bool:
        """Return whether the two reports' accounts landed in one event."""
        return bool(self.events(pair.a) & self.events(pair.b))

    def near(self, pair: Pair) -> bool:
        """Return what the baseline says: one event where both were published in two days."""
        days = {r.id: r.published.end for r in self.record.reports if r.published}
        a, b = days.get(self.id_of(pair.a)), days.get(self.id_of(pair.b))
        return bool(a and b and abs((a - b).days) <= 1)

    def verdict(self, dispute: Dispute, pairs: Sequence[Pair]) -> Verdict:
        """Return what the labels say of a dispute, "unjudged" where they say nothing."""
        found = set(self._verdicts(dispute, pairs))
        return next((rank for rank in RANKS if rank in found), "unjudged")

    def _verdicts(self, dispute: Dispute, pairs: Sequence[Pair]) -> Iterator[Verdict]:
        for pair in pairs:
            for a, b in opposed(dispute, self.id_of(pair.a), self.id_of(pair.b)):
                yield from (
                    value.verdict
                    for value in pair.values
                    if value.is_set_against(dispute.about, a.span, b.span)
                )
                told = self._touches(a, pair.a.trigger) and self._touches(b, pair.b.trigger)
                if told and pair.same_event is False:
                    yield "false"

    def _touches(self, words: Evidence, span: tuple[int, int]) -> bool:
        return words.span.overlaps(Span(*span))

    def shows(self, pair: Pair, value: Value) -> bool:
        """Return whether some dispute sets the two stretches against each other."""
        a, b = self.id_of(pair.a), self.id_of(pair.b)
        return any(sets_against(dispute, value, a, b) for dispute in self.record.disputes)

    def _told(self, side: Side, about: About, span: tuple[int, int]) -> list[Account | Claim]:
        """Return what was read of one labelled value: the accounts that give it, else claims."""
        report, where = self.id_of(side), Span(*span)
        accounts = [a for a in self._accounts.get(report, ()) if self._gives(a, about, where)]
        if accounts or about in FIGURES:
            return [*accounts]
        return [
            claim
            for claim in self.record.claims
            if claim.report == report and any(e.span.overlaps(where) for e in claim.content)
        ]

    def _gives(self, account: Account, about: About, where: Span) -> bool:
        if about == "number":
            return any(count.evidence.span.overlaps(where) for count in account.counts)
        if about == "place":
            return account.place_evidence is not None and account.place_evidence.span.overlaps(
                where
            )
        if about == "date":
            dates = account.date
            return bool(dates and dates.evidence and dates.evidence.span.overlaps(where))
        return account.trigger.span.overlaps(where)

    @cached_property
    def _accounts(self) -> dict[str, list[Account]]:
        found: dict[str, list[Account]] = {}
        for account in self.record.accounts:
            found.setdefault(account.report, []).append(account)
        return found

    def reach(self, pair: Pair, value: Value) -> tuple[bool, bool]:
        """Return whether both values of a clash were read, and whether in accounts of one event."""
        a = self._told(pair.a, value.about, value.a)
        b = self._told(pair.b, value.about, value.b)
        events = [{x.event for x in told if isinstance(x, Account)} for told in (a, b)]
        return bool(a and b), bool(events[0] & events[1])

    def outcome(self, pairs: Sequence[Pair]) -> Outcome:
        """Return the counts for some pairs and the disputes that their reports take part in."""
        reports = {self.id_of(side) for pair in pairs for side in (pair.a, pair.b)}
        disputes = [
            dispute
            for dispute in self.record.disputes
            if any(words.report in reports for words in words_of(dispute))
        ]
        two = [
            pair
            for pair in pairs
            if _of_two(pair) and pair.same_event is not None and not pair.seen
        ]
        joined = [pair for pair in two if self.joined(pair)]
        near = [pair for pair in two if self.near(pair)]
        told = [(p, v) for p in pairs if not p.seen for v in p.values]
        clashes = [(p, v) for p, v in told if v.kind == "clash"]
        reached = [self.reach(pair, value) for pair, value in clashes]
        shown = [pair for pair, value in clashes if self.shows(pair, value)]
        return Outcome(
            pairs=len(two),
            same=sum(bool(pair.same_event) for pair in two),
            joined=len(joined),
            rightly=sum(bool(pair.same_event) for pair in joined),
            told=sum(bool(self.events(p.a)) and bool(self.events(p.b)) for p in two),
            near=len(near),
            near_same=sum(bool(pair.same_event) for pair in near),
            differences=sum(v.kind != "unsure" for _, v in told),
            clashes=len(clashes),
            shown=len(shown),
            between=sum(_of_two(pair) for pair, _ in clashes),
            between_shown=sum(map(_of_two, shown)),
            strictly=sum(self.shows(p, msgspec.structs.replace(v, also=())) for p, v in clashes),
            read=sum(read for read, _ in reached),
            together=sum(together for _, together in reached),
            verdicts=Counter(self.verdict(dispute, pairs) for dispute in disputes),
            reports=len(reports),
        )


def _of_two(pair: Pair) -> bool:
    return pair.a.report != pair.b.report


def _nearest(told: Sequence[Account], span: Span) -> list[Account]:
    """Return the account in whose sentence labelled words stand, none where there is none."""

    def distance(account: Account) -> tuple[bool, int]:
        counts = any(count.evidence.span.overlaps(span) for count in account.counts)
        return not counts, abs(account.trigger.start - span.start)

    near = [one for one in told if one.family == "event" and one.evidence[0].span.overlaps(span)]
    return sorted(near, key=distance)[:1]


def rows_of(bench: str, found: Outcome) -> list[Row]:
    """Return the rows of one part of one set."""
    verdicts = found.verdicts
    judged = verdicts["real"] + verdicts["false"]
    counts = ", ".join(f"{verdicts[kind]} {kind}" for kind in (*RANKS, "unjudged"))
    near = "bar 0.90; baseline: published within a day of each other"
    events = f"an event found at both labels in {found.told} of {found.pairs} pairs"
    inside = found.clashes - found.between
    reached = f"labelled clashes shown: between two reports {found.between_shown} of "
    reached += f"{found.between}, within one {found.shown - found.between_shown} of {inside}; "
    reached += f"both values read in {found.read}, "
    reached += f"in one event in {found.together}; under the first label's kind {found.strictly}"
    all_of = "baseline: every difference that is labelled"
    clashing = found.clashes / max(1, found.differences)
    by_day = found.near_same / max(1, found.near), found.near_same / max(1, found.same)
    return [
        share(bench, "join precision", found.rightly, found.joined, near, by_day[0]),
        share(bench, "join recall", found.rightly, found.same, events, by_day[1]),
        share(
            bench,
            "disputes precision",
            verdicts["real"],
            judged,
            f"bar 0.85; {counts}; {all_of}",
            clashing,
        ),
        share(bench, "disputes recall", found.shown, found.clashes, f"bar 0.60; {reached}", 1.0),
        share(
            bench,
            "false disputes per report",
            verdicts["false"],
            found.reports,
            f"{100 * verdicts['false'] / max(1, found.reports):.1f} per 100; "
            f"{verdicts['unjudged']} more that the labels do not speak of",
        ),
    ]
