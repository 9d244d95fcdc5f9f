import pytest

from dragoman.learned.spans import TaggedText
from dragoman.learned.tagger import AttributionTagger

PLAIN = "The mayor of Harbin Cross said the bridge was closed on Monday."
QUOTED = "“Nobody fired,” General Orlov told reporters. “The truce holds.”"


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return AttributionTagger()


def found(tagged: TaggedText) -> dict[str, list[str]]:
    return {
        kind: [span.span.of(tagged.text) for span in tagged.of_kind(kind)]
        for kind in ("source", "cue", "content")
    }


def test_a_plain_report_has_its_three_parts(tagger: AttributionTagger) -> None:
    assert found(tagger.read([PLAIN])[0]) == {
        "source": ["The mayor of Harbin Cross"],
        "cue": ["said"],
        "content": ["the bridge was closed on Monday"],
    }


def test_both_halves_of_a_broken_quote_go_with_their_speaker(tagger: AttributionTagger) -> None:
    tagged = tagger.read([QUOTED])[0]
    (attribution,) = tagged.attributions
    assert [s.span.of(QUOTED) for s in attribution.source] == ["General Orlov"]
    assert [s.span.of(QUOTED) for s in attribution.content] == [
        "“Nobody fired,”",
        "“The truce holds.”",
    ]


@pytest.mark.parametrize("before", ["😀 ", "– … ", "\r\n\r\n", "é́ ", "\ufeff"])
def test_offsets_are_code_points_whatever_stands_before(
    tagger: AttributionTagger, before: str
) -> None:
    tagged = tagger.read([before + PLAIN])[0]
    assert found(tagged)["content"] == ["the bridge was closed on Monday"]


def test_a_text_reads_the_same_alone_and_among_others(tagger: AttributionTagger) -> None:
    alone = tagger.read([PLAIN])[0]
    among = AttributionTagger().read([QUOTED, PLAIN, "It rained. " * 40])[1]
    assert (alone.spans, alone.attributions) == (among.spans, among.attributions)


@pytest.mark.parametrize("text", ["", " ", "\r\n", "😀"])
def test_nothing_is_found_in_nothing(tagger: AttributionTagger, text: str) -> None:
    tagged = tagger.read([text])[0]
    assert (tagged.spans, tagged.attributions) == ((), ())


def test_a_text_longer_than_the_encoder_is_read_to_its_end(tagger: AttributionTagger) -> None:
    tagged = tagger.read(["It rained all day in the valley. " * 60 + PLAIN])[0]
    assert found(tagged)["content"][-1] == "the bridge was closed on Monday"
