"""Claims that a noun makes: "X's claim that Y", "voiced hope that Y", "issued a warning of Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_clauses import DAYS
from dragoman.extraction.claims_cues import cue_tokens
from dragoman.extraction.claims_lexicon import Frame, lexicon
from dragoman.extraction.claims_occasions import is_purpose
from dragoman.extraction.claims_owners import are_told_of, of_state, owner_of, that_behind
from dragoman.extraction.claims_syntax import child, is_negated, phrase, runs, span_of, subject_of
from dragoman.extraction.claims_unsaid import is_to_come
from dragoman.language import Document, Token
from dragoman.model import Span

# Acts that nobody does by having something: "has hopes that" is said, "has threats" is not.
_NOT_HAD = frozenset({"threaten", "accuse", "condemn", "demand"})
# Acts that leave open what is felt: "expressed concern over X" is of concern, "called for X" of X.
_WITH_NOUN = frozenset({"assert", "praise"})
# Whatever one voices with these is said: "expressed amusement that X".
_UTTERING = frozenset({"express", "voice"})
_UTTERED = {kind: Frame(kind, "assert") for kind in ("clause", "infinitive", "for")}


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
    if "clause" in frames and (complement is None or complement[1] is None):
        complement = _behind(document, noun, frames["clause"], owner=False) or complement
    if complement is None:
        return None
    frame, marker, indices = complement
    cue = [*cue_tokens(document, verb), *document.tokens[verb.i + 1 : noun.i + 1]]
    if (
        frame.act in _WITH_NOUN
        and marker is None
        and frame.kind not in ("infinitive", "of", "clause")
    ):
        cue = cue_tokens(document, verb)
        indices = _with_noun(document, noun, verb, indices)
    if frame.kind == "of" and indices:
        indices = [*indices, *_second_number(document, noun, max(indices))]
    taken = {token.i for token in cue}
    source = phrase(document, subject, taken | set(indices))
    inside = [i for i in indices if i > verb.i]
    content = runs(document, inside, _days(document, inside))
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
        stance=is_purpose(document, verb) or is_to_come(document, verb, frame),
        negated=is_negated(document, verb),
        marker=marker,
    )


def _second_number(document: Document, noun: Token, last: int) -> range:
    """Return "and 140 injured" of "gave a toll of 44 dead and 140 injured", else nothing."""
    joint = document.tokens[last + 1 : last + 3]
    found = [t for t in document.children(noun) if t.dep == "conj" and t.tag == "CD"]
    if not found or [t.i for t in joint[1:]] != [found[0].i] or joint[0].lower != "and":
        return range(0)
    return range(joint[0].i, found[0].i + 2)


def _with_noun(document: Document, noun: Token, verb: Token, behind: Sequence[int]) -> list[int]:
    """Return "deep concern over X" whole."""
    return sorted({t.i for t in document.subtree(noun) if t.i > verb.i} | {*behind})


def _days(document: Document, inside: Sequence[int]) -> list[int]:
    """Return "on Monday" of "concern on Monday over X": it says when, and is none of the words."""
    tokens = document.tokens
    dated = [i for i in inside if tokens[i].lower in DAYS and tokens[i - 1].lower == "on"]
    return [k for i in dated for k in (i - 1, i) if i + 1 in inside]


def _owned(document: Document, noun: Token, frames: dict[str, Frame]) -> Candidate | None:
    owner = owner_of(document, noun)
    complement = _complement(document, noun, frames)
    if complement is None and owner is not None and "clause" in frames:
        after = owner.i > noun.i
        complement = _behind(document, owner if after else noun, frames["clause"], owner=after)
    if owner is None and complement is not None and complement[0].kind == "clause":
        owner = of_state(document, noun)
        if owner is None and are_told_of(document, noun):
            owner = noun  # nobody knows whose reports
    if owner is None or complement is None or child(document, owner, "poss") is not None:
        return None
    frame, marker, indices = complement
    beside = {*indices, *range(noun.i + 1, indices[0])}
    without = beside if owner.i == noun.i else {noun.i, *indices}
    if marker is not None:
        without |= {t.i for t in document.tokens_in(marker)}
    source = phrase(document, owner, without)
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


def _behind(
    document: Document, word: Token, clause: Frame, *, owner: bool
) -> tuple[Frame, Span | None, list[int]] | None:
    """Return the clause of "claims by the army on Monday that X", wherever the parse hung it."""
    found = that_behind(document, word, owner=owner)
    return (clause, found[0].span, [t.i for t in found[1]]) if found is not None else None


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
        bare = other.dep in ("acl", "ccomp") and first.i == max(word.i, after) + 1
        if bare and "clause" in frames and child(document, other, "nsubj", "nsubjpass") is not None:
            return frames["clause"], None, [t.i for t in tokens]  # "voiced hope it would end"
        to = other.dep in ("acl", "xcomp") and other.tag == "VB" and first.lower == "to"
        if to and "infinitive" in frames:
            return frames["infinitive"], None, [t.i for t in tokens]
        if other.dep == "prep" and other.lower in frames:
            return frames[other.lower], None, [t.i for t in tokens if t.i > other.i]
    return None
