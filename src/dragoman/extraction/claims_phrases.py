"""Claims without a verb of their own: "according to X", "per X", "based on reports"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import DAYS
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document, is_known_speaker
from dragoman.extraction.claims_syntax import (
    child,
    phrase,
    runs,
    span_of,
)
from dragoman.language import Document, Token
from dragoman.model import Span

_BY_WHOM = {("according", "to"), ("based", "on")}
_REPORTS = frozenset({"report", "number"})
_LONGEST_CLAUSE = 16
# "As reported by KNA": verbs that vouch for what stands beside them.
_PRESS = frozenset({"media", "medium", "press", "newspaper", "paper", "daily", "magazine"})
_TOLD = frozenset({"report", "announce", "state", "note", "confirm", "describe", "reveal", "claim",
                   "say", "allege", "disclose", "publish", "tell"})  # fmt: skip


def according_to(clauses: Clauses, names: Sequence[Span] = ()) -> Iterator[Candidate]:
    """Yield the sentence around each "according to X" as X's.

    ``names`` are the stretches that name somebody, for sentences that lost their comma.
    """
    document = clauses.document
    for token in document.tokens:
        to = _joint(document, token)
        if to is not None and to.i + 1 < len(document.tokens) and _is_relative(document, to):
            yield from _in_relative(clauses, token, to)
            continue
        target = child(document, to, "pobj") if to is not None else None
        if to is not None and target is None:
            target = _misread_name(document, to)
        if to is None or target is None:
            continue
        if token.lower != "according" and not _are_reports(clauses, token, target):
            continue
        misread = target.dep != "pobj" and target.i > to.i + 1
        name = list(document.tokens[to.i + 1 : target.i + 1]) if misread else None
        source = _whole_name(document, name or phrase(document, target))
        source, target = _off_day(source, target)
        source = _with_clause(clauses, token, source)
        if (swallowed := _without_subject(clauses, token, source, names)) is not None:
            source, target = swallowed
        content = rest_of_sentence(clauses, token, source)
        occasion = content.pop() if _is_date_only(document, content) else None
        if len(content) > 1 and {t.pos for t in document.tokens_in(content[0])} == {"ADV"}:
            content.pop(0)  # "Finally, according to the police, ..."
        if source and content:
            cue = Span(token.start, to.end)
            yield _by_source(token, cue, source, target, content, occasion=occasion)


def _is_relative(document: Document, to: Token) -> bool:
    return document.tokens[to.i + 1].tag == "WDT"


def _in_relative(clauses: Clauses, token: Token, to: Token) -> Iterator[Candidate]:
    """Yield "X" of "a report according to which X" as the report's, and nothing of nobody's."""
    document = clauses.document
    first, last = _between_semicolons(document, token, *clauses.bounds_of(token))
    noun = next((t for t in reversed(document.tokens[first : token.i]) if t.pos != "PUNCT"), token)
    told = range(to.i + 2, last)
    if is_document(noun) and told:
        content = runs(document, set(told), [])
        source = phrase(document, noun, range(token.i, last))
        yield _by_source(
            token, Span(token.start, document.tokens[to.i + 1].end), source, noun, content
        )


def as_told_by(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the sentence around each "as reported by X", "as reported in the X media" as X's."""
    document = clauses.document
    for verb in document.tokens:
        if verb.tag != "VBN" or verb.lemma not in _TOLD:
            continue
        as_, by = child(document, verb, "mark"), _teller(document, verb)
        target = child(document, by, "pobj") if by is not None else None
        if as_ is None or as_.lower != "as" or by is None or target is None:
            continue
        if not as_.i < verb.i < by.i < target.i or child(document, verb, "nsubjpass") is not None:
            continue
        source = phrase(document, target)
        content = [
            piece
            for piece in rest_of_sentence(clauses, as_, source)
            if not _is_date_only(document, [piece, piece])
        ]
        if content:
            yield _by_source(verb, Span(as_.start, by.end), source, target, content)


def _teller(document: Document, verb: Token) -> Token | None:
    """Return the "by" behind "as reported", or the "in" before a paper or the press."""
    by, inside = child(document, verb, "agent"), child(document, verb, "prep")
    if by is not None or inside is None or inside.lower != "in":
        return by
    where = child(document, inside, "pobj")
    press = where is not None and (where.lemma.lower() in _PRESS or where.ent == "ORG")
    return inside if press else None


def of_owner(
    leading: Token, noun: Token, source: Sequence[Token], owner: Token, content: Sequence[Span]
) -> Candidate:
    """Return what "in the view of X", "by X's count" makes the words of X, who owns the noun."""
    cue = Span(leading.start, noun.end) if owner.i > noun.i else noun.span
    return _by_source(noun, cue, source, owner, content)


def _by_source(
    head: Token,
    cue: Span,
    source: Sequence[Token],
    target: Token,
    content: Sequence[Span],
    *,
    occasion: Span | None = None,
) -> Candidate:
    """Return what a phrase, and no verb, makes the words of somebody, whose head is ``target``."""
    return Candidate(
        head=head.i,
        cue=cue,
        source=span_of(source),
        source_head=target.i,
        content=tuple(content),
        act="assert",
        rule="according-to",
        occasion=occasion,
    )


def _misread_name(document: Document, to: Token) -> Token | None:
    """Return the last word of a body's name read as a clause: "according to Save the Children"."""
    last = to
    for token in document.tokens[to.i + 1 :]:
        if token.ent != "ORG" or (token.ent_start and token.i > to.i + 1):
            break
        last = token
    clause = document.tokens[to.i + 1] if to.i + 1 < len(document.tokens) else to
    return last if last.i > clause.i and clause.pos == "VERB" and last.pos != "VERB" else None


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


def _between_semicolons(document: Document, cue: Token, first: int, last: int) -> tuple[int, int]:
    """Return the part of a sentence that a phrase within it is of: "A, according to X; B"."""
    if cue.i == first:
        return first, last
    marks = [t.i for t in document.tokens[first:last] if t.text == ";"]
    before = [i + 1 for i in marks if i < cue.i]
    return max(before, default=first), next((i for i in marks if i > cue.i), last)


def rest_of_sentence(clauses: Clauses, cue: Token, source: list[Token]) -> list[Span]:
    """Return the sentence around a phrase from its cue to the end of its source."""
    document = clauses.document
    first, last = _between_semicolons(document, cue, *clauses.bounds_of(cue))
    inside = set(range(cue.i, max(t.i for t in source) + 1)) if source else {cue.i}
    joined = document.tokens[cue.i - 1] if cue.i > first else None
    if joined is not None and joined.pos == "CCONJ" and source:
        # "A, and according to X B": only B is X's.
        first = source[-1].i + 1
    rest = [i for i in range(first, last) if i not in inside]
    while rest and document.tokens[rest[0]].dep == "cc":
        rest.pop(0)
    return runs(document, rest, inside)
