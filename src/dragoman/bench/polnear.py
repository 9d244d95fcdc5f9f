"""PolNeAR, the corpus of attributions in political news: reading it and scoring against it.

Each article has a text and one stand-off file an annotator, in brat's format: ``T`` lines are
spans (``Source``, ``Cue``, ``Content``; pieces of a broken span are set apart by ``;``) and ``E``
lines tie them into attributions. ``Discuss`` and ``Discard`` lines are not attributions and are
passed over. Where several people annotated an article, the one who marked the most attributions
counts (the first by name on a tie), because a second reader mostly adds what the first missed.

Spans are scored as the published systems do: corpus-level micro F1 over pieces, kind by kind. A
piece is one contiguous stretch, so the two halves of ``"Yes," he said, "but no"`` are two pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from dragoman.model.spans import Span

Kind = Literal["source", "cue", "content"]
KINDS: tuple[Kind, ...] = ("source", "cue", "content")
Pieces = Mapping[Kind, Iterable[Span]]

_SPAN_LINE = re.compile(r"(T\d+)\t(Source|Cue|Content) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_LINK_LINE = re.compile(r"E\d+\t(.+)")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
_KIND: dict[str, Kind] = {"Source": "source", "Cue": "cue", "Content": "content"}


class Linked(Protocol):
    """Anything that ties pieces of a source, a cue and a content together."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Who says it; may be empty."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """The words that tell of the saying."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said."""


class GoldAttribution(msgspec.Struct, frozen=True):
    """One attribution: the pieces of its source, of its cue and of its content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Document(msgspec.Struct, frozen=True):
    """One article with its attributions, in the order in which the annotator made them."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]

    def pieces(self, kind: Kind) -> frozenset[Span]:
        """Return every piece of ``kind`` in the article, each once."""
        return frozenset(piece for a in self.attributions for piece in getattr(a, kind))


class Ratio(msgspec.Struct, frozen=True):
    """Precision, recall and their F1, each from 0 to 1, from four counts.

    ``right_predicted`` counts predictions that match, ``right_gold`` gold pieces that are matched.
    """

    predicted: int
    gold: int
    right_predicted: int
    right_gold: int

    @property
    def precision(self) -> float:
        """The share of predictions that are right."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold pieces that were found."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Ratio(4, 5, 3, 3).f1, 3)
        0.667
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(
            self.predicted + other.predicted,
            self.gold + other.gold,
            self.right_predicted + other.right_predicted,
            self.right_gold + other.right_gold,
        )


class SpanScore(msgspec.Struct, frozen=True):
    """How well pieces of one kind were found: the same two ends, or at least one character."""

    exact: Ratio
    overlap: Ratio


def load(folder: Path) -> list[Document]:
    """Return the articles of one split (a folder with ``text`` and ``attributions``), by name."""
    texts = sorted((folder / "text").glob("*.txt"))
    return [_document(path, folder / "attributions") for path in texts]


def score(
    predicted: Sequence[Pieces],
    gold: Sequence[Document],
) -> dict[Kind, SpanScore]:
    """Return exact and overlap scores for each kind; the two sequences run in step.

    Exact: a predicted piece is right when a gold piece has the same start and end. Overlap: it is
    right when it shares a character with a gold piece, and a gold piece is found likewise.
    """
    nothing = Ratio(0, 0, 0, 0)
    totals = {kind: SpanScore(nothing, nothing) for kind in KINDS}
    for pieces, document in zip(predicted, gold, strict=True):
        for kind in KINDS:
            one = _compare(set(pieces.get(kind, ())), document.pieces(kind))
            old = totals[kind]
            totals[kind] = SpanScore(old.exact + one.exact, old.overlap + one.overlap)
    return totals


def links(attributions: Iterable[Linked], other: Kind) -> frozenset[tuple[Span, Span]]:
    """Return the pairs of a cue piece and a piece of kind ``other`` in the same attribution."""
    return frozenset(
        (cue, piece) for a in attributions for cue in a.cue for piece in getattr(a, other)
    )


def score_links(
    predicted: Sequence[Iterable[Linked]],
    gold: Sequence[Document],
) -> dict[Literal["source", "content"], Ratio]:
    """Return how well cue-source and cue-content pairs were found, both ends exact."""
    totals: dict[Literal["source", "content"], Ratio] = {}
    for other in ("source", "content"):
        total = Ratio(0, 0, 0, 0)
        for attributions, document in zip(predicted, gold, strict=True):
            found, wanted = links(attributions, other), links(document.attributions, other)
            total += Ratio(len(found), len(wanted), len(found & wanted), len(found & wanted))
        totals[other] = total
    return totals


def _compare(found: set[Span], wanted: frozenset[Span]) -> SpanScore:
    same = len(found & wanted)
    return SpanScore(
        Ratio(len(found), len(wanted), same, same),
        Ratio(len(found), len(wanted), _touching(found, wanted), _touching(wanted, found)),
    )


def _touching(some: Iterable[Span], others: Iterable[Span]) -> int:
    return sum(any(one.overlaps(other) for other in others) for one in some)


def _document(path: Path, folder: Path) -> Document:
    text = _read(path)
    # An annotator's name is four characters after the last underscore.
    stand_off = sorted(f for f in folder.iterdir() if f.stem[:-5] == path.stem)
    versions = [_attributions(_read(file), text) for file in stand_off]
    return Document(path.stem, text, max(versions, key=len, default=()))


def _read(path: Path) -> str:
    # Read as bytes: universal newlines would move the offsets.
    return path.read_bytes().decode("utf-8")


def _attributions(stand_off: str, text: str) -> tuple[GoldAttribution, ...]:
    spans: dict[str, tuple[Span, ...]] = {}
    for line in stand_off.split("\n"):
        if match := _SPAN_LINE.match(line):
            ends = (piece.split() for piece in match[3].split(";"))
            spans[match[1]] = tuple(Span(int(a), int(b)).trim(text) for a, b in ends)
    found = []
    for line in stand_off.split("\n"):
        if match := _LINK_LINE.match(line):
            roles: dict[Kind, tuple[Span, ...]] = {"source": (), "cue": (), "content": ()}
            for role, target in _ROLE.findall(match[1]):
                roles[_KIND[role]] += spans.get(target, ())
            if roles["content"] or roles["cue"]:
                found.append(GoldAttribution(**roles))
    return tuple(found)
