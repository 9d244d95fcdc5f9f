"""ECB+: mentions of events across news reports, joined as a person joined them.

Topics hold two look-alike stories each. As usual with this set, only the sentences that its makers
checked are scored. With the set's own mentions given, most are of what the record does not keep
(it keeps conflict events, the set has every kind): words of one stem are one event within the
reports of one story (`story_groups`), and words whose accounts the record joins are one. The
baseline is the same lemma in the topic. With the mentions that the record finds itself, accounts
alone are scored. Odd topics may be looked at, even ones are kept.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec
from lxml import etree

from dragoman.bench.coref_scores import Clustering, b_cubed, ceaf_e, conll
from dragoman.bench.rows import Row
from dragoman.bench.story_groups import joined, stories, word_in
from dragoman.language import Document, parse
from dragoman.library import Options, build, pipeline_for
from dragoman.model import Account, Extract, Report, Span
from dragoman.reading import Item, read_item

NEEDS = ("ecbplus/ECBplus_coreference_sentences.csv",)
PUBLISHED = "topics 36-45, gold mentions: lemma 76.5, Barhom 2019 79.5, CDLM 2021 85.6"
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]%]|'s|n't|'")
_ACTION = ("ACTION_", "NEG_ACTION_")
# One mention: its document and its place in the text.
Place = tuple[str, int, int]


class Mention(msgspec.Struct, frozen=True):
    """An event mention of the set: where it stands, and the event that it belongs to."""

    document: str
    span: Span
    event: str

    @property
    def key(self) -> Place:
        """What names it in a clustering."""
        return self.document, self.span.start, self.span.end


class Text(msgspec.Struct, frozen=True):
    """A document of the set: its text, its checked sentences and its event mentions."""

    name: str
    topic: int
    text: str
    checked: tuple[Span, ...]
    mentions: tuple[Mention, ...]


class Read(msgspec.Struct, frozen=True):
    """A document as the program read it."""

    text: Text
    document: Document
    extract: Extract


def texts(data: Path) -> Iterator[Text]:
    """Yield the documents of the set, topic by topic."""
    folder = data / "ecbplus"
    checked: dict[tuple[str, str], set[int]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(newline="") as rows:
        for topic, name, number in list(csv.reader(rows))[1:]:
            checked[topic, f"{topic}_{name}.xml"].add(int(number))
    for path in sorted(folder.glob("*/*.xml"), key=lambda p: (int(p.parent.name), p.name)):
        yield text_of(path, checked[path.parent.name, path.name])


def text_of(path: Path, checked: set[int]) -> Text:
    """Return one document, its sentences one a line."""
    root = etree.parse(path).getroot()
    pieces: list[str] = []
    spans: dict[str, Span] = {}
    lines: list[Span] = []
    at = 0
    for number, tokens in groupby(root.iter("token"), key=lambda t: int(t.get("sentence"))):
        first, start = True, at
        for token in tokens:
            word = token.text or ""
            space = "" if first or _NO_SPACE_BEFORE.fullmatch(word) else " "
            pieces.append(space + word)
            spans[token.get("t_id")] = Span(at + len(space), at + len(space) + len(word))
            at, first = at + len(space) + len(word), False
        if number in checked:
            lines.append(Span(start, at))
        pieces.append("\n\n")
        at += 2
    name = path.name
    mentions = [
        Mention(name, span, event)
        for span, event in _events(root, spans, name)
        if any(line.contains(span) for line in lines)
    ]
    return Text(name, int(path.parent.name), "".join(pieces), tuple(lines), tuple(mentions))


def _events(root: etree._Element, spans: dict[str, Span], name: str) -> Iterator[tuple[Span, str]]:
    joined: dict[str, str] = {}
    for relation in root.find("Relations"):
        event = relation.get("note") or f"{name}:{relation.get('r_id')}"
        for source in relation.iter("source"):
            joined[source.get("m_id")] = event
    for markable in root.find("Markables"):
        anchors = [spans[a.get("t_id")] for a in markable.iter("token_anchor")]
        if markable.tag.startswith(_ACTION) and anchors:
            span = Span(min(a.start for a in anchors), max(a.end for a in anchors))
            yield span, joined.get(markable.get("m_id"), f"{name}:{markable.get('m_id')}")


def read(found: Iterator[Text]) -> Iterator[Read]:
    """Yield the documents that could be read, with what the program finds in them."""
    options = Options()
    pipeline = pipeline_for(options.packs, options.tagger)
    for text in found:
        report = read_item(Item(name=text.name, content=text.text.encode(), form="text"))
        if isinstance(report, Report):
            document = parse(report)
            yield Read(text, document, pipeline(document, Extract(report=report)))


def by_lemma(read: Read, span: Span) -> str:
    """Return the lemma of a mention's head, with the topic: the baseline's cluster."""
    inside = [t for t in read.document.tokens if span.start <= t.start and t.end <= span.end]
    heads = [t for t in inside if not span.contains(read.document.tokens[t.head].span)]
    chosen = (heads or inside)[:1]
    lemma = chosen[0].lemma.lower() if chosen else span.of(read.text.text).lower()
    return f"{read.text.topic}:{lemma}"


class Clusterings(msgspec.Struct):
    """Clusterings of one half: the set's, ours and the baseline's, over both kinds of mentions."""

    gold: dict[Place, str] = {}
    given: dict[Place, str] = {}
    lemma: dict[Place, str] = {}
    found: dict[Place, str] = {}
    found_lemma: dict[Place, str] = {}


def cluster(topic: list[Read], into: Clusterings) -> None:
    """Add what is found in one topic."""
    record = build([read.extract for read in topic])
    by_report: dict[str, list[Account]] = defaultdict(list)
    for account in record.accounts:
        by_report[account.report].append(account)
    several = {event.id for event in record.events if len(event.accounts) > 1}
    told_in = stories({read.text.name: read.text.text for read in topic})
    given: list[tuple[Place, str, str | None]] = []
    for read in topic:
        accounts = by_report[read.extract.report.id]
        taken: dict[str, Place] = {}
        for mention in read.text.mentions:
            into.gold[mention.key] = mention.event
            lemma = into.lemma[mention.key] = by_lemma(read, mention.span)
            told = next((a for a in accounts if a.trigger.span.overlaps(mention.span)), None)
            event = told.event if told and told.event in several else None
            given.append((mention.key, word_in(told_in[read.text.name], lemma), event))
            if told:
                taken[told.id] = mention.key
        for account in accounts:
            span = account.trigger.span
            if any(line.contains(span) for line in read.text.checked):
                # A mention found is the set's mention where the two overlap.
                key = taken.get(account.id, (read.text.name, span.start, span.end))
                into.found[key] = account.event
                into.found_lemma[key] = by_lemma(read, span)
    clusters = joined([word for _, word, _ in given], [event for _, _, event in given])
    into.given |= {key: found for (key, _, _), found in zip(given, clusters, strict=True)}


def run(data: Path) -> list[Row]:
    """Return the rows of the table, for the odd and the even topics."""
    halves = {"odd": Clusterings(), "even": Clusterings()}
    for topic, found in groupby(texts(data), key=lambda text: text.topic):
        cluster(list(read(found)), halves["odd" if topic % 2 else "even"])
    return [row for half, found in halves.items() for row in rows_of(half, found)]


def rows_of(half: str, found: Clusterings) -> list[Row]:
    """Return the rows of one half."""
    kept = "kept" if half == "even" else "tune"
    bench = f"ecbplus ({half} topics, {kept})"

    def rows(kind: str, ours: Clustering, lemma: Clustering, published: str) -> Iterator[Row]:
        note = "baseline: same lemma in the topic"
        for measure, score in (("B3", b_cubed), ("CEAF-e", ceaf_e)):
            mine, theirs = score(ours, found.gold), score(lemma, found.gold)
            yield Row(
                bench=bench,
                measure=f"{kind}, {measure} F1",
                ours=mine.f1,
                baseline=theirs.f1,
                n=len(found.gold),
                note=f"P {mine.precision:.2f} R {mine.recall:.2f}; {note}",
            )
        yield Row(
            bench=bench,
            measure=f"{kind}, CoNLL F1",
            ours=conll(ours, found.gold),
            baseline=conll(lemma, found.gold),
            published=published,
            n=len(found.gold),
            note=note,
        )

    return [
        *rows("gold mentions", found.given, found.lemma, PUBLISHED),
        *rows("mentions found", found.found, found.found_lemma, ""),
    ]
