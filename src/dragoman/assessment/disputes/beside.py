"""Denials of what the same report has another say: in one breath, or in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from dragoman.assessment.by_report import grouped
from dragoman.assessment.disputes.antecedents import meant
from dragoman.assessment.disputes.breath import called_untrue, said_before_it, set_against
from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.charging import accuses
from dragoman.assessment.disputes.clearing import calls_untrue, denies
from dragoman.assessment.disputes.deeds import DEEDS, accounts_in, names_side
from dragoman.assessment.disputes.denials import about_denied, denied_before, name_words
from dragoman.assessment.disputes.others import another_claims, another_says
from dragoman.assessment.disputes.own_words import tells_its_words
from dragoman.assessment.disputes.poles import find, thin_words
from dragoman.assessment.disputes.questions import asked_by_name, question
from dragoman.assessment.disputes.right_after import (
    asked_right_before,
    charged_right_before,
    said_right_before,
)
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, About, Dispute
from dragoman.resolution.wording import content_words

# What a denial and a statement of one report share: of the words of either, and how many.
SHARE, WORDS = 0.5, 3
# Where so many words are not said to be denied as a whole, little of them may be.
LONG = 30
# A charge is answered at most so many characters later.
ANSWERED = 2000
# Whose reports are rejected is named at most so many characters after the word for them.
BY = 25
_DISPUTES = re.compile(
    r"(?:has |have |had )?(?:disagree|dispute|disputing|contest|contradict|refut|rebut)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:] |\b(?:and|but|while|whereas)\b", re.IGNORECASE)
# A reader needs the first few who said it, not all.
SHOWN = 4


def denials_beside(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes of one report between what one voice says and another denies.

    Rule "denied beside it": the very words that one is said to charge are what another is said to
    deny ("denied charges by the rebels that its jets had bombed the town"), or most of the words
    of a denial are those that another voice of the same report has said. Or somebody rejects a
    charge by the name of who made it, or says that the accused had no part in it.
    """
    for report, told in grouped(one for one in said if one.claim).items():
        make = partial(_of_report, index, told)
        yield from index.kept("denials beside what is said", report, told, make)


class Answer(msgspec.Struct):
    """What others said, who denies it, and whether it charges the side of the first to do so."""

    said: list[Statement]
    denials: list[Statement]
    charged: bool
    about: About
    question: str


def _of_report(index: Index, told: Sequence[Statement]) -> list[Dispute]:
    """Return one dispute for what was said, whoever denies it: Karvelia, and then its envoy."""
    answers: dict[tuple[str, bool], Answer] = {}
    for denial in told:
        answer = _answer(index, denial, told)
        if answer is None:
            continue
        said = answer.said[0].claim
        first = answers.setdefault((said.id if said else "", answer.charged), answer)
        if first is not answer:
            first.denials.append(denial)
            first.said += [one for one in answer.said if one not in first.said]
    return [found for one in answers.values() if (found := _dispute(index, one))]


def _dispute(index: Index, answer: Answer) -> Dispute | None:
    yes = [one.stance(index, "it is so") for one in answer.said[:SHOWN]]
    no = [one.stance(index, "it is not so") for one in answer.denials]
    return dispute(
        index,
        answer.about,
        "denied beside it",
        answer.question,
        [*yes, *no],
        why=f"{tellers(index, yes)} said so; the same report has {tellers(index, no)} deny it.",
    )


def _answer(index: Index, denial: Statement, told: Sequence[Statement]) -> Answer | None:
    """Return what a statement denies of what others say in its report, None where nothing."""
    if denial.speaker is None or find("elsewhere", denial.words) or find("withheld", denial.words):
        return None
    before = denies(denial) and denied_before(index, denial)
    charged = [] if before else [one for one in told if _clears_of(index, denial, one)]
    against = denies(denial) or _disputes(denial)
    in_words = [one for one in told if against and _speaks_against(index, denial, one)]
    in_words = [] if before else _most_alike(index, denial, in_words)
    charged = charged or ([] if before or in_words else charged_right_before(index, denial, told))
    aside = [] if charged or in_words else _aside(index, denial, told, before=before)
    charged = charged or [one for one in aside if accuses(one)]
    answered = charged or in_words or aside
    answered = [one for one in answered if not tells_its_words(index, denial, one, told)]
    if not answered:
        return None
    about = "responsibility" if charged else about_denied(index, denial, answered)
    asked = _question(index, denial, charged or aside, answered)
    return Answer(answered, [denial], bool(charged), about, asked)


def _aside(
    index: Index, denial: Statement, told: Sequence[Statement], *, before: bool
) -> list[Statement]:
    """Return what another says that a denial is of in its sentence, or that it calls his reports.

    Else what another said in the sentence before it, of the same thing in other words, or what
    the question tells that it answers.

    ``before`` is set where what is denied stands before the denial.
    """
    if before:
        return said_before_it(index, denial, told)
    found = set_against(index, denial, told) or called_untrue(index, denial, told)
    found = found or _account_of(index, denial, told)
    found = found or said_right_before(index, denial, told)
    return found or asked_right_before(index, denial, told)


def _account_of(index: Index, denial: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Return what somebody last told of a deed whose reports another rejects by his name."""
    found = find("reporting", denial.words)
    if not found or not (denies(denial) or _rejects(denial)):
        return []
    whose = denial.words[: found.end() + BY]
    # Who calls another's "reporting" biased means what it told of him.
    own = index.sides(denial.speaker) if found[0] == "reporting" else frozenset()
    at = denial.evidence.start
    near = [
        one
        for one in told
        if 0 <= at - one.evidence.end <= ANSWERED
        and _names(index, whose, one.speaker)
        and another_says(index, denial, one)
        and any(a.type in DEEDS for a in accounts_in(index, one))
        and (not own or names_side(index, one, one.words, own))
    ]
    return near[-1:]


def _question(
    index: Index, denial: Statement, charged: Sequence[Statement], answered: Sequence[Statement]
) -> str:
    """Return what is asked: what somebody is charged with or said, else what is denied.

    "There was no raid" says itself that it was not: what it is set against is asked then.
    """
    who = index.name(denial.speaker)
    named = _is_denial(denial) and not _disputes(denial)
    if found := charged or ([] if named else answered):
        own = index.sides(denial.speaker)
        of_him = any(index.sides(i) & own for i in found[0].actors if i != found[0].speaker)
        return question(index, found[0], who if charged and of_him else "")
    return asked_by_name(denial.words, meant(index, denial) or who)


def _is_denial(one: Statement) -> bool:
    return one.claim is not None and one.claim.act in DENIALS


def _disputes(one: Statement) -> bool:
    """Return whether somebody disagrees with what is told: a plan that he rejects is another's."""
    cue = one.claim.cue if one.claim and one.claim.act == "reject" else None
    return cue is not None and _DISPUTES.match(cue.quote) is not None


def _rejects(one: Statement) -> bool:
    return one.claim is not None and one.claim.act == "reject"


def _clears_of(index: Index, denial: Statement, charge: Statement) -> bool:
    """Return whether somebody answers a charge made before, for himself or for whom he names.

    "He denied the minister's charge", "the movement had nothing to do with that murder".
    """
    if (
        charge.claim is None
        or charge.claim.act != "accuse"
        or not another_says(index, denial, charge)
    ):
        return False
    if not 0 <= denial.evidence.start - charge.evidence.start <= ANSWERED:
        return False
    by_name = _names(index, denial.words, charge.speaker)
    if denies(denial) and by_name and find("accusations", denial.words):
        return True
    cleared = _cleared(denial)
    if not _of_one_deed(index, denial, charge):
        return False
    accused = {*charge.actors, denial.speaker} - {charge.speaker}
    return any(_names(index, cleared, i) and _names(index, charge.words, i) for i in accused)


def _of_one_deed(index: Index, denial: Statement, charge: Statement) -> bool:
    """Return whether a denial that tells a deed of its own tells that of the charge."""
    if find("accusations", denial.words) or find("nothing_to_do", denial.words):
        return True
    names = {name for i in (*denial.actors, *charge.actors) for name in index.actors[i].names}
    shared = content_words(denial.words) & content_words(charge.words)
    return bool(shared - content_words(" ".join(names))) or bool(find("the_deed", charge.words))


def _cleared(denial: Statement) -> str:
    """Return the words that clear somebody of a charge: empty where none do."""
    if denies(denial):
        return denial.words if find("accusations", denial.words) else ""
    if calls_untrue(denial):
        return denial.words
    found = find("never_did", denial.words) or find("nothing_to_do", denial.words)
    return found[0] if found else ""


def _names(index: Index, words: str, actor: str | None) -> bool:
    """Return whether words name somebody: persons by their last names alone, too."""
    found = index.actors.get(actor or "")
    if found is None:
        return False
    last = [name.split()[-1] for name in found.names if found.type == "person"]
    return any(re.search(rf"\b{re.escape(name)}s?\b", words) for name in (*found.names, *last))


def _speaks_against(index: Index, denial: Statement, one: Statement) -> bool:
    if not another_claims(index, denial, one):
        return False
    if _meet(denial, one):
        return not (_tells_of(denial, one) or _tells_of(one, denial))
    return _in_the_words(index, denial, one)


def _most_alike(index: Index, denial: Statement, some: Sequence[Statement]) -> list[Statement]:
    """Return the statements that share over half as many words, names apart, as the best.

    That guerrillas attacked the capital is not what "they did not occupy its embassy" denies.
    """
    names = name_words(index, denial)
    shared = [len(_shared(denial, one) - names) for one in some]
    best = max(shared, default=0)
    met = zip(some, shared, strict=True)
    return [one for one, n in met if 2 * n > best or _meet(denial, one)]


def _shared(denial: Statement, one: Statement) -> frozenset[str]:
    ours, theirs = (content_words(w) - thin_words() for w in (_negated(denial), one.words))
    return ours & theirs


def _meet(a: Statement, b: Statement) -> bool:
    """Return whether two claims are of the same stretch of text."""
    return a.evidence.span.overlaps(b.evidence.span)


def _tells_of(outer: Statement, inner: Statement) -> bool:
    """Return whether one claim is told within the other: "he said that the army denied it"."""
    cue = inner.claim.cue if inner.claim else None
    return cue is not None and outer.evidence.span.overlaps(cue.span)


def _negated(denial: Statement) -> str:
    """Return what is denied: of "the dam was not hit and all is calm" the first clause alone."""
    if _is_denial(denial):
        return denial.words
    clauses = [one for one in _CLAUSE.split(denial.words) if find("negated", one)]
    return " ".join(clauses) or denial.words


def _in_the_words(index: Index, denial: Statement, one: Statement) -> bool:
    if denial.claim and denial.claim.act != "deny" and len(denial.words.split()) > LONG:
        return False
    ours, theirs = (content_words(w) - thin_words() for w in (_negated(denial), one.words))
    shared = ours & theirs
    if not shared - name_words(index, denial):
        return False
    return len(shared) >= WORDS and len(shared) >= SHARE * min(len(ours), len(theirs))
