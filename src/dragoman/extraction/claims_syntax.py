"""Walks over the parse that the claim grammar is made of: subjects, clauses, pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extraction.claims_above import doer_for, telling, told_by
from dragoman.extraction.claims_misread import has_done, is_past, lone_noun, short_name
from dragoman.extraction.claims_runs import behind_credit, head_of_run, nominal_run
from dragoman.language import Document, Token
from dragoman.model import Span

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_THEM = frozenset({"them", "him", "her", "it"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EDGES = " \t\r\n\u00a0,;:.–—-"


def child(document: Document, token: Token, *deps: str) -> Token | None:
    """Return the first dependent of ``token`` with one of ``deps``, or None."""
    for other in document.children(token):
        if other.dep in deps:
            return other
    return None


def subject_of(document: Document, verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of the phrase that is the logical subject of ``verb``, or None.

    Looks through conjunction ("said ... and added"), participles ("..., adding that"), control
    ("agreed to say"), nouns with a clause ("a statement saying") and relative pronouns.
    """
    if depth > 4:
        return None
    own = _nearest_subject(document, verb) or short_name(document, verb)
    if own is not None:
        if own.lower in _RELATIVE and own.tag in ("WP", "WDT", "IN"):
            return _antecedent(document, verb)
        visited = child(document, own, "dobj") if own.tag == "VBG" else None
        return visited if visited is not None and visited.pos == "PROPN" else own
    clausal = child(document, verb, "csubj")
    if clausal is not None and clausal.tag == "VBG":
        # "Visiting minister X said": a participle that the parser took for the subject.
        return child(document, clausal, "dobj")
    return _inherited_subject(document, verb, depth)


def _is_finite(document: Document, verb: Token) -> bool:
    auxiliaries = [t for t in document.children(verb) if t.dep in ("aux", "auxpass")]
    return any(t.tag in _FINITE for t in (verb, *auxiliaries))


def _nearest_subject(document: Document, verb: Token) -> Token | None:
    """Return the subject; of two that a broken parse hung on one verb, the nearer."""
    found = [t for t in document.children(verb) if t.dep in ("nsubj", "nsubjpass")]
    found = [t for t in found if any(c.isalpha() for c in t.text)] or found
    before = [t for t in found if t.i < verb.i]
    if len(before) > 1 and _is_country_of_town(document, before[-1]):
        return before[-2]
    if before:
        return _at_address(document, before[-1]) or before[-1]
    return found[0] if found else None


def _at_address(document: Document, name: Token) -> Token | None:
    """Return whose address a place ends: Lee of "Ann Lee of the Institute of Law, Selmo said"."""
    first = name.i
    while first and document.tokens[first - 1].head == name.i:
        first -= 1
    if name.ent not in ("GPE", "LOC") or first < 3 or document.tokens[first - 1].text != ",":
        return None
    at = document.tokens[first - 2]
    if at.ent != "ORG":
        return None
    while at.dep in ("pobj", "prep", "compound", "nmod"):
        at = document.head(at)
    person = at.ent == "PERSON" and at.pos == "PROPN" and at.i < first
    return (
        at
        if person and document.sentence_of(at).first == document.sentence_of(name).first
        else None
    )


def is_parenthetic(document: Document, verb: Token) -> bool:
    """Return whether "residents warned" of "which residents warned would Y" only tells who says."""
    if verb.dep != "relcl" or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    subjects = [t for t in document.children(verb) if t.dep in ("nsubj", "dobj") and t.i < verb.i]
    relative = bool(subjects) and subjects[0].tag == "WDT"
    return relative and len(subjects) == 2 and subjects[1].tag not in ("WDT", "WP")


def _is_country_of_town(document: Document, name: Token) -> bool:
    """Return whether a place only says where another lies: Karvelia of "in Tarsk, Karvelia"."""
    if name.ent not in ("GPE", "LOC") or name.i < 3 or document.tokens[name.i - 1].text != ",":
        return False
    town = document.tokens[name.i - 2]
    return town.ent in ("GPE", "LOC", "FAC") and town.dep == "pobj"


def is_list(document: Document, head: Token) -> bool:
    """Return whether a noun is one of several ("residents and aid workers")."""
    for token in document.children(head):
        if token.dep == "conj" and token.pos in ("NOUN", "PROPN", "ADJ"):
            return True
        # "the United Nations and aid groups", read as one compound.
        joined = any(t.dep == "cc" for t in document.children(token))
        if token.tag in ("NNP", "NNPS") and head.tag == "NNS" and joined:
            return token.dep in ("compound", "nmod")
    return False


def _inherited_subject(document: Document, verb: Token, depth: int) -> Token | None:
    head = document.head(verb)
    if head.i == verb.i:
        return None
    if verb.dep == "acl" and verb.tag == "VBD" and (main := _of_participle(document, head)):
        return main
    if verb.dep == "acl" and verb.tag == "VBG" and (teller := telling(document, head)):
        return subject_of(document, teller, depth + 1)
    if verb.dep == "acl" and is_past(document, verb, head):
        return lone_noun(document, verb) or head
    target = child(document, verb, "dobj")
    of_object = verb.dep == "acl" and verb.tag == "VBG" and head.dep == "dobj"
    if of_object and target is not None and target.lower in _THEM:
        # "The army killed the fighters calling them terrorists": they do not call themselves so.
        return subject_of(document, document.head(head), depth + 1)
    if verb.dep == "acl" and (doer := doer_for(document, verb, head)) is not None:
        return doer
    if verb.dep in ("acl", "relcl"):
        return head
    if verb.tag == "VBG" and (beside := _with_subject(document, verb)) is not None:
        return beside
    if verb.dep == "csubj" and verb.tag == "VBG" and head.dep == "ccomp":
        # "expressed hope, adding the release would help": read as the subject of "help".
        return subject_of(document, document.head(head), depth + 1)
    if verb.dep == "conj" and verb.tag in _FINITE and not _is_finite(document, head):
        # "expects them to be destroyed and plans ...": a finite verb goes on a finite one.
        above = next((t for t in document.ancestors(head) if _is_finite(document, t)), None)
        return subject_of(document, above, depth + 1) if above is not None else None
    if verb.lemma == "add" and verb.tag == "VBG" and (above := told_by(document, head)):
        return subject_of(document, above, depth + 1)
    if verb.dep == "pcomp":
        head = document.head(head)
    if head.pos in ("VERB", "AUX"):
        if verb.dep == "xcomp" and child(document, head, "dobj") and verb.tag == "VB":
            return child(document, head, "dobj")
        return subject_of(document, head, depth + 1)
    if head.pos in ("NOUN", "PROPN", "PRON") and verb.tag == "VBG":
        return head
    return None


def _with_subject(document: Document, verb: Token) -> Token | None:
    """Return "the League" of "..., with the League saying that X"."""
    before = document.tokens[verb.i - 1]
    preposition = document.head(before)
    led = before.dep == "pobj" and preposition.lower == "with"
    return before if led and before.tag in ("NNS", "NNP", "NNPS") else None


def _of_participle(document: Document, noun: Token) -> Token | None:
    """Return Novak in "Novak speaking to the Tarsk Club called it X", read as the Club's call."""
    for above in document.ancestors(noun):
        if above.tag == "VBG":
            return child(document, above, "nsubj")
        if above.pos not in ("ADP", "NOUN", "PROPN"):
            return None
    return None


def _antecedent(document: Document, verb: Token) -> Token | None:
    for token in (verb, *document.ancestors(verb)):
        if token.dep == "relcl":
            return document.head(token)
        if token.dep not in ("conj", "ccomp", "xcomp"):
            return None
    return None


def is_passive(document: Document, verb: Token) -> bool:
    """Return whether ``verb`` stands in the passive ("was told by")."""
    if has_done(document, verb) or short_name(document, verb) is not None:
        return False
    if child(document, verb, "nsubjpass", "auxpass") is not None:
        return True
    # "When asked about it, he ...", "the plan denounced by": a participle without "have".
    bare = verb.tag == "VBN" and verb.dep in ("acl", "advcl")
    if verb.dep == "acl" and is_past(document, verb, document.head(verb)):
        return False
    return bare and child(document, verb, "nsubj", "aux") is None


def is_negated(document: Document, verb: Token) -> bool:
    """Return whether ``verb`` has a "not" or "never", its own or that of "did not X or Y"."""
    first = document.head(verb)
    if verb.dep == "conj" and child(document, verb, "aux") is None:
        neither = any(t.lower == "neither" for t in document.children(first))
        if neither or verb.tag == first.tag == "VB":
            return is_negated(document, first)
    return any(
        other.dep == "neg" or other.lower in ("never", "nor", "neither")
        for other in document.children(verb)
        if other.i < verb.i
    )


def is_infinitive(document: Document, verb: Token) -> bool:
    """Return whether ``verb`` has a "to" of its own ("registered to report")."""
    return any(t.dep == "aux" and t.lower == "to" for t in document.children(verb))


def phrase(document: Document, head: Token, without: Iterable[int] = ()) -> list[Token]:
    """Return the unbroken run of tokens of a noun phrase around its head.

    Tokens in ``without`` (those of the cue and the content) end the run.
    """
    stop = set(without)
    inside = {token.i for token in document.subtree(head)} - stop
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    tokens = list(document.tokens[first : last + 1])
    if (more := next((t for t in tokens if _adds(document, t, head)), None)) is not None:
        tokens = tokens[: more.i - first]
    while tokens and tokens[-1].i > head.i:
        if tokens[-1].pos != "PUNCT" and tokens[-1].tag not in ("WP", "WDT"):
            break
        tokens.pop()
    while tokens and tokens[0].i < head.i and tokens[0].dep in ("punct", "cc"):
        tokens.pop(0)
    return _with_bracket(document, _behind_bracket(tokens, head))


def _adds(document: Document, token: Token, head: Token) -> bool:
    """Return whether a word behind a noun goes on with a speech: "a resident adding that X"."""
    tagged = token.i > head.i and token.tag == "VBG" and token.lemma == "add"
    return tagged and child(document, token, "ccomp") is not None


def _behind_bracket(tokens: list[Token], head: Token) -> list[Token]:
    """Return a phrase without the credit of a picture before it: "(KNA) Western powers"."""
    closing = next((k for k, t in enumerate(tokens) if t.text == ")" and t.i < head.i), None)
    opens = any(t.text == "(" for t in tokens[1:closing])
    return tokens if closing is None or opens else tokens[closing + 1 :]


def _with_bracket(document: Document, tokens: list[Token]) -> list[Token]:
    """Return a phrase with the closing bracket that belongs to an opening one in it."""
    opened = sum(t.text == "(" for t in tokens) - sum(t.text == ")" for t in tokens)
    following = tokens[-1].i + 1 if tokens else 0
    closes = 0 < following < len(document.tokens) and document.tokens[following].text == ")"
    return [*tokens, document.tokens[following]] if opened == 1 and closes else tokens


def speaker_of(document: Document, verb: Token) -> Token | None:
    """Return the subject of a report verb; from the words before it if the parse has none."""
    subject = subject_of(document, verb)
    if subject is None and verb.tag == "VBG":
        return _before_tag(document, verb)
    if subject is not None and (behind := behind_credit(document, verb, subject)) is not None:
        return behind
    if subject is not None or verb.tag not in _FINITE:
        return subject
    run = nominal_run(document, verb, document.sentence_of(verb).first, past_comma=True)
    return head_of_run(run) if run else None


def _before_tag(document: Document, verb: Token) -> Token | None:
    """Return KNA of "It was late KNA said adding that X", which the parse gives to nothing."""
    said = document.head(verb)
    name = document.tokens[said.i - 1] if said.i else said
    tag = said.tag == "VBD" and said.i < verb.i
    return name if tag and name.pos in ("NOUN", "PROPN", "PRON") else None


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the stretch of text from the first to the last of ``tokens``."""
    return Span(tokens[0].start, tokens[-1].end)


def runs(document: Document, indices: Iterable[int], gaps: Iterable[int]) -> list[Span]:
    """Return the stretches that ``indices`` form, broken only where a token of ``gaps`` is."""
    broken = set(gaps)
    found: list[list[int]] = []
    for i in sorted(set(indices) - broken):
        if found and not any(k in broken for k in range(found[-1][-1] + 1, i)):
            found[-1].append(i)
        else:
            found.append([i])
    spans = []
    for run in found:
        whole = Span(document.tokens[run[0]].start, document.tokens[run[-1]].end)
        spans.append(trim(document.text, whole))
    return [span for span in spans if any(c.isalnum() for c in span.of(document.text))]


def trim(text: str, span: Span) -> Span:
    """Return ``span`` without the white space, commas and full stops at its two ends.

    >>> trim(" , so. ", Span(0, 7))
    Span(start=3, end=5)
    """
    inner = span.of(text)
    left = len(inner) - len(inner.lstrip(_EDGES))
    right = len(inner.rstrip(_EDGES))
    return Span(span.start + left, span.start + max(left, right))
