"""What words say is so: without who says it, how, why, and what is told beside it."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.wording import plain

# Longer than this, what is told beside the matter is left out.
_LONG = 16
# What stands before a clause and a finite verb in it: "the army used", "it had been driven".
_CLAUSE = re.compile(
    r"^(?:the |its |their |any |no )?+(?:[\w’'-]+,? ){1,10}?"
    r"(?:is|are|was|were|has|have|had|will|would|did|does|can|could|may|might|must|should|still"
    r"|never|(?!United)\w{2,}ed|"
    r"held|took|sold|bought|gave|made|got|went|came|saw|met|ran|won|stole|threw|drove|paid|"
    r"shot|hit|fell|fought|began|broke|left|lost|kept|sent|knew|told|wrote|hid|sank|tore|spoke|"
    r"stood|led|brought|built|caught|chose|cut|fled|grew|laid|lent|meant|put|sought|struck|"
    r"taught|thought|withdrew)\b",
    re.IGNORECASE,
)
# Notes of who hands the words on, and what is said beside the matter.
_ASIDE = re.compile(r"\s*(?:\[[^\]]*(?:\]|$)|\([^)]*(?:\)|$))")
_HEDGE = re.compile(r"\b(?:reportedly|allegedly|supposedly) ")
_WHY = re.compile(r",? (?:because|since it|as it|with regard to which)\b.*$", re.DOTALL)
_BESIDE = re.compile(
    r", (?:who|which|whose|where|known|acting|daughter|son|wife) [^,]*,(?= )|"
    r", (?:who|which|whose|where|known|acting|daughter|son|wife|director|head|leader|chief|deputy"
    r"|the|an?) [^,]*$"
)
# Some such at the end, one after the other: "Ana Tal, daughter of Orren Tal, head of the school".
_ALL_BESIDE = re.compile(
    r"(?:, (?:known|acting|daughter|son|wife|director|head|leader|chief|deputy|the|an?) [^,]*){2,}$"
)
# What leads to what is said: "Mr president, it has been learned that"; numbers of a list.
_LEADS = re.compile(
    r"^(?:\W*\d{1,2}[.)] |(?:Mr|Mrs|Ms|Madam|Dr|Your)\.? \w+, )?+"
    r"(?:(?:it (?:is|was|has been|had been)|we have|i have) "
    r"(?:learned|learnt|said|reported|heard|known|told|alleged|rumou?red) that )?",
    re.IGNORECASE,
)
# "An army report it had hit the depot" is a report that it had.
REPORT_IT = re.compile(
    r"^(?:an?|the) (?:[\w’'-]+ ){0,4}?(?:report|claim|allegation|statement|suggestion|rumou?r)s?"
    r"(?: that)? (?=(?:it|they|he|she|its|their) )",
    re.IGNORECASE,
)
# A clause of another subject that follows: "..., and Varnia has accused Ostravia of crimes".
_ANOTHER = re.compile(
    r",? and (?-i:[A-Z])[\w-]+ (?:has|have|had) (?:accus|blam|den|reject|condemn|warn)\w+\b.*$",
    re.DOTALL,
)
# People of whom is told what befell them, cut off: "four men, mostly herdsmen, who were arrested".
_WHO_WAS = re.compile(
    r"^(?P<whom>(?:(?!\b(?:who|which|that|is|are|was|were|has|have|had)\b).){3,120},?) "
    r"(?:who|which) (?P<what>(?:was|were|has been|have been|had been) "
    r"(?:(?!\b(?:has|have|had|was|were)\b).)*)$",
    re.DOTALL,
)
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
_ANY = re.compile(r"^(there (?:is|are|was|were)) any ", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]")
GERUND = re.compile(
    r"^(?!(?:during|including|according|following|regarding|concerning|nothing|something|anything"
    r"|everything|evening|morning|king|building|meeting)\b)\w{2,}ing\b",
    re.IGNORECASE,
)
# Who says so, and what he adds: no part of what is asked.
TAIL = re.compile(
    r",? (?:saying|adding|while)\b.*$| [-–—] .*$|"
    r",? as (?:the )?(?:[\w-]+ ){1,3}(?:alleged?|allege[sd]|claim(?:s|ed)?|reported)$|"
    r",? (?:an?|the|some) (?:(?!(?:an?|the|some|in|on|at|of|by|that|which|who)\b)[\w’'-]+ ){1,4}"
    r"(?:said|says|reported)$",
    re.DOTALL | re.IGNORECASE,
)
# Words that begin a sentence and are no name.
_BEGINS = re.compile(
    r"^(?!The Hague)(?:The|An?|All|Some|They|It|He|She|We|There|These|Those|This|That|Their|His|Her"
    r"|Its|In|On|At"
    r"|No|Many|Most|Several|Dozens|Hundreds|Thousands)\b"
)


def is_clause(words: str) -> bool:
    """Return whether words tell that something is so, and do not only name a thing or a deed."""
    words = _QUOTES.sub("", words)
    return _CLAUSE.match(words) is not None and not GERUND.match(words)


def matter(words: str) -> str:
    """Return what is said to be so, without who says it, notes, reasons and, if long, asides."""
    said = plain(_LEADS.sub("", _UNSEEN.sub("", plain(words))))
    said = _HEDGE.sub("", _ASIDE.sub("", plain(TAIL.sub("", said))))
    said = plain(_ANOTHER.sub("", _WHY.sub("", said)))
    if len(said.split()) > _LONG:
        said = plain(_ALL_BESIDE.sub("", said))
    while len(said.split()) > _LONG and (found := _BESIDE.search(said)):
        rest = said[: found.start()] + said[found.end() :]
        if not (_CLAUSE.match(rest) or GERUND.match(rest)):
            break
        said = plain(rest)
    if len(_QUOTES.findall(said)) % 2:
        said = _QUOTES.sub("", said)
    said = _WHO_WAS.sub(r"\g<whom> \g<what>", _ANY.sub(r"\1 ", said))
    return _BEGINS.sub(lambda found: found[0].lower(), said)
