"""Claims that a report verb makes: its subject, its complement, and the act of the pair."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import Found, clause_of
from dragoman.extraction.claims_cues import LEFT_OF_CUE, cue_tokens
from dragoman.extraction.claims_denials import act_of
from dragoman.extraction.claims_infinitives import gerund_of, infinitive_of
from dragoman.extraction.claims_labels import complement_of, labelled, quoted_complement
from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_measured import COUNTED, measured_at
from dragoman.extraction.claims_misread import behind_but
from dragoman.extraction.claims_objects import (
    by_preposition,
    is_taken,
    object_infinitive,
    object_of,
    object_with,
    prepositional_infinitive,
    referred_to_as,
    responsibility,
)
from dragoman.extraction.claims_occasions import is_purpose, occasion_of
from dragoman.extraction.claims_sources import is_document
from dragoman.extraction.claims_surface import made_clear, rest_of_say, was_clear
from dragoman.extraction.claims_syntax import (
    child,
    is_negated,
    is_parenthetic,
    is_passive,
    phrase,
    runs,
    span_of,
    speaker_of,
    trim,
)
from dragoman.extraction.claims_turns import given_time, held_responsible, laid_blame, told_how
from dragoman.extraction.claims_unsaid import is_but_possible, is_finding, is_to_come, is_unsaid
from dragoman.language import Document, Token
from dragoman.model import Span

_PARTS_OF_TEXTS = frozenset({"part", "portion", "copy", "version", "draft", "text", "rest"})
# "Accused by Karvelia of war crimes": of no name a part.
_STATES = frozenset({"GPE", "PERSON"})
# What one does not do with these is not said: "did not mention the dead".
_NOT_SAID = frozenset({"agree", "mention", "name", "specify", "describe"})
# An attitude of which words are quoted is a statement.
_QUOTED_KINDS = frozenset({"of", "about", "on", "to", "object+as"})
_QUOTED = re.compile(r"[\"“]([^\"”]+)")
_FEWEST_QUOTED = 2
# Acts whose passive may give a reason: "was criticised by X for Y".
_CHARGING = frozenset({"accuse", "condemn", "praise"})


def _clear(document: Document, verb: Token) -> Found | None:
    found = made_clear(document, verb)
    return Found(found) if found is not None else None


def _being_clear(document: Document, verb: Token) -> Found | None:
    found = was_clear(document, verb)
    return Found(found) if found is not None else None


def _that(document: Document, verb: Token) -> Found | None:
    found = clause_of(document, verb)
    return found if found is not None and found.marker is not None else None


_FINDERS: tuple[tuple[str, Callable[[Document, Token], Found | None]], ...] = (
    ("object+to", object_infinitive),
    ("clear", _clear),
    ("being-clear", _being_clear),
    ("complement", complement_of),
    ("complement", labelled),
    ("clause", clause_of),
    ("that", _that),
    *((f"{p}+to", prepositional_infinitive(p)) for p in ("on", "upon", "to", "for", "with")),
    ("infinitive", infinitive_of),
    ("gerund", gerund_of),
    ("responsibility", responsibility),
    ("responsible", held_responsible),
    ("blame", laid_blame),
    ("time+to", given_time),
    ("how", told_how),
    ("object+at", measured_at),
    ("to+as", referred_to_as),
    *((f"object+{p}", object_with(p))
      for p in ("of", "for", "with", "over", "about", "against", "on", "as")),
    ("object+to-noun", object_with("to")),
)  # fmt: skip
_KINDS = frozenset(kind for kind, _ in _FINDERS) | {"quote", "object"}


def verb_candidate(document: Document, token: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what a report verb with a complement in its own clause puts forward, or None."""
    if is_passive(document, token):
        return _passive(document, token, frames)
    return _active(document, token, frames)


def _active(document: Document, verb: Token, frames: dict[str, Frame]) -> Candidate | None:
    subject = behind_but(document, verb) or speaker_of(
        document, occasion_of(document, verb) or verb
    )
    if subject is None or subject.i == verb.i or _is_asked(document, verb, subject):
        return None
    subject = _whole_text(document, subject)
    target = child(document, verb, "dobj")
    if target is not None and is_taken(verb, target):
        return None
    if verb.tag != "VBN" and is_parenthetic(document, document.tokens[verb.i - 1]):
        return None  # "a plan which residents warned threatens to X": nobody threatens
    for kind, finder in _FINDERS:
        if kind in frames and (found := finder(document, verb)):
            return candidate(document, verb, subject, frames[kind], found)
    for kind, frame in frames.items():
        if kind not in _KINDS and (found := by_preposition(document, verb, kind)):
            return candidate(document, verb, subject, frame, found)
    if "complement" in frames and (found := quoted_complement(document, verb)):
        return candidate(document, verb, subject, frames["complement"], found)
    if "object" in frames and (found := object_of(document, verb, frames["object"])):
        return candidate(document, verb, subject, frames["object"], found)
    return None


def _is_asked(document: Document, verb: Token, subject: Token) -> bool:
    """Return whether a sentence opens with what was done to its subject: "Asked about X, he"."""
    opens = verb.i == document.sentence_of(verb).first and verb.tag in ("VBD", "VBN")
    return opens and subject.i > verb.i and verb.dep in ("advcl", "ccomp", "csubj")


def _whole_text(document: Document, subject: Token) -> Token:
    """Return "statement" for the subject of "part of the statement reads X"."""
    of = next((t for t in document.children(subject) if t.lower == "of"), None)
    whole = child(document, of, "pobj") if of is not None else None
    part = subject.lemma in _PARTS_OF_TEXTS and whole is not None and is_document(whole)
    return whole if part and whole is not None else subject


def last_resort(document: Document, token: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what follows a "said" whose clause the parse has lost; asked for last, or None."""
    subject = speaker_of(document, token)
    rest = rest_of_say(document, token)
    if subject is None or rest is None or is_passive(document, token):
        return None
    return candidate(document, token, subject, frames["clause"], Found(rest))


def candidate(
    document: Document, verb: Token, subject: Token, frame: Frame, found: Found
) -> Candidate | None:
    """Return the candidate of a verb with its subject and what was found to be its content."""
    cue = cue_tokens(document, verb, found.preposition)
    taken = {token.i for token in cue}
    aside = set() if subject.i in found.indices else _parenthesis(document, verb, subject)
    content = runs(document, found.indices, taken | aside)
    if not content:
        return None
    source = phrase(document, subject, taken | set(found.indices) | {verb.i})
    negated = is_negated(document, verb)
    quoted = frame.kind in _QUOTED_KINDS and any(_is_quoted(document, piece) for piece in content)
    return Candidate(
        head=verb.i,
        cue=span_of(cue),
        source=span_of(source) if source else None,
        source_head=subject.i,
        content=tuple(content),
        act=act_of(document, verb, frame),
        rule="verb:clause" if frame.kind == "that" else f"verb:{frame.kind}",
        stance=(frame.stance and not quoted and not is_finding(verb, subject))
        or is_purpose(document, verb)
        or (negated and verb.lemma in _NOT_SAID)
        or is_unsaid(document, verb, frame)
        or is_but_possible(document, verb)
        or is_to_come(document, verb, frame),
        negated=negated,
        marker=found.marker.span if found.marker else None,
    )


def _is_quoted(document: Document, piece: Span) -> bool:
    """Return whether some words of a content are quoted: 'spoke of “a new era”'."""
    inside = _QUOTED.search(piece.of(document.text))
    return inside is not None and len(inside[1].split()) >= _FEWEST_QUOTED


def _parenthesis(document: Document, verb: Token, subject: Token) -> set[int]:
    source = {token.i for token in document.subtree(subject)}
    # The subject of "X, who said Y" holds the whole clause.
    found = {verb.i} if verb.i in source else {verb.i, *source}
    for token in document.children(verb):
        if token.dep in LEFT_OF_CUE:
            found.add(token.i)
    return found


def _passive(document: Document, verb: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what "A was accused by B of C" puts forward; nothing without a "by B"."""
    agent = child(document, verb, "agent")
    speaker = child(document, agent, "pobj") if agent is not None else None
    target = child(document, verb, "nsubjpass")
    kinds = [k for k in frames if k.startswith(("object", "complement"))]
    if target is not None and target.lemma not in COUNTED:
        kinds = [k for k in kinds if k != "object+at"]  # "the bomb was placed by a man"
    frame = frames[kinds[0]] if kinds else None
    if speaker is None or target is None or frame is None or speaker.ent in ("DATE", "TIME"):
        return None
    if target.tag in ("WDT", "WP"):
        return None
    indices = {t.i for t in document.subtree(target)}
    for other in document.children(verb):
        dated = any(t.ent in ("DATE", "TIME") for t in document.children(other))
        if other.i > verb.i and other.dep in ("prep", "oprd", "xcomp", "ccomp") and not dated:
            indices |= {t.i for t in document.subtree(other)}
    own = {t.i for t in document.subtree(speaker)}
    if (reason := _reason(document, speaker, frame)) is not None:
        own -= {t.i for t in document.subtree(reason)}
        indices |= {t.i for t in document.subtree(reason)}
    indices -= own
    found = candidate(document, verb, speaker, frame, Found(tuple(sorted(indices))))
    return _with_deed(document, found, speaker) if found and "object+of" in frames else found


def _reason(document: Document, speaker: Token, frame: Frame) -> Token | None:
    """Return "for" of "criticised by rights groups for the raids", hung on the groups.

    And "as" of "described by Novak as a fraud".
    """
    told_as = next((t for t in document.children(speaker) if t.lower == "as"), None)
    if frame.kind == "complement" and told_as is not None:
        return told_as
    if frame.act not in _CHARGING or speaker.pos == "PROPN":
        return None  # "by the Centre for Peace"
    return next((t for t in document.children(speaker) if t.lower in ("for", "over")), None)


def _with_deed(document: Document, found: Candidate, speaker: Token) -> Candidate:
    """Return "A was accused by X of doing B" with "of doing B" as content, not as source."""
    of = next((t for t in document.children(speaker) if t.lower == "of"), None)
    if of is None or found.source is None:
        return found
    doing = document.tokens[of.i + 1].lower.endswith("ing")  # read as a noun, too
    if child(document, of, "pcomp") is None and not doing and speaker.ent not in _STATES:
        return found
    return msgspec.structs.replace(
        found,
        source=trim(document.text, Span(found.source.start, of.start)),
        content=(*found.content, document.subtree_span(of)),
    )
