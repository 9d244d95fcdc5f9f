"""What the mentions of actors say about a source phrase: whose name, title or text it is."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_apposed import Apposed
from dragoman.extraction.claims_sources import full_title, is_body, is_generic, is_medium, is_role
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, Extract, Span

_LINKS = frozenset({"of", "for", "to", "with", "by", "and", "from", "in", "on", "under"})
_NAMING = ("name", "alias", "title")


class Mentions:
    """The actors of one report by their mentions. ``new`` are those that speakers add."""

    def __init__(
        self,
        document: Document,
        extract: Extract,
        new: dict[str, Actor],
        quotes: Sequence[Span] = (),
    ) -> None:
        self._document = document
        self._quotes = quotes
        self._actors = {actor.id: actor for actor in extract.actors}
        self._mentions = extract.actor_mentions
        self._new = new
        self._placed = {
            token.i
            for mention in extract.place_mentions
            for token in document.tokens_in(mention.evidence.span)
        }
        self._by_head: dict[int, ActorMention] = {}
        for mention in extract.actor_mentions:
            self._by_head.setdefault(mention.head, mention)
        known = ((m, self._actors[m.actor]) for m in self._mentions)
        self.apposed = Apposed(document, known)

    def are_several(self, head: Token) -> bool:
        """Return whether a plural stands for several actors at once: "both sides"."""
        actors = {m.actor for m in self._mentions if m.head == head.i and m.form == "nominal"}
        return head.tag == "NNS" and len(actors) > 1

    def of(self, source: Span, head: Token) -> Actor | None:
        """Return the actor that a mention gives: of the head, or of a name in apposition."""
        exact = self._by_head.get(head.i)
        named = exact is not None and self._actors[exact.actor].named
        if exact is not None and self._is_part_of_name(exact, source):
            return None
        if exact is not None and named and exact.form not in ("nominal", "title"):
            other = self.apposed.opening(source, head) or self.apposed.closing(source, head)
            return other or self._actors[exact.actor]
        same = [
            self._actors[mention.actor]
            for mention in self._mentions
            if mention.form in ("name", "alias") and self._is_same(mention, source, head)
        ]
        if same:  # "the secretary of the ruling League, Jan Novak": both explain him
            return next((a for a in same if is_role(head) and a.type == "person"), same[0])
        if exact is not None:
            return self._actors[exact.actor]
        return self.apposed.cut_short(source, head)

    def whole(self, source: Span) -> Actor | None:
        """Return the actor whose one name has an "and" in it: "the Ministry of Trade and Labour".

        Nothing where two are named.
        """
        for mention in self._mentions:
            span = mention.evidence.span
            inside = self._document.tokens_in(span)
            joined = any(t.dep == "cc" for t in inside)
            ends = Span(min(span.end, source.end), source.end)
            rest = self._document.tokens_in(ends) if len(ends) else ()
            group = bool(rest) and rest[-1].text.islower() and is_generic(rest[-1])
            set_off = not rest or rest[0].text in (",", "(") or rest[0].tag in ("WDT", "WP")
            set_off = set_off or (group and all(t.pos in ("NOUN", "ADJ") for t in rest))
            if joined and source.contains(span) and set_off and mention.form in ("name", "alias"):
                lead = self._document.tokens_in(Span(source.start, span.end))
                if all(t.text.islower() or t.pos == "DET" or t.start >= span.start for t in lead):
                    return self._actors[mention.actor]
        return None

    def called(self, source: Span, head: Token) -> Actor | None:
        """Return the body whose name stands before "group" or "newspaper", or None."""
        words = self._document.tokens_in(source)
        last = words[-1] if head.pos == "PROPN" else head
        if not is_generic(last):
            return None
        for mention in self._mentions:
            actor = self._actors[mention.actor]
            inside = source.contains(mention.evidence.span) and mention.evidence.end <= last.start
            own = actor.named and actor.type in ("organisation", "armed_group")
            if inside and own and mention.form in ("name", "alias"):
                if self._is_opposed(mention):
                    continue  # "the anti-NFA network"
                return None if _is_great(actor) else actor
        return None

    def _is_opposed(self, mention: ActorMention) -> bool:
        """Return whether a name only tells whom others are for or against: "anti-NFA"."""
        first = self._document.tokens_in(mention.evidence.span)[0].i
        before = [t.lower for t in self._document.tokens[max(0, first - 2) : first]]
        return before in (["anti", "-"], ["pro", "-"])

    def _is_part_of_name(self, mention: ActorMention, source: Span) -> bool:
        """Return whether a mention is but the end of a longer name ("CNN Philippines")."""
        actor = self._actors[mention.actor]
        first = self._document.tokens_in(mention.evidence.span)[0]
        before = self._document.tokens[first.i - 1] if first.i else first
        if actor.type == "person" or mention.form != "name" or not source.contains(before.span):
            return False
        if before.i in self._placed:
            return False  # "Tarsk Karvelia has accused", a place run into the name
        return (
            before.tag == "NNP"
            and before.head == mention.head
            and (actor.pack is None or actor.type == "state")
        )

    def _is_same(self, mention: ActorMention, source: Span, head: Token) -> bool:
        """Return whether a name inside the source phrase is what the phrase is about."""
        span = mention.evidence.span
        if source.start <= span.start < source.end < span.end:
            source = source.cover(span)  # the parse cut "Song Min-soon" in two
        if not source.contains(span):
            # "official Jan Novak", cut off "Tarsk civil defence official Jan Novak"
            person = self._actors[mention.actor].type == "person"
            return span == source or (person and span.contains(source) and span.end == source.end)
        token = self._document.tokens[mention.head]
        if token.head == head.i and token.dep == "appos":
            return True
        if span.end != source.end and not self._is_but_medium(Span(span.end, source.end)):
            return self.apposed.opens_phrase(mention, source)
        person = self._actors[mention.actor].type == "person"
        first = self._document.tokens_in(span)[0].i
        role = self._document.tokens[first - 1] if first else None
        if role is not None and (self._fits_role(head, person, role) or (person and is_role(role))):
            return True
        before = token.i
        while before and (
            self._document.tokens[before].pos == "PROPN"
            or self._document.tokens[before].tag == "HYPH"
        ):
            before -= 1
        word = self._document.tokens[before]
        if word.text == "," and person and is_role(self._document.tokens[before - 1]):
            return True  # "San Diego's chancellor, Jan Novak"
        if before == head.i and (is_role(head) or is_body(head)):
            return person == is_role(head)
        return self._fits_role(head, person, word)

    def _is_but_medium(self, rest: Span) -> bool:
        """Return whether a name goes on with nothing but "News" or "Agency"."""
        words = self._document.tokens_in(rest)
        return all(t.pos == "PROPN" and is_medium(t.text) for t in words)

    def _fits_role(self, head: Token, person: bool, before: Token) -> bool:
        """Return whether a name behind ``before`` is that of the role which heads the phrase.

        "the head of the group Jan Novak": the name follows the whole phrase, not "of".
        """
        return person and is_role(head) and before.lower not in _LINKS and not is_role(before)

    def name_before(self, source: Span, head: Token) -> Actor | None:
        """Return the actor whose name stands before a noun: the UN of "a UN report"."""
        for mention in self._mentions:
            token = self._document.tokens[mention.head]
            inside = source.contains(mention.evidence.span) and token.i < head.i
            if inside and token.dep in ("compound", "nmod", "amod"):
                actor = self._actors[mention.actor]
                return actor if actor.named else None
        return None

    def first_body(self, source: Span) -> Actor | None:
        """Return the first of a list's actors, if it is named and no person, or None.

        "the League and aid groups" is the League; two persons are never one of the two.
        """
        inside = (m for m in self._mentions if source.contains(m.evidence.span))
        named = (self._actors[m.actor] for m in inside)
        first = next(named, None)
        return first if first is not None and first.named and first.type != "person" else None

    def by_title(self, head: Token) -> Actor | None:
        """Return the one person or body that the report has called by this word so far, or None.

        "the secretary" after "Defence Secretary Jan Novak", "the ministry" after its full name.
        """
        word = head.lower
        found = {
            mention.actor
            for mention in self._mentions
            if mention.head < head.i
            and self._actors[mention.actor].named
            and (self._actors[mention.actor].type == "person") == is_role(head)
            and word in self._titled(mention)
        }
        return self._actors[found.pop()] if len(found) == 1 else None

    def _titled(self, mention: ActorMention) -> list[str]:
        """Return the words of a mention, with the one before it: "Actress Irina Dol"."""
        first = self._document.tokens_in(mention.evidence.span)[0]
        before = self._document.tokens[first.i - 1].lower if first.i else ""
        words = [before, *mention.evidence.quote.lower().replace(",", " ").split()]
        return [full_title(word) for word in words]

    def by_name(self, name: str) -> Actor | None:
        """Return the actor that is called exactly this elsewhere in the report, or None."""
        known = (*self._actors.values(), *self._new.values())
        return next((a for a in known if a.named and name in (a.name, *a.names)), None)

    def by_surname(self, head: Token) -> Actor | None:
        """Return the one person of the report whose last or first name is the head word, or None.

        The first name counts where nobody has it for a last name.
        """
        known = [*self._actors.values(), *self._new.values()]
        people = [a for a in known if a.named and a.type in ("person", "unknown")]
        for part in (-1, 0):
            found = [a for a in people if any(n.split()[part] == head.text for n in a.names if n)]
            if found:
                return found[0] if head.pos == "PROPN" and len(found) == 1 else None
        return None

    def count(self, actor: Actor) -> int:
        """Return how often the report mentions an actor."""
        return sum(mention.actor == actor.id for mention in self._mentions)

    def is_named_in(self, actor: Actor, piece: Span) -> bool:
        """Return whether some words name an actor, or call it by a noun."""
        return any(
            mention.actor == actor.id
            and mention.form != "pronoun"
            and piece.contains(mention.evidence.span)
            for mention in self._mentions
        )

    def named_in(self, piece: Span) -> list[Actor]:
        """Return the named actors that some words call by a name or title, in order."""
        inside = [
            m for m in self._mentions if piece.contains(m.evidence.span) and m.form in _NAMING
        ]
        inside.sort(key=lambda m: m.evidence.start)
        called = (self._actors[m.actor] for m in inside)
        return list(dict.fromkeys(actor for actor in called if actor.named))

    def another_so_called(self, first: Token, last: Token, actor: Actor) -> bool:
        """Return whether another is called by the word of ``last`` between two tokens.

        Words that somebody is quoted with do not count.
        """
        return any(
            first.i < mention.head < last.i
            and mention.actor != actor.id
            and last.lower in mention.evidence.quote.lower().split()
            and not any(quote.contains(mention.evidence.span) for quote in self._quotes)
            for mention in self._mentions
        )

    def named_between(self, first: Token, last: int, persons: bool) -> bool:
        """Return whether another person (or, without ``persons``, a body) is a subject between.

        Whom a speaker names in a quote does not count, unless the quote goes on to ``last``: "he"
        is still the one who speaks.
        """
        here = self._document.tokens[last].span
        apart = [quote for quote in self._quotes if not quote.contains(here)]
        return any(
            first.i < mention.head < last
            and mention.form != "pronoun"
            and (self._actors[mention.actor].type == "person") == persons
            and self._role(mention) == "nsubj"
            and not any(quote.contains(mention.evidence.span) for quote in apart)
            for mention in self._mentions
        )

    def _role(self, mention: ActorMention) -> str:
        """Return the role of a mention in its clause: of "the White Hats group" the group's."""
        token = self._document.tokens[mention.head]
        while token.dep in ("compound", "nmod") and token.head > token.i:
            token = self._document.head(token)
        return token.dep


def _is_great(actor: Actor) -> bool:
    """Return whether a body has groups and agencies of its own: "the UN group" is not the UN."""
    return actor.sector == "IGO"
