"""Where one claim ends and the next begins, when they share a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_able import can_speak
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cutting import cut, off_later_day
from dragoman.extraction.claims_denials import RULE, off_denial
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_misread import behind_but
from dragoman.extraction.claims_predicates import told_apart, with_own_subjects
from dragoman.extraction.claims_sources import is_known_speaker, makes_texts
from dragoman.extraction.claims_syntax import child, phrase, span_of, subject_of
from dragoman.extraction.claims_tags import Tag
from dragoman.language import Document, Token

# "Russia said X, though the UN warned that Y": Y's tag begins after one of these.
_TURNS = frozenset({"though", "although", "but", "while", "whereas", "and", "as", "yet", "with"})
_ISSUED = frozenset({
    "statement", "letter", "tweet", "message", "report", "release", "note", "post", "video",
    "communique", "communiqué", "reasoning", "reason", "memo", "email", "document", "comment",
    "remark", "speech", "article", "declaration", "resolution", "paper", "order", "view",
})  # fmt: skip
_OCCASIONS = frozenset(
    {"visit", "interview", "speech", "briefing", "conference", "trip", "address"}
)
# Participles that go on with a statement even where no comma stands before them.
_GOING_ON = frozenset({
    "stress", "add", "note", "say", "warn", "insist", "argue", "explain", "emphasize", "emphasise",
    "reiterate", "claim", "affirm", "state", "declare", "urge", "vow", "call",
})  # fmt: skip
# Participles that go on so where whom the parse gives them to cannot speak.
_GOING_ON_OR = _GOING_ON | {
    "accuse",
    "blame",
    "denounce",
    "condemn",
    "describe",
    "confirm",
    "deny",
    "express",
    "demand",
    "threaten",
    "announce",
    "allege",
    "indicate",
    "promise",
    "reject",
    "report",
    "point",
    "assert",
    "maintain",
    "praise",
}
_UTTERS = frozenset({
    "make", "deliver", "give", "read", "distribute", "hand", "broadcast", "air", "share", "record",
    "put", "produce", "file", "carry", "leave", "compose", "upload", "pen", "forward", "provide",
    "quote", "cite", "offer", "express", "voice", "run", "tweet", "have", "detail",
})  # fmt: skip
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_THUS = frozenset({"thus", "thereby", "also"})
_FORWARD = ("verb", "expressed")


def settle(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with shared sentences divided among them."""
    expressed = {c.cue.start for c in found if c.cue and c.rule.startswith("expressed")}
    settled = [
        _off_occasion(document, _by_issuer(document, c))
        for c in found
        if not (c.cue and c.rule == "verb:object" and c.cue.start in expressed)
    ]
    settled = [
        off_later_day(document, c)
        for c in told_apart(document, with_own_subjects(document, settled))
    ]
    near = _by_paragraph(document, settled)
    _end_at_tags(document, settled)
    for inner in found:
        if inner.cue is None or inner.head < 0:
            continue
        for k in near[document.sentence_of(inner.head).paragraph]:
            outer = settled[k]
            if not outer.rule.startswith(_FORWARD) or outer.head == inner.head:
                continue
            inside = any(piece.contains(inner.cue) for piece in outer.content)
            if not inside and not _is_loose_participle(document, inner, outer):
                continue
            if inner.rule == RULE:
                settled[k] = off_denial(document, outer, inner)
            elif _is_trailing_participle(document, inner) or _is_bare_participle(document, inner):
                _hand_over(settled, k, inner, document)
            elif (at := _turn_before(document, inner)) is not None:
                settled[k] = cut(document, settled[k], at)
    return settled


def _end_at_tags(document: Document, settled: list[Candidate]) -> None:
    """End a claim before the tag that closes its sentence: "agreed to go, the daily said".

    A participle right behind a tag is of the tag's speaker.
    """
    tags = {document.sentence_of(c.head).i: c for c in settled if isinstance(c, Tag)}
    for k, other in enumerate(settled):
        tag = tags.get(document.sentence_of(other.head).i) if other.head >= 0 else None
        if tag is None or other is tag or other.cue is None:
            continue
        at = tag.segment.start
        inside = any(piece.contains(other.cue) for piece in tag.content)
        if inside and any(piece.contains(tag.segment) for piece in other.content):
            settled[k] = cut(document, other, at)
        behind = document.tokens_in(tag.segment)[-1].i + 1
        if other.head == behind and document.tokens[behind].tag == "VBG":
            settled[k] = msgspec.structs.replace(
                other, source=tag.source, source_head=tag.source_head, goes_on=tag.head
            )


def _by_issuer(document: Document, found: Candidate) -> Candidate:
    """Return "tweeted her reasons saying X" as said by who tweeted, not by the reasons."""
    if found.head < 0 or found.source_head is None:
        return found
    cue, source = document.tokens[found.head], document.tokens[found.source_head]
    if cue.tag != "VBG" or cue.dep != "acl":
        return _by_main_subject(document, found)
    by = next((t for t in document.children(source) if t.lower == "by"), None)
    author = child(document, by, "pobj") if by is not None else None
    if author is not None and source.lemma in lexicon().nouns:
        whole = span_of(phrase(document, author, {cue.i}))
        return msgspec.structs.replace(found, source=whole, source_head=author.i)
    issued = _object_above(document, source)
    verb = document.head(issued)
    if issued.dep != "dobj" or verb.pos != "VERB":
        return found
    issuer = subject_of(document, verb)
    if issuer is None or issued.pos == "PROPN" or issued.lemma not in _ISSUED:
        return found
    if verb.lemma not in makes_texts() | _UTTERS:
        return found  # "vetoed a resolution calling for X"
    whole = span_of(phrase(document, issuer, {verb.i}))
    return msgspec.structs.replace(found, source=whole, source_head=issuer.i)


def _by_main_subject(document: Document, found: Candidate) -> Candidate:
    """Return "..., stating X" with the sentence's subject where the parse gives it a thing."""
    cue = document.tokens[found.head]
    before = document.tokens[cue.i - 1] if cue.i else cue
    loose = cue.tag == "VBG" and before.text == "," and cue.dep in ("advcl", "ccomp", "conj")
    if not loose or cue.lemma not in _GOING_ON or can_speak(document, found):
        return found
    for above in document.ancestors(cue):
        subject = child(document, above, "nsubj")
        if above.dep != "ROOT" or subject is None or subject.i > cue.i:
            continue
        able = subject.pos in ("PROPN", "PRON") or is_known_speaker(subject)
        whole = span_of(phrase(document, subject, {above.i}))
        return (
            msgspec.structs.replace(found, source=whole, source_head=subject.i) if able else found
        )
    return found


def _object_above(document: Document, source: Token) -> Token:
    """Return "message" for the Twitter of "posted a message on Twitter", else the word itself."""
    preposition = document.head(source)
    if source.dep == "pobj" and document.head(preposition).lemma in _ISSUED:
        return document.head(preposition)
    return source


def _by_paragraph(document: Document, found: Sequence[Candidate]) -> dict[int, list[int]]:
    """Return the places in ``found`` by paragraph of the cue, so that few pairs are compared."""
    near: dict[int, list[int]] = defaultdict(list)
    for k, candidate in enumerate(found):
        if candidate.head >= 0:
            near[document.sentence_of(candidate.head).paragraph].append(k)
    return near


def _off_occasion(document: Document, found: Candidate) -> Candidate:
    """Return a demand or vow without the "during a visit to Tarsk" at its end."""
    if found.rule not in ("verb:object+to", "verb:infinitive"):
        return found
    last = found.content[-1]
    for token in document.tokens_in(last):
        target = child(document, token, "pobj") if token.lower == "during" else None
        if target is None or target.lemma not in _OCCASIONS:
            continue
        whole = document.subtree_span(token)
        if whole.end >= last.end and whole.start > last.start:
            return msgspec.structs.replace(cut(document, found, whole.start), occasion=whole)
    return found


def _is_trailing_participle(document: Document, found: Candidate) -> bool:
    """Return whether the cue is the "saying" of "..., saying that X"."""
    cue = document.tokens[found.head]
    before = document.tokens[found.head - 1] if found.head else cue
    if (
        cue.tag != "VBG"
        or found.rule == "according-to"
        or any(t.dep in ("aux", "nsubj") for t in document.children(cue))
    ):
        return False
    if (before.text in _CLOSING or before.lower in _THUS) and before.i:
        before = document.tokens[before.i - 1]  # "“It was late,” adding, “We left.”"
    return before.text == "," or before.lower in ("and", "while")


def _is_bare_participle(document: Document, found: Candidate) -> bool:
    """Return whether the cue is the "stressing" of "announced the death of X stressing that Y"."""
    cue = document.tokens[found.head]
    loose = cue.tag == "VBG" and cue.dep in ("acl", "advcl", "ccomp", "xcomp")
    if found.stance or not loose or cue.lemma not in _GOING_ON_OR:
        return False  # "a law to mandate reporting of abuses"
    if child(document, cue, "aux") is not None:
        return False
    # Who is told of adds nothing: "said Novak “stays” adding that he would lead the talks".
    return cue.lemma == "add" or not can_speak(document, found)


def _is_loose_participle(document: Document, inner: Candidate, outer: Candidate) -> bool:
    """Return whether "adding" got a subject that cannot speak, behind a claim of its sentence."""
    if inner.source_head is None or not _is_trailing_participle(document, inner):
        return False
    same = document.sentence_of(inner.head).i == document.sentence_of(outer.head).i
    return same and outer.head < inner.head and not can_speak(document, inner)


def _hand_over(settled: list[Candidate], k: int, inner: Candidate, document: Document) -> None:
    """Give "..., saying that X" to the speaker of the claim it trails, and cut it off there."""
    outer = settled[k]
    for i, other in enumerate(settled):
        if other.head == inner.head:
            settled[i] = msgspec.structs.replace(
                other,
                source=outer.source,
                source_head=outer.source_head,
                goes_on=outer.head,
            )
    assert inner.cue is not None
    settled[k] = cut(document, outer, inner.cue.start)


def _turn_before(document: Document, found: Candidate) -> int | None:
    """Return where "..., though" begins that leads to this candidate's source, or None."""
    if found.source is None or not found.rule.startswith(("verb", "expressed")):
        return None
    tokens = document.tokens_in(found.source)
    if not tokens or tokens[0].i < 2:
        return None
    word: Token = document.tokens[tokens[0].i - 1]
    comma = document.tokens[word.i - 1]
    pronoun = len(tokens) == 1 and tokens[0].pos == "PRON"
    if pronoun and word.lower == "and" and not _says(document, found):
        return None  # "said that he had acted rightly, and he had decided to leave"
    if found.stance and word.lower in ("and", "as", "with"):
        return None  # "said the town was proud, and people see it as a home"
    if word.lower in _TURNS and comma.text in (",", ";", "—", "–"):
        return comma.start
    if word.lower == "but" and behind_but(document, document.tokens[found.head]) is not None:
        return word.start
    return None


def _says(document: Document, found: Candidate) -> bool:
    return document.tokens[found.head].lemma in _GOING_ON
