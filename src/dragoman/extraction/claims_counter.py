"""What others say of what is denied: "denied that it had shelled the town, as the rebels claim"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_cues import cue_tokens
from dragoman.extraction.claims_cutting import cut
from dragoman.extraction.claims_lexicon import speaking
from dragoman.extraction.claims_syntax import child, is_negated, phrase, span_of, subject_of
from dragoman.language import Document, Token

_CHARGING = frozenset({"charge", "allege", "accuse", "suggest", "claim", "report"})
# Tokens from "as" to its verb.
_REACH = 12
# Who "claimed" something is doubted; "had" stands at most so many tokens before the verb.
_DOUBTED = frozenset({"claim", "allege"})
_AUX = 3
_DENIED = ("verb:clause", "verb:gerund", "own denial")


def with_counter_claims(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with what is denied as said by whoever an "as" behind it names."""
    kept = [_off_relative(document, one, found) for one in found]
    kept = [one for one in kept if not _is_contradicted(document, one)]
    for k, denial in enumerate(tuple(kept)):
        if denial.act != "deny" or denial.negated or denial.rule not in _DENIED:
            continue
        told = _told(document, denial)
        if told is None:
            continue
        as_, verb = told
        kept[k] = cut(document, denial, document.tokens[as_.i - 1].end)
        kept = [c for c in kept if c.head != verb.i]
        if (counter := _counter(document, kept[k], verb)) is not None:
            kept.append(counter)
    return kept


def _is_contradicted(document: Document, one: Candidate) -> bool:
    """Return whether somebody said what is told not to be so: "were not hurt as X had claimed"."""
    if not one.rule.startswith("tag"):
        return False
    verb = document.tokens[one.head]
    before = document.tokens[max(0, verb.i - _REACH) : verb.i]
    as_ = next((t for t in reversed(before) if t.lower == "as"), None)
    if as_ is None or document.tokens[as_.i - 1].text == "," or as_.start < one.content[-1].start:
        return False
    earlier = verb.lemma in _DOUBTED or any(t.lower == "had" for t in before[-_AUX:])
    first = next(t.i for t in document.tokens if t.end > one.content[-1].start)
    return earlier and any(t.dep == "neg" for t in document.tokens[first : as_.i])


def _off_relative(document: Document, charge: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Return a charge without what the accused answers: "blamed the army, which denied it"."""
    if charge.act != "accuse":
        return charge
    last = charge.content[-1]
    for denial in found:
        verb = document.tokens[denial.head]
        which = child(document, verb, "nsubj")
        if denial.act != "deny" or verb.dep != "relcl" or which is None or which.i > verb.i:
            continue
        reaches = document.subtree(verb)[-1].end >= last.end
        if reaches and last.start < which.start < last.end:
            return cut(document, charge, which.start)
    return charge


def _told(document: Document, denial: Candidate) -> tuple[Token, Token] | None:
    """Return the "as" and the "claimed" that stand behind what is denied, or None."""
    last = document.sentence_of(denial.head).last
    for as_ in document.tokens[denial.head + 2 : last]:
        if as_.lower != "as" or as_.dep not in ("mark", "advmod", "prep"):
            continue
        following = document.tokens[as_.i + 1 : min(last, as_.i + _REACH)]
        verb = next((t for t in following if t.pos == "VERB" or t.tag == "WDT"), as_)
        if verb.lemma not in speaking() | _CHARGING or is_negated(document, verb):
            continue
        if child(document, verb, "ccomp", "dobj", "xcomp") is None:
            return as_, verb
    return None


def _counter(document: Document, denial: Candidate, verb: Token) -> Candidate | None:
    """Return what is denied as a claim of the verb's subject or of whom its "by" names."""
    by = child(document, verb, "agent")
    speaker = child(document, by, "pobj") if by is not None else _who(document, verb)
    if speaker is None:
        return None
    return Candidate(
        head=verb.i,
        cue=span_of(cue_tokens(document, verb)),
        source=span_of(phrase(document, speaker, {verb.i})),
        source_head=speaker.i,
        content=denial.content,
        act="accuse" if verb.lemma in ("charge", "allege") else "assert",
        rule="verb:clause",
    )


def _who(document: Document, verb: Token) -> Token | None:
    """Return the opposition of "as the opposition charged", read as whom somebody charged, too."""
    above = document.head(verb)
    if verb.dep == "acl" and above.pos in ("NOUN", "PROPN") and above.i < verb.i:
        return above
    passive = any(t.dep in ("auxpass", "nsubjpass") for t in document.children(verb))
    return None if passive else subject_of(document, verb)
