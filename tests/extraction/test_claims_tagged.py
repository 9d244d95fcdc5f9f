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


def test_a_claim_that_the_parse_cut_short_gets_its_end() -> None:
    tagger = _Tagger("The mayor", "praised", "the guards for their work to keep the bridge open")
    text = "The mayor praised the guards for their work to keep the bridge open."
    assert _contents(text, tagger) == ["the guards for their work to keep the bridge open"]


def test_no_end_reaches_over_another_cue() -> None:
    tagger = _Tagger("The mayor", "said", "the well was dry, adding that it had rained")
    text = "The mayor said that the well was dry, adding that it had rained."
    assert _contents(text, tagger) == ["the well was dry", "it had rained"]


def test_nothing_is_said_by_a_cue_that_is_negated() -> None:
    tagger = _Tagger("The mayor", "announced", "any plans to dig")
    assert _contents("The mayor had not, as of Monday, announced any plans to dig.", tagger) == []


def test_a_noun_of_saying_is_a_cue_with_its_clause() -> None:
    tagger = _Tagger("The mayor", "made the suggestion", "that the well be dug")
    text = "The mayor in all haste made the suggestion that the well be dug."
    assert _contents(text, tagger) == ["that the well be dug"]


def test_a_second_deed_of_the_speaker_is_not_said() -> None:
    tagger = _Tagger("The mayor", "praised", "the guards, and opened the bridge")
    text = "The mayor praised the guards, and opened the bridge."
    assert _contents(text, tagger) == ["the guards"]


def test_a_source_that_cannot_speak_gives_way_to_the_taggers() -> None:
    tagger = _Tagger("The envoy", "saying", "he was amazed")
    text = "The envoy rebuilt the bridge saying he was amazed."
    assert _contents(text, tagger) == ["he was amazed"]


def test_who_is_cited_is_the_one_who_says_it() -> None:
    tagger = _Tagger("The Daily Meridian", "cited", "a doctor that the well was dry")
    text = "The Daily Meridian cited a doctor that the well was dry."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    (claim,) = Claims(cast(Tagger, tagger))(parse(report), Extract(report=report)).claims
    assert (claim.speaker.name, claim.content[0].quote) == ("doctor", "the well was dry")


def test_nothing_is_said_by_a_source_of_another_sentence() -> None:
    tagger = _Tagger("The mayor", "stated", "no comment")
    assert _contents("The mayor slept. Then somebody stated no comment.", tagger) == []


class _Listening:
    """Remembers which texts it was given to read."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def read(self, texts: Sequence[str]) -> list[_Tagged]:
        self.texts += texts
        return [_Tagged(()) for _ in texts]


def _read_in(text: str) -> list[str]:
    tagger = _Listening()
    _contents(text, tagger)
    return tagger.texts


def test_only_sentences_with_a_report_word_that_no_claim_took_are_read() -> None:
    missed = "All went according, it seems, to plan."
    text = f"It rained all day. {missed}\n\nThe mayor said that the well was dry."
    assert _read_in(text) == [missed]


def test_sentences_of_one_quotation_are_read_together() -> None:
    quote = "“The well is dry. Nobody knows why.”"
    assert _read_in(f"It rained all day long. {quote}") == [quote]


def test_a_passive_cue_says_nothing() -> None:
    tagger = _Tagger("the town", "were reported", "no arrests")
    assert _contents("In the town were reported no arrests.", tagger) == []


def test_words_in_brackets_that_the_parse_leaves_out_make_no_claim() -> None:
    tagger = _Tagger("the crowd", "shouts:", "there will be war in the whole valley")
    text = "Novak stated it. [the crowd shouts:] there will be war in the whole valley."
    assert _contents(text, tagger) == []
