"""What became of commitments: reported done, not done, disputed, withdrawn, or silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.deadlines import set_to
from dragoman.assessment.fulfilment import Finding, pattern, told, verb_stems
from dragoman.assessment.index import Index
from dragoman.assessment.promised import Deed, count_of, deed_of, things
from dragoman.assessment.statements import Statement
from dragoman.assessment.unread import with_unread
from dragoman.model import Account, Commitment, CommitmentStatus, Dates, HistoryEntry
from dragoman.resolution.names import fold
from dragoman.resolution.wording import content_words

_TOLD = frozenset({"assert", "confirm", "accuse", "condemn", "praise", "other"})
# A deed that was reported not done may be done later: after this many days it is an update.
ANSWER_DAYS = 7
# What is told this long after a promise may be told of another one; truces come and go faster.
LAST_DAYS = 730
TRUCE_DAYS = 45
# A deed without a doer is taken for the promised one only so long after the promise.
ITSELF_DAYS = 90
_RULES = {
    "reported_done": "the deed is told as done, with its object and the party that promised",
    "reported_not_done": "the deed is told as not done",
    "withdrawn": "the promise is told as taken back",
    "in_part": "a part of it is told as done",
    "put_off": "a later day is told to have been set",
}

_WITHOUT = "who did it is not told, but its thing, with the place, number or kind, is the same"
_ITSELF = {
    "reported_done": f"the deed is told as done; {_WITHOUT}",
    "reported_not_done": f"the deed is told as not done; {_WITHOUT}",
    "in_part": f"a part of it is told as done; {_WITHOUT}",
}


class Told(msgspec.Struct, frozen=True):
    """What one statement tells of one commitment: an outcome that counts, and how it was put."""

    outcome: CommitmentStatus
    statement: Statement
    rule: str
    due: dt.date | None = None


class Saying:
    """The statements of a record, found by the things that they name: those ``wanted``, or all."""

    def __init__(self, said: Sequence[Statement], wanted: frozenset[str] | None = None) -> None:
        self._said = said
        self._by_thing: dict[str, list[int]] = {}
        for k, one in enumerate(said):
            named = things(one.words)
            for thing in named if wanted is None else named & wanted:
                self._by_thing.setdefault(thing, []).append(k)

    def naming(self, objects: frozenset[str]) -> list[Statement]:
        """Return the statements that name one of some things, in order."""
        found = {k for thing in objects for k in self._by_thing.get(thing, ())}
        return [self._said[k] for k in sorted(found)]


def follow_commitments(
    index: Index, said: Sequence[Statement], day: dt.date | None
) -> Iterator[Commitment]:
    """Yield each commitment with what later reports say of it, as of ``day``."""
    deeds = [deed_of(one.action, _parties(index, one)) for one in index.record.commitments]
    wanted = frozenset(thing for deed in deeds for thing in _telling_things(deed))
    saying = Saying(with_unread(index, said, deeds), wanted)
    for commitment in index.record.commitments:
        heard = told_of(index, commitment, saying)
        history = tuple(_entry(one) for one in heard)
        status = _status(index, commitment, heard, day)
        yield msgspec.structs.replace(commitment, status=status, history=history)


def told_of(index: Index, commitment: Commitment, saying: Saying) -> list[Told]:
    """Return what later statements tell of a commitment, in the order of publication."""
    start = _made(index, commitment)
    generic = _parties(index, commitment)
    deed = deed_of(commitment.action, generic)
    found: list[Told] = []
    due = commitment.due.end if commitment.due else None
    for one in saying.naming(_telling_things(deed)):
        if not _may_tell(commitment, one, start, TRUCE_DAYS if deed.verb == "begin" else LAST_DAYS):
            continue
        finding = told(commitment.action, one.words, generic)
        if finding is None or not _acts(one, finding) or not _same_place(deed.places, one):
            continue
        by_party = _by_party(index, commitment, one, finding)
        if by_party or _by_itself(deed, one, finding, start):
            telling = _telling(one, finding, due, by_party=by_party)
            due = telling.due or due
            found.append(telling)
    return found


def _telling_things(deed: Deed) -> frozenset[str]:
    """Return the things by which a statement on a deed is found."""
    return deed.object or deed.rest or verb_stems(deed.verb)


def _parties(index: Index, commitment: Commitment) -> frozenset[str]:
    """Return the stems of the parties' names, which do not tell which promise it is."""
    parties = (*commitment.by, *commitment.to)
    return frozenset(w for i in parties for w in content_words(index.name(i)))


def _may_tell(commitment: Commitment, one: Statement, start: dt.date | None, days: int) -> bool:
    if one.day is None or (start and not start <= one.day <= start + dt.timedelta(days)):
        return False
    return not (one.claim and one.claim.id == commitment.claim) and not _same_words(commitment, one)


def _acts(one: Statement, finding: Finding) -> bool:
    """Return whether a statement by its act tells of something (a new day may be agreed on)."""
    act = one.claim.act if one.claim else "assert"
    if finding.own:
        return act in (*_TOLD, "reject", "intend", "promise", "deny")
    return act in _TOLD or (act == "promise" and finding.outcome in ("put_off", "withdrawn"))


def _telling(one: Statement, finding: Finding, due: dt.date | None, *, by_party: bool) -> Told:
    """Return what a finding comes to, given the deadline as it then stood."""
    rule = _RULES[finding.outcome] if by_party else _ITSELF[finding.outcome]
    late = bool(due and one.day and one.day > due)
    if finding.outcome == "in_part":
        if late and not pattern("first_part").search(one.words):
            return Told("reported_not_done", one, f"{rule}, after the deadline")
        return Told("open", one, rule)
    if finding.outcome == "put_off":
        day = set_to(one.words[finding.end :], one.day)
        return Told("open", one, f"{rule}: {day.isoformat()}" if day else rule, day)
    if finding.outcome == "reported_done" and due and one.day:
        rule += _when(one, finding, due)
    return Told(finding.outcome, one, rule)


def _when(one: Statement, finding: Finding, due: dt.date) -> str:
    """Return whether it was done in time: as said, by the day told of, else of the telling."""
    for name, rule in (("in_time", "; in time"), ("too_late", "; after the deadline")):
        if pattern(name).search(one.words):
            return rule
    day = set_to(one.words[finding.end :], one.day, past=True)
    if day is not None:
        return "; in time" if day <= due else "; after the deadline"
    if one.day and one.day <= due:
        return "; in time"
    return "; told after the deadline, the day is not known"


def _same_place(places: frozenset[str], one: Statement) -> bool:
    """Return whether a statement that names places names one that the promise names."""
    if not places or not one.spots:
        return True
    words = set(fold(one.words).split())
    return bool(places & words)


def _same_words(commitment: Commitment, one: Statement) -> bool:
    return any(
        e.report == one.report and e.start < one.evidence.end and one.evidence.start < e.end
        for e in commitment.evidence
    )


def _made(index: Index, commitment: Commitment) -> dt.date | None:
    if commitment.made_on and commitment.made_on.start:
        return commitment.made_on.start
    return index.published(commitment.evidence[0].report)


def _by_party(index: Index, commitment: Commitment, one: Statement, finding: Finding) -> bool:
    """Return whether what is told is told of who promised: by whose deed it is, else who says."""
    sides = {side for i in commitment.by for side in index.sides(i)}
    if finding.own:
        return bool(index.sides(one.speaker) & sides)
    doers = _doers(index, one, finding)
    if doers:
        return any(index.sides(i) & sides for i in doers) or _named_as(index, commitment, doers)
    if index.sides(one.speaker) & sides and finding.outcome == "reported_not_done":
        # Nobody accuses himself unless he says so.
        return _of_himself(index, commitment, one.words[: finding.start])
    if any(index.sides(i) & sides for i in (*one.actors, one.speaker or "")):
        return True
    # "The government" of two reports has no name that could tell: the words must do.
    text = f" {fold(one.text)} "
    return any(f" {_bare(index.name(i))} " in text for i in commitment.by)


def _by_itself(deed: Deed, one: Statement, finding: Finding, start: dt.date | None) -> bool:
    """Return whether a deed of which no doer is told can be no other: by its thing and more.

    "The Selmo bridge was reopened" is enough for who promised to reopen the Selmo bridge; "the
    prisoners were released" is not: there are others.
    """
    if finding.outcome not in ("reported_done", "reported_not_done", "in_part"):
        return False
    if not start or not one.day or (one.day - start).days > ITSELF_DAYS:
        return False
    before, after = one.words[: finding.start], one.words[finding.end :]
    passive = pattern("passive").search(before) or pattern("by_itself").fullmatch(
        one.words[finding.start : finding.end]
    )
    if not passive or pattern("by_whom").match(after):
        return False
    named = things(one.words)
    if not deed.object or not deed.object <= named:
        return False
    placed = bool(deed.places & set(fold(one.words).split()))
    if deed.places and not placed:
        return False
    count = deed.count is not None and count_of(one.words, deed.object) == deed.count
    return placed or count or len(deed.words & named) > 1


def _of_himself(index: Index, commitment: Commitment, before: str) -> bool:
    words = f" {fold(before)} "
    if any(f" {_bare(index.name(i))} " in words for i in commitment.by):
        return True
    return bool({"it", "they", "he", "she", "we", "i"} & set(words.split()))


def _named_as(index: Index, commitment: Commitment, doers: Sequence[str]) -> bool:
    names = {_bare(index.name(i)) for i in commitment.by}
    return any(_bare(index.name(i)) in names for i in doers)


def _doers(index: Index, one: Statement, finding: Finding) -> tuple[str, ...]:
    """Return who does the deed at the words of the finding, () where no account says so."""
    accounts: list[Account] = []
    if one.claim is not None:
        accounts, start = index.of_claim(one.claim.id), one.claim.content[0].start
    elif one.account is not None:
        accounts, start = index.in_sentence(one.account), one.start
    at = range(start + finding.start - 1, start + finding.end + 1) if accounts else range(0)
    return tuple(
        actor
        for account in accounts
        if account.trigger.start in at or account.trigger.end in at
        for actor in account.actors
    )


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _entry(told: Told) -> HistoryEntry:
    on: Dates | None = told.statement.as_of
    return HistoryEntry(
        status=told.outcome, on=on, evidence=(told.statement.evidence,), rule=told.rule
    )


def _status(
    index: Index, commitment: Commitment, told: Sequence[Told], day: dt.date | None
) -> CommitmentStatus:
    due = commitment.due.end if commitment.due else None
    for one in told:
        due = one.due or due
    waiting: CommitmentStatus = "due_unknown" if due and day and due < day else "open"
    settled = [one for one in told if one.outcome != "open"]
    if not settled:
        # A later day that nobody named has not passed.
        put_off = bool(told) and told[-1].rule == _RULES["put_off"]
        return "open" if put_off else waiting
    last = settled[-1]
    for one in settled[:-1]:
        if one.outcome != last.outcome and _contradicts(index, one, last):
            return "disputed"
    return waiting if told[-1].due and told[-1].outcome == "open" else last.outcome


def _contradicts(index: Index, first: Told, second: Told) -> bool:
    """Return whether two sides tell opposite outcomes at one time (later is an update)."""
    if "withdrawn" in (first.outcome, second.outcome):
        return False
    a, b = first.statement, second.statement
    near = a.day and b.day and abs((a.day - b.day).days) <= ANSWER_DAYS
    undone_later = first.outcome == "reported_done" and second.outcome == "reported_not_done"
    different = a.claim is None or b.claim is None or not index.same_side(a.speaker, b.speaker)
    return bool(different and (near or undone_later))
