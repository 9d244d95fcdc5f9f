"""What people decided about pairs of things, ready for the machine to obey."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.model import Extract, Judgement
from dragoman.resolution.grouping import Groups

_PAIRWISE = ("same", "different", "unsure")


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return the pairwise judgements that stand: not withdrawn, the latest of each pair."""
    latest: dict[tuple[str, str], Judgement] = {}
    for row in sorted(judgements, key=lambda j: (j.when, j.id)):
        if row.withdrawn is None and row.other is not None and row.decision in _PAIRWISE:
            latest[min(row.subject, row.other), max(row.subject, row.other)] = row
    return [latest[pair] for pair in sorted(latest)]


def rejected(judgements: Sequence[Judgement]) -> frozenset[str]:
    """Return the ids that a person's latest standing word on them rejects.

    "Different" said of one thing, a dispute, means that its sides speak of different things: it
    is none. "Same" and "unsure" leave it.
    """
    latest: dict[str, Judgement] = {}
    for row in sorted(judgements, key=lambda j: (j.when, j.id)):
        if row.withdrawn is None and row.other is None and row.decision != "correct":
            latest[row.subject] = row
    return frozenset(i for i, row in latest.items() if row.decision in ("reject", "different"))


def without(extract: Extract, out: frozenset[str]) -> Extract:
    """Return an extract without what is rejected and without all that rests on it.

    With a claim go the claims that it reports, and their accounts and commitments. The extract
    itself stays in the store as it was.
    """
    if not out:
        return extract
    told = [*(c.id for c in extract.claims), *(a.id for a in extract.accounts)]
    pledged = [*(c.id for c in extract.commitments), *(a.id for a in extract.agreements)]
    if out.isdisjoint((*told, *pledged)):
        return extract
    gone = set(out)
    while more := {c.id for c in extract.claims if c.within in gone and c.id not in gone}:
        gone |= more
    return msgspec.structs.replace(
        extract,
        claims=tuple(c for c in extract.claims if c.id not in gone),
        accounts=tuple(
            a for a in extract.accounts if a.id not in gone and (a.claim or "") not in gone
        ),
        commitments=tuple(
            c for c in extract.commitments if c.id not in gone and (c.claim or "") not in gone
        ),
        agreements=tuple(a for a in extract.agreements if a.id not in gone),
    )


def obey(
    groups: Groups, judgements: Sequence[Judgement], node_of: Callable[[str], str | None]
) -> None:
    """Apply what people decided to ``groups``, before the machine joins anything.

    ``node_of`` turns an id in a judgement into a member of ``groups``, or None when this run
    knows no such thing. "Unsure" sets a pair apart too: the machine may not decide what a person
    left open, but a person's "same" elsewhere outranks it.
    """
    rows = standing(judgements)
    for decision in ("different", "same", "unsure"):
        for row in rows:
            a, b = node_of(row.subject), node_of(row.other or "")
            if row.decision != decision or a is None or b is None:
                continue
            if decision == "same":
                groups.join(a, b)
            else:
                groups.forbid(a, b)
