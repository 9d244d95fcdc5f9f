"""What one side says and another denies, in words: deeds, accusations, broken deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute
from dragoman.assessment.disputes.poles import find, poles
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute
from dragoman.resolution.names import fold
from dragoman.resolution.wording import alike, content_words

# A denial answers what was said in the days before it (or is reported with it).
ANSWER_DAYS = 7
# The share of a denial's words (names of actors and places apart) that what it denies must have,
# and how many.
COVERED, WORDS = 0.6, 2
# With the names counted in, it must have this share.
NEARLY_ALL = 0.75
# A reader needs the first few who said it, not all.
SHOWN = 5
_SAYS = frozenset({"assert", "accuse", "confirm", "condemn", "other"})
_PLACED = ("happened", "ongoing")


def denial_disputes(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes between what is said and what is denied.

    Rule "denied in words": a denial whose words another side's statement has too. Rule
    "accusation rejected": somebody is accused, and his side rejects the accusation in the same
    report. Rule "kept against broken": a truce or deal is said to hold and to be broken, by two
    sides within days.
    """
    for denial in said:
        if _act(denial) == "deny" and find("withheld", denial.words):
            continue
        if _act(denial) == "deny" and not _only_accusation(denial):
            yield from _denied(index, denial, said)
        elif _act(denial) in ("deny", "reject"):
            yield from _rejected(index, denial, said)
    yield from _compliance(index, said)


def _only_accusation(denial: Statement) -> bool:
    """Return whether what is denied is only "those allegations", which say nothing themselves."""
    return find("accusations", denial.words) is not None and len(denial.words.split()) <= 4


def _denied(index: Index, denial: Statement, said: Sequence[Statement]) -> Iterator[Dispute]:
    whole = content_words(denial.words) - _thin()
    words = whole - index.name_words
    if not words or len(whole) < WORDS or not _named(index, denial.speaker):
        return
    answered = [s for s in said if _answers(index, denial, s) and _covers(words, whole, s)]
    if not answered:
        return
    answered.sort(key=lambda s: s.claim is None)
    found = dispute(
        index,
        _about(index, denial, answered),
        "denied in words",
        f"Is it so: “{' '.join(denial.words.split())}”?",
        [
            *(s.stance(index, "yes") for s in answered[:SHOWN]),
            denial.stance(index, "no, denied"),
        ],
        why="What one side says, another denies in the same words within "
        f"{ANSWER_DAYS} days: {', '.join(sorted(words & content_words(answered[0].words)))}.",
    )
    if found:
        yield found


def _thin() -> frozenset[str]:
    return content_words(" ".join(poles().thin))


def _named(index: Index, actor: str | None) -> bool:
    found = index.actors.get(actor or "")
    return bool(found and (found.named or found.type in ("government", "armed_group")))


def _act(statement: Statement) -> str:
    return statement.claim.act if statement.claim else "assert"


def _about(index: Index, denial: Statement, answered: Sequence[Statement]) -> About:
    if any(find("gone", s.words) or find("taken", s.words) for s in answered):
        return "control"
    if find("broken", denial.words) or find("kept", denial.words):
        return "compliance"
    if find("willing", denial.words) or find("unwilling", denial.words):
        return "intention"
    own = index.sides(denial.speaker)
    accused = any(index.sides(i) & own for s in answered for i in s.actors if i != s.speaker)
    return "responsibility" if accused and find("deeds", denial.words) else "occurrence"


def _answers(index: Index, denial: Statement, other: Statement) -> bool:
    if other is denial or _act(other) not in _SAYS or _overlap(denial, other):
        return False
    if denial.day is None or other.day is None or abs((denial.day - other.day).days) > ANSWER_DAYS:
        return False
    if index.same_side(denial.speaker, other.speaker) or find("hedged", other.words):
        return False
    if other.claim is None and (other.account is None or other.account.status not in _PLACED):
        return False
    return _same_ground(index, denial, other) and _same_doers(index, denial, other)


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
    doers = {side for i in named or [denial.speaker or ""] for side in index.sides(i)}
    if any(index.sides(i) & doers for i in other.actors if i != other.speaker):
        return True
    who = index.actors.get(denial.speaker or "")
    if not named and other.report == denial.report:
        return True
    if named or who is None or who.named:
        return False
    # "The rebels" of two reports have no name that could tell: the word must do.
    return f" {fold(who.name).removeprefix('the ')} " in f" {fold(other.words)} "


def _covers(words: frozenset[str], whole: frozenset[str], other: Statement) -> bool:
    """Return whether a statement has enough of a denial's words: of the deed, or of all of it."""
    theirs = content_words(other.words)
    shared, named = words & theirs, whole & theirs
    opposite = find("gone", other.words) is None and find("there", other.words) is not None
    if opposite or find("negated", other.words) or not shared:
        return False
    enough = len(shared) >= WORDS and len(shared) >= COVERED * len(words)
    return enough or (len(named) > WORDS and len(named) >= NEARLY_ALL * len(whole))


def _rejected(index: Index, denial: Statement, said: Sequence[Statement]) -> Iterator[Dispute]:
    if not find("accusations", denial.words) or len(denial.words.split()) > 12:
        return
    charges = [
        s
        for s in said
        if s.report == denial.report
        and _act(s) == "accuse"
        and len(s.words.split()) >= 4
        and s.evidence.start < denial.evidence.start
        and not index.same_side(s.speaker, denial.speaker)
        and _accuses(index, s, denial.speaker)
    ]
    if not charges:
        return
    charge = charges[-1]
    found = dispute(
        index,
        "compliance" if find("broken", charge.words) else "responsibility",
        "accusation rejected",
        f"Is it so: “{' '.join(charge.words.split())}”?",
        [charge.stance(index, "accused"), denial.stance(index, "rejected")],
        why=f"{index.name(charge.speaker)} makes the accusation; "
        f"{index.name(denial.speaker)}, whose side is accused, rejects it.",
    )
    if found:
        yield found


def _accuses(index: Index, charge: Statement, speaker: str | None) -> bool:
    own = index.sides(speaker)
    return any(index.sides(i) & own for i in charge.actors if i != charge.speaker)


def _compliance(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    broken = [s for s in said if find("broken", s.words) and _pact(s) and _act(s) in _SAYS]
    kept = [
        s
        for s in said
        if find("kept", s.words) and _pact(s) and not find("broken", s.words) and _act(s) in _SAYS
    ]
    for one in broken:
        against = [
            s
            for s in kept
            if s.day
            and one.day
            and abs((s.day - one.day).days) <= ANSWER_DAYS // 2
            and _pact(s) & _pact(one)
            and not index.same_side(s.speaker, one.speaker)
            and _same_ground(index, s, one)
        ]
        if not against:
            continue
        found = dispute(
            index,
            "compliance",
            "kept against broken",
            f"Is the {min(_pact(one))} being kept?",
            [*(s.stance(index, "kept") for s in against), one.stance(index, "broken")],
            why="One side says that it holds, another within days that it is broken.",
        )
        if found:
            yield found


def _same_ground(index: Index, a: Statement, b: Statement) -> bool:
    """Return whether two statements are about one place (where both name any), or one report's."""
    first, second = _finest(index, a), _finest(index, b)
    if first and second:
        holds = index.places.holds
        return any(holds(x, y) or holds(y, x) for x in first for y in second)
    return a.report == b.report or bool(set(a.actors) & set(b.actors))


def _finest(index: Index, statement: Statement) -> list[str]:
    """Return the places named, without the countries when finer ones are named."""
    named = [i for _, i in statement.spots] or list(statement.places)
    return [i for i in named if index.places.size(i) < 3] or named


def _pact(statement: Statement) -> frozenset[str]:
    """Return what is kept or broken, truces by one word."""
    words = {w.strip(".,;“”\"’'()") for w in statement.words.lower().split()}
    found = words & poles().pacts
    truces = {"ceasefire", "cease-fire", "truce", "cessation"}
    return frozenset("ceasefire" if word in truces else word for word in found)
