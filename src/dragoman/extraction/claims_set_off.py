"""Speakers set off by a mark alone: "Army: nine dead", "police said six died; the mayor, nine"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cutting import cut
from dragoman.extraction.claims_headlines import headline_candidates
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_owners import of_state, owner_of
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import (
    answering,
    is_document,
    is_known_speaker,
    telling,
    tones,
)
from dragoman.extraction.claims_syntax import child, phrase, span_of, trim
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

_RULE = "set-off"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_MARKS = frozenset({":", ";"})
# "The statement read:" is told by the statement.
_READ = frozenset({"read", "reads"})
# What no name of a speaker has: "two stars moving around:", "((Novak)) So:", "2. Red lines:".
_NOT_NAMED = frozenset({"VBG", "VB", "-LRB-", "-RRB-", "LS"})
# What leads to a version: "told a different story:", "gave another:".
_OFFERING = frozenset({"tell", "offer", "present", "publish", "supply", "provide"})
_OTHERS = frozenset({"another", "other", "one", "third"})
_BEING = frozenset({"be", "remain", "stay"})
# A label is no longer than this, the name in it no longer than that.
_LONGEST_LABEL, _LONGEST_NAME = 14, 9
_NOTHING = frozenset({"no", "none", "nobody", "nothing", "not", "never"})
# "; the mayor, who had fled, said": such a comma closes an aside.
_AS_ASIDE = 1
# The verbs that a second speaker may share with the first.
_SAYING = ("verb:clause", "tag")
_LEADS = frozenset({"CCONJ", "ADV", "PUNCT", "INTJ"})


def set_off(clauses: Clauses, names: Sequence[Span]) -> Iterator[Candidate]:
    """Yield what headlines and sentences give to a speaker set off by a mark."""
    headed = list(headline_candidates(clauses.document, names))
    yield from headed
    marks = {one.head for one in headed}
    yield from (one for one in _labelled(clauses, names) if one.head not in marks)


def led_by_verbs(clauses: Clauses, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what stands behind a verb of telling and a colon: "The army was adamant: X".

    ``found`` are the claims that quotes and clauses make: none is made of a verb again.
    """
    document = clauses.document
    heads = {c.head for c in found}
    for mark in document.tokens:
        if mark.text != ":" or document.sentence_of(mark).headline:
            continue
        first, last = clauses.bounds_of(mark)
        verbs = [t for t in document.tokens[first : mark.i] if t.tag in _FINITE]
        verb = verbs[-1] if verbs else None
        words = document.tokens[verb.i : mark.i] if verb is not None else ()
        if (
            any(t.text in _MARKS for t in words)
            or verb is None
            or verb.i in heads
            or not _leads(document, verb, mark)
        ):
            continue
        subject = child(document, verb, "nsubj")
        content = _behind(document, mark, last, clauses.quotes_near(mark))
        if subject is None or content is None or not subject.i < verb.i:
            continue
        if subject.pos != "PROPN" and not is_known_speaker(subject):
            continue
        quoted = any(q.span.overlaps(content) for q in clauses.quotes_near(mark) if not q.single)
        if quoted or any(piece.overlaps(content) for c in found for piece in c.content):
            continue  # left to `claims_going_on`, or said by another
        source = phrase(document, subject, {verb.i})
        yield _made(source, subject, verb, content)


def _leads(document: Document, verb: Token, mark: Token) -> bool:
    """Return whether a verb says that its subject speaks: "answered:", "gave another account:"."""
    beside = document.children(verb)
    second = any(t.text in _MARKS for t in document.tokens[verb.i : mark.i])
    if second or any(t.dep == "neg" for t in beside):
        return False
    objects = [t for t in beside if t.dep in ("dobj", "attr") and verb.i < t.i < mark.i]
    if verb.lemma in lexicon().light_verbs or verb.lemma in _OFFERING:
        return any(t.lemma.lower() in telling() or t.lower in _OTHERS for t in objects)
    if verb.lemma == "be":
        return any(t.dep == "acomp" and t.lemma in tones() for t in beside)
    frames = lexicon().verbs.get(verb.lemma, {})
    told = (frames.get("clause") or frames.get("quote")) if not objects else None
    return (told is not None and not told.stance) or verb.lemma in answering()


def told_that(document: Document) -> Iterator[Candidate]:
    """Yield the clause of "the army's version is that X", "its position remained that X"."""
    for noun in document.tokens:
        if noun.dep != "nsubj" or noun.lemma.lower() not in telling():
            continue
        verb = document.head(noun)
        clause = (
            child(document, verb, "ccomp") if verb.lemma in _BEING and noun.i < verb.i else None
        )
        that = child(document, clause, "mark") if clause is not None else None
        owner = owner_of(document, noun) or of_state(document, noun)
        if clause is None or that is None or that.lower != "that" or owner is None:
            continue
        if owner.lower == "official":
            continue  # "the official position is that"
        inside = [t for t in document.subtree(clause) if t.i > that.i and t.text != "."]
        source = [t for t in phrase(document, owner, {noun.i, verb.i}) if t.tag != "POS"]
        if inside and source and that.i > verb.i:
            yield Candidate(
                head=noun.i,
                cue=noun.span,
                source=span_of(source),
                source_head=owner.i,
                content=(trim(document.text, Span(inside[0].start, inside[-1].end)),),
                act="assert",
                rule="noun:clause",
                marker=that.span,
            )


def with_gapped_speakers(
    clauses: Clauses, found: Sequence[Candidate], names: Sequence[Span]
) -> list[Candidate]:
    """Return the candidates with "; the rebels, 400" of "the army said six; the rebels, 400".

    The verb is told once, of the speaker before; his words end before the second.
    """
    document, result = clauses.document, list(found)
    heads = {c.head for c in found}
    for k, one in enumerate(found):
        if one.stance or one.head < 0 or not one.rule.startswith(_SAYING):
            continue
        first, last = clauses.bounds_of(document.tokens[one.head])
        for mark in document.tokens[one.head : last]:
            if mark.text != ";" or mark.i <= first:
                continue
            gapped = _gapped(document, mark, last, names)
            if gapped is not None and gapped.head not in heads:
                heads.add(gapped.head)
                result[k] = cut(document, result[k], mark.start)
                result.append(gapped)
    return result


def _gapped(document: Document, mark: Token, last: int, names: Sequence[Span]) -> Candidate | None:
    """Return "the rebels, 400" behind a semicolon, where no verb is the speaker's own."""
    stop = next((t.i for t in document.tokens[mark.i + 1 : last] if t.text == ";"), last)
    words = document.tokens[mark.i + 1 : stop]
    comma = next((t for t in words[:_LONGEST_NAME] if t.text == ","), None)
    if comma is None:
        return None
    label = [t for t in words if t.i < comma.i and t.pos not in _LEADS]
    told = [t for t in words if t.i > comma.i and t.text != "."]
    if not label or not told or any(t.pos in ("VERB", "AUX") for t in label):
        return None
    source = _source(document, label, names)
    if source is None or told[0].tag in _RELATIVE or any(t.text == "," for t in told[:_AS_ASIDE]):
        return None
    inside = {t.i for t in label}
    for verb in (t for t in told if t.tag in _FINITE and not t.dep.startswith("aux")):
        subject = child(document, verb, "nsubj", "nsubjpass", "expl")
        if subject is None or subject.i in inside:
            return None
    that = told[0].lower == "that"
    if not that and told[0].tag not in ("CD", "IN", "RB", "DT") and told[0].pos != "NUM":
        return None
    own = told[1:] if that else told
    content = trim(document.text, Span(own[0].start, own[-1].end)) if own else None
    return _made(source[0], source[1], comma, content) if content is not None else None


def _labelled(clauses: Clauses, names: Sequence[Span]) -> Iterator[Candidate]:
    """Yield what stands behind a speaker and a colon: "The chief of staff, that evening: X".

    A noun of telling leads to its owner ("the army's answer: X"), a text speaks for itself.
    ``names`` are the stretches that name somebody. Titles are left to `claims_headlines`.
    """
    document = clauses.document
    for mark in document.tokens:
        if mark.text != ":" or document.sentence_of(mark).headline:
            continue
        quotes = clauses.quotes_near(mark)
        first, last = clauses.bounds_of(mark)
        label = _label(document, mark, first, quotes)
        source = _source(document, label, names) if label else None
        content = _behind(document, mark, last, quotes) if source is not None else None
        if source is not None and content is not None:
            yield _made(source[0], source[1], mark, content)


def _label(document: Document, mark: Token, first: int, quotes: Sequence[Quote]) -> Sequence[Token]:
    """Return the words between the beginning of a sentence, or a semicolon, and a colon."""
    start = mark.i
    while start > first and document.tokens[start - 1].text not in _MARKS:
        start -= 1
    words = document.tokens[start : mark.i]
    while words and words[0].pos in _LEADS:
        words = words[1:]
    apart = any(
        q.span.contains(mark.span) or q.span.overlaps(words[0].span) for q in quotes if words
    )
    verbal = any(t.tag in _FINITE or t.pos == "AUX" or t.tag in _RELATIVE for t in words)
    return () if apart or verbal or len(words) > _LONGEST_LABEL else words


def _source(
    document: Document, label: Sequence[Token], names: Sequence[Span]
) -> tuple[list[Token], Token] | None:
    """Return the speaker that a label names, and its head word."""
    ends = (k for k, t in enumerate(label) if t.text == "," or t.lower in _READ)
    name = label[: next(ends, len(label))]
    if not 0 < len(name) <= _LONGEST_NAME or any(t.tag in _NOT_NAMED for t in name):
        return None
    head = document.head_of_span(Span(name[0].start, name[-1].end))
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return None
    owner = owner_of(document, head) or of_state(document, head)
    if head.lemma.lower() in telling() and owner is not None:
        source = phrase(document, owner, {head.i})
        return [t for t in source if t.tag != "POS"], owner
    text = is_document(head) and head.lemma.lower() in telling()
    able = is_known_speaker(head) or text or _is_named(head, names)
    return (list(name), head) if able else None


def _is_named(head: Token, names: Sequence[Span]) -> bool:
    """Return whether a name is of somebody, not of a place."""
    able = head.pos == "PROPN" and head.ent in ("PERSON", "ORG", "NORP")
    return able and any(name.contains(head.span) for name in names)


def _behind(document: Document, mark: Token, last: int, quotes: Sequence[Quote]) -> Span | None:
    """Return what is told behind a colon: a quote, else what states or counts something."""
    stop = next((t.i for t in document.tokens[mark.i + 1 : last] if t.text == ";"), last)
    words = document.tokens[mark.i + 1 : stop]
    quote = next((q for q in quotes if 0 <= q.span.start - mark.end <= 1), None)
    if quote is not None:
        return quote.span
    if not words or words[-1].text == "?" or not any(map(_tells, words)):
        return None
    return trim(document.text, Span(words[0].start, words[-1].end))


def _tells(token: Token) -> bool:
    return token.tag in _FINITE or token.tag == "CD" or token.lower in _NOTHING


def _made(source: Sequence[Token], head: Token, mark: Token, content: Span) -> Candidate:
    return Candidate(
        head=mark.i,
        cue=mark.span,
        source=span_of(source),
        source_head=head.i,
        content=(content,),
        act="assert",
        rule=_RULE,
    )
