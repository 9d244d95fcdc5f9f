"""What is asked of what somebody says: whether it is so, or whether a side did a deed."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.deeds import accounts_in
from dragoman.assessment.disputes.doing import LAID_ON, LONGEST
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import plain
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# Longer than this, what is said is quoted, not made part of a question.
_SHORT = 25
# What stands before a clause and a finite verb in it: "the army used", "it had been driven".
_CLAUSE = re.compile(
    r"^(?:the |its |their |any |no )?+(?:[\w’'-]+ ){1,6}?"
    r"(?:is|are|was|were|has|have|had|will|would|did|does|can|could|still|never|\w{2,}ed|"
    r"held|took|shot|hit|fell|fought|began|broke|left|lost|kept|sent)\b",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"^(?:the|any|an?|all|its|their|some|previous|involvement|complicity|participation|collusion"
    r"|responsibility|role|part|links?|ties|contacts?|connections?|support)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[.!?:“”\"…]")
_GERUND = re.compile(r"^(?:having |being |\w{2,}ing\b)", re.IGNORECASE)
# Who says so, and what he adds: no part of what is asked.
_TAIL = re.compile(
    r",? (?:saying|adding|while)\b.*$| [-–—] .*$|"
    r",? as (?:the )?(?:[\w-]+ ){1,3}(?:alleged?|allege[sd]|claim(?:s|ed)?|reported)$|"
    r",? (?:an?|the|some) (?:(?!(?:an?|the|some|in|on|at|of|by|that|which|who)\b)[\w’'-]+ ){1,4}"
    r"(?:said|says|reported)$",
    re.DOTALL | re.IGNORECASE,
)
# Words that begin a sentence and are no name.
_BEGINS = re.compile(
    r"^(?:The|An?|All|Some|They|It|He|She|We|There|These|Those|This|That|Their|His|Her|Its|In|On|At"
    r"|No|Many|Most|Several|Dozens|Hundreds|Thousands)\b"
)
_PRONOUN = re.compile(r"^(?:it|they|he|she)\b(?!['’])", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:his|her|its|their) (?=\w+ing\b)", re.IGNORECASE)
# A deed or a thing told of before: "the attack", "it".
_KNOWN = re.compile(r"^(?:it|(?:the|this|that|these|those)(?: [\w-]+){1,2})$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be) (?:\w+ly )?$", re.IGNORECASE)
# A side that is one body, named without an article.
_BARE = re.compile(
    r"^(?!(?:the|an?|its|their|this|that) )(?:[a-z][\w-]* )*(?:regime|government|army|military"
    r"|opposition|coalition|militia|group|police)$"
)
_DONE = re.compile(r" (?:of|for) (?=\w+ing\b)")
_TO_BLAME = re.compile(r" of (?:\w+ )?responsibility for ")
# What is told of somebody after his name: "Belgium, a member of", "the NFA responsible".
_TOLD_OF_HIM = re.compile(r",| an? | which | who | that | responsible$")


def asked(words: str, who: str = "") -> str:
    """Return a question whether what ``words`` say is so; ``who`` is whom a phrase is about.

    >>> asked("the army used mines in Selmo")
    'Is it so that the army used mines in Selmo?'
    >>> asked("shelling the market", "Varnia")
    'Is it true of Varnia: “shelling the market”?'
    >>> asked("its shelling the market, as the rebels claim", "Varnia")
    'Is it true of Varnia: “shelling the market”?'
    """
    said = plain(_TAIL.sub("", plain(words)))
    said = _BEGINS.sub(lambda found: found[0].lower(), said)
    if who:
        said = _WHOSE.sub("", said)
    short = len(said.split()) <= _SHORT
    clause = _CLAUSE.match(said) is not None and not _GERUND.match(said)
    if short and clause and not _MARKS.search(said):
        return f"Is it so that {said}?"
    of_whom = who and (_GERUND.match(said) or (short and not clause and _PHRASE.match(said)))
    return f"Is it true{f' of {who}' if of_whom else ''}: “{said}”?"


def asked_of(index: Index, said: Statement, who: str = "") -> str:
    """Return the question whether what a statement says is so, "it" by the name of who is meant."""
    name = _subject(index, said)
    return asked_by_name(said.words, name) if name else asked(said.words, who)


def asked_by_name(words: str, who: str) -> str:
    """Return the question whether some words are so, with ``who`` for the pronoun they begin with.

    >>> asked_by_name("it was shelling the market", "the army")
    'Is it so that the army was shelling the market?'
    """
    words = plain(words)
    if who and _PRONOUN.match(words):
        return asked(_PRONOUN.sub(lambda _: who, words))
    return asked(words, who)


def _subject(index: Index, said: Statement) -> str:
    """Return the name of whom the pronoun means that a statement begins with."""
    if not _PRONOUN.match(plain(said.words)):
        return ""
    told = sorted(accounts_in(index, said), key=lambda a: a.trigger.start)
    for account in told:
        at = account.trigger.start - said.evidence.start
        done = account.trigger.quote.endswith("ing")
        hit = at > 0 and not done and _PASSIVE.search(said.words[:at]) is not None
        meant = account.recipients if hit else account.actors
        if len(meant) == 1:
            return index.name(meant[0])
    return ""


def question(index: Index, charge: Statement, who: str = "") -> str:
    """Return the question whether what a statement says is so, or what it lays on a side.

    ``who`` is the side that is charged.
    """
    words = plain(_TAIL.sub("", charge.words))
    if charge.claim is None or charge.claim.act != "accuse":
        return asked_of(index, charge, who)
    laid = LAID_ON.search(words)
    accused, deed = (words[laid.end() :], laid["deed"]) if laid else _split(words)
    accused = _TOLD_OF_HIM.split(accused)[0] if deed else accused
    accused = f"the {accused}" if _BARE.match(accused) else accused
    if "…" in accused:
        return f"Who was behind {the_deed(index, (), [charge])}?"
    if len(accused.split()) > LONGEST or not accused:
        return asked_by_name(charge.words, _subject(index, charge) or who)
    if deed and deed.split()[0].endswith("ing"):
        return asked(deed, accused)
    if deed and not _KNOWN.match(deed):
        return f"Did {accused} do it: “{deed}”?"
    return f"Did {accused} do it: {the_deed(index, (), [charge], deed or 'what is told')}?"


def accused_in(charge: Statement) -> str:
    """Return whom an accusation names."""
    return _split(plain(charge.words))[0]


def _split(words: str) -> tuple[str, str]:
    """Return whom an accusation names and of what; names have their "of" too.

    >>> _split("the government of President Orr for the incident")
    ('the government of President Orr', 'the incident')
    >>> _split("the army of shelling homes for years")
    ('the army', 'shelling homes for years')
    """
    words = _TO_BLAME.sub(" for ", words)
    found = _DONE.search(words) or re.search(r" for ", words) or re.search(r" of ", words)
    return (words[: found.start()], words[found.end() :]) if found else (words, "")
