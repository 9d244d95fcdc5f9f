"""Who speaks: a source phrase to an actor, never to a pronoun and never by guess."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.claims_syntax import child
from dragoman.extraction.claims_verbs import Candidate
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, ActorType, Extract, Report, Speaker, make_id

UNNAMED = "unnamed speaker"
_SHE_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "them", "their"})
_SOME = frozenset({"some", "many", "others", "all", "one", "both", "several", "most", "few",
                   "another", "neither", "nobody", "everyone"})  # fmt: skip
_NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


class _Words(msgspec.Struct, frozen=True):
    types: dict[str, tuple[str, ...]]
    endings: tuple[str, ...]
    weak_verbs: frozenset[str]
    things: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    path = resources.files("dragoman.extraction") / "data" / "claims_speakers.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    listed = _words().types
    return {noun: kind for kind, nouns in reversed(listed.items()) for noun in nouns}


def can_speak(document: Document, found: Candidate) -> bool:
    """Return whether the source of a candidate can be a speaker: a name, a role, a body.

    A plain verb of saying vouches for its subject ("a carpenter said"); "suggest", "indicate"
    and everything with an object do not ("the figures suggest", "the storm threatened").
    """
    if found.source_head is None:
        return True
    head = document.tokens[found.source_head]
    if head.pos == "PRON" or head.pos == "DET":
        return head.lower in _SHE_HE | _IT | _THEY or (
            head.lower in _SOME and not _is_weak(document, found)
        )
    lemma = head.lemma.lower()
    if head.pos == "PROPN" or lemma in _nouns() or lemma.endswith(_words().endings):
        return head.ent not in _NEVER
    if head.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    if lemma in _words().things:
        return False
    return head.pos in ("NOUN", "ADJ") and not _is_weak(document, found)


def _is_weak(document: Document, found: Candidate) -> bool:
    cue = document.tokens[found.head]
    vouched = found.rule.startswith(("tag", "verb:clause", "according", "headline", "quoted"))
    return not vouched or cue.lemma.lower() in _words().weak_verbs


def is_document(token: Token) -> bool:
    """Return whether a noun is a text that speaks for its makers ("the report")."""
    return _nouns().get(token.lemma.lower()) == "document"


class Speakers:
    """Finds the actor behind each source phrase of one report, in text order.

    Keeps the last speakers in mind, for pronouns that the mentions leave open and for quotes
    that go on. ``new`` are the unnamed actors that had to be added, with their mentions.
    """

    def __init__(self, document: Document, extract: Extract) -> None:
        self._document = document
        self._report: Report = extract.report
        self._actors = {actor.id: actor for actor in extract.actors}
        self._by_head: dict[int, ActorMention] = {}
        for mention in extract.actor_mentions:
            self._by_head.setdefault(mention.head, mention)
        self._mentions = extract.actor_mentions
        self._last: list[Speaker] = []
        self._known: dict[int, Speaker] = {}
        self.new: dict[str, Actor] = {}
        self.mentions: list[ActorMention] = []

    def of(self, found: Candidate) -> Speaker:
        """Return the speaker of a candidate; call in text order."""
        if found.source is None or found.source_head is None:
            known = self._known.get(found.source_head or -1, Speaker(name=UNNAMED))
            return msgspec.structs.replace(known, evidence=None)
        head = self._document.tokens[found.source_head]
        speaker = self._named(found, head) or self._pronoun(found, head)
        if speaker is None:
            speaker = self._unnamed(found, head)
        self._known[head.i] = speaker
        if not is_document(head):
            self._last.append(speaker)
        return speaker

    def _named(self, found: Candidate, head: Token) -> Speaker | None:
        if self._is_plural_list(head):
            return None
        mention = self._by_head.get(head.i) or self._inside(found, head)
        if mention is None:
            return None
        actor = self._actors[mention.actor]
        assert found.source is not None
        return Speaker(
            name=actor.name, actor=actor.id, evidence=self._report.evidence(found.source)
        )

    def _is_plural_list(self, head: Token) -> bool:
        return any(token.dep == "conj" for token in self._document.children(head))

    def _inside(self, found: Candidate, head: Token) -> ActorMention | None:
        """Return the mention of an apposition or of the phrase that the head belongs to."""
        assert found.source is not None
        for mention in self._mentions:
            span = mention.evidence.span
            if not span.overlaps(found.source):
                continue
            token = self._document.tokens[mention.head]
            if mention.form == "name" and token.dep in ("appos", "compound", "nmod"):
                if token.head == head.i and token.dep == "appos":
                    return mention
                if token.head == head.i and token.end == head.start - 1 and head.pos == "PROPN":
                    return mention
            if span.contains(head.span) and span == found.source:
                return mention
        return None

    def _pronoun(self, found: Candidate, head: Token) -> Speaker | None:
        word = head.lower
        if word not in _SHE_HE | _IT | _THEY:
            return None
        assert found.source is not None
        evidence = self._report.evidence(found.source)
        for speaker in reversed(self._last):
            kind = self._type(speaker)
            fits = (
                (word in _SHE_HE and kind == "person")
                or (word in _IT and kind not in ("person", "group", "unknown"))
                or (word in _THEY and kind != "person")
            )
            if fits:
                return msgspec.structs.replace(speaker, evidence=evidence)
        return Speaker(name=UNNAMED, evidence=evidence)

    def _type(self, speaker: Speaker) -> ActorType:
        actor = self._actors.get(speaker.actor or "") or self.new.get(speaker.actor or "")
        return actor.type if actor is not None else "unknown"

    def _unnamed(self, found: Candidate, head: Token) -> Speaker:
        assert found.source is not None
        evidence = self._report.evidence(found.source)
        if head.pos == "PRON" or head.pos == "DET":
            return Speaker(name=UNNAMED, evidence=evidence)
        name = _plain(evidence.quote)
        actor = Actor(
            id=make_id("act", self._report.id, "unnamed", name.lower()),
            name=name,
            names=(name,),
            type=self._unnamed_type(head),
            named=False,
            evidence=(evidence,),
        )
        self.new.setdefault(actor.id, actor)
        self.mentions.append(
            ActorMention(evidence=evidence, actor=actor.id, form="nominal", head=head.i)
        )
        return Speaker(name=name, actor=actor.id, evidence=evidence)

    def _unnamed_type(self, head: Token) -> ActorType:
        kind = _nouns().get(head.lemma.lower(), "unknown")
        plural = head.tag in ("NNS", "NNPS") or self._is_plural_list(head)
        if kind == "person" and plural:
            return "group"
        if kind == "document":
            return "unknown"
        if kind == "unknown" and head.ent == "PERSON":
            return "person"
        if child(self._document, head, "appos") is not None and kind == "unknown":
            return "unknown"
        return kind if kind in _TYPES else "unknown"  # type: ignore[return-value]


_TYPES: Sequence[str] = (
    "person", "state", "government", "armed_group", "organisation", "group", "unknown",
)  # fmt: skip


def _plain(phrase: str) -> str:
    words = " ".join(phrase.split())
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if words.startswith(article):
            return words[len(article) :]
    return words
