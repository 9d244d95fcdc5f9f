"""What "the strike", "the crime" or a bare toll ("27 died, medics said") takes up in its report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from dragoman.model import Account
from dragoman.resolution.means import head, is_noun, mode_points, modes_differ
from dragoman.resolution.retelling import same_sentence, takes_up, tells_of_harm
from dragoman.resolution.view import View, windows_meet
from dragoman.resolution.whom import words
from dragoman.resolution.wording import rules, stem

# "The strike" takes up what was told at most this many characters before (a few sentences).
NEARBY = 700
# "The attack on the embassy" says which; "the attack" takes one up.
_AIMED = ("of", "on", "against", "at", "in", "that", "which")
_TOLL = ("killed", "injured", "destroyed")
_DONE = ("happened", "ongoing")
_REAL = (*_DONE, "possible")
# "The deadly strike", "the \"double-tap\" strike": no name says which one.
_DESCRIBED = re.compile(r"\b[Tt]h(?:e|is|at) [\"“]?([a-z]+(?:-[a-z]+)?)[\"”]? $")
# "Six more", not "more than six".
_COUNTS_ON = re.compile(r"\bmore\b(?! than)|\b(?:other|others|another)\b")


def antecedents(found: Sequence[View]) -> dict[str, str]:
    """Return which account "the strike" or a bare toll takes up, by account.

    ``found`` stand in their order. The deed whose dead are counted on comes first, then the
    nearest that is told by the same noun, then one that the report opens with, then what a verb
    tells of ("bombers blew themselves up").
    """
    before: dict[tuple[str, str], list[View]] = {}
    taken: dict[str, str] = {}
    for later in found:
        told = before.setdefault((later.account.report, later.account.type), [])
        ways = (_of_the_dead, _named_again, _counted)
        first = next((one for way in ways for one in way(told, later)), None)
        if first is not None:
            taken[later.account.id] = first.account.id
        told.append(later)
    return taken


def _of_the_dead(told: Sequence[View], later: View) -> Iterator[View]:
    """Yield the deed whose dead are counted on: "three fighters were among the dead"."""
    wholes = {count.part_of for count in later.account.counts} - {None}
    for earlier in reversed(told):
        if wholes & {count.evidence.start for count in earlier.account.counts}:
            yield earlier


def _named_again(told: Sequence[View], later: View) -> Iterator[View]:
    """Yield the accounts that "the strike" may take up, the likeliest first."""
    if not is_definite(later) and not _is_described(later):
        return
    noun = head(later.account)
    near = [earlier for earlier in _near(told, later) if _may_take_up(earlier, later)]
    yield from (v for v in near if head(v.account).endswith(noun))
    if _after(later) in _AIMED:
        return
    kind = [v for v in near if v.main and takes_up(head(v.account), noun)]
    # Of an attack and an air strike "the strike" is the air strike.
    kind.sort(key=lambda v: mode_points(v, later) < 0 or v.account.mode is None)
    yield from kind
    yield from (v for v in near if _is_called(v.account, noun) and mode_points(v, later) >= 0)


def _is_called(account: Account, noun: str) -> bool:
    """Return whether a noun may take up what is told of: "shot at ... the attack"."""
    told = head(account)
    if account.status not in _DONE:
        return False
    if is_noun(told):
        return takes_up(told, noun)
    struck = account.mode is not None or told in _striking() or tells_of_harm(told)
    return struck and noun in _called().get(account.mode or "", frozenset()) | _called()["any"]


@cache
def _striking() -> frozenset[str]:
    return frozenset(map(stem, rules().striking))


@cache
def _called() -> Mapping[str, frozenset[str]]:
    return {means: frozenset(map(stem, nouns)) for means, nouns in rules().called.items()}


def _near(told: Sequence[View], later: View) -> Iterator[View]:
    """Yield what was told of a few sentences before an account at most, the nearest first."""
    at = later.account.trigger.start
    near = takewhile(lambda v: at - v.account.trigger.start < NEARBY, reversed(told))
    return (v for v in near if v.account.trigger.start < at)


def _counted(told: Sequence[View], later: View) -> Iterator[View]:
    """Yield the deeds that somebody's bare toll may be of: "21 died, medics said"."""
    if not told or same_sentence(told[-1], later) or not _is_bare_toll(later):
        return
    yield from (earlier for earlier in _near(told, later) if _may_count(earlier, later))


def _is_bare_toll(view: View) -> bool:
    """Return whether an account counts victims alone, without a doer or means of its own.

    It does not count on ("six more") and is not of a whole war.
    """
    account = view.account
    tolls = [count for count in account.counts if count.what in _TOLL]
    said = account.claim is not None or "follow-up" in view.marks
    if not said or not tolls or not tells_of_harm(account.trigger.quote):
        return False
    if view.doers or "another" in view.marks:
        return False
    if not rules().long_run.isdisjoint(re.findall(r"[a-z]+", view.text.lower())):
        return False
    return not any(_COUNTS_ON.search(f"{c.evidence.quote} {c.of or ''}".lower()) for c in tolls)


def _may_count(earlier: View, later: View) -> bool:
    """Return whether a bare toll may be of a deed: nothing names another place or day."""
    x = earlier.account
    if x.status not in _REAL or not windows_meet(earlier, later):
        return False
    if mode_points(earlier, later) < 0:
        return False
    if later.own_day and later.interval != earlier.interval:
        return False
    return _within(later, earlier)


def _within(later: View, earlier: View) -> bool:
    """Return whether the places that a toll is told with are those of the deed."""
    place, evidence = later.account.place, later.account.place_evidence
    known = earlier.spots | {earlier.account.place}
    # "Medics in the city" is where they speak, not where it was.
    meant = later.own_place and evidence is not None and evidence.quote in later.text
    return later.spots <= known and (not meant or place in known)


def _may_take_up(earlier: View, later: View) -> bool:
    """Return whether "the strike" in one report may be one told of just before."""
    x, y = earlier.account, later.account
    # "The resignation of the minister" names its own; "the resignation" takes one up.
    others = x.actors and y.actors and not earlier.side(x.actors) & later.side(y.actors)
    if not is_definite(later) and modes_differ(x.mode, y.mode):
        return False
    return _after(later) != "of" and not others


def _after(view: View) -> str:
    """Return the word after the one that tells of a deed."""
    sentence, trigger = view.account.evidence[0], view.account.trigger
    after = sentence.quote[max(0, trigger.end - sentence.start) :].lower().split()[:1]
    return after[0] if after else ""


def is_definite(view: View) -> bool:
    """Return whether a noun is "the strike", "carried out the strike"."""
    before = view.before.lower().split()[-1:]
    return before in (["the"], ["this"], ["that"]) or " the " in view.account.trigger.quote


def _is_described(view: View) -> bool:
    """Return whether a noun is "the deadly strike": one, which no name tells from others."""
    described = _DESCRIBED.search(view.before)
    return (
        described is not None
        and described[1] not in rules().told_apart
        and not view.account.trigger.quote.split()[0].endswith(("s", "ing"))
    )


def crimes_taken_up(found: Iterable[View], known: Mapping[str, object]) -> dict[str, str]:
    """Return which account of a known killing "the crime" or "the murders" takes up, by account.

    The known killing that the report has told of last, a few sentences before.
    """
    last: dict[str, View] = {}
    taken: dict[str, str] = {}
    for view in found:
        account = view.account
        before = last.get(account.report)
        if account.id in known:
            last[account.report] = view
        elif before is not None and _takes_up_crime(before, view):
            taken[account.id] = before.account.id
    return taken


def _takes_up_crime(before: View, view: View) -> bool:
    x, y = before.account, view.account
    told = y.trigger.quote.lower().split()
    definite = is_definite(view) if len(told) == 1 else told[-2] in ("the", "this")
    near = 0 < y.trigger.start - x.trigger.start < 2 * NEARBY
    bare = not y.recipients and not y.counts and _after(view) not in _AIMED
    return near and bare and definite and told[-1] in words().taken_up and x.type == y.type
