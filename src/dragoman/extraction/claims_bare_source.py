"""Who speaks in a tag that nothing sets off, read back from its verb word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_runs import NOUNS
from dragoman.extraction.claims_sources import is_known_speaker, is_titling
from dragoman.language import Document, Token
from dragoman.model import Span

NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "HYPH", "-LRB-", "-RRB-"})
OPENING = frozenset({"DT", "PRP$", "PDT"})
# A clause does not end in one of these: what follows still belongs to it.
UNENDED = frozenset({"IN", "TO", "DT", "PDT", "PRP$", "CC", "POS", "WDT", "WP", "WRB", "MD", "VBG"})
LONGEST = 14
_FARTHEST = 20
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset({",", ";", ":", '"', "“", "”"})
# What may follow a noun for a speaker and say which: "sources familiar with the plan".
_DESCRIBING = frozenset({"of", "for", "at", "from", "in", "with", "on", "inside", "near", "within",
                         "close", "familiar", "based", "loyal"})  # fmt: skip
# Nouns whose description may follow: a speaker by trade, no victim of what is told.
_TELLERS = frozenset({
    "source", "official", "activist", "spokesman", "spokeswoman", "spokesperson", "diplomat",
    "witness", "correspondent", "reporter", "analyst", "expert", "monitor", "group", "organisation",
    "organization", "observatory", "agency", "network", "centre", "center", "watchdog", "charity",
    "ngo", "committee", "commission", "ministry", "unit", "doctor", "medic", "media",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "at", "from", "in", "with", "on", "inside", "near"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_WHEN = frozenset({"alone", "overnight", "today", "yesterday", "tonight"})
_OLDEST = 99
_FEWEST = 3
_FULL_NAME = 2
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
# Plurals that stand before another noun: "the rights group".
_BEFORE_NOUNS = frozenset({"rights", "affairs", "relations", "sports", "media"})


def source_before(
    document: Document, verb: Token, first: int, names: Sequence[Span]
) -> list[Token]:
    """Return the noun phrase right before a verb, its left end read from the words."""
    tokens = document.tokens
    last = _before_cue(document, verb, first)
    if last > first and tokens[last].lower in _PRONOUNS:
        # "the group that runs it said": who speaks is told before
        done_to = tokens[last].lower == "it" and tokens[last - 1].dep == "relcl"
        return [] if done_to and tokens[last - 1].tag in _FINITE else [tokens[last]]
    if last < first + _FEWEST:
        return []
    if [t.lower for t in tokens[last - 1 : last + 1]] == ["of", "them"]:
        some = tokens[last - 2]  # "they were stuck on the road one of them said"
        return list(tokens[some.i : last + 1]) if some.tag in ("CD", "DT", "JJ") else []
    start = _left_end(document, first, last, names)
    if start is None:
        return []
    start = _with_name(document, start, first)
    run = list(tokens[start : last + 1])
    return run if any(t.pos in NOUNS for t in run) else []


def described_before(
    document: Document, verb: Token, first: int, names: Sequence[Span]
) -> Iterator[list[Token]]:
    """Yield "sources close to the group", "a body watching the war": a speaker with what it is.

    The nearest noun for a speaker comes first; the caller knows whether a clause stands before.
    """
    tokens = document.tokens
    last = _before_cue(document, verb, first)
    for i in range(last - 1, max(first + _FEWEST, last - _FARTHEST), -1):
        after = tokens[i + 1]
        if (after.tag in _FINITE and after.dep != "relcl") or after.text in _STOPS:
            return
        told = after.lower in _DESCRIBING or after.tag in ("VBG", "WDT", "WP")
        if not told or tokens[i].lemma.lower() not in _TELLERS:
            continue
        alone = _is_many(tokens[i]) and tokens[i - 1].ent == "PERSON"
        start = i if alone else _left_end(document, first, i, names)
        if start is not None and tokens[start - 1].tag not in UNENDED:
            yield list(tokens[start : last + 1])


def is_unended(document: Document, token: Token) -> bool:
    """Return whether a clause cannot end in a word; it can in how all was done: "by shooting"."""
    manner = token.tag == "VBG" and token.i and document.tokens[token.i - 1].lower == "by"
    return token.tag in UNENDED and not manner


def _before_cue(document: Document, verb: Token, first: int) -> int:
    """Return the index of the word before a verb and its "have" and "also"."""
    last = verb.i - 1
    while last > first and document.tokens[last].head == verb.i:
        if document.tokens[last].dep not in ("aux", "advmod"):
            break
        last -= 1
    return last


def _left_end(document: Document, first: int, last: int, names: Sequence[Span]) -> int | None:
    tokens = document.tokens
    acronym = tokens[last].tag == "WP" and tokens[last].text.isupper()  # "the WHO said"
    if tokens[last].tag not in NAMING and not acronym:
        return None
    if (many := _behind_place(document, first, last, names)) is not None:
        return many
    if (spelt := _spelt_out(document, first, last)) is not None:
        return spelt
    start = last
    while start > first and last - start < LONGEST:
        name = _name_before(document, start, names)
        compound = _hyphened_before(document, start)
        if name is not None and tokens[start].text[:1].islower():
            start = name
        elif compound > first and compound < start:
            start = compound
        elif _joins(document, start, last, names):
            start -= 1
        else:
            break
        if tokens[start].tag in OPENING and not _is_link(document, start - 1):
            break
    before = tokens[start - 1] if start else None
    if before is None or not is_unended(document, before) or before.lower in ("as", "dead"):
        return start
    named = {name.end for name in names}
    body = tokens[start - 2].ent == "ORG" and tokens[start - 2].end in named
    if before.lower == "and" and (body or _is_speaker(tokens[start - 2])):
        return _left_end(document, first, start - 2, names)
    # "strikes in Tarsk city residents said": only the last words are the source.
    whole = {name.start for name in names if name.end == tokens[last].end}
    for i in range(start + 1, last + 1):
        if tokens[i].start in whole or (i == last and _is_many(tokens[i])):
            return i
        if _is_channel(document, i, last, names):
            return i
        if tokens[i - 1].end in named and all(t.tag == "NNP" for t in tokens[i : last + 1]):
            return i  # "all are in Tarsk Jan Novak said"
    for i in range(start + 1, last):
        if is_titling(tokens[i]) and all(t.tag == "NNP" for t in tokens[i + 1 : last + 1]):
            return i  # "shells hit the town of Tarsk activist Jan Novak said"
    return last - 1 if _is_aged(tokens[last - 1], tokens[last]) else None


def _is_channel(document: Document, i: int, last: int, names: Sequence[Span]) -> bool:
    """Return whether a name with what it is stands here: "in Varnia Al Zahar TV channel said"."""
    tokens = document.tokens
    behind = next((n.end for n in names if n.start == tokens[i].start), None)
    inside = [t for t in tokens[i : last + 1] if behind is not None and t.start >= behind]
    own = all(t.pos in ("NOUN", "PROPN") for t in inside)
    placed = tokens[i - 1].tag == "NNP"
    return placed and bool(inside) and own and is_known_speaker(inside[-1])


def _with_name(document: Document, start: int, first: int) -> int:
    """Return where "Jan Novak a spokesman for the group" begins, from where "a" stands."""
    tokens = document.tokens
    described = tokens[start].lower in ("a", "an", "the") or is_titling(tokens[start])
    name = start
    while described and name > first and tokens[name - 1].ent == "PERSON":
        name -= 1
        if tokens[name].ent_start:
            # "The raids hit Hass an activist said": an object is no speaker.
            taken = tokens[name - 1].tag in UNENDED or tokens[name - 1].pos == "VERB"
            return start if taken or start - name < _FULL_NAME else name
    return start


def _is_speaker(token: Token) -> bool:
    """Return whether a word before "and" may end a source: "spokesman Jan Novak and residents"."""
    return is_known_speaker(token) or (token.ent == "PERSON" and token.tag == "NNP")


def _hyphened_before(document: Document, start: int) -> int:
    """Return where the "Tarsk-based" begins that stands before ``start``, else ``start``."""
    first = start - 3
    if first < 0 or document.tokens[start - 1].tag not in _PARTICIPLES:
        return start
    word, hyphen = document.tokens[start - 1], document.tokens[start - 2]
    tight = hyphen.text == "-" and hyphen.end == word.start
    return first if tight and document.tokens[first].end == hyphen.start else start


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


def _spelt_out(document: Document, first: int, last: int) -> int | None:
    """Return where the name begins whose first letters follow in brackets: "Varnia Live (VL)"."""
    tokens = document.tokens
    if tokens[last].text != ")" or tokens[last - 2].text != "(" or last - 2 <= first:
        return None
    letters = tokens[last - 1].text
    start = last - 2 - len(letters)
    words = tokens[max(first, start) : last - 2]
    fits = letters.isupper() and "".join(t.text[:1] for t in words) == letters
    article = start > first and tokens[start - 1].tag == "DT"
    return start - article if fits else None


def _behind_place(document: Document, first: int, last: int, names: Sequence[Span]) -> int | None:
    """Return where "rights groups" begins in "killed ten people in Tarsk rights groups said"."""
    tokens = document.tokens
    if not _is_many(tokens[last]):
        return None
    start = last
    while start > first and tokens[start - 1].lower in _BEFORE_NOUNS:
        start -= 1
    place, preposition = tokens[start - 1], tokens[start - 2]
    there = place.tag == "NNP" and (place.ent in ("GPE", "LOC", "FAC") or place.span in names)
    return start if there and start - 2 > first and preposition.tag == "IN" else None


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
    if left.tag in OPENING:
        return True
    if _is_link(document, start - 1):
        return True
    if right.lower in _LINKS and right.tag == "IN":
        return left.tag in NAMING
    if left.tag in _PARTICIPLES and document.tokens[start - 2].tag == "DT":
        return True  # "the opposing party"
    if left.tag not in NAMING or right.tag in OPENING:
        return False
    if left.lower in _BEFORE_NOUNS and right.tag in ("NN", "NNS"):
        return True
    if left.tag in ("NNS", "-RRB-") or (left.tag == "NNPS" and left.ent != "ORG"):
        return False
    if left.tag == "NN" and right.text[:1].isupper():
        return document.tokens[last].tag in ("NNP", "NNPS", "-RRB-") and is_titling(left)
    if left.tag == "JJ" and left.text[:1].islower() and right.text[:1].isupper():
        named = document.tokens[start - 2]
        if named.tag == "DT" or (named.tag == "JJ" and named.text[:1].isupper()):
            return True  # "Varnian private VTV"
        return document.tokens[last].tag not in ("NNP", "NNPS")
    place = right.text[:1].isupper() and document.tokens[start - 2].tag == "IN"
    if left.tag == "NNP" and any(
        name.start == right.start or (place and name == left.span) for name in names
    ):
        return any(name.start <= left.start and name.end >= right.end for name in names)
    return True
