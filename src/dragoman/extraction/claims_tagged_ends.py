"""Contents that the parse cut short, taken to the end that the tagger gives them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import child, trim
from dragoman.extraction.claims_tagged_judging import Found
from dragoman.language import Document, Token
from dragoman.model import Span

# "that" and a space may stand before the grammar's content and in the tagger's.
_MARKER = 6
_NEW_SENTENCE = frozenset("\n;")
_PAST = ("VBD", "VBN")
_TIMES = frozenset({"DATE", "TIME"})


def lengthened(
    document: Document, claim: Candidate, found: Found, known: Sequence[Candidate]
) -> Candidate:
    """Return a claim with its last piece as long as the tagger's that begins where it does.

    Nothing is added past the sentence, over another cue, or when only a day is added; what the
    grammar cut off on purpose ("during a visit") stays off.
    """
    last = claim.content[-1]
    longer = next((p for p in found.content if _begins_like(p, last)), None)
    if longer is None or claim.head < 0 or claim.stance or claim.occasion is not None:
        return claim
    more = trim(document.text, Span(last.start, longer.end))
    if more.end <= last.end or more.end > document.sentence_of(claim.head).end:
        return claim
    added = Span(last.end, more.end)
    if not _NEW_SENTENCE.isdisjoint(added.of(document.text)):
        return claim
    words = [t for t in document.tokens_in(added) if t.start >= last.end and t.pos != "PUNCT"]
    if not words or all(t.ent in _TIMES or t.pos == "ADP" for t in words):
        return claim
    if _has_second_predicate(document, words, claim):
        return claim
    taken = [s for c in known if c is not claim for s in (c.cue, c.source) if s is not None]
    if any(added.overlaps(span) for span in taken):
        return claim
    return msgspec.structs.replace(claim, content=(*claim.content[:-1], more))


def _has_second_predicate(document: Document, words: Sequence[Token], claim: Candidate) -> bool:
    """Return whether the report goes on with what the speaker did: "praised X, and met Y".

    After "said X", a second clause of "he" or "they" still is what was said.
    """
    cue = document.tokens[claim.head]
    joined = words[0].pos == "CCONJ" and len(words) > 1 and words[1].tag in (cue.tag, *_PAST)
    if joined and not claim.rule.endswith(":clause"):
        return True
    beside = [t for t in words if t.dep == "conj" and document.head(t).i == cue.i]
    subjects = [child(document, t, "nsubj", "nsubjpass") for t in beside]
    return any(subject is None or subject.pos != "PRON" for subject in subjects)


def _begins_like(longer: Span, piece: Span) -> bool:
    return longer.start <= piece.start + 1 <= longer.start + _MARKER + 1 and longer.end > piece.end
