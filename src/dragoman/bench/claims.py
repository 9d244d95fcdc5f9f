"""PolNeAR: the sources, cues and contents of attributions, by the grammar and by the tagger.

Scored as the published systems are (see `dragoman.bench.polnear`). The corpus also marks what
people believe, want or seem to; the grammar proposes those here, and the record leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from dragoman.bench.polnear import KINDS, Kind, SpanScore, load, score
from dragoman.bench.polnear import Document as Gold
from dragoman.bench.rows import Row
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_grammar import find_candidates
from dragoman.extraction.quotes import find_quotes
from dragoman.language import Document, parse
from dragoman.learned.tagger import AttributionTagger
from dragoman.model import Report, Span

NEEDS = ("polnear/dev",)
_PUBLISHED = {
    "source": "rules 10.7, CRF 50.6, BiLSTM 73.3, BERT 81.1, CofeNet 83.2",
    "cue": "rules 22.8, CRF 53.4, BiLSTM 66.2, BERT 74.0, CofeNet 75.3",
    "content": "rules 5.6, CRF 28.6, BiLSTM 63.6, BERT 68.9, CofeNet 72.9",
}
_PLAIN_VERBS = frozenset({"say", "tell", "add", "claim", "announce", "warn", "write", "report"})
Pieces = dict[Kind, set[Span]]


def run(data: Path) -> list[Row]:
    """Return exact and overlap F1 on the development half, with a verb list as the baseline."""
    gold = load(data / NEEDS[0])
    documents = [parse(_report(article)) for article in gold]
    plain = score([_plain(document) for document in documents], gold)
    grammar = score([_grammar(document) for document in documents], gold)
    rows = list(_rows("grammar", grammar, plain, len(gold)))
    if (files("dragoman.learned") / "weights" / "tagger.onnx").is_file():
        tagger = AttributionTagger()
        rows += _rows("tagger", score([_tagged(tagger, a) for a in gold], gold), plain, len(gold))
    return rows


def _rows(
    name: str, ours: dict[Kind, SpanScore], plain: dict[Kind, SpanScore], n: int
) -> Iterator[Row]:
    for kind in KINDS:
        for how in ("exact", "overlap"):
            yield Row(
                bench="claims",
                measure=f"PolNeAR dev, {kind}, {how} F1, {name}",
                ours=getattr(ours[kind], how).f1,
                baseline=getattr(plain[kind], how).f1,
                published=_PUBLISHED[kind] if how == "exact" else "",
                n=n,
                note="baseline: eight verbs over the parse",
            )


def _report(article: Gold) -> Report:
    body = (Span(0, len(article.text)),)
    return Report(id=article.name, source=article.name, sha256="", text=article.text, body=body)


def _grammar(document: Document) -> Pieces:
    quotes = find_quotes(document.text, document.paragraphs)
    return _pieces(find_candidates(document, quotes))


def _pieces(found: Sequence[Candidate]) -> Pieces:
    """Return the pieces in the corpus's manner: "that" belongs to the content."""
    pieces: Pieces = {"source": set(), "cue": set(), "content": set()}
    for candidate in found:
        first, *rest = candidate.content
        marker = candidate.marker
        if marker is not None and marker.end < first.start:
            first = marker.cover(first)
        pieces["content"].update((first, *rest))
        pieces["source"].update(span for span in (candidate.source,) if span is not None)
        pieces["cue"].update(span for span in (candidate.cue,) if span is not None)
    return pieces


def _tagged(tagger: AttributionTagger, article: Gold) -> Pieces:
    paragraphs = list(_paragraphs(article.text))
    pieces: Pieces = {"source": set(), "cue": set(), "content": set()}
    read = tagger.read([span.of(article.text) for span in paragraphs])
    for paragraph, tagged in zip(paragraphs, read, strict=True):
        for span in tagged.spans:
            pieces[span.kind].add(span.span.shift(paragraph.start))
    return pieces


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line)).trim(text)
        if len(span):
            yield span
        start += len(line) + 1


def _plain(document: Document) -> Pieces:
    """Return what a list of eight verbs finds: subject, verb and clause as the parser has them."""
    pieces: Pieces = {"source": set(), "cue": set(), "content": set()}
    for verb in document.tokens:
        if verb.lemma not in _PLAIN_VERBS or verb.pos != "VERB":
            continue
        parts = {token.dep: token for token in document.children(verb)}
        if "nsubj" in parts and "ccomp" in parts:
            pieces["source"].add(document.subtree_span(parts["nsubj"]))
            pieces["cue"].add(verb.span)
            pieces["content"].add(document.subtree_span(parts["ccomp"]))
    return pieces
