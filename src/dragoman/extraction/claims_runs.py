"""Noun phrases read from the words beside a verb, where the parse is not to be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language import Document, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({
    "DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "IN", "CC", "CD", "PRP", "PRP$",
    "HYPH", "-LRB-", "-RRB-", "RB", "NFP",
})  # fmt: skip
_STOPS = frozenset({",", '"', "''", "``", "“", "”", "’", "'", "‘", "»", "-", "–", "—", "--", ":"})
_LONGEST_SOURCE = 16
_INVERTED = frozenset({
    "say", "add", "explain", "note", "recall", "stress", "write", "report", "remark", "comment",
    "read", "tweet", "reply", "respond", "reveal", "conclude", "observe", "recount", "argue",
    "state", "claim", "announce", "warn", "declare", "confirm", "allege", "insist", "assert",
    "joke", "lament", "contend", "complain", "predict", "continue", "admit", "acknowledge",
})  # fmt: skip


def inverted_run(document: Document, verb: Token) -> list[Token]:
    """Return the noun phrase after a verb that stands right behind a comma or a quote.

    In "..., and a Korean, said Lam" the parse may take the Korean for the speaker.
    """
    sentence = document.sentence_of(verb)
    # "read the statement" looks like an order.
    if verb.lemma.lower() not in _INVERTED or not (
        verb.tag in ("VBD", "VBZ", "VBN") or verb.lower == "read"
    ):
        return []
    last = sentence.last
    set_off = verb.i == sentence.first or document.tokens[verb.i - 1].text in _STOPS
    if not set_off and not _ends_in_name(verb, document.tokens[verb.i + 1 : last]):
        return []
    run: list[Token] = []
    for token in document.tokens[verb.i + 1 : last]:
        name = not run and token.text[:1].isupper()
        link = token.tag in ("IN", "RB") and not (run and token.lower in ("of", "for", "at"))
        if run and run[-1].tag == "HYPH" and is_hyphened(document, token):
            run.append(token)  # "said Tarsk-based activist Jan Novak"
            continue
        if token.ent in ("DATE", "TIME") or (not name and (token.tag not in _NOMINAL or link)):
            break
        run.append(token)
    if run and run[-1].i + 1 < last and document.tokens[run[-1].i + 1].tag in _FINITE:
        return []  # "Novak, citing “progress,” said the talks could go on"
    return run if any(t.pos in NOUNS for t in run) else []


def _ends_in_name(verb: Token, rest: Sequence[Token]) -> bool:
    """Return whether a full name ends a sentence behind "said", which takes nobody as object.

    "The blast hit the quarter of the Selmites said Jan Novak."
    """
    name = rest[:-1] if rest and rest[-1].text in (".", "!", "?") else rest
    person = all(t.ent == "PERSON" and t.pos == "PROPN" for t in name)
    return verb.lemma == "say" and len(name) > 1 and person


def nominal_run(
    document: Document, verb: Token, first: int, past_comma: bool = False
) -> list[Token]:
    """Return the noun phrase that stands right before a verb, after a comma or a quote.

    The parse is not asked: in "..., residents and aid workers said" it often makes the source a
    part of what was said. Nothing is returned where the run is not set off on its left.
    ``past_comma``: also before "..., Jan Novak, said", for a verb that the parse left alone.
    """
    i = verb.i - 1
    if past_comma and document.tokens[i].text == ",":
        i -= 1
    while i > first and document.tokens[i].tag in ("RB", "MD", "VBZ", "VBD", "VBP", "VBN"):
        if document.tokens[i].dep not in ("aux", "advmod", "neg", "auxpass"):
            break
        if is_hyphened(document, document.tokens[i]):
            break
        i -= 1
    end = i
    while i > first and end - i < _LONGEST_SOURCE and document.tokens[i].tag in _NOMINAL:
        i -= 1
    run = list(document.tokens[i + 1 : end + 1])
    if document.tokens[i].text not in _STOPS or not any(t.pos in NOUNS for t in run):
        return []
    while run and (run[0].pos == "CCONJ" or run[0].tag in ("IN", "RB")):
        run = run[1:] if run[0].pos == "CCONJ" or run[0].tag == "RB" else []
    return run


def is_hyphened(document: Document, token: Token) -> bool:
    """Return whether a word ends a name with a hyphen, as "soon" does in "Han Min-soon told"."""
    before = document.tokens[token.i - 1] if token.i else token
    return before.text == "-" and before.end == token.start


def head_of_run(run: list[Token]) -> Token:
    """Return the head of a noun phrase that the parse may have torn apart."""
    own = {token.i for token in run}
    heads = [token for token in run if token.head not in own and token.pos in NOUNS]
    nouns = [token for token in run if token.pos in NOUNS]
    return (heads or nouns or run)[0]


def last_of_run(run: list[Token]) -> Token:
    """Return the head of "co-author Jan Novak of Tarsk": the last word before a preposition."""
    head = run[0]
    for token in run:
        if token.tag == "IN" and token.i > run[0].i:
            break
        head = token if token.pos != "PUNCT" else head
    return head


def behind_credit(document: Document, verb: Token, subject: Token) -> Token | None:
    """Return Novak of "(Union and Agencies) Jan Novak said", read as one with the credit."""
    before = document.tokens[document.sentence_of(subject).first : subject.i]
    marks = [t.text for t in before if t.text in ("(", ")")]
    rest = document.tokens[subject.i + 1 : verb.i]
    closing = next((t.i for t in rest if t.text == ")"), None)
    if closing is None or marks[-1:] != ["("]:
        return None
    run = [t for t in document.tokens[closing + 1 : verb.i] if t.pos not in ("AUX", "ADV")]
    named = any(t.pos in ("NOUN", "PROPN") for t in run)
    return head_of_run(run) if named and all(t.tag not in _FINITE for t in run) else None
