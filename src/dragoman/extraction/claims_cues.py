"""The words of a cue: a verb with what belongs to it."""

from __future__ import annotations

from dragoman.extraction.claims_runs import is_hyphened
from dragoman.language import Document, Token

LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})


def cue_tokens(document: Document, verb: Token, preposition: Token | None = None) -> list[Token]:
    """Return the words of a cue: the verb, its auxiliaries, particle and preposition."""
    tokens = document.tokens
    first = last = verb.i
    own = {
        t.i
        for token in document.children(verb)
        if token.dep in LEFT_OF_CUE and token.i < verb.i and not is_hyphened(document, token)
        if token.text != "IS" or verb.text.isupper()
        for t in document.subtree(token)
    }
    while first - 1 in own:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].dep == "prt":
        last += 1
    if preposition is not None and preposition.i == last + 1:
        last += 1
    return list(tokens[first : last + 1])
