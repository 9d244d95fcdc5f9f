"""Definite nouns for named bodies: "the group", "the think tank", "the Observatory"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dragoman.extraction.actors_body_nouns import bodies
from dragoman.extraction.actors_found import Found, Who, head_of, word_list
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.language import Document, Token
from dragoman.packs import Packs

_BODIES = ("state", "government", "organisation", "armed_group")
# How many sentences back a noun may reach; a capitalised one ("the Observatory") reaches further.
_REACH_NOUN = 8


def _is_group(who: Who) -> bool:
    """Return whether a bare "the group" may mean it: a body of people, no agency and no state."""
    return who.type in ("armed_group", "organisation") and who.sector not in ("IGO", "JRN", "MIL")


class Nominals:
    """Leads definite nouns to the body of the report that they mean, where one is nearest."""

    def __init__(self, document: Document, packs: Packs) -> None:
        self.document = document
        self.packs = packs
        self.generic = word_list("nominals")

    def bodies(
        self, found: Sequence[Found], taken: set[int], foreign: Container[int]
    ) -> list[Found]:
        """Return "the group", "the Observatory", "the agency" as mentions of named actors."""
        before = sorted(found, key=lambda one: one.first)
        resolved: list[Found] = []
        for token in self.document.tokens:
            if token.i in taken or token.tag not in ("NN", "NNP"):
                continue
            first = self._definite(token, taken)
            if first is None or any(i in foreign for i in range(first, token.i)):
                continue
            if self._has_own_name(first, token, taken):
                continue
            who = self._body(token, first, before)
            if who is not None:
                resolved.append(Found(first=first, last=token.i + 1, who=who, form="nominal"))
        return resolved

    def _has_own_name(self, first: int, token: Token, taken: set[int]) -> bool:
        """Return whether an unknown name stands in the phrase ("the Selmo Dawn network")."""
        tokens = self.document.tokens
        return any(
            t.pos == "PROPN" and t.text[0].isupper() and t.i not in taken
            and tokens[t.i + 1].text != "-"
            for t in tokens[first : token.i]
        )  # fmt: skip

    def _definite(self, token: Token, taken: set[int]) -> int | None:
        """Return where the noun phrase of ``token`` starts, if it begins with "the" or "this"."""
        tokens = self.document.tokens
        start = self.document.sentence_of(token).first
        after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        if after is not None and (
            after.text == "-" or after.lower == "of"
            or (after.pos in ("NOUN", "PROPN") and token.dep == "compound"
                and after.i not in taken)
        ):  # fmt: skip
            return None
        if token.dep == "attr":
            return None
        i = token.i - 1
        while i >= start and tokens[i].tag != "JJS" and (
            tokens[i].pos in ("ADJ", "NOUN", "PROPN") or tokens[i].text == "-"
            or (tokens[i].pos == "VERB" and tokens[i].dep == "amod")
        ):  # fmt: skip
            i -= 1
        if i >= start and tokens[i].lower in ("the", "this", "that"):
            return i
        return None

    def _body(self, token: Token, first: int, before: Sequence[Found]) -> Who | None:
        tokens = self.document.tokens
        phrase = " ".join(t.lower for t in tokens[first + 1 : token.i + 1])
        sentence = self.document.sentence_of(token).i
        matching: list[tuple[int, Found]] = []
        doers = self._doers(token)
        for one in before:
            if one.last > first or one.form == "adjective" or one.first in doers:
                continue
            gap = sentence - self.document.sentence_of(one.first).i
            if self._named_after(one.who, token):
                matching.append((0, one))
            elif gap <= _REACH_NOUN and self._may_be(one.who, phrase, token):
                matching.append((gap, one))
        if self._relates(token):
            matching = [pair for pair in matching if self._spoke(pair[1])] or matching
        return self._nearest(matching)

    def _doers(self, token: Token) -> frozenset[int]:
        """Return the tokens of those who do it to the noun ("police hunt the group"): not it."""
        verb = self.document.head(token)
        if token.dep != "dobj" or verb.pos != "VERB":
            return frozenset()
        while verb.dep in ("xcomp", "advcl") and self.document.head(verb).pos == "VERB":
            verb = self.document.head(verb)
        subjects = (c for c in self.document.children(verb) if c.dep == "nsubj")
        return frozenset(t.i for one in subjects for t in self.document.subtree(one))

    def _relates(self, token: Token) -> bool:
        """Return whether a noun goes on with what it told: "the group has reported more raids"."""
        return token.dep == "nsubj" and self.document.head(token).lemma in self.generic["relating"]

    def _spoke(self, one: Found) -> bool:
        head = head_of(self.document, one.first, one.last)
        frames = lexicon().verbs.get(self.document.head(head).lemma, {})
        return head.dep == "nsubj" and "clause" in frames

    def _may_be(self, who: Who, phrase: str, token: Token) -> bool:
        if who.type == "armed_group" and phrase in bodies():
            return False  # "the army" is a state's
        bare = phrase in ("group", "organisation", "organization", "movement")
        answers = who.type in _BODIES and self._answers(who, phrase, token)
        return answers or (bare and _is_group(who))

    def _nearest(self, matching: Sequence[tuple[int, Found]]) -> Who | None:
        """Return the last one named; of two in one sentence, the subject, else nobody."""
        if not matching:
            return None
        near = min(gap for gap, _ in matching)
        ones = [one for gap, one in matching if gap == near]
        subjects = [
            one
            for one in ones
            if head_of(self.document, one.first, one.last).dep in ("nsubj", "nsubjpass")
        ]
        for pool in (ones, subjects):
            if len({one.key for one in pool}) == 1:
                return pool[-1].who
        return None

    def _named_after(self, who: Who, token: Token) -> bool:
        """Return whether the noun is a capitalised word of the actor's name: "the Observatory"."""
        if not token.text[0].isupper() or who.type not in ("organisation", "government"):
            return False
        return who.named and token.text.isalpha() and token.text in who.name.split()

    def _answers(self, who: Who, phrase: str, token: Token) -> bool:
        actor = self.packs.actors.get(who.pack or "")
        nominals = actor.nominals if actor else self.generic["unknown"].get(who.type, ())
        if actor is None and who.type == "organisation" and self._helps(who, phrase):
            return True
        if who.type == "armed_group" and phrase in self.generic["fighting"]:
            return True
        if phrase in nominals or (token.lower in nominals and token.lower not in ("group",)):
            return True
        if token.lower in nominals:
            return not self._contrary(phrase, who)
        if nominals:
            return any(phrase.endswith(nominal) for nominal in nominals)
        name = who.name.split(" of ")[0]  # "the court" of the Court of Appeal
        last = name.split()[-1].lower() if who.type == "organisation" else ""
        return who.named and token.lower == last and " " not in phrase

    def _helps(self, who: Who, phrase: str) -> bool:
        """Return whether "the charity" is a body by whose name it helps ("Relief Society")."""
        named = set(self.generic["helping"]).intersection(who.name.lower().split())
        return bool(named) and phrase in self.generic["helpers"]

    def _contrary(self, phrase: str, who: Who) -> bool:
        """Return whether the words before "group" belong to another kind of actor."""
        kinds = self.generic["kinds"]
        said = {kind for kind, words in kinds.items() for word in words if word in phrase.split()}
        return bool(said) and who.type not in said
