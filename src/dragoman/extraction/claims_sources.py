"""What kind of speaker a source phrase can be, judged by its head noun."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import msgspec
import yaml

from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import child, subject_of
from dragoman.language import Document, Token
from dragoman.model import ActorType

SHE_HE = frozenset({"he", "she", "him", "her", "his"})
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
NEVER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_TYPES: dict[str, ActorType] = {
    "person": "person",
    "state": "state",
    "government": "government",
    "armed_group": "armed_group",
    "organisation": "organisation",
    "group": "group",
}


class _Words(msgspec.Struct, frozen=True):
    types: dict[str, tuple[str, ...]]
    endings: tuple[str, ...]
    weak_verbs: frozenset[str]
    data: frozenset[str]
    things: frozenset[str]
    bridging: frozenset[str]
    making: frozenset[str]
    announcing: frozenset[str]
    media: frozenset[str]
    blocs: frozenset[str]
    sides: frozenset[str]
    anybody: frozenset[str]
    generic: frozenset[str]
    companies: frozenset[str]
    answering: frozenset[str]
    tones: frozenset[str]
    describing: frozenset[str]
    short_titles: dict[str, str]
    creeds: frozenset[str]
    views: frozenset[str]
    telling: frozenset[str]


@lru_cache(maxsize=1)
def speaker_words() -> _Words:
    """Return the words of ``data/claims_speakers.yaml``."""
    path = resources.files("dragoman.extraction") / "data" / "claims_speakers.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), _Words)


@lru_cache(maxsize=1)
def speaker_nouns() -> dict[str, str]:
    """Return the type of actor for each noun that names a speaker."""
    listed = speaker_words().types
    return {noun: kind for kind, nouns in reversed(listed.items()) for noun in nouns}


def is_document(token: Token) -> bool:
    """Return whether a noun is a text or a list that speaks for its makers ("the report")."""
    if token.tag == "NNP" and token.lower in speaker_words().media:
        return False  # "the Tarsk Post"
    return speaker_nouns().get(token.lemma.lower()) == "document" or is_data(token)


def is_data(token: Token) -> bool:
    """Return whether a noun is what somebody has counted or recorded: "according to a tally"."""
    return not speaker_words().data.isdisjoint((token.lemma.lower(), token.lower))


def is_role(token: Token, *, any_number: bool = False) -> bool:
    """Return whether a noun names one person by a role ("envoy", "spokesman")."""
    if token.tag in ("NNS", "NNPS") and not any_number:
        return False
    lemma = token.lemma.lower()
    return speaker_nouns().get(lemma) == "person" or (
        token.pos == "NOUN"
        and lemma not in speaker_nouns()
        and lemma.endswith(speaker_words().endings)
    )


def is_known_speaker(token: Token) -> bool:
    """Return whether a common noun is known as a word for a person or body ("residents")."""
    lemma = token.lemma.lower()
    listed = speaker_nouns().get(lemma) or speaker_nouns().get(token.lower)
    return listed not in (None, "document") or (
        listed is None and token.pos == "NOUN" and lemma.endswith(speaker_words().endings)
    )


def makes_texts() -> frozenset[str]:
    """Return the verbs by which somebody makes a text and answers for it ("issue", "sign")."""
    return speaker_words().making


def views() -> frozenset[str]:
    """Return the nouns for what somebody holds or tells ("in the opinion of")."""
    return speaker_words().views


def telling() -> frozenset[str]:
    """Return the nouns for what somebody tells that a colon or "is that" may follow."""
    return speaker_words().telling


def answering() -> frozenset[str]:
    """Return the verbs that say but how somebody speaks whose words follow ("agree", "shrug")."""
    return speaker_words().answering


def tones() -> frozenset[str]:
    """Return the adjectives that tell how somebody's words sound that follow ("blunt")."""
    return speaker_words().tones


def is_titling(token: Token) -> bool:
    """Return whether a common noun may stand before a name: "activist X", "agency X"."""
    kind = speaker_nouns().get(token.lemma.lower())
    return is_role(token) or (kind == "organisation" and token.lemma not in speaker_words().blocs)


def is_side(token: Token) -> bool:
    """Return whether a noun is of one side or house, no word for any body: "the opposition"."""
    return token.lemma.lower() in speaker_words().blocs | speaker_words().sides


def is_medium(words: str) -> bool:
    """Return whether a name or phrase is of a medium that publishes reports."""
    return not speaker_words().media.isdisjoint(words.lower().split())


def is_bridging(token: Token) -> bool:
    """Return whether a role comes with a body or an event and may be somebody new."""
    return token.lemma.lower() in speaker_words().bridging


def is_anybody(token: Token) -> bool:
    """Return whether a noun with a description may be anybody: "the 82-year-old politician"."""
    return token.lemma.lower() in speaker_words().anybody


def is_generic(token: Token) -> bool:
    """Return whether a noun may follow the name of a body: "the X group", "the X newspaper"."""
    return token.lemma.lower() in speaker_words().generic


def is_company(token: Token) -> bool:
    """Return whether a noun is of a business: "the company", "the carrier"."""
    return token.lemma.lower() in speaker_words().companies


def is_describing(token: Token) -> bool:
    """Return whether a word only describes somebody known: "the former general"."""
    return token.lower in speaker_words().describing


def is_creed(word: str) -> bool:
    """Return whether a word tells a party or faith, no state: "the Conservative premier"."""
    return word in speaker_words().creeds


def full_title(word: str) -> str:
    """Return the word that an abbreviated title before a name stands for, or the word itself.

    >>> full_title("dr."), full_title("mayor")
    ('doctor', 'mayor')
    """
    return speaker_words().short_titles.get(word.removesuffix("."), word)


def is_body(token: Token) -> bool:
    """Return whether a noun names a body of people that speaks as one ("agency", "ministry")."""
    kind = speaker_nouns().get(token.lemma.lower())
    return kind in ("organisation", "government", "armed_group") and token.tag not in ("NNS",)


def type_of(head: Token, plural: bool) -> ActorType:
    """Return the type of an unnamed actor with this head noun."""
    kind = speaker_nouns().get(head.lemma.lower())
    plural = plural or head.tag in ("NNS", "NNPS")
    if kind is None and head.lemma.lower().endswith(speaker_words().endings) and head.pos == "NOUN":
        kind = "person"
    if kind is None and head.pos == "PROPN":
        kind = {"PERSON": "person", "ORG": "organisation"}.get(head.ent)
    if plural and kind != "document":
        return "group"
    return _TYPES.get(kind or "", "unknown")


def type_of_word(word: str) -> ActorType | None:
    """Return the type of an unnamed actor by its noun alone: of "announcer", None for a name."""
    kind = speaker_nouns().get(word.lower())
    return _TYPES.get(kind, "unknown") if kind is not None else None


def author_of(document: Document, head: Token) -> Token | None:
    """Return who made a text: "a tweet by the minister", "the minister's letter", "a UN report"."""
    for token in document.children(head):
        if token.dep == "poss" and (token.pos in ("NOUN", "PROPN") or token.tag == "PRP$"):
            return token
    for token in reversed(document.children(head)):
        body = is_known_speaker(token) or (token.ent == "ORG" and token.i == head.i - 1)
        if is_data(head) and token.dep in ("compound", "nmod") and body:
            return token  # "police figures", "UN estimates"
    for token in document.children(head):
        by = child(document, token, "agent") if token.dep == "acl" else None
        if by is not None and token.lemma in makes_texts():
            return child(document, by, "pobj")
        if token.lower in ("by", "from", "of"):
            author = child(document, token, "pobj")
            if author is not None and author.ent in NEVER:
                continue  # "a study from March"
            if token.lower == "from" and author is not None and _is_spot(head, author):
                continue  # "reports from the town"
            named = author is not None and author.pos == "PROPN" and not is_data(head)
            if author is not None and (token.lower != "of" or named):
                return author
    return None


def _is_spot(text: Token, author: Token) -> bool:
    """Return whether reports come from somewhere, not from somebody: "from Tarsk", "the town"."""
    place = author.ent in ("GPE", "LOC", "FAC") or (
        author.pos == "NOUN" and not is_known_speaker(author)
    )
    return text.lemma.lower() == "report" and place


def is_anothers(document: Document, text: Token) -> bool:
    """Return whether a text has a name of its own: "a Reuters report" is not the speaker's."""
    modifiers = (t for t in document.children(text) if t.dep in ("compound", "nmod", "amod"))
    return any(t.tag in ("NNP", "NNPS") and t.ent not in NEVER for t in modifiers)


def maker_of(document: Document, text: Token) -> Token | None:
    """Return who makes a text where it is brought up, or None.

    The Council of "adopted a resolution", the army of "said in a statement", a letter's sender.
    """
    if is_anothers(document, text):
        return None
    author = author_of(document, text)
    if author is not None and author.tag != "PRP$" and not is_data(text):
        link = document.head(author)
        return author if link.lower in ("by", "from") or author.dep == "poss" else None
    link = document.head(text)
    if text.dep == "pobj" and link.lower in ("in", "through", "via"):
        verb = document.head(link)
        if verb.dep == "nsubj" and verb.pos in ("NOUN", "PROPN"):
            return verb  # "said the ministry in a letter to the League"
        said = verb.lemma in lexicon().verbs and child(document, verb, "auxpass") is None
        return subject_of(document, verb) if said else None
    named = text if text.dep == "dobj" else link
    verb = document.head(named)
    made = named.dep == "dobj" and verb.lemma in makes_texts()
    return subject_of(document, verb) if made else None
