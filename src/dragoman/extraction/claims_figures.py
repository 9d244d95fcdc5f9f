"""Claims that give a number of victims: "the monitor counted 12 dead", "by its count 12 died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_figure_words import (
    figure_verbs,
    figure_words,
    gives_victims,
    is_number,
    is_victim,
)
from dragoman.extraction.claims_phrases import of_owner, rest_of_sentence
from dragoman.extraction.claims_sentences import Clauses
from dragoman.extraction.claims_sources import is_data, is_known_speaker, speaker_nouns
from dragoman.extraction.claims_syntax import (
    child,
    is_infinitive,
    is_negated,
    is_passive,
    phrase,
    runs,
    span_of,
    speaker_of,
)
from dragoman.extraction.numbers_lists import is_person
from dragoman.language import Document, Token

# What begins the words of another.
_BREAKS = frozenset({"while", "whereas", "but", "although", "though"})
_RULE = "verb:figure"
# "Put the dead at five and the injured at 21": what stands behind "and" is given, too.
_AT = "verb:object+at"


def figure_candidates(document: Document, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield who gives a number of victims by a verb of counting or a noun of somebody's count.

    ``found`` are the claims that verbs of saying make: none is made of a verb again.
    """
    tokens = document.tokens
    taken = [
        c for c in found if not c.stance and (c.rule != _AT or is_passive(document, tokens[c.head]))
    ]
    for token in document.tokens:
        if token.lemma.lower() not in figure_verbs() or token.pos not in ("VERB", "AUX"):
            continue
        if not any(_holds(c, token) for c in taken):
            given = _given(document, token)
            if given is not None:
                yield given


def _holds(claim: Candidate, verb: Token) -> bool:
    """Return whether a verb is the cue of a claim, or stands in what another says of the count."""
    words = (*claim.content, claim.cue) if claim.cue is not None else claim.content
    return claim.head == verb.i or any(piece.contains(verb.span) for piece in words)


def _given(document: Document, verb: Token) -> Candidate | None:
    lemma, words = verb.lemma.lower(), figure_words()
    if lemma in words.coming and (origin := _comes_from(document, verb)) is not None:
        return origin
    if lemma in words.listing and (named := _by_name(document, verb)) is not None:
        return named
    if lemma in words.being and (own := _own_figure(document, verb)) is not None:
        return own
    if lemma in words.being or any(lemma in verbs for verbs in words.reaching.values()):
        return _own_level(document, verb)
    if is_negated(document, verb) or is_infinitive(document, verb):
        return None
    after = document.tokens[verb.i + 1] if verb.i + 1 < len(document.tokens) else verb
    joint = next((p for p, verbs in words.verbs.items() if p == after.lower and lemma in verbs), "")
    if not joint and is_passive(document, verb):
        return _by_whom(document, verb) if lemma in words.verbs[""] else None
    if not joint and lemma not in words.verbs[""] | words.had:
        return None
    account = None if joint else _account(document, verb)
    first = (account.i if account else verb.i) + (2 if joint or account else 1)
    stop = _end_of_clause(document, verb)
    if not gives_victims(document, first, stop) and not _counts_alone(document, verb, joint):
        return None
    subject = speaker_of(document, verb)
    if subject is None or not subject.i < verb.i or is_data(subject):
        return None
    if lemma in words.had and account is None and not _watches(document, subject):
        return None
    cue = document.tokens[verb.i : first]
    return _made(document, verb, cue, subject, range(first, stop))


def _account(document: Document, verb: Token) -> Token | None:
    """Return "account" of "had a different account: three killed", None for any other object."""
    noun = child(document, verb, "dobj")
    words = figure_words()
    if noun is None or noun.lemma.lower() not in words.figures | words.of_somebody:
        return None
    sentence = document.sentence_of(verb)
    after = document.tokens[noun.i + 1 : sentence.last]
    return next((document.tokens[t.i - 1] for t in after if t.text == ":"), None)


def _counts_alone(document: Document, verb: Token, joint: str) -> bool:
    """Return whether a body gives a number of what was just told of: "police counted 14"."""
    number, *after = document.tokens[verb.i + 1 : verb.i + 3] or (verb,)
    bare = number.tag == "CD" and all(t.pos in ("PUNCT", "CCONJ") for t in after)
    return bare and not joint and verb.lemma in figure_words().verbs[""] - figure_words().had


def _end_of_clause(document: Document, verb: Token) -> int:
    """Return where what a verb governs ends, at the latest where its sentence does."""
    sentence = document.sentence_of(verb)
    last = max(t.i for t in document.subtree(verb)) + 1
    while last < sentence.last and document.tokens[last].text not in (",", ";", ".", "-", "–", "—"):
        last += 1
    following = document.tokens[verb.i + 1 : last]
    cut = next((t.i for t in following if t.text == ";" or t.lower in _BREAKS), last)
    return min(cut, sentence.last)


def _watches(document: Document, subject: Token) -> bool:
    """Return whether a subject is a body that has figures, not losses: "a monitor had 12 dead"."""
    beside = (t for t in document.children(subject) if t.dep in ("compound", "appos"))
    kinds = (speaker_nouns().get(t.lemma.lower()) for t in (subject, *beside))
    return any(kind in ("organisation", "document") for kind in kinds)


def _by_whom(document: Document, verb: Token) -> Candidate | None:
    """Return "12 deaths were counted by the monitor", "the toll was put by it at 12"."""
    agent = child(document, verb, "agent")
    speaker = child(document, agent, "pobj") if agent is not None else None
    target = child(document, verb, "nsubjpass")
    if agent is None or speaker is None or target is None or speaker.ent in ("DATE", "TIME"):
        return None
    of_speaker = {t.i for t in document.subtree(agent)}
    after = next(
        (t.i for t in document.subtree(agent) if t.lower == "at" and t.i > speaker.i), None
    )
    source = {i for i in of_speaker if after is None or i < after}
    first, stop = document.subtree(target)[0].i, _end_of_clause(document, verb)
    inside = [i for i in range(first, stop) if i not in source]
    number = any(is_number(document.tokens[i]) for i in inside)
    if not number or not any(is_victim(document.tokens[i]) for i in inside):
        return None
    return _made(document, verb, (verb,), speaker, inside)


def _comes_from(document: Document, verb: Token) -> Candidate | None:
    """Return "a higher figure, 80, comes from the monitor"."""
    subject = child(document, verb, "nsubj")
    if subject is None or subject.lemma.lower() not in figure_words().figures:
        return None
    origin = next((t for t in document.children(verb) if t.lower == "from"), None)
    speaker = child(document, origin, "pobj") if origin is not None else None
    inside = [t.i for t in document.subtree(subject)]
    if speaker is None or not any(is_number(document.tokens[i]) for i in inside):
        return None
    return _made(document, verb, (verb,), speaker, inside)


def _by_name(document: Document, verb: Token) -> Candidate | None:
    """Return "released the names of six soldiers killed", "read out a list of 14 dead"."""
    noun, subject = child(document, verb, "dobj"), speaker_of(document, verb)
    if noun is None or noun.lemma.lower() not in figure_words().names or subject is None:
        return None
    of = next((t for t in document.children(noun) if t.lower == "of"), None)
    stop = _end_of_clause(document, verb)
    if of is None or not gives_victims(document, of.i + 1, stop) or is_negated(document, verb):
        return None
    return _made(document, verb, (verb,), subject, range(verb.i + 1, stop))


def _own_figure(document: Document, verb: Token) -> Candidate | None:
    """Return "the ministry's figure was 12 killed", "24 was the count of the press office"."""
    subject, told = child(document, verb, "nsubj"), child(document, verb, "attr", "acomp")
    if subject is None or told is None:
        return None
    stop = _end_of_clause(document, verb)
    for noun, first, last in ((subject, verb.i + 1, stop), (told, subject.i, verb.i)):
        owner = _owner(document, noun) if noun.lemma.lower() in figure_words().figures else None
        inside = [t.i for t in document.subtree(subject)] if noun is told else range(first, last)
        if owner is not None and any(is_number(document.tokens[i]) for i in inside):
            return _made(document, verb, (verb,), owner, inside)
    return None


def _own_level(document: Document, verb: Token) -> Candidate | None:
    """Return "the ministry's count stood at 19", "the union's list came to 40 names"."""
    subject = child(document, verb, "nsubj")
    joints = (t for t in document.children(verb) if t.i > verb.i and t.dep == "prep")
    reaching = figure_words().reaching
    joint = next((t for t in joints if verb.lemma.lower() in reaching.get(t.lower, ())), None)
    level = child(document, joint, "pobj") if joint is not None else None
    if subject is None or joint is None or level is None or not subject.i < verb.i:
        return None
    owner = _owner(document, subject) if subject.lemma.lower() in figure_words().own else None
    # "Tarskia's count stood at 19" may be of what was counted there.
    able = owner is not None and owner.ent != "GPE"
    if owner is None or not able or not any(is_number(t) for t in document.subtree(level)):
        return None
    stop = _end_of_clause(document, verb)
    return _made(document, verb, (verb, joint), owner, range(joint.i + 1, stop))


def _owner(document: Document, noun: Token) -> Token | None:
    """Return whose a number or an account is: the monitor of "the count of the monitor"."""
    owner = child(document, noun, "poss")
    if owner is not None and owner.lower == "whose":
        clause = document.head(noun)
        return _named_before(document, clause) if clause.dep == "relcl" else None
    if owner is not None:
        return owner
    of = next((t for t in document.children(noun) if t.lower == "of"), None)
    body = child(document, of, "pobj") if of is not None else None
    known = body is not None and (body.pos == "PROPN" or is_known_speaker(body))
    return body if known else None


def _named_before(document: Document, clause: Token) -> Token:
    """Return the monitor of "the Observatory, a monitor in Selmo, whose count stood at 62"."""
    token = document.head(clause)
    if token.ent == "GPE" and token.dep == "pobj":
        token = document.head(document.head(token))
    while token.dep == "appos":
        token = document.head(token)
    return token


def told_by_count(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the sentence around "by the monitor's count", "in its telling" that gives a number."""
    document = clauses.document
    for noun in document.tokens:
        if noun.dep != "pobj" or noun.lemma.lower() not in figure_words().of_somebody:
            continue
        joint = document.head(noun)
        owner = _owner(document, noun) if joint.lower in figure_words().by else None
        if owner is None:
            continue
        source = _without_mark(phrase(document, owner))
        told = {t.i for t in document.subtree(joint)} if owner.i > noun.i else set()
        inside = list(document.tokens[joint.i : max({noun.i, owner.i, *told}) + 1])
        content = rest_of_sentence(clauses, joint, inside)
        words = [t for piece in content for t in document.tokens_in(piece)]
        if not any(map(is_number, words)) or not any(map(is_person, words)) or not source:
            continue
        yield of_owner(joint, noun, source, owner, content)


def _without_mark(source: list[Token]) -> list[Token]:
    """Return "the ministry" of "the ministry's figure"."""
    return source[:-1] if source and source[-1].tag == "POS" else source


def _made(
    document: Document,
    verb: Token,
    cue: Sequence[Token],
    speaker: Token,
    inside: Sequence[int] | range,
) -> Candidate | None:
    taken = {t.i for t in cue}
    source = _without_mark(phrase(document, speaker, taken | set(inside)))
    whose = next((t.i for t in source if t.lower == "whose"), None)
    if whose is not None:
        source = [t for t in source if t.i < whose and t.text != ","]
    own = {t.i for t in source}
    content = runs(document, [i for i in inside if i not in own], taken)
    if not source or not content:
        return None
    return Candidate(
        head=verb.i,
        cue=span_of(cue),
        source=span_of(source),
        source_head=speaker.i,
        content=tuple(content),
        act="assert",
        rule=_RULE,
    )
