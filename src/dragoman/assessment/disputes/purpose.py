"""Whether a deed was meant, and what for: "deliberately targeted" against "hit by mistake"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.aims import target_of
from dragoman.assessment.disputes.answers import Answer, facing
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.bygone import of_old
from dragoman.assessment.disputes.deeds import DEEDS, SAYS, accounts_in, means_of
from dragoman.assessment.disputes.matter import matter
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import plain, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Dispute

MEANT, NOT_MEANT = "it was meant", "it was not meant"
IN_ANSWER, TO_HARM = "it was in answer or for defence", "it was to do harm"
# So few words tell of a deed.
FEW = 3


def purpose_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over whether a deed was meant, and what for.

    Rule "meant or by mistake": of one deed a side says that it was done on purpose, another that
    it was a mistake, or that those hit were not the target. Rule "in answer or to harm": in one
    report a side says that it answered another deed or was for defence, another that it was to
    do harm.
    """
    found = [answer for one in said if (answer := _answer(index, one))]
    for case in facing(index, found, _differ):
        meant = next((a.said for a in case if a.held == MEANT), case[0].said)
        question = f"Was it meant: “{matter(meant.words)}”?"
        yield from _build(index, "meant or by mistake", question, case, (MEANT, NOT_MEANT))
    reasons = [answer for one in said if (answer := _reason(index, one))]
    for case in facing(index, reasons, _differ_in_reason):
        question = f"What was it for: “{_without_reason(case[0].said.words)}”?"
        yield from _build(index, "in answer or to harm", question, case, (IN_ANSWER, TO_HARM))


def _without_reason(words: str) -> str:
    """Return what was done, where words go on to what for."""
    found = find("in_answer", words) or find("to_harm", words)
    before = plain(words[: found.start()]) if found else ""
    return before if len(before.split()) >= FEW else plain(words)


def _build(
    index: Index, rule: str, question: str, case: Sequence[Answer], held: tuple[str, str]
) -> Iterator[Dispute]:
    one, other = ([a.said.stance(index, h) for a in case if a.held == h] for h in held)
    why = f"{tellers(index, one)} said that {held[0]}; {tellers(index, other)} that {held[1]}."
    found = dispute(index, "intention", rule, question, [*one, *other], why=why)
    if found:
        yield found


def _reason(index: Index, said: Statement) -> Answer | None:
    """Return whether a statement gives a violent deed as an answer to another, or as to harm."""
    words = said.words
    if said.claim is None or said.claim.act not in SAYS or find("open_question", words):
        return None
    answer, harm = find("in_answer", words), find("to_harm", words)
    if bool(answer) == bool(harm) or of_old(said) or not _of_a_deed(index, said):
        return None
    return Answer(said, IN_ANSWER if answer else TO_HARM)


def _differ_in_reason(a: Answer, b: Answer) -> bool:
    later = max(a.said, b.said, key=lambda s: s.evidence.start).words
    known = any(find(pole, later) for pole in ("known_subject", "the_deed"))
    return a.held != b.held and a.said.report == b.said.report and known


def _differ(a: Answer, b: Answer) -> bool:
    """Return whether one says that it was meant, the other not, and the later takes up the first.

    "Rebels deliberately burned a mill" takes up nothing.
    """
    later = max(a.said, b.said, key=lambda s: s.evidence.start).words
    poles = ("known_subject", "the_deed", "victim")
    denies = any(x.said.claim is not None and x.said.claim.act in DENIALS for x in (a, b))
    known = a.said.report != b.said.report or denies or any(find(pole, later) for pole in poles)
    return a.held != b.held and known


def _answer(index: Index, said: Statement) -> Answer | None:
    """Return whether a statement says of a violent deed that it was meant, or was not."""
    act = said.claim.act if said.claim else "assert"
    words = said.words
    if find("open_question", words) or of_old(said):
        return None
    if act in DENIALS and target_of(words, "targeting") == "civilians":
        return Answer(said, NOT_MEANT)
    spared = target_of(words, "only") == "fighters"
    hunted = target_of(words, "purpose") == "civilians"
    mistake, purpose = find("not_meant", words) or spared, find("meant", words) or hunted
    if not (mistake or purpose) or not (spared or hunted or _of_a_deed(index, said)):
        return None
    if act in DENIALS:
        return Answer(said, NOT_MEANT) if purpose and not mistake else None
    return Answer(said, NOT_MEANT if mistake else MEANT) if act in SAYS else None


def _of_a_deed(index: Index, said: Statement) -> bool:
    told = any(a.type in DEEDS for a in accounts_in(index, said))
    words = any(find(pole, said.words) for pole in ("the_deed", "victim", "deeds", "it_was"))
    return told or words or bool(means_of(said.words))
