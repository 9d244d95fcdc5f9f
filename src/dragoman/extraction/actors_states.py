"""States that act or speak under their own name or their capital's: "Moscow warned"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from dragoman.extraction.actors_found import Found, Who, head_of, token_run, word_list
from dragoman.extraction.actors_index import NameMatch
from dragoman.language import Document, Token
from dragoman.model import Extract, MentionForm, Place, PlaceMention
from dragoman.packs import PackActor, Packs

# What somebody is held to be who is charged with a deed.
ANSWERABLE = frozenset({"responsible", "accountable"})


_ONE = ("a", "an", "another", "one")
# What people who are told of are in a clause: "in a Karvelian" is none of them.
_TOLD = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos")


def answers_for(document: Document, verb: Token) -> bool:
    """Return whether a verb's object is made to answer: "held Karvelia responsible" is no land."""
    own = document.children(verb)
    near = (*own, *(t for one in own if one.dep == "dobj" for t in document.children(one)))
    return any(token.lemma in ANSWERABLE for token in near)


def is_for_or_against(document: Document, first: int) -> bool:
    """Return whether a state only tells whom others are for or against: "anti-Karvelian"."""
    before = [token.lower for token in document.tokens[max(first - 2, 0) : first]]
    return before in (["anti", "-"], ["pro", "-"])


def _people(actor: PackActor, name: str, key: str, *, plural: bool) -> Who:
    """Return people of a state without names of their own."""
    return Who(
        key=key,
        name=name,
        type="group" if plural else "person",
        country=actor.country,
        sector="CVL",
        named=False,
        plural=plural,
    )


class States:
    """Reads what a report says of states, with the states' names that were matched in it."""

    def __init__(
        self,
        document: Document,
        matches: Iterable[NameMatch],
        packs: Packs,
        mentions: Iterable[PlaceMention],
        places: Iterable[Place] = (),
    ) -> None:
        self.document = document
        self.packs = packs
        listed = list(mentions)
        self.place_spans = [mention.evidence.span for mention in listed]
        at = {place.id: place for place in places if place.country in packs.states}
        towns = {i: p for i, p in at.items() if p.type not in ("country", "capital")}
        countries = {i: p for i, p in at.items() if p.type == "country"}
        capitals = {i: p for i, p in at.items() if p.type == "capital"}
        # The countries of mentions of their towns, of those where something is ("in Karvelia",
        # but for capitals that speak), and of the dateline.
        self.placed = list(_countries(listed, towns))
        self.within = [
            *_countries((m for m in listed if m.relation != "metonym"), capitals),
            *_countries((m for m in listed if m.relation == "in"), countries),
        ]
        self.dateline = set(_countries((m for m in listed if m.relation == "dateline"), at))
        self.words = word_list("acting")
        self.at: dict[int, tuple[int, int, NameMatch, PackActor]] = {}
        for match in matches:
            run = token_run(document, match.span)
            if run and not is_for_or_against(document, run[0]):
                for i in range(*run):
                    self.at[i] = (*run, match, packs.actors[match.key])

    @cached_property
    def foreign(self) -> set[int]:
        """The tokens of adjectives of states, but for those in "Karvelian-backed"."""
        tokens = self.document.tokens
        return {
            i
            for i, (_, last, match, _) in self.at.items()
            if match.kind == "adjective" and not (last < len(tokens) and tokens[last].text == "-")
        }

    def acting(self, taken: set[int]) -> Iterator[Found]:
        """Yield the states that act or speak under their own name, outside ``taken``.

        Inside a longer mention only an owner counts: Russia in "Russia's air force".
        """
        seen: set[int] = set()
        for first, last, match, actor in self.at.values():
            if first in seen:
                continue
            seen.add(first)
            if first in taken and not self.is_genitive(last):
                continue
            if self._acts(first, last, match):
                form: MentionForm = "metonym" if match.kind == "seat" else "name"
                yield Found(first=first, last=last, who=state_who(actor), form=form)

    def nationals(self, taken: set[int]) -> Iterator[Found]:
        """Yield "Syrians", "a Syrian" and "two Lebanese" outside ``taken`` as unnamed people."""
        for i in self.at:
            first, last, match, actor = self.at[i]
            if i != first or first in taken:
                continue
            if match.kind == "nationals":
                who = _people(actor, actor.nationals[0], f"{actor.key}-nationals", plural=True)
                yield Found(first=first, last=last, who=who, form="nominal")
            elif match.kind == "adjective" and last == first + 1 and self._is_noun(first):
                name = self.document.tokens[first].text
                one = self._before(first) in _ONE
                key = f"someone:{first}" if one else f"{actor.key}-nationals"
                who = _people(actor, name, key, plural=not one)
                yield Found(first=first, last=last, who=who, form="nominal")

    def _is_noun(self, i: int) -> bool:
        """Return whether an adjective stands for people: "a Palestinian was killed"."""
        token = self.document.tokens[i]
        after = self.document.tokens[i + 1 : i + 2]
        ends = not after or (after[0].pos not in ("NOUN", "PROPN", "ADJ") and after[0].text != "-")
        told = token.pos in ("NOUN", "PROPN", "ADJ") and token.dep in _TOLD
        return ends and told and (self._before(i) in _ONE or self._is_counted(i))

    def _before(self, i: int) -> str:
        return self.document.tokens[i - 1].lower if i else ""

    def _is_counted(self, i: int) -> bool:
        return bool(i) and self.document.tokens[i - 1].tag == "CD"

    def is_genitive(self, i: int) -> bool:
        """Return whether token ``i`` is the "'s" of a genitive."""
        return i < len(self.document.tokens) and self.document.tokens[i].tag == "POS"

    def _acts(self, first: int, last: int, match: NameMatch) -> bool:
        if match.kind in ("adjective", "nationals"):
            return False
        document = self.document
        seat = match.kind == "seat"
        token = head_of(document, first, last)
        if self.is_genitive(last):
            return self._possessor_acts(document.tokens[last - 1])
        while token.dep == "conj" and document.head(token).pos in ("PROPN", "NOUN"):
            token = document.head(token)
        governor = document.head(token)
        if token.dep in ("nsubj", "nsubjpass", "csubj"):
            return self._subject_acts(token, governor, seat)
        if token.dep in ("dobj", "dative", "iobj"):
            if seat:
                return governor.lemma in self.words["mind_verbs"]
            return (
                answers_for(self.document, governor)
                or governor.lemma not in self.words["motion_verbs"]
            )
        if token.dep in ("pobj", "agent"):
            return self._party(governor, seat)
        return False

    def _subject_acts(self, token: Token, verb: Token, seat: bool) -> bool:
        words = self.words
        if token.dep == "nsubjpass":
            return verb.lemma in words["mind_verbs"]
        if verb.lemma in words["place_verbs"]:
            after = [c.lemma for c in self.document.children(verb) if c.i > verb.i]
            return any(word in words["minds"] for word in after) or (
                not seat and verb.lemma in ("be", "see", "remain", "become")
            )
        return verb.pos in ("VERB", "AUX")

    def _possessor_acts(self, token: Token) -> bool:
        head = self.document.head(token)
        if head.i <= token.i or head.lemma.lower() in self.words["place_nouns"]:
            return False
        return not any(span.start <= head.start < span.end for span in self.place_spans)

    def _party(self, preposition: Token, seat: bool) -> bool:
        words = self.words
        noun = self.document.head(preposition)
        if noun.lemma in words["place_nouns"]:
            return False
        if seat:
            return preposition.lower in words["capital_prepositions"] and (
                preposition.dep == "agent" or noun.lemma in words["party_nouns"]
                or noun.pos == "VERB" or preposition.lower == "by"
            )  # fmt: skip
        if preposition.dep == "agent" or preposition.lower in ("with", "between", "against"):
            return True
        return noun.lemma in words["party_nouns"] and preposition.lower in (
            "of", "from", "to", "on", "by", "among", "toward", "towards",
        )  # fmt: skip


def _countries(mentions: Iterable[PlaceMention], at: Mapping[str, Place]) -> Iterator[str]:
    """Yield the country of each mention of one of some places, by their keys."""
    for mention in mentions:
        country = at[mention.place].country if mention.place in at else None
        if country is not None:
            yield country


def state_who(actor: PackActor) -> Who:
    """Return a state of a pack as an actor of a report."""
    return Who(
        key=actor.key,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        sector=actor.sector,
        pack=actor.key,
    )


def shortened(extract: Extract, packs: Packs) -> Iterator[NameMatch]:
    """Yield the states whose names are places written short: "N. Karvelia"."""
    countries = {place.id: place for place in extract.places if place.type == "country"}
    for mention in extract.place_mentions:
        place = countries.get(mention.place)
        short = mention.evidence.quote[1:3] == ". "
        if short and place is not None and place.country in packs.states:
            yield NameMatch(mention.evidence.span, packs.states[place.country].key, "state")
