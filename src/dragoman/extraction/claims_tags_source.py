"""Who speaks in a tag: by the parse, or by what stands between a quote and its verb."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_runs import (
    head_of_run,
    inverted_run,
    is_hyphened,
    last_of_run,
    nominal_run,
)
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_syntax import phrase, speaker_of
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

# What no name has in it, unless behind a hyphen: "of rebel-held Tarsk".
_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_DATED = frozenset({"DATE", "TIME"})
_QUOTATION = frozenset({'"', "“", "”", "«", "»"})
# Characters between a quote and its verb, for a name with an apposition.
_LONGEST_NAME = 120


def source_of_tag(
    clauses: Clauses, verb: Token, quotes: Sequence[Quote]
) -> tuple[list[Token], Token | None]:
    """Return the source phrase and its head: by the parse, or what stands by the verb."""
    source, head = _source_of_tag(clauses, verb, quotes)
    if head is not None and head.i < verb.i:
        source = _behind_quote(source, head)
    return source, head


def _behind_quote(tokens: list[Token], head: Token) -> list[Token]:
    """Return a phrase from behind the quote that the parse may have hung before its head."""
    marks = [k for k, t in enumerate(tokens) if t.text in _QUOTATION and t.i < head.i]
    return tokens[marks[-1] + 1 :] if marks else tokens


def _source_of_tag(
    clauses: Clauses, verb: Token, quotes: Sequence[Quote]
) -> tuple[list[Token], Token | None]:
    document = clauses.document
    subject = speaker_of(document, verb)
    inverted = inverted_run(document, verb)
    if inverted:
        own = {token.i for token in inverted}
        whole = _unquoted(phrase(document, subject, {verb.i})) if subject is not None else []
        later = subject is not None and subject.i > inverted[-1].i and subject.ent not in _DATED
        if later and whole[0].i <= inverted[0].i:
            return whole, subject  # "said University of Tarsk, Ostin's chancellor, Jan Novak"
        sure = subject is not None and subject.i in own and subject.pos == "PROPN"
        head = subject if sure and subject is not None else last_of_run(inverted)
        return _longer(inverted, _unquoted(phrase(document, head, {verb.i}))), head
    after = _after_quote(document, verb, quotes)
    near = after or nominal_run(document, verb, clauses.first_of(verb))
    own = {token.i for token in near}
    if near is after and subject is not None and subject.i in own:
        return near, subject
    if near and (subject is None or subject.i not in own):
        return near, head_of_run(_name_of(near))
    if subject is None or subject.i == verb.i:
        return [], None
    if subject.i < clauses.first_of(verb):
        return [], subject
    torn = bool(near) and is_hyphened(document, near[-1])
    return near if torn or _is_set_off(near, verb) else phrase(document, subject, {verb.i}), subject


def _unquoted(tokens: list[Token]) -> list[Token]:
    """Return a phrase up to the quote that the parse may have hung on it."""
    for k, token in enumerate(tokens):
        if token.text in _QUOTATION:
            return tokens[: k - 1] if k and tokens[k - 1].text == "," else tokens[:k]
    return tokens


def _longer(run: list[Token], whole: list[Token]) -> list[Token]:
    """Return the phrase of the parse if it only adds to the run ("Novak, leader of the team")."""
    covers = bool(whole) and whole[0].i <= run[0].i and whole[-1].i >= run[-1].i
    return whole if covers else run


def _is_set_off(near: list[Token], verb: Token) -> bool:
    """Return whether a phrase with an apposition runs up to the verb: "X, the envoy, told"."""
    return bool(near) and any(token.text == "," for token in near) and near[-1].i < verb.i


def _after_quote(document: Document, verb: Token, quotes: Sequence[Quote]) -> list[Token]:
    """Return what stands between a quote and the verb after it, when it is all one name.

    "... for 25 days," Jan Novak, leader of the team, told reporters.
    """
    ends = [q.span.end for q in quotes if q.speech]
    start = max((end for end in ends if end <= verb.start), default=None)
    if start is None or verb.start - start > _LONGEST_NAME:
        return []
    run = [t for t in document.tokens_in(Span(start, verb.start)) if t.start >= start]
    while run and (run[0].pos == "PUNCT" or run[0].dep == "punct"):
        run = run[1:]
    while run and (run[-1].pos in ("PUNCT", "ADV", "AUX") or run[-1].dep in ("aux", "neg")):
        run = run[:-1]
    if not run or run[0].pos not in ("PROPN", "DET", "NOUN", "ADJ", "PRON"):
        return []
    clause = any(t.pos in _CLAUSE and document.tokens[t.i - 1].tag != "HYPH" for t in run)
    return [] if clause and not _is_described(document, run, verb) else run


def _name_of(run: list[Token]) -> list[Token]:
    """Return "Jan Novak" of "Jan Novak, now 81 and retired in Tarsk"."""
    comma = next((k for k, t in enumerate(run) if t.text == ","), len(run))
    return run[:comma] or run


def _is_described(document: Document, run: list[Token], verb: Token) -> bool:
    """Return whether a name between commas is described: "Jan Novak, now 81 and retired, said"."""
    name = _name_of(run)
    closed = document.tokens[verb.i - 1].text == "," and len(name) < len(run)
    named = name[-1].pos == "PROPN" and all(t.pos in ("PROPN", "NOUN", "ADJ") for t in name)
    spoken = any(t.dep in ("nsubj", "nsubjpass") for t in run[len(name) + 1 :])
    return closed and named and not spoken
