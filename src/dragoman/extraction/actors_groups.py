"""People and bodies without a name: "the rebels", "two diplomats", "residents"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from dragoman.extraction.actors_found import Found, Who, word_list
from dragoman.extraction.actors_phrases import title_nouns
from dragoman.extraction.claims_sources import is_role
from dragoman.extraction.hearers import is_told
from dragoman.language import Document, Token
from dragoman.model import Span

# Left modifiers that do not make another group of it.
_LIGHT = frozenset((
    "the", "a", "an", "some", "many", "several", "few", "all", "both", "other", "more", "most",
    "these", "those", "such", "any", "no", "every", "each", "of", "least", "at", "about", "around",
    "nearly", "almost", "than", "only", "also", "up", "to", "over", "remaining", "last", "so",
    "called", "-", '"', "'", "another", "additional", "various", "hundreds", "thousands", "dozens",
    "scores", "tens", "armed", "local", "area",
))  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPOUNDS = ("compound", "nmod", "amod", "npadvmod")
# What may stand in the name of what a spokesman is of, and how many words at most.
_OBJECT = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PUNCT")
_LONGEST = 7
_MODIFIERS = ("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PUNCT", "PART", "VERB")


class _Noun(msgspec.Struct, frozen=True):
    type: Literal["armed_group", "group"]
    sector: str


@lru_cache(maxsize=1)
def followers() -> frozenset[str]:
    """Return the nouns for those who are for or against somebody: "supporters of Novak"."""
    return frozenset(word_list("names")["followers"])


@lru_cache(maxsize=1)
def group_nouns() -> dict[tuple[str, ...], _Noun]:
    """Return the nouns for unnamed groups, by their words (the last one in the singular)."""
    return {
        tuple(noun.split()): _Noun(entry["type"], entry["sector"])
        for entry in word_list("groups")
        for noun in entry["nouns"]
    }


def find_groups(document: Document, taken: set[int], named: Iterable[int]) -> Iterator[Found]:
    """Yield the mentions of unnamed groups whose head noun is not in ``taken``.

    ``named`` are the tokens of names: a noun that stands before one ("rebel leader X") is a role.
    """
    names = set(named)
    found = list(_find_nouns(document, taken, names))
    yield from found
    called = {document.tokens[one.last - 1].lemma.lower() for one in found}
    yield from _find_deeds(document, taken | names, called)


def _find_nouns(document: Document, taken: set[int], names: set[int]) -> Iterator[Found]:
    nouns = group_nouns()
    last_someone: dict[str, Who] = {}
    for token in document.tokens:
        if token.i in taken or token.pos not in ("NOUN", "PROPN") or token.ent == "PERSON":
            continue
        noun = _noun_at(document, token, nouns)
        if noun is None or _is_modifier(document, token, names):
            continue
        if token.i - 1 in names and token.lower in word_list("names")["media_nouns"]:
            continue  # "the Tarsk Post newspaper"
        if token.lemma in ("side", "party") and not _is_party(document, token):
            continue
        if token.dep == "appos" and token.tag == "NN" and _names(document, token, names):
            continue
        first = _first_of(document, token)
        if token.tag in ("NN", "NNP") and _is_predicate(document, first, token):
            continue
        who = _who(document, first, token, noun)
        if who.key.startswith("someone:"):
            last_someone[token.lower] = who
        elif token.tag == "NN" and document.tokens[first].lower == "the":
            # "a source ... the source"
            who = last_someone.get(token.lower, who)
        yield Found(first=first, last=token.i + 1, who=who, form="nominal")


def _find_deeds(document: Document, taken: set[int], called: set[str]) -> Iterator[Found]:
    """Yield those who are told of by their deeds alone: the rebels of "a rebel mortar attack".

    ``called`` are the lemmas by which the report calls groups: such a word is led to them later.
    """
    doers, deeds = (frozenset(word_list("deeds")[row]) for row in ("doers", "deeds"))
    for token in document.tokens:
        lemma = token.lemma.lower()
        if lemma not in doers - called or token.i in taken or token.tag in ("NNS", "NNPS"):
            continue
        end = token.i + 1
        while end < len(document.tokens) and document.tokens[end].lemma.lower() in deeds:
            end += 1
        # "Rebel artillery positions" are no deed; "anti-rebel shelling" is none of theirs.
        other = document.tokens[end : end + 1]
        if (
            end == token.i + 1
            or any(t.pos in ("NOUN", "PROPN") or t.text == "-" for t in other)
            or (token.i and document.tokens[token.i - 1].text == "-")
        ):
            continue
        noun, name = group_nouns()[lemma,], lemma + "s"
        who = Who(
            key=f"group:{name}",
            name=name,
            type=noun.type,
            sector=noun.sector,
            named=False,
            plural=True,
        )
        yield Found(first=token.i, last=token.i + 1, who=who, form="nominal")


def _noun_at(document: Document, token: Token, nouns: dict[tuple[str, ...], _Noun]) -> _Noun | None:
    before = document.tokens[token.i - 1].lower if token.i else ""
    lemma = token.lemma.lower()
    if _opens(document, token):
        lemma = token.lower[:-2] + "an" if token.lower.endswith("men") else token.lower[:-1]
    return nouns.get((before, lemma)) or nouns.get((before, token.lower)) or nouns.get((lemma,))


def _opens(document: Document, token: Token) -> bool:
    """Return whether a plural opens a sentence, which the parse takes for a name: "Guerrillas"."""
    first = document.sentence_of(token).first == token.i
    return (
        first
        and token.tag in ("NNP", "NNPS")
        and token.lower.endswith(("s", "men"))
        and not token.text.isupper()
    )


def _is_modifier(document: Document, token: Token, names: set[int]) -> bool:
    if token.i + 1 >= len(document.tokens):
        return False
    after = document.tokens[token.i + 1]
    if after.text == "-" or after.i in names or after.tag == "POS":
        return after.tag != "POS"
    joined = token.dep in ("compound", "amod", "nmod") and token.head > token.i
    return after.pos in ("NOUN", "PROPN") and (joined or token.head == after.i)


def _is_predicate(document: Document, first: int, token: Token) -> bool:
    """Return whether the noun says what somebody is or becomes, not who acts ("as president")."""
    if token.dep in ("attr", "oprd"):
        return True
    bare = document.tokens[first].pos not in ("DET", "NUM", "PRON") and (
        first == 0 or document.tokens[first - 1].tag not in ("POS", "PRP$")
    )
    return bare and token.lower in title_nouns() and token.dep in ("pobj", "dobj", "npadvmod")


def _is_party(document: Document, token: Token) -> bool:
    """Return whether a "side" is a party ("both sides"), not a direction ("the western side")."""
    before = {child.lower for child in document.children(token)}
    return bool(before & {"both", "two", "all", "warring", "government", "opposition", "three"})


def _names(document: Document, token: Token, names: set[int]) -> bool:
    """Return whether an apposition describes a name: "the Observatory, a war monitor"."""
    return token.head in names or any(t.i in names for t in document.children(document.head(token)))


def _first_of(document: Document, token: Token) -> int:
    first = token.i
    start = document.sentence_of(token).first
    while first > start:
        before = document.tokens[first - 1]
        if before.pos not in _MODIFIERS or before.tag in ("VBD", "VBZ", "VBP", "VB", "POS"):
            break
        if before.pos == "PUNCT" and before.text != "-":
            break
        if is_told(document, before):
            break  # "told AFP rebels had left"
        if before.lower == "dead" and document.tokens[before.i - 1].lemma in ("shoot", "gun"):
            break  # "shot dead two soldiers"
        if before.ent in ("DATE", "TIME") and before.pos == "PROPN":
            break  # "said Monday night rebels had left"
        if before.pos in ("NOUN", "PROPN") and before.dep not in _COMPOUNDS:
            break
        if before.pos == "VERB" and before.dep not in ("amod", "compound"):
            break
        if before.pos == "NUM" and _YEAR.fullmatch(before.text):
            break
        if document.tokens[first].pos == "NUM" and before.pos in ("NOUN", "PROPN", "VERB"):
            break
        first -= 1
        if before.pos == "DET":
            break
    while first < token.i and (
        document.tokens[first].pos in ("PUNCT", "ADV", "PART")
        or document.tokens[first].lower in ("least", "most", "more", "than")
    ):
        first += 1
    return first


def _who(document: Document, first: int, token: Token, noun: _Noun) -> Who:
    tokens = document.tokens[first : token.i]
    plural = token.tag in ("NNS", "NNPS") or _opens(document, token)
    plural = plural or token.lower in ("people", "police", "media")
    modifiers = [t.lower for t in tokens if t.lower not in _LIGHT and t.pos != "NUM"]
    indefinite = not plural and bool(tokens) and tokens[0].lower in ("a", "an", "one", "another")
    phrase = " ".join([*modifiers, token.lower]).replace(" - ", "-")
    # "A war monitor" is a body that watches.
    role = token.lower in title_nouns() or is_role(token)
    person = not plural and role and token.lower != "monitor"
    owner = _owner(document, first) if person else ""
    follows = token.lemma.lower() in followers()
    whose = _object(document, token) if follows or (indefinite and person) else ""
    key = f"someone:{token.i}"
    if not indefinite:
        key = f"group:{owner.lower()}{phrase}{whose.lower() if follows else ''}"
    return Who(
        key=key,
        name=owner + _name(document, first, token) + whose,
        type="person" if person else noun.type,
        sector=noun.sector,
        named=False,
        plural=plural,
    )


def _owner(document: Document, first: int) -> str:
    """Return "Karvelia's " before "envoy", which tells one envoy from another's."""
    tokens = document.tokens
    if not first or tokens[first - 1].tag != "POS":
        return ""
    begins = first - 1
    while begins and tokens[begins - 1].pos == "PROPN":
        begins -= 1
    if begins == first - 1:
        return ""
    return " ".join(Span(tokens[begins].start, tokens[first].start).of(document.text).split()) + " "


def _object(document: Document, noun: Token) -> str:
    """Return " for the League" behind "a spokesman", which tells one of several from another."""
    tokens = document.tokens
    link = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
    if link.lower not in ("for", "of", "at", "from", "with") or link.head != noun.i:
        return ""
    inside = {token.i for token in document.subtree(link)}
    last = link.i
    while (
        last + 1 in inside
        and tokens[last + 1].text not in ',("'
        and tokens[last + 1].pos in _OBJECT
        and last - link.i < _LONGEST
    ):
        last += 1
    if tokens[last].pos not in ("NOUN", "PROPN"):
        return ""
    return " " + " ".join(Span(link.start, tokens[last].end).of(document.text).split())


def _keeps_case(document: Document, token: Token, start: int) -> bool:
    """Return whether a word is capital for itself, not for opening a sentence: "Syrian", "UN"."""
    if token.i != start or token.ent in ("NORP", "GPE"):
        return True
    following = document.tokens[token.i + 1 : token.i + 2]
    if token.pos == "PROPN" and token.ent and any(t.text == "-" for t in following):
        return True  # "Daesh-linked fighters"
    acronym = token.text.isupper() and not any(t.text.isupper() for t in following)
    titled = any(t.pos == "PROPN" and t.text.istitle() for t in following)
    return acronym or titled  # "Iranian Chess Federation"


def _is_age(document: Document, token: Token) -> bool:
    """Return whether a word is of how old somebody is: "a 45-year-old woman" is a woman."""
    old = token if token.lower == "old" else document.head(token)
    old = old if old.lower == "old" else document.head(old)
    years = any(c.dep == "npadvmod" and c.lemma == "year" for c in document.children(old))
    return old.lower == "old" and years


def _name(document: Document, first: int, noun: Token) -> str:
    """Return how a group is called: "pro-Karvelian fighters", without articles and numbers."""
    start = document.sentence_of(noun).first
    text = ""
    end = -1
    for token in document.tokens[first : noun.i + 1]:
        if _is_age(document, token):
            continue
        hyphen = token.text == "-" and end == token.start
        if not hyphen and token.i != noun.i and (token.lower in _LIGHT or token.pos == "NUM"):
            continue
        proper = token.pos == "PROPN" or token.ent in ("NORP", "GPE", "ORG", "PERSON")
        word = token.text if proper and _keeps_case(document, token, start) else token.lower
        text += ("" if end in (-1, token.start) else " ") + word
        end = token.end
    return text
