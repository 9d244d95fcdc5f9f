"""Who "he", "it", "they" and "who" are, or nothing where that is not sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.actors_found import Found, Who, head_of
from dragoman.extraction.claims_lexicon import speaking
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Token

_PERSONAL = frozenset(("he", "she"))
_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_RELATIVE = frozenset(("who", "which", "that"))
_BODIES = ("state", "government", "organisation", "armed_group")
# How many sentences back a pronoun may reach. Longer reaches were mostly wrong when read
# on agency reports.
_REACH_PERSON = 4
_REACH_IT = 2
_REACH_THEY = 1


class Coreference:
    """Resolves pronouns of one report, in text order, against the actors found before them."""

    def __init__(self, document: Document, found: Sequence[Found], quotes: Sequence[Quote]) -> None:
        self.document = document
        self.quotes = [quote.span for quote in quotes]
        self.found = sorted(found, key=lambda one: (one.first, -one.last))
        self.by_head: dict[int, Found] = {}
        self._genders: dict[str, str] = {}
        for one in self.found:
            if one.form != "adjective":
                self.by_head.setdefault(head_of(document, one.first, one.last).i, one)

    def pronouns(self) -> list[Found]:
        """Return the pronouns whose actor is sure, as mentions of it."""
        resolved: list[Found] = []
        for token in self.document.tokens:
            who = self._pronoun(token)
            if who is not None:
                one = Found(first=token.i, last=token.i + 1, who=who, form="pronoun")
                resolved.append(one)
                if token.lower in _GENDERS and who.gender is None:
                    self._genders.setdefault(who.key, _GENDERS[token.lower])
                self.by_head[token.i] = one
        return resolved

    def _pronoun(self, token: Token) -> Who | None:
        word = token.lower
        if word in _RELATIVE and token.tag in ("WP", "WDT"):
            return self._relative(token)
        if token.tag != "PRP" or self._quoted(token):
            return None
        if word in _PERSONAL:
            return self._person(token)
        if word in ("him", "her"):
            return self._only_person(token)
        if word == "it" and token.dep in ("nsubj", "nsubjpass"):
            return self._thing(token)
        if word == "they" and token.dep in ("nsubj", "nsubjpass"):
            return self._several(token)
        return None

    def _quoted(self, token: Token) -> bool:
        return any(span.start <= token.start < span.end for span in self.quotes)

    def _relative(self, token: Token) -> Who | None:
        verb = self.document.head(token)
        while verb.dep in ("aux", "auxpass", "xcomp", "ccomp") and verb.head != verb.i:
            verb = self.document.head(verb)
        if verb.dep != "relcl" or token.dep not in ("nsubj", "nsubjpass"):
            return None
        noun = self.document.head(verb)
        one = self.by_head.get(noun.i)
        if one is None or noun.i > token.i:
            return None
        if token.lower == "that" and (noun.dep == "pobj" or noun.i != token.i - 1):
            return None
        fits = one.who.type in ("person", "group", "armed_group") or token.lower != "who"
        return one.who if fits else None

    def _person(self, token: Token) -> Who | None:
        gender = "f" if token.lower in ("she", "her") else "m"
        for sentence_back, ones in self._back(token, _REACH_PERSON):
            fitting = [one for one in ones if self._may_be(one.who, gender)]
            if not fitting:
                continue
            subjects = [one for one in fitting if self._is_subject(one)]
            speaking = [one for one in subjects if self._speaks(one)]
            if sentence_back == 0 and not subjects:
                joined = self._object_before(token, fitting)
                if joined is not None or not self._tells(token):
                    return joined
                continue
            for pool in (speaking, subjects, fitting):
                keys = dict.fromkeys(one.key for one in pool)
                if len(keys) == 1:
                    return pool[0].who
                if pool and pool is not fitting:
                    return pool[0].who if sentence_back == 0 else self._last_speaker(pool)
            return None
        return None

    def _may_be(self, who: Who, gender: str) -> bool:
        """Return whether "she" may be somebody: nobody who was a "he" before."""
        known = self._genders.get(who.key, gender)
        return known == gender and _fits_gender(who, gender)

    def _tells(self, token: Token) -> bool:
        """Return whether the pronoun is the subject of the sentence's own verb of saying."""
        verb = self.document.head(token)
        main = verb.dep in ("ROOT", "conj", "parataxis")
        return token.dep == "nsubj" and main and self._speaks_verb(verb)

    def _object_before(self, token: Token, fitting: Sequence[Found]) -> Who | None:
        """Return X in "they asked X about it, but he declined"."""
        verb = self.document.head(token)
        if verb.dep != "conj":
            return None
        for one in fitting:
            head = self._role_head(one)
            if head.dep == "dobj" and head.head == verb.head:
                return one.who
        return None

    def _only_person(self, token: Token) -> Who | None:
        """Return the one person who can be "him": no other is near."""
        gender = "f" if token.lower == "her" else "m"
        near = [one for _, ones in self._back(token, 1) for one in ones]
        fitting = {one.key: one.who for one in near if self._may_be(one.who, gender)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _last_speaker(self, pool: Sequence[Found]) -> Who:
        main = [one for one in pool if self._is_main(one)]
        return (main or list(pool))[0].who

    def _thing(self, token: Token) -> Who | None:
        verb = self.document.head(token)
        if verb.lemma in ("be", "seem", "appear", "rain", "take") and not self._speaks_verb(verb):
            return None
        for _, ones in self._back(token, _REACH_IT):
            subjects = [
                one
                for one in ones
                if one.who.type in _BODIES and not one.who.plural and self._is_subject(one)
            ]
            other = [one for one in ones if one.who.type in ("person", "group")]
            if self._speaks_verb(verb):
                subjects = [one for one in subjects if self._speaks(one)] or subjects
            if subjects:
                return self._last_speaker(subjects)
            if (blamed := self._blamed(ones, verb)) is not None:
                return blamed
            if any(self._is_subject(one) and self._is_main(one) for one in other):
                return None
            if not self._speaks_verb(verb):
                return None
        return None

    def _blamed(self, ones: Sequence[Found], verb: Token) -> Who | None:
        """Return the army of "many blamed the army for it, though it denied any part"."""
        bodies = [one for one in ones if one.who.type in _BODIES and not one.who.plural]
        answers = verb.lemma == "deny" and verb.dep == "advcl"
        return bodies[-1].who if answers and bodies else None

    def _several(self, token: Token) -> Who | None:
        verb = self.document.head(token)
        if verb.lemma == "be" and any(c.dep == "attr" for c in self.document.children(verb)):
            return None
        for back, ones in self._back(token, _REACH_THEY):
            subjects = [one for one in ones if self._is_subject(one)]
            if self._speaks_verb(verb) and back:
                subjects = [one for one in subjects if self._speaks(one)] or subjects
            plural = [one for one in subjects if one.who.plural or one.who.type == "group"]
            speaking = [one for one in subjects if one.who.type in _BODIES and self._speaks(one)]
            pool = plural or (speaking if back == 0 else [])
            if any(self._coordinated(one) for one in pool or subjects):
                return None
            keys = dict.fromkeys(one.key for one in pool)
            if keys:
                return pool[0].who if len(keys) == 1 else None
        return None

    def _back(self, token: Token, reach: int) -> Iterator[tuple[int, list[Found]]]:
        """Yield the mentions before ``token``, sentence by sentence backwards, unquoted ones."""
        here = self.document.sentence_of(token)
        for back in range(reach + 1):
            i = here.i - back
            if i < 0:
                return
            sentence = self.document.sentences[i]
            if sentence.headline and not here.headline:
                return
            ones = [
                one
                for head, one in self.by_head.items()
                if sentence.first <= head < min(sentence.last, token.i)
                and not self._quoted(self.document.tokens[head])
                and one.form != "adjective"
            ]
            yield back, sorted(ones, key=lambda one: one.first)

    def _is_subject(self, one: Found) -> bool:
        """Return whether a mention is a subject, or whom a subject is: "One is Jan Novak"."""
        head = self._role_head(one)
        told = head.dep == "attr" and self.document.head(head).lemma == "be"
        return head.dep in ("nsubj", "nsubjpass") or (told and one.who.named)

    def _role_head(self, one: Found) -> Token:
        """Return the head word of a mention; of an apposition, the word that it explains."""
        head = head_of(self.document, one.first, one.last)
        while head.dep in ("appos", "compound", "nmod") and head.head != head.i:
            head = self.document.head(head)
        return head

    def _is_main(self, one: Found) -> bool:
        verb = self.document.head(self._role_head(one))
        return verb.dep in ("ROOT", "conj")

    def _speaks(self, one: Found) -> bool:
        return self._speaks_verb(self.document.head(self._role_head(one)))

    def _speaks_verb(self, verb: Token) -> bool:
        return verb.lemma in speaking()

    def _coordinated(self, one: Found) -> bool:
        head = head_of(self.document, one.first, one.last)
        return any(child.dep == "conj" for child in self.document.children(head))


def _fits_gender(who: Who, gender: str) -> bool:
    if not (who.type == "person" and who.named) and not who.key.startswith("someone:"):
        return False
    return who.gender is None or who.gender == gender
