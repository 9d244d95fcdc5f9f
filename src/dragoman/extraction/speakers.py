"""Who speaks: a source phrase to an actor, never to a pronoun and never by guess."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_able import one_of_many
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import IT, SHE_HE, THEY, is_body, is_data, is_document
from dragoman.extraction.claims_syntax import is_list, phrase, span_of
from dragoman.extraction.speakers_again import Again
from dragoman.extraction.speakers_labels import Labels
from dragoman.extraction.speakers_said import Said, Spoken
from dragoman.extraction.speakers_texts import Texts
from dragoman.extraction.speakers_unnamed import Unnamed
from dragoman.extraction.speakers_words import core_of, is_official, plain
from dragoman.language import Document, Token
from dragoman.model import UNNAMED, Actor, ActorMention, Extract, Report, Span, Speaker

# What joins those of a list; a parse makes lists of phrases that lost their comma, too.
_JOINS = frozenset({"and", "or", "&", ",", "nor", "plus"})


class Speakers:
    """Finds the actor behind each source phrase of one report, in text order.

    Keeps the last speakers in mind, for pronouns that the mentions leave open and for quotes
    that go on. ``new`` are the unnamed actors that had to be added, with their mentions.
    """

    def __init__(self, document: Document, extract: Extract, quotes: Sequence[Span] = ()) -> None:
        self._document = document
        self._report: Report = extract.report
        self._known: dict[int, Speaker] = {}
        self._text: Spoken | None = None
        self._begins = 0
        self._aside = False
        self._tells = True
        self._titled = False
        self.new: dict[str, Actor] = {}
        self._names = Mentions(document, extract, self.new, quotes)
        named = (m for m in extract.actor_mentions if m.form in ("name", "alias"))
        self._hyphened = [m for m in named if "-" in m.evidence.quote]
        self._said = Said(document, self._names)
        self._again = Again(document, self._names, self._said)
        self._texts = Texts(document, self._names, self._said, self._actor)
        self._unnamed = Unnamed(document, extract, self.new)
        self._labels = Labels(extract, self.new)

    @property
    def mentions(self) -> list[ActorMention]:
        """Return the mentions of the actors in ``new``."""
        return self._unnamed.mentions

    def of(self, found: Candidate, aside: bool = False) -> Speaker:
        """Return the speaker of a candidate; call in text order.

        ``aside``: it speaks inside what another says, so that no later "he" takes it up.
        """
        if found.rule == "turn":
            return self._labels.of(found.source, found.content[0])
        if found.source is None or found.source_head is None:
            known = self._known.get(found.source_head or -1, Speaker(name=UNNAMED))
            self._goes_on(found, known)
            return msgspec.structs.replace(known, evidence=None)
        source, head = self._whole(found.source, self._document.tokens[found.source_head])
        if head.i in self._known:
            return self._known[head.i]
        self._begins = self._first_said(found, head)
        self._aside = aside
        self._tells = found.rule.startswith(("tag", "verb:clause", "quoted"))
        self._titled = found.rule == "headline"
        if (again := self._same_text(source, head)) is not None:
            return again
        actor = self._texts.author(source, head) if is_document(head) else None
        text = is_document(head) and actor is None
        actor = actor if text else actor or self._actor(source, head)
        speaker = self._speaker(source, head, actor, text)
        self._known[head.i] = speaker
        if not aside:
            paragraph = self._document.sentence_of(head).paragraph
            self._text = Spoken(speaker, None, head, paragraph) if is_document(head) else None
        if not aside and (not is_document(head) or (actor is not None and actor.named)):
            self._said.add(speaker, actor, head, owns=found.rule.startswith("noun"))
        return speaker

    def _whole(self, source: Span, head: Token) -> tuple[Span, Token]:
        """Return a source and its head, as the whole name where the parse cut it at a hyphen."""
        text = self._report.text
        if "-" in (text[source.start - 1 : source.start], text[source.end : source.end + 1]):
            for mention in self._hyphened:
                if mention.evidence.span.contains(source):
                    return mention.evidence.span, self._document.tokens[mention.head]
        return source, head

    def _speaker(self, source: Span, head: Token, actor: Actor | None, text: bool) -> Speaker:
        """Return a speaker with its name; ``text``: of one whose author nobody names."""
        evidence = self._report.evidence(source)
        name = self._name(actor, source, head)
        if text and not (is_data(head) and not is_official(evidence.quote)):
            words = self._unnamed.unquoted(source, head).of(self._report.text)
            name = plain(core_of(words))  # it has a name and is no actor
        listed = is_list(self._document, head) and not (actor is not None and actor.named)
        actor = (self._names.first_body(source) if listed else None) or actor
        return Speaker(name=name, actor=actor.id if actor is not None else None, evidence=evidence)

    def _name(self, actor: Actor | None, source: Span, head: Token) -> str:
        """Return the name of an actor; of one without a name, the words of the source."""
        if actor is None:
            return UNNAMED
        other = actor.type == "organisation" and head.lower not in actor.name.lower().split()
        if actor.named or other or is_document(head) or not self._is_bare(source, head):
            return actor.name
        return plain(core_of(self._report.evidence(source).quote))

    def _first_said(self, found: Candidate, head: Token) -> int:
        """Return where a claim begins: whom its own words name is not who says them."""
        inside = self._document.tokens_in(found.content[0])
        return min(head.i, inside[0].i) if inside else head.i

    def _same_text(self, source: Span, head: Token) -> Speaker | None:
        """Return whose text it was that "it" takes up again, or None."""
        last = self._text
        if last is None or head.lower not in IT:
            return None
        if self._document.sentence_of(head).paragraph - last.paragraph > 1:
            return None
        evidence = self._report.evidence(source)
        speaker = msgspec.structs.replace(last.speaker, evidence=evidence)
        self._known[head.i] = speaker
        paragraph = self._document.sentence_of(head).paragraph
        self._text = msgspec.structs.replace(last, paragraph=paragraph)
        return speaker

    def _goes_on(self, found: Candidate, speaker: Speaker) -> None:
        """Keep in mind that a quote without a tag was the last speaker's too."""
        inside = self._document.tokens_in(found.content[-1])
        said = self._said.backwards()
        actor = next((s.actor for s in said if s.speaker == speaker), None)
        if inside and actor is not None:
            self._said.add(speaker, actor, inside[-1])

    def _actor(self, source: Span, head: Token) -> Actor | None:
        if is_list(self._document, head):
            return self._listed(source, head)
        if self._names.are_several(head):
            return self._unnamed.actor(source, head)
        apposed = self._names.apposed
        known = apposed.explained(source) or apposed.citing(source, head)
        if known is not None:
            return known
        if self._titled and apposed.is_cut(source):
            return self._unnamed.actor(source, head)  # "... killed in Varnia Monitor"
        mentioned = self._names.of(source, head) or apposed.behind(source, head)
        if head.lower in SHE_HE | IT | THEY:
            return self._pronoun(head, mentioned)
        if mentioned is not None and mentioned.named:
            return self._again.body_again(source, head) or mentioned
        own = self._unnamed.own_name(head)  # "a witness named Pavel, who was hurt, said"
        if own is not None and (known := self._names.by_name(own)) is not None:
            return known
        again = self._names.called(source, head) or self._again.body_again(source, head)
        again = again or self._again.again(source, head, self._aside)
        if again is not None and not _is_of_another_state(mentioned, again):
            return again
        if mentioned is not None and self._names.count(mentioned) > 1:
            return mentioned
        if head.pos in ("PRON", "DET"):
            many = one_of_many(self._document, head)
            return self._unnamed.actor(source, head) if many is not None else None
        quote = self._report.evidence(source).quote
        named = self._names.by_name(quote) or self._names.by_name(core_of(quote))
        named = named or self._names.by_surname(head)
        if named is None and head.pos == "PROPN" and is_body(head):
            named = self._names.by_title(head)
        if named is None and mentioned is not None and self._is_bare(source, head):
            return mentioned
        return named or self._unnamed.actor(source, head)

    def _listed(self, source: Span, head: Token) -> Actor | None:
        """Return the one name that has an "and" in it, who "both he and X" names, or a list."""
        whole = self._names.whole(source) or self._names.apposed.closing(source, head)
        whole = whole or self._names.apposed.abbreviated(source)
        if whole is None and not any(t.lower in _JOINS for t in self._document.tokens_in(source)):
            named = self._names.of(source, head)  # "the Relief Fund a local charity"
            whole = named if named is not None and named.named else None
        if whole is not None:
            return whole
        for token in self._document.tokens_in(source):
            if token.lower in ("he", "she") and token.tag == "PRP":
                mentioned = self._names.of(token.span, token)
                return self._said.pronoun(token, mentioned, self._begins, self._tells)
        return self._unnamed.actor(source, head)

    def _pronoun(self, head: Token, mentioned: Actor | None) -> Actor | None:
        """Return who a pronoun is; "they" may be "A and B" of its own sentence."""
        author = self._texts.spoken_in(head)
        person = author is not None and author.type == "person"
        if (
            author is not None
            and person == (head.lower in SHE_HE)
            and self._said.agrees(head, author)
        ):
            return author
        meant = self._said.pronoun(head, mentioned, self._begins, self._tells)
        told = self._said.role_before(self._begins) if head.lower in ("he", "she") else None
        if meant is None and told is not None:
            return self._actor(span_of(phrase(self._document, told)), told)
        if meant is None and head.lower in THEY:
            several = self._said.several(self._begins)
            words = phrase(self._document, several) if several is not None else []
            if several is not None and words:
                return self._actor(span_of(words), several)
        return meant

    def _is_bare(self, source: Span, head: Token) -> bool:
        """Return whether a phrase is but an article and the nouns of a mention: "the army"."""
        words = self._document.tokens_in(source)
        return words[-1].i == head.i and all(t.pos in ("DET", "NOUN", "ADJ") for t in words)


def _is_of_another_state(mentioned: Actor | None, again: Actor) -> bool:
    """Return whether "the Karvelian minister" cannot be who spoke before, a Varnian."""
    country = mentioned.country if mentioned is not None and not mentioned.named else None
    return country is not None and again.country not in (None, country)
