"""What is asked of what somebody says: whether it is so, or whether a side did a deed."""

from __future__ import annotations

import re

from dragoman.assessment.disputes.antecedents import meant
from dragoman.assessment.disputes.charging import accuses, attributes
from dragoman.assessment.disputes.doing import LAID_ON, LAID_TO, LONGEST
from dragoman.assessment.disputes.gerunds import plain_form
from dragoman.assessment.disputes.matter import GERUND, REPORT_IT, TAIL, is_clause, matter
from dragoman.assessment.disputes.readable import by_name, has_one
from dragoman.assessment.disputes.which import the_deed
from dragoman.assessment.disputes.wording import plain
from dragoman.assessment.index import Index
from dragoman.assessment.statements import Statement

# Longer than this, what is said is quoted, not made part of a question.
_SHORT = 30
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
# A body that is named by what it is.
_BODY = re.compile(
    r"\b(?i:forces?|government|ministry|army|police|court|embassy|front|coalition|command|union"
    r"|council|party|movement|organi[sz]ation|republic|states)\b"
)
_HAS_ARTICLE = re.compile(r"(?i:the|an?|its|their|some|this|that)\b|.*[’']s\b|[a-z]")
# One who is named by what he is, without an article: "woman".
_ONE = re.compile(
    r"^(?:woman|man|girl|boy|source|official|spokes\w+|witness|resident|activist|doctor|officer"
    r"|soldier|minister|governor|mayor|general|colonel|monitor|lawyer|reporter)\b"
)
# Several, by the last word for them: "government forces", "the guerrillas".
_SEVERAL = re.compile(r"\b(?:forces|[a-z]+[^s]s)$|\b[Ff]orces of ")
# What tells, and names no thing alone: "herdsmen train what they call guards".
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|they|he|she|it)\b")
# A second deed beside the first: "arming and training rebels".
_SECOND = re.compile(r"(?:^|,|\b(?:and|or)) (?:\w+ly )?\w+ing\b|^(?:and|or) ")
# "Some of its officials", "his men".
_POSSESSIVE = re.compile(
    r"^(?P<before>(?:some|many|most|several|all|two|one) of )?(?:its|their|his|her) (?!\w+ing\b)",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"^(?:the |an? )?(?:reported|alleged|supposed|purported) (?=[a-z])")
_AGAINST = re.compile(r"^(?:against|at|about|regarding|concerning)\b")
_WHOSE = re.compile(r"^(?:his|her|its|their) (?=\w+ing\b)", re.IGNORECASE)
# A deed or a thing told of before: "the attack", "it".
_KNOWN = re.compile(r"^(?:it|(?:the|this|that|these|those)(?: [\w-]+){1,2})$", re.IGNORECASE)
# A side that is one body, named without an article.
_SPOKESMAN = re.compile(
    r"^(?:[\w-]+ ){0,3}?(?:spokes\w+|callers?|representatives?|members?) (?:of|for|from)"
    r" (?P<whose>.+)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?!(?:the|an?|its|their|this|that) )(?:[a-z][\w-]* )*(?:regime|government|army|military"
    r"|opposition|coalition|militia|group|police)$"
)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|said|who|which|that)\b")
_DONE = re.compile(r" (?:of|for) (?=\w+ing\b)")
_TO_BLAME = re.compile(r" of (?:\w+ )?responsibility for ")
# What is told of somebody after his name: "Belgium, a member of", "the NFA responsible".
_TOLD_OF_HIM = re.compile(r",| an? | which | who | that | responsible$")


def asked(words: str, who: str = "", *, whole: bool = False) -> str:
    """Return a question whether what ``words`` say is so; ``who`` is whom a phrase is about.

    ``whole`` is set where it is known that they are a clause.

    >>> asked("the army used mines in Selmo")
    'Is it so that the army used mines in Selmo?'
    >>> asked("shelling the market", "Varnia")
    'Did Varnia shell the market?'
    >>> asked("its involvement in the raid, as the rebels claim", "Varnia")
    'Did Varnia have a part in the raid?'
    """
    said = matter(words)
    if who:
        said = _WHOSE.sub("", said)
    short = len(said.split()) <= _SHORT
    clause = whole or is_clause(said)
    if short and clause and not _MARKS.search(said):
        return f"Is it so that {said}?"
    had = _HAD.match(said)
    if who and short and had and not clause:
        what = had["what"].lower()
        told = "have a part" if what in _PARTS else f"{_BEARS.get(what, 'have')} {what}"
        return f"Did {by_article(who)} {told} {had['rest']}?"
    if who and GERUND.match(said):
        return _did(said, by_article(who))
    if not clause and short and not _TELLS.search(said):
        return truth_in(words, "reports")
    return f"Is it true: “{said}”?"


def is_named(words: str, who: str = "") -> bool:
    """Return whether words only name something, which is nothing that ``who`` may have done."""
    said = matter(words)
    return not is_clause(said) and not (who and (_HAD.match(said) or GERUND.match(said)))


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
    bare = _BODY.search(who) and not _HAS_ARTICLE.match(who)
    return f"the {who}" if bare or _ONE.match(who) else who


def truth_in(words: str, noun: str) -> str:
    """Return the question whether there is truth in reports of something that is but named.

    >>> truth_in("fraud at the mill", "allegation")
    'Is there any truth in the allegation of fraud at the mill?'
    """
    what = _REPORTED.sub("", matter(words))
    of = "" if _AGAINST.match(what) else "of "
    return f"Is there any truth in the {noun} {of}{what}?"


def asked_of(index: Index, said: Statement, who: str = "") -> str:
    """Return the question whether what a statement says is so, "it" by the name of who is meant."""
    name = meant(index, said) or _owner(index, said)
    return asked_by_name(said.words, name) if name else asked(said.words, who)


def _owner(index: Index, said: Statement) -> str | None:
    """Return the body that speaks of "its army", None where somebody or nobody known does."""
    actor = index.actors.get(said.speaker or "")
    if actor is None or not actor.named or actor.type == "person":
        return None
    return index.name(actor.id) if _POSSESSIVE.match(said.words) else None


def asked_by_name(words: str, who: str) -> str:
    """Return the question whether some words are so, with ``who`` for the pronoun they begin with.

    >>> asked_by_name("it was shelling the market", "the army")
    'Is it so that the army was shelling the market?'
    """
    words = REPORT_IT.sub("", plain(words))
    if who and has_one(words):
        return asked(by_name(words, by_article(who)), whole=True)
    if who and (found := _POSSESSIVE.match(words)):
        owner = by_article(who)
        return asked(f"{found['before'] or ''}{owner}’s {words[found.end() :]}")
    return asked(words, who)


def _for_whom(name: str) -> str:
    """Return for whom somebody speaks, who owns a deed: "a spokesman for the NFA"."""
    found = _SPOKESMAN.match(name)
    return found["whose"] if found else name


def question(index: Index, charge: Statement, who: str = "") -> str:
    """Return the question whether what a statement says is so, or what it lays on a side.

    ``who`` is the side that is charged.
    """
    words = plain(TAIL.sub("", charge.words))
    if not accuses(charge):
        who = who or (_for_whom(index.name(charge.speaker)) if _HAD.match(words) else "")
        return asked_of(index, charge, who)
    laid = LAID_TO.search(words) if attributes(charge) else LAID_ON.search(words)
    accused, deed = (words[laid.end() :], laid["deed"].strip()) if laid else _split(words)
    accused = _TOLD_OF_HIM.split(accused)[0] if deed else accused.removesuffix(" responsible")
    accused = f"the {accused}" if _BARE.match(accused) else accused
    if "…" in accused:
        return f"Who was behind {the_deed(index, (), [charge])}?"
    gerund = bool(deed) and deed.split()[0].endswith("ing")
    longest = LONGEST * 2 if gerund and not _HAS_VERB.search(accused) else LONGEST
    if len(accused.split()) > longest or not accused:
        return asked_by_name(charge.words, meant(index, charge) or who)
    if gerund:
        return asked(deed, plain(accused))
    if deed and not _KNOWN.match(deed):
        return f"Did {accused} do it: “{matter(deed)}”?"
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
