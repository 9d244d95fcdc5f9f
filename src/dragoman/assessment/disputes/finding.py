"""All disputes of a record: each rule in turn, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence

from dragoman.assessment.disputes.accusations import accusation_disputes
from dragoman.assessment.disputes.answered import answered_disputes
from dragoman.assessment.disputes.attitudes import attitude_disputes
from dragoman.assessment.disputes.bare_answers import bare_answers
from dragoman.assessment.disputes.beside import denials_beside
from dragoman.assessment.disputes.control import control_disputes
from dragoman.assessment.disputes.deaths import death_disputes
from dragoman.assessment.disputes.denials import denial_disputes
from dragoman.assessment.disputes.fates import fate_disputes
from dragoman.assessment.disputes.foiled import foiled_disputes
from dragoman.assessment.disputes.foretold import foretold_disputes
from dragoman.assessment.disputes.holding import holding_disputes, rival_holders
from dragoman.assessment.disputes.keeping import keeping_disputes
from dragoman.assessment.disputes.mutual import mutual_accusations
from dragoman.assessment.disputes.none_hurt import none_disputes
from dragoman.assessment.disputes.not_as_told import not_as_told
from dragoman.assessment.disputes.numbers import number_disputes
from dragoman.assessment.disputes.one_news import news_disputes
from dragoman.assessment.disputes.own_losses import loss_disputes
from dragoman.assessment.disputes.parties import STORED
from dragoman.assessment.disputes.persons import persons_disputes
from dragoman.assessment.disputes.promises import promise_disputes
from dragoman.assessment.disputes.purpose import purpose_disputes
from dragoman.assessment.disputes.repeats import without_repeats
from dragoman.assessment.disputes.repelled import repelled_disputes
from dragoman.assessment.disputes.rivals import rival_accusations
from dragoman.assessment.disputes.soil import soil_disputes
from dragoman.assessment.disputes.targets import target_disputes
from dragoman.assessment.disputes.their_claims import their_claims
from dragoman.assessment.disputes.together import together
from dragoman.assessment.disputes.told_false import told_false
from dragoman.assessment.disputes.tolls import toll_disputes
from dragoman.assessment.disputes.truces import truce_disputes
from dragoman.assessment.disputes.unnumbered import unnumbered_disputes
from dragoman.assessment.disputes.untrue import untrue_disputes
from dragoman.assessment.disputes.versions import version_disputes
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, Dispute, Position

# In this order; a new kind of dispute is a file and a line here.
RULES: tuple[Callable[[Index, Sequence[Statement]], Iterator[Dispute]], ...] = (
    control_disputes,
    rival_holders,
    holding_disputes,
    keeping_disputes,
    attitude_disputes,
    foretold_disputes,
    accusation_disputes,
    rival_accusations,
    mutual_accusations,
    denial_disputes,
    truce_disputes,
    denials_beside,
    answered_disputes,
    untrue_disputes,
    told_false,
    their_claims,
    not_as_told,
    foiled_disputes,
    repelled_disputes,
    fate_disputes,
    death_disputes,
    purpose_disputes,
    persons_disputes,
    target_disputes,
    soil_disputes,
    promise_disputes,
    number_disputes,
    toll_disputes,
    news_disputes,
    loss_disputes,
    none_disputes,
    unnumbered_disputes,
    version_disputes,
    bare_answers,
)

# The stance of who denies a charge.
_DENIED = re.compile(r"\b(?:denies|not so)\b")
# What these show of a denial, those after them show with all who charge the side.
_LESS = ("denied in words", "said and denied", "denied beside it")
_MORE = ("accusation rejected", "called untrue")
_CHARGED = "accusation rejected"
# What this takes from the denial itself, any other rule shows with who said it.
_LEAST = "claim of another denied"
# What only the learned reader takes for a denial, any other rule shows as what it answers.
_READ = "answered by a denial"


def find_disputes(index: Index, said: Sequence[Statement]) -> list[Dispute]:
    """Return every dispute that a rule finds, most telling first."""
    found = {dispute.id: dispute for rule in RULES for dispute in rule(index, said)}
    kept = together(index, _once(index, list(found.values())))
    shown = (without_repeats(index, one) for one in kept)
    return sorted(shown, key=lambda d: (-d.weight, d.about, d.id))


def _once(index: Index, found: Sequence[Dispute]) -> list[Dispute]:
    """Return each disagreement once: of two rules that set the same words against each other."""
    taken: set[frozenset[str]] = set()
    kept = []
    asked: set[tuple[str, str, str | None]] = set()
    answered = _answered(index, found)
    shown = _denied_by(index, [d for d in found if d.rule in _MORE])
    denied = {p.claim for d in found if d.rule != _LEAST for p in d.positions if _denies(p)}
    denied.discard(None)
    others = [d for d in found if d.rule != _READ]
    ruled = {p.claim for d in others for p in d.positions if p.claim}
    # What somebody else denies in so many words is shown with that denial.
    ruled_out = {p.claim for d in others if any(map(_denies, d.positions)) for p in d.positions}
    for one in sorted(found, key=lambda d: (d.about == "occurrence", -len(d.positions), d.id)):
        denials, held = _denials(index, one), _denied_by(index, [one])
        if one.rule in _LESS and denials and denials <= answered:
            continue
        if _is_asked(index, one, denials, found) or _is_held(index, one, found):
            continue
        if one.rule in _LESS and all(who & shown.get(told, set()) for told, who in held.items()):
            continue
        if one.rule == _LEAST and any(p.claim in denied for p in one.positions if _denies(p)):
            continue
        if one.rule == _READ and any(
            p.claim in (ruled if _denies(p) else ruled_out - {None}) for p in one.positions
        ):
            continue
        if one.rule == "rival accusations" and _is_told(one, found):
            continue
        pairs, question = _pairs(one), (one.rule, one.question, one.event)
        again = question in asked and one.about == "intention"
        asked.add(question)
        if not pairs <= taken and not again:
            kept.append(one)
            shown |= _denied_by(index, [one]) if one.rule in _LESS else {}
        taken |= pairs
    return kept


def _is_asked(index: Index, one: Dispute, denials: set[str], found: Sequence[Dispute]) -> bool:
    """Return whether a denial by a side of its deed is shown with all who charge it with that.

    What is told as done and denied in one event, what is denied in other words of the same charge,
    reports that are called untrue by nobody but who denies the charge.
    """
    for other in found:
        if other.rule != _CHARGED or other is one:
            continue
        shown = _denials(index, other)
        if one.rule == "said and denied" and one.about == other.about and denials & shown:
            return True
        told, charged = _told(one), _told(other)
        if one.rule == "denied beside it" and one.question == other.question and told & charged:
            return True
        if one.rule == "called untrue" and denials <= shown:
            reports = {p.evidence.report for p in other.positions if not _denies(p)}
            return {p.evidence.report for p in one.positions if not _denies(p)} <= reports
    return False


def _is_held(index: Index, one: Dispute, found: Sequence[Dispute]) -> bool:
    """Return whether what is called untrue is shown with who holds the place instead.

    "A war monitor" that disputes it is who its report quotes on that, where it has no name.
    """
    told = _told(one)
    denials = [p for p in one.positions if _denies(p)]
    if one.rule not in (*_LESS, "called untrue") or not told or not denials:
        return False
    for other in found:
        sides = {p.claim: p.stance for p in other.positions if p.claim}
        if other.about != "control" or any(map(_denies, other.positions)):
            continue
        if not told <= sides.keys():
            continue
        theirs = {stance for claim, stance in sides.items() if claim in told}
        against = [p for p in other.positions if p.stance not in theirs]
        voices, reports = {p.speaker for p in against}, {p.evidence.report for p in against}
        here = [p.speaker in voices or _is_nameless(index, p, reports) for p in denials]
        if all(here):
            return True
    return False


def _is_nameless(index: Index, position: Position, reports: Container[str]) -> bool:
    who = index.actors.get(position.speaker or "")
    return position.evidence.report in reports and who is not None and not who.named


def _told(one: Dispute) -> set[str | None]:
    """Return the claims that a dispute sets against denials."""
    return {p.claim for p in one.positions if p.claim and not _denies(p)}


def _answered(index: Index, found: Sequence[Dispute]) -> set[str]:
    """Return the denials that are shown with all who charge the side, or who tell of the deed."""
    return {i for d in found if d.rule in _MORE for i in _denials(index, d)}


def _denied_by(index: Index, some: Sequence[Dispute]) -> dict[str, set[str]]:
    """Return what is said, by its claim, with the sides that deny it: in whatever words they do.

    An army that "denied the charge" and its spokesman, quoted in the next sentence, are one side.
    """
    found: dict[str, set[str]] = {}
    for one in some:
        denied = [p for p in one.positions if _denies(p)]
        sides = {side for p in denied for side in index.sides(p.speaker) or {""}}
        for told in one.positions:
            if not _denies(told):
                found.setdefault(told.claim or told.evidence.report, set()).update(sides)
    return found


def _is_told(one: Dispute, found: Sequence[Dispute]) -> bool:
    """Return whether another cause that a dispute sets against a charge is shown with a denial."""
    others = {(p.stance, p.claim) for p in one.positions if p.stance.startswith(STORED)}
    shown = {(p.stance, p.claim) for d in found if d is not one for p in d.positions}
    return bool(others & shown)


def _denials(index: Index, dispute: Dispute) -> set[str]:
    """Return the claims that deny: of a dispute over who did it, or of a charge that is denied."""
    if dispute.rule in (*_MORE, "denied beside it"):
        return {p.claim for p in dispute.positions if p.claim and _denies(p)}
    if dispute.about not in ("responsibility", "compliance"):
        return set()
    claims = {p.claim for p in dispute.positions if p.claim}
    return {i for i in claims if index.claims[i].act in DENIALS}


def _denies(position: Position) -> bool:
    return _DENIED.search(position.stance) is not None


def _pairs(dispute: Dispute) -> set[frozenset[str]]:
    """Return who is set against whom: claims by their id, a report's own voice by its own."""
    sides = [(p.stance, p.claim or p.evidence.report) for p in dispute.positions]
    return {frozenset({a, b}) for s, a in sides for t, b in sides if s != t}
