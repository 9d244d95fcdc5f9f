"""Titles that end in their source without a mark: "43 killed in shelling of rebel town Monitor"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import trim
from dragoman.language import Document, Token
from dragoman.model import Span

# What ends a title as its source, whatever stands before it.
TELLERS = frozenset({
    "monitor", "monitors", "monitoring group", "war monitor", "rights group", "observatory",
    "sohr", "ngo", "watchdog", "state media", "state tv", "state television",
})  # fmt: skip
# What may as well be done to: "army kills ten activists". These stand behind a place: "in Tarsk
# activists".
_OTHERS = frozenset({
    "report", "reports", "activists", "officials", "official", "witnesses", "sources", "source",
    "residents", "police", "army", "military", "ministry", "un", "medics", "rescuers", "agency",
})  # fmt: skip
_PLURALS = frozenset({"activists", "officials", "witnesses", "sources", "residents", "medics"})
_REPORTS = frozenset({"report", "reports"})
_OPEN = frozenset({"IN", "DT", "TO", "CC", "POS", "PRP$", "VB", "VBG", "VBD", "VBZ", "VBP", ","})
_FEWEST = 4


def trailing_source(document: Document, tokens: Sequence[Token]) -> Candidate | None:
    """Return the rest of a title as said by the teller that it ends in, or None."""
    if tokens[-1].text == ".":
        tokens = tokens[:-1]
    name = _teller(tokens)
    if name and tokens[-len(name) - 1].tag == "JJ" and tokens[-len(name) - 1].text[:1].isupper():
        name = tokens[-len(name) - 1 :]  # "Syrian Observatory"
    said = tokens[: len(tokens) - len(name)]
    set_off = bool(said) and said[-1].text == ":"
    said = said[:-1] if set_off else said
    if not name or len(said) < _FEWEST or (said[-1].tag in _OPEN and not set_off):
        return None
    if not (set_off or name[-1].lower in TELLERS or any(t.pos == "VERB" for t in said)):
        return None
    content = trim(document.text, Span(said[0].start, said[-1].end))
    return Candidate(
        head=name[-1].i,
        cue=None,
        source=Span(name[0].start, name[-1].end),
        source_head=name[-1].i,
        content=(content,),
        act="assert",
        rule="headline",
    )


def _teller(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words at the end of a title that are its source, or nothing."""
    for length in (2, 1):
        words = " ".join(t.lower for t in tokens[-length:])
        if words in TELLERS and len(tokens) > _FEWEST:
            return tokens[-length:]
    if len(tokens) > _FEWEST and tokens[-1].lower in _OTHERS and _is_apart(tokens):
        return tokens[-1:]
    return ()


def _is_apart(tokens: Sequence[Token]) -> bool:
    """Return whether the last word of a title stands behind all that its verb is about."""
    *_, preposition, before, last = tokens
    if any(t.text == "," for t in tokens):
        return False  # "..., police report"
    behind_place = before.tag in ("NNP", "NNPS") and preposition.tag == "IN"
    two_plurals = before.tag == "NNS" and last.lower in _PLURALS
    verb = next((t.i for t in tokens if t.pos == "VERB"), tokens[0].i)
    told = any(t.tag in ("IN", "CD") and t.i > verb for t in tokens)
    report = last.lower in _REPORTS and told and preposition.pos != "VERB"
    return before.text == ":" or behind_place or two_plurals or report
