from collections.abc import Sequence
from typing import cast

import msgspec

from dragoman.extraction.claims import Claims
from dragoman.extraction.claims_tagged import Tagger
from dragoman.language import parse
from dragoman.model import Extract, Report, Span


class _Attribution(msgspec.Struct, frozen=True):
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class _Tagged(msgspec.Struct, frozen=True):
    attributions: tuple[_Attribution, ...]


class _Tagger(msgspec.Struct, frozen=True):
    """Finds the three given phrases where a text has them all."""

    source: str
    cue: str
    content: str

    def read(self, texts: Sequence[str]) -> list[_Tagged]:
        return [_Tagged(self._found(text)) for text in texts]

    def _found(self, text: str) -> tuple[_Attribution, ...]:
        phrases = (self.source, self.cue, self.content)
        if not all(phrase in text for phrase in phrases):
            return ()
        source, cue, content = (
            (Span(text.index(phrase), text.index(phrase) + len(phrase)),) for phrase in phrases
        )
        return (_Attribution(source, cue, content),)


def _contents(text: str, tagger: object) -> list[str]:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = Claims(cast(Tagger, tagger))(parse(report), Extract(report=report))
    return [claim.content[0].quote for claim in extract.claims]


def test_the_tagger_adds_a_claim_that_the_grammar_missed() -> None:
    tagger = _Tagger("The mayor", "stated", "no comment to make")
    text = "It rained.\n\nThe mayor stated at length no comment to make."
    assert _contents(text, tagger) == ["no comment to make"]


def test_what_the_grammar_has_found_is_not_added_twice() -> None:
    tagger = _Tagger("The mayor", "said", "the well was dry")
    assert _contents("The mayor said that the well was dry.", tagger) == ["the well was dry"]


def test_what_somebody_but_believes_stays_out() -> None:
    tagger = _Tagger("The mayor", "believes", "in rain")
    assert _contents("The mayor believes in rain.", tagger) == []


class _Listening:
    """Remembers which texts it was given to read."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def read(self, texts: Sequence[str]) -> list[_Tagged]:
        self.texts += texts
        return [_Tagged(()) for _ in texts]


def test_only_paragraphs_with_a_report_word_and_no_claim_are_read() -> None:
    tagger = _Listening()
    missed = "All went according, it seems, to plan."
    _contents(f"It rained.\n\nThe mayor said that the well was dry.\n\n{missed}", tagger)
    assert tagger.texts == [missed]


def test_a_passive_cue_says_nothing() -> None:
    tagger = _Tagger("the town", "were reported", "no arrests")
    assert _contents("In the town were reported no arrests.", tagger) == []
