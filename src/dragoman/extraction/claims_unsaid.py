"""Report verbs that say nothing: deeds only named, what may have been said, what was found out."""

from __future__ import annotations

from dragoman.extraction.claims_lexicon import Frame
from dragoman.extraction.claims_sources import is_data, is_document
from dragoman.extraction.claims_syntax import is_infinitive, is_negated
from dragoman.language import Document, Token

# What is said in so many words, and what is only promised: "will say that the truce is over".
_WORDED = frozenset({"clause", "that", "quote", "complement"})
_DEEDS = frozenset({"in", "for", "from", "of", "about"})
_MAYBE = frozenset({"may", "might", "could"})
# Who finds something by looking into it, besides studies and reports.
_EXAMINERS = frozenset({"commission", "court", "jury", "panel", "tribunal", "investigator",
                        "inspector", "judge", "auditor", "watchdog"})  # fmt: skip


def is_finding(verb: Token, subject: Token) -> bool:
    """Return whether a verb tells of a result: "the inquiry found that X"."""
    able = subject.lemma.lower() in _EXAMINERS or (is_document(subject) and not is_data(subject))
    return verb.lemma in ("find", "determine") and able


def is_unsaid(document: Document, verb: Token, frame: Frame) -> bool:
    """Return whether a gerund only names a deed: "without specifying X", "help in promising X"."""
    if (
        verb.tag == "VBG"
        and verb.dep == "xcomp"
        and is_infinitive(document, document.head(verb))
        and frame.kind != "clause"
    ):
        return document.head(verb).tag == "VB"  # "a law to mandate reporting abuses"
    if verb.tag != "VBG" or verb.dep != "pcomp":
        return False
    preposition = document.head(verb).lower
    tasked = preposition == "with" and document.tokens[verb.i - 1].lower == "with"
    deed = tasked or preposition in _DEEDS  # not "with Novak calling it X"
    return preposition == "without" or (frame.kind != "clause" and deed)


def is_but_possible(document: Document, verb: Token) -> bool:
    """Return whether somebody may only have said something: "might have urged him to go"."""
    own = document.children(verb)
    maybe = any(t.dep == "aux" and t.lower in _MAYBE for t in own)
    # "could only confirm that" says it.
    said = is_negated(document, verb) or any(t.lower == "only" and t.i < verb.i for t in own)
    return maybe and not said


def is_to_come(document: Document, verb: Token, frame: Frame) -> bool:
    """Return whether somebody is only going to say something: "will express its concern"."""
    will = any(t.dep == "aux" and t.lower in ("will", "shall") for t in document.children(verb))
    told = frame.act == "assert" and frame.kind not in _WORDED
    return will and told and not is_negated(document, verb)
