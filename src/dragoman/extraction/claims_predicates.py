"""Two report verbs of one subject: "said the truce was holding and called on both sides to X".

The parse often hangs the second verb on the clause that the first one reports, and so makes it
a part of what was said, by whoever that clause is about.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cutting import cut
from dragoman.extraction.claims_sources import is_known_speaker
from dragoman.language import Document, Token
from dragoman.model import Span

_JOINING = frozenset({"and", "but"})
_SUBJECTS = frozenset({"PROPN", "PRON"})


def told_apart(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with each second predicate given to the speaker of the first."""
    result = list(found)
    outers = [k for k, c in enumerate(found) if c.rule.startswith("verb") and c.head >= 0]
    for i, inner in enumerate(found):
        at = _joint(document, inner)
        if at is None or inner.cue is None:
            continue
        for k in outers:
            outer = result[k]
            if k == i or not any(piece.contains(inner.cue) for piece in outer.content):
                continue
            if _is_same_speaker(document, inner, outer):
                result[i] = msgspec.structs.replace(
                    inner,
                    source=outer.source,
                    source_head=outer.source_head,
                    goes_on=outer.head,
                )
                _cut_all(document, result, outer, inner.cue, at)
    return result


def with_own_subjects(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return "denied involvement and the ministry said X" as two claims, not "involvement and it".

    Without a comma the parse joins the object of the first verb and the subject of the second.
    """
    result = list(found)
    for i, inner in enumerate(found):
        torn = _torn_subject(document, inner)
        for k, outer in enumerate(result):
            if torn is None or k == i or inner.source is None or outer.cue is None:
                continue
            if outer.content[0].start == inner.source.start and outer.head < inner.head:
                joint, name = torn
                own = Span(name[0].start, name[-1].end)
                result[i] = msgspec.structs.replace(inner, source=own, source_head=name[-1].i)
                result[k] = cut(document, outer, joint.start)
    return result


def _torn_subject(document: Document, found: Candidate) -> tuple[Token, list[Token]] | None:
    """Return the "and" of a source and the speaker behind it, where what stands before is none."""
    if found.source is None or found.source_head is None or found.head < 0:
        return None
    tokens = document.tokens_in(found.source)
    joint = next((t for t in tokens if t.lower in _JOINING), None)
    head = document.tokens[found.source_head]
    if joint is None or head.i > joint.i or head.pos != "NOUN" or is_known_speaker(head):
        return None
    name = [t for t in tokens if t.i > joint.i]
    # Of "pressures on Syria and Tehran will not" Tehran is beside Syria, and no subject.
    beside = any(t.dep == "conj" and t.head == head.i for t in name)
    able = beside and (name[-1].pos == "PROPN" or is_known_speaker(name[-1]))
    return (joint, name) if able else None


def _cut_all(
    document: Document, result: list[Candidate], outer: Candidate, cue: Span, at: int
) -> None:
    """End a claim before a cue that is none of its words, and the claims within it too."""
    for k, other in enumerate(result):
        inside = other.cue is not None and any(p.contains(other.cue) for p in outer.content)
        before = other.cue is not None and other.cue.start < cue.start
        if before and (other is outer or inside) and any(p.contains(cue) for p in other.content):
            result[k] = cut(document, other, at)


def _joint(document: Document, inner: Candidate) -> int | None:
    """Return where "and" stands right before the cue, or None."""
    if inner.head < 0 or inner.cue is None or not inner.rule.startswith(("verb", "expressed")):
        return None
    first = document.tokens_in(inner.cue)[0]
    before = document.tokens[first.i - 1] if first.i else first
    return before.start if before.lower in _JOINING else None


def _is_same_speaker(document: Document, inner: Candidate, outer: Candidate) -> bool:
    """Return whether the second verb can only be the outer speaker's.

    Its subject by the parse is nobody, or does nothing ("two men were killed but said").
    """
    first, second = document.tokens[outer.head], document.tokens[inner.head]
    alike = first.tag == second.tag or (_is_perfect(document, first) and second.tag == "VBD")
    if first.i > second.i or not alike or inner.source_head is None:
        return False
    subject = document.tokens[inner.source_head]
    if inner.source_head == outer.source_head:
        return second.dep == "conj" and document.head(second).tag == "VB" and second.tag == "VBD"
    if not any(piece.contains(subject.span) for piece in outer.content):
        return False
    governor = document.head(subject)
    if governor.tag == "VB" and second.tag in ("VBD", "VBZ"):
        return True  # "noted that the House did not agree, and mentioned X"
    return not _acts(document, subject)


def _is_perfect(document: Document, verb: Token) -> bool:
    """Return whether a verb is a "has said" or "had said"."""
    return verb.tag == "VBN" and any(t.dep == "aux" for t in document.children(verb))


def _acts(document: Document, subject: Token) -> bool:
    verb = document.head(subject)
    able = subject.pos in _SUBJECTS or is_known_speaker(subject)
    return able and subject.dep == "nsubj" and verb.lemma != "be"
