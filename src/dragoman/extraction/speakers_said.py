"""Who has spoken so far in a report, and which of them "he", "it" and "they" take up again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extraction.actors_people import gender_of
from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import IT, SHE_HE, THEY, is_role
from dragoman.extraction.claims_syntax import is_list
from dragoman.language import Document, Token
from dragoman.model import Actor, Span, Speaker

# How many paragraphs back "it" and "they" may look for the last speaker of their kind.
REACH = 2
# How many sentences back a pronoun may look within one paragraph.
_FARTHEST = 8
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


class Spoken(msgspec.Struct, frozen=True):
    """A speaker as resolved, with the source's head word and where it spoke.

    ``owns``: it only owns what is said, as Novak does in "Novak's denial".
    """

    speaker: Speaker
    actor: Actor | None
    head: Token
    paragraph: int
    owns: bool = False


class Said:
    """The speakers of a report so far, in the order of its text."""

    def __init__(self, document: Document, names: Mentions) -> None:
        self._document = document
        self._names = names
        self._turns: list[Spoken] = []
        self._genders: dict[str, str] = {}

    def add(
        self, speaker: Speaker, actor: Actor | None, head: Token, *, owns: bool = False
    ) -> None:
        """Keep in mind who spoke, by the head word of the source or the last word said."""
        paragraph = self._document.sentence_of(head).paragraph
        self._turns.append(Spoken(speaker, actor, head, paragraph, owns))
        if actor is not None and head.lower in _GENDERS:
            self._genders.setdefault(actor.id, _GENDERS[head.lower])

    @property
    def last(self) -> Spoken | None:
        """Who spoke last."""
        return self._turns[-1] if self._turns else None

    def backwards(self) -> Iterator[Spoken]:
        """Yield who spoke, the last first."""
        return reversed(self._turns)

    def pronoun(
        self, head: Token, mentioned: Actor | None, begins: int, tells: bool
    ) -> Actor | None:
        """Return whom a pronoun takes up again: the last speaker that fits, or who is mentioned.

        ``begins``: the token with which the claim begins; ``tells``: it is told in a clause.
        """
        sentence = self._document.sentence_of(head)
        here = sentence.paragraph
        before = Span(sentence.span.start, self._document.tokens[begins].start)
        it = mentioned if head.lower in IT else None
        if it is not None and self._names.is_named_in(it, before):
            return it  # "many blamed the army, though it denied any part"
        for spoken in self.backwards():
            if (
                spoken.owns
                or not (
                    _fits(head.lower, spoken, tells)
                    or self._is_they(head, spoken)
                    or self._is_their(head, spoken)
                )
                or not self.agrees(head, spoken.actor)
            ):
                continue
            if head.lower in THEY and mentioned is None and self._several_between(spoken, begins):
                return None
            near = here - spoken.paragraph <= (1 if mentioned is not None else REACH)
            if not near and head.lower not in SHE_HE:
                break
            if self._is_far(head, spoken):
                break
            persons = head.lower in SHE_HE
            other = self._names.named_between(spoken.head, begins, persons)
            if mentioned is None or (near and not other):
                return spoken.actor
            break
        return mentioned

    def _is_they(self, head: Token, spoken: Spoken) -> bool:
        """Return whether "they" is somebody without a name who has just spoken: "Resident said"."""
        unnamed = spoken.actor is not None and not spoken.actor.named
        sentences = self._document.sentence_of(head).i - self._document.sentence_of(spoken.head).i
        return head.lower == "they" and unnamed and sentences == 1 and spoken is self._turns[-1]

    def _is_their(self, head: Token, spoken: Spoken) -> bool:
        """Return whether "their" is a body of the same sentence: "stood by their claim"."""
        here = self._document.sentence_of(head).i == self._document.sentence_of(spoken.head).i
        body = spoken.actor is not None and spoken.actor.type in ("organisation", "armed_group")
        return head.lower == "their" and here and body and spoken is self._turns[-1]

    def several(self, begins: int) -> Token | None:
        """Return the last subject of the sentence before ``begins`` that is several: "A and B"."""
        first = self._document.sentence_of(begins).first
        for token in reversed(self._document.tokens[first:begins]):
            if token.dep not in ("nsubj", "nsubjpass") or token.pos not in ("NOUN", "PROPN"):
                continue
            if is_list(self._document, token) or (
                token.tag == "NNS" and is_role(token, any_number=True)
            ):
                return token
        return None

    def role_before(self, begins: int) -> Token | None:
        """Return "The UN envoy" of "The UN envoy met both sides. In Tarsk, she said", or None."""
        here = self._document.sentence_of(begins)
        before = self._document.sentences[here.i - 1] if here.i else None
        if before is None or before.headline or here.paragraph - before.paragraph > 1:
            return None
        subjects = [
            t
            for t in self._document.in_sentence(before)
            if t.dep in ("nsubj", "nsubjpass") and self._document.head(t).dep == "ROOT"
        ]
        return subjects[0] if len(subjects) == 1 and is_role(subjects[0]) else None

    def _several_between(self, spoken: Spoken, begins: int) -> bool:
        found = self.several(begins)
        return found is not None and found.i > spoken.head.i

    def _is_far(self, head: Token, spoken: Spoken) -> bool:
        """Return whether many sentences lie between, in a report that lost its paragraphs."""
        here = self._document.sentence_of(head)
        sentences = here.i - self._document.sentence_of(spoken.head).i
        return here.paragraph == spoken.paragraph and sentences > _FARTHEST

    def agrees(self, head: Token, actor: Actor | None) -> bool:
        """Return whether "she" may be somebody, by the first name or by a "he" before."""
        wanted = _GENDERS.get(head.lower)
        if wanted is None or actor is None:
            return True
        known = self._genders.get(actor.id) or (gender_of(actor.name) if actor.named else None)
        return known in (None, wanted)


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
