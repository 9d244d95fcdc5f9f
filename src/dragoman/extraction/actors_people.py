"""Names that no pack knows: persons and organisations, told by form, titles and neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from dragoman.extraction.actors_found import Found, Who, word_list
from dragoman.extraction.actors_index import fold
from dragoman.language import Document, Token

_PARTICLES = frozenset(("al", "el", "bin", "ibn", "bint", "abu", "abdel", "abdul", "de", "von", "van",
                        "der", "du", "la", "le", "di", "da", "dos", "ash", "as", "an", "ad", "ben",
                        "ul", "ur", "of", "ould"))  # fmt: skip


class Run(msgspec.Struct, frozen=True):
    """A run of tokens that looks like a name, and what its neighbours say it is."""

    first: int
    last: int
    label: str
    strong: bool


@lru_cache(maxsize=1)
def title_nouns() -> frozenset[str]:
    """Return the nouns that head a role."""
    return frozenset(word_list("titles")["nouns"])


@lru_cache(maxsize=1)
def styles() -> frozenset[str]:
    """Return the forms of address that stand before a name."""
    return frozenset(word_list("titles")["styles"])


def find_names(document: Document, taken: set[int]) -> list[Run]:
    """Return the runs of tokens outside ``taken`` that name a person or an organisation."""
    runs = []
    i = 0
    tokens = document.tokens
    while i < len(tokens):
        if tokens[i].ent in ("PERSON", "ORG") and i not in taken:
            last = i + 1
            while last < len(tokens) and tokens[last].ent == tokens[i].ent and not (
                tokens[last].ent_start or last in taken
            ):  # fmt: skip
                last += 1
            run = _trimmed(document, i, last)
            if run:
                runs.append(run)
            i = last
        else:
            i += 1
    return runs


def _trimmed(document: Document, first: int, last: int) -> Run | None:
    tokens = document.tokens
    while first < last and (
        tokens[first].pos == "DET" or not tokens[first].text[0].isalnum()
        or tokens[first].lower in styles() or tokens[first].lower in title_nouns()
    ):  # fmt: skip
        first += 1
    while last > first and (
        tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1].isalnum()
    ):
        last -= 1
    if first >= last or not tokens[first].text[0].isupper():
        return None
    if tokens[first].pos not in ("PROPN", "NOUN", "ADJ") or not any(
        t.pos == "PROPN" for t in tokens[first:last]
    ):
        return None
    strong = titled(document, first)
    return Run(first, last, tokens[first].ent, strong)


def titled(document: Document, first: int) -> bool:
    """Return whether a title or a form of address stands right before token ``first``."""
    if first == 0:
        return False
    before = document.tokens[first - 1]
    return before.lower in styles() or before.lemma.lower() in title_nouns()


def persons_and_organisations(document: Document, taken: set[int]) -> Iterator[Found]:
    """Yield the names outside ``taken``, each with one type in the whole report (by vote)."""
    runs = find_names(document, taken)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        name = name_of(document.tokens[run.first : run.last])
        votes[fold(name)]["PERSON" if run.strong else run.label] += 3 if run.strong else 1
    for run in runs:
        name = name_of(document.tokens[run.first : run.last])
        label = max(votes[fold(name)].items(), key=lambda item: (item[1], item[0]))[0]
        person = label == "PERSON"
        who = Who(
            key=f"name:{fold(name)}",
            name=name,
            type="person" if person else "organisation",
        )
        yield Found(first=run.first, last=run.last, who=who, form="name")


def name_of(tokens: Iterable[Token]) -> str:
    """Return the text of a run of tokens as a name, on one line."""
    text = ""
    end = None
    for token in tokens:
        text += ("" if end in (None, token.start) else " ") + token.text
        end = token.end
    return text


def link_parts(found: Iterable[Found]) -> list[Found]:
    """Return ``found`` with partial names led to the full name they are part of."""
    listed = list(found)
    full: dict[str, list[Who]] = defaultdict(list)
    for one in listed:
        if one.who.type == "person":
            words = fold(one.who.name).split()
            if len(words) > 1 and one.who not in full[words[-1]]:
                full[words[-1]].append(one.who)
    linked = []
    for one in listed:
        words = fold(one.who.name).split()
        if len(words) == 1 and one.who.pack is None and len(full.get(words[0], ())) == 1:
            one = msgspec.structs.replace(one, who=full[words[0]][0])
        linked.append(one)
    return linked
