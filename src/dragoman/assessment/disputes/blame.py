"""On whom a claim lays a deed: accusations, words of blame, deeds told or owned."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

import msgspec

from dragoman.assessment.disputes.accused_of import is_of_something_else
from dragoman.assessment.disputes.bygone import (
    follows_an_old_one,
    of_before,
    of_old,
    takes_up_an_old_one,
)
from dragoman.assessment.disputes.deeds import (
    BESIDE,
    DEEDS,
    DONE,
    accounts_in,
    is_other_cause,
    means_of,
)
from dragoman.assessment.disputes.doing import (
    LAID_TO,
    LONGEST,
    NO_DOER,
    accused_words,
    doer_words,
)
from dragoman.assessment.disputes.parties import (
    FORCES,
    MISHAP,
    STORED,
    are_told,
    sides_of,
    sides_of_doer,
    unknown_name,
)
from dragoman.assessment.disputes.poles import every, find
from dragoman.assessment.disputes.wording import plain
from dragoman.assessment.index import Index
from dragoman.assessment.officials import is_official
from dragoman.assessment.statements import Statement
from dragoman.model import Account
from dragoman.resolution.openings import opening

# Words after a doer's name that begin to tell something else: "jets which operate in support of".
_ENDS = re.compile(
    r"[,;.(…]|\b(?:which|who|that|fighting|operating|supporting|as|in|near|on|at|to|for|with|from|by"
    r"|during|after|before|when|while|killed|killing|hit|hitting|struck|targeting|targeted|ha[sd]"
    r"|have|was|were|is|are|could|may|might|would|will)\b"
)
_DEFINITE = re.compile(r"^\W*(?:the|that|this|these|those|both) ", re.IGNORECASE)
_SAYS = frozenset({"assert", "confirm", "other"})
# Who condemns a deed of somebody says that he did it.
_TELLS = _SAYS | {"condemn"}
_ABLE = frozenset({"state", "government", "armed_group", "organisation"})
# What stands between a doer and the deed.
_HAVING = re.compile(r"(?:\s(?:ha[ds]|have|may|might|could|also|then|first|themselves))+$")
_FORCES = frozenset({FORCES})
# "The terrorist attack": of what kind it was, and not who made it.
_KIND = re.compile(r"\b(?:terrorist|criminal)$", re.IGNORECASE)
# What stands before the name of who is blamed after it.
_BEGINS = re.compile(
    r"[,;:.()“”\"]|\b(?:that|but|which|who|when|after|while|it (?:was|is|were)|said|says)\b",
    re.IGNORECASE,
)
# "It is the army's rulers who must answer for it".
_WHO = re.compile(r",? (?:who|that|which)$")

# "Holding the army responsible" names the army.
_HELD = re.compile(r"(?: (?:responsible|accountable|guilty)|[’']s? (?:door|doorstep|feet))$")
# Words that end no name, as what follows them was cut off, and words that begin a clause.
_CUT = re.compile(r"\b(?:the|an?|of|by|to|on|for|and|or)$|^(?:what|how|why)\b", re.IGNORECASE)


class Charge(msgspec.Struct, frozen=True):
    """A statement that lays a deed on somebody: whom it names, their sides, and the means.

    ``deed`` is the word for one deed told of before, "the attack"; None for deeds of a kind.
    ``events`` are those of the deeds that it tells of.
    ``news`` is set where it is what its report begins with, told there with the same doer.
    ``told`` is set where a deed is told of and nobody accused in so many words, ``owned`` where
    its own side tells of it, ``known`` where the report has told of the deed before.
    """

    said: Statement
    who: str
    sides: frozenset[str]
    means: frozenset[str]
    deed: str | None
    events: frozenset[str] = frozenset()
    told: bool = False
    owned: bool = False
    known: bool = False
    news: bool = False

    @property
    def stance(self) -> str:
        """What is held: that somebody did it, or that nobody did."""
        if self.who == STORED:
            return f"{self.who} got out"
        return f"it was {self.who}" if MISHAP in self.sides else f"{self.who} did it"


def charge(index: Index, said: Statement) -> Charge | None:
    """Return what a claim lays on somebody, None where it accuses nobody of a deed.

    Of what a report tells itself, only a deed with its doer.
    """
    if of_old(said) or find("negated", said.words):
        return None
    if of_before(index, said) or find("called_untrue", said.words):
        return None
    if takes_up_an_old_one(index, said) and not _is_known(index, said):
        return None
    if follows_an_old_one(index, said):
        return None
    if any(find(row, said.words) for row in ("several_deeds", "plotted", "earlier_than")):
        return None
    if said.claim is None:
        return _told(index, said)
    if find("hearsay", index.name(said.speaker)) or is_of_something_else(index, said):
        return None
    return _claimed(index, said) or _mishap(said) or _laid(index, said) or _told(index, said)


def _is_known(index: Index, said: Statement) -> bool:
    """Return whether other reports tell of a deed that a statement tells of."""
    return any(len(index.events[a.event].accounts) > 1 for a in accounts_in(index, said))


def _claimed(index: Index, said: Statement) -> Charge | None:
    """Return the charge of a side that says itself that it did a deed told of before."""
    cue = said.claim.cue.quote if said.claim and said.claim.cue else ""
    owned = find("owns", f"{cue} {said.words}")
    told = find("owns", said.words)
    if told and find("somebody_says", said.words[: told.start()]):
        return None
    deed = _deed(said, "") if owned else None
    sides = index.sides(said.speaker)
    if not deed or not sides:
        return None
    return Charge(said, index.name(said.speaker), sides, means_of(said.text), deed)


def _mishap(said: Statement) -> Charge | None:
    """Return what lays a deed on nobody: "the blast was an accident"."""
    if is_other_cause(said):
        return Charge(said, STORED, frozenset({STORED}), means_of(said.words), "gas")
    found = find("mishap", said.words)
    meant = _DEFINITE.match(said.words) or find("that_it", said.words) or (found and found["cause"])
    if not found or not meant or said.claim is None or said.claim.act not in _SAYS:
        return None
    deed = _deed(said, "") or "it"
    what = next(words for words in found.groups() if words)
    return Charge(said, what, frozenset({MISHAP}), means_of(said.words), deed)


def _laid(index: Index, said: Statement) -> Charge | None:
    """Return what accuses somebody in so many words: "blamed X", "X was behind it".

    Who did it and who ordered it are of one charge.
    """
    found: Charge | None = None
    for who in map(_name, (_accused(said), *_blamed(said))):
        if not 0 < len(who.split()) <= LONGEST or _CUT.search(who):
            continue
        deed, means = _deed(said, who), means_of(said.words)
        means = means or (means_of(said.text) if deed else frozenset())
        means = means or (_news(index, said) if find("provoked", said.words) else frozenset())
        events = frozenset(a.event for a in accounts_in(index, said) if a.type in DEEDS)
        sides = _sides(index, said, who) if means or deed or events else frozenset()
        sides = sides or (unknown_name(who) if deed else frozenset())
        if found:
            found = msgspec.structs.replace(found, sides=found.sides | sides)
        elif sides and not sides & index.sides(said.speaker):
            found = Charge(said, who, sides, means, deed, events)
    return found


def _name(words: str) -> str:
    """Return the name of who is blamed: of several, who would be too long a name, the first."""
    who = plain(_HELD.sub("", words).strip())
    return who if len(who.split()) <= LONGEST else who.split(" and ")[0]


def _sides(index: Index, said: Statement, who: str) -> frozenset[str]:
    """Return the sides of whom some words name, of "the police" in any state its forces."""
    return sides_of(index, said, who) or (_FORCES if is_official(who) else frozenset())


def _told(index: Index, said: Statement) -> Charge | None:
    """Return the charge of a claim that tells of a deed with its doer: "rebels used gas there"."""
    if said.claim is not None and said.claim.act not in _TELLS:
        return None
    if find("open_question", said.words) or find("imputed", said.words) or _of_two(index, said):
        return None
    done = [a for a in accounts_in(index, said) if a.type == "ASSAULT" and a.status in DONE]
    done = [a for a in done if not find("fight", a.trigger.quote)]
    doers = dict.fromkeys(i for a in done for i in a.actors if index.actors[i].type in _ABLE)
    sides = frozenset(s for i in doers for s in sides_of_doer(index, said, i))
    who = index.names(doers)
    if said.claim and not any(index.actors[i].named for i in doers):
        who, sides = _in_words(index, said, done, doers) or (who, sides)
    if not sides or len(who.split()) > LONGEST:
        return None
    owned = bool(sides & index.sides(said.speaker))
    events = frozenset(a.event for a in done if a.actors or not doers)
    return Charge(said, who, sides, means_of(said.words), _deed(said, ""), events, True, owned)


def _in_words(
    index: Index, said: Statement, done: Sequence[Account], doers: Collection[str]
) -> tuple[str, frozenset[str]] | None:
    """Return whom a claim's words name as the doer, where its accounts have none with a name."""
    if "…" in said.words:
        return None
    words = _before_the_deed(said, done)
    for one in filter(None, (words, doer_words(said.words))):
        sides = _sides(index, said, one)
        if sides and (are_told(index, sides) or (one == words and not doers)):
            return one, sides
    return None


def _of_two(index: Index, said: Statement) -> bool:
    """Return whether a statement tells of deeds in two places."""
    spots = dict.fromkeys(place for _, place in said.spots)
    return any(index.places.relation(a, b) == "apart" for a, b in combinations(spots, 2))


def _before_the_deed(said: Statement, done: Sequence[Account]) -> str:
    """Return the words that begin a claim right before its deed: "criminals had fired"."""
    if not done:
        return ""
    head = said.words[: max(0, done[0].trigger.start - said.evidence.start)].strip()
    # "The [Northern Front (NF)] rebels": what an editor put in is part of the name.
    words = re.sub(r"[\[\]()]", "", _HAVING.sub("", head))
    active = 0 < len(words.split()) <= LONGEST and not _BEGINS.search(words)
    active = active and not _KIND.search(words)
    return words if active and not NO_DOER.search(words) else ""


def _deed(said: Statement, who: str) -> str | None:
    """Return the word for one deed told of before, "the attack", beside whom a claim names."""
    words = said.words.replace(who, " ") if who else said.words
    if said.claim and said.claim.act == "accuse" and not words.strip(' ."“”'):
        return "it"  # "The army blamed rebels": for what was told just before
    if found := find("the_deed", words):
        return found[0].split()[-1].lower().removesuffix("s")
    return "it" if find("that_it", words) else None


def _news(index: Index, said: Statement) -> frozenset[str]:
    return means_of(opening(index.reports[said.report]))


def _accused(said: Statement) -> str:
    """Return the words that name who did it: "X of shelling", "the raid was carried out by X"."""
    provoked = find("provoked", said.words)
    if provoked and said.claim and said.claim.act in (*_SAYS, "accuse"):
        who = f"{provoked['who']}s"
    elif said.claim and said.claim.act == "accuse":
        who = accused_words(said.words)
    elif said.claim and said.claim.cue and find("attributes", said.claim.cue.quote):
        laid = LAID_TO.search(said.words)
        who = _ENDS.split(said.words[laid.end() :])[0] if laid else ""
    else:
        done = find("done_by", said.words)
        definite = _DEFINITE.match(said.words) and said.claim and said.claim.act in _SAYS
        who = said.words[done.end() :] if done and definite else ""
        who = _ENDS.split(who)[0].rpartition(" by ")[2]
    return who.strip()


def _blamed(said: Statement) -> Iterator[str]:
    """Yield the words beside words of blame: "it was X's work", "X was behind it"."""
    if said.claim is None or said.claim.act not in (*_TELLS, "accuse"):
        return
    if find("open_question", said.words) or find("imputed", said.words):
        return
    words = said.words
    for match in every("culprit_after", words):
        yield _ENDS.split(words[match.end() : match.end() + BESIDE])[0].strip()
    for match in every("culprit_before", words):
        before = words[: match.start()][-BESIDE:]
        if match.start() > BESIDE:  # no part of a word
            before = before.partition(" ")[2]
        yield _BEGINS.split(_WHO.sub("", before.strip()))[-1].strip()
