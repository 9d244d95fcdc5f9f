"""What the words around a time expression say: past or future, and how it limits things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from dragoman.extraction.times_words import lists
from dragoman.language import Document, Token
from dragoman.model import Span

# "set": what was to be, as told from later or from before ("was to open on Wednesday").
Outlook = Literal["past", "future", "set", ""]
Attached = Literal["", "noun", "appointment", "deed"]

_FUTURE = frozenset(("will", "'ll", "wo", "would", "shall", "'d"))
_MODAL = frozenset(("may", "might", "could", "can", "should", "must", "ca"))
_BEFORE = re.compile(
    r"(?:^|[\s(])(\w+|up to|prior to|as of|ahead of)"
    r"(?:\s+(?:about|around|late|early|the|at least|nearly|almost|on))?\s*$"
)


@lru_cache(maxsize=1)
def _lemmas() -> dict[str, frozenset[str]]:
    words = lists()
    names = (
        "ahead", "ahead_infinitive", "timetable", "reporting", "postponing", "choosing",
        "appointments", "aims", "deeds",
    )  # fmt: skip
    return {name: frozenset(words[name]) for name in names}


def bound_of(text: str, span: Span) -> str:
    """Return how the expression at ``span`` limits what it is attached to ("by", "since" ...).

    >>> bound_of("rebuilt by the end of 2018", Span(11, 26)), bound_of("on Monday", Span(3, 9))
    ('by', 'on')
    """
    match = _BEFORE.search(text[max(0, span.start - 24) : span.start].lower())
    bounds: dict[str, str] = lists()["bounds"]
    found = bounds.get(match[1]) if match else None
    if found is None:
        inside = text[span.start : span.end].lower()
        return "during" if inside.startswith(("throughout", "during")) else "on"
    return found


def outlook(document: Document, span: Span, bound: str = "on") -> Outlook:
    """Return whether what happens at the time that ``span`` names lies behind or ahead."""
    token = document.head_of_span(span)
    if token is None:
        return ""
    if token.dep == "pobj" and document.head(token).lower == "to":
        bound = "until"  # "extended to Nov. 20"
    if _is_set_for(document, token):
        return "future"  # "called a strike for Thursday"
    steps = 0
    while steps < 25:
        found = _of_word(document, token, bound, span)
        if found is not None:
            return found
        if token.head == token.i:
            return ""
        token = document.head(token)
        steps += 1
    return ""


def _is_set_for(document: Document, token: Token) -> bool:
    """Return whether something is set for a weekday by a word that is no plan itself."""
    preposition = document.head(token)
    if token.dep != "pobj" or preposition.lower != "for" or token.lower not in lists()["weekdays"]:
        return False
    return document.head(preposition).lemma.lower() not in _lemmas()["ahead"]


def noun_of(document: Document, span: Span) -> Attached:
    """Return what kind of noun an expression belongs to: "the Sept. 7 summit" an appointment."""
    token = document.head_of_span(span)
    for _ in range(4):
        if token is None or token.head == token.i:
            return ""
        listed = token.dep == "conj"
        token = document.head(token)
        if listed:
            continue
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            if token.lower in _lemmas()["ahead"] or _is_held(document, token):
                return ""
            if token.lemma.lower() in _lemmas()["appointments"]:
                return "appointment"
            planned = any(c.lower in _lemmas()["ahead"] for c in document.children(token))
            return "deed" if token.lemma.lower() in _lemmas()["deeds"] and not planned else "noun"
        if token.pos in ("VERB", "AUX"):
            return ""
    return ""


# "Agreed at the summit in March": the verb says whether it has been held.
_HELD = frozenset({"at", "during", "after", "since", "following"})


def _is_held(document: Document, noun: Token) -> bool:
    return noun.dep == "pobj" and document.head(noun).lower in _HELD


def is_now(document: Document, span: Span) -> bool:
    """Return whether the text says that today "is" the time named: "it is the third day"."""
    token = document.head_of_span(span)
    if token is None or token.dep != "attr":
        return False
    return document.head(token).lower in ("is", "'s", "’s")


def is_told(document: Document, span: Span) -> bool:
    """Return whether a time is that of a statement: "the army said on Monday"."""
    token = document.head_of_span(span)
    for _ in range(3):
        if token is None or token.head == token.i:
            return False
        token = document.head(token)
        if token.pos in ("VERB", "AUX"):
            return token.lemma.lower() in _lemmas()["reporting"]
    return False


def past_noun(document: Document, span: Span) -> bool:
    """Return whether a weekday belongs to a noun that is no appointment: "Wednesday's ruling"."""
    token = document.head_of_span(span)
    if token is None or token.dep not in ("poss", "compound", "nmod"):
        return False
    noun = document.head(token)
    ahead = any(child.lower in _lemmas()["ahead"] for child in document.children(noun))
    return noun.pos == "NOUN" and noun.lemma.lower() not in _lemmas()["appointments"] and not ahead


def _of_word(document: Document, token: Token, bound: str, span: Span) -> Outlook | None:
    """Return what this word says of past or future, or None to ask its governor."""
    lemmas = _lemmas()
    lemma = token.lemma.lower()
    if token.pos in ("ADJ", "NOUN", "PROPN", "ADV"):
        if lemma in lemmas["ahead"] and token.pos == "ADJ":
            return "future"
        if token.pos == "NOUN" and any(
            child.lower in lemmas["ahead"]
            and child.dep == "amod"
            and not span.contains(child.span)  # "the next five years" may be told of later
            for child in document.children(token)
        ):
            return _of_plan(document, token)
        return None
    if token.pos not in ("VERB", "AUX"):
        return None
    return _of_verb(document, token, bound, span)


def _of_verb(document: Document, token: Token, bound: str, span: Span) -> Outlook | None:
    lemma = token.lemma.lower()
    lemmas = _lemmas()
    children = document.children(token)
    helpers = [child for child in children if child.dep in ("aux", "auxpass")]
    words = {child.lower for child in helpers} | ({token.lower} if token.tag == "MD" else set())
    if words & _FUTURE and "have" not in words:
        return "future"
    if words & _MODAL and "have" not in words:
        return "past" if "could" in words and _denied(document, token) else "future"
    if any(_looks_ahead(document, child) for child in children):
        return "set" if token.tag == "VBD" and token.lemma == "be" else "future"
    if "did" in words:
        return "past"
    if token.tag == "VBN" and "be" in words and "to" not in words:
        return "future"  # "ordered that votes be counted until April 13"
    if token.tag == "VB" or "to" in words:
        return _of_infinitive(document, token)
    if bound in ("until", "by") and lemma in lemmas["postponing"]:
        return "future"
    if token.tag == "VBN" and lemma in lemmas["ahead"]:
        if token.dep == "acl" and not helpers:
            return _of_plan(document, document.head(token))
        return "set" if words & {"had", "was", "were"} else "future"
    if token.tag == "VBN" and {"is", "are", "'s", "'re", "being"} & words:
        return "" if "been" not in words else "past"
    if token.tag in ("VBD", "VBN"):
        if lemma in lemmas["choosing"] and "had" not in words:
            if bound in ("by", "before", "until", "since"):
                return "future"  # "promised a report by Friday", "agreed a truce from Friday"
            fronted = span.end <= token.start  # "in December they agreed on elections"
            return "" if not fronted and _of_appointment(document, token) else "past"
        return "past"
    if token.tag == "VBG" and lemma in _FROM and not helpers and _in_present(document, token):
        return "future"
    if token.tag == "VBG":
        present = any(child.lower in ("is", "are", "'s", "'re", "am") for child in helpers)
        if present:
            return "future"
        return "past" if helpers or token.head == token.i else None
    if lemma in lemmas["ahead"] or lemma in lemmas["timetable"]:
        return "future"
    return "past" if lemma in lemmas["reporting"] else ""


# "Starting Monday, the border is shut."
_FROM = frozenset({"start", "begin"})


def _in_present(document: Document, token: Token) -> bool:
    """Return whether the clause above is told in the present: "the port shuts, starting Monday"."""
    verb = document.head(token)
    helpers = [child.tag for child in document.children(verb) if child.dep.startswith("aux")]
    return (helpers[0] if helpers else verb.tag) in ("VBZ", "VBP", "MD")


def _of_plan(document: Document, noun: Token) -> Outlook:
    """Return whether a planned thing lies ahead; what became of it does not say: "set"."""
    verb = next((t for t in document.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma.lower() not in lists()["plan_ended"]:
        return "future"
    helpers = {child.lower for child in document.children(verb) if child.dep.startswith("aux")}
    told = verb.tag == "VBD" or bool(helpers & {"was", "were", "had", "has", "have", "been"})
    return "set" if told else "future"


def _of_appointment(document: Document, verb: Token) -> bool:
    """Return whether a verb governs a thing that is set for a day: "agreed on elections"."""
    for child in document.children(verb):
        below = [child] if child.dep == "dobj" else []
        if child.dep == "prep" and child.lower in ("on", "for", "to"):
            below = [token for token in document.children(child) if token.dep == "pobj"]
        if any(token.lemma.lower() in _lemmas()["appointments"] for token in below):
            return True
    return False


def _looks_ahead(document: Document, child: Token) -> bool:
    """Return whether an adjective looks ahead: "is due on Friday", not "died, due to a blast"."""
    if child.lower not in _lemmas()["ahead"] or child.pos != "ADJ":
        return False
    following = document.tokens[child.i + 1 : child.i + 3]
    if child.lower == "due" and len(following) == 2 and following[0].lower == "to":
        return following[1].tag == "VB"
    return child.dep in ("acomp", "oprd", "attr")


def _denied(document: Document, verb: Token) -> bool:
    """Return whether "could" tells of what failed: "neither could be found", "could not sleep"."""
    for child in document.children(verb):
        if child.dep == "neg":
            return True
        if child.dep in ("nsubj", "nsubjpass"):
            inner = {token.lower for token in document.subtree(child)}
            return bool(inner & {"neither", "nor", "no", "none"})
    return False


def _of_infinitive(document: Document, token: Token) -> Outlook | None:
    governor = document.head(token)
    if governor.i == token.i:
        return ""
    if governor.lower in ("was", "were") or _was_set(document, governor):
        return "set"
    if governor.pos == "NOUN":
        # "A plan to meet in March" looks ahead, "given the task to form it in March" need not.
        return "future" if governor.lemma.lower() in _lemmas()["aims"] else None
    ahead = governor.lemma.lower() in ("be", *_lemmas()["ahead_infinitive"])
    return "future" if ahead or governor.pos == "ADJ" else None


def _was_set(document: Document, governor: Token) -> bool:
    """Return whether an infinitive hangs on "was due", "were scheduled", "had been expected"."""
    if governor.lemma.lower() not in _lemmas()["ahead"] or governor.tag not in ("VBN", "JJ"):
        return False
    be = document.head(governor) if governor.dep in ("acomp", "oprd", "attr") else governor
    words = {be.lower} | {child.lower for child in document.children(be)}
    return bool(words & {"was", "were", "had"})
