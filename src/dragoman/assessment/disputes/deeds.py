"""Who is said to have done what: the doer that a statement names, and the means of the deed."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from dragoman.assessment.disputes.bygone import of_before, of_old, takes_up_an_old_one
from dragoman.assessment.disputes.doing import LAID_ON, accused_words, doer_words
from dragoman.assessment.disputes.parties import FORCES
from dragoman.assessment.disputes.poles import every, find, is_rebels, poles
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official, states_in
from dragoman.assessment.statements import Statement
from dragoman.model import Account

# Violent deeds, the statuses of those that were done, and the acts by which somebody tells of one.
DEEDS = frozenset({"ASSAULT", "COERCE"})
DONE = ("happened", "ongoing", "possible")
SAYS = frozenset({"assert", "accuse", "confirm", "condemn", "other"})
_ABLE = frozenset({"state", "government", "organisation", "armed_group", "person"})
_ACCUSED = re.compile(r"\b(?:of|for|over)\b|[,;]")


_NOMINAL = re.compile(
    r"\b(?:the )?(?:government|army|regime|military|authorities|armed forces|air force|junta"
    r"|high command|general staff)\b",
    re.IGNORECASE,
)
# Between "the" and a word that is a deed or its verb: "the army is bombing".
_VERB = re.compile(r"\b(?:is|are|was|were|been|be)\b", re.IGNORECASE)
# Two who may have done it, by the last words before "or" and the first after it.
_EITHER = re.compile(
    r"(?P<one>(?:[\w’'-]+ ){0,2}[\w’'-]+),? or (?:by )?(?:the )?"
    r"(?P<other>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}|[\w-]+)"
)
# Words after a doer's name that begin to tell something else.
_NAME_ENDS = re.compile(r"[,;.(]|\b(?:which|who|that|in|on|near|against|killed|as|after)\b")
_FIGHTS = frozenset({"fight", "fights", "fighting", "fought"})
# Means that many sides use every day: they do not show that one deed is meant.
COMMON = frozenset({"air", "artillery", "mine"})
# The means of a deed are named at most this many characters from the word that tells of it.
AROUND = 60
# Words of blame stand at most this many characters from whom they blame.
BESIDE = 45


class Deed(enum.Enum):
    """How a statement gives a deed to a side: as an accusation, or by telling of the deed."""

    ACCUSED = "accused"
    TOLD = "told"


def telling(statement: Statement) -> frozenset[str]:
    """Return by what means a deed is said to be done ("chemical", "aircraft")."""
    return means_of(statement.words)


@lru_cache(maxsize=50_000)
def means_of(text: str) -> frozenset[str]:
    """Return the first word of each group of means that a text names.

    >>> sorted(means_of("warplanes dropped poison gas")), sorted(means_of("police used tear gas"))
    (['air', 'chemical'], [])
    """
    words = set(re.findall(r"[a-z]+", text.lower().replace("tear gas", " ")))
    found = set()
    for group in poles().means:
        if words & set(group):
            found.add(group[0])
    return frozenset(found)


def by_one_means(a: Account, b: Account) -> bool:
    """Return whether two sentences do not tell of deeds by other means: a raid, and shells."""
    first, second = (means_of(one.evidence[0].quote) for one in (a, b))
    return not first or not second or bool(first & second)


def same_means(denial: Statement, other: Statement) -> bool:
    """Return whether what is denied was done by the means that another tells of.

    An accusation, or who speaks of "the attack", may leave the means open.
    """
    denied, told = telling(denial), telling(other)
    accused = other.claim is not None and other.claim.act == "accuse"
    opened = accused or find("the_deed", other.words) is not None
    return not denied or bool(denied & told) or (opened and not told)


def is_told(index: Index, denial: Statement, other: Statement) -> bool:
    """Return whether another side says something, and does not only pass on the denial."""
    act = other.claim.act if other.claim else "assert"
    holds = act == "demand" and find("to_account", other.words) is not None
    if (act not in SAYS and not holds) or index.same_side(denial.speaker, other.speaker):
        return False
    here = other.report == denial.report
    if here and other.evidence.span.overlaps(denial.evidence.span) and not _before(other, denial):
        return False
    if find("negated", other.words) or is_supposed(index, other):
        return False
    return len(other.words.split()) >= 4


def is_supposed(index: Index, statement: Statement) -> bool:
    """Return whether words are only supposed: "if claims that Varnia did it prove true"."""
    start = statement.evidence.start
    before = index.reports[statement.report].text[max(statement.start, start - AROUND) : start]
    return find("supposed", before) is not None


def _before(accusation: Statement, denial: Statement) -> bool:
    """Return whether an accusation runs on into a denial: "X of the raid while X denied it"."""
    accused = accusation.claim is not None and accusation.claim.act == "accuse"
    cue = denial.claim.cue if denial.claim else None
    head = len(_ACCUSED.split(accusation.words)[0])
    return accused and cue is not None and accusation.evidence.start + head < cue.start


def doers(
    index: Index, statement: Statement, side: frozenset[str], *, here: bool = False
) -> Deed | None:
    """Return how a statement gives a deed to somebody of ``side``, None when it does not.

    ``here`` is set where ``side`` speaks in the same report: "government forces" may be its own.
    """
    if find("bygone", statement.words) or find("always", statement.words):
        return None
    if takes_up_an_old_one(index, statement):
        return None
    if statement.claim and statement.claim.act == "accuse":
        words = statement.words
        accused = _ACCUSED.split(accused_words(words) if LAID_ON.search(words) else words)[0]
        if of_old(statement) or of_before(index, statement):
            return None
        home = index.home(statement.report)
        unknown = here and home is None and any(s.startswith("country:") for s in side)
        if _NOMINAL.match(accused) and (home in side or unknown):
            return Deed.ACCUSED
        named = [i for i in statement.actors if is_named(index, i, accused)]
        if FORCES in side and names_side(index, statement, accused, side):
            return Deed.ACCUSED
        if named or not _done_by(index, statement, side):
            return Deed.ACCUSED if any(index.sides(i) & side for i in named) else None
        return Deed.ACCUSED
    if of_old(statement) or find("imputed", statement.words):
        return None
    # In a report's own voice only words of blame charge a side: "the attack that is blamed on it".
    told = _blamed(index, statement, side)
    if statement.claim is not None:
        told = told or did(index, statement, side)
    return Deed.TOLD if told else None


def did(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether a statement tells of a deed that ``side`` did, in whoever's words."""
    words = statement.words
    if find("bygone", words) or find("open_question", words) or find("imputed", words):
        return False
    if of_old(statement):
        return False
    if is_other_cause(statement):
        return False
    after = [words[m.end() : m.end() + BESIDE] for m in every("agent_after", words)]
    words_for = [*(_NAME_ENDS.split(w)[0] for w in after)]
    if statement.claim is not None and (who := doer_words(words)):
        words_for.append(who)
    by_words = any(names_side(index, statement, w, side) for w in words_for)
    return by_words or _done_by(index, statement, side)


def leaves_open(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether ``side`` is one of two who may have done it: "Varnian or Tarskian jets"."""
    either = [match.group("one", "other") for match in _EITHER.finditer(statement.words)]
    return any(
        names_side(index, statement, mine, side) and _names_others(index, statement, theirs, side)
        for one, other in either
        for mine, theirs in ((one, other), (other, one))
    )


def _names_others(index: Index, said: Statement, words: str, side: frozenset[str]) -> bool:
    """Return whether words name somebody who may do such a deed, and nobody of ``side``."""
    named = any(index.actors[i].type in _ABLE and is_named(index, i, words) for i in said.actors)
    able = named or states_in(words) or nominal(words) or is_rebels(words)
    return bool(able) and not names_side(index, said, words, side)


def is_other_cause(statement: Statement) -> bool:
    """Return whether somebody says that gas came from what others had stored: "leaked from"."""
    chemical = "chemical" in means_of(statement.words)
    said = statement.claim is not None and statement.claim.act not in ("deny", "reject", "promise")
    return said and chemical and find("other_cause", statement.words) is not None


def _blamed(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether words of blame stand by the name of ``side``: "Russian responsibility"."""
    words = statement.words
    near = [words[max(0, m.start() - BESIDE) : m.start()] for m in every("blamed_before", words)]
    named = any(names_side(index, statement, some, side) for some in near)
    return named or is_accused(index, statement, side)


def is_accused(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether a statement tells that ``side`` is accused: "blamed it", "implicated it"."""
    words = statement.words
    near = [words[m.end() : m.end() + BESIDE] for m in every("blamed_after", words)]
    return any(names_side(index, statement, some, side) for some in near)


def names_side(index: Index, statement: Statement, words: str, side: frozenset[str]) -> bool:
    """Return whether some words of a statement name somebody of ``side``."""
    named = {f"country:{code}" for code in states_in(words)}
    beside = [i for i in statement.actors if is_named(index, i, words)]
    named |= {s for i in beside for s in index.sides(i)}
    if named & side or states_in(words):
        return bool(named & side)
    if nominal(words):
        return _of_home(index, statement.report, side)
    people = all(index.actors[i].type == "person" for i in beside)
    own = people and find("of_state", words) is not None and not is_rebels(words)
    return own and _of_home(index, statement.report, side)


def _of_home(index: Index, report: str, side: frozenset[str]) -> bool:
    """Return whether "the government" of a report is ``side``: of no state that it names, too."""
    home = index.home(report)
    return home in side if home else FORCES in side


def others_did(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether a statement tells of a deed with doers, none of whom is of ``side``."""
    told = [a for a in accounts_in(index, statement) if a.type in DEEDS]
    done = [i for a in told for i in a.actors if i in index.actors]
    return bool(done) and not any(_of_side(index, i, side, statement.report) for i in done)


def _done_by(index: Index, statement: Statement, side: frozenset[str]) -> bool:
    """Return whether an account in a statement names a doer of ``side``, by the means told of.

    Who fights a war has done none of the deeds that he may deny.
    """
    means = telling(statement)
    return any(
        account.status in DONE
        and account.type in DEEDS
        and not _is_war(account)
        and any(_of_side(index, i, side, statement.report) for i in account.actors)
        and (not means or bool(means & means_of(_around(index, account))))
        for account in accounts_in(index, statement)
    )


def _is_war(account: Account) -> bool:
    """Return whether an account is of fighting at large: "has been fighting the same war"."""
    return account.trigger.quote.lower() in _FIGHTS


def _of_side(index: Index, actor: str, side: frozenset[str], report: str) -> bool:
    """Return whether a doer is of ``side``; "government forces" are the state's that speaks."""
    if index.sides(actor) & side:
        return True
    found = index.actors.get(actor)
    nameless = found is not None and not found.named and is_official(found.name)
    return nameless and index.home(report) is None and any(s.startswith("country:") for s in side)


def _around(index: Index, account: Account) -> str:
    text, trigger = index.reports[account.report].text, account.trigger
    return text[max(0, trigger.start - AROUND) : trigger.end + AROUND]


def accounts_in(index: Index, statement: Statement) -> list[Account]:
    """Return the accounts that stand in a statement: of its claim, or of the report's own voice."""
    if statement.claim is not None:
        return index.of_claim(statement.claim.id)
    if statement.account is None:
        return []
    return [a for a in index.in_sentence(statement.account) if a.claim is None]


def nominal(words: str) -> bool:
    """Return whether words name a state's authorities without saying of which state."""
    return _NOMINAL.search(words) is not None


def stands(words: str) -> bool:
    """Return whether a deed was done, whoever did it: "the raid", a murder.

    Who is said to be bombing a town, and denies it, leaves open whether it is bombed.
    """
    return told_as_done(words) or bool(find("ones_part", words) or find("deaths", words))


def told_as_done(words: str) -> bool:
    """Return whether a deed is told as one known: "the bombing", but not "the army is bombing"."""
    found = find("the_deed", words)
    return found is not None and _VERB.search(found[0]) is None


def who_is(index: Index, statement: Statement, words: str) -> str | None:
    """Return the actor that some words of a statement name, a state by its adjective too.

    "The Varnian army" names no man of Varnia.
    """
    codes = {f"country:{code}" for code in states_in(words)}
    named = [i for i in statement.actors if is_named(index, i, words)]
    able = [i for i in index.named_in(statement.report) if index.actors[i].type != "person"]
    named += [i for i in able if index.sides(i) & codes]
    return next((i for i in named if index.actors[i].type in _ABLE), None)


def is_named(index: Index, actor: str, words: str) -> bool:
    """Return whether words name an actor, by any of its names."""
    return any(name in words for name in index.actors[actor].names)
