"""Claims that somebody else quotes: "the agency quoted X as saying Y", "X was cited as saying"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import child, phrase, span_of
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token

_QUOTING = frozenset({"quote", "cite", "report"})


def quoted_as_saying(
    document: Document, found: Sequence[Candidate], quotes: Sequence[Quote]
) -> list[Candidate]:
    """Return ``found`` with each "quoted X as saying Y" told apart into two claims.

    The outer is the quoting medium's, the inner X's; both have Y as content. Where the passive
    names no medium ("X was quoted as saying") there is only X's claim.
    """
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
                content=(quote.span,),
                act="assert",
                rule="quoted-as-saying",
            )
    return None


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
