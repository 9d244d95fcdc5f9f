"""Questions that reports answer, each with every source's answer: who, how many, is it so?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from dragoman.briefing.events import kind
from dragoman.briefing.naming import amount, first_day, voice, when
from dragoman.model import Account, Event, Evidence, Position
from dragoman.web.snapshot import Snapshot

_REAL = ("happened", "ongoing")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says to a question: the value, and the words as evidence."""

    source: str
    value: str
    evidence: Evidence
    account: str
    place: str | None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question about one event, or about one place's situation, with the sources' answers.

    ``differs`` is true when the sources do not all say the same.
    """

    key: str
    text: str
    event: str | None
    answers: tuple[Answer, ...]
    differs: bool
    day: dt.date


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers: a speaker in a report, or the report itself."""

    id: str
    voice: str
    outlet: str
    published: str
    report: str
    day: dt.date


def questions(snap: Snapshot) -> tuple[Question, ...]:
    """Return the questions of disputes, then all others that two sources or more answer.

    Reprints answer nothing: they are their original again.
    """
    found: dict[str, tuple[str, str | None, list[Answer]]] = {}
    for account in snap.record.accounts:
        if snap.reports[account.report].copy_of is None:
            for key, text, answer in _answers(account, snap):
                event = account.event if account.family == "event" else None
                found.setdefault(key, (text, event, []))[2].append(answer)
    for dispute in snap.record.disputes:
        given = [_stand(position, snap) for position in dispute.positions]
        found[dispute.id] = (dispute.question, dispute.event, given)
    asked = (
        _question(key, text, event, given, snap) for key, (text, event, given) in found.items()
    )
    kept = [q for q in asked if q.key in snap.disputes or _is_answered_twice(q)]
    return tuple(sorted(kept, key=lambda q: _weight(q, snap)))


def _weight(question: Question, snap: Snapshot) -> tuple[bool, bool, float, dt.date, str]:
    """Disputes come first, the most telling before; then what is answered differently."""
    dispute = snap.disputes.get(question.key)
    weight = dispute.weight if dispute else len(question.answers)
    return dispute is None, not question.differs, -weight, question.day, question.key


def _is_answered_twice(question: Question) -> bool:
    return len({answer.source for answer in question.answers}) > 1


def _stand(position: Position, snap: Snapshot) -> Answer:
    """Return a position of a dispute as its holder's answer."""
    report = position.evidence.report
    holder = snap.names.teller(position)
    account = snap.accounts.get(position.account or "")
    return Answer(
        source=f"{report} {holder}",
        value=position.stance,
        evidence=position.evidence,
        account=position.account or "",
        place=account.place if account else None,
    )


def _question(
    key: str, text: str, event: str | None, given: list[Answer], snap: Snapshot
) -> Question:
    # A source that repeats itself answers once, with the first words.
    once = {(answer.source, answer.value): answer for answer in reversed(given)}
    answers = sorted(once.values(), key=lambda a: (_day(a, snap), a.source, a.evidence))
    return Question(
        key=key,
        text=text,
        event=event,
        answers=tuple(answers),
        differs=len({answer.value for answer in answers}) > 1,
        day=_day(answers[0], snap),
    )


def _day(answer: Answer, snap: Snapshot) -> dt.date:
    return first_day(snap.reports[answer.evidence.report].published)


def _answers(account: Account, snap: Snapshot) -> Iterator[tuple[str, str, Answer]]:
    event = snap.events.get(account.event)
    if event is None:
        return
    if account.family == "situation":
        yield from _state(account, snap)
    elif len(event.accounts) > 1:
        yield from _happening(account, event, snap)
    for count in account.counts:
        if account.status in _REAL and count.what != "unspecified":
            what = count.what.replace("_", " ")
            text = f"How many {what}: {_about(event, snap)}?"
            key = f"{event.id} {count.what} {(count.of or '').casefold()}"
            if count.of:
                text = f"How many {what} ({count.of}): {_about(event, snap)}?"
            given = snap.names.voices.of_figure(account, count)
            yield key, text, _answer(given, amount(count), count.evidence, snap)


def _happening(account: Account, event: Event, snap: Snapshot) -> Iterator[tuple[str, str, Answer]]:
    words = account.evidence[0]
    about = _about(event, snap)
    said = {"happened": "yes", "ongoing": "yes", "denied": "no"}.get(account.status)
    value = said or account.status
    yield f"{event.id} so", f"Did it happen: {about}?", _answer(account, value, words, snap)
    if account.actors and event.type not in ("CONSULT", "AGREE"):
        who = snap.names.actor_list(account.actors)
        yield f"{event.id} who", f"Who did it: {about}?", _answer(account, who, words, snap)


def _state(account: Account, snap: Snapshot) -> Iterator[tuple[str, str, Answer]]:
    if account.type == "CEASEFIRE":
        yield _truce(account, snap)
    elif account.type in _HOLDING and account.place and account.actors:
        yield _holding(account, snap)


def _none(account: Account) -> bool:
    return account.extent == "none" or account.status == "denied"


def _truce(account: Account, snap: Snapshot) -> tuple[str, str, Answer]:
    place = snap.names.place(account.place)
    value = "in force" if account.status in _REAL else str(account.status)
    answer = _answer(
        account, "not kept" if _none(account) else value, account.evidence[0], snap
    )  # fmt: skip
    where = f" in {place}" if place else ""
    return f"CEASEFIRE {account.place}", f"Is there a truce{where}?", answer


_HOLDING = {"CONTROL": "Who holds", "PRESENCE": "Who is in", "SIEGE": "Who besieges"}


def _holding(account: Account, snap: Snapshot) -> tuple[str, str, Answer]:
    who = snap.names.actor_list(account.actors)
    extent = "" if account.extent in (None, "all") else f" ({account.extent})"
    value = f"not {who}" if _none(account) else f"{who}{extent}"
    if account.status not in (*_REAL, "denied"):
        value = f"{value} ({account.status})"
    text = f"{_HOLDING[account.type]} {snap.names.place(account.place)}?"
    answer = _answer(account, value, account.evidence[0], snap)
    return f"{account.type} {account.place}", text, answer


def _about(event: Event, snap: Snapshot) -> str:
    """Return an event without its sides or figures: those are what is asked."""
    where, day = snap.names.place(event.place), when(event.date)
    return ", ".join(filter(None, [kind(event).lower(), where, day]))


def _answer(account: Account, value: str, evidence: Evidence, snap: Snapshot) -> Answer:
    return Answer(
        source=f"{account.report} {voice(account, snap.names)}",
        value=value,
        evidence=evidence,
        account=account.id,
        place=account.place,
    )


def sources(asked: list[Question], snap: Snapshot) -> tuple[Source, ...]:
    """Return everybody who answers some of the questions, in order of time."""
    found: dict[str, Source] = {}
    for question in asked:
        for answer in question.answers:
            if answer.source not in found:
                report = answer.evidence.report
                found[answer.source] = Source(
                    id=answer.source,
                    voice=answer.source.split(" ", 1)[1],
                    outlet=snap.names.outlet(report),
                    published=when(snap.reports[report].published),
                    report=report,
                    day=first_day(snap.reports[report].published),
                )
    return tuple(sorted(found.values(), key=lambda source: (source.day, source.id)))
