"""Actors that a report brings up as speakers without the packs or its names knowing them."""

from __future__ import annotations

from dragoman.extraction.claims_able import one_of_many
from dragoman.extraction.claims_sources import is_body, is_role, type_of
from dragoman.extraction.claims_syntax import child, is_list, phrase, span_of
from dragoman.extraction.speakers_words import core_of, plain
from dragoman.language import Document, Token
from dragoman.model import Actor, ActorMention, ActorType, Extract, Span, make_id

# A name ends at a mark of quotation: what stands before it is of another sentence.
_MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»"})


class Unnamed:
    """Makes an actor of each source phrase that names nobody known; kept in ``new``."""

    def __init__(self, document: Document, extract: Extract, new: dict[str, Actor]) -> None:
        self._document = document
        self._report = extract.report
        self._new = new
        self._known: dict[str, list[Actor]] = {}
        for actor in extract.actors:
            self._known.setdefault(actor.name.lower(), []).append(actor)
        self.mentions: list[ActorMention] = []

    def actor(self, source: Span, head: Token) -> Actor:
        """Return the actor of a source phrase: one and the same for one wording of a report."""
        source = self.unquoted(source, head)
        evidence = self._report.evidence(source)
        whole = is_list(self._document, head)
        apposed = self.own_name(head)
        name = apposed or self._proper_name(source, head)
        if whole or name is None:
            name = plain(evidence.quote if whole else core_of(self._told(source, head)))
        several = head.dep == "compound" and head.tag == "NN" and is_role(head)
        if several:
            name += "s"  # "rebel claims that X"
        alike = self._known.get(name.lower(), [])
        known = [a for a in alike if not a.named or a.name == name]
        if len(known) == 1:
            return known[0]
        actor = Actor(
            id=make_id("act", self._report.id, "unnamed", name.lower()),
            name=name,
            names=tuple(dict.fromkeys((name, " ".join(evidence.quote.split())))),
            type=self._type(head, whole or several),
            named=not whole and (apposed is not None or self._is_named(source, head)),
            evidence=(evidence,),
        )
        actor = self._new.setdefault(actor.id, actor)
        self.mentions.append(
            ActorMention(evidence=evidence, actor=actor.id, form="nominal", head=head.i)
        )
        return actor

    def _told(self, source: Span, head: Token) -> str:
        """Return a phrase; "some of the miners" without what the clause behind it tells of them."""
        many = one_of_many(self._document, head)
        clause = child(self._document, many, "relcl") if many is not None else None
        cut = many is not None and clause is not None and many.pos == "NOUN"
        end = many.end if many is not None and cut else source.end
        return Span(source.start, end).of(self._report.text)

    def unquoted(self, source: Span, head: Token) -> Span:
        """Return a phrase without the end of a quote that the parse has put before its head."""
        words = self._document.tokens_in(source)
        marks = [t.i for t in words if t.text in _MARKS and t.i < head.i]
        kept = [t for t in words if not marks or t.i > marks[-1]]
        odd = len(marks) % 2 == 1
        return Span(kept[0].start, source.end) if odd and kept else source

    def _type(self, head: Token, several: bool) -> ActorType:
        """Return what kind of actor a noun names; "one of the survivors" is a person."""
        whole = one_of_many(self._document, head)
        if whole is None:
            return type_of(head, several)
        return "person" if head.lower == "one" and is_role(whole, any_number=True) else "group"

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
        if first == last.i and (is_body(head) or head.text.lower() in ("ngo", "ngos")):
            return None  # a title's "Monitor" is nobody's name
        return " ".join(Span(tokens[first].start, last.end).of(self._report.text).split())

    def own_name(self, head: Token) -> str | None:
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
