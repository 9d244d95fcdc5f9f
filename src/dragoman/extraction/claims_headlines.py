"""Headline forms of attribution: "X: Y", "X — Y", "Y: X" with Y a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_signed import trailing_source
from dragoman.extraction.claims_syntax import trim
from dragoman.language import Document, Sentence, Token
from dragoman.model import Span

_MARKS = (":", "—", "–", "--", "-")
_UNFINISHED = frozenset({".", '"', "”", ",", ";", ":"})
_LONGEST = 30
_DASHES = frozenset({"—", "–", "--", "-"})
_CLOSED = frozenset('.!?"”’')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST_PULLED = 4
_LONGEST_SIGNATURE = 14
_LONGEST_NAME = 6
_SHORTEST_ACRONYM = 3
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "DT", "IN", "HYPH", "."})
_SPEAKING = frozenset({
    "minister", "president", "official", "officials", "spokesman", "spokeswoman", "envoy",
    "report", "army", "military", "police", "ministry", "monitor", "sources", "source", "media",
    "agency", "government", "group", "un", "diplomat", "analyst", "expert", "leader", "chief",
    "general", "commander", "ngo", "activists", "witnesses", "residents", "opposition", "rebels",
    "kremlin", "state", "study", "poll", "pm", "fm",
})  # fmt: skip


def headline_candidates(document: Document, speakers: Sequence[Span]) -> Iterator[Candidate]:
    """Yield what a headline gives to a name set off by a colon or a dash.

    A headline is the report's title, or a line of its own without a full stop. ``speakers`` are
    the mentions of actors and places: the set-off part has to be one of them or a role noun.
    """
    per_paragraph: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        per_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for sentences in per_paragraph.values():
        first, last = sentences[0], sentences[-1]
        tokens = document.tokens[first.first : last.last]
        if (pulled := _pull_quote(document, tokens, speakers)) is not None:
            yield pulled
            continue
        found = None
        if len(tokens) <= _LONGEST and tokens[-1].text not in _UNFINISHED:
            found = _last_part(document, tokens, speakers) or _first_part(
                document, tokens, speakers
            )
        if found is None and first.headline:
            found = trailing_source(document, tokens)
        if found is not None:
            yield found


def _last_part(
    document: Document, tokens: Sequence[Token], speakers: Sequence[Span]
) -> Candidate | None:
    for mark in reversed(tokens[2:-1]):
        if mark.text not in _MARKS:
            continue
        name = [t for t in tokens if t.i > mark.i]
        said = [t for t in tokens if t.i < mark.i]
        if not _spaced(document, mark) or not _is_speaker(name, speakers):
            return None
        if len(said) < 3 or not any(_is_predicate(document, t) for t in said):
            return None
        return _candidate(document, mark, name, said)
    return None


def _is_predicate(document: Document, token: Token) -> bool:
    """Return whether a word of a headline states something: a verb, "responsible for"."""
    verbal = token.pos in ("VERB", "AUX") or token.tag == "TO"
    led = (t.dep == "prep" and t.i > token.i for t in document.children(token))
    return verbal or (token.pos == "ADJ" and any(led))


def _first_part(
    document: Document, tokens: Sequence[Token], speakers: Sequence[Span]
) -> Candidate | None:
    for mark in tokens[1:-2]:
        if mark.text != ":":
            continue
        name = [t for t in tokens if t.i < mark.i]
        said = [t for t in tokens if t.i > mark.i]
        place = name[0].text.isupper() and len(name) <= 2
        if place or not _is_speaker(name, speakers):
            return None
        if not any(t.pos in ("VERB", "AUX") for t in said):
            return None
        return _candidate(document, mark, name, said)
    return None


def _pull_quote(
    document: Document, tokens: Sequence[Token], speakers: Sequence[Span]
) -> Candidate | None:
    """Return a paragraph that ends in "- Jan Novak, mayor of Tarsk" as said by Novak."""
    marks = [t for t in tokens[_FEWEST_PULLED:-1] if t.text in _DASHES and _spaced(document, t)]
    if not marks or document.tokens[marks[-1].i - 1].text[-1] not in _CLOSED:
        return None
    mark = marks[-1]
    name = [t for t in tokens if t.i > mark.i]
    said = [t for t in tokens if t.i < mark.i]
    named = any(s.start < name[-1].end and s.end > name[0].start for s in speakers)
    verbal = any(t.tag in _FINITE for t in name)
    if verbal or len(name) > _LONGEST_SIGNATURE or name[0].pos != "PROPN" or not named:
        return None
    comma = next((k for k, t in enumerate(name) if t.text == ","), len(name))
    return _candidate(document, mark, name[:comma] or name, said)


def _spaced(document: Document, mark: Token) -> bool:
    """Return whether a dash stands alone, not inside "Turkish-Russian"."""
    return mark.text == ":" or document.text[mark.start - 1 : mark.start].isspace()


def _is_speaker(name: Sequence[Token], speakers: Sequence[Span]) -> bool:
    if not 0 < len(name) <= _LONGEST_NAME or any(t.tag not in _NAME_TAGS for t in name):
        return False
    span = Span(name[0].start, name[-1].end)
    acronym = len(name) == 1 and name[0].tag == "NNP" and name[0].text.isupper()
    if name[-1].lower in _SPEAKING or (acronym and len(name[0].text) >= _SHORTEST_ACRONYM):
        return True
    opens = any(s.start == span.start and s.end < span.end for s in speakers)
    if opens and name[-1].ent == "PERSON" and name[-1].tag == "NNP":
        return True  # "Union's Novak"
    return any(other == span for other in speakers)


def _candidate(
    document: Document, mark: Token, name: Sequence[Token], said: Sequence[Token]
) -> Candidate:
    content = trim(document.text, Span(said[0].start, said[-1].end))
    head = document.head_of_span(Span(name[0].start, name[-1].end)) or name[-1]
    return Candidate(
        head=mark.i,
        cue=mark.span,
        source=Span(name[0].start, name[-1].end),
        source_head=head.i,
        content=(content,),
        act="assert",
        rule="headline",
    )
