"""To whom a killing or an abduction was done, as the words around it say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

import msgspec

from dragoman.model import Account, Report, Span
from dragoman.resolution.people import People

# Whom it was done to is named at most this many characters after or before.
AFTER, BEFORE = 240, 120
# A title before a name ("presidential candidate and senator") has no more words than this.
TITLE = 9
# "And" stands at most this many characters before the verb of a list of victims.
SHORT_LIST = 60
_TOKEN = re.compile(r"[A-ZÀ-Þ][\w.-]*|[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[’'](?=s?\b)|[^\s\w]")
_ASIDE = re.compile(r"\[(?!\s*(?:of|against)\b)[^\]]*\]")
_OF = re.compile(
    r"^\s*(?:(?:committed|carried out|perpetrated)[^,;.]{0,60}?\s)?"
    r"(?:(?:in|on|at|last|this|early)\s[^,;.]{1,40}?\s)?"
    r"(?:(?:is|are|was|were)\s+(?:that|those)\s+)?(?:of|against)\s"
)
_AT = re.compile(r"^\s*(?:on|against|at|of|targeting)\s")
# What the next two end with: without it, they would be tried in vain from every character.
_THEIR_END = re.compile(r"[’']s?\s+(?:[a-z]+\s+)?$")
_SUBJECT_END = re.compile(r"\s(?:was|were|been)\s+(?:[a-z]+\s+)?$")
_THEIR = re.compile(r"(?P<of>[^,;:]*)[’']s?\s+(?:[a-z]+\s+)?$")
# "Mira Kost, two judges, and Ilya Oren were", "six priests, two of them young, who were".
_SUBJECT = re.compile(
    r"(?P<of>[^;:]*?)(?:,[^,]{1,40}\bof (?:them|whom)\b[^,]{0,20},)?"
    r"(?P<aside>,?)\s(?:who\s+)?(?:was|were|(?:had|has|have) been)\s+(?:[a-z]+\s+)?$"
)
_DIED = re.compile(r"(?P<of>[^;:]*?)(?P<aside>,?)\s(?:(?:had|has|have) )?$")
_THAT_OF = re.compile(r"\b(?:that|those) of\s")
_REDUCED = re.compile(r"(?P<of>\b[Tt]he\s[^,;:]*)\s$")
_BARE_AFTER = re.compile(r"^\s*(?:[.,;)]|(?:by|in|on|at|last|during|near)\b|$)")
_BY = re.compile(r"^\s*(?:[a-z]+ly\s+)?(?:by|in|on|at|last|during|near|[.,;])")


# "Mira Kost", "Yusuf al-Kost", before the end or one small word.
_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w.-]*\s+)*(?:[a-z]{2}-)?[A-ZÀ-Þ][\w.-]*(?=(?:\s+[a-z]+)?$)")


class Words(msgspec.Struct, frozen=True):
    """The data of ``data/whom.yaml``: see the comments there."""

    titles: frozenset[str]
    some: frozenset[str]
    adjectives: frozenset[str]
    particles: frozenset[str]
    ends: frozenset[str]
    retold: frozenset[str]
    spoken_of: frozenset[str]
    taken_up: frozenset[str]
    killed: frozenset[str]
    other_deeds: frozenset[str]
    attacks: frozenset[str]
    belongings: frozenset[str]


@cache
def words() -> Words:
    """Return the word lists, read once."""
    data = resources.files("dragoman.resolution").joinpath("data/whom.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Words)


class Named(msgspec.Struct, frozen=True):
    """What a phrase names: known persons by id, and rare words for groups ("Jesuit")."""

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def __or__(self, other: Named) -> Named:
        return Named(
            tuple(dict.fromkeys((*self.people, *other.people))),
            tuple(dict.fromkeys((*self.groups, *other.groups))),
        )


def named_by(account: Account, deed: Span, report: Report, people: People) -> Named:
    """Return whom the words around a deed say that it was done to.

    "The murder of X and Y", "X's murder", "killed X", "X was killed", "the Jesuits killed in May".
    """
    start, end = deed.start, deed.end
    sentence = account.evidence[0]
    after = _ASIDE.sub("", report.text[end : max(end, min(end + AFTER, sentence.end))])
    after = after.replace("[", " ").replace("]", " ")
    before = report.text[max(sentence.start, start - BEFORE) : start]
    word, told = report.text[start:end].lower(), (report.id, people)
    noun = word in words().retold
    # "Killed in a part of the town" is no "murder in the town of Mira Kost".
    own = None if word in words().killed and not noun else _OF.match(after)
    found = _listed(after[own.end() :], *told) if own else _beside(word, before, after, *told)
    # "The murder of X, like that of Y."
    if noun and (other := _THAT_OF.search(after, own.end() if own else 0)):
        found |= _listed(after[other.end() :], *told)
    return found


def _beside(word: str, before: str, after: str, report: str, people: People) -> Named:
    """Return whom the words before and after a deed name: "X was killed", "killed X"."""
    told, noun = (report, people), word in words().retold
    # "After the killing the police": a noun.
    verb = not noun or (word.endswith("ing") and not before.endswith(("the ", "this ", "a ")))
    passive = None if noun else _passive(word, before)
    if passive:
        found = _all_of(passive["of"], *told)
        # "Mira Kost, a judge, was killed".
        aside = bool(passive["aside"]) and found == Named() and "," in passive["of"]
        return _last(passive["of"].rpartition(",")[0], *told) if aside else found
    found = _listed(after, *told) if verb and not _BY.match(after) else Named()
    if _THEIR_END.search(before) and (match := _THEIR.search(before)):
        found |= _last(match["of"], *told)
    if word.endswith("ed") and _BARE_AFTER.match(after) and (match := _REDUCED.search(before)):
        found |= Named(groups=_last(match["of"], *told).groups)
    return found


def _passive(word: str, before: str) -> re.Match[str] | None:
    """Return the words before a deed that have whom it was done to for their subject."""
    if word == "died":
        return _DIED.search(before)
    return _SUBJECT.search(before) if _SUBJECT_END.search(before) else None


def aimed_at(account: Account, report: Report, people: People) -> Named:
    """Return at whom an attack was aimed: "the attack on X", "the bomb at the home of X"."""
    end = account.trigger.end
    sentence = account.evidence[0]
    after = _ASIDE.sub("", report.text[end : max(end, min(end + AFTER, sentence.end))])
    after = _belongings().sub(" ", after)
    own = _AT.match(after)
    return _listed(after[own.end() :], report.id, people) if own else Named()


@cache
def _belongings() -> re.Pattern[str]:
    """Return what finds the house or the life of somebody: an attack on it is one on him."""
    things = "|".join(sorted(words().belongings))
    return re.compile(rf"\b(?:the\s)?(?:{things})\s+of\b|[’']s\s+(?:[a-z]+\s)?(?:{things})\b")


class _Item(msgspec.Struct):
    """One item of a list of victims: names, all words, and the comma or "and" after it."""

    names: list[str]
    words: list[str]
    closed_by: str = ""


def _items(text: str, report: str, people: People) -> Iterator[_Item]:
    """Yield the items of a list of victims up to where it ends."""
    item, run = _Item([], []), list[str]()
    before, plain = "", 0
    for token in [*_TOKEN.findall(text), "."]:
        low = token.lower()
        if token[0].isupper() or (run and low in words().particles):
            run.append(token)
            item.words.append(token)
            before = low
            continue
        name, run = " ".join(run), []
        if token in "’'":
            if name and people.find(report, name):
                # "Mira Kost's driver": it was not done to her.
                break
            continue
        item.names += [name] if name else []
        if token == "," or low == "and":
            item.closed_by = low
            yield item
            item, plain, before = _Item([], []), 0, ""
            continue
        plain += 1
        if _ends(token, low, before) or plain > TITLE:
            break
        item.words.append(token)
        before = low
    yield item


def _ends(token: str, low: str, before: str) -> bool:
    """Return whether a word ends the naming of whom it was done to."""
    if low == "of":
        return bool(before) and before not in words().titles and before not in words().some
    # "Nine men fighting Mira Kost": verbs end it, but not "the retired general".
    verb = low.endswith(("ing", "ed")) and low not in words().adjectives
    return verb or low in words().ends or not token[0].isalnum()


def _listed(text: str, report: str, people: People) -> Named:
    """Return whom the beginning of some words names: "Mira Kost, a judge, and Ilya Oren".

    After a comma another may be named who only says so: it counts where an "and" goes before or
    after it.
    """
    found, pending, joined = Named(), Named(), True
    for item in _items(text, report, people):
        pending |= _named(item.names, item.words, report, people)
        if joined or item.closed_by == "and" or item.words[:1] == ["including"]:
            found, pending = found | pending, Named()
        # "The dean of the law school, Mira Kost": the first who is named.
        joined = item.closed_by == "and" or found == Named()
    return found


def _all_of(text: str, report: str, people: People) -> Named:
    """Return whom the list at the end of some words names: "Mira Kost and Ilya Oren"."""
    parts = re.split(r",\s*and\s+|,\s+|\s+and\s+", text)
    several = re.search(r"\sand\s", text[-SHORT_LIST:]) is not None
    found = _last(parts[-1], report, people)
    for part in reversed(parts[:-1]) if several else ():
        found |= _last(part, report, people)
        if len(part.split()) > TITLE:
            break
    return found


def _last(text: str, report: str, people: People) -> Named:
    """Return whom the end of some words names: "candidate Mira Kost", "the Jesuit priests"."""
    run = _RUN.search(text.strip())
    return _named([run.group()] if run else [], text.split()[-TITLE:], report, people)


def _named(names: Iterable[str], told: Sequence[str], report: str, people: People) -> Named:
    found = tuple(dict.fromkeys(i for name in names if (i := people.find(report, name))))
    group = people.group(told)
    return Named(found, (group,) if group else ())
