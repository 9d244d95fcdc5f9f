"""Claims whose tag stands after or inside what is said: "X, the envoy said, is Y".

Read from the surface, with the parse for the tag alone: what precedes a tag may be a quote of
several sentences, and no parser keeps such sentences together.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document
from dragoman.extraction.claims_syntax import (
    NOUNS,
    child,
    head_of_run,
    inverted_run,
    is_negated,
    is_passive,
    last_of_run,
    nominal_run,
    phrase,
    runs,
    span_of,
    speaker_of,
)
from dragoman.extraction.claims_verbs import cue_tokens, is_purpose, verb_frames
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token
from dragoman.model import Span

_ADJUNCTS = frozenset({
    "prep", "npadvmod", "advmod", "dative", "dobj", "agent", "prt", "nsubj", "aux", "neg", "mark",
    "cc", "oprd", "tmod",
})  # fmt: skip
_BETWEEN = " \t\r\n\u00a0,:;–—-\"“”'‘’«»"
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "MD"})
_BREAKS = frozenset({",", "-", "–", "—", "--", "…", "...", '"', "''", "”", "’", "'", "»"})
_QUOTATION = frozenset({'"', "“", "”", "«", "»"})
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
# A shorter quote after a verb is a word at arm's length: "citing 'security'".
_FEWEST_WORDS = 3
# Words that may stand between a quote and what the parse takes for its source.
_LOOSE = 4
# Characters between a quote and its verb, for a name with an apposition.
_LONGEST_NAME = 120
# What may follow a tag and still belong to what was said: "..., he added, with jets flying".
_RESUMES = frozenset({"with", "and", "but", "as", "because", "while", "though", "although",
                      "which", "who", "if", "when", "where", "even", "or", "so"})  # fmt: skip


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
    goes_on = verb.lemma == "go" and _leads_on(document, verb)
    if goes_on or is_negated(document, verb) or _has_object(document, verb):
        return None  # "The rebels did not comment" tags nothing
    source, subject = _source(clauses, verb, quotes)
    if subject is None:
        return None
    segment = _segment(clauses, verb, source)
    behind = _resumed(clauses, verb, segment)
    aside = document.tokens[segment[0].i - 1] if segment[0].i else verb
    if aside.lower == "as" and aside.dep == "mark" and not _is_aside(document, verb, segment):
        return None
    content = _after_as(clauses, segment)
    if not content:
        participle = _is_participle(document, verb)
        content = [] if participle else _before(clauses, segment, quotes, behind)
        behind = behind if content else []
        content += behind or _quote_after(clauses, segment, quotes)
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
        stance=frame.stance or is_purpose(document, verb),
        negated=is_negated(document, verb),
        segment=span_of(segment),
    )


def _is_aside(document: Document, verb: Token, segment: list[Token]) -> bool:
    """Return whether "as the agency reported" vouches for what it stands beside.

    Not in "..., as the two sides continued to argue": that is a clause of its own.
    """
    following = document.tokens[segment[-1].i + 1 : segment[-1].i + 2]
    ends = all(t.pos == "PUNCT" for t in following)
    deps = {t.dep for t in document.children(verb) if t.i > verb.i}
    own = {"xcomp", "ccomp"} if verb.lemma in _WITH_HEARER else {"dobj", "xcomp", "ccomp"}
    return verb.lemma in _VOUCHING and ends and deps.isdisjoint(own)


def _after_as(clauses: Clauses, segment: list[Token]) -> list[Span]:
    """Return Y of "As the agency reported, Y" and "but as the agency reported, Y"."""
    document = clauses.document
    first, last = clauses.bounds_of(segment[0])
    lead = [t for t in document.tokens[first : segment[0].i] if t.pos != "PUNCT"]
    if not lead or lead[-1].lower != "as" or len(lead) > 2 or lead[-1].i + 1 != segment[0].i:
        return []
    if len(lead) == 2 and lead[0].pos not in ("CCONJ", "ADV", "SCONJ"):
        return []
    comma = document.tokens[segment[-1].i + 1 : last]
    if len(comma) < 2 or comma[0].text not in (",", ":"):
        return []
    return runs(document, range(comma[1].i, last), [])


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


def _source(
    clauses: Clauses, verb: Token, quotes: Sequence[Quote]
) -> tuple[list[Token], Token | None]:
    """Return the source phrase and its head: by the parse, or what stands by the verb."""
    document = clauses.document
    subject = speaker_of(document, verb)
    inverted = inverted_run(document, verb)
    if inverted:
        own = {token.i for token in inverted}
        sure = subject is not None and subject.i in own and subject.pos == "PROPN"
        head = subject if sure and subject is not None else last_of_run(inverted)
        return _longer(inverted, _unquoted(phrase(document, head, {verb.i}))), head
    after = _after_quote(document, verb, quotes)
    near = after or nominal_run(document, verb, clauses.first_of(verb))
    own = {token.i for token in near}
    if near is after and subject is not None and subject.i in own:
        return near, subject
    if near and (subject is None or subject.i not in own):
        return near, head_of_run(near)
    if subject is None or subject.i == verb.i:
        return [], None
    if subject.i < clauses.first_of(verb):
        return [], subject
    return near if _is_set_off(near, verb) else phrase(document, subject, {verb.i}), subject


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
    return [] if any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ") for t in run) else run


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
        if token.i in own:
            continue
        if token.dep in _ADJUNCTS and (token.i > verb.i or token.dep in ("aux", "neg", "advmod")):
            own |= {t.i for t in document.subtree(token)}
    above = document.head(verb)
    if verb.dep == "xcomp" and above.lemma == "go":
        own.update(range(above.i, verb.i))
    low = high = verb.i
    while low - 1 in own and low > first:
        low -= 1
    while high + 1 in own and high + 1 < last:
        high += 1
    return list(document.tokens[low : high + 1])


def _before(
    clauses: Clauses, segment: list[Token], quotes: Sequence[Quote], behind: Sequence[Span]
) -> list[Span]:
    """Return what stands before a tag; less than a clause only if it goes on ``behind`` it."""
    document = clauses.document
    quote = _quote_ending_at(document, segment[0], quotes)
    front = list(document.tokens[clauses.first_of(segment[0]) : segment[0].i])
    if not any(token.pos not in ("PUNCT", "SPACE", "CCONJ") for token in front):
        return [quote.span] if quote is not None else []
    if front[-1].lower == "as" and len(front) > 1:
        front.pop()
    if quote is None and front[-1].text not in _BREAKS:
        return []
    if quote is None and not behind and not any(token.tag in _VERBAL for token in front):
        return []
    front = _without_conjunction(front, quotes)
    pieces = runs(document, [token.i for token in front], [])
    if quote is not None and pieces:
        pieces[-1] = pieces[-1].cover(quote.span)
    return pieces


def _without_conjunction(front: list[Token], quotes: Sequence[Quote]) -> list[Token]:
    while front and front[0].pos in ("CCONJ", "PUNCT"):
        if any(q.span.start <= front[0].start < q.span.end for q in quotes):
            break
        front = front[1:]
    return front


def _quote_ending_at(document: Document, first: Token, quotes: Sequence[Quote]) -> Quote | None:
    """Return the quote of the same paragraph that ends right before a tag, or None."""
    paragraph = document.sentence_of(first).paragraph
    for quote in quotes:
        if quote.paragraph != paragraph or quote.span.end > first.start:
            continue
        between = document.text[quote.span.end : first.start].strip(_BETWEEN)
        # A quote that ends in a comma waits for its tag, whatever the parse makes of it.
        waits = document.text[quote.inner.end - 1] == "," and quote.closed
        loose = waits and len(between.split()) <= _LOOSE and not set(between) & set(".;!?:,")
        if not between or loose:
            return quote
    return None


def _quote_after(clauses: Clauses, segment: list[Token], quotes: Sequence[Quote]) -> list[Span]:
    document = clauses.document
    end = segment[-1].end
    limit = document.sentence_of(segment[-1]).end + 2
    for quote in quotes:
        if not end <= quote.span.start < limit:
            continue
        between = document.text[end : quote.span.start]
        gap = Span(end, quote.span.start)
        if len(gap) and any(t.pos == "VERB" for t in document.tokens_in(gap)):
            return []
        clean = not between.strip(_BETWEEN)
        led_in = between.rstrip().endswith((":", ",", " that")) and len(between) < 60
        words = len(quote.inner.of(document.text).split())
        if quote.speech or (clean and words >= _FEWEST_WORDS):
            return [quote.span] if clean or led_in else []
        return []
    return []


def _resumed(clauses: Clauses, verb: Token, segment: list[Token]) -> list[Span]:
    """Return "is Y" of "X, the envoy said, is Y", or nothing."""
    document = clauses.document
    first, last = clauses.bounds_of(verb)
    rest = document.tokens[segment[-1].i + 1 : last]
    if len(rest) < 2 or rest[0].text not in (",", "-", "–", "—", "--"):
        return []
    if rest[1].tag == "VBG" and verb_frames(document, rest[1]):
        return []
    if rest[1].tag in ("WRB", "IN") and any(t.tag == "VBG" for t in rest[2:3]):
        return []  # ", when referring to the mission" tells of the tag
    inside = {token.i for token in rest}
    front = document.tokens[first : segment[0].i]
    tied = any(token.head in inside for token in front) or (
        document.head(verb).i in inside and verb.dep != "ROOT"
    )
    if not tied and rest[1].lower not in _RESUMES:
        return []
    return runs(document, [token.i for token in rest], [])


def _quoted(content: list[Span], quotes: Sequence[Quote]) -> bool:
    return all(any(q.span.overlaps(piece) for q in quotes) for piece in content)
