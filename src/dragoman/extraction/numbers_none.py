"""Who says that it befell nobody: "no civilian was harmed", "none of its men", "without loss"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extraction.numbers_lists import by_word, counted, is_person
from dragoman.extraction.numbers_noun import whole_of
from dragoman.extraction.numbers_what import what_of
from dragoman.extraction.status import status_of
from dragoman.language import Document, Token
from dragoman.model import Count, NumberMention, Report, Span

_SUBJECTS = ("nsubj", "nsubjpass")
# No noun stands farther from its "no": "no member of the crew" counts members.
_FAR = 5
_KNOWN = frozenset({"happened", "ongoing", "denied"})


def nones_of(document: Document, report: Report) -> Iterator[NumberMention]:
    """Yield a count of none for each "no one", "not one soldier", "no casualties" of a report."""
    for token in document.tokens:
        found = _none_at(document, token)
        what = _what(document, *found) if found else None
        if found is None or what is None:
            continue
        head, last = found
        span = Span(token.start, document.tokens[last].end)
        yield NumberMention(
            count=Count(
                what=what,
                low=0.0,
                high=0.0,
                evidence=report.evidence(span),
                unit="people",
                of=_of(document, head, last),
            ),
            head=head.i,
        )


def _none_at(document: Document, token: Token) -> tuple[Token, int] | None:
    """Return what a word says there is none of, and the last token of the words for "none"."""
    words, following = counted()["none"], document.tokens[token.i + 1 : token.i + 4]
    after = [t.lower for t in following]
    if token.lower in words["pronouns"]:
        return whole_of(document, token.i + 1) or token, token.i
    if token.lower == "no" and after[:1] == ["one"]:
        return following[0], token.i + 1
    if token.lower == "no" and token.dep == "det":
        head = document.head(token)
        near = token.i < head.i <= token.i + _FAR
        return (head, token.i) if near and head.pos in ("NOUN", "PROPN") else None
    if token.lower == "not" and (after[:1] == ["one"] or after[:2] == ["a", "single"]):
        last = token.i + (1 if after[0] == "one" else 2)
        head = document.head(document.tokens[last])
        noun = head if last < head.i <= last + _FAR and head.pos == "NOUN" else None
        return whole_of(document, last + 1) or noun or document.tokens[last], last
    if token.lower == "without":
        noun = next((t for t in following if t.dep == "pobj" and t.head == token.i), None)
        plain = noun is not None and noun.lemma.lower() in by_word("harms")
        if plain and status_of(document, document.head(token)) not in _KNOWN:
            return None  # "wants to end it without losses"
        return (noun, token.i) if noun is not None and plain else None
    return None


def _what(document: Document, head: Token, last: int) -> str | None:
    """Return what befell none of those counted, None where it is not told as something known."""
    governor = document.head(head)
    subject, verb = head.dep in _SUBJECTS, governor.lemma.lower()
    if verb == "mention" or (subject and verb in counted()["none"]["told"]):
        return None  # "no casualties were reported" so far
    harm = by_word("harms").get(head.lemma.lower())
    if harm is not None:
        of_life = any(t.lower == "life" for t in document.tokens[head.i + 1 : head.i + 3])
        return "killed" if of_life else harm
    if not is_person(head) and head.lower not in ("one", *counted()["none"]["pronouns"]):
        return None
    if subject and _harmed(document, governor):
        return "casualties"
    if head.lemma.lower() in ("prisoner", "captive"):
        return None  # "the army took no prisoners"
    what = what_of(document, head, last, last)
    named = by_word("nouns").get(head.lemma.lower())
    return what if what in counted()["none"]["befalls"] and what != named else None


def _harmed(document: Document, verb: Token) -> bool:
    """Return whether a verb says that somebody was hurt or worse: "was harmed", "suffered harm"."""
    if verb.lemma.lower() in counted()["none"]["harming"]:
        return True
    objects = (t.lemma.lower() for t in document.children(verb) if t.dep == "dobj")
    return verb.lemma.lower() in ("suffer", "sustain") and any(
        noun in by_word("harms") for noun in objects
    )


def _of(document: Document, head: Token, last: int) -> str | None:
    """Return the words for those counted: "civilian", "its men"; nobody is named by a pronoun."""
    first = last + 1
    if first < len(document.tokens) and document.tokens[first].lower == "of":
        first += 1
    if head.pos == "PRON" or head.lower == "one" or not first <= head.i <= first + _FAR:
        return None
    return Span(document.tokens[first].start, head.end).of(document.text)
