"""Claims whose tag stands after or inside what is said: "X, the envoy said, is Y".

Read from the surface, with the parse for the tag alone: what precedes a tag may be a quote of
several sentences, and no parser keeps such sentences together.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cues import cue_tokens
from dragoman.extraction.claims_lexicon import Frame, lexicon
from dragoman.extraction.claims_occasions import is_purpose
from dragoman.extraction.claims_runs import NOUNS, inverted_run, is_hyphened
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document, is_known_speaker
from dragoman.extraction.claims_syntax import child, is_negated, is_passive, span_of
from dragoman.extraction.claims_tags_around import after_as, before_tag, quote_after, resumed
from dragoman.extraction.claims_tags_source import source_of_tag
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

_ADJUNCTS = frozenset({
    "prep", "npadvmod", "advmod", "dative", "dobj", "agent", "prt", "nsubj", "aux", "neg", "mark",
    "cc", "oprd", "tmod",
})  # fmt: skip
_WITH_HEARER = frozenset({
    "tell", "warn", "remind", "inform", "assure", "ask", "write", "say", "add", "urge", "advise",
    "reassure", "quote", "cite", "text",
})  # fmt: skip
# "As the agency reported, ...": verbs that vouch for what stands beside them.
_VOUCHING = frozenset({
    "say", "report", "note", "point", "observe", "explain", "state", "announce", "admit", "tell",
    "acknowledge", "write", "argue", "claim", "warn", "predict", "recall", "remark", "mention",
    "put", "reveal", "confirm", "allege", "assert", "insist", "stress", "concede", "add", "tweet",
})  # fmt: skip


class Tag(Candidate, frozen=True, kw_only=True):
    """A candidate found from a tag, with the stretch of text of the tag itself."""

    segment: Span


def tag_of(
    clauses: Clauses,
    verb: Token,
    frames: dict[str, Frame],
    quotes: Sequence[Quote],
) -> Tag | None:
    """Return what stands around the tag of ``verb``, or None when it is no tag."""
    document = clauses.document
    frame = frames.get("clause") or frames.get("quote")
    if frame is None or (is_passive(document, verb) and not _is_misread(document, verb)):
        return None
    if _is_within(document, verb):
        return None
    goes_on = verb.lemma == "go" and _leads_on(document, verb)
    acts_on = _has_object(document, verb) and not inverted_run(document, verb)
    if goes_on or acts_on or _is_negated(document, verb, quotes):
        return None  # "The rebels did not comment" tags nothing
    source, subject = source_of_tag(clauses, verb, quotes)
    if subject is None or _is_but_quoted(verb, subject, quotes):
        return None
    able = subject.pos in ("PROPN", "PRON") or is_known_speaker(subject)
    if not able and (verb.dep == "acl" or frame.kind == "quote"):
        return None  # "..., a habit rarely reported in the capital", "“heavy” raids continue"
    segment = _segment(clauses, verb, source)
    behind = resumed(clauses, verb, segment)
    aside = document.tokens[segment[0].i - 1] if segment[0].i else verb
    if aside.lower == "as" and aside.dep == "mark" and not _is_aside(document, verb, segment):
        return None
    content = after_as(clauses, segment)
    if not content:
        participle = _is_participle(document, verb)
        content = [] if participle else before_tag(clauses, segment, quotes, behind)
        behind = behind if content else []
        after = behind or quote_after(clauses, segment, quotes)
        if after and not behind and _is_anothers(document, content, segment, after, quotes):
            content = []
        content += after
    needs_quote = frame.stance or frame.kind == "quote"
    if not content or (needs_quote and not _quoted(content, quotes)):
        return None
    return Tag(
        head=verb.i,
        cue=span_of(cue_tokens(document, verb)),
        source=span_of(source) if source else None,
        source_head=subject.i,
        content=tuple(content),
        act=frame.act,
        rule=f"tag:{frame.kind}",
        stance=is_purpose(document, verb)
        or (frame.stance and not _is_spoken(subject, content, quotes)),
        segment=span_of(segment),
    )


def _is_negated(document: Document, verb: Token, quotes: Sequence[Quote]) -> bool:
    """Return whether nobody said it; not by the "not" of a quote: '"Of course not," he replied'."""
    nots = [t for t in document.children(verb) if t.dep == "neg" and t.i < verb.i]
    quoted = [t for t in nots if any(q.inner.contains(t.span) for q in quotes)]
    return is_negated(document, verb) and (not nots or len(quoted) < len(nots))


def _is_anothers(
    document: Document,
    before: list[Span],
    segment: list[Token],
    after: list[Span],
    quotes: Sequence[Quote],
) -> bool:
    """Return whether a tag only leads on: '... said. "It is late." Novak said, "Let us go."'.

    The quote before it ends in a full stop and begins in the middle of its paragraph.
    """
    led_in = document.text[segment[-1].end : after[0].start].strip() in (",", ":")
    quote = next((q for q in quotes if before and q.span.end == before[-1].end), None)
    if not led_in or quote is None or len(before) > 1 or before[0] != quote.span:
        return False
    paragraph = document.paragraphs[quote.paragraph]
    first = not document.text[paragraph.start : quote.span.start].strip()
    return not first and document.text[quote.inner.end - 1] == "."


def _is_within(document: Document, verb: Token) -> bool:
    """Return whether a verb is said: "would ask" of "said, if elected, she would ask"."""
    above = document.head(verb)
    said = (
        verb.dep == "ccomp"
        and above.i < verb.i
        and "clause" in lexicon().verbs.get(above.lemma, {})
    )
    return said and any(t.dep == "aux" for t in document.children(verb))


def _is_aside(document: Document, verb: Token, segment: list[Token]) -> bool:
    """Return whether "as the agency reported" vouches for what it stands beside.

    Not in "..., as the two sides continued to argue": that is a clause of its own.
    """
    following = document.tokens[segment[-1].i + 1 : segment[-1].i + 2]
    ends = all(t.pos == "PUNCT" for t in following)
    deps = {t.dep for t in document.children(verb) if t.i > verb.i}
    own = {"xcomp", "ccomp"} if verb.lemma in _WITH_HEARER else {"dobj", "xcomp", "ccomp"}
    return verb.lemma in _VOUCHING and ends and deps.isdisjoint(own)


def _is_but_quoted(verb: Token, subject: Token, quotes: Sequence[Quote]) -> bool:
    """Return whether a quote begins between a subject and its verb: 'it “rejects” the plan'."""
    return any(q.inner.contains(verb.span) and not q.span.contains(subject.span) for q in quotes)


def _is_misread(document: Document, verb: Token) -> bool:
    """Return whether "the daily Tarsk Post reported on Monday" ends a sentence as its tag."""
    if verb.tag != "VBN" or verb.dep != "acl" or document.tokens[verb.i - 1].pos != "PROPN":
        return False
    rest = document.tokens[verb.i + 1 : document.sentence_of(verb).last]
    return all(t.ent in ("DATE", "TIME") or t.lower in ("on", ".") for t in rest)


def _leads_on(document: Document, verb: Token) -> bool:
    """Return whether "went on" is but the start of "went on to say"."""
    following = document.tokens[verb.i + 1 : verb.i + 3]
    return child(document, verb, "xcomp") is not None or any(t.lower == "to" for t in following)


def _has_object(document: Document, verb: Token) -> bool:
    """Return whether a verb has another object than a hearer or a quoted speaker."""
    target = child(document, verb, "dobj")
    if target is None or target.i < verb.i or verb.lemma in _WITH_HEARER:
        return False
    if verb.lemma == "read" and is_document(target):
        return False  # "read the statement"
    return (
        target.ent not in ("DATE", "TIME")
        and target.pos in NOUNS
        and not any(t.lower == "as" for t in document.children(verb))
        and not _is_quoted(document, target)
    )


def _is_quoted(document: Document, target: Token) -> bool:
    """Return whether a quotation mark stands in a phrase or right before it."""
    tokens = document.subtree(target)
    before = document.tokens[tokens[0].i - 1] if tokens[0].i else tokens[0]
    return any(t.text in ('"', "''", "``", "“") for t in (before, *tokens))


def _is_participle(document: Document, verb: Token) -> bool:
    return verb.tag == "VBG" and not any(
        token.dep in ("aux", "nsubj") for token in document.children(verb)
    )


def _segment(clauses: Clauses, verb: Token, source: list[Token]) -> list[Token]:
    document = clauses.document
    first, last = clauses.bounds_of(verb)
    own = {token.i for token in source}
    if source and all(t.pos == "PUNCT" for t in document.tokens[source[-1].i + 1 : verb.i]):
        own.update(range(source[-1].i, verb.i))
    for token in document.children(verb):
        if token.i in own or is_hyphened(document, token):
            continue
        if token.dep in _ADJUNCTS and (token.i > verb.i or token.dep in ("aux", "neg", "advmod")):
            own |= {t.i for t in document.subtree(token)}
    above = document.head(verb)
    if verb.dep == "xcomp" and above.lemma == "go":
        own.update(range(above.i, verb.i))
    # "told the BBC after the verdict “My client ...”": the parse hangs a quote on what precedes it.
    quotes = [
        q.span.start
        for q in clauses.quotes_near(verb)
        if q.speech and document.text[q.inner.end - 1] in ".,?!"
    ]
    ahead = min((start for start in quotes if start > verb.start), default=document.tokens[-1].end)
    low = high = verb.i
    while low - 1 in own and low > first:
        low -= 1
    while high + 1 in own and high + 1 < last and document.tokens[high + 1].start < ahead:
        high += 1
    return list(document.tokens[low : high + 1])


def _is_spoken(subject: Token, content: list[Span], quotes: Sequence[Quote]) -> bool:
    """Return whether somebody's attitude stands in speech: "Novak saw a way: “Let us talk.”"."""
    able = subject.pos in ("PROPN", "PRON") or is_known_speaker(subject)
    return able and all(any(q.speech and q.span.overlaps(p) for q in quotes) for p in content)


def _quoted(content: list[Span], quotes: Sequence[Quote]) -> bool:
    return all(any(q.span.overlaps(piece) for q in quotes) for piece in content)
