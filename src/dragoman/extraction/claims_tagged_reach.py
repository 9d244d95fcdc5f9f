"""Where the tagger is asked: it takes as long as the parse, so it reads only what it may mend."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.claims_able import can_speak
from dragoman.extraction.claims_candidates import Candidate
from dragoman.extraction.claims_frames import verb_frames
from dragoman.extraction.claims_lexicon import lexicon
from dragoman.extraction.claims_syntax import child
from dragoman.extraction.quotes import Quote
from dragoman.language import Document, Sentence, Token
from dragoman.model import Span

# Claims that run forward from their cue, and so may have been cut short.
_FORWARD = ("verb", "expressed", "according")
# A sentence of so few words and marks is a piece of its neighbour, or does no harm with it.
_SHORTEST = 2
_CLAUSAL = ("clause", "infinitive")
_TELLING = frozenset({"VBD", "VBZ", "VBG"})
# Behind these a full stop ends no sentence.
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "cpl",
                     "adm", "cmdr", "brig", "sen", "rep", "gov", "prof", "rev"})  # fmt: skip
_ENDS = frozenset(".!?:;\"”’'»…")


def stretches(
    document: Document, known: Sequence[Candidate], quotes: Sequence[Quote]
) -> list[Span]:
    """Return runs of sentences to read: those in doubt and those that share a quotation with them.

    A sentence is in doubt when it has speech or a report word that no claim took, or a claim
    that ends before it.
    """
    doubted = _unclaimed(document, known, quotes) | _cut_short(document, known)
    doubted |= _of_same_quote(document, doubted, quotes)
    wanted = {other.i for i in doubted for other in whole_sentence(document, i)}
    runs: list[list[Sentence]] = []
    for sentence in document.sentences:
        if sentence.i not in wanted:
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and (last.i, last.paragraph) == (sentence.i - 1, sentence.paragraph):
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return [Span(run[0].start, run[-1].end) for run in runs]


def _unclaimed(document: Document, known: Sequence[Candidate], quotes: Sequence[Quote]) -> set[int]:
    """Return the sentences with a report word that is no cue, or with speech nobody is given.

    A cue with a source that cannot speak is none.
    """
    cues = {
        token.i
        for claim in known
        if claim.cue is not None and (claim.stance or can_speak(document, claim))
        for token in document.tokens_in(claim.cue)
    }
    spoken = {
        sentence.i
        for quote in quotes
        if quote.speech and not any(p.overlaps(quote.span) for c in known for p in c.content)
        for sentence in sentences_of(document, quote.span)
    }
    said = {t.i for c in known for piece in c.content for t in document.tokens_in(piece)}
    return spoken | {
        document.sentence_of(token).i
        for token in document.tokens
        # Within what is said already, only a plain past tense ever turned out to be a cue.
        if token.i not in cues
        and (token.tag == "VBD" or token.i not in said)
        and is_report_word(document, token)
    }


def _cut_short(document: Document, known: Sequence[Candidate]) -> set[int]:
    """Return the sentences that go on behind a claim with words that no other claim begins."""
    found = set()
    for claim in known:
        if claim.head < 0 or claim.stance or not claim.rule.startswith(_FORWARD):
            continue
        sentence = document.sentence_of(claim.head)
        end = claim.content[-1].end
        if end > sentence.end or (claim.cue is not None and end < claim.cue.end):
            continue
        rest = Span(end, max(end, _next_claim(known, end, sentence.end)))
        if any(t.start >= end and t.text.isalpha() for t in document.tokens_in(rest)):
            found.add(sentence.i)
    return found


def _next_claim(known: Sequence[Candidate], start: int, end: int) -> int:
    """Return where the next claim's source or cue stands between two places, or the second."""
    spans = [span for claim in known for span in (claim.source, claim.cue) if span is not None]
    return min((span.start for span in spans if start <= span.start < end), default=end)


def _of_same_quote(document: Document, some: set[int], quotes: Sequence[Quote]) -> set[int]:
    shared = [sentences_of(document, quote.span) for quote in quotes]
    return {s.i for group in shared if any(s.i in some for s in group) for s in group}


def whole_sentence(document: Document, number: int) -> tuple[Sentence, ...]:
    """Return a sentence with what the parse has torn off it on either side."""
    sentences = document.sentences
    first = last = number
    while first and _is_torn(document, sentences[first - 1], sentences[first]):
        first -= 1
    while last + 1 < len(sentences) and _is_torn(document, sentences[last], sentences[last + 1]):
        last += 1
    return sentences[first : last + 1]


def _is_torn(document: Document, left: Sentence, right: Sentence) -> bool:
    """Return whether no sentence ends here: "Navy Capt." and "Jan Novak said"."""
    if left.paragraph != right.paragraph:
        return False
    end, start = document.tokens[left.last - 1].text, document.tokens[right.first].text
    titled = end == "." and document.tokens[left.last - 2].lower in _TITLES
    short = min(left.last - left.first, right.last - right.first) <= _SHORTEST
    open_ended = end[-1] not in _ENDS or (len(end) > 1 and end[0].isalpha())
    return short or titled or open_ended or start.islower()


def sentences_of(document: Document, piece: Span) -> list[Sentence]:
    """Return the sentences that a stretch of text touches."""
    tokens = document.tokens_in(piece)
    if not tokens:
        return []
    first, last = document.sentence_of(tokens[0]).i, document.sentence_of(tokens[-1]).i
    return list(document.sentences[first : last + 1])


def is_report_word(document: Document, token: Token) -> bool:
    """Return whether a word is one that leads to what somebody said.

    Infinitives, plain plurals ("say") and passives are left out: where the grammar finds no claim
    by them, the tagger hardly ever does.
    """
    if token.lower == "according":
        return True
    if token.pos == "NOUN":
        return _leads_on(document, token)
    frames = verb_frames(document, token)
    said = frames.get("clause") or frames.get("quote")
    if said is None or said.stance:
        return False
    return token.tag in _TELLING or (token.tag == "VBN" and _is_misread(document, token))


def _leads_on(document: Document, noun: Token) -> bool:
    """Return whether a noun of saying goes on: "the suggestion that", "Varnia claims it"."""
    following = document.tokens[noun.i + 1] if noun.i + 1 < len(document.tokens) else noun
    if following.tag != "PRP" and following.lower not in ("that", "to"):
        return False
    lemma = noun.lemma.lower()
    frames = lexicon().nouns.get(lemma) or lexicon().verbs.get(lemma, {})
    return any(not frame.stance for kind, frame in frames.items() if kind in _CLAUSAL)


def _is_misread(document: Document, verb: Token) -> bool:
    """Return whether a participle may be a past tense: "Jan Novak, announced on Monday".

    Or it stands with a noun of saying: "the envoy's stated wish".
    """
    if child(document, verb, "auxpass", "nsubjpass") is not None or not verb.i:
        return False
    before = document.tokens[verb.i - 1]
    return before.pos == "PROPN" or before.text == "," or before.tag in ("POS", "PRP$")
