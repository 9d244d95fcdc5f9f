"""What one side claims, told by the side that denies it: "denied Karvelia's claim that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.assessment.disputes.antecedents import meant
from dragoman.assessment.disputes.building import dispute, from_words
from dragoman.assessment.disputes.clearing import calls_untrue, denies
from dragoman.assessment.disputes.deeds import nominal, stands, told_as_done, who_is
from dragoman.assessment.disputes.denials import denied_before
from dragoman.assessment.disputes.otherwise import otherwise
from dragoman.assessment.disputes.parties import sides_of
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.disputes.questions import (
    asked_by_name,
    by_article,
    is_named,
    truth_in,
)
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import tellers
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS, About, Dispute, Span

_UNTRUE = re.compile(
    r",? (?:is|are|was|were|as|to be|and) [“\"‘']?(?:\w+ ){0,2}?[\w-]+[.”\"’']*$|,| and "
)
# "A story about his own claim that": what the denier himself has said.
_ABOUT_OWN = re.compile(
    r"\b(?:stor(?:y|ies)|reports?|articles?|questions?|accounts?) (?:about|on|of|over|regarding"
    r"|concerning|into) (?:his|her|its|their|my|our) (?:own )?(?:[\w-]+ )?(?:claim|account"
    r"|statement|assertion|boast|remark|comment)s? (?:that|of|about) $",
    re.IGNORECASE,
)
_CHARGES = re.compile(r"(?:allegation|accusation|charge)s?", re.IGNORECASE)
# What is rejected is told where it is a clause or a charge: claims of aid are others.
_TELLS = re.compile(
    r"\b(?:that(?: sa(?:ys|id))?|(?:stat|say|claim|alleg|suggest)ing(?: that)?|"
    r"(?:accusation|allegation|report|rumou?r|charge)s?\b.* (?:of|about)) $",
    re.IGNORECASE,
)
# Who accuses, where no more is told of him than that somebody was accused.
ACCUSED = "accusers"
# "Was later accused of" stands at most so many characters before what it is of.
BEFORE = 80
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
# Whom it is said of, by a pronoun.
_PRONOUN = re.compile(
    r"^(?:(?:some|many|most|several|all|two|one) of )?"
    r"(?:(?P<person>he|she|his|her)|it|its|they|their)\b",
    re.IGNORECASE,
)
# Reports "that attempt to involve them" say that they did it.
_DRAWS_IN = re.compile(
    r"(?:(?:attempt|tr|seek|want|tend|purport|aim)\w* to )?"
    r"(?:involv|implicat|incriminat|link|tie|connect)\w* (?:them|it|him|her|us)\b",
    re.IGNORECASE,
)
# "Charges that Karvelia has levelled against the consul" tell who makes them.
_LEVELLED = re.compile(
    r"(?:[\w’-]+ ){1,5}?(?:has |have |had )?(?:levell?ed|brought|made|raised|filed|voiced) "
    r"(?=(?:against|at)\b)"
)
_NOUN = re.compile(
    r"(?:allegation|accusation|charge|claim|report|rumou?r|suggestion|assertion|insinuation)s?"
    r"|speculation|news|talk"
)
# Words of a deed that may be meant, at the least.
FEW = 2


class Charge(msgspec.Struct, frozen=True):
    """What a denial tells as charged: its words with where they stand, and whose charge it is.

    ``who`` names the side or else is the noun of saying: "reports"; ``whom`` is who is charged,
    where the words for him stand apart.
    """

    what: str
    start: int
    who: str
    claimant: str | None = None
    whom: str = ""


def their_claims(index: Index, said: Sequence[Statement]) -> Iterator[Dispute]:
    """Yield the disputes over what one side is told to claim where another denies it.

    Rule "claim of another denied": somebody denies, or calls untrue, the claims of a side that he
    names, and says what they are. Or he denies reports, accusations, rumours of nobody by name,
    what he "was accused of", or what is so "as the papers reported".
    """
    for one in said:
        act = one.claim.act if one.claim else ""
        is_denial = act in DENIALS or calls_untrue(one) or denies(one)
        if not (is_denial or otherwise(one)):
            continue
        readers = (_of_a_side, _of_nobody, _as_told, _accused_of, _otherwise)
        charges = (read(index, one) for read in readers)
        charge = next((some for some in charges if some), None)
        if charge and (found := _build(index, one, charge)):
            yield found


def _of_a_side(index: Index, denial: Statement) -> Charge | None:
    if find("withheld", denial.words):
        return None
    if found := find("their_claim", denial.words):
        who = found["by"] or found["who"] or ""
    elif found := find("charges_against", denial.words):
        who = found["who"]
    else:
        return None
    start = denial.evidence.start + found.start("what")
    charge = _by(index, denial, _UNTRUE.split(found["what"])[0], start, who)
    whom = found.groupdict().get("whom")
    return msgspec.structs.replace(charge, whom=whom) if charge and whom else charge


def _by(index: Index, denial: Statement, what: str, start: int, who: str) -> Charge | None:
    """Return the charge of a side that is named, None where it names none or the denier's own."""
    sides = sides_of(index, denial, who)
    if not sides or sides & index.sides(denial.speaker):
        return None
    return Charge(what, start, who, who_is(index, denial, who))


def _of_nobody(index: Index, denial: Statement) -> Charge | None:
    """Return what is denied and was reported, or charged, by nobody by name."""
    claim = denial.claim
    if claim is None or claim.cue is None or denial.speaker is None:
        return None
    found, start = None, claim.cue.end
    if claim.act in DENIALS:
        if denial.evidence.end <= start:  # "the claim that X was dismissed by"
            start = denial.evidence.start
        found = find("somebodys_claim", _after(index, denial, start))
        before = found[0][: -len(found["what"])] if found else ""
        if _ABOUT_OWN.search(before) or (found and claim.act == "reject" and not _is_told(before)):
            return None
    elif calls_untrue(denial):
        found, start = _told_untrue(denial.words), denial.evidence.start
    if found is None and claim.act != "deny":
        start, who = denial.start, denial.text.find(claim.speaker.name)
        found = find("asked_about", denial.text[: max(0, who)])
    if found is None or find("elsewhere", found[0]):
        return None
    return Charge(_MORE.split(found["what"])[0], start + found.start("what"), found["noun"].lower())


def _told_untrue(words: str) -> re.Match[str] | None:
    """Return "X" of "reports that X were false", "branded as false reports that X"."""
    found = find("told_untrue", words) or find("untrue_told", words)
    return found if found and _is_told(found[0][: found.start("what") - found.start()]) else None


def _is_told(before: str) -> bool:
    """Return whether words lead to a clause, or are of an accusation: claims of aid are others."""
    return _TELLS.search(before) is not None


def _after(index: Index, denial: Statement, start: int) -> str:
    return index.reports[denial.report].text[start : denial.evidence.end]


def _as_told(index: Index, denial: Statement) -> Charge | None:
    """Return what somebody denies "as the papers reported it"."""
    if denial.claim is None or denial.claim.act != "deny":
        return None
    start = denial.evidence.start
    rest = denial.text[start - denial.start :]
    found = find("as_told", rest)
    if found is None or find("elsewhere", found[0]):
        return None
    what = rest[: min(found.start(), denial.evidence.end - start)]
    who = (found["by"] or found["who"] or "").strip()
    if sides_of(index, denial, who) and not find("press", who):
        return _by(index, denial, what, start, who)
    return Charge(what, start, who or "reports")


def _accused_of(index: Index, denial: Statement) -> Charge | None:
    """Return what somebody denies that he "was accused of", right before it."""
    text, start = index.reports[denial.report].text, denial.evidence.start
    found = find("accused_of", text[max(0, start - BEFORE) : start])
    if found is None or not denied_before(index, denial):
        return None
    if found["by"] and sides_of(index, denial, found["by"]):
        return _by(index, denial, denial.evidence.quote, start, found["by"])
    return Charge(denial.evidence.quote, start, ACCUSED)


def _otherwise(index: Index, denial: Statement) -> Charge | None:
    """Return what others say and a statement is set against: "it is not true that X"."""
    found = otherwise(denial)
    if found is None or (denial.speaker is None and denial.claim):
        return None
    if found.who and sides_of(index, denial, found.who):
        return _by(index, denial, found.what, found.start, found.who)
    return Charge(_MORE.split(found.what)[0], found.start, found.noun)


def _build(index: Index, denial: Statement, charge: Charge) -> Dispute | None:
    report, what, start = index.reports[denial.report], charge.what, charge.start
    few = len(what.split()) < FEW
    if few or _PROPOSED.match(what) or report.text[start : start + len(what)] != what:
        return None
    evidence = report.evidence(Span(start, start + len(what)).trim(report.text))
    stance = "it is so" if charge.claimant else "others say so"
    claimed = from_words(index, evidence, stance, denial.as_of, charge.claimant)
    denied = denial.stance(index, "it is not so")
    # Whoever denies is the one of whom it is said where he is charged; else the claimant may be.
    own = find("own_part", what) is not None  # "any links with the murder" are of who denies them
    of = denial.speaker if own or _is_blamed(index, denial, charge) else charge.claimant
    who = charge.whom or index.name(of)
    return dispute(
        index,
        _about(index, denial, charge),
        "claim of another denied",
        _asked(index, denial, charge, who),
        [claimed, denied],
        why=(
            f"It is told as claimed by {charge.who.strip()}"
            if charge.claimant
            else f"Others say so, as the denial tells ({charge.who.strip()})"
        )
        + f"; {tellers(index, [denied])} denied it.",
    )


def _asked(index: Index, denial: Statement, charge: Charge, who: str) -> str:
    """Return what is asked, by ``who`` or by the name of whom a pronoun means: who denies it."""
    if found := _PRONOUN.match(charge.what):
        actor = index.actors.get(denial.speaker or "")
        person = actor is not None and actor.type == "person"
        himself = person == bool(found["person"])
        who = index.name(denial.speaker) if himself else meant(index, denial, charge.what)
    if _DRAWS_IN.match(charge.what):
        deed = find("the_deed", denial.words)
        in_it = the_deed(index, (), [denial], deed[0]) if deed else "what is told"
        return f"Did {by_article(index.name(denial.speaker))} have a part in {in_it}?"
    if not is_named(charge.what, who) and not _LEVELLED.match(charge.what):
        return asked_by_name(charge.what, who)
    what = charge.what
    if found := _LEVELLED.match(what):
        what = what[found.end() :]
    noun = charge.who if _NOUN.fullmatch(charge.who) else "claims" if charge.claimant else "reports"
    return truth_in(what, noun)


def _is_blamed(index: Index, denial: Statement, charge: Charge) -> bool:
    """Return whether what nobody by name claims is who did it: a deed that stands, or his own."""
    if charge.claimant:
        return False
    if told_as_done(charge.what) or find("ones_part", charge.what):
        return True
    own = index.sides(denial.speaker)
    official = (
        stands(charge.what)
        and nominal(charge.what)
        and any(side.startswith("country:") for side in own)
    )
    charged = charge.who == ACCUSED or _CHARGES.fullmatch(charge.who) is not None
    return official or (charged and _OWN.match(charge.what) is not None)


def _about(index: Index, denial: Statement, charge: Charge) -> About:
    what = charge.what
    if find("taken", what) or find("gone", what) or re.search(r"\bwinning\b", what):
        return "control"
    if find("broken", what):
        return "compliance"
    if find("foretold_deed", what):
        return "intention"
    own = index.sides(denial.speaker)
    charged = stands(what) and any(
        index.sides(i) & own for i in denial.actors if index.name(i) in what
    )
    charged = charged or _is_blamed(index, denial, charge)
    return "responsibility" if charged and find("deeds", what) else "occurrence"
