"""States that no pack knows: countries of the gazetteer, and names that a report treats as states.

A report that says "Karvelia's government" or "the envoy to Karvelia" speaks of a state, whoever
has heard of it. Such a state becomes a pack of that one report, so that all that is read of known
states ("the Karvelian army", "the government") is read of it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from dragoman.extraction.actors_found import word_list
from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_phrases import is_title, styles
from dragoman.extraction.actors_runs import words_of
from dragoman.extraction.claims_lexicon import speaking
from dragoman.language import Document, Token
from dragoman.model import Extract
from dragoman.packs import Pack, PackInfo, Packs
from dragoman.packs.entries import PackState
from dragoman.packs.states import actors_of

# What the code of a state begins with that no list of countries has.
_MARK = "x-"
_LONGEST = 3
_PLACE_LABELS = ("GPE", "LOC", "NORP", "FAC")
# How adjectives and nationals are made of names: Karvelia, Karvelian; Ostrin, Ostrinese.
_SUFFIX = re.compile(r"(?:n|an|ian|ean|ish|ese|i|ic|ans|ians|eans|is|ns)")
_TAIL = re.compile(r"(?:ia|ey|ya|on|[aeoyu])$")
# Of these a word is made by leaving the end away: Germany, German; Afghanistan, Afghans.
_SHED = re.compile(r"(?:y|istan)$")


def is_unknown(code: str | None) -> bool:
    """Return whether ``code`` stands for a state that no list of countries has."""
    return code is not None and code.startswith(_MARK)


def own_states(
    document: Document, extract: Extract, packs: Packs, known: Container[int]
) -> Pack | None:
    """Return the states of a report that ``packs`` lack as a pack of its own, None for none.

    ``known`` are the tokens of the names of states that are known.
    """
    states = [*_of_gazetteer(document, extract, packs)]
    codes = {place.id for place in extract.places if place.country}
    placed = {
        token.i
        for mention in extract.place_mentions
        if mention.place in codes
        for token in document.tokens_in(mention.evidence.span)
    }
    states += _Names(document, known, placed).states()
    if not states:
        return None
    info = PackInfo(name="report", about="States that one report speaks of.")
    return Pack(info=info, actors=tuple(actor for state in states for actor in actors_of(state)))


def _of_gazetteer(document: Document, extract: Extract, packs: Packs) -> Iterator[PackState]:
    """Yield the countries that the Places step found and no pack has."""
    said: dict[str, list[str]] = {}
    for mention in extract.place_mentions:
        said.setdefault(mention.place, []).append(mention.evidence.quote)
    for place in extract.places:
        if place.type != "country" or not place.country or place.country in packs.states:
            continue
        capitals = [
            other
            for other in extract.places
            if other.type == "capital" and other.country == place.country
        ]
        made = adjectives(document, place.name)
        irregular = word_list("states")["irregular"].get(place.country, ())
        made = (*made, *(word for word in irregular if word not in made))
        yield PackState(
            code=place.country,
            name=place.name,
            aliases=tuple(dict.fromkeys(said.get(place.id, ()))),
            adjectives=tuple(word for word in made if not word.endswith("s")),
            nationals=tuple(word for word in made if word.endswith("s")),
            seats=tuple(dict.fromkeys(q for one in capitals for q in said.get(one.id, ()))),
        )


def adjectives(document: Document, name: str) -> tuple[str, ...]:
    """Return the words of a report that are made of a state's name: "Karvelian", "Sri Lankan"."""
    *opening, last = name.split()
    whole = fold(last)
    stem = _TAIL.sub("", whole)
    if len(stem) < 3:
        return ()
    shed = _SHED.sub("", whole)
    bare = (shed, shed + "s") if shed != whole else ()
    found = [
        " ".join([*opening, token.text])
        for token in document.tokens
        if token.text[0].isupper()
        and (fold(token.text) in bare or _is_made(fold(token.text), whole, stem))
        and _follows(document, token, opening)
    ]
    return tuple(dict.fromkeys(found))


def _is_made(word: str, whole: str, stem: str) -> bool:
    made = word != whole and word.startswith(stem)
    return made and _SUFFIX.fullmatch(word.removeprefix(whole).removeprefix(stem)) is not None


def _follows(document: Document, token: Token, opening: Sequence[str]) -> bool:
    before = document.tokens[max(0, token.i - len(opening)) : token.i]
    return [t.text for t in before] == list(opening)


class _Names:
    """The unknown names of a report, and what it says of each."""

    def __init__(self, document: Document, known: Container[int], placed: Container[int]) -> None:
        self.document = document
        self.words = word_list("states")
        self.runs: dict[str, list[tuple[int, int]]] = {}
        i = 0
        while i < len(document.tokens):
            last = self._end(i, known)
            short = 0 < last - i <= _LONGEST or self._is_body(i, last)
            prefix = last < len(document.tokens) and document.tokens[last].text == "-"
            if short and not prefix:
                self.runs.setdefault(fold(self._name(i, last)), []).append((i, last))
            i = max(last, i + 1)
        for key, runs in tuple(self.runs.items()):
            if any(k in placed for first, last in runs for k in range(first, last)):
                del self.runs[key]

    def states(self) -> Iterator[PackState]:
        """Yield the names that the report treats as states."""
        for key, runs in self.runs.items():
            if self._is_body(*runs[0]) or self._is_person(key, runs):
                continue
            name = min((self._name(*run) for run in runs), key=str.isupper)
            made = adjectives(self.document, name)
            named_place = self._label(runs) in _PLACE_LABELS
            placed = bool(made) or any(self._is_where(*run) for run in runs)
            told = any(self._is_told(*run) for run in runs) and (named_place or placed)
            told = told or self._rules(made)
            if told or (named_place and placed and any(self._acts(last) for _, last in runs)):
                yield PackState(
                    code=_MARK + key,
                    name=name,
                    adjectives=tuple(word for word in made if not word.endswith("s")),
                    nationals=tuple(word for word in made if word.endswith("s")),
                )

    def _name(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.document.tokens[first:last])

    def _end(self, i: int, known: Container[int]) -> int:
        """Return the end of the run of capitalised names that begins at token ``i``."""
        tokens = self.document.tokens
        last = i
        while last < len(tokens) and last not in known and _is_name(tokens[last]):
            if last > i and tokens[last].start - tokens[last - 1].end != 1:
                break
            last += 1
        return last

    def _is_body(self, first: int, last: int) -> bool:
        nouns = words_of("organisation_nouns")
        tokens = self.document.tokens[first:last]
        short = len(tokens) == 1 and tokens[0].text.isupper() and not self._heads_line(first)
        return short or any(token.lower in nouns or is_title(token) for token in tokens)

    def _heads_line(self, first: int) -> bool:
        return self.document.sentence_of(first).first == first

    def _is_person(self, key: str, runs: Sequence[tuple[int, int]]) -> bool:
        """Return whether the report tells of a person of that name."""
        tokens = self.document.tokens
        before = [tokens[first - 1] for first, _ in runs if not self._heads_line(first)]
        if any(token.lower in styles() or is_title(token) for token in before):
            return True
        full = any(
            other != key
            and (other.startswith(key + " ") or other.endswith(" " + key))
            and not self._is_body(*where[0])
            for other, where in self.runs.items()
        )
        first_name = key.split()[0] in words_of("male") | words_of("female")
        return full or first_name or self._label(runs) == "PERSON"

    def _label(self, runs: Sequence[tuple[int, int]]) -> str:
        labels = Counter(self.document.tokens[last - 1].ent for _, last in runs)
        return max(sorted(labels), key=lambda label: labels[label])

    def _is_told(self, first: int, last: int) -> bool:
        """Return whether the words beside a name say that it is a state."""
        tokens = self.document.tokens
        if last < len(tokens) and tokens[last].tag == "POS":
            return self._owns(last + 1)
        k = first - 2 if tokens[first - 1].lower == "the" else first - 1
        if k < 1 or self._heads_line(first):
            return False
        link, noun = tokens[k].lower, tokens[k - 1]
        return (link == "of" and noun.lower in self.words["of"]) or (
            link == "to" and noun.lower in self.words["to"]
        )

    def _owns(self, k: int) -> bool:
        """Return whether what belongs to a name, from token ``k`` on, is what states have."""
        tokens = self.document.tokens
        for token in tokens[k : k + 4]:
            if token.lower in self.words["own"]:
                return True
            if token.pos not in ("ADJ", "NOUN", "PROPN"):
                return False
        return False

    def _rules(self, made: Container[str]) -> bool:
        """Return whether an adjective made of a name stands before what states have."""
        tokens = self.document.tokens
        return any(
            token.text in made and token.i + 1 < len(tokens)
            and tokens[token.i + 1].lower in (*self.words["own"], *self.words["ruled"])
            for token in tokens
        )  # fmt: skip

    def _acts(self, last: int) -> bool:
        """Return whether the name that ends before token ``last`` is said to speak."""
        token = self.document.tokens[last - 1]
        verb = self.document.head(token)
        return token.dep == "nsubj" and verb.lemma in speaking()

    def _is_where(self, first: int, last: int) -> bool:
        tokens = self.document.tokens
        before = tokens[first - 1].lower if first else ""
        owns = any(
            token.tag == "PRP$" and token.lower == "its" and self._owns(token.i + 1)
            for token in self.document.in_sentence(self.document.sentence_of(first))
            if token.i > last
        )
        genitive = last < len(tokens) and tokens[last].tag == "POS"  # "in Noma's case"
        return owns or (before in self.words["where"] and not genitive)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper() and token.text.isalpha()
