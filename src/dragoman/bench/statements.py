"""Every attributed statement of 210 whole reports, labelled by hand before the program read them.

The reports were drawn with ``random.Random(30117)`` for each data set, from those of 200 to 650
words that the reading room gives, sorted by name and then shuffled, which have at least four words
of conflict or politics (killed, troops, minister, talks ...) and six of telling (said, denied,
according to, an opening quotation mark ...) and which no labelled set of statements, accounts or
disputes had used: the first eleven agency reports of TempEval-3 silver and the first eleven of
Wikinews that are about conflict, politics or diplomacy (three on climate, one on a sickness and one
on a prize were passed over), and six of FA-KES. Three documents of re3d complete them: of its parts
without the encyclopaedia only those have 90 words, four of conflict and four of telling.

One coder read each report and labelled (`data/statements.jsonl`) every statement in it that
somebody is said to have made, its headline's too: the offsets of its words (of one in several
pieces, the longest), the names that are right for its speaker, the acts that a careful reader
would accept and the beginnings of the dates that are right for the day it was made, the empty
string among them where none may be given. A lower-case name describes a speaker without one.
A quotation that a tag parts has a label on each side. ``nested`` marks a statement inside another
statement. An ``optional`` label (an attitude, a gesture, a single word, "reportedly", a sentence
that goes on in a speaker's words without saying so) counts neither as missed nor as invented.
The texts are not in the project.

After the first scoring the coder went once through the differences in both halves: four labels
became optional (two of a single word, a definition, a name that "reports" gave), one begins a word
earlier, two of one cue became one, one day may be missing, the government of a state answers for
that state, and so does one person with "Voter" before her name. That alone raised what is found
with the right speaker by one point on "tune" and by two and a half on "kept".

At first these reports were divided by their hash: rules were written from one half, and the other
stood at 0.83 found with the right speaker (0.84 with the learned tagger). Since then more
draws were labelled in the same way, each by another coder and before the program read them; when
a draw had given its figure, its errors were read and mended by families, and it joined the
"development" part. First figures, found with the right speaker, of each at that time:

- ``random.Random(30119)``, 14 reports (five, five and four; 180 to 480 words): 0.88.
- ``random.Random(50122)``, 12 for more direct speech (four agency reports, four of Wikinews, two
  of FA-KES, two statements of governments in re3d; 120 to 450 words): 0.85.
- ``random.Random(60211)`` and ``random.Random(71993)``, 21 of 150 to 500 words, at least seven of
  them with four quotation marks: 0.84.
- ``random.Random(80177)`` and ``random.Random(91331)``, 24 of 150 to 500 words, most of them with
  quotation marks: 0.90. Seven of these were read by those who write the rules while they were
  being labelled, and count as development; the other 17 are the "kept" part, which stood at 0.90
  too (0.955 of 22 in direct speech).
- ``random.Random(33581)`` and ``random.Random(44771)``, 25 with much direct speech: 14 of FA-KES
  and 11 of Wikinews on public affairs of any kind, since those on conflicts were used up: 0.88 and
  0.79 (of direct speech found, 0.93 and 0.95 had the right speaker).
- ``random.Random(50817)``, 26: 13 of TimeBank and AQUAINT, six agency reports of silver, three of
  re3d, four of FA-KES: 0.88 of 180 (direct speech 1.00 of 31). Half of them, by
  ``random.Random(7)`` for each data set, were read since (0.82 at first sight) and are development;
  the other half (0.95) joined the kept part.
- ``random.Random(61409)``, 26: 13 of silver (seven of them on elections and disputes between
  states), six of FA-KES, three of Wikinews, two of TimeBank and AQUAINT, two of re3d: 0.89 of 269
  (direct speech 0.98 of 50), and kept.
- ``random.Random(77341)``, 31: 14 of silver and eight of Wikinews, most on elections, diplomacy and
  disasters, eight of FA-KES, one of re3d: 0.87 of 256 (direct speech 0.98 of 44; silver 0.90,
  Wikinews 0.87, FA-KES 0.79). Half of them, by ``random.Random(7)`` for each data set, were read
  since (0.86) and are development; the other half (0.875) joined the kept part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from dragoman.bench.reports import folded
from dragoman.bench.rows import Row
from dragoman.bench.shipped import shipped
from dragoman.errors import ReadingError
from dragoman.library import Options, read_extract
from dragoman.model import Claim, Extract, Skipped, Span
from dragoman.reading import sources

NEEDS = ("tempeval3/silver", "tempeval3/gold", "wikinews", "re3d", "fakes")
# A claim answers a label when its content covers this share of the labelled stretch.
_COVERED = 0.6
# A claim of which this share lies in the words of a statement by its speaker is a part of that.
_INSIDE = 0.6
# A claim of which less than this is a nested statement is the statement around that.
_NESTED = 0.8
_FOUND_SPEAKER = "found with the right speaker"
# What issue 3 asks for.
_BARS = {
    _FOUND_SPEAKER: 0.90,
    "speaker right, of those found": 0.92,
    "speaker right, of direct speech found": 0.95,
    "act right, of those found": 0.85,
}


class Label(msgspec.Struct, frozen=True):
    """One statement that a reader finds, with the answers that are right."""

    dataset: str
    source: str
    sha256: str
    start: int
    end: int
    speakers: tuple[str, ...]
    form: str
    acts: tuple[str, ...]
    said_on: tuple[str, ...]
    nested: bool = False
    optional: bool = False
    part: str = "development"

    @property
    def span(self) -> Span:
        """The words of the statement."""
        return Span(self.start, self.end)

    def named(self, names: Iterable[str]) -> bool:
        """Return whether one of the names is right for the speaker."""
        return any(_same(right, name) for right in self.speakers for name in names)

    def covered(self, claim: Claim) -> bool:
        """Return whether a claim's content is this statement, and not one around it."""
        shared = sum(_shared(piece.span, self.span) for piece in claim.content)
        if self.nested and shared < _NESTED * length(claim):
            return False
        return shared >= _COVERED * len(self)

    def likeness(self, claim: Claim) -> float:
        """Return the share of the words of a claim and of this statement that both have."""
        shared = sum(_shared(piece.span, self.span) for piece in claim.content)
        return shared / (len(self) + length(claim) - shared)

    def has_part(self, claim: Claim, names: Iterable[str]) -> bool:
        """Return whether a claim is a part of this statement, by its speaker."""
        shared = sum(_shared(piece.span, self.span) for piece in claim.content)
        return shared >= _INSIDE * length(claim) and (self.optional or self.named(names))

    def dated(self, claim: Claim) -> bool:
        """Return whether a claim's day is right: the text's, or none where it gives none."""
        found = str(claim.said_on) if claim.said_on is not None else ""
        return any(found.startswith(day) if day else not found for day in self.said_on)

    def __len__(self) -> int:
        return self.end - self.start


class Answer(msgspec.Struct, frozen=True):
    """A label with the claim that answers it and the names of that claim's speaker."""

    label: Label
    claim: Claim | None = None
    names: tuple[str, ...] = ()

    @property
    def speaker(self) -> bool:
        """Whether the speaker, as resolved, is right."""
        return self.label.named(self.names)

    @property
    def worded(self) -> bool:
        """Whether the source's own words, not resolved, already name the speaker."""
        evidence = self.claim.speaker.evidence if self.claim is not None else None
        return evidence is not None and self.label.named((evidence.quote,))


class Outcome(msgspec.Struct, frozen=True):
    """The answers to the labels of a report that count, and the claims that answer no label."""

    answers: tuple[Answer, ...]
    claims: tuple[Claim, ...]
    invented: tuple[Claim, ...]


def labels() -> list[Label]:
    """Return the labels, by report and in the order of its text."""
    return shipped("statements", Label)


def run(data: Path) -> list[Row]:
    """Return the rows of the two parts, the one that counts last.

    Of each part first as the program reads, then with the grammar alone, without the tagger.
    """
    gold = labels()
    both = read(data, gold)
    alone = read(data, gold, Options(tagger=False))
    return [
        row
        for part in sorted({label.part for label in gold})
        for extracts, how in ((both, ""), (alone, ", grammar alone"))
        for row in _rows(part, outcomes(part, gold, extracts), how)
    ]


def read(data: Path, gold: Sequence[Label], options: Options | None = None) -> dict[str, Extract]:
    """Return what is read in the labelled reports, by their sha256."""
    wanted = {str(data / label.source) for label in gold}
    paths = sorted({name.split("#")[0] for name in wanted})
    extracts = {}
    for item in sources(paths):
        if isinstance(item, Skipped) or item.name not in wanted:
            continue
        found = read_extract(item, options=options)
        if isinstance(found, Skipped):
            raise ReadingError(found.source, found.reason)
        extracts[found.report.sha256] = found
    return extracts


def outcomes(part: str, gold: Sequence[Label], extracts: Mapping[str, Extract]) -> list[Outcome]:
    """Return what is found and what is invented in each report of a part."""
    return [
        outcome([label for label in gold if label.sha256 == sha256], extracts[sha256])
        for sha256 in sorted({label.sha256 for label in gold if label.part == part})
    ]


def outcome(gold: Sequence[Label], extract: Extract) -> Outcome:
    """Return what is found and what is invented in one report with all its labels."""
    return Outcome(
        answers=tuple(_answer(label, extract) for label in gold if not label.optional),
        claims=extract.claims,
        invented=tuple(c for c in extract.claims if _invented(c, gold, extract)),
    )


def _answer(label: Label, extract: Extract) -> Answer:
    """Return the claim that answers a label: the one with the right speaker, else the likest."""
    able = [
        Answer(label, claim, _names(claim, extract))
        for claim in extract.claims
        if label.covered(claim)
    ]
    return max(
        able,
        key=lambda a: (a.speaker, label.likeness(a.claim) if a.claim else 0.0),
        default=Answer(label),
    )


def _invented(claim: Claim, gold: Sequence[Label], extract: Extract) -> bool:
    """Return whether a claim answers no label and is no part of a labelled statement."""
    names = _names(claim, extract)
    return not any(
        one.has_part(claim, names) or (one.covered(claim) and not one.optional) for one in gold
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def length(claim: Claim) -> int:
    """Return how many characters a claim's content has."""
    return sum(piece.end - piece.start for piece in claim.content)


def _names(claim: Claim, extract: Extract) -> tuple[str, ...]:
    for actor in extract.actors:
        if actor.id == claim.speaker.actor:
            return (claim.speaker.name, actor.name, *actor.names)
    return (claim.speaker.name,)


def _same(right: str, name: str) -> bool:
    """Return whether a name is the right one; a description may have more words around it.

    >>> _same("Rice", "rice"), _same("Rice", "Anne Rice"), _same("officials", "Two officials")
    (True, False, True)
    """
    if right.islower():
        return f" {folded(right)} " in f" {folded(name)} "
    return folded(right) == folded(name)


def _rows(part: str, scored: Sequence[Outcome], how: str = "") -> list[Row]:
    """Return the rows of a part; ``how`` says after each measure how the reports were read."""
    rows = _measured(part, scored)
    return [msgspec.structs.replace(row, measure=row.measure + how) for row in rows]


def _measured(part: str, scored: Sequence[Outcome]) -> Iterator[Row]:
    answers = [answer for one in scored for answer in one.answers]
    found = [(answer, answer.claim) for answer in answers if answer.claim is not None]
    yield _row(part, "statements found", [answer.claim is not None for answer in answers])
    yield _spoken(part, _FOUND_SPEAKER, answers)
    for form in ("direct", "indirect"):
        chosen = [answer for answer in answers if answer.label.form == form]
        yield _spoken(part, f"{_FOUND_SPEAKER}, {form} speech", chosen)
    yield _spoken(part, "speaker right, of those found", [answer for answer, _ in found])
    direct = [answer for answer, _ in found if answer.label.form == "direct"]
    yield _spoken(part, "speaker right, of direct speech found", direct)
    yield _row(part, "act right, of those found", [c.act in a.label.acts for a, c in found])
    days = [(a.label.dated(c), "" in a.label.said_on) for a, c in found]
    yield _row(part, "said_on right, of those found", [right for right, _ in days])
    yield _row(part, "said_on right, of those dated in the text", [d for d, may in days if not may])
    claims = sum(len(one.claims) for one in scored)
    yield Row(
        bench=f"statements ({part})",
        measure="claims that nobody made",
        ours=sum(len(one.invented) for one in scored) / max(1, claims),
        n=claims,
        note="they answer no label, the optional ones included",
        lower_is_better=True,
    )


def _spoken(part: str, measure: str, answers: Sequence[Answer]) -> Row:
    """Return a row on speakers, with the source's own words as the baseline."""
    return _row(part, measure, [a.speaker for a in answers], [a.worded for a in answers])


def _row(
    part: str, measure: str, values: Sequence[bool], baseline: Sequence[bool] | None = None
) -> Row:
    bar = _BARS.get(measure)
    notes = [f"at least {bar:.2f} is asked for"] if bar else []
    if baseline is not None:
        notes.append("baseline: the source's own words")
    return Row(
        bench=f"statements ({part})",
        measure=measure,
        ours=sum(values) / max(1, len(values)),
        baseline=None if baseline is None else sum(baseline) / max(1, len(baseline)),
        n=len(values),
        note="; ".join(notes),
    )
