"""Claims without a report verb of their own: "according to X", "X's claim that", "voiced hope"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import DAYS
from dragoman.extraction.claims_lexicon import Frame, lexicon
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document, is_known_speaker
from dragoman.extraction.claims_syntax import (
    child,
    is_negated,
    phrase,
    runs,
    span_of,
    subject_of,
)
from dragoman.extraction.claims_verbs import cue_tokens, is_purpose
from dragoman.language import Document, Token
from dragoman.model import Span

_BY_WHOM = {("according", "to"), ("based", "on")}
_REPORTS = frozenset({"report", "number"})
_LONGEST_CLAUSE = 16
# Acts that nobody does by having something: "has hopes that" is said, "has threats" is not.
_NOT_HAD = frozenset({"threaten", "accuse", "condemn", "demand"})
# Whatever one voices with these is said: "expressed amusement that X".
_UTTERING = frozenset({"express", "voice"})
_UTTERED = {kind: Frame(kind, "assert") for kind in ("clause", "infinitive", "for")}


def according_to(clauses: Clauses, names: Sequence[Span] = ()) -> Iterator[Candidate]:
    """Yield the sentence around each "according to X" as X's.

    ``names`` are the stretches that name somebody, for sentences that lost their comma.
    """
    document = clauses.document
    for token in document.tokens:
        to = _joint(document, token)
        target = child(document, to, "pobj") if to is not None else None
        if to is None or target is None:
            continue
        if token.lower != "according" and not _are_reports(clauses, token, target):
            continue
        source = _whole_name(document, phrase(document, target))
        source, target = _off_day(source, target)
        source = _with_clause(clauses, token, source)
        if (swallowed := _without_subject(clauses, token, source, names)) is not None:
            source, target = swallowed
        content = _rest_of_sentence(clauses, token, source)
        occasion = content.pop() if _is_date_only(document, content) else None
        if source and content:
            yield Candidate(
                head=token.i,
                cue=Span(token.start, to.end),
                source=span_of(source),
                source_head=target.i,
                content=tuple(content),
                act="assert",
                rule="according-to",
                occasion=occasion,
            )


def _joint(document: Document, token: Token) -> Token | None:
    """Return "to" of "according to", "on" of "based on" and "per" itself, or None."""
    if token.lower == "per":
        return token
    to = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
    return to if (token.lower, to.lower) in _BY_WHOM else None


def _are_reports(clauses: Clauses, based: Token, target: Token) -> bool:
    """Return whether a sentence opens with "Based on reports", "Per the decree" and the like."""
    first = clauses.first_of(based) == based.i
    return first and (is_document(target) or target.lemma in _REPORTS)


def _off_day(source: list[Token], target: Token) -> tuple[list[Token], Token]:
    """Return "the Tarsk Post" of "according to the Tarsk Post Sunday", read as one name."""
    if target.lower not in DAYS or not source or source[-1].i != target.i:
        return source, target
    named = source[:-1]
    return (named, named[-1]) if named and named[-1].tag == "NNP" else (source, target)


def _with_clause(clauses: Clauses, cue: Token, source: list[Token]) -> list[Token]:
    """Return "the decree signed by the king" of "Per the decree signed by the king, ..." whole."""
    document = clauses.document
    after = source[-1].i + 1 if source else cue.i
    rest = document.tokens[after : min(after + _LONGEST_CLAUSE, clauses.bounds_of(cue)[1])]
    comma = next((t.i for t in rest if t.text == ","), None)
    if comma is None or cue.i != clauses.first_of(cue) or rest[0].tag not in ("VBN", "VBG"):
        return source
    return [*source, *document.tokens[after:comma]]


def _is_date_only(document: Document, content: list[Span]) -> bool:
    """Return whether the last piece is but the day on which it was said: "... on Friday"."""
    if len(content) < 2:
        return False
    tokens = document.tokens_in(content[-1])
    return all(t.ent in ("DATE", "TIME") or t.tag in ("IN", "DT") for t in tokens)


def _without_subject(
    clauses: Clauses, cue: Token, source: list[Token], names: Sequence[Span]
) -> tuple[list[Token], Token] | None:
    """Return "the Observatory" of "According to the Observatory heavy shelling hit the town".

    The phrase has taken in the subject of what follows, whose verb stands right behind it.
    """
    document = clauses.document
    after = source[-1].i + 1 if source else 0
    if cue.i != clauses.first_of(cue) or not 0 < after < clauses.bounds_of(cue)[1]:
        return None
    verb = next((t for t in document.tokens[after:] if t.tag != "RB"), document.tokens[after])
    if verb.tag not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    ends = {name.end for name in names if name.start >= source[0].start}
    for k, token in enumerate(source[:-1]):
        speaks = token.end in ends or is_known_speaker(token) or is_document(token)
        inside = any(n.start <= token.start and n.end >= source[k + 1].end for n in names)
        if speaks and source[k + 1].tag not in ("IN", "POS") and not inside:
            return source[: k + 1], token
    return None


def _whole_name(document: Document, source: list[Token]) -> list[Token]:
    """Return "news agency KNA" whole, where the parse makes KNA the subject of what follows."""
    while source and source[-1].i + 1 < len(document.tokens):
        following = document.tokens[source[-1].i + 1]
        if following.pos != "PROPN" or following.end - source[-1].end > len(following.text) + 1:
            break
        source = [*source, following]
    return source


def _rest_of_sentence(clauses: Clauses, cue: Token, source: list[Token]) -> list[Span]:
    document = clauses.document
    first, last = clauses.bounds_of(cue)
    inside = set(range(cue.i, source[-1].i + 1)) if source else {cue.i}
    joined = document.tokens[cue.i - 1] if cue.i > first else None
    if joined is not None and joined.pos == "CCONJ" and source:
        # "A, and according to X B": only B is X's.
        first = source[-1].i + 1
    rest = [i for i in range(first, last) if i not in inside]
    while rest and document.tokens[rest[0]].dep == "cc":
        rest.pop(0)
    return runs(document, rest, inside)


def noun_candidates(document: Document) -> Iterator[Candidate]:
    """Yield "X's claim that Y" and "expressed hope that Y"."""
    known = lexicon()
    for token in document.tokens:
        if token.pos != "NOUN":
            continue
        lemma = token.lemma.lower()
        verb = document.head(token)
        if token.dep == "dobj" and verb.lemma in known.light_verbs and lemma in known.expressed:
            frames = known.expressed[lemma]
            if verb.lemma == "have" and any(f.act in _NOT_HAD for f in frames.values()):
                continue  # "doctors have a threat of ten years in jail"
            found = _expressed(document, token, verb, frames)
        elif token.dep == "dobj" and verb.lemma in _UTTERING:
            found = _expressed(document, token, verb, _UTTERED)
        elif lemma in known.nouns:
            found = _owned(document, token, known.nouns[lemma])
        else:
            found = None
        if found is not None:
            yield found


def _expressed(
    document: Document, noun: Token, verb: Token, frames: dict[str, Frame]
) -> Candidate | None:
    subject = subject_of(document, verb)
    if subject is None:
        return None
    complement = _complement(document, noun, frames) or _complement(document, verb, frames, noun.i)
    if complement is None:
        return None
    frame, marker, indices = complement
    cue = [*cue_tokens(document, verb), *document.tokens[verb.i + 1 : noun.i + 1]]
    taken = {token.i for token in cue}
    source = phrase(document, subject, taken | set(indices))
    content = runs(document, [i for i in indices if i > noun.i], [])
    if not content or not source:
        return None
    return Candidate(
        head=noun.i,
        cue=span_of(cue),
        source=span_of(source),
        source_head=subject.i,
        content=tuple(content),
        act=frame.act,
        rule=f"expressed:{frame.kind}",
        stance=is_purpose(document, verb),
        negated=is_negated(document, verb),
        marker=marker,
    )


def _owned(document: Document, noun: Token, frames: dict[str, Frame]) -> Candidate | None:
    owner = child(document, noun, "poss")
    if owner is None:
        by = next((t for t in document.children(noun) if t.lower == "by"), None)
        owner = child(document, by, "pobj") if by is not None else None
    complement = _complement(document, noun, frames)
    if owner is None and complement is not None and complement[0].kind == "clause":
        owner = _of_state(document, noun)
        if owner is None and _are_told_of(document, noun):
            owner = noun  # nobody knows whose reports
    if owner is None or complement is None or child(document, owner, "poss") is not None:
        return None
    frame, marker, indices = complement
    beside = {*indices, *range(noun.i + 1, indices[0])}
    source = phrase(document, owner, beside if owner.i == noun.i else {noun.i, *indices})
    if source and source[-1].tag == "POS":
        source = source[:-1]
    content = runs(document, [i for i in indices if i > noun.i], [])
    if not content or not source:
        return None
    return Candidate(
        head=noun.i,
        cue=noun.span,
        source=span_of(source),
        source_head=owner.i,
        content=tuple(content),
        act=frame.act,
        rule="verb:clause" if owner.i == noun.i else f"noun:{frame.kind}",
        marker=marker,
    )


def _are_told_of(document: Document, noun: Token) -> bool:
    """Return whether there "were reports that X", or something happened "amid reports that X"."""
    above = document.head(noun)
    there = above.lemma == "be" and child(document, above, "expl") is not None
    amid = noun.dep == "pobj" and above.lower in ("amid", "amidst", "following")
    return noun.lower == "reports" and (there or amid)


def _of_state(document: Document, noun: Token) -> Token | None:
    """Return "US" of "the US assessment that X" and "Russian" of "Russian claims that X"."""
    for token in document.children(noun):
        beside = token.dep in ("compound", "nmod", "amod") and token.text[:1].isupper()
        if beside and token.ent in ("GPE", "NORP", "ORG"):
            return token
    return None


def _complement(
    document: Document, word: Token, frames: dict[str, Frame], after: int = -1
) -> tuple[Frame, Span | None, list[int]] | None:
    for other in document.children(word):
        if other.i <= max(word.i, after):
            continue
        tokens = document.subtree(other)
        first = tokens[0]
        clausal = other.dep in ("acl", "ccomp", "relcl") and first.lower == "that"
        led = first.dep == "mark" or first.tag == "IN"
        if clausal and "clause" in frames and led:
            return frames["clause"], first.span, [t.i for t in tokens[1:]]
        to = other.dep in ("acl", "xcomp") and other.tag == "VB" and first.lower == "to"
        if to and "infinitive" in frames:
            return frames["infinitive"], None, [t.i for t in tokens]
        if other.dep == "prep" and other.lower in frames:
            return frames[other.lower], None, [t.i for t in tokens if t.i > other.i]
    return None
