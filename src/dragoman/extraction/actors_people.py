"""Names that no pack knows: persons and organisations, told by form, titles and neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from dragoman.extraction.actors_after_posts import SURE, AfterPosts
from dragoman.extraction.actors_beside import (
    has_age,
    has_bare_age,
    is_bodys,
    is_headline_like,
    is_plain_word,
)
from dragoman.extraction.actors_body_nouns import bodies
from dragoman.extraction.actors_found import Found, Gender, Who, head_of, word_list
from dragoman.extraction.actors_groups import group_nouns
from dragoman.extraction.actors_index import fold
from dragoman.extraction.actors_phrases import after_name, follows_title, is_title, styles
from dragoman.extraction.actors_runs import (
    Run,
    find_runs,
    is_first_name,
    name_of,
    trimmed,
    words_of,
)
from dragoman.extraction.actors_signed import is_signed_place
from dragoman.extraction.actors_spots import is_spot, is_where, names_at
from dragoman.extraction.claims_lexicon import speaking
from dragoman.extraction.naming import bracketed, capitals, ends_in_things
from dragoman.language import Document, Token
from dragoman.model import ActorType

_GROUPS = frozenset({"group", "militia", "movement", "network", "faction", "gang"})
# Surnames of so many letters are told from other words by the parse alone.
_SHORT = 3


def persons_and_organisations(
    document: Document, taken: set[int], states: Container[int], places: Container[int]
) -> Iterator[Found]:
    """Yield the names outside ``taken``, each with one type in the whole report (by vote).

    ``places`` are the tokens of place names: a name there needs a title to be a person's.
    ``states`` are those of states and their adjectives: only organisations begin with one.
    """
    found = _all_runs(document, taken, states, places)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in found:
        votes[_key(document, run)][run.label] += run.weight
    alone = {key.split()[-1] for key, labels in votes.items() if labels["PERSON"]}
    armed = {_key(document, run) for run in found if _bears_arms(document, run)}
    for run in found:
        key = _key(document, run)
        words = document.tokens[run.first : run.last]
        whole = all(t.pos == "PROPN" for t in words) and not _is_acronym(words[:1])
        if run.weight == 1 and whole and key.split()[-1] in alone:
            # A name that the model took for a body, with a person's surname.
            votes[key]["PERSON"] += 3
        label = max(votes[key].items(), key=lambda item: (item[1], item[0]))[0]
        body: ActorType = "armed_group" if key in armed else "organisation"
        who = Who(
            key=f"name:{key}",
            name=_name(document, run),
            type="person" if label == "PERSON" else body,
            gender=_gender(document, run) if label == "PERSON" else None,
        )
        yield Found(first=run.first, last=run.last, who=who, form="name")


def _all_runs(
    document: Document, taken: set[int], states: Container[int], places: Container[int]
) -> list[Run]:
    """Return the runs that are names: judged so, or told by another place in the report."""
    named = {i for i in range(len(document.tokens)) if i in states or i in places}
    runs = find_runs(document, taken)
    seen = [run for run in runs if not is_signed_place(document, run, named)]
    posts = AfterPosts(document, seen, taken | named, names_at(document, places))
    seen = [posts.parted(run) for run in seen]
    judged = [_judged(document, run, states, places) for run in seen]
    found = [run for run in judged if run is not None]
    keys = {_key(document, run) for run in found}
    full = [run for run in found if run.last - run.first > 1 and run.label == "PERSON"]
    surnames = {_key(document, run).split()[-1] for run in full}
    for run, known in zip(seen, judged, strict=True):
        if known is None and _key(document, run) in keys:
            found.append(Run(run.first, run.last, run.label, 0))
    covered = taken | {i for run in found for i in range(run.first, run.last)}
    found += [
        Run(token.i, token.i + 1, "PERSON", 1)
        for token in document.tokens
        if token.text[0].isupper() and _may_stand_alone(token) and token.i not in covered
        and token.i not in places and token.i not in states and fold(token.text) in surnames
    ]  # fmt: skip
    return sorted(found, key=lambda run: run.first)


def _may_stand_alone(token: Token) -> bool:
    """Return whether a surname may be told of alone: "Dar", but no initials and no word."""
    short = len(token.text) == _SHORT and token.pos == "PROPN" and token.text.istitle()
    return len(token.text) > _SHORT or short


def _name(document: Document, run: Run) -> str:
    """Return the name of a run without what only follows a person's: "QC"."""
    tokens = document.tokens[run.first : run.last]
    return name_of(tokens[:-1] if tokens[-1].text in words_of("suffixes") else tokens)


def _key(document: Document, run: Run) -> str:
    """Return what all spellings of a name share: "Al-Mansur" is "Mansur" with its article."""
    name = fold(_name(document, run)).replace("-", " ")
    return " ".join(name.split()).removeprefix("al ")


def gender_of(name: str) -> Gender | None:
    """Return the gender that a first name tells, or None.

    >>> gender_of("Maria Petrova")
    'f'
    """
    first = fold(name).split()[:1]
    if not words_of("female").isdisjoint(first):
        return "f"
    return None if words_of("male").isdisjoint(first) else "m"


def _gender(document: Document, run: Run) -> Gender | None:
    before = document.tokens[run.first - 1].lower if run.first else ""
    titles = word_list("titles")
    known = gender_of(document.tokens[run.first].text)
    if known == "f" or before in titles["feminine"]:
        return "f"
    return "m" if known == "m" or before in titles["masculine"] else None


def _judged(
    document: Document, run: Run, states: Container[int], places: Container[int]
) -> Run | None:
    """Return the run with the label its neighbours vouch for, or None when it is no actor."""
    tokens = document.tokens
    if run.weight >= SURE:
        return run
    name = tokens[run.first : run.last]
    if has_bare_age(document, run):
        return Run(run.first, run.last, "PERSON", SURE)
    if run.first in states or (run.first in places and run.last - 1 not in places):
        return _after_place(document, run, states, places)
    if all(t.lower in words_of("never") for t in name) or name[0].lower in words_of("no_openings"):
        return None
    if not _speaks(document, run) and is_spot(document, run, places):
        return None
    if len(name) > 1 and name[0].text in words_of("ships"):
        return None  # "HMS Tarsk"
    if any(t.text.islower() and t.pos == "VERB" for t in name):
        return None  # "X-led Y"
    if len(name) == 1 and name[0].lower in bodies():
        return None  # "Army spokesman": no name
    key = name[0] if len(name) > 2 and name[1].lower == "of" else name[-1]
    if key.lower in words_of("no_actor") and not _is_someone(document, run):
        return None
    if any(token.lower in words_of("organisation_nouns") for token in name):
        return Run(run.first, run.last, "ORG", 3)
    after = tokens[run.last] if run.last < len(tokens) else None
    if after is not None and after.lower in words_of("media_nouns") and after.dep != "appos":
        return Run(run.first, run.last, "ORG", 3)
    if len(name) > 2 and name[1].lower in words_of("causes"):
        return Run(run.first, run.last, "ORG", 3)
    if len(name) == 1 and (name[0].lower.removesuffix("s"),) in group_nouns():
        return None
    if len(name) == 1 and run.label == "" and is_plain_word(document, name[0]):
        return None
    return _judged_by_neighbours(document, run, name, places)


def _judged_by_neighbours(
    document: Document, run: Run, name: Sequence[Token], places: Container[int]
) -> Run | None:
    """Return the run with the label that what stands around it vouches for, or None."""
    tokens = document.tokens
    titled = run.first > document.sentence_of(run.first).first and (
        tokens[run.first - 1].lower in styles()
        or (is_title(tokens[run.first - 1]) and tokens[run.first - 1].tag != "NNS")
    )
    if (titled and not _is_acronym(name)) or follows_title(document, run.first):
        return Run(run.first, run.last, "PERSON", SURE)
    if is_bodys(document, run) or _is_called_a_body(document, run) or _has_members(document, run):
        return Run(run.first, run.last, "ORG", 3)
    if any(i in places for i in range(run.first, run.last)) or is_where(document, run):
        return None
    if set(_key(document, run).split()) <= names_at(document, places):
        return None
    if name[-1].tag == "NNPS" and not is_first_name(name[0]):
        return Run(run.first, run.last, "ORG", 2) if run.label else None
    if len(name) > 1 and (
        has_age(document, run.last) or after_name(document, run.last) is not None
    ):
        return Run(run.first, run.last, "PERSON", 3)
    if is_first_name(name[0]) and len(name) > 1:
        return Run(run.first, run.last, "PERSON", 2)
    speaks = _speaks(document, run)
    if speaks and len(name) == 1 and not _is_acronym(name) and _then_he(document, run):
        return Run(run.first, run.last, "PERSON", 2)
    if is_headline_like(document, run.first):
        return None
    article = run.first > 0 and tokens[run.first - 1].lower == "the"
    if speaks and article and len(name) > 1 and run.label in ("", "PERSON"):
        return Run(run.first, run.last, "ORG", 2)  # "the Sunday Herald said"
    if run.label == "PERSON":
        return run if len(name) > 1 or speaks or is_first_name(name[0]) else None
    if run.label == "ORG":
        return run if len(name) > 1 or _is_acronym(name) or speaks else None
    if speaks and run.label in ("", "NORP", "GPE", "PRODUCT", "FAC", "LOC", "WORK_OF_ART"):
        return Run(run.first, run.last, "PERSON" if len(name) < 4 else "ORG", 1)
    return None


def _is_called_a_body(document: Document, run: Run) -> bool:
    """Return whether initials follow a name in brackets, or the noun that says what it names.

    "The Abu Orr group" is one, be it called after a person.
    """
    letters = capitals(_name(document, run))
    named = len(letters) > 2 and bracketed(document, run.last) == letters
    before = document.tokens[run.first - 1].lower if run.first else ""
    after = document.tokens[run.last].lower if run.last < len(document.tokens) else ""
    group = run.last - run.first > 1 and before == "the" and after in _GROUPS
    return named or group or ends_in_things(document, run.last)


def _has_members(document: Document, run: Run) -> bool:
    """Return whether initials are those of a body that has members: "NFA members"."""
    name, after = document.tokens[run.first : run.last], document.tokens[run.last : run.last + 1]
    told = bool(after) and after[0].lower in words_of("members")
    return told and _is_acronym(name) and name[0].text not in words_of("no_bodies")


def _is_someone(document: Document, run: Run) -> bool:
    """Return whether a person is called as a street is: "Director Alan Lane"."""
    title = document.tokens[run.first - 1]
    full = run.last == run.first + 2 and is_first_name(document.tokens[run.first])
    return full and run.first > 0 and is_title(title)


def _after_place(
    document: Document, run: Run, states: Container[int], places: Container[int]
) -> Run | None:
    """Return the name in a run that begins with a place: a body, or whoever comes after it."""
    tokens = document.tokens
    if any(t.lower in words_of("organisation_nouns") for t in tokens[run.first + 1 : run.last]):
        return Run(_own_beginning(document, run, states), run.last, "ORG", 3)
    first = run.first
    while first < run.last and (
        first in states or first in places or tokens[first].pos == "PUNCT"
    ):  # fmt: skip
        first += 1
    rest = trimmed(document, Run(first, run.last, run.label, 1)) if first < run.last else None
    if rest is None or rest.first == run.first:
        return None
    if run.first > 1 and is_title(tokens[run.first - 2]) and rest.last - rest.first > 1:
        # "envoy to Karvelia Milan Petrek"
        return Run(rest.first, rest.last, "PERSON", 3)
    return _judged(document, rest, (), places)


def _own_beginning(document: Document, run: Run, states: Container[int]) -> int:
    """Return where the name of a body begins that stands behind a place, with that or without.

    "Tarsk Karvelia Live Network (KLN)" begins where its letters do; an article begins a name, too:
    "in Karvelia Al Zahar TV".
    """
    tokens = document.tokens
    letters = bracketed(document, run.last)
    for first in range(run.first, run.last - 1):
        if len(letters) > 2 and capitals(name_of(tokens[first : run.last])) == letters:
            return first
    after = run.first + 1
    article = tokens[after].text.istitle() and tokens[after].lower in words_of("particles")
    return after if article and run.first in states else run.first


def _bears_arms(document: Document, run: Run) -> bool:
    """Return whether a name or the words beside it say that its bearers fight: "X Army"."""
    tokens = document.tokens
    name = [t.lower for t in tokens[run.first : run.last]]
    if any(word in words_of("armed_nouns") for word in (name[0], name[-1])):
        return len(name) > 1
    if "liberation" in name[:-1] and name[-1] in words_of("maybe_armed"):
        return True
    sentence = document.sentence_of(run.first)
    beside = [*tokens[max(sentence.first, run.first - 1) : run.first],
              *tokens[run.last : min(run.last + 1, sentence.last)]]  # fmt: skip
    bearing = any(token.lower in words_of("bearing_arms") for token in beside)
    return bearing and (
        name[-1] in words_of("maybe_armed") or _is_acronym(tokens[run.first : run.last])
    )


def _then_he(document: Document, run: Run) -> bool:
    """Return whether "he" or "she" begins what a speaker says, or the sentence after."""
    verb = document.head(head_of(document, run.first, run.last))
    said = [t.lower for t in document.tokens[verb.i + 1 : verb.i + 3] if t.lower != "that"]
    if said[:1] in (["he"], ["she"]) and run.label != "ORG":
        return True
    after = document.sentence_of(run.first).i + 1
    if after >= len(document.sentences):
        return False
    return document.tokens[document.sentences[after].first].lower in ("he", "she")


def _is_acronym(name: Iterable[Token]) -> bool:
    return all(len(t.text) > 1 and t.text.isupper() and t.text.isalpha() for t in name)


def _speaks(document: Document, run: Run) -> bool:
    head = head_of(document, run.first, run.last)
    return head.dep == "nsubj" and document.head(head).lemma in speaking()
