"""Times that stand ahead of the clause that tells of a deed, and those that stand in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dragoman.extraction.accounts_syntax import Syntax
from dragoman.language import Document, Token
from dragoman.model import Dates, TimeMention

# "Since Monday" tells no day of a deed.
NOT_THE_DAY = frozenset({"since", "until", "before", "by"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A clause ends before these tags: another finite verb, a conjunction, a comma.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "CC", ",", ":"})
# Helping verbs of what is over.
_DONE = frozenset({"was", "were", "had", "has", "have", "been"})
_BEGUN = frozenset({"begin", "start", "continue", "resume", "proceed"})
Rows = Sequence[tuple[TimeMention, Token]]


def is_full(dates: Dates) -> bool:
    """Return whether a text gives a day with its year: "on 21 May 2016"."""
    told = dates.evidence
    return dates.precision == "day" and told is not None and bool(_YEAR.search(told.quote))


def is_over(document: Document, verb: Token) -> bool:
    """Return whether a verb tells of what is over: "killed", "were killed"."""
    helpers = {c.lower for c in document.children(verb) if c.dep.startswith("aux")}
    return verb.tag == "VBD" or (verb.tag == "VBN" and bool(helpers) and helpers <= _DONE)


def opening(syntax: Syntax, rows: Rows, verb: Token) -> TimeMention | None:
    """Return the time that opens a sentence, of a verb that shares its first verb's subject.

    "In May the army took the town and shelled the port" puts both in May, and "on Monday jets
    began bombing" the bombs on Monday.
    """
    document, first = syntax.document, verb
    while first.pos == "VERB" and (first.dep == "conj" or _is_begun(document, first)):
        if any(c.dep in ("nsubj", "nsubjpass") for c in document.children(first)):
            return None
        first = document.head(first)
    if first.i == verb.i or first.pos != "VERB":
        return None
    subject = min((c.i for c in syntax.subject(first)), default=first.i)
    for mention, head in rows:
        above = next((t for t in document.ancestors(head) if t.pos == "VERB"), None)
        told = mention.dates is not None and mention.kind != "set"
        if told and head.i < subject and above is not None and above.i == first.i:
            return None if mention.bound in NOT_THE_DAY else mention
    return None


def _is_begun(document: Document, verb: Token) -> bool:
    """Return whether a verb is what another says that somebody began or went on to do."""
    return verb.dep == "xcomp" and document.head(verb).lemma in _BEGUN


def explained(document: Document, rows: Rows, verb: Token) -> TimeMention | None:
    """Return the time that a clause with "when" explains: "in early 2015, when rebels came".

    The first verb behind "when" is the clause's, whatever the parse makes of it.
    """
    for mention, head in rows:
        told = mention.dates is not None and mention.kind != "set"
        if not told or not head.i < verb.i:
            continue
        commas = len([*takewhile(lambda t: t.text == ",", document.tokens[head.i + 1 : verb.i])])
        when = document.tokens[head.i + 1 + commas]
        clause = document.tokens[when.i + 1 : verb.i]
        if when.lower == "when" and all(t.tag not in _FINITE for t in clause):
            return None if mention.bound in NOT_THE_DAY else mention
    return None
