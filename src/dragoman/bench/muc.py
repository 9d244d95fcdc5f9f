"""The whole task of the fourth Message Understanding Conference, over its two earlier test sets.

As in 1992: each answer is set against the key's template of its message that it fills best, every
slot's fills are counted as correct (1), partial (a half), spurious or missing, and templates that
nothing answers, or that answer nothing, count with all their fills. Optional templates and fills
count only where answered. What differs: strings match where one contains the other's last word,
which was settled by hand in 1992. The best system of 1992 reached F 55.9 on the two later test
sets, so the figures stand beside each other, not on the same messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import msgspec

from dragoman.bench.muc_answers import Answering
from dragoman.bench.muc_keys import Fill, Template, templates
from dragoman.bench.muc_texts import Casing, item_of, messages, mixed_case
from dragoman.bench.rows import Row
from dragoman.extraction.folding import fold
from dragoman.library import build, extracts
from dragoman.model import Extract

NEEDS = ("muc/tst1/key-tst1.v7", "tempeval3/silver", "wikinews", "polnear/train")
SETS = (("tst1", "tst1-muc3", "key-tst1.v7"), ("tst2", "tst2-muc4", "key-tst2.v4"))
BEST_OF_1992 = "best of 1992: 0.559 (test sets 3 and 4)"
_SLOTS = {
    "type": ("INCIDENT: TYPE",),
    "stage": ("INCIDENT: STAGE OF EXECUTION",),
    "date": ("INCIDENT: DATE",),
    "place": ("INCIDENT: LOCATION",),
    "perpetrator": ("PERP: INCIDENT CATEGORY", "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
    "how sure the perpetrator is": ("PERP: ORGANIZATION CONFIDENCE",),
    "victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "number": ("HUM TGT: NUMBER",),
    "effect": ("HUM TGT: EFFECT OF INCIDENT",),
}
_EXACT = frozenset(
    {"INCIDENT: TYPE", "INCIDENT: STAGE OF EXECUTION", "PERP: INCIDENT CATEGORY",
     "PERP: ORGANIZATION CONFIDENCE", "HUM TGT: TYPE", "HUM TGT: NUMBER",
     "HUM TGT: EFFECT OF INCIDENT"}
)  # fmt: skip
_LEVELS = re.compile(r": | - ")
_KINDS = re.compile(r" \([^)]*\)")
_SMALL = frozenset(
    [
        "THE",
        "A",
        "AN",
        "OF",
        "OTHER",
        "OTHERS",
        "SEVERAL",
        "SOME",
        "AND",
        "IN",
        "FROM",
        "HIS",
        "THEIR",
    ]
)


class Tally(msgspec.Struct):
    """Points for right fills, fills that the key asks for, and fills answered."""

    points: float = 0.0
    possible: int = 0
    actual: int = 0

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.points += other.points
        self.possible += other.possible
        self.actual += other.actual

    @property
    def recall(self) -> float:
        """Points of fills asked for."""
        return self.points / self.possible if self.possible else 0.0

    @property
    def precision(self) -> float:
        """Points of fills answered."""
        return self.points / self.actual if self.actual else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def worth(slot: str, answer: Fill, key: Fill) -> float:
    """Return 1 for a right fill, 0.5 for a partly right one, else 0.

    >>> worth("HUM TGT: DESCRIPTION", Fill(("50 PEASANTS",)), Fill(("PEASANTS",)))
    1.0
    >>> worth("INCIDENT: LOCATION", Fill(("PERU: LIMA",)), Fill(("PERU: LIMA (CITY)",)))
    1.0
    >>> worth("INCIDENT: LOCATION", Fill(("PERU",)), Fill(("PERU: LIMA (CITY)",)))
    0.5
    """
    best = max((_alike(slot, a, b) for a, b in product(answer.values, key.values)), default=0.0)
    if best == 1.0 and answer.refers and key.refers:
        refers = product(answer.refers, key.refers)
        return 1.0 if any(_strings(a, b) for a, b in refers) else 0.5
    return best


def _alike(slot: str, a: str, b: str) -> float:
    if slot in _EXACT:
        near = a.startswith(b) or b.startswith(a)
        return 1.0 if a == b else 0.5 if near and not a[0].isdigit() else 0.0
    if slot == "INCIDENT: LOCATION":
        return _locations(a, b)
    if slot == "INCIDENT: DATE":
        return _dates(a, b)
    return _strings(a, b)


def _strings(a: str, b: str) -> float:
    one, other = _words(a), _words(b)
    if not one or not other:
        return 0.0
    if set(one) == set(other) or one[-1] in other or other[-1] in one:
        return 1.0
    return 0.5 if set(one) & set(other) else 0.0


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", fold(text).upper()) if word not in _SMALL]


def _locations(a: str, b: str) -> float:
    one, other = (_LEVELS.split(_KINDS.sub("", text)) for text in (a, b))
    if one[0].strip("( ") != other[0].strip("( "):
        return 0.0
    names, others = ({fold(name) for name in parts[1:]} for parts in (one, other))
    return 1.0 if names == others or names & others else 0.5


def _dates(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return 0.5 if set(re.findall(r"\d\d [A-Z]{3} \d\d", a)) & set(b.split(" - ")) else 0.0


def compared(answer: Template | None, key: Template | None) -> dict[str, Tally]:
    """Return the tally of each slot of an answer and the key's template that it was set against."""
    found: dict[str, Tally] = {}
    for slot in sorted({*(answer.slots if answer else ()), *(key.slots if key else ())}):
        fills = answer.slots.get(slot, ()) if answer else ()
        found[slot] = _slot(slot, fills, key.slots.get(slot, ()) if key else ())
    return found


def _slot(slot: str, answers: Sequence[Fill], keys: Sequence[Fill]) -> Tally:
    pairs = sorted(
        ((worth(slot, a, k), i, j) for i, a in enumerate(answers) for j, k in enumerate(keys)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    points, used, met = 0.0, set[int](), set[int]()
    for value, i, j in pairs:
        if value and i not in used and j not in met:
            points, used, met = points + value, used | {i}, met | {j}
    asked = sum(not key.optional or j in met for j, key in enumerate(keys))
    return Tally(points, asked, len(answers))


def scored(answers: Sequence[Template], keys: Sequence[Template]) -> dict[str, Tally]:
    """Return the tallies of one message's answers, each key's template used once."""
    ranked = sorted(
        (
            (sum(tally.points for tally in compared(a, k).values()), i, j)
            for i, a in enumerate(answers)
            for j, k in enumerate(keys)
            if worth("INCIDENT: TYPE", Fill((a.first("INCIDENT: TYPE"),)), _type(k))
        ),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    by_answer: dict[int, int] = {}
    for points, i, j in ranked:
        # The type and the stage alone are no match.
        if points > 2 and i not in by_answer and j not in by_answer.values():
            by_answer[i] = j
    matched = [(answers[i], keys[j]) for i, j in sorted(by_answer.items())]
    spurious = [(a, None) for i, a in enumerate(answers) if i not in by_answer]
    missing = [
        (None, k) for j, k in enumerate(keys) if j not in by_answer.values() and not k.optional
    ]
    total: dict[str, Tally] = {}
    for answer, key in [*matched, *spurious, *missing]:
        for slot, tally in compared(answer, key).items():
            total.setdefault(slot, Tally()).add(tally)
    return total


def _type(key: Template) -> Fill:
    # Any attack may be the general one.
    return Fill((*key.all_of("INCIDENT: TYPE"), "ATTACK"))


def answers_to(data: Path, folder: str, name: str) -> dict[str, list[Template]]:
    """Return what the reading of a file of messages answers, by message."""
    texts = list(messages(data / "muc" / folder / name))
    casing = Casing(mixed_case(data), (text for _, text in texts))
    items = [item_of(message, text, casing) for message, text in texts]
    found = [extract for extract in extracts(items) if isinstance(extract, Extract)]
    return {
        extract.report.source: Answering(extract.report.source, build([extract])).templates()
        for extract in found
    }


def run(data: Path) -> list[Row]:
    """Return the rows of the table: the whole task, what we answer of it, and slot by slot."""
    total: dict[str, Tally] = {}
    asked = 0
    for folder, texts, key in SETS:
        answers = answers_to(data, folder, texts)
        keys: dict[str, list[Template]] = {}
        for template in templates(data / "muc" / folder / key):
            keys.setdefault(template.message, []).append(template)
        asked += sum(map(len, keys.values()))
        for message in sorted({*answers, *keys}):
            for slot, tally in scored(answers.get(message, []), keys.get(message, [])).items():
                total.setdefault(slot, Tally()).add(tally)
    told = [slot for slots in _SLOTS.values() for slot in slots]
    rows = [
        _row("F1 over all slots", _sum(total, total), asked, BEST_OF_1992),
        _row("F1 over the slots that the record speaks of", _sum(total, told), asked),
    ]
    return rows + [_row(f"{name}, F1", _sum(total, slots), 0) for name, slots in _SLOTS.items()]


def _sum(total: dict[str, Tally], slots: Iterable[str]) -> Tally:
    tally = Tally()
    for slot in slots:
        tally.add(total.get(slot, Tally()))
    return tally


def _row(measure: str, tally: Tally, n: int, published: str = "") -> Row:
    note = f"precision {tally.precision:.3f}, recall {tally.recall:.3f}"
    return Row(
        bench="muc (whole task)",
        measure=measure,
        ours=tally.f1,
        published=published,
        n=n or tally.possible,
        note=note,
    )
