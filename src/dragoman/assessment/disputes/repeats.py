"""What one voice says twice is one position: a headline and its sentence, a lead and its quote."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.assessment.disputes.voices import one_voice, voice
from dragoman.assessment.independence import report_origin
from dragoman.assessment.index import Index
from dragoman.model import Dispute, Evidence, Position
from dragoman.resolution.wording import content_words

# Words are told again where so many are the same, of the fewer; fewer than this tell too little.
SHARE, LEAST = 0.9, 6
# So many words say what is held: of longer ones the first are shown.
ENOUGH = 12


def without_repeats(index: Index, dispute: Dispute) -> Dispute:
    """Return a dispute with what one voice says twice as one position, its other words beside.

    One voice says so twice where it takes the stance in two sentences of one report, or where
    another report has the same words of it: a reprint, or what an outlet prints day by day.
    """
    groups: list[list[Position]] = []
    for position in dispute.positions:
        for group in groups:
            if any(_again(index, one, position) for one in group):
                group.append(position)
                break
        else:
            groups.append([position])
    if len(groups) == len(dispute.positions):
        return dispute
    return replace(dispute, positions=tuple(_best_of(index, group) for group in groups))


def _again(index: Index, one: Position, other: Position) -> bool:
    if one.stance != other.stance or not one_voice(index, one, other):
        return False
    first, second = one.evidence, other.evidence
    if first.report == second.report:
        return True
    if one.speaker is None and _printed_by(index, first) != _printed_by(index, second):
        return False
    words, others = content_words(first.quote), content_words(second.quote)
    few = min(len(words), len(others))
    return few >= LEAST and len(words & others) >= SHARE * few


def _printed_by(index: Index, words: Evidence) -> str:
    return report_origin(index, words.report, words.start).key


def _best_of(index: Index, group: Sequence[Position]) -> Position:
    """Return the position of the first report whose words name who says so, and say most."""
    first = [one for one in group if one.evidence.report == group[0].evidence.report]
    best = max(first, key=lambda one: (_named(index, one), _told(one)))
    others = dict.fromkeys(one.evidence for one in group if one.evidence != best.evidence)
    return replace(best, also=(*best.also, *others))


def _named(index: Index, one: Position) -> bool:
    return one.speaker is not None and one.speaker == voice(index, one)


def _told(one: Position) -> int:
    return min(len(content_words(one.evidence.quote)), ENOUGH)
