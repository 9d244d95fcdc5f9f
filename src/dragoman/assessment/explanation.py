"""A thing of the record, or a value of it, with the rule that gave it and the words it rests on."""

from __future__ import annotations

import msgspec

from dragoman.model import Count, Dates, Evidence


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A thing or one of its values: what it is, the value, the rule that gave it, the words."""

    what: str
    value: str = ""
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    parts: tuple[Explanation, ...] = ()


def some(*parts: Explanation) -> tuple[Explanation, ...]:
    """Return the parts that say anything."""
    return tuple(part for part in parts if part.value or part.evidence or part.parts)


def of_dates(what: str, dates: Dates | None, rule: str = "") -> Explanation:
    """Return a day with the rule and the words that gave it; nothing to show for no day."""
    if dates is None:
        return Explanation(what=what)
    evidence = (dates.evidence,) if dates.evidence else ()
    return Explanation(
        what=what, value=str(dates), rule=rule or dates.rule or "", evidence=evidence
    )


def of_counts(counts: tuple[Count, ...], rule: str = "") -> tuple[Explanation, ...]:
    """Return each number with what it counts and its words."""
    return tuple(
        Explanation(
            what="number",
            value=f"{_bounds(count)} {count.what}{f' ({count.of})' if count.of else ''}",
            rule=rule,
            evidence=(count.evidence,),
        )
        for count in counts
    )


def _bounds(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low:,g}" if count.low is not None else "an unknown number"
    if count.low is None:
        return f"at most {count.high:,g}"
    return f"{count.low:,g}" if count.low == count.high else f"{count.low:,g} to {count.high:,g}"
