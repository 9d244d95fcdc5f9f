"""Tags that nothing sets off: "Two shells hit the town on Monday a relief group said."

Some reports reach us without their commas. The parse of such a sentence is no help at the seam,
so the source is read back from the verb, word by word, and what stands before it has to be a
clause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_runs import NOUNS, head_of_run
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_known_speaker, is_titling
from dragoman.extraction.claims_syntax import child, is_passive, runs, span_of
from dragoman.extraction.claims_tags import Tag
from dragoman.extraction.claims_verbs import cue_tokens, verb_frames
from dragoman.language import Document, Token
from dragoman.model import Span

_TAGGING = frozenset({"say", "add", "tell", "report", "state", "announce", "note", "confirm",
                      "explain", "write", "claim", "warn", "declare", "stress"})  # fmt: skip
_TOLD = frozenset({"tell", "inform"})
_INVERTED = frozenset({"say", "add", "report", "write"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "HYPH", "-LRB-", "-RRB-"})
_OPENING = frozenset({"DT", "PRP$", "PDT"})
_LINKS = frozenset({"of", "for", "at", "from", "in", "with"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
# A clause does not end in one of these: what follows still belongs to it.
_UNENDED = frozenset(
    {"IN", "TO", "DT", "PDT", "PRP$", "CC", "POS", "WDT", "WP", "WRB", "MD", "VBG"}
)
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
_WHEN = frozenset({"overnight", "today", "yesterday", "tonight"})
_OLDEST = 99
_LONGEST = 14
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
    plural = verb.tag == "VBP" and verb.lemma == "say"
    if not (plural or verb.tag in ("VBD", "VBZ", "VBN")) or _is_done_to(document, verb):
        return None
    first = clauses.first_of(verb)
    source = _inverted(clauses, verb) or before(document, verb, first, names)
    if not source:
        return None
    behind = max(verb.i, source[-1].i)
    added = _added(clauses, behind)
    if not added and not _ends(clauses, behind, verb):
        return None
    seam = min(source[0].i, verb.i)
    if seam - 1 >= first and document.tokens[seam - 1].lower == "as":
        seam -= 1
    if not _is_clause(document, document.tokens[first:seam]):
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


def _inverted(clauses: Clauses, verb: Token) -> list[Token]:
    """Return "a relief group" of "... says a relief group." where the parse agrees."""
    document = clauses.document
    subject = child(document, verb, "nsubj")
    target = child(document, verb, "dobj")
    if subject is None and target is not None:
        able = is_known_speaker(target) or target.ent in ("ORG", "PERSON", "GPE")
        subject = target if able else None
    if verb.lemma not in _INVERTED or subject is None or subject.i < verb.i:
        return []
    run = list(document.subtree(subject))
    whole = run[-1].i - run[0].i + 1 == len(run) and run[0].i == verb.i + 1
    return run if whole and len(run) <= 2 * _LONGEST and subject.pos in NOUNS else []


def _is_done_to(document: Document, verb: Token) -> bool:
    """Return whether a verb is passive; "said" and "told" alone cannot be."""
    return verb.tag != "VBD" and is_passive(document, verb)


def _added(clauses: Clauses, i: int) -> range:
    """Return "most of them children" of "X killed ten, the group said most of them children"."""
    document = clauses.document
    _, last = clauses.bounds_of(document.tokens[i])
    rest = document.tokens[i + 1 : last]
    if not rest or rest[0].lower not in _ADDING or any(t.tag in _FINITE for t in rest):
        return range(0)
    return range(i + 1, last)


def before(document: Document, verb: Token, first: int, names: Sequence[Span]) -> list[Token]:
    """Return the noun phrase right before a verb, its left end read from the words."""
    tokens = document.tokens
    last = verb.i - 1
    while last > first and tokens[last].head == verb.i and tokens[last].dep in ("aux", "advmod"):
        last -= 1
    if last < first + _FEWEST:
        return []
    if tokens[last].lower in _PRONOUNS:
        return [tokens[last]]
    start = _left_end(document, first, last, names)
    if start is None:
        return []
    run = list(tokens[start : last + 1])
    return run if any(t.pos in NOUNS for t in run) else []


def _left_end(document: Document, first: int, last: int, names: Sequence[Span]) -> int | None:
    tokens = document.tokens
    if tokens[last].tag not in _NAMING:
        return None
    start = last
    while start > first and last - start < _LONGEST:
        name = _name_before(document, start, names)
        if name is not None and tokens[start].text[:1].islower():
            start = name
        elif _joins(document, start, last, names):
            start -= 1
        else:
            break
        if tokens[start].tag in _OPENING and not _is_link(document, start - 1):
            break
    before = tokens[start - 1] if start else None
    if before is None or before.tag not in _UNENDED or before.lower in ("as", "dead"):
        return start
    if before.lower == "and" and is_known_speaker(tokens[start - 2]):
        return _left_end(document, first, start - 2, names)
    # "strikes in Tarsk city residents said": only the last words are the source.
    whole = {name.start for name in names if name.end == tokens[last].end}
    ends = {name.end for name in names}
    for i in range(start + 1, last + 1):
        if tokens[i].start in whole or (i == last and _is_many(tokens[i])):
            return i
        if tokens[i - 1].end in ends and all(t.tag == "NNP" for t in tokens[i : last + 1]):
            return i  # "all are in Tarsk Jan Novak said"
    return last - 1 if _is_aged(tokens[last - 1], tokens[last]) else None


def _name_before(document: Document, start: int, names: Sequence[Span]) -> int | None:
    """Return where the name of several words begins that ends before ``start``, or None."""
    end = document.tokens[start - 1].end
    found = min((name for name in names if name.end == end), default=None)
    inside = document.tokens_in(found) if found is not None else ()
    return inside[0].i if len(inside) > 1 else None


def _is_aged(name: Token, age: Token) -> bool:
    """Return whether two words are a name and an age: "no space to move around Novak 24 said"."""
    old = age.tag == "CD" and age.text.isdigit() and int(age.text) <= _OLDEST
    return old and name.tag == "NNP"


def _is_many(token: Token) -> bool:
    """Return whether a word alone may be a source: "residents", "activists"."""
    return token.tag == "NNS" and is_known_speaker(token)


def _is_link(document: Document, i: int) -> bool:
    """Return whether "of" and the like stands at ``i`` behind a word for a speaker."""
    if i < 1 or document.tokens[i].lower not in _LINKS:
        return False
    left = document.tokens[i - 1]
    return is_known_speaker(left) or (left.tag == "NNP" and left.ent == "ORG")


def _joins(document: Document, start: int, last: int, names: Sequence[Span]) -> bool:
    """Return whether the word before ``start`` belongs to the phrase that starts there."""
    left, right = document.tokens[start - 1], document.tokens[start]
    if left.ent in ("DATE", "TIME") or left.lower in _WHEN:
        return False
    if left.tag in _OPENING:
        return True
    if _is_link(document, start - 1):
        return True
    if right.lower in _LINKS and right.tag == "IN":
        return left.tag in _NAMING
    if left.tag not in _NAMING or right.tag in _OPENING:
        return False
    if left.tag in ("NNS", "-RRB-") or (left.tag == "NNPS" and left.ent != "ORG"):
        return False
    if left.tag == "NN" and right.text[:1].isupper():
        return document.tokens[last].tag in ("NNP", "NNPS", "-RRB-") and is_titling(left)
    if left.tag == "JJ" and left.text[:1].islower() and right.text[:1].isupper():
        return document.tokens[last].tag not in ("NNP", "NNPS")
    place = right.text[:1].isupper() and document.tokens[start - 2].tag == "IN"
    if left.tag == "NNP" and any(
        name.start == right.start or (place and name == left.span) for name in names
    ):
        return any(name.start <= left.start and name.end >= right.end for name in names)
    return True


def _ends(clauses: Clauses, i: int, verb: Token) -> bool:
    """Return whether a tag is over behind token ``i``: nothing that it might say follows."""
    document = clauses.document
    _, last = clauses.bounds_of(verb)
    rest = list(document.tokens[i + 1 : last])
    if verb.lemma in _TOLD:
        named = 0
        while named < len(rest) and rest[named].tag in _NAMING | _OPENING:
            if rest[named].ent in ("DATE", "TIME"):
                break
            named += 1
        if not named:
            return False
        rest = rest[named:]
    if not rest or rest[0].text in (".", "!", "?"):
        return True
    head = rest[0]
    if head.lower in _NEXT or (head.tag == "VBG" and verb_frames(document, head)):
        return True
    if head.lower not in _AFTER and head.ent not in ("DATE", "TIME"):
        return False
    for token in rest:
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
    if len(words) < _FEWEST or (words[-1].tag in _UNENDED and words[-1].lower not in _ENDINGS):
        return False
    return any(_is_finite(document, t) and _stands_alone(document, t) for t in words)


def _is_finite(document: Document, verb: Token) -> bool:
    """Return whether a verb is finite; "strikes killed ten" is often read as a participle."""
    misread = verb.tag == "VBN" and child(document, verb, "nsubj") is not None
    return verb.tag in _FINITE or (misread and child(document, verb, "aux", "auxpass") is None)


def _stands_alone(document: Document, verb: Token) -> bool:
    led = any(t.dep == "mark" or t.tag == "WRB" for t in document.children(verb))
    return verb.dep != "relcl" and not led
