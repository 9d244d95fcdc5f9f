"""What is asked of what somebody says: whether it is so, or whether a side did a deed."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.deeds import accounts_in
from dragoman.assessment.disputes.doing import LAID_ON, LONGEST
from dragoman.assessment.disputes.gerunds import plain_form
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import plain
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# Longer than this, what is said is quoted, not made part of a question.
_SHORT = 30
# Longer than this, what is told beside the matter is left out.
_LONG = 16
# What stands before a clause and a finite verb in it: "the army used", "it had been driven".
_CLAUSE = re.compile(
    r"^(?:the |its |their |any |no )?+(?:[\w’'-]+,? ){1,10}?"
    r"(?:is|are|was|were|has|have|had|will|would|did|does|can|could|may|might|must|should|still"
    r"|never|(?!United)\w{2,}ed|"
    r"held|took|sold|bought|gave|made|got|went|came|saw|met|ran|won|stole|threw|drove|paid|"
    r"shot|hit|fell|fought|began|broke|left|lost|kept|sent)\b",
    re.IGNORECASE,
)
# What a side may have had: "any involvement in", "its alleged role in", "direct links with".
_HAD = re.compile(
    r"^(?:(?:the|any|an?|all|its|their|his|her|some|alleged|direct|previous|full) )*"
    r"(?P<what>involvement|complicity|participation|collusion|responsibility|role|part|hand|links?"
    r"|ties|contacts?|connections?|dealings) (?P<rest>(?:in|for|to|with|between)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = frozenset({"involvement", "complicity", "participation", "collusion", "role", "part",
                    "hand"})  # fmt: skip
_BEARS = {"responsibility": "bear"}
_MARKS = re.compile(r"[!?:…]|(?<![A-Z])\.")
# Notes of who hands the words on, and what is said beside the matter.
_ASIDE = re.compile(r"\s*(?:\[[^\]]*(?:\]|$)|\([^)]*(?:\)|$))")
_HEDGE = re.compile(r"\b(?:reportedly|allegedly|supposedly) ")
_WHY = re.compile(r",? (?:because|since it|as it|with regard to which)\b.*$", re.DOTALL)
_BESIDE = re.compile(
    r", (?:who|which|whose|where|known|acting|daughter|son|wife) [^,]*,(?= )|"
    r", (?:who|which|whose|where|known|acting|daughter|son|wife|director|head|leader|chief|deputy"
    r"|the|an?) [^,]*$"
)
_ANY = re.compile(r"^(there (?:is|are|was|were)) any ", re.IGNORECASE)
_QUOTES = re.compile(r"[“”\"]")
# A body that is named by what it is.
_BODY = re.compile(
    r"\b(?i:forces?|government|ministry|army|police|court|embassy|front|coalition|command|union"
    r"|council|party|movement|organi[sz]ation|republic|states)\b"
)
_HAS_ARTICLE = re.compile(r"(?i:the|an?|its|their|some|this|that)\b|.*[’']s\b|[a-z]")
# Several, by the last word for them: "government forces", "the guerrillas".
_SEVERAL = re.compile(r"\b(?:forces|[a-z]+[^s]s)$|\b[Ff]orces of ")
# A second deed beside the first: "arming and training rebels".
_SECOND = re.compile(r"(?:^|,|\b(?:and|or)) (?:\w+ly )?\w+ing\b|^(?:and|or) ")
_GERUND = re.compile(
    r"^(?!(?:during|including|according|following|regarding|concerning|nothing|something|anything"
    r"|everything|evening|morning|king|building|meeting)\b)\w{2,}ing\b",
    re.IGNORECASE,
)
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
    r"^(?!The Hague)(?:The|An?|All|Some|They|It|He|She|We|There|These|Those|This|That|Their|His|Her"
    r"|Its|In|On|At"
    r"|No|Many|Most|Several|Dozens|Hundreds|Thousands)\b"
)
_PRONOUN = re.compile(r"^(?:it|they|he|she)\b(?!['’])", re.IGNORECASE)
# "Some of its officials", "his men".
_POSSESSIVE = re.compile(
    r"^(?P<before>(?:some|many|most|several|all|two|one) of )?(?:its|their|his|her) (?!\w+ing\b)",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"^(?:against|at|about|regarding|concerning)\b")
_OF_ONE = re.compile(r"^(?:he|she)\b", re.IGNORECASE)
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
    'Did Varnia shell the market?'
    >>> asked("its involvement in the raid, as the rebels claim", "Varnia")
    'Did Varnia have a part in the raid?'
    """
    said = _matter(words)
    if who:
        said = _WHOSE.sub("", said)
    short = len(said.split()) <= _SHORT
    clause = is_clause(said)
    if short and clause and not _MARKS.search(said):
        return f"Is it so that {said}?"
    had = _HAD.match(said)
    if who and short and had and not clause:
        what = had["what"].lower()
        told = "have a part" if what in _PARTS else f"{_BEARS.get(what, 'have')} {what}"
        return f"Did {by_article(who)} {told} {had['rest']}?"
    if who and _GERUND.match(said):
        return _did(said, by_article(who))
    return f"Is it true: “{said}”?"


def is_clause(words: str) -> bool:
    """Return whether words tell that something is so, and do not only name a thing or a deed."""
    return _CLAUSE.match(words) is not None and not _GERUND.match(words)


def is_named(words: str, who: str = "") -> bool:
    """Return whether words only name something, which is nothing that ``who`` may have done."""
    said = _matter(words)
    return not is_clause(said) and not (who and (_HAD.match(said) or _GERUND.match(said)))


def _matter(words: str) -> str:
    """Return what is said to be so, without who says it, notes, reasons and, if long, asides."""
    said = _HEDGE.sub("", _ASIDE.sub("", plain(_TAIL.sub("", plain(words)))))
    said = plain(_WHY.sub("", said))
    while len(said.split()) > _LONG and (found := _BESIDE.search(said)):
        rest = said[: found.start()] + said[found.end() :]
        if not (_CLAUSE.match(rest) or _GERUND.match(rest)):
            break
        said = plain(rest)
    if len(_QUOTES.findall(said)) % 2:
        said = _QUOTES.sub("", said)
    said = _ANY.sub(r"\1 ", said)
    return _BEGINS.sub(lambda found: found[0].lower(), said)


def _did(deed: str, who: str) -> str:
    """Return the question whether somebody did a deed that stands as a gerund."""
    verb, _, rest = deed.partition(" ")
    if verb.lower() == "being":
        return f"{'Were' if _SEVERAL.search(who) else 'Was'} {who} {rest}?"
    if verb.lower() == "having" or _SECOND.search(rest):
        return f"Is it true of {who}: “{deed}”?"
    return f"Did {who} {plain_form(verb.lower())} {rest}?".replace(" ?", "?")


def by_article(who: str) -> str:
    """Return a name as it stands in a sentence: a body by what it is has an article.

    >>> by_article("Armed forces of Varnia"), by_article("Varnia"), by_article("National Front")
    ('the Armed forces of Varnia', 'Varnia', 'the National Front')
    """
    who = re.sub(r"^(?:The|A|An) (?=\w)", lambda found: found[0].lower(), who)
    return f"the {who}" if _BODY.search(who) and not _HAS_ARTICLE.match(who) else who


def truth_in(words: str, noun: str) -> str:
    """Return the question whether there is truth in reports of something that is but named.

    >>> truth_in("fraud at the mill", "allegation")
    'Is there any truth in the allegation of fraud at the mill?'
    """
    matter = _matter(words)
    of = "" if _AGAINST.match(matter) else "of "
    return f"Is there any truth in the {noun} {of}{matter}?"


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
        return asked(_PRONOUN.sub(lambda _: by_article(who), words))
    if who and (found := _POSSESSIVE.match(words)):
        owner = by_article(who)
        return asked(f"{found['before'] or ''}{owner}’s {words[found.end() :]}")
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
    return _himself(index, said)


def _himself(index: Index, said: Statement) -> str:
    """Return who speaks, where he may mean himself: "the army said it had", "Tal said he had"."""
    actor = index.actors.get(said.speaker or "")
    if actor is None or said.claim is None:
        return ""
    of_one = _OF_ONE.match(plain(said.words)) is not None
    return actor.name if of_one == (actor.type == "person") else ""


def question(index: Index, charge: Statement, who: str = "") -> str:
    """Return the question whether what a statement says is so, or what it lays on a side.

    ``who`` is the side that is charged.
    """
    words = plain(_TAIL.sub("", charge.words))
    if charge.claim is None or charge.claim.act != "accuse":
        who = who or (index.name(charge.speaker) if _HAD.match(words) else "")
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
        return f"Did {accused} do it: “{_matter(deed)}”?"
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
