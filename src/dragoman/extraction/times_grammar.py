"""Finds time expressions in a stretch of text: where they stand and by which rule."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import msgspec
import yaml

from dragoman.extraction.times_words import Word, lists, time_words

# A trigger and the words before it that an expression may start with.
_REACH = 9
_MACRO = re.compile(r"\{([a-z]\w*)\}")


class Rule(msgspec.Struct, frozen=True):
    """One rule of the grammar: its name, how its days are worked out, and its pattern."""

    name: str
    do: str
    at: tuple[str, ...]
    pattern: re.Pattern[str]


class Found(msgspec.Struct, frozen=True):
    """A time expression in a text: offsets into it, the rule, and the named parts."""

    start: int
    end: int
    rule: Rule
    parts: dict[str, str]


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[Rule, ...]]:
    path = files("dragoman.extraction").joinpath("data/times_rules.yaml")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    macros = {name: str(text) for name, text in data["macros"].items()}
    macros["references"] = _any_of([p for some in lists()["references"].values() for p in some])
    macros["holidays"] = _any_of(lists()["holidays"])
    by_kind: dict[str, list[Rule]] = {}
    for row in data["rules"]:
        pattern = re.compile(_expanded(row["match"], macros) + r"(?!\w)")
        rule = Rule(row["name"], row["do"], tuple(row["at"]), pattern)
        for kind in rule.at:
            by_kind.setdefault(kind, []).append(rule)
    return {kind: tuple(rules) for kind, rules in by_kind.items()}


def _any_of(phrases: list[str]) -> str:
    return "|".join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _expanded(pattern: str, macros: dict[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda match: macros[match[1]], pattern)
    pattern = pattern.replace("[ -]", r"[\s-]")
    return pattern.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def find(text: str) -> list[Found]:
    """Return the time expressions of ``text``, in order; they do not overlap.

    >>> [text_part.rule.name for text_part in find("It fell on Nov. 28, a day earlier.")]
    ['month_day', 'day_adjacent']
    """
    low = text.lower()
    if len(low) != len(text):  # a few capitals of other scripts grow
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    words = time_words(low, text)
    strong = _pass(low, words, [], weak=False)
    # "past" and "now" stand alone only where no larger expression takes them in.
    return sorted(strong + _pass(low, words, strong, weak=True), key=lambda found: found.start)


def _pass(low: str, words: list[Word], taken: list[Found], *, weak: bool) -> list[Found]:
    rules = _rules()
    found: list[Found] = []
    done = 0
    waiting = iter(taken)
    ahead = next(waiting, None)
    for k, word in enumerate(words):
        while ahead is not None and ahead.start <= word.start:
            done, ahead = max(done, ahead.end), next(waiting, None)
        if word.start < done or word.kind not in rules or (word.kind == "reference") is not weak:
            continue
        limit = ahead.start if ahead is not None else len(low)
        one = _around(low, words, k, (done, limit), rules[word.kind])
        if one is not None:
            done = one.end
            found.append(one)
    return found


def _around(
    low: str, words: list[Word], k: int, free: tuple[int, int], rules: tuple[Rule, ...]
) -> Found | None:
    """Return the expression that holds word ``k``: the earliest start, then the longest."""
    trigger = words[k]
    first = k
    while (
        first and k - first < _REACH and words[first - 1].kind and words[first - 1].start >= free[0]
    ):
        first -= 1
    for start in range(first, k + 1):
        best: re.Match[str] | None = None
        best_rule = rules[0]
        for rule in rules:
            match = rule.pattern.match(low, words[start].start, free[1])
            if match and match.end() >= trigger.end and (not best or match.end() > best.end()):
                best, best_rule = match, rule
        if best is not None:
            parts = {name: part for name, part in best.groupdict().items() if part is not None}
            return Found(best.start(), _end(low, best), best_rule, parts)
    return None


def _end(low: str, match: re.Match[str]) -> int:
    """Return where an expression ends: without the full stop of a sentence."""
    end = match.end()
    if low[end - 1] != ".":
        return end
    words = lists()
    short = [*words["month_short"], *words["weekday_short"]]
    tail = low[max(match.start(), end - 6) : end - 1]
    return end if tail.endswith(("a.m", "p.m")) or tail.split()[-1] in short else end - 1
