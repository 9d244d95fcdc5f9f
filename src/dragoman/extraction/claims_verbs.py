"""Claims that a report verb makes: its subject, its complement, and the act of the pair."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from dragoman.extraction.claims_lexicon import Frame, lexicon
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
from dragoman.language import Document, Token
from dragoman.model import Act, Span

_LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
# How far after its verb a "that" may stand, in tokens: "said on Monday in a statement that".
_REACH = 14
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Verbs of which nothing but a clause can follow "that", and nothing else "saying".
_SAYING = frozenset({
    "say", "claim", "add", "state", "argue", "announce", "declare", "insist", "warn", "allege",
    "report", "maintain", "stress", "note", "assert", "deny", "confirm", "write", "explain",
})  # fmt: skip
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday",
})  # fmt: skip
# Acts whose object is a matter, never a person: "questioned the plan", not "questioned Novak".
_OF_MATTERS = frozenset({"doubt", "reject"})
_CALLING = frozenset({"call", "appeal"})
# Prepositional phrases that belong to an object: "offered assistance to Indonesia".
_OBJECT_PREPOSITIONS = frozenset({"to", "for", "against", "from", "toward", "towards", "between"})
_MARKERS = frozenset({"that"})


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A cue with its source and content, before the speaker is known.

    ``head`` is the token index of the cue word, ``source_head`` that of the source's head word;
    ``marker`` is the complementiser that was cut off the content; ``reported_by`` is the token
    index of the cue of the claim that this one stands in, where the grammar knows it;
    ``occasion`` is where the report tells on what occasion it was said ("during a visit").
    """

    head: int
    cue: Span | None
    source: Span | None
    source_head: int | None
    content: tuple[Span, ...]
    act: Act
    rule: str
    stance: bool = False
    negated: bool = False
    marker: Span | None = None
    reported_by: int | None = None
    occasion: Span | None = None


class _Found(msgspec.Struct, frozen=True):
    indices: tuple[int, ...]
    preposition: Token | None = None
    marker: Token | None = None


def verb_frames(document: Document, token: Token) -> dict[str, Frame]:
    """Return the frames of a verb, its particle counted ("rule out"), or none."""
    verbs = lexicon().verbs
    if token.pos not in ("VERB", "AUX") and not token.tag.startswith("VB"):
        return {}
    particle = child(document, token, "prt")
    if particle is None and token.i + 1 < len(document.tokens):
        following = document.tokens[token.i + 1]
        particle = following if following.dep in ("prt", "advmod") else None
    lemma = _lemma(token, verbs)
    if particle is not None and f"{lemma} {particle.lower}" in verbs:
        return verbs[f"{lemma} {particle.lower}"]
    return verbs.get(lemma, {})


def _lemma(token: Token, verbs: Mapping[str, object]) -> str:
    """Return the lemma; by the ending where the tagger was misled and kept the form."""
    lemma, word = token.lemma.lower(), token.lower
    if lemma in verbs or not token.tag.startswith("VB"):
        return lemma
    for ending in ("s", "d", "es", "ed", "ing"):
        if word.endswith(ending) and word[: -len(ending)] in verbs:
            return word[: -len(ending)]
    return lemma


def verb_candidate(document: Document, token: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what a report verb with a complement in its own clause puts forward, or None."""
    if is_passive(document, token):
        return _passive(document, token, frames)
    return _active(document, token, frames)


def _active(document: Document, verb: Token, frames: dict[str, Frame]) -> Candidate | None:
    subject = speaker_of(document, verb)
    if subject is None or subject.i == verb.i:
        return None
    for kind, finder in _FINDERS:
        if kind in frames and (found := finder(document, verb)):
            return candidate(document, verb, subject, frames[kind], found)
    for kind, frame in frames.items():
        if kind not in _KINDS and (found := _by_preposition(document, verb, kind)):
            return candidate(document, verb, subject, frame, found)
    if "object" in frames and (found := _object(document, verb, frames["object"])):
        return candidate(document, verb, subject, frames["object"], found)
    return None


def candidate(
    document: Document, verb: Token, subject: Token, frame: Frame, found: _Found
) -> Candidate | None:
    """Return the candidate of a verb with its subject and what was found to be its content."""
    cue = cue_tokens(document, verb, found.preposition)
    taken = {token.i for token in cue}
    content = runs(document, found.indices, taken | _parenthesis(document, verb, subject))
    if not content:
        return None
    source = phrase(document, subject, taken | set(found.indices) | {verb.i})
    return Candidate(
        head=verb.i,
        cue=span_of(cue),
        source=span_of(source) if source else None,
        source_head=subject.i,
        content=tuple(content),
        act=frame.act,
        rule=f"verb:{frame.kind}",
        stance=frame.stance or is_purpose(document, verb),
        negated=is_negated(document, verb),
        marker=found.marker.span if found.marker else None,
    )


def is_purpose(document: Document, verb: Token) -> bool:
    """Return whether a verb is but what is wished or meant: "registered to report the talks"."""
    if not is_infinitive(document, verb):
        return False
    head = document.head(verb)
    return head.lemma not in ("go", "continue", "proceed", "hasten", "rush") or head.i == verb.i


def cue_tokens(document: Document, verb: Token, preposition: Token | None = None) -> list[Token]:
    """Return the words of a cue: the verb, its auxiliaries, particle and preposition."""
    tokens = document.tokens
    first = last = verb.i
    own = {
        t.i
        for token in document.children(verb)
        if token.dep in _LEFT_OF_CUE and token.i < verb.i
        for t in document.subtree(token)
    }
    while first - 1 in own:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].dep == "prt":
        last += 1
    if preposition is not None and preposition.i == last + 1:
        last += 1
    return list(tokens[first : last + 1])


def _parenthesis(document: Document, verb: Token, subject: Token) -> set[int]:
    source = {token.i for token in document.subtree(subject)}
    # The subject of "X, who said Y" holds the whole clause.
    found = {verb.i} if verb.i in source else {verb.i, *source}
    for token in document.children(verb):
        if token.dep in _LEFT_OF_CUE:
            found.add(token.i)
    return found


def _clause(document: Document, verb: Token) -> _Found | None:
    clause = _clause_after(document, verb) or _strayed_clause(document, verb)
    if clause is None and (rest := _rest(document, verb)) is not None:
        return rest
    if clause is None and verb.tag == "VBZ" and verb.lemma == "say":
        return _elliptic(document, verb)
    if clause is None or clause.i < verb.i:
        return None
    indices = [token.i for token in document.subtree(clause)]
    marker = next((t for t in document.subtree(clause) if t.i > verb.i), None)
    cut = marker if marker is not None and marker.lower in _MARKERS else None
    if min(indices) < verb.i:
        return None
    kept = [i for i in indices if i > verb.i and (cut is None or i > cut.i)]
    if cut is None and child(document, clause, "nsubj", "nsubjpass", "expl", "csubj") is None:
        kept += _lost_subject(document, verb, clause)
    kept += _coordinated(document, verb, clause)
    kept += _broken_off(document, kept)
    return _Found(tuple(sorted(kept)), None, cut)


def _clause_after(document: Document, verb: Token) -> Token | None:
    """Return the clausal complement to the right of a verb; else one that begins to its left."""
    found = [t for t in document.children(verb) if t.dep == "ccomp"]
    after = [t for t in found if t.i > verb.i]
    return after[0] if after else (found[0] if found else None)


def _rest(document: Document, verb: Token) -> _Found | None:
    """Return all that follows "claimed that" or "saying" where the parse lost the clause."""
    last = document.sentence_of(verb).last
    following = document.tokens[verb.i + 1 : last]
    if not following or verb.lemma not in _SAYING:
        return None
    that = following[0] if following[0].lower == "that" else None
    if that is None and (verb.tag != "VBG" or following[0].tag in ("IN", "TO", ",", ":")):
        return None
    words = following[1:] if that is not None else following
    if not any(t.tag in _FINITE_TAGS for t in words):
        return None
    return _Found(tuple(t.i for t in words), None, that)


def _elliptic(document: Document, verb: Token) -> _Found | None:
    """Return the rest of a headline after "says": "X says goal of talks 'reached'"."""
    last = document.sentence_of(verb).last
    following = child(document, verb, "dobj", "oprd", "attr")
    if following is None or following.i < verb.i or document.tokens[last - 1].text == ".":
        return None
    return _Found(tuple(range(verb.i + 1, last)))


def _broken_off(document: Document, kept: list[int]) -> list[int]:
    """Return the end of a clause that the parse broke off in the middle.

    "said troops backed by jeeps raided the town": no mark stands between "jeeps" and "raided".
    """
    if not kept:
        return []
    following = max(kept) + 1
    last = document.sentence_of(max(kept)).last
    if following >= last or document.tokens[following].tag not in _FINITE_TAGS | {"VBN", "TO"}:
        return []
    return list(range(following, last))


def _lost_subject(document: Document, verb: Token, clause: Token) -> list[int]:
    """Return the subject of a clause that the parse hung elsewhere.

    "world safety" of "said on Tuesday world safety has worsened", "no support" of "indicated no
    support will come".
    """
    between = document.tokens[verb.i + 1 : clause.i]
    dates = [t.i for t in between if t.ent in ("DATE", "TIME") or t.lower in _DAYS]
    if clause.tag not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"):
        return []
    if dates:
        return list(range(dates[-1] + 1, clause.i))
    tight = all(t.pos != "PUNCT" for t in between) and verb.lemma != "tell"
    return [t.i for t in between] if tight else []


def _strayed_clause(document: Document, verb: Token) -> Token | None:
    """Return the clause of "said at a briefing that X" where the parser hung it on the noun."""
    last = document.sentence_of(verb).last
    for token in document.tokens[verb.i + 1 : min(last, verb.i + _REACH)]:
        if token.pos in ("PUNCT", "VERB"):
            return None
        if token.lower == "that" and token.dep == "mark" and token.head > token.i:
            clause = document.head(token)
            above = [t.i for t in document.ancestors(clause)]
            is_clause = clause.dep in ("acl", "relcl", "ccomp", "advcl", "conj")
            return clause if is_clause and verb.i in above else None
    return None


def _coordinated(document: Document, verb: Token, clause: Token) -> list[int]:
    """Return "(and that) Y" of "said X and that Y" where the parser hung it on the verb."""
    kept: list[int] = []
    for other in document.children(verb):
        if other.dep != "conj" or other.i < clause.i:
            continue
        tokens = document.subtree(other)
        if child(document, other, "mark") is not None and tokens[0].lower == "that":
            kept.extend(token.i for token in tokens)
    return kept


def _infinitive(document: Document, verb: Token) -> _Found | None:
    clause = child(document, verb, "xcomp")
    if clause is None or clause.i < verb.i or child(document, verb, "dobj"):
        return None
    aux = child(document, clause, "aux")
    if aux is None or aux.lower != "to":
        return None
    return _Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))


def _gerund(document: Document, verb: Token) -> _Found | None:
    near = document.tokens[verb.i + 1 : verb.i + 3]
    clause = child(document, verb, "xcomp", "ccomp") or next(
        (t for t in near if t.tag == "VBG" and t.dep == "advcl" and t.head == verb.i), None
    )
    if clause is None or clause.i < verb.i or clause.tag != "VBG":
        return None
    return _Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))


def _object_infinitive(document: Document, verb: Token) -> _Found | None:
    clause = child(document, verb, "xcomp", "ccomp", "advcl")
    if clause is None or clause.i < verb.i:
        return None
    aux = child(document, clause, "aux")
    if aux is None or aux.lower != "to":
        return None
    inner = child(document, clause, "nsubj", "nsubjpass")
    subject = child(document, verb, "dobj", "dative") or inner
    if subject is None or not verb.i < subject.i < clause.i:
        return None
    indices = {t.i for t in document.subtree(clause)} | {t.i for t in document.subtree(subject)}
    return _Found(tuple(sorted(i for i in indices if i > verb.i)))


def _prepositional_infinitive(preposition: str) -> Callable[[Document, Token], _Found | None]:
    def find(document: Document, verb: Token) -> _Found | None:
        prep = _preposition(document, verb, preposition)
        if prep is None:
            return _marked_infinitive(document, verb, preposition)
        target = child(document, prep, "pobj")
        clause = _infinitive_after(document, verb, prep)
        if target is None or clause is None or clause.i < target.i:
            return None
        indices = {t.i for t in document.subtree(target)}
        indices |= {t.i for t in document.subtree(clause)}
        return _Found(tuple(sorted(i for i in indices if i > prep.i)), prep)

    return find


def _marked_infinitive(document: Document, verb: Token, word: str) -> _Found | None:
    """Return "A to B" of "asked for A to B", where the parse takes "for" for a conjunction."""
    for clause in document.children(verb):
        mark = child(document, clause, "mark")
        if clause.i > verb.i and mark is not None and mark.lower == word and clause.tag == "VB":
            return _Found(tuple(t.i for t in document.subtree(clause) if t.i > mark.i), mark)
    return None


def _adrift(document: Document, verb: Token, kind: str) -> _Found | None:
    """Return what follows "called Monday for", where the parse has torn the two apart."""
    if verb.lemma not in _CALLING:
        return None
    i = verb.i + 1
    while i < len(document.tokens) and document.tokens[i].lower in _DAYS | {"again", "also"}:
        i += 1
    sentence = document.sentence_of(verb)
    if i >= sentence.last or document.tokens[i].lower != kind:
        return None
    inside = []
    for token in document.tokens[i + 1 : sentence.last]:
        if token.text in (",", ";", ".", "—", "–"):
            break
        inside.append(token.i)
    return _Found(tuple(inside), document.tokens[i]) if inside else None


def _infinitive_after(document: Document, verb: Token, prep: Token) -> Token | None:
    for token in (*document.subtree(prep), *document.children(verb)):
        if token.tag == "VB" and token.i > prep.i:
            aux = child(document, token, "aux")
            if aux is not None and aux.lower == "to":
                return token
    return None


def _complement(document: Document, verb: Token) -> _Found | None:
    """Return "O C" of "called O C": a small clause, or an object with "as"."""
    target = child(document, verb, "dobj")
    name = child(document, verb, "oprd")
    clause = child(document, verb, "ccomp", "xcomp")
    if target is not None and target.i > verb.i:
        label = name or _preposition(document, verb, "as")
        if label is None and clause is not None and clause.pos in ("ADJ", "NOUN"):
            label = clause
        if label is None:
            label = _quoted_label(document, target)
        if label is None or label.i < target.i:
            return None
        indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(label)}
        return _Found(tuple(sorted(i for i in indices if i > verb.i)))
    if clause is not None and clause.i > verb.i and clause.pos in ("ADJ", "NOUN", "PROPN"):
        inner = child(document, clause, "nsubj")
        if inner is not None and child(document, clause, "cop", "aux", "mark") is None:
            return _Found(tuple(t.i for t in document.subtree(clause) if t.i > verb.i))
    return None


def _quoted_label(document: Document, target: Token) -> Token | None:
    """Return "an insult" of 'called the offer "an insult"', read as an apposition."""
    label = child(document, target, "appos")
    if label is None:
        return None
    first = document.subtree(label)[0].i
    return label if document.tokens[first - 1].text in ('"', "“", "'", "‘", "«") else None


def _object_preposition(preposition: str) -> Callable[[Document, Token], _Found | None]:
    def find(document: Document, verb: Token) -> _Found | None:
        target = child(document, verb, "dobj")
        if target is None or target.i < verb.i:
            return None
        prep = _preposition(document, verb, preposition)
        if prep is None:
            prep = next((t for t in document.children(target) if t.lower == preposition), None)
        if prep is None or prep.i < target.i:
            return None
        indices = {t.i for t in document.subtree(target)} | {t.i for t in document.subtree(prep)}
        return _Found(tuple(sorted(i for i in indices if i > verb.i)))

    return find


def _by_preposition(document: Document, verb: Token, kind: str) -> _Found | None:
    prep = _preposition(document, verb, kind)
    if prep is None:
        return _adrift(document, verb, kind)
    inside = tuple(t.i for t in document.subtree(prep) if t.i > prep.i)
    return _Found(inside, prep) if inside else None


def _preposition(document: Document, verb: Token, word: str) -> Token | None:
    for token in document.children(verb):
        if token.i > verb.i and token.lower == word and token.dep in ("prep", "prt", "dative"):
            return token
    return None


def _object(document: Document, verb: Token, frame: Frame | None = None) -> _Found | None:
    target = child(document, verb, "dobj")
    if target is None or target.i < verb.i or target.pos == "PRON":
        return None
    if frame is not None and frame.act in _OF_MATTERS and target.ent in ("PERSON", "NORP"):
        return None
    indices = {t.i for t in document.subtree(target)}
    for other in document.children(verb):
        near = other.i == max(indices) + 1
        if near and other.dep in ("prep", "dative") and other.lower in _OBJECT_PREPOSITIONS:
            indices |= {t.i for t in document.subtree(other)}
    return _Found(tuple(sorted(i for i in indices if i > verb.i)))


def _responsibility(document: Document, verb: Token) -> _Found | None:
    target = child(document, verb, "dobj")
    if target is None or target.lemma != "responsibility":
        return None
    return _object(document, verb)


_FINDERS: tuple[tuple[str, Callable[[Document, Token], _Found | None]], ...] = (
    ("object+to", _object_infinitive),
    ("complement", _complement),
    ("clause", _clause),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("on+to", _prepositional_infinitive("on")),
    ("upon+to", _prepositional_infinitive("upon")),
    ("to+to", _prepositional_infinitive("to")),
    ("for+to", _prepositional_infinitive("for")),
    ("responsibility", _responsibility),
    *((f"object+{p}", _object_preposition(p))
      for p in ("of", "for", "with", "over", "about", "against")),
)  # fmt: skip
_KINDS = frozenset(kind for kind, _ in _FINDERS) | {"quote", "object"}


def _passive(document: Document, verb: Token, frames: dict[str, Frame]) -> Candidate | None:
    """Return what "A was accused by B of C" puts forward; nothing without a "by B"."""
    agent = child(document, verb, "agent")
    speaker = child(document, agent, "pobj") if agent is not None else None
    target = child(document, verb, "nsubjpass")
    frame = next((f for k, f in frames.items() if k.startswith(("object", "complement"))), None)
    if speaker is None or target is None or frame is None or speaker.ent in ("DATE", "TIME"):
        return None
    if target.tag in ("WDT", "WP"):
        return None
    indices = {t.i for t in document.subtree(target)}
    for other in document.children(verb):
        dated = any(t.ent in ("DATE", "TIME") for t in document.children(other))
        if other.i > verb.i and other.dep in ("prep", "oprd", "xcomp", "ccomp") and not dated:
            indices |= {t.i for t in document.subtree(other)}
    indices -= {t.i for t in document.subtree(speaker)}
    return candidate(document, verb, speaker, frame, _Found(tuple(sorted(indices))))
