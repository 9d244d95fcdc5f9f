"""Claims that somebody else quotes: "the agency quoted X as saying Y", "X was cited as saying"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_bare_source import source_before
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document, is_known_speaker
from dragoman.extraction.claims_syntax import child, phrase, span_of, trim
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTING = frozenset({"quote", "cite", "report"})
_CITING = frozenset({"citing", "quoting", "cited", "quoted"})
_SET_OFF = frozenset({",", '"', "”", "''"})
# Rules of claims that may pass on another's words.
_PASSING_ON = ("verb:clause", "tag", "according-to")


def quoted_as_saying(
    clauses: Clauses,
    found: Sequence[Candidate],
    quotes: Sequence[Quote],
    names: Sequence[Span] = (),
) -> list[Candidate]:
    """Return ``found`` with each "quoted X as saying Y" told apart into two claims.

    The outer is the quoting medium's, the inner X's; both have Y as content. Where the passive
    names no medium ("X was quoted as saying") there is only X's claim.
    """
    document = clauses.document
    heads = {c.head: k for k, c in enumerate(found)}
    result = list(found)
    for saying in document.tokens:
        quoting = _quoting_verb(document, saying)
        if quoting is None:
            continue
        quoted = child(document, quoting, "nsubjpass") or child(document, quoting, "dobj")
        inner, outer = heads.get(saying.i), heads.get(quoting.i)
        base = result[inner] if inner is not None else None
        if base is None and outer is not None:
            base = result[outer]
        if quoted is None:
            continue
        base = base or _after_its_quote(document, quoted, saying, quotes)
        if base is None and (base := _after_its_clause(clauses, quoting, saying, names)):
            result += _by_medium(document, base, quoting)
        if base is None:
            continue
        claim = _of_quoted(document, base, quoted, saying, quoting)
        if inner is not None:
            result[inner] = claim
            if outer is not None:
                result[outer] = msgspec.structs.replace(result[outer], content=base.content)
        else:
            result.append(claim)
    return result


def _after_its_quote(
    document: Document, quoted: Token, saying: Token, quotes: Sequence[Quote]
) -> Candidate | None:
    """Return the quote right before "he was quoted by KNA as saying" as a claim, or None."""
    start = phrase(document, quoted)[0].start
    for quote in quotes:
        if quote.span.end <= start and not document.text[quote.span.end : start].strip(' ,"”’'):
            return Candidate(
                head=saying.i,
                cue=saying.span,
                source=None,
                source_head=None,
                content=(_with_front(document, quote),),
                act="assert",
                rule="quoted-as-saying",
            )
    return None


def _with_front(document: Document, quote: Quote) -> Span:
    """Return a quote with the clause it ends: 'the law "must be kept" until it "falls," he was'."""
    inside = document.tokens_in(quote.inner)
    first = document.sentence_of(inside[0]).first if inside else 0
    front = document.tokens[first : inside[0].i] if inside else ()
    whole = any(t.tag in _FINITE for t in front) and ":" not in {t.text for t in front}
    return Span(front[0].start, quote.span.end) if whole else quote.span


def _after_its_clause(
    clauses: Clauses, quoting: Token, saying: Token, names: Sequence[Span]
) -> Candidate | None:
    """Return the clause before "KNA quoted the ministry as saying", which ends its sentence."""
    document = clauses.document
    sentence = document.sentence_of(saying)
    rest = document.tokens[saying.i + 1 : sentence.last]
    subject = child(document, quoting, "nsubj", "nsubjpass")
    if subject is None or not all(_is_of_day(t) for t in rest):
        return None
    source = phrase(document, subject, {quoting.i})
    if document.tokens[source[0].i - 1].text not in _SET_OFF:
        source = source_before(document, quoting, sentence.first, names) or source
    front = document.tokens[sentence.first : source[0].i]
    if not any(t.tag in _FINITE for t in front):
        return None
    return Candidate(
        head=saying.i,
        cue=saying.span,
        source=span_of(source),
        source_head=subject.i,
        content=(trim(document.text, span_of(front)),),
        act="assert",
        rule="quoted-as-saying",
    )


def _by_medium(document: Document, base: Candidate, quoting: Token) -> list[Candidate]:
    """Return the agency's own claim of "X, the agency quoted Y as saying"; none in the passive."""
    if child(document, quoting, "nsubj") is None:
        return []
    return [msgspec.structs.replace(base, head=quoting.i, cue=quoting.span, rule="tag:clause")]


def _is_of_day(token: Token) -> bool:
    return token.pos == "PUNCT" or token.ent in ("DATE", "TIME") or token.tag == "IN"


def citing(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return ``found`` with each "X reported Y, citing Z": Y is Z's too, within X's words."""
    result = list(found)
    for k, outer in enumerate(found):
        if outer.head < 0 or outer.cue is None or not outer.rule.startswith(_PASSING_ON):
            continue
        verb = _cited_in(document, outer)
        source = child(document, verb, "dobj") if verb is not None else None
        if verb is None or source is None or not _speaks(source):
            continue
        last = outer.content[-1]
        content = outer.content
        if verb.start < last.end and verb.start > last.start:
            content = (*content[:-1], trim(document.text, Span(last.start, verb.start)))
        if not all(len(piece) for piece in content):
            continue
        result[k] = msgspec.structs.replace(_without(document, outer, verb), content=content)
        inner = msgspec.structs.replace(
            result[k],
            head=verb.i,
            cue=verb.span,
            source=span_of(phrase(document, source, {verb.i, outer.head})),
            source_head=source.i,
            rule="quoted-as-saying",
            reported_by=outer.head,
        )
        result.append(inner)
    return result


def _cited_in(document: Document, outer: Candidate) -> Token | None:
    """Return the "citing" or "quoting" that says whose words a claim passes on, or None."""
    sentence = document.sentence_of(outer.head)
    for token in document.tokens[sentence.first : sentence.last]:
        if token.lower not in _CITING or not _is_loose(document, token, outer):
            continue
        clausal = child(document, token, "ccomp") is not None
        said = any(
            t.lower == "as" and child(document, t, "pcomp") is not None
            for t in document.children(token)
        )
        return None if clausal or said else token
    return None


def _is_loose(document: Document, verb: Token, outer: Candidate) -> bool:
    """Return whether "citing" hangs on a claim: behind its comma, on its verb or on its speaker."""
    if outer.content[0].start < verb.start < outer.content[-1].end:
        before = document.tokens[verb.i - 1].text if verb.i else ""
        return verb.tag == "VBG" and before == "," and verb.i > outer.head
    if verb.tag != "VBG":
        relative = verb.dep == "relcl" and verb.head == outer.source_head
        return relative and verb.lower in ("cited", "quoted")
    if verb.i > outer.head and document.tokens[verb.i - 1].text == ",":
        return verb.dep in ("advcl", "prep", "acl", "xcomp")
    return verb.dep in ("advcl", "acl", "xcomp", "prep") and verb.head in (
        outer.head,
        outer.source_head,
    )


def _without(document: Document, outer: Candidate, verb: Token) -> Candidate:
    """Return a claim whose source ends before "quoting officials" or ", which cited officials"."""
    if outer.source is None or not outer.source.contains(verb.span):
        return outer
    first = min(document.subtree(verb)[0].start, verb.start)
    source = trim(document.text, Span(outer.source.start, first))
    return msgspec.structs.replace(outer, source=source) if len(source) else outer


def _speaks(source: Token) -> bool:
    return source.pos == "PROPN" or is_known_speaker(source) or is_document(source)


def _quoting_verb(document: Document, saying: Token) -> Token | None:
    if saying.tag != "VBG" or saying.dep != "pcomp":
        return None
    preposition = document.head(saying)
    quoting = document.head(preposition)
    if preposition.lower == "as" and quoting.lemma in _QUOTING:
        return quoting
    return None


def _of_quoted(
    document: Document, base: Candidate, quoted: Token, saying: Token, quoting: Token
) -> Candidate:
    passive = child(document, quoting, "nsubjpass") is not None
    cue = document.tokens[quoting.i : saying.i + 1] if passive else [saying]
    return msgspec.structs.replace(
        base,
        head=saying.i,
        cue=span_of(cue),
        source=span_of(phrase(document, quoted, {quoting.i, saying.i})),
        source_head=quoted.i,
        act="assert",
        rule="quoted-as-saying",
        reported_by=None if passive else quoting.i,
    )
