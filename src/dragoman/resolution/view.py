"""An account with what joining needs to know of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from dragoman.model import Account, Evidence
from dragoman.resolution.leads import Leads
from dragoman.resolution.things import Thing
from dragoman.resolution.wording import rules

_ANOTHER = re.compile(r"\W*(?:another|a further) [\w-]+ [^.;]*\b(?:killed|killing|died|dead)\b")
# "Since the truce ended 350 have been killed": a sum over time, but not "since Sunday".
_PERFECT = frozenset({"has", "have"})
_SINCE = re.compile(r"\W*since\b(?! \w+day\b)")
_EVER_SINCE = re.compile(r"[^,.;]{0,60}\bsince\b(?! \w+day\b)")
_MORE_OF_ONE = frozenset({"day", "details", "time", "than"})
_TOO = re.compile(
    r"\b(?:and|each|called|(\d+|[a-z]+een|two|three|four|five|six|seven|eight|nine|ten)) $"
)
_HARMED = frozenset({"injured", "wounded", "hurt", "people", "persons", "civilians", "militants"})
# An undated happening told as news is at most this many days old.
RECENT = 4


class View(msgspec.Struct, frozen=True):
    """An account with what joining needs to know of it.

    ``spots`` are the towns and provinces that its sentence names, ``beside`` whether it is only
    near its place, ``targets`` what it says was hit, ``things`` what of it has a name; ``interval``
    are the days it may have happened on, where both ends are known, ``window`` those that news
    leaves open; ``opens`` is whether it stands where a report tells its news, ``main`` whether it
    is of what the report opens with (``begins``: of its first part), ``headline`` whether it stands
    in its headline; ``again`` is the account that "the strike" takes up; ``leads`` know which
    reports tell one story.
    """

    account: Account
    order: int
    published: dt.date | None
    text: str
    before: str
    marks: frozenset[str]
    unnamed: Mapping[str, str]
    spots: frozenset[str] = frozenset()
    beside: bool = False
    targets: frozenset[str] = frozenset()
    things: frozenset[Thing] = frozenset()
    opens: bool = False
    main: bool = False
    begins: bool = False
    headline: bool = False
    again: str | None = None
    leads: Leads | None = None
    interval: tuple[dt.date, dt.date] | None = None
    window: tuple[dt.date, dt.date] | None = None

    def side(self, ids: Iterable[str]) -> frozenset[str]:
        """Return actors with the words for those without a name ("civilians") in their place."""
        return frozenset(self.unnamed.get(i, i) for i in ids)

    @property
    def doers(self) -> frozenset[str]:
        """The named actors who do it, a state and its forces as one."""
        sides = ((i, self.unnamed.get(i)) for i in self.account.actors)
        return frozenset(
            side or i for i, side in sides if side is None or side.startswith("state ")
        )

    @property
    def own_day(self) -> bool:
        """Whether its own sentence tells its day, not one before."""
        dates = self.account.date
        return bool(dates and dates.evidence and self._within(dates.evidence))

    @property
    def own_place(self) -> bool:
        """Whether its own sentence tells its place, not one before."""
        evidence = self.account.place_evidence
        return bool(evidence and self._within(evidence))

    def _within(self, evidence: Evidence) -> bool:
        return self.account.evidence[0].span.overlaps(evidence.span)

    @property
    def participants(self) -> frozenset[str]:
        """Everyone it names, on either side."""
        return self.side((*self.account.actors, *self.account.recipients))


@lru_cache(maxsize=100_000)
def marks_of(before: str, trigger: str, text: str = "", after: str = "") -> frozenset[str]:
    """Return what the words say about its being another one, a renewal, a follow-up or a habit.

    Also whether something is brought down: "a jet was shot down".

    >>> sorted(marks_of("Another ", "strike")), sorted(marks_of("", "strike", "The toll rose"))
    (['another'], ['follow-up'])
    >>> sorted(marks_of("The NFA has claimed previous ", "bombings"))
    ['habit']
    """
    table, words = rules(), before.lower().split()[-4:]
    told = [*words, *trigger.lower().split()]
    found = {"another" for k in range(len(words)) if _tells_apart(before, told[k : k + 2])}
    if _counts_another(before, trigger):
        found.add("another")
    found |= {"renewal" for w in told if w.startswith(table.renewal)}
    found |= {"follow-up" for w in text.lower().split() if w in table.follow_up}
    *inner, last = trigger.lower().split()
    if _is_habit(words[-3:], last, "") or _is_habit(inner, last, after):
        found.add("habit")
    if last == "downed" or (last.startswith("sho") and after.lower().split()[:1] == ["down"]):
        found.add("downed")
    perfect = not _PERFECT.isdisjoint([*words[-3:], *inner])
    if perfect and (_SINCE.match(before.lower()) or _EVER_SINCE.match(after.lower())):
        found.add("habit")
    return frozenset(found)


def _tells_apart(before: str, words: Sequence[str]) -> bool:
    """Return whether two words by a trigger say that it is another deed: "a separate raid".

    Not where others did it too ("rebels and other groups"), were hit too ("15 other injured"), or
    more of one is told ("for the second day", "gave no further details").
    """
    word, after = words
    if word.strip(",.") not in rules().another or after in _MORE_OF_ONE:
        return False
    too = _TOO.search(before.lower()[: before.lower().rfind(f" {word} ") + 1])
    return not (word == "other" and too and (too[1] is None or after in _HARMED))


def _counts_another(before: str, trigger: str) -> bool:
    """Return whether a sentence counts the dead of one more deed: "Another 27 died in raids"."""
    told = f"{before}{trigger}".lower()
    return bool(_ANOTHER.match(told)) and not before.lower().endswith(" the ")


def _is_habit(before: Sequence[str], told: str, after: str) -> bool:
    """Return whether words by a deed tell of deeds that were done before, or again and again."""
    table = rules()
    if not table.usual.isdisjoint(before):
        return True
    # "An earlier strike", but not "an earlier toll" or "had earlier struck".
    for k, word in enumerate(before):
        if word in table.previous and table.not_previous.isdisjoint(
            [*before[max(0, k - 1) : k], *before[k + 1 :], told]
        ):
            return True
    return bool(after) and _usual_after().search(after.lower()) is not None


@cache
def _usual_after() -> re.Pattern[str]:
    return re.compile(rf"^[^.;]{{0,80}}\b(?:{'|'.join(rules().usual_after)})\b")


def windows_meet(a: View, b: View) -> bool:
    """Return whether two accounts may be of one day; an undated one is news when published."""
    first, second = a.window, b.window
    if first is None or second is None:
        return a.account.report == b.account.report or _in_undated_story(a, b)
    return first[0] <= second[1] and second[0] <= first[1]


def _in_undated_story(a: View, b: View) -> bool:
    """Return whether two accounts are of what reports of one story, without a day, open with."""
    if a.published or b.published or a.leads is None or not (a.main and b.main):
        return False
    return a.leads.between(a.account.report, b.account.report) is not None


def window_of(
    account: Account, interval: tuple[dt.date, dt.date] | None, published: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    """Return the days on which an account's event may have been: of news, the last few."""
    if interval:
        return interval
    if published is None or account.date is not None:
        return None
    return published - dt.timedelta(RECENT), published + dt.timedelta(1)
