"""The frames of the lexicon that a verb of the text has, whatever the parse makes of its form."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.extraction.claims_lexicon import Frame, lexicon
from dragoman.extraction.claims_syntax import child
from dragoman.language import Document, Token


def verb_frames(document: Document, token: Token) -> dict[str, Frame]:
    """Return the frames of a verb, its particle counted ("rule out"), or none."""
    verbs = lexicon().verbs
    if is_closing(document, token):
        return verbs["report"]
    if token.pos not in ("VERB", "AUX") and not token.tag.startswith("VB"):
        return {}
    if token.i and document.tokens[token.i - 1].tag == "HYPH":
        return {}  # "privacy and other net-related issues"
    if _is_surname(document, token):
        return {}
    particle = child(document, token, "prt")
    if particle is None and token.i + 1 < len(document.tokens):
        following = document.tokens[token.i + 1]
        particle = following if following.dep in ("prt", "advmod") else None
    lemma = _lemma(token, verbs)
    if particle is not None and f"{lemma} {particle.lower}" in verbs:
        return verbs[f"{lemma} {particle.lower}"]
    return verbs.get(lemma, {})


def is_closing(document: Document, token: Token) -> bool:
    """Return whether "reports" ends a sentence behind a name: "The men were freed KNA reports."."""
    if token.tag != "NNS" or token.lower != "reports" or token.i < 1:
        return False
    name, following = document.tokens[token.i - 1], document.tokens[token.i + 1 : token.i + 2]
    ended = not following or following[0].text == "."
    return ended and name.tag == "NNP" and name.ent in ("ORG", "")


def _is_surname(document: Document, token: Token) -> bool:
    """Return whether "Said" is a name: in capitals behind one, where the rest is not."""
    before, following = document.tokens[token.i - 1], document.tokens[token.i + 1 : token.i + 2]
    named = token.text == "Said" and token.i > 0 and before.text[:1].isupper()
    return named and bool(following) and not following[0].text[:1].isupper()


def _lemma(token: Token, verbs: Mapping[str, object]) -> str:
    """Return the lemma; by the ending where the tagger was misled and kept the form."""
    lemma, word = token.lemma.lower(), token.lower
    if lemma in verbs or not token.tag.startswith("VB"):
        return lemma
    for ending in ("s", "d", "es", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and stem in verbs:
            return stem
        if stem != word and stem[-1:] == stem[-2:-1] and stem[:-1] in verbs:
            return stem[:-1]  # "extolled"
    return lemma
