"""Whom a statement clears of a deed: denials of any part in it, and deeds that are negated."""

from __future__ import annotations

import re

import msgspec

from dragoman.assessment.disputes.deeds import (
    DEEDS,
    accounts_in,
    names_side,
    nominal,
    who_is,
)
from dragoman.assessment.disputes.doing import doer_words
from dragoman.assessment.disputes.parties import FORCES, standing_for
from dragoman.assessment.disputes.poles import find
from dragoman.assessment.index import Index
from dragoman.assessment.officials import states_in
from dragoman.assessment.statements import Statement
from dragoman.model import DENIALS

# Longer than this, a denial says what is denied and not only that there was an accusation.
_SHORT = 12
_FOLLOWS = re.compile(r"\b(?:with|while|and|calling|saying|as|after|that)\b")
_SAYS = frozenset({"assert", "confirm", "deny", "reject", "intend", "promise", "other"})
# What is ordered or asked for is not denied: "this absurd massacre was ordered by".
_WANTS = frozenset({"ask", "demand"})
# A deed that was stopped or is still to come, or was done by mistake, is not said not to be;
# nor is what is not known.
_NO_DENIAL = ("foiled", "plotted", "not_meant", "not_known")
# Why something was not done tells no denial: "could not seize him because he was not there".
_REASON = re.compile(r"\b(?:because|until|unless)\b", re.IGNORECASE)
# The words between "who" and the verb are not longer.
_NEAR = 80
_NEGATION = re.compile(r"\b(?:not|never|no|nothing)\b|n[’']t\b", re.IGNORECASE)
# "No rockets were fired": by those who say so.
_IMPERSONAL = re.compile(
    r"(?:there (?:were|was|ha(?:d|s|ve) been) )?(?:no|none)\b"
    r"(?! (?:\w+ ){0,2}?(?:evidence|proof)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|their|we|our|us|he|his|she|her|I)\b", re.IGNORECASE)
# What follows tells of others: "not against our people but against those who shell us".
_CLAUSE_END = re.compile(r"[,;.…]|\s[-–—]|\b(?:but|against|because|while|as|who|which)\b")


def clearing(index: Index, said: Statement) -> Statement | None:
    """Return a statement as a denial whose speaker is whom it clears, None where it clears nobody.

    "The army has never used gas" is its spokesman's own denial; "Varnia was not behind the raid",
    said by the president of another state, clears Varnia.
    """
    if denies_its_clause(index, said):
        return None
    if is_own_part(said) or _rejects_its_own_charge(index, said):
        return said
    if said.claim is None or said.claim.act not in _SAYS:
        return None
    if find("elsewhere", said.words) or find("not_known", said.words):
        return None
    found = find("never_did", said.words)
    if found is None:
        return None
    before = _NEGATION.split(found[0])[0]
    cleared = _cleared(index, said, before) or _who_did_not(index, said)
    cleared = cleared or _cleared(index, said, found[0])
    if cleared is None and _IMPERSONAL.match(found[0]):
        cleared = said.speaker
    clause = _CLAUSE_END.split(said.words[found.end() :])[0]
    words = said.words[: found.end()] + clause
    return msgspec.structs.replace(said, speaker=cleared, words=words) if cleared else None


def _rejects_its_own_charge(index: Index, said: Statement) -> bool:
    """Return whether a side denies a deed of its own, or rejects "claims that the army did it"."""
    if said.claim is None or said.claim.act not in DENIALS or find("withheld", said.words):
        return False
    charge = find("charge_that", said.words)
    if (charge is None and said.claim.act != "deny") or find("elsewhere", said.words):
        return False
    own = standing_for(index, said.speaker)
    if charge is None:  # "denied that its men killed Tal"; what goes on day by day is no one deed
        told = [a for a in accounts_in(index, said) if index.befalls_whom(a)]
        return any(index.sides(i) & own for a in told for i in a.actors)
    who = doer_words(said.words[charge.end() :])
    return bool(who) and names_side(index, said, who, own)


def _cleared(index: Index, said: Statement, who: str) -> str | None:
    """Return whom ``who`` names: the speaker where the side is his own."""
    own = standing_for(index, said.speaker)
    codes = {f"country:{code}" for code in states_in(who)}
    official = FORCES in own or any(side.startswith("country:") for side in own)
    if codes & own or _PRONOUN.search(who) or (nominal(who) and official and not codes):
        return said.speaker
    if codes:
        return who_is(index, said, who)
    named = [i for i in said.actors if any(name in who for name in index.actors[i].names)]
    if any(index.sides(i) & own for i in named):
        return said.speaker
    cleared = who_is(index, said, who)
    return cleared if cleared and index.actors[cleared].type != "person" else None


def _who_did_not(index: Index, said: Statement) -> str | None:
    """Return whose deed is negated, as its account has it: "the coalition did not strike"."""
    denied = [a for a in accounts_in(index, said) if a.status == "denied" and a.type in DEEDS]
    return next((i for a in denied for i in a.actors if index.actors[i].type != "person"), None)


def takes_up_what_was_said(denial: Statement) -> bool:
    """Return whether a denial is of what was said just before: "the charges", "this"."""
    return find("what_was_said", _head(denial.words)) is not None


def _head(words: str) -> str:
    """Return what is denied, up to what is said of it: "that a lie", "the charge" of "... as"."""
    found = _FOLLOWS.search(words, len("that") if words[:5].lower() == "that " else 0)
    return words[: found.start()] if found else words


def denies(said: Statement) -> bool:
    """Return whether a claim says that something is not so: in whatever words it denies it.

    An offer that is rejected was made, what is withheld from somebody is not contradicted.
    """
    act = said.claim.act if said.claim else ""
    if act in DENIALS:
        told = any(find(row, said.words) for row in ("accusations", "that_account"))
        told = told or act == "deny" or _is_anothers_claim(said)
        return bool(told) and not find("withheld", said.words)
    if act not in _SAYS or any(find(pole, said.words) for pole in _NO_DENIAL):
        return False
    deed = _REASON.split(said.words)[0]
    return calls_untrue(said) or any(find(pole, deed) for pole in ("not_done", "never_did"))


def _is_anothers_claim(said: Statement) -> bool:
    """Return whether words for a claim lead to what is rejected: "disputed the claim that"."""
    cue = said.claim.cue if said.claim else None
    if cue is None or said.evidence.start <= cue.end:
        return False
    between = said.text[cue.end - said.start : said.evidence.start - said.start]
    return find("accusations", between) is not None


def denies_its_clause(index: Index, denial: Statement) -> bool:
    """Return whether a denial is of the clause it stands in: "taken by men who later denied it"."""
    cue = denial.claim.cue if denial.claim else None
    if cue is None or find("it_alone", denial.words) is None:
        return False
    text = index.reports[denial.report].text
    return find("whose_denial", text[max(0, cue.start - _NEAR) : cue.start]) is not None


def may_be_account(said: Statement) -> bool:
    """Return whether "this version", "that possibility" can be what somebody said.

    Who rejects what another only holds possible, or proposes, refuses it.
    """
    charged = said.claim is not None and said.claim.act == "accuse"
    return charged or find("may_be", said.words) is None


def calls_untrue(said: Statement) -> bool:
    """Return whether somebody says that reports are false, or that something never took place."""
    return said.claim is not None and find("never_happened", said.words) is not None


def is_own_part(denial: Statement) -> bool:
    """Return whether a side denies its own part in a deed, or an accusation, without telling it."""
    claim = denial.claim
    if claim is None or find("withheld", denial.words) or find("elsewhere", denial.words):
        return False
    if claim.act in _WANTS:
        return False
    if claim.act not in DENIALS:
        return bool(find("called_untrue", denial.words)) or calls_untrue(denial)
    # "The allegations with the minister telling ..." rejects the allegations.
    head = _head(denial.words)
    if find("accusations", head) and len(head.split()) <= _SHORT:
        return True
    if claim.act != "deny":
        return find("own_use", denial.words) is not None
    return takes_up_what_was_said(denial) or find("own_part", denial.words) is not None
