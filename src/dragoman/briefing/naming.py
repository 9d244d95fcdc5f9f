"""How values are shown to a reader: names for ids, intervals and counts in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from dragoman.briefing.brief import Quote
from dragoman.language import paragraphs_of
from dragoman.model import (
    UNNAMED,
    Account,
    Actor,
    Count,
    Dates,
    Evidence,
    Place,
    Position,
    Record,
    Report,
    Span,
    Voices,
)
from dragoman.model.vocabulary import label

_NO_DATE = ""
# Figures that bring their unit: their own words say it best ("US$1 million", "about 30 km").
_OF_THEIR_OWN = ("money", "measure", "share")
# Kinds of figures that are a noun: shown by the report's own, and as one where it is one.
_NAMED_BY_NOUN = {
    "vehicles": "vehicle", "aircraft": "aircraft", "ships": "ship", "rockets": "rocket",
    "bombs": "bomb", "weapons": "weapon", "shots": "shot", "houses": "house",
    "villages": "village", "strikes": "strike", "sorties": "sortie", "attacks": "attack",
    "violations": "violation", "troops": "soldier", "attackers": "attacker",
    "observers": "observer", "families": "family",
}  # fmt: skip
# Characters of the paragraph shown on either side of a quote that is shorter than a sentence.
_AROUND = 160


class Names:
    """Looks up what a reader calls the things of one record."""

    def __init__(self, record: Record) -> None:
        self.reports: dict[str, Report] = {report.id: report for report in record.reports}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
        self.places: dict[str, Place] = {place.id: place for place in record.places}
        self._paragraphs: dict[str, list[Span]] = {}
        self.speakers: dict[str, str] = {claim.id: claim.speaker.name for claim in record.claims}
        self._acts: dict[str, str] = {claim.id: claim.act for claim in record.claims}
        self.voices = Voices(record.claims)

    def actor(self, name: str | None) -> str:
        """Return the name of an actor, or "" for none."""
        return self.actors[name].name if name in self.actors else ""

    def teller(self, position: Position) -> str:
        """Return who holds a position: a speaker, be he an actor or not, else the outlet."""
        told = self.speakers.get(position.claim or "", "")
        unnamed = position.speaker is None and told == UNNAMED
        named = self.actor(position.speaker) or ("" if unnamed else told)
        return named or self.outlet(position.evidence.report)

    def act(self, claim: str | None) -> str:
        """Return what a claim does in a verb ("denies"), "" for one that only says."""
        act = self._acts.get(claim or "", "assert")
        return "" if act in ("assert", "other") else label("acts", act).lower()

    def actor_list(self, ids: Iterable[str]) -> str:
        """Return the names of actors, joined: "Iran, Russia and Turkey"."""
        return joined([name for name in map(self.actor, ids) if name])

    def place(self, name: str | None) -> str:
        """Return the name of a place and what it lies in: "Saqba, Syria"."""
        place = self.places.get(name or "")
        if place is None:
            return ""
        outer = [self.places[i].name for i in place.within if i in self.places]
        return ", ".join([place.name, *outer[-1:]]) if outer else place.name

    def outlet(self, report: str) -> str:
        """Return the outlet of a report, with its agency if another, else its source."""
        found = self.reports[report]
        name = found.outlet or found.agency or found.source.rsplit("/", 1)[-1]
        agency = found.agency
        return f"{name} ({agency})" if agency and agency != name else name

    def quote(self, evidence: Evidence) -> Quote:
        """Return evidence as a reader sees it, with the words around it."""
        report = self.reports[evidence.report]
        before, after = _around(report.text, self._paragraph(report, evidence.span), evidence.span)
        return Quote(
            evidence=evidence,
            outlet=self.outlet(report.id),
            published=when(report.published),
            before=before,
            after=after,
        )

    def _paragraph(self, report: Report, span: Span) -> Span | None:
        """Return the paragraph that holds ``span``; those of a report are found once."""
        if report.id not in self._paragraphs:
            parts = [] if report.headline is None else [report.headline]
            for part in report.body:
                parts.extend(paragraphs_of(report.text, part, report.joins))
            self._paragraphs[report.id] = parts
        found = (part for part in self._paragraphs[report.id] if part.contains(span))
        return next(found, None)

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Return several pieces of evidence, each once, in the order given.

        A piece that holds another is left out: its words are shown around the other anyway.
        """
        unique = list(dict.fromkeys(evidence))
        return tuple(self.quote(item) for item in unique if not _holds_another(item, unique))


def _holds_another(item: Evidence, others: list[Evidence]) -> bool:
    return any(
        item.report == other.report and item.span.contains(other.span) and item != other
        for other in others
    )


def _around(text: str, paragraph: Span | None, span: Span) -> tuple[str, str]:
    """Return the words before and after ``span`` in its paragraph, cut at ``_AROUND``."""
    if paragraph is None:
        return "", ""
    before = Span(paragraph.start, span.start).of(text)
    after = Span(span.end, paragraph.end).of(text)
    return _tail(before), _lead(after)


def _tail(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "… " + text[-_AROUND:].partition(" ")[2]


def _lead(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + " …"


def joined(names: list[str]) -> str:
    """Return names as a list in words.

    >>> joined(["Iran", "Russia", "Turkey"])
    'Iran, Russia and Turkey'
    """
    names = list(dict.fromkeys(names))
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def day(date: dt.date) -> str:
    """Return a day as people write it: 1 September 2018."""
    return f"{date.day} {date:%B %Y}"


def when(dates: Dates | None) -> str:
    """Return an interval in words, "" for none.

    >>> when(Dates.month(2018, 10)), when(Dates.day(dt.date(2018, 9, 1)))
    ('October 2018', '1 September 2018')
    """
    if dates is None or (dates.start is None and dates.end is None):
        return _NO_DATE
    if dates.start is None:
        assert dates.end is not None
        return f"up to {day(dates.end)}"
    if dates.end is None:
        return f"from {day(dates.start)}"
    if dates.start == dates.end:
        return day(dates.start)
    if dates.precision == "month":
        return f"{dates.start:%B %Y}"
    if dates.precision == "year":
        return f"{dates.start:%Y}"
    if dates.precision == "week":
        return f"week of {day(dates.start)}"
    return f"{day(dates.start)} – {day(dates.end)}"


def first_day(dates: Dates | None) -> dt.date:
    """Return the day that an interval is sorted by; what has none comes last."""
    if dates is None:
        return dt.date.max
    return dates.start or dates.end or dt.date.max


def number(value: float, unit: str | None) -> str:
    """Return a bare number as a reader sees it: "1,200", "8 %"."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return f"{text} %" if unit == "percent" else text


def amount(count: Count) -> str:
    """Return a number with its bounds: "at least 8", "about 80,000", "up to 250"."""
    low, high, unit = count.low, count.high, count.unit
    if count.vague:
        return count.evidence.quote
    if low is not None and low == high:
        text = number(low, unit)
        return f"{count.qualifier} {text}" if count.qualifier else text
    if low is not None and high is not None:
        return f"{number(low, None)}–{number(high, unit)}"
    if low is not None:
        return f"{count.qualifier or 'at least'} {number(low, unit)}"
    if high is not None:
        return f"{count.qualifier or 'up to'} {number(high, unit)}"
    return count.qualifier or count.evidence.quote


def figure(count: Count, *, apart: bool = False) -> str:
    """Return a count as a reader sees it: "at least 8 killed", "100 sorties", "1 missile".

    With ``apart`` it names whom it is of, as where one deed has several: "6 priests killed".
    """
    if count.what in _OF_THEIR_OWN:
        return count.evidence.quote
    what = count.what.replace("_", " ")
    if what == "unspecified":
        return amount(count)
    if count.what in _NAMED_BY_NOUN:
        one = count.low == count.high == 1
        return f"{amount(count)} {count.of or (_NAMED_BY_NOUN[count.what] if one else what)}"
    return f"{amount(count)} {count.of} {what}" if apart and count.of else f"{amount(count)} {what}"


def told_apart(counts: Iterable[Count]) -> frozenset[str]:
    """Return the kinds of figures of which one event has several: whom each is of is shown."""
    kinds = Counter(count.what for count in counts)
    return frozenset(kind for kind, times in kinds.items() if times > 1)


def voice(account: Account, names: Names) -> str:
    """Return whose version an account is: the speaker of its claim, else the outlet."""
    speaker = names.speakers.get(account.claim or "")
    return speaker or names.outlet(account.report)
