"""Event types and who-to-whom on the PLOVER sentences with source and target (training half).

The set is sorted by type. Rules were written from the errors in its first half and in every other
sentence of its second.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman import packs
from dragoman.bench.rows import Row
from dragoman.extraction import default_pipeline
from dragoman.extraction.accounts import AccountReader
from dragoman.extraction.accounts_syntax import Syntax
from dragoman.extraction.accounts_verbs import Trigger
from dragoman.extraction.status import status_of
from dragoman.language import Document, Token, parse
from dragoman.model import Extract, Report, Span

NEEDS = ("plover/PLV_train.tsv",)

# The set joins two types in one, and counts what is only announced as an agreement.
_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_ANNOUNCED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
_AHEAD = frozenset({"planned", "promised", "predicted"})
_MARK = re.compile(r"<([st])>(.*?)</\1>")
_PREFERRED = ("ASSAULT", "COERCE", "YIELD", "SANCTION", "AID", "REJECT", "ACCUSE", "THREATEN")


class Sentence(msgspec.Struct, frozen=True):
    """One labelled sentence: what was read in it, the spans of source and target, its type."""

    document: Document
    extract: Extract
    source: Span
    target: Span
    gold: str


def read(path: Path) -> Iterator[Sentence]:
    """Yield the labelled sentences of the set."""
    pipeline = default_pipeline(packs.default())
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
            text, source, target = unmarked(row["marked_sentence"])
            report = Report(
                id=f"plover-{number}", source="", sha256="", text=text, body=(Span(0, len(text)),)
            )
            document = parse(report)
            extract = pipeline(document, Extract(report=report))
            yield Sentence(document, extract, source, target, row["gold_root"])


def unmarked(marked: str) -> tuple[str, Span, Span]:
    """Return a sentence without its marks, and where its source and its target stand.

    >>> unmarked("<s>Ann</s> met <t>Bob</t>.")
    ('Ann met Bob.', Span(start=0, end=3), Span(start=8, end=11))
    """
    spans = {"s": Span(0, 0), "t": Span(0, 0)}
    text = ""
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        inner = mark.group(2)
        if not len(spans[mark.group(1)]):
            spans[mark.group(1)] = Span(len(text), len(text) + len(inner))
        text += inner
        last = mark.end()
    return text + marked[last:], spans["s"], spans["t"]


class Pairs:
    """Tells which triggers of a sentence have its source and its target about them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.document = sentence.document
        self.reader = AccountReader(sentence.document, sentence.extract)
        self.syntax = Syntax(sentence.document)

    def _ids(self, span: Span) -> frozenset[str]:
        mentions = self.sentence.extract.actor_mentions
        return frozenset(m.actor for m in mentions if span.overlaps(m.evidence.span))

    def about(self, tokens: Sequence[Token], span: Span) -> bool:
        """Return whether one of the tokens names what ``span`` names."""
        if frozenset(self.reader.actors.of(tokens)) & self._ids(span):
            return True
        near = [
            one
            for token in tokens
            for one in (
                token,
                *self.syntax.possessor(token),
                *self.syntax.adjectives(token),
                *self.syntax.preposed(token, ("of", "in", "from", "for", "by")),
            )
        ]
        return any(span.overlaps(one.span) for one in near)

    def fit(self, trigger: Trigger) -> tuple[bool, bool]:
        """Return whether the source is an actor of a trigger, and the target a recipient.

        The set calls the place of a ceasefire its target, so a trigger's place counts as one.
        """
        source, target = self.sentence.source, self.sentence.target
        aimed = (*trigger.recipients, *trigger.affected)
        found = self.about(trigger.actors, source), self.about(aimed, target)
        if trigger.sense.mutual and not all(found):
            both = (*trigger.actors, *trigger.recipients)
            found = self.about(both, source), self.about(both, target)
        place = self.reader.settings.place(trigger)
        placed = place is not None and target.overlaps(place.evidence.span)
        return found[0], found[1] or placed or not len(target)


def collapsed(document: Document, trigger: Trigger) -> str:
    """Return the type of a trigger in the set's terms."""
    name = _MERGED.get(trigger.sense.type, trigger.sense.type)
    status = status_of(document, trigger.token, trigger.light)
    if status == "denied" and name in (*_ANNOUNCED, "AGREE"):
        return "REJECT"
    if status in _AHEAD and name in _ANNOUNCED:
        return "AGREE"
    if status == "threatened":
        return "THREATEN"
    return "REQUEST" if status == "demanded" else name


def predict(sentence: Sentence) -> tuple[str, bool]:
    """Return the type told of source and target, and whether that pair was found."""
    best: tuple[tuple[int, bool, int], str, bool] | None = None
    pairs = Pairs(sentence)
    for trigger in pairs.reader.events:
        source, target = pairs.fit(trigger)
        name = collapsed(sentence.document, trigger)
        key = (source + target, name in _PREFERRED, -trigger.token.i)
        if best is None or key > best[0]:
            best = (key, name, source and target)
    return (best[1], best[2]) if best else ("", False)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the gold types.

    >>> macro_f1([("AID", "AID"), ("AGREE", "AID")])
    0.3333333333333333
    """
    total = 0.0
    names = sorted({gold for gold, _ in pairs})
    for name in names:
        right = sum(gold == ours == name for gold, ours in pairs)
        golds = sum(gold == name for gold, _ in pairs)
        given = sum(ours == name for _, ours in pairs)
        total += 2 * right / (golds + given)
    return total / len(names)


def run(data: Path) -> list[Row]:
    """Return macro-F1 of the rules' types and the share of pairs found in the right direction."""
    sentences = list(read(data / "plover" / "PLV_train.tsv"))
    found = [predict(sentence) for sentence in sentences]
    pairs = [(s.gold, ours) for s, (ours, _) in zip(sentences, found, strict=True)]
    from dragoman.bench.events_learned import five_fold

    common = Counter(s.gold for s in sentences).most_common(1)[0][0]
    return [
        Row(
            bench="events: PLOVER train",
            measure="macro-F1 of the type, rules alone",
            ours=macro_f1(pairs),
            baseline=macro_f1([(gold, common) for gold, _ in pairs]),
            published="TF-IDF 0.694, roberta-large zero-shot 0.821 (test half)",
            n=len(pairs),
        ),
        Row(
            bench="events: PLOVER train",
            measure="macro-F1 of the type, five-fold, linear model over the rules",
            ours=macro_f1(five_fold(sentences)),
            n=len(pairs),
        ),
        Row(
            bench="events: PLOVER train",
            measure="source and target found, right way round",
            ours=sum(both for _, both in found) / len(found),
            n=len(found),
        ),
    ]
