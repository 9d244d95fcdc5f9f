"""Whom "the agency", "the champion" and "his deputy" take up again of those who spoke before."""

from __future__ import annotations

from dragoman.extraction.actors_found import word_list
from dragoman.extraction.claims_mentions import Mentions
from dragoman.extraction.claims_sources import (
    is_anybody,
    is_body,
    is_bridging,
    is_company,
    is_creed,
    is_describing,
    is_generic,
    is_medium,
    is_role,
    is_side,
    type_of,
)
from dragoman.extraction.speakers_said import REACH, Said, Spoken
from dragoman.extraction.speakers_words import CONTRASTS, is_contrasted
from dragoman.language import Document, Token
from dragoman.model import Actor, Span

# What a body of one type may be called again: "the group" of a militia, not "the government".
_ALIKE = {
    "organisation": ("organisation",),
    "government": ("government",),
    "armed_group": ("armed_group", "organisation"),
}
_BODIES = ("organisation", "armed_group", "government")
# How many sentences back a body may have spoken that "the army" takes up again.
_AGAIN = 3
# Words for a body that tell nothing of it.
_ANY_BODY = frozenset({"group", "organisation", "organization"})
# "French" and "France" begin alike for so many letters.
_STEM = 2
_DEFINITE = frozenset({"the", "this", "that"})
_OF_TWO = ("former", "latter")


class Again:
    """Leads definite nouns to whoever of a report has spoken."""

    def __init__(self, document: Document, names: Mentions, said: Said) -> None:
        self._document = document
        self._names = names
        self._said = said

    def again(self, source: Span, head: Token, aside: bool) -> Actor | None:
        """Return the earlier speaker that "the agency" or "the spokesman" takes up again."""
        first = self._document.tokens_in(source)[0]
        if first.tag == "PRP$":
            return self._in_same_words(source, head)
        if first.lower not in _DEFINITE:
            return None
        if head.lower in _OF_TWO:
            return self._of_two(source, head)
        if not (is_role(head) or is_body(head)):
            return None
        related = any(t.dep == "relcl" for t in self._document.children(head))
        according = self._document.tokens[head.head - 1].lower == "according"
        if related and head.dep in ("pobj", "dobj") and not according:
            return None  # "was beaten by the group which declared a state"
        known = self._called_so(source, head) or self._titled(source, head)
        if known is not None:
            return known
        last = self._last(head)
        if is_role(head):
            if last is not None and self._is_epithet(head, last, aside):
                return last.actor
            return None if aside else self._only_one(source, head)
        if last is None or last.actor is None or is_side(head):
            return None
        near = self._document.sentence_of(head).paragraph - last.paragraph <= 1
        alike = last.actor.type in _ALIKE.get(type_of(head, plural=False), ())
        known_by = last.actor.named or (is_medium(head.lower) and is_medium(_phrase(last)))
        fits = self._is_word_for(source, head, last.actor)
        return last.actor if near and alike and known_by and fits else None

    def _called_so(self, source: Span, head: Token) -> Actor | None:
        """Return who spoke by the same word: "the envoy" after "the UN's envoy said"."""
        here = self._document.sentence_of(head).paragraph
        for spoken in self._said.backwards():
            if spoken.actor is None or here - spoken.paragraph > REACH + 1:
                continue
            same_word = head.lower in _phrase(spoken).lower().replace(",", " ").split()
            # "the Observatory and rebels" is not what "the Observatory" takes up again
            several = spoken.head.tag == "NNS" and head.tag in ("NN", "NNP")
            same_kind = not several and (spoken.actor.type == "person") == is_role(head)
            other = is_contrasted(self._document.tokens_in(source), _phrase(spoken))
            other = other or self._is_anothers(source, spoken)
            other = other or (is_body(head) and self._has_own_name(source, head, _phrase(spoken)))
            if same_word and same_kind and not other:
                return spoken.actor
        return None

    def _titled(self, source: Span, head: Token) -> Actor | None:
        """Return who alone bears a title, unless it was told that his is another state's."""
        actor = self._names.by_title(head)
        if actor is None or (
            is_body(head) and self._has_own_name(source, head, " ".join(actor.names))
        ):
            return None
        spoke = (s for s in self._said.backwards() if s.actor == actor)
        return None if any(self._is_anothers(source, spoken) for spoken in spoke) else actor

    def _is_anothers(self, source: Span, spoken: Spoken) -> bool:
        """Return whether "the Varnian envoy" names another state than "Karvelia's envoy" did."""
        here, before = self._states_in(source), spoken.speaker.evidence
        there = self._states_in(before.span) if before is not None else set()
        return bool(here and there) and here.isdisjoint(there)

    def _has_own_name(self, source: Span, head: Token, names: str) -> bool:
        """Return whether a body is told by a name: "the rebel-linked Amal agency" is another."""
        known = names.lower().split()
        return any(
            t.tag in ("NNP", "NNPS") and t.i < head.i and t.ent not in ("GPE", "NORP")
            and t.lower not in known and self._document.tokens[t.i + 1].text != "-"
            for t in self._document.tokens_in(source)
        )  # fmt: skip

    def _states_in(self, piece: Span) -> set[str]:
        """Return how the states begin that some words name: "Varnian" is of "Varnia"."""
        words = self._document.tokens_in(piece)
        named = (t.lower for t in words if t.ent in ("NORP", "GPE"))
        return {word[:_STEM] for word in named if not is_creed(word)}

    def _in_same_words(self, source: Span, head: Token) -> Actor | None:
        """Return who "his deputy" is after "His deputy, Ana Novak, said"."""
        here = self._document.sentence_of(head).paragraph
        words = source.of(self._document.text).lower()
        for spoken in self._said.backwards():
            if here - spoken.paragraph > REACH:
                return None
            if _phrase(spoken).lower().startswith(words + ","):
                return spoken.actor
        return None

    def _of_two(self, source: Span, head: Token) -> Actor | None:
        """Return whom "the latter" or "the former" means of the two that were named last."""
        here = self._document.sentence_of(head).i
        for number in range(here, max(-1, here - _AGAIN), -1):
            sentence = self._document.sentences[number].span
            if sentence.start >= source.start:
                continue
            before = Span(sentence.start, min(sentence.end, source.start))
            named = self._names.named_in(before)
            for persons in (True, False):
                two = [a for a in named if (a.type == "person") == persons]
                if len(two) == 2:
                    return two[_OF_TWO.index(head.lower)]
        return None

    def _is_word_for(self, source: Span, head: Token, actor: Actor) -> bool:
        """Return whether a body may be called "the group", "the rights group", "the company"."""
        words = self._document.tokens_in(source)
        between = [t.lower for t in words[1:-1]]
        if words[-1].i != head.i:
            return False
        apart = any(t.pos == "PROPN" and t.text[:1].isupper() for t in words[1:-1])
        if (apart and between[-2:] != ["-", "based"]) or not CONTRASTS.isdisjoint(between):
            return False
        if is_company(head):
            own = actor.pack is None and not is_medium(actor.name)
            return actor.type == "organisation" and own
        if not (is_generic(head) or is_medium(head.lower) or head.lower in _ANY_BODY):
            return False
        kinds: dict[str, list[str]] = word_list("nominals")["kinds"]
        told = [kind for kind, listed in kinds.items() if not set(listed).isdisjoint(between)]
        return not between or told == [actor.type]

    def _only_one(self, source: Span, head: Token) -> Actor | None:
        """Return the one person told of so far, for "the former general" or "the rebel leader".

        What describes him tells his age or his past, or stands where he was named last.
        """
        document = self._document
        words = document.tokens_in(source)
        people = [a for a in self._names.named_in(Span(0, source.start)) if a.type == "person"]
        if len(people) != 1 or words[-1].i != head.i or not is_anybody(head):
            return None
        here = document.sentence_of(head).i
        near = document.sentences[max(0, here - 2)].span.start
        if not self._names.is_named_in(people[0], Span(near, source.start)):
            return None
        told = {t.lower for t in document.tokens_in(Span(near, source.start))}
        described = [t for t in words[1:-1] if t.ent != "DATE" and t.text != "-"]
        fits = all(t.lower in told or is_describing(t) for t in described)
        foreign = any(t.ent in ("NORP", "GPE") or t.tag == "POS" for t in described)
        return people[0] if len(words) > 2 and fits and not foreign else None

    def _last(self, head: Token) -> Spoken | None:
        """Return who spoke last; for "the newspaper" the last body, whoever it told of since."""
        if not is_medium(head.lower):
            return self._said.last
        bodies = (s for s in self._said.backwards() if s.actor and s.actor.type in _BODIES)
        return next(bodies, None)

    def body_again(self, source: Span, head: Token) -> Actor | None:
        """Return the body that has just spoken, for a bare "the army" or "the group", or None.

        Whom that body spoke about may be an army too, but it has not spoken.
        """
        words = self._document.tokens_in(source)
        last = self._said.last
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
        spoke = (s.actor for s in self._said.backwards() if s.actor is not None)
        others = {actor.id for actor in spoke if actor.named}
        if len(others) > 1 or here - last.paragraph > REACH + 2:
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


def _is_named_person(actor: Actor | None) -> bool:
    return actor is not None and actor.named and actor.type == "person"


def _phrase(spoken: Spoken) -> str:
    """Return the words by which somebody spoke."""
    return spoken.speaker.evidence.quote if spoken.speaker.evidence is not None else ""
