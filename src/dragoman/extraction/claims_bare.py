"""Tags that nothing sets off: "Two shells hit the town on Monday a relief group said."

Some reports reach us without their commas. The parse of such a sentence is no help at the seam,
so the source is read back from the verb, word by word, and what stands before it has to be a
clause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from dragoman.extraction.claims_bare_source import (
    LONGEST,
    NAMING,
    OPENING,
    described_before,
    is_unended,
    source_before,
)
from dragoman.extraction.claims_cues import cue_tokens
from dragoman.extraction.claims_frames import verb_frames
from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_runs import NOUNS, head_of_run
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_document, is_known_speaker
from dragoman.extraction.claims_syntax import child, is_passive, runs, span_of
from dragoman.extraction.claims_tags import Tag
from dragoman.language import Document, Token
from dragoman.model import Span

_TAGGING = frozenset({"say", "add", "tell", "report", "state", "announce", "note", "confirm",
                      "explain", "write", "claim", "warn", "declare", "stress", "suggest",
                      "indicate", "reveal", "allege"})  # fmt: skip
_TOLD = frozenset({"tell", "inform"})
# "legislation he wrote" is no tag, "the talks he said" may be one.
_SPEAKING = frozenset({"say", "add", "tell"})
_INVERTED = frozenset({"say", "add", "report", "write"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What a tag may be followed by, besides the day: how, where and in what circumstances.
_AFTER = frozenset({"on", "in", "by", "via", "at", "through", "to", "from", "during", "after",
                    "despite", "as", "without", "over", "with", "late", "early", "earlier",
                    "later", "today", "yesterday"})  # fmt: skip
# What begins another clause behind a tag: "... a relief group said and clashes had erupted".
_NEXT = frozenset({"but", "and", "because"})
# How a clause without a verb begins that still belongs to what was said: "most of them children".
_ADDING = frozenset({"most", "mostly", "including", "among", "all"})
# Words that end a clause though they often lead to a noun: "all around", "five dead".
_ENDINGS = frozenset({"dead", "around", "out", "up", "down", "off", "back", "away"})
# With which a page goes on that has run into the sentence: "... a relief group said Tags Tarsk".
_FURNITURE = frozenset({"Tags", "Topics", "Keywords", "Share", "Source", "Related"})
_CITING = frozenset({"citing", "quoting"})
_FARTHEST = 5
_FEWEST = 3


def bare_tag_of(
    clauses: Clauses, verb: Token, frames: dict[str, Frame], names: Sequence[Span] = ()
) -> Tag | None:
    """Return the clause before "a relief group said" as said by the group, or None.

    ``names`` are the stretches that name somebody; of two names side by side the second speaks.
    """
    document = clauses.document
    frame = frames.get("clause")
    if frame is None or frame.stance or verb.lemma not in _TAGGING:
        return None
    if verb.tag not in ("VBD", "VBZ", "VBN", "VBP", "NNS"):
        return None
    first = clauses.first_of(verb)
    source = _source_of(clauses, verb, names)
    told_of = len(source) == 1 and source[0].pos == "PRON" and verb.dep == "relcl"
    told_of = told_of and verb.lemma not in _SPEAKING
    if not source or told_of or _is_done_to(document, verb, source):
        return None
    if verb.tag == "VBP" and verb.lemma != "say" and head_of_run(source).tag != "NNS":
        return None
    behind = max(verb.i, source[-1].i)
    seam = min(source[0].i, verb.i)
    added = _added(clauses, behind) or _resumed(clauses, verb, seam)
    if not added and not _ends(clauses, behind, verb):
        return None
    if seam - 1 >= first and document.tokens[seam - 1].lower == "as":
        seam -= 1
    parted = bool(added) and added.start == verb.i + 1 and verb.dep == "relcl"
    if not parted and not _is_clause(document, document.tokens[first:seam]):
        return None
    content = [*runs(document, range(first, seam), []), *runs(document, added, [])]
    return Tag(
        head=verb.i,
        cue=span_of(cue_tokens(document, verb)),
        source=span_of(source),
        source_head=head_of_run(source).i,
        content=tuple(content),
        act=frame.act,
        rule="tag:bare",
        segment=span_of(document.tokens[seam : max(verb.i, source[-1].i) + 1]),
    )


def _source_of(clauses: Clauses, verb: Token, names: Sequence[Span]) -> list[Token]:
    """Return who speaks in a tag: behind the verb, right before it, or described before it."""
    document, first = clauses.document, clauses.first_of(verb)
    source = _inverted(clauses, verb, names) or source_before(document, verb, first, names)
    able = any(t.pos in ("PROPN", "PRON") or is_known_speaker(t) for t in source)
    if able and (source[0].i < first + _FEWEST or _is_before(document, first, source)):
        return source
    described = described_before(document, verb, first, names)
    return next((run for run in described if _is_before(document, first, run)), source)


def _is_before(document: Document, first: int, source: Sequence[Token]) -> bool:
    """Return whether what stands before a source is a clause of its own."""
    return _is_clause(document, document.tokens[first : source[0].i])


def _inverted(clauses: Clauses, verb: Token, names: Sequence[Span] = ()) -> list[Token]:
    """Return "a relief group" of "... says a relief group." where the parse agrees."""
    document = clauses.document
    subjects = [t for t in document.children(verb) if t.dep == "nsubj"]
    subject = subjects[-1] if subjects else None
    target = child(document, verb, "dobj")
    if subject is None and target is not None:
        named = target.ent in ("ORG", "PERSON", "GPE")
        able = named or is_known_speaker(target) or is_document(target)
        subject = target if able else None
    subject = subject or _torn_off(document, verb)
    if verb.lemma == "say" and (name := _named_behind(clauses, verb, names)):
        return name
    if verb.lemma not in _INVERTED or subject is None or subject.i < verb.i:
        return []
    run = list(document.subtree(subject))
    whole = run[-1].i - run[0].i + 1 == len(run) and run[0].i == verb.i + 1
    return run if whole and len(run) <= 2 * LONGEST and subject.pos in NOUNS else []


def _named_behind(clauses: Clauses, verb: Token, names: Sequence[Span]) -> list[Token]:
    """Return "Jan Novak a farmer" of "... said Jan Novak a farmer.", without a verb of its own."""
    document = clauses.document
    first, last = clauses.bounds_of(verb)
    rest = [t for t in document.tokens[verb.i + 1 : last] if t.pos != "PUNCT"]
    opening = rest[1:2] if rest and rest[0].lower == "the" else rest[:1]
    named = opening and any(n.start in (opening[0].start, rest[0].start) for n in names)
    if not named or opening[0].pos != "PROPN" or len(rest) > LONGEST:
        return []
    if any(t.tag in _FINITE and t.dep != "relcl" for t in rest):
        return []
    return rest if _is_clause(document, document.tokens[first : verb.i]) else []


def _torn_off(document: Document, verb: Token) -> Token | None:
    """Return the known speaker right behind a verb, whatever the parse hung it on."""
    for token in document.tokens[verb.i + 1 : verb.i + _FARTHEST]:
        first = document.subtree(token)[0].i
        if first == verb.i + 1 and is_known_speaker(token):
            return token
    return None


def _is_done_to(document: Document, verb: Token, source: Sequence[Token]) -> bool:
    """Return whether a verb is passive; "said" alone, and what "a source announced", are not."""
    head = head_of_run(list(source))
    if document.tokens[verb.i + 1].lower == "by" and verb.lemma != "say":
        return True  # "in an attack claimed by the rebels"
    if verb.dep == "acl":
        return not (head.pos == "PROPN" or is_known_speaker(head))
    return verb.tag != "VBD" and is_passive(document, verb)


def _added(clauses: Clauses, i: int) -> range:
    """Return "most of them children" of "X killed ten, the group said most of them children"."""
    document = clauses.document
    _, last = clauses.bounds_of(document.tokens[i])
    rest = document.tokens[i + 1 : last]
    if not rest or rest[0].lower not in _ADDING or any(t.tag in _FINITE for t in rest):
        return range(0)
    return range(i + 1, last)


def _resumed(clauses: Clauses, verb: Token, seam: int) -> range:
    """Return "struck a bus" of "The bombs the ministry said struck a bus", else nothing."""
    document = clauses.document
    subject = document.head(verb)
    _, last = clauses.bounds_of(verb)
    following = document.tokens[verb.i + 1 : last]
    if verb.dep != "relcl" or verb.lemma not in ("say", "add") or subject.i != seam - 1:
        return range(0)
    own = subject.dep in ("nsubj", "nsubjpass") and verb.i < subject.head
    goes_on = bool(following) and following[0].tag in _FINITE
    return range(verb.i + 1, last) if own and goes_on else range(0)


def _ends(clauses: Clauses, i: int, verb: Token) -> bool:
    """Return whether a tag is over behind token ``i``: nothing that it might say follows."""
    document = clauses.document
    _, last = clauses.bounds_of(verb)
    rest = list(document.tokens[i + 1 : last])
    if verb.lemma in _TOLD:
        named = 0
        while named < len(rest) and rest[named].tag in NAMING | OPENING:
            if rest[named].ent in ("DATE", "TIME"):
                break
            named += 1
        if not named:
            return False
        rest = rest[named:]
    if not rest or rest[0].text in (".", "!", "?") or rest[0].text in _FURNITURE:
        return True
    head = rest[0]
    if head.lower == "to" and len(rest) > 1 and rest[1].tag == "VB":
        return False  # "men said to be rebels"
    doing = head.tag == "VBG" and (verb.lemma in ("say", "add") or verb_frames(document, head))
    if head.lower in _NEXT or doing:
        return True
    if head.lower not in _AFTER and head.ent not in ("DATE", "TIME"):
        return False
    for token, following in zip_longest(rest, rest[1:]):
        if token.text == "," and following is not None and following.lower in _CITING:
            return True  # "..., the daily reported on Monday, citing officials."
        if token.lower in ("after", "as", "despite") or (
            token.tag == "VBG" and verb_frames(document, token)
        ):
            return True
        if token.tag in _FINITE or token.text in (",", ":", '"', "“"):
            return False
    return True


def _is_clause(document: Document, tokens: Sequence[Token]) -> bool:
    """Return whether words are a clause that can stand alone: with a finite verb of its own."""
    words = [t for t in tokens if t.pos != "PUNCT"]
    if len(words) < _FEWEST or (
        is_unended(document, words[-1]) and words[-1].lower not in _ENDINGS
    ):
        return False
    if words[-1].lemma == "have":
        return False  # "the group, which has sources on the ground said"
    return any(_is_finite(document, t) and _stands_alone(document, t) for t in words)


def _is_finite(document: Document, verb: Token) -> bool:
    """Return whether a verb is finite; "strikes killed ten" is often read as a participle."""
    took = child(document, verb, "dobj") if verb.dep == "acl" else None
    misread = verb.tag == "VBN" and (took or child(document, verb, "nsubj")) is not None
    return verb.tag in _FINITE or (misread and child(document, verb, "aux", "auxpass") is None)


def _stands_alone(document: Document, verb: Token) -> bool:
    led = any(t.dep == "mark" or t.tag == "WRB" for t in document.children(verb))
    return verb.dep != "relcl" and not led
