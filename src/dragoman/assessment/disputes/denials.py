"""What one side says and another denies, in words: deeds and accusations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.clearing import denies_its_clause, is_own_part
from dragoman.assessment.disputes.deeds import SAYS, accounts_in, doers
from dragoman.assessment.disputes.poles import find, thin_words
from dragoman.assessment.disputes.questions import asked_of
from dragoman.assessment.disputes.truces import pact, same_ground
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute
from dragoman.resolution.names import fold
from dragoman.resolution.wording import alike, content_words, stem

# A denial answers what was said in the days before it (or is reported with it).
ANSWER_DAYS = 7
# The share of a denial's words (names of actors and places apart) that what it denies must have,
# and how many.
COVERED, WORDS = 0.6, 2
# With the names counted in, it must have this share.
NEARLY_ALL = 0.75
# A reader needs the first few who said it, not all.
SHOWN = 5
_PLACED = ("happened", "ongoing")


def denial_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between what is said and what is denied.

    Rule "denied in words": another side's statement has the words of a denial, the deed among
    them, and the same doer.
    """
    by_day: dict[dt.date, list[Statement]] = {}
    for one in said:
        if one.day:
            by_day.setdefault(one.day, []).append(one)
    for denial in said:
        if _act(denial) == "deny" and denial.day and not denied_before(index, denial):
            days = (denial.day + dt.timedelta(k) for k in range(-ANSWER_DAYS, ANSWER_DAYS + 1))
            near = [s for day in days for s in by_day.get(day, ())]
            key = (denial.report, denial.evidence.start, denial.evidence.end)
            make = partial(_denied, index, denial, near)
            yield from index.kept("denials in dispute", key, (denial, near), make)


def denied_before(index: Index, denial: Statement) -> bool:
    """Return whether nothing is denied here: aid is withheld, or what is denied stands before.

    "An accusation that the group has denied" is at an end there, whatever follows in the line.
    """
    if find("withheld", denial.words):
        return True
    claim = denial.claim
    if claim is None or claim.cue is None:
        return False
    text = index.reports[denial.report].text
    before = text[max(0, claim.cue.start - 80) : claim.cue.start]
    return find("object_before", before) is not None or denies_its_clause(index, denial)


def _denied(index: Index, denial: Statement, said: Sequence[Statement]) -> list[Dispute]:
    whole = content_words(denial.words) - thin_words()
    words = whole - name_words(index, denial)
    # "Using mines" alone says too little: `accusations` looks for who says that this side did.
    needed = WORDS + is_own_part(denial)
    if not words or len(whole) < needed or not _named(index, denial.speaker):
        return []
    answered = [s for s in said if _answers(index, denial, s) and _covers(index, words, denial, s)]
    if not answered:
        return []
    answered.sort(key=lambda s: s.claim is None)
    yes = [s.stance(index, "it is so") for s in answered[:SHOWN]]
    no = denial.stance(index, "it is not so")
    who = _doer_name(index, denial)
    found = dispute(
        index,
        about_denied(index, denial, answered),
        "denied in words",
        asked_of(index, denial, who),
        [*yes, no],
        why=f"{tellers(index, yes)} said so; {tellers(index, [no])} denied it within "
        f"{ANSWER_DAYS} days, in the same words of the same deed: "
        f"{', '.join(_whole(words & content_words(answered[0].words), denial))}.",
    )
    return [found] if found else []


def _doer_name(index: Index, denial: Statement) -> str:
    named = [i for i in denial.actors if i != denial.speaker and index.name(i) in denial.words]
    return index.name(named[0] if named else denial.speaker)


def _whole(stems: frozenset[str], denial: Statement) -> list[str]:
    """Return the denial's own words with these stems, in their order."""
    words = re.findall(r"[^\W_]+", denial.words.lower())
    return list(dict.fromkeys(w for w in words if stem(w) in stems))


def name_words(index: Index, denial: Statement) -> frozenset[str]:
    """Return the stems of the names in a denial: they tell who and where, not what."""
    named = [n for i in denial.actors for n in index.actors[i].names if n in denial.words]
    spots = [span.of(denial.words) for span, _ in denial.spots]
    return content_words(" ".join((*named, *spots)))


def _named(index: Index, actor: str | None) -> bool:
    found = index.actors.get(actor or "")
    return bool(found and (found.named or found.type in ("government", "armed_group")))


def _act(statement: Statement) -> str:
    return statement.claim.act if statement.claim else "assert"


def about_denied(index: Index, denial: Statement, answered: Sequence[Statement]) -> About:
    """Return what a denial is about: who did it, whether it was, is kept, held or meant."""
    told = [_without_names(index, s) for s in answered]
    if any(find("gone", words) or find("taken", words) for words in told):
        return "control"
    if find("broken", denial.words) or (find("kept", denial.words) and pact(denial)):
        return "compliance"
    if find("willing", denial.words) or find("unwilling", denial.words):
        return "intention"
    if find("that_account", denial.words) and any(find("for_a_reason", s.words) for s in answered):
        return "intention"
    if any(find("ones_part", s.words) for s in (denial, *answered)):
        return "responsibility"
    own = index.sides(denial.speaker)
    accused = any(index.sides(i) & own for s in answered for i in s.actors if i != s.speaker)
    return "responsibility" if accused and find("deeds", denial.words) else "occurrence"


def _without_names(index: Index, said: Statement) -> str:
    """Return the words of a statement but for names: a "Liberation Front" has freed nothing."""
    words = said.words
    for name in sorted((n for i in said.actors for n in index.actors[i].names), key=len)[::-1]:
        words = words.replace(name, " ")
    return words


def _answers(index: Index, denial: Statement, other: Statement) -> bool:
    if other is denial or _act(other) not in SAYS or _overlap(denial, other):
        return False
    if denial.day is None or other.day is None or abs((denial.day - other.day).days) > ANSWER_DAYS:
        return False
    if index.same_side(denial.speaker, other.speaker) or find("hedged", other.words):
        return False
    if other.claim is None and (other.account is None or other.account.status not in _PLACED):
        return False
    return same_ground(index, denial, other) and _same_doers(index, denial, other)


def _overlap(a: Statement, b: Statement) -> bool:
    one, other = a.evidence, b.evidence
    if one.report != other.report:
        return False
    # A report's own sentence that tells of the denial is no statement of the thing denied.
    same = a.text == b.text or alike(a.words, b.words) > 0.95
    return same or (one.start < other.end and other.start < one.end)


def _same_doers(index: Index, denial: Statement, other: Statement) -> bool:
    """Return whether both are about one doer: whom the denial names, else the side that denies."""
    named = [i for i in denial.actors if i != denial.speaker and index.name(i) in denial.words]
    side = frozenset(s for i in named or [denial.speaker or ""] for s in index.sides(i))
    if of_old(other):
        return False
    if doers(index, other, side) or _subject(index, denial, other, side):
        return True
    who = index.actors.get(denial.speaker or "")
    own = is_own_part(denial)
    if (
        not own
        and not named
        and other.report == denial.report
        and not _others_do(index, other, side)
    ):
        return True
    if named or who is None or who.named:
        return False
    # "The rebels" of two reports have no name that could tell: the word must do.
    return f" {fold(who.name).removeprefix('the ')} " in f" {fold(other.words)} "


def _subject(index: Index, denial: Statement, other: Statement, side: frozenset[str]) -> bool:
    """Return whether somebody of ``side`` is named before the deed, or after it with "by"."""
    deed = content_words(denial.words) - name_words(index, denial)
    first = next(
        (w.start() for w in re.finditer(r"[^\W_]+", other.words) if stem(w[0].lower()) in deed), 0
    )
    for i in other.actors:
        if i == other.speaker or not index.sides(i) & side:
            continue
        for name in index.actors[i].names:
            at = other.words.find(name)
            by = re.search(rf"\bby (?:the )?{re.escape(name)}", other.words)
            if 0 <= at < first or by:
                return True
    return False


def _others_do(index: Index, other: Statement, side: frozenset[str]) -> bool:
    """Return whether a statement names only doers who are not of ``side``."""
    done = [i for a in accounts_in(index, other) for i in a.actors if index.actors.get(i)]
    return bool(done) and not any(index.sides(i) & side for i in done)


def _covers(index: Index, words: frozenset[str], denial: Statement, other: Statement) -> bool:
    """Return whether a statement has enough of a denial's words, the deed itself among them."""
    theirs = content_words(other.words)
    shared, whole = words & theirs, content_words(denial.words) - thin_words()
    opposite = find("gone", other.words) is None and find("there", other.words) is not None
    if opposite or find("negated", other.words) or not shared:
        return False
    deeds = {
        stem(word)
        for one in (denial, other)
        for account in accounts_in(index, one)
        for word in account.trigger.quote.lower().split()
    }
    if not shared & deeds and len(shared) < WORDS + 1:
        # No deed is found in the words: then nearly all of them must be the same.
        return len(shared) == len(words) and len(shared) >= WORDS
    enough = len(shared) >= WORDS and len(shared) >= COVERED * len(words)
    return enough or (
        len(whole & theirs) > WORDS and len(whole & theirs) >= NEARLY_ALL * len(whole)
    )
