"""Everything that is said, claims and the reports' own sentences alike, with who and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from dragoman.assessment.disputes.building import Stance, from_account, from_claim, from_words
from dragoman.assessment.index import Index
from dragoman.assessment.naming import Names as Names
from dragoman.assessment.naming import Naming, firsts
from dragoman.model import Account, Claim, Dates, Evidence, Report, Span

# A piece of so many words says nothing alone.
_FEW = 2
_STOP = re.compile(r"[.!?][”\"’)]*\s+(?=[\"“A-Z])")
_END = re.compile(r"[.!?][”\"’)]*\s|\n")


class Statement(msgspec.Struct, frozen=True):
    """One stretch of text that somebody says: a claim, or a sentence in the report's own voice.

    ``text`` is the whole sentence with the statement in it (names are often outside a quote) and
    ``start`` where it stands in the report,
    ``words`` its content alone. ``spots`` are the places named in ``words``, with where.
    """

    report: str
    words: str
    text: str
    start: int
    evidence: Evidence
    speaker: str | None
    day: dt.date | None
    as_of: Dates | None
    claim: Claim | None
    account: Account | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    spots: tuple[tuple[Span, str], ...]

    def covers(self, at: int) -> bool:
        """Return whether the character at ``at`` of ``text`` is part of what is said."""
        if self.claim is None:
            return bool(self.words[at : at + 12].strip())
        return any(e.start <= self.start + at < e.end for e in self.claim.content)

    def stance(self, index: Index, name: str) -> Stance:
        """Return this statement as a position."""
        if self.claim is not None:
            return from_claim(index, self.claim, name, self._telling(self.claim))
        if self.account is not None:
            return from_account(index, self.account, name, self.evidence)
        return from_words(index, self.evidence, name, self.as_of, self.speaker)

    def _telling(self, claim: Claim) -> Evidence:
        """Return the words that are shown; of a claim in pieces no first one of a word or two.

        "On 31 October, which they have blamed on the army."
        """
        if len(claim.content) < 2 or len(self.evidence.quote.split()) > _FEW:
            return self.evidence
        return max(claim.content, key=lambda piece: len(piece.quote))


def statements(index: Index) -> list[Statement]:
    """Return every statement of the record, in the order of the reports and their text."""
    naming = naming_of(index)
    claims: dict[str, list[Claim]] = {}
    for claim in index.record.claims:
        claims.setdefault(claim.report, []).append(claim)
    accounts: dict[str, list[Account]] = {}
    for account in index.record.accounts:
        accounts.setdefault(account.report, []).append(account)
    found = (
        _of_report(index, naming, report, claims.get(report.id, []), accounts.get(report.id, []))
        for report in index.record.reports
    )
    return in_order(index, (one for some in found for one in some))


class _Made(msgspec.Struct, frozen=True):
    """The statements of a report, what they were made of, and the words that may name something."""

    of: tuple[object, ...]
    words: tuple[str, ...]
    named: tuple[object, ...]
    statements: tuple[Statement, ...]


def _of_report(
    index: Index,
    naming: Naming,
    report: Report,
    claims: Sequence[Claim],
    accounts: Sequence[Account],
) -> tuple[Statement, ...]:
    """Return the statements of a report: those made before, while all that they are of is alike."""
    table = index.memo.table("statements of reports")
    of = (report, claims, accounts, [c.id for c in claims if c.id in index.passed_on])
    held: _Made | None = table.find(report.id)
    if held is None or held.of != of or held.named != naming.keys(held.words):
        found = (*_claimed(index, naming, claims), *_told(index, naming, claims, accounts))
        texts = dict.fromkeys(text for one in found for text in (one.text, one.words))
        words = tuple(dict.fromkeys(word for text in texts for word in firsts(text)))
        held = table.keep(report.id, _Made(of, words, naming.keys(words), found))
    return held.statements


def in_order(index: Index, found: Iterable[Statement]) -> list[Statement]:
    """Return statements in the order of the reports and their text."""
    order = dict(index.order)
    return sorted(found, key=lambda s: (order[s.report], s.evidence.start, s.evidence.end))


def naming_of(index: Index) -> Naming:
    """Return the names of a record, to be found in texts."""
    record = index.record
    return index.memo.shared("naming", (record.actors, record.places), lambda: Naming(index))


def from_sentence(index: Index, naming: Naming, report: str, evidence: Evidence) -> Statement:
    """Return a sentence in which neither a claim nor an account was read as a statement."""
    text = evidence.quote
    return _statement(index, naming, report, text, text, evidence.start, plain=evidence)


def _claimed(index: Index, naming: Naming, claims: Iterable[Claim]) -> Iterator[Statement]:
    for claim in claims:
        if claim.headline or claim.id in index.passed_on:
            continue
        words = " … ".join(e.quote for e in claim.content)
        report = index.reports[claim.report]
        start, end = claim.content[0].start, claim.content[-1].end
        sentence = _sentence(report.text, start, end)
        text = sentence.of(report.text)
        yield _statement(index, naming, claim.report, words, text, sentence.start, claim=claim)


def _told(
    index: Index, naming: Naming, claims: Iterable[Claim], accounts: Iterable[Account]
) -> Iterator[Statement]:
    """Yield the sentences in a report's own voice that tell something, claims blanked out."""
    claimed = [evidence for claim in claims for evidence in claim.content]
    seen: set[int] = set()
    for account in accounts:
        sentence = account.evidence[0]
        headline = index.reports[account.report].headline
        in_headline = headline is not None and headline.overlaps(sentence.span)
        if account.claim is not None or sentence.start in seen or in_headline:
            continue
        seen.add(sentence.start)
        words = _without(sentence, claimed)
        if words.strip():
            yield _statement(
                index, naming, account.report, words, sentence.quote, sentence.start,
                account=account,
            )  # fmt: skip


def _without(sentence: Evidence, claimed: Iterable[Evidence]) -> str:
    """Return a sentence with what others say in it replaced by blanks of the same length."""
    words = sentence.quote
    for piece in claimed:
        start, end = (
            max(0, piece.start - sentence.start),
            min(len(words), piece.end - sentence.start),
        )
        if start < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _statement(
    index: Index,
    naming: Naming,
    report: str,
    words: str,
    text: str,
    start: int,
    *,
    claim: Claim | None = None,
    account: Account | None = None,
    plain: Evidence | None = None,
) -> Statement:
    published = index.reports[report].published
    as_of = claim.said_on if claim and claim.said_on else published
    day = (as_of.end or as_of.start) if as_of else None
    evidence = claim.content[0] if claim else account.evidence[0] if account else plain
    if evidence is None:
        raise AssertionError("a statement is a claim or stands in an account")
    located = naming.located(text)
    # What a report tells itself has the offsets of its sentence, others' words blanked out.
    spots = naming.located(words) if claim or words != text else located
    return Statement(
        report=report,
        words=words,
        text=text,
        start=start,
        evidence=evidence,
        speaker=claim.speaker.actor if claim else None,
        day=day,
        as_of=as_of,
        claim=claim,
        account=account,
        actors=naming.actors(text),
        places=tuple(dict.fromkeys(i for _, i in located)),
        spots=spots,
    )


@lru_cache(maxsize=100_000)
def _sentence(text: str, start: int, end: int) -> Span:
    """Return the stretch from the sentence's beginning to its end around two offsets."""
    before = max(text.rfind("\n", 0, start), _last_stop(text, start))
    after = _END.search(text, end)
    return Span(before + 1, after.start() + 1 if after else len(text)).trim(text)


def _last_stop(text: str, start: int) -> int:
    # A sentence of news is far shorter than this; looking further back would only cost time.
    near = max(0, start - 1000)
    last = -1
    # One character more: a quotation may begin its sentence.
    for match in _STOP.finditer(text, near, start + 1):
        last = match.end() - 1
    return last
