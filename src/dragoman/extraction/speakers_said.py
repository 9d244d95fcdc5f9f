"""Who has spoken so far in a report, and which of them "he" and "the agency" take up again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.extraction.actors_people import gender_of
from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import (
    IT,
    SHE_HE,
    THEY,
    is_anybody,
    is_body,
    is_bridging,
    is_generic,
    is_medium,
    is_role,
    is_side,
    type_of,
)
from dragoman.extraction.claims_syntax import is_list
from dragoman.extraction.speakers_words import CONTRASTS, is_contrasted
from dragoman.language import Document, Token
from dragoman.model import Actor, Span, Speaker

# How many paragraphs back "it" and "they" may look for the last speaker of their kind.
_REACH = 2
# How many sentences back a pronoun may look within one paragraph.
_FARTHEST = 8
# What a body of one type may be called again: "the group" of a militia, not "the government".
_ALIKE = {
    "organisation": ("organisation",),
    "government": ("government",),
    "armed_group": ("armed_group", "organisation"),
}
_BODIES = ("organisation", "armed_group", "government")
# How many sentences back a body may have spoken that "the army" takes up again.
_AGAIN = 3
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
# Words for a body that tell nothing of it.
_ANY_BODY = frozenset({"group", "organisation", "organization"})
_DEFINITE = frozenset({"the", "this", "that"})


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
                or not (_fits(head.lower, spoken, tells) or self._is_they(head, spoken))
                or not self._agrees(head, spoken.actor)
            ):
                continue
            if head.lower in THEY and mentioned is None and self._several_between(spoken, begins):
                return None
            near = here - spoken.paragraph <= (1 if mentioned is not None else _REACH)
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

    def _several_between(self, spoken: Spoken, begins: int) -> bool:
        found = self.several(begins)
        return found is not None and found.i > spoken.head.i

    def _is_far(self, head: Token, spoken: Spoken) -> bool:
        """Return whether many sentences lie between, in a report that lost its paragraphs."""
        here = self._document.sentence_of(head)
        sentences = here.i - self._document.sentence_of(spoken.head).i
        return here.paragraph == spoken.paragraph and sentences > _FARTHEST

    def _agrees(self, head: Token, actor: Actor | None) -> bool:
        """Return whether "she" may be somebody, by the first name or by a "he" before."""
        wanted = _GENDERS.get(head.lower)
        if wanted is None or actor is None:
            return True
        known = self._genders.get(actor.id) or (gender_of(actor.name) if actor.named else None)
        return known in (None, wanted)

    def again(self, source: Span, head: Token, aside: bool) -> Actor | None:
        """Return the earlier speaker that "the agency" or "the spokesman" takes up again."""
        first = self._document.tokens_in(source)[0]
        if first.lower not in _DEFINITE or not (is_role(head) or is_body(head)):
            return None
        related = any(t.dep == "relcl" for t in self._document.children(head))
        according = self._document.tokens[head.head - 1].lower == "according"
        if related and head.dep in ("pobj", "dobj") and not according:
            return None  # "was beaten by the group which declared a state"
        here = self._document.sentence_of(head).paragraph
        for spoken in self.backwards():
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
        last = self._last(head)
        if last is None or last.actor is None:
            return None
        if is_role(head):
            return last.actor if self._is_epithet(head, last, aside) else None
        if here - last.paragraph > 1 or is_side(head) or self._is_told_apart(source, head):
            return None
        alike = last.actor.type in _ALIKE.get(type_of(head, plural=False), ())
        bare = len(self._document.tokens_in(source)) == 2
        fits = bare and (is_generic(head) or is_medium(head.lower) or head.lower in _ANY_BODY)
        return last.actor if alike and fits and last.actor.named else None

    def _last(self, head: Token) -> Spoken | None:
        """Return who spoke last; for "the newspaper" the last body, whoever it told of since."""
        if not is_medium(head.lower):
            return self._turns[-1] if self._turns else None
        bodies = (s for s in self.backwards() if s.actor is not None and s.actor.type in _BODIES)
        return next(bodies, None)

    def body_again(self, source: Span, head: Token) -> Actor | None:
        """Return the body that has just spoken, for a bare "the army" or "the group", or None.

        Whom that body spoke about may be an army too, but it has not spoken.
        """
        words = self._document.tokens_in(source)
        last = self._turns[-1] if self._turns else None
        if last is None or last.actor is None or not last.actor.named:
            return None
        if words[0].lower != "the" or last.actor.type not in _BODIES:
            return None
        sentences = self._document.sentence_of(head).i - self._document.sentence_of(last.head).i
        bare = len(words) == 2 and head.lower in _ANY_BODY
        if bare and sentences == 1 and last.actor.type in _ALIKE["armed_group"]:
            return last.actor
        plain = words[-1].i == head.i and all(t.pos in ("DET", "NOUN") for t in words)
        again = plain and last.head.lower == head.lower and sentences <= _AGAIN
        return (
            last.actor
            if again and not self._names.another_so_called(last.head, head, last.actor)
            else None
        )

    def _is_epithet(self, head: Token, last: Spoken, aside: bool) -> bool:
        """Return whether a definite role is a new word for the person who just spoke.

        "the champion" after a player's words: a role that the report has not named before, and
        that does not come with a body or an event as "the spokesman" and "the driver" do. Where
        several people speak it might be any of them.
        """
        here = self._document.sentence_of(head).paragraph
        following = self._document.tokens[head.i + 1 : head.i + 2]
        if any(t.lower in ("of", "for", "at") for t in following) or aside:
            return False  # "the captain of the flight" is no other word for anybody
        if self._describes(head, last):
            return True
        others = {s.actor.id for s in self._turns if s.actor is not None and s.actor.named}
        if len(others) > 1 or here - last.paragraph > _REACH + 2:
            return False
        earlier = self._document.tokens[: head.i]
        modifiers = [t for t in self._document.children(head) if t.i < head.i]
        if any(t.lower in CONTRASTS for t in modifiers):
            return False  # "the then secretary" is somebody else
        new = all((t.lemma, t.tag) != (head.lemma, head.tag) for t in earlier)
        return new and _is_named_person(last.actor) and not is_bridging(head)

    def _describes(self, head: Token, last: Spoken) -> bool:
        """Return whether "the 82-year-old politician" or "the weary man" is who just spoke."""
        document = self._document
        far = document.sentence_of(head).paragraph - last.paragraph > 1
        if not _is_named_person(last.actor) or far:
            return False
        described = any(
            (t.dep == "amod" and t.ent not in ("NORP", "GPE")) or t.ent == "DATE"
            for t in document.children(head)
        )
        return described and is_anybody(head)

    def _is_told_apart(self, source: Span, head: Token) -> bool:
        """Return whether a phrase has a name of its own: "the Selmo Dawn alliance"."""
        words = self._document.tokens_in(source)
        return any(t.pos == "PROPN" and t.text[:1].isupper() and t.i != head.i for t in words)


def _is_named_person(actor: Actor | None) -> bool:
    return actor is not None and actor.named and actor.type == "person"


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
