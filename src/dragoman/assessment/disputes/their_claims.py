"""What one side claims, told by the side that denies it: "denied Karvelia's claim that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.clearing import calls_untrue, denies
from dragoman.assessment.disputes.deeds import nominal, who_is
from dragoman.assessment.disputes.parties import sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.wording import asked, tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import About, Dispute, Span

_UNTRUE = re.compile(r",? (?:is|are|was|were|as|to be|and) (?:\w+ ){0,2}?[\w-]+$|,| and ")
_CHARGES = frozenset({"allegations", "accusations", "charges"})
# What the sentence goes on to tell.
_MORE = re.compile(
    r",| (?:dismissing|calling|saying|adding|while|but|and (?:said|says|called|added))\b"
)
# What somebody proposes is no claim: "a suggestion that the talks be held in Garn".
_PROPOSED = re.compile(
    r"^(?:[\w'’-]+ ){1,6}?(?:should|(?<!could )(?<!may )(?<!might )(?<!would )(?<!must )be)\b"
)
# "Accusations of his masterminding the murder", "charges of murdering him".
_OWN = re.compile(r"^(?:his|her|its|their|he|she|it|they)\b|^\w+ing\b", re.IGNORECASE)
# Words of a deed that may be meant, at the least.
FEW = 2
# "As has been reported" stands so many characters after what is denied at most.
AFTER = 60


def their_claims(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what one side is told to claim where another denies it.

    Rule "claim of another denied": somebody denies, or calls untrue, the claims of a side that he
    names, and says what they are. Or he denies reports, accusations, rumours of nobody by name.
    """
    for one in said:
        if one.claim is None or not (
            one.claim.act in ("deny", "reject") or calls_untrue(one) or denies(one)
        ):
            continue
        if found := _of_a_side(index, one) or _of_nobody(index, one):
            yield found


def _of_a_side(index: Index, denial: Statement) -> Dispute | None:
    found = find("their_claim", denial.words)
    if found is None or find("withheld", denial.words):
        return None
    who = found["by"] or found["who"] or ""
    claimant, sides = who_is(index, denial, who), sides_of(index, denial, who)
    if not sides or sides & index.sides(denial.speaker):
        return None
    start = denial.evidence.start + found.start("what")
    return _build(index, denial, start, _UNTRUE.split(found["what"])[0], who, claimant)


def _of_nobody(index: Index, denial: Statement) -> Dispute | None:
    """Return what is found where what is denied was reported, or charged, by nobody by name."""
    claim = denial.claim
    if claim is None or claim.cue is None or denial.speaker is None:
        return None
    text, end = index.reports[denial.report].text, denial.evidence.end
    if claim.act == "deny" and find("as_reported", text[end : end + AFTER]):
        return _build(index, denial, denial.evidence.start, denial.evidence.quote, "reports", None)
    if claim.act == "deny":
        start = claim.cue.end
        found = find("somebodys_claim", text[start:end])
    else:
        start, who = denial.start, denial.text.find(claim.speaker.name)
        found = find("asked_about", denial.text[: max(0, who)])
    if found is None or find("elsewhere", found[0]):
        return None
    what = _MORE.split(found["what"])[0]
    return _build(index, denial, start + found.start("what"), what, found["noun"], None)


def _build(
    index: Index, denial: Statement, start: int, what: str, who: str, claimant: str | None
) -> Dispute | None:
    report = index.reports[denial.report]
    few = len(what.split()) < FEW
    if few or _PROPOSED.match(what) or report.text[start : start + len(what)] != what:
        return None
    evidence = report.evidence(Span(start, start + len(what)).trim(report.text))
    claimed = from_words(index, evidence, "it is so", denial.as_of, claimant)
    denied = denial.stance(index, "it is not so")
    return dispute(
        index,
        _about(
            index, denial, what, blamed=claimant is None and _is_blamed(index, denial, what, who)
        ),
        "claim of another denied",
        asked(what, index.name(denial.speaker)),
        [claimed, denied],
        why=(f"It is told as claimed by {who}" if claimant else f"There were {who}")
        + f"; {tellers(index, [denied])} denied it.",
    )


def _is_blamed(index: Index, denial: Statement, what: str, noun: str) -> bool:
    """Return whether what nobody by name claims is who did it: a deed that stands, or his own."""
    if find("the_deed", what):
        return True
    own = index.sides(denial.speaker)
    official = nominal(what) and any(side.startswith("country:") for side in own)
    return official or (noun.lower() in _CHARGES and _OWN.match(what) is not None)


def _about(index: Index, denial: Statement, what: str, *, blamed: bool) -> About:
    if find("taken", what) or find("gone", what) or re.search(r"\bwinning\b", what):
        return "control"
    if find("broken", what):
        return "compliance"
    if find("foretold_deed", what):
        return "intention"
    own = index.sides(denial.speaker)
    charged = any(index.sides(i) & own for i in denial.actors if index.name(i) in what)
    return "responsibility" if (charged or blamed) and find("deeds", what) else "occurrence"
