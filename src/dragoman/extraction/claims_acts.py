"""The act of a claim: its cue's, refined by the content where the cue is a plain "said"."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token
from dragoman.model import Act

# Rules by which a mark, and no verb, tells that something is said.
_UNSAID = ("headline", "set-off")
# Tokens at the beginning of a content that tell what is vowed.
_OPENING = 4


class _Words(msgspec.Struct, frozen=True):
    plain: frozenset[str]
    demanding: tuple[str, ...]
    hostile: frozenset[str]
    reprisal: frozenset[str]
    future: frozenset[str]
    self: frozenset[str]
    harm: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    path = resources.files("dragoman.extraction") / "data" / "claims_acts.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


def act_of(document: Document, found: Candidate) -> Act:
    """Return what the speaker does with the words.

    "did not say" asserts nothing and "did not deny" denies nothing: both are "other". A plain
    "said" of what must be done is a demand, of what the speaker will do an intention, and a
    warning of what the speaker will do to others a threat.
    """
    if found.negated:
        return "other"
    words = _words()
    cue = document.tokens[found.head] if found.head >= 0 else None
    if cue is not None and cue.lemma == "agree" and found.rule.endswith(":clause"):
        return "promise" if _is_of_things_to_come(document, found) else "assert"
    if cue is not None and cue.lemma == "vow" and not _is_hostile(document, found):
        return "promise"
    plain = cue is None or found.rule in _UNSAID or cue.lemma.lower() in words.plain
    if found.act != "assert" or not plain:
        return found.act
    if _is_question(document, found):
        return "ask"
    verb = _main_verb(document, found)
    if verb is None:
        return found.act
    auxiliaries = {t.lower for t in document.children(verb) if t.dep == "aux" and t.i < verb.i}
    warned = cue is not None and cue.lemma == "warn"
    if auxiliaries & words.future and _speaks_of_self(document, found, verb):
        return "threaten" if warned or verb.lemma in words.hostile else "intend"
    if auxiliaries & words.future and warned and _is_own(document, verb):
        return "threaten"
    if _is_demand(document, verb, auxiliaries):
        return "demand"
    return found.act


def _is_hostile(document: Document, found: Candidate) -> bool:
    """Return whether one vows to harm somebody: "vowed revenge", "vowed to crush the rebels"."""
    first = document.tokens_in(found.content[0])
    words = {t.lemma.lower() for t in first[:_OPENING]}
    return not words.isdisjoint(_words().hostile | _words().reprisal | _words().harm)


def _is_question(document: Document, found: Candidate) -> bool:
    """Return whether the words are a question and nothing else: "Who did it?" he said."""
    if len(found.content) > 1:
        return False
    words = found.content[0].of(document.text).strip("\"“”'’ ")
    return words.endswith("?") and not any(mark in words[:-1] for mark in ".!?")


def _is_of_things_to_come(document: Document, found: Candidate) -> bool:
    """Return whether the content says what shall be: "agreed that a body should be set up"."""
    verb = _main_verb(document, found)
    if verb is None:
        return False
    subject = child(document, verb, "nsubj", "expl")
    if verb.lemma == "be" and subject is not None and subject.lower in ("there", "it"):
        return False  # "agreed that there will still be work to do"
    shall = _words().future | set(_words().demanding) | {"shall"}
    return any(t.dep == "aux" and t.lower in shall for t in document.children(verb))


def _main_verb(document: Document, found: Candidate) -> Token | None:
    for token in document.tokens_in(found.content[0]):
        if token.pos in ("VERB", "AUX") and token.dep in ("ccomp", "ROOT", "acl", "relcl"):
            return token
    return None


def _is_own(document: Document, verb: Token) -> bool:
    """Return whether what is warned of is a reprisal, or a hostile act by the speaker's own."""
    subject = child(document, verb, "nsubj")
    if verb.lemma in _words().reprisal:
        return True
    if subject is None or verb.lemma not in _words().hostile:
        return False
    return any(t.tag == "PRP$" for t in document.children(subject))


def _speaks_of_self(document: Document, found: Candidate, verb: Token) -> bool:
    subject = child(document, verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if subject.lower == "it" and verb.lemma == "be":
        return False  # "it would be hard for the army to leave" speaks of nobody
    if subject.lower in _words().self:
        return True
    source = found.source_head
    return source is not None and document.tokens[source].text == subject.text


def _is_demand(document: Document, verb: Token, auxiliaries: set[str]) -> bool:
    following = document.tokens[verb.i + 1].lower if verb.i + 1 < len(document.tokens) else ""
    return any(
        word in auxiliaries or word == f"{verb.lower} {following}" for word in _words().demanding
    )
