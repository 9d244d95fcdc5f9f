"""Names that no pack knows: persons and organisations, told by form, titles and neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

import msgspec

from dragoman.extraction.actors_found import Found, Gender, Who, head_of, word_list
from dragoman.extraction.actors_groups import group_nouns
from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_phrases import (
    after_name,
    follows_title,
    is_title,
    portfolios,
    styles,
)
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.language import Document, Token


class Run(msgspec.Struct, frozen=True):
    """A run of tokens that looks like a name, and what its neighbours say it is.

    ``weight`` is how sure the label is: 1 for the language model's word, more for a title.
    """

    first: int
    last: int
    label: str
    weight: int


@lru_cache(maxsize=8)
def words_of(name: str) -> frozenset[str]:
    """Return one list of ``data/actors/names.yaml``."""
    return frozenset(word_list("names")[name])


def persons_and_organisations(
    document: Document, taken: set[int], states: Container[int], places: Container[int]
) -> Iterator[Found]:
    """Yield the names outside ``taken``, each with one type in the whole report (by vote).

    ``places`` are the tokens of place names: a name there needs a title to be a person's.
    ``states`` are those of states and their adjectives: only organisations begin with one.
    """
    seen = list(_runs(document, taken))
    judged = [_judged(document, run, states, places) for run in seen]
    runs = [run for run in judged if run is not None]
    keys = {_key(document, run) for run in runs}
    surnames = {
        _key(document, run).split()[-1]
        for run in runs
        if run.last - run.first > 1 and run.label == "PERSON"
    }
    for run, known in zip(seen, judged, strict=True):
        if known is None and _key(document, run) in keys:
            runs.append(Run(run.first, run.last, run.label, 0))
    covered = taken | {i for run in runs for i in range(run.first, run.last)}
    runs += [
        Run(token.i, token.i + 1, "PERSON", 1)
        for token in document.tokens
        if token.text[0].isupper() and len(token.text) > 3 and token.i not in covered
        and token.i not in places and token.i not in states and fold(token.text) in surnames
    ]  # fmt: skip
    runs.sort(key=lambda run: run.first)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        votes[_key(document, run)][run.label] += run.weight
    alone = {key for key, labels in votes.items() if labels["PERSON"] and " " not in key}
    for run in runs:
        key = _key(document, run)
        whole = all(t.pos == "PROPN" for t in document.tokens[run.first : run.last])
        if run.weight == 1 and whole and key.split()[-1] in alone:
            # A full name that the model took for a body; its surname acts alone elsewhere.
            votes[key]["PERSON"] += 3
        label = max(votes[key].items(), key=lambda item: (item[1], item[0]))[0]
        name = name_of(document.tokens[run.first : run.last])
        who = Who(
            key=f"name:{key}",
            name=name,
            type="person" if label == "PERSON" else "organisation",
            gender=_gender(document, run) if label == "PERSON" else None,
        )
        yield Found(first=run.first, last=run.last, who=who, form="name")


def _key(document: Document, run: Run) -> str:
    return fold(name_of(document.tokens[run.first : run.last])).replace("-", " ")


def _gender(document: Document, run: Run) -> Gender | None:
    first = fold(document.tokens[run.first].text)
    before = document.tokens[run.first - 1].lower if run.first else ""
    titles = word_list("titles")
    if first in words_of("female") or before in titles["feminine"]:
        return "f"
    return "m" if first in words_of("male") or before in titles["masculine"] else None


def _runs(document: Document, taken: set[int]) -> Iterator[Run]:
    """Yield runs that the language model calls names, and runs of capitals after a title."""
    tokens = document.tokens
    i = 0
    while i < len(tokens):
        if i in taken or not _may_start(document, i):
            i += 1
            continue
        last = i + 1
        while last < len(tokens) and last not in taken and _goes_on(document, i, last):
            last += 1
        run = _trimmed(document, Run(i, last, tokens[i].ent, 1))
        if run is not None:
            yield run
        i = last


def _may_start(document: Document, i: int) -> bool:
    token = document.tokens[i]
    if token.ent in ("PERSON", "ORG"):
        return True
    return token.pos == "PROPN" and token.text[0].isupper() and not _is_calendar(token)


def _is_calendar(token: Token) -> bool:
    return token.lower in words_of("never") or token.ent in ("DATE", "TIME", "MONEY", "PERCENT")


def _goes_on(document: Document, first: int, i: int) -> bool:
    token, before = document.tokens[i], document.tokens[i - 1]
    if token.text in ("(", ")", "[", "]", "/"):
        return False
    if token.start - before.end > 1 or "\n" in document.text[before.end : token.start]:
        return False
    if token.ent and token.ent == document.tokens[first].ent and not token.ent_start:
        return True
    if _is_calendar(token) or token.tag == "POS":
        return False
    if token.pos == "PROPN" and token.text[0].isupper():
        return not (token.ent_start and token.ent != before.ent and before.ent)
    ahead = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
    joins = token.text == "-" or token.lower in words_of("particles")
    if token.lower in words_of("links"):
        joins = any(t.lower in words_of("organisation_nouns") for t in document.tokens[first:i])
    return joins and ahead is not None and ahead.text[0].isupper() and ahead.pos == "PROPN"


def _trimmed(document: Document, run: Run) -> Run | None:
    tokens = document.tokens
    first, last = run.first, run.last
    for i in range(run.first, last - 1):
        if i < first:
            continue
        body = any(t.lower in words_of("organisation_nouns") for t in tokens[i + 1 : last])
        if body or not (is_title(tokens[i]) or tokens[i].lower in styles()):
            continue
        if tokens[i + 1].lower == "of":
            first = i + 2
            while first < last and tokens[first].lower in portfolios():
                first += 1
            continue
        # "Karvelian Foreign Minister Ada Noor": the name begins after the title.
        first = first if tokens[i + 1].lower in words_of("particles") else i + 1
    while first < last and (
        tokens[first].pos in ("DET", "ADP", "PUNCT", "CCONJ") or tokens[first].tag == "POS"
        or tokens[first].lower in styles()
    ):  # fmt: skip
        first += 1
    while last > first and (
        tokens[last - 1].tag == "POS" or not tokens[last - 1].text[-1].isalnum()
        or tokens[last - 1].pos in ("ADP", "DET") or tokens[last - 1].lower in words_of("never")
    ):  # fmt: skip
        last -= 1
    if first >= last or not tokens[first].text[0].isupper():
        return None
    if tokens[first].lower in words_of("where"):
        return None
    if all(_is_calendar(t) or is_title(t) or t.pos != "PROPN" for t in tokens[first:last]):
        return None
    if is_title(tokens[last - 1]) and tokens[last - 1].lower not in words_of("organisation_nouns"):
        return None
    label = tokens[first].ent or run.label
    if (
        first > 1
        and tokens[first - 1].text == "-"
        and tokens[first - 2].end == tokens[first].start - 1
    ):
        # "al-Mansur": the article is part of the name.
        first -= 2 if tokens[first - 2].lower in words_of("particles") else 0
    return Run(first, last, label, run.weight)


def _judged(
    document: Document, run: Run, states: Container[int], places: Container[int]
) -> Run | None:
    """Return the run with the label its neighbours vouch for, or None when it is no actor."""
    tokens = document.tokens
    name = tokens[run.first : run.last]
    led_by_place = run.first in places and run.last - 1 not in places
    if run.first in states or led_by_place:
        if len(name) > 1 and any(t.lower in words_of("organisation_nouns") for t in name[1:]):
            return Run(run.first, run.last, "ORG", 3)
        first = run.first
        while first < run.last and (
            first in states or (led_by_place and first in places) or tokens[first].pos == "PUNCT"
        ):
            first += 1
        rest = _trimmed(document, Run(first, run.last, run.label, 1)) if first < run.last else None
        if (
            rest
            and run.first > 1
            and is_title(tokens[run.first - 2])
            and rest.last - rest.first > 1
        ):
            # "envoy to Karvelia Milan Petrek"
            return Run(rest.first, rest.last, "PERSON", 3)
        return _judged(document, rest, (), places) if rest else None
    if any(token.lower in words_of("organisation_nouns") for token in name):
        return Run(run.first, run.last, "ORG", 3)
    if all(t.lower in words_of("never") for t in name):
        return None
    if len(name) == 1 and (name[0].lower.removesuffix("s"),) in group_nouns():
        return None
    titled = run.first > 0 and (
        tokens[run.first - 1].lower in styles()
        or (is_title(tokens[run.first - 1]) and tokens[run.first - 1].tag != "NNS")
    )
    if (titled and not _is_acronym(name)) or follows_title(document, run.first):
        return Run(run.first, run.last, "PERSON", 4)
    if any(i in places for i in range(run.first, run.last)) or _is_where(document, run):
        return None
    if name[-1].tag == "NNPS" and not _is_first_name(name[0]):
        return Run(run.first, run.last, "ORG", 2) if run.label else None
    if len(name) > 1 and after_name(document, run.last) is not None:
        return Run(run.first, run.last, "PERSON", 3)
    if _is_first_name(name[0]) and len(name) > 1:
        return Run(run.first, run.last, "PERSON", 2)
    speaks = _speaks(document, run)
    if speaks and len(name) == 1 and not _is_acronym(name) and _then_he(document, run):
        return Run(run.first, run.last, "PERSON", 2)
    if _is_headline_like(document, run.first):
        return None
    if run.label == "PERSON":
        return run if len(name) > 1 or speaks or _is_first_name(name[0]) else None
    if run.label == "ORG":
        return run if len(name) > 1 or _is_acronym(name) or speaks else None
    if speaks and run.label in ("", "NORP", "GPE", "PRODUCT", "FAC", "LOC", "WORK_OF_ART"):
        return Run(run.first, run.last, "PERSON" if len(name) < 4 else "ORG", 1)
    return None


def _is_where(document: Document, run: Run) -> bool:
    """Return whether one unknown word stands after "in" or "near": a place, not a person."""
    before = document.tokens[run.first - 1].lower if run.first else ""
    return run.last == run.first + 1 and before in words_of("where")


def _then_he(document: Document, run: Run) -> bool:
    """Return whether the sentence after a speaker's begins with "he" or "she"."""
    after = document.sentence_of(run.first).i + 1
    if after >= len(document.sentences):
        return False
    return document.tokens[document.sentences[after].first].lower in ("he", "she")


def _is_first_name(token: Token) -> bool:
    return fold(token.text) in words_of("female") | words_of("male")


def _is_headline_like(document: Document, i: int) -> bool:
    """Return whether every word of a sentence has a capital, so that capitals tell nothing."""
    sentence = document.in_sentence(document.sentence_of(i))
    words = [token for token in sentence if token.pos in ("NOUN", "VERB", "ADJ", "PROPN")]
    return len(words) > 3 and all(not token.text[0].islower() for token in words)


def _is_acronym(name: Iterable[Token]) -> bool:
    return all(len(t.text) > 1 and t.text.isupper() and t.text.isalpha() for t in name)


def _speaks(document: Document, run: Run) -> bool:
    head = head_of(document, run.first, run.last)
    return head.dep == "nsubj" and document.head(head).lemma in lexicon().verbs


def name_of(tokens: Iterable[Token]) -> str:
    """Return the text of a run of tokens as a name, on one line."""
    text = ""
    end = None
    for token in tokens:
        text += ("" if end in (None, token.start) else " ") + token.text
        end = token.end
    return text
