"""Who speaks: a source phrase to an actor, never to a pronoun and never by guess."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import (
    IT,
    SHE_HE,
    THEY,
    author_of,
    is_anybody,
    is_body,
    is_bridging,
    is_data,
    is_document,
    is_medium,
    is_role,
    maker_of,
    one_of_many,
    type_of,
)
from dragoman.extraction.claims_syntax import child, is_list, phrase, span_of
from dragoman.extraction.speakers_words import (
    CONTRASTS,
    core_of,
    is_contrasted,
    is_official,
    plain,
)
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, ActorType, Extract, Report, Span, Speaker, make_id

UNNAMED = "unnamed speaker"
# How many paragraphs back "it" and "they" may look for the last speaker of their kind.
_REACH = 2
# What a body of one type may be called again: "the group" of a militia, not "the government".
_ALIKE = {
    "organisation": ("organisation",),
    "government": ("government",),
    "armed_group": ("armed_group", "organisation"),
}
_DEFINITE = frozenset({"the", "this", "that"})


class Spoken(msgspec.Struct, frozen=True):
    """A speaker as resolved, with the source's head word and where it spoke."""

    speaker: Speaker
    actor: Actor | None
    head: Token
    paragraph: int


class Speakers:
    """Finds the actor behind each source phrase of one report, in text order.

    Keeps the last speakers in mind, for pronouns that the mentions leave open and for quotes
    that go on. ``new`` are the unnamed actors that had to be added, with their mentions.
    """

    def __init__(self, document: Document, extract: Extract, quotes: Sequence[Span] = ()) -> None:
        self._document = document
        self._report: Report = extract.report
        self._said: list[Spoken] = []
        self._known: dict[int, Speaker] = {}
        self._texts: dict[str, Actor] = {}
        self._unsigned: Spoken | None = None
        self._begins = 0
        self._aside = False
        self._tells = True
        self.new: dict[str, Actor] = {}
        self._names = Mentions(document, extract, self.new, quotes)
        self.mentions: list[ActorMention] = []

    def of(self, found: Candidate, aside: bool = False) -> Speaker:
        """Return the speaker of a candidate; call in text order.

        ``aside``: it speaks inside what another says, so that no later "he" takes it up.
        """
        if found.source is None or found.source_head is None:
            known = self._known.get(found.source_head or -1, Speaker(name=UNNAMED))
            self._goes_on(found, known)
            return msgspec.structs.replace(known, evidence=None)
        head = self._document.tokens[found.source_head]
        if head.i in self._known:
            return self._known[head.i]
        self._begins = self._first_said(found, head)
        self._aside = aside
        self._tells = found.rule.startswith(("tag", "verb:clause", "quoted"))
        if (unsigned := self._same_text(found.source, head)) is not None:
            return unsigned
        actor = self._author(found.source, head) if is_document(head) else None
        if actor is not None:
            self._texts[head.lemma] = actor
        text = is_document(head) and actor is None
        actor = actor if text else actor or self._actor(found.source, head)
        evidence = self._report.evidence(found.source)
        speaker = Speaker(
            name=self._name(actor, found.source, head),
            actor=actor.id if actor is not None else None,
            evidence=evidence,
        )
        if text and is_data(head) and not is_official(evidence.quote):
            speaker = msgspec.structs.replace(speaker, name=UNNAMED)
        elif text:
            # A text whose author nobody names: it has a name and is no actor.
            speaker = msgspec.structs.replace(speaker, name=plain(core_of(evidence.quote)))
        if is_list(self._document, head):
            first = self._names.first_body(found.source)
            if first is not None:
                speaker = msgspec.structs.replace(speaker, actor=first.id)
        self._known[head.i] = speaker
        paragraph = self._document.sentence_of(head).paragraph
        if not aside:
            self._unsigned = Spoken(speaker, None, head, paragraph) if text else None
        if not aside and (not is_document(head) or (actor is not None and actor.named)):
            self._said.append(Spoken(speaker, actor, head, paragraph))
        return speaker

    def _name(self, actor: Actor | None, source: Span, head: Token) -> str:
        """Return the name of an actor; of one without a name, the words of the source."""
        if actor is None:
            return UNNAMED
        if actor.named or is_document(head) or not self._is_bare(source, head):
            return actor.name
        return plain(core_of(self._report.evidence(source).quote))

    def _first_said(self, found: Candidate, head: Token) -> int:
        """Return where a claim begins: whom its own words name is not who says them."""
        inside = self._document.tokens_in(found.content[0])
        return min(head.i, inside[0].i) if inside else head.i

    def _same_text(self, source: Span, head: Token) -> Speaker | None:
        """Return the unsigned text that "it" takes up again, or None."""
        last = self._unsigned
        if last is None or head.lower not in IT:
            return None
        if self._document.sentence_of(head).paragraph - last.paragraph > 1:
            return None
        evidence = self._report.evidence(source)
        speaker = msgspec.structs.replace(last.speaker, evidence=evidence)
        self._known[head.i] = speaker
        return speaker

    def _goes_on(self, found: Candidate, speaker: Speaker) -> None:
        """Keep in mind that a quote without a tag was the last speaker's too."""
        inside = self._document.tokens_in(found.content[-1])
        actor = next((s.actor for s in reversed(self._said) if s.speaker == speaker), None)
        if inside and actor is not None:
            paragraph = self._document.sentence_of(inside[-1]).paragraph
            self._said.append(Spoken(speaker, actor, inside[-1], paragraph))

    def _author(self, source: Span, head: Token) -> Actor | None:
        """Return whose text it is: "a tweet by X", "X's letter", "an X report", "the letter"."""
        author = author_of(self._document, head)
        if author is None:
            named = self._names.name_before(source, head) or self._texts.get(head.lemma)
            if named is None and (author := maker_of(self._document, head)) is not None:
                named = self._actor(span_of(phrase(self._document, author)), author)
            return named or self._medium(head)
        words = phrase(self._document, author)
        if words and words[-1].tag == "POS":
            words = words[:-1]
        return self._actor(span_of(words), author) if words else None

    def _medium(self, head: Token) -> Actor | None:
        """Return the newspaper or agency that spoke last, for "the report said"."""
        if head.lemma not in ("report", "article", "story", "paper", "broadcast"):
            return None
        for spoken in reversed(self._said):
            phrase = spoken.speaker.evidence.quote if spoken.speaker.evidence else ""
            if spoken.actor is not None and is_medium(f"{spoken.actor.name} {phrase}"):
                return spoken.actor
        return None

    def _actor(self, source: Span, head: Token) -> Actor | None:
        if is_list(self._document, head):
            return self._listed(source, head)
        if self._names.are_several(head):
            return self._unnamed(source, head)
        mentioned = self._names.of(source, head)
        if head.lower in SHE_HE | IT | THEY:
            return self._pronoun(head, mentioned)
        if mentioned is not None and mentioned.named:
            return mentioned
        again = self._names.called(source, head) or self._again(source, head)
        if again is not None:
            return again
        if mentioned is not None and self._names.count(mentioned) > 1:
            return mentioned
        if head.pos in ("PRON", "DET"):
            return None
        named = self._names.by_name(self._report.evidence(source).quote)
        named = named or self._names.by_surname(head)
        if named is None and mentioned is not None and self._is_bare(source, head):
            return mentioned
        return named or self._unnamed(source, head)

    def _listed(self, source: Span, head: Token) -> Actor | None:
        """Return the one name that has an "and" in it, who "both he and X" names, or a list."""
        whole = self._names.whole(source)
        if whole is not None:
            return whole
        for token in self._document.tokens_in(source):
            if token.lower in ("he", "she") and token.tag == "PRP":
                return self._pronoun(token, self._names.of(token.span, token))
        return self._unnamed(source, head)

    def _is_bare(self, source: Span, head: Token) -> bool:
        """Return whether a phrase is but an article and the nouns of a mention: "the army"."""
        words = self._document.tokens_in(source)
        return words[-1].i == head.i and all(t.pos in ("DET", "NOUN", "ADJ") for t in words)

    def _is_epithet(self, head: Token, last: Spoken) -> bool:
        """Return whether a definite role is a new word for the person who just spoke.

        "the champion" after a player's words: a role that the report has not named before, and
        that does not come with a body or an event as "the spokesman" and "the driver" do. Where
        several people speak it might be any of them.
        """
        here = self._document.sentence_of(head).paragraph
        following = self._document.tokens[head.i + 1 : head.i + 2]
        if any(t.lower in ("of", "for", "at") for t in following) or self._aside:
            return False  # "the captain of the flight" is no other word for anybody
        if self._describes(head, last):
            return True
        others = {s.actor.id for s in self._said if s.actor is not None and s.actor.named}
        if len(others) > 1 or here - last.paragraph > _REACH + 2:
            return False
        earlier = self._document.tokens[: head.i]
        modifiers = [t for t in self._document.children(head) if t.i < head.i]
        if any(t.lower in CONTRASTS for t in modifiers):
            return False  # "the then secretary" is somebody else
        new = all((t.lemma, t.tag) != (head.lemma, head.tag) for t in earlier)
        person = last.actor is not None and last.actor.named and last.actor.type == "person"
        return new and person and not is_bridging(head)

    def _describes(self, head: Token, last: Spoken) -> bool:
        """Return whether "the 82-year-old politician" or "the weary man" is who just spoke."""
        document = self._document
        person = last.actor is not None and last.actor.named and last.actor.type == "person"
        if not person or document.sentence_of(head).paragraph - last.paragraph > 1:
            return False
        described = any(
            (t.dep == "amod" and t.ent not in ("NORP", "GPE")) or t.ent == "DATE"
            for t in document.children(head)
        )
        return described and is_anybody(head)

    def _pronoun(self, head: Token, mentioned: Actor | None) -> Actor | None:
        here = self._document.sentence_of(head).paragraph
        for spoken in reversed(self._said):
            if not _fits(head.lower, spoken, self._tells):
                continue
            near = here - spoken.paragraph <= (1 if mentioned is not None else _REACH)
            if not near and head.lower not in SHE_HE:
                break
            persons = head.lower in SHE_HE
            other = self._names.named_between(spoken.head, self._begins, persons)
            if mentioned is None or (near and not other):
                return spoken.actor
            break
        return mentioned

    def _again(self, source: Span, head: Token) -> Actor | None:
        """Return the earlier speaker that "the agency" or "the spokesman" takes up again."""
        first = self._document.tokens_in(source)[0]
        if first.lower not in _DEFINITE or not (is_role(head) or is_body(head)):
            return None
        here = self._document.sentence_of(head).paragraph
        for spoken in reversed(self._said):
            if spoken.actor is None or here - spoken.paragraph > _REACH + 1:
                continue
            phrase = spoken.speaker.evidence.quote if spoken.speaker.evidence else ""
            same_word = head.lower in phrase.lower().split()
            same_kind = (spoken.actor.type == "person") == is_role(head)
            other = is_contrasted(self._document.tokens_in(source), phrase)
            if same_word and same_kind and not other:
                return spoken.actor
        titled = self._names.by_title(head)
        if titled is not None:
            return titled
        last = self._said[-1] if self._said else None
        if last is None or last.actor is None:
            return None
        if is_role(head):
            return last.actor if self._is_epithet(head, last) else None
        if here - last.paragraph > 1 or self._is_told_apart(source, head):
            return None
        alike = last.actor.type in _ALIKE.get(type_of(head, plural=False), ())
        return last.actor if alike and last.actor.named else None

    def _is_told_apart(self, source: Span, head: Token) -> bool:
        """Return whether a phrase has a name of its own: "the Selmo Dawn alliance"."""
        words = self._document.tokens_in(source)
        return any(t.pos == "PROPN" and t.text[:1].isupper() and t.i != head.i for t in words)

    def _is_named(self, source: Span, head: Token) -> bool:
        """Return whether a phrase names somebody: "Relief Fund", not "minister for trade"."""
        if self._proper_name(source, head) is not None:
            return True
        words = self._document.tokens_in(source)
        proper = all(t.pos == "PROPN" or t.tag in ("IN", "DT", "CC") for t in words)
        return proper and head.pos == "PROPN" and not is_role(head)

    def _proper_name(self, source: Span, head: Token) -> str | None:
        """Return the name that ends with the head: of "the Relief Fund scientist Jan Novak" his."""
        first = head.i
        tokens = self._document.tokens
        while first and source.contains(tokens[first - 1].span):
            if tokens[first - 1].pos != "PROPN" and tokens[first - 1].tag != "HYPH":
                break
            first -= 1
        last = head
        while last.tag == "HYPH" or (last.i + 1 < len(tokens) and tokens[last.i + 1].tag == "HYPH"):
            if not source.contains(tokens[last.i + 1].span):
                break
            last = tokens[last.i + 1]
        following = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
        goes_on = (
            following is not None and following.tag == "IN" and (source.contains(following.span))
        )
        if head.pos != "PROPN" or goes_on or is_role(head) or head.text.islower():
            return None
        return " ".join(Span(tokens[first].start, last.end).of(self._report.text).split())

    def _apposed_name(self, head: Token) -> str | None:
        """Return "Jan Novak" for the head of "a councillor, Jan Novak", or "named Jan Novak"."""
        name = child(self._document, head, "appos")
        naming = child(self._document, head, "acl")
        if naming is not None and naming.lemma in ("name", "call"):
            name = child(self._document, naming, "oprd")
        elif name is not None and (name.ent != "PERSON" or not is_role(head)):
            return None
        if name is None:
            return None
        words = [t for t in phrase(self._document, name) if t.i <= name.i]
        if any(t.tag not in ("NNP", "HYPH") for t in words):
            return None
        return " ".join(span_of(words).of(self._report.text).split())

    def _type(self, head: Token, several: bool) -> ActorType:
        """Return what kind of actor a noun names; "one of the survivors" is a person."""
        whole = one_of_many(self._document, head)
        if whole is None:
            return type_of(head, several)
        return "person" if head.lower == "one" and is_role(whole, any_number=True) else "group"

    def _unnamed(self, source: Span, head: Token) -> Actor:
        evidence = self._report.evidence(source)
        whole = is_list(self._document, head)
        apposed = self._apposed_name(head)
        name = apposed or self._proper_name(source, head)
        if whole or name is None:
            name = plain(evidence.quote if whole else core_of(evidence.quote))
        actor = Actor(
            id=make_id("act", self._report.id, "unnamed", name.lower()),
            name=name,
            names=tuple(dict.fromkeys((name, " ".join(evidence.quote.split())))),
            type=self._type(head, whole),
            named=not whole and (apposed is not None or self._is_named(source, head)),
            evidence=(evidence,),
        )
        self.new.setdefault(actor.id, actor)
        self.mentions.append(
            ActorMention(evidence=evidence, actor=actor.id, form="nominal", head=head.i)
        )
        return actor


def _fits(pronoun: str, spoken: Spoken, tells: bool) -> bool:
    """Return whether a speaker may be meant; "they agreed" is no single body named before."""
    kind = spoken.actor.type if spoken.actor is not None else "unknown"
    if pronoun in SHE_HE:
        return kind == "person"
    if pronoun in IT:
        return kind not in ("person", "group", "unknown")
    if kind != "group" and not tells and spoken.actor is not None and spoken.actor.named:
        return False
    return kind != "person"
