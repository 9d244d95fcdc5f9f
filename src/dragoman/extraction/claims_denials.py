"""Denials of what stands before them: "a charge denied by Karvelia", ", which Karvelia denies"."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cues import cue_tokens
from dragoman.extraction.claims_cutting import cut
from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_syntax import child, is_negated, phrase, runs, span_of
from dragoman.language import Document, Token
from dragoman.model import Act

_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute", "repudiate", "rebut"})
_MATTERS = frozenset({
    "accusation", "charge", "allegation", "claim", "report", "suggestion", "assertion", "notion",
    "version", "rumour", "rumor", "criticism",
})  # fmt: skip
_WHICH = frozenset({"WDT", "IN"})
_OURSELVES = frozenset({"we", "i"})
RULE = "verb:denied"
OWN = "own denial"


def denial_of(document: Document, verb: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what a denial behind its matter puts forward, with the matter as its content."""
    frame = frames.get("object")
    if frame is None or verb.lemma not in _DENYING or is_negated(document, verb):
        return None
    topic = document.head(verb)
    speaker = _by_whom(document, verb) or _who(document, verb)
    if topic.i > verb.i or topic.pos not in ("NOUN", "PROPN") or speaker is None:
        return None
    source = phrase(document, speaker, {verb.i})
    behind = _reason(document, max(verb.i, source[-1].i))
    source = [t for t in source if t.i not in behind]
    content = runs(document, {*_denied(document, verb, topic), *behind}, [verb.i])
    return Candidate(
        head=verb.i,
        cue=span_of(cue_tokens(document, verb)),
        source=span_of(source),
        source_head=speaker.i,
        content=tuple(content),
        act=frame.act,
        rule=RULE,
    )


def act_of(document: Document, verb: Token, frame: Frame) -> Act:
    """Return the act of a verb: who repudiates a charge rejects it, who does a raid condemns it."""
    matter = child(document, verb, "dobj", "nsubjpass")
    rejected = verb.lemma in _DENYING and matter is not None and matter.lemma in _MATTERS
    return "reject" if rejected and frame.act == "condemn" else frame.act


def own_denials(document: Document, quoted: Iterable[Candidate]) -> list[Candidate]:
    """Return what those who are quoted deny themselves: "we deny that our forces fired"."""
    tokens = document.tokens
    return [
        msgspec.structs.replace(c, rule=OWN)
        for c in quoted
        if c.source_head is not None
        and tokens[c.source_head].lower in _OURSELVES
        and tokens[c.head].lemma in _DENYING
        and not (c.stance or c.negated)
    ]


def off_denial(document: Document, outer: Candidate, inner: Candidate) -> Candidate:
    """Return a claim without the ", a charge denied by Karvelia" at its end."""
    assert inner.cue is not None
    start = inner.content[0].start
    if start <= outer.content[0].start:
        tokens = [t for piece in outer.content for t in document.tokens_in(piece)]
        commas = [t.start for t in tokens if t.text == "," and t.start < inner.cue.start]
        start = commas[-1] if commas else start
    return cut(document, outer, start)


def _denied(document: Document, verb: Token, topic: Token) -> set[int]:
    """Return "a charge" of "a charge denied by X", of ", which X denies" the clause before it."""
    inside = {t.i for t in document.subtree(verb)}
    if topic.lemma in _MATTERS:
        return {t.i for t in phrase(document, topic, inside)}
    told = next((t for t in document.ancestors(topic) if t.pos == "VERB"), topic)
    return {t.i for t in document.subtree(told) if t.i < min(inside)}


def _reason(document: Document, i: int) -> set[int]:
    """Return "as baseless" of "a charge rejected by Karvelia as baseless", or nothing."""
    last = document.sentence_of(i).last
    rest = document.tokens[i + 1 : last]
    if not rest or rest[0].lower != "as":
        return set()
    end = next((t.i for t in rest if t.pos == "PUNCT"), last)
    return set(range(i + 1, end))


def _by_whom(document: Document, verb: Token) -> Token | None:
    """Return Karvelia of "a charge denied by Karvelia" and "which was denied by Karvelia"."""
    agent = child(document, verb, "agent")
    which = child(document, verb, "nsubjpass")
    matter = document.head(verb).lemma in _MATTERS if verb.dep == "acl" else which is not None
    relative = verb.dep == "acl" or (which is not None and which.tag in _WHICH)
    led = agent is not None and matter and relative and verb.dep in ("acl", "relcl")
    return child(document, agent, "pobj") if led and agent is not None else None


def _who(document: Document, verb: Token) -> Token | None:
    """Return Karvelia of "..., which Karvelia denies" and "a charge that Karvelia denies"."""
    subject = child(document, verb, "nsubj")
    which = child(document, verb, "dobj")
    if subject is None or subject.i > verb.i or subject.tag in ("WP", "WDT"):
        return None
    matter = document.head(verb).lemma in _MATTERS
    if verb.dep != "relcl" and not (matter and verb.dep == "acl"):
        return None
    asked = which is not None and which.i < subject.i and which.tag in _WHICH
    set_off = asked and which is not None and document.tokens[which.i - 1].text == ","
    return subject if set_off or (matter and (asked or which is None)) else None
