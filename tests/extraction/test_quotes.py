from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.quotes import Quote, find_quotes, is_speech
from dragoman.language import paragraphs_of
from dragoman.model import Span


def _quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, list(paragraphs_of(text, Span(0, len(text)))))


def _texts(text: str) -> list[str]:
    return [quote.span.of(text) for quote in _quotes(text)]


def test_straight_curly_and_angle_marks_are_matched() -> None:
    assert _texts('"One," he said. “Two,” she said. «Three», they said.') == [
        '"One,"',
        "“Two,”",
        "«Three»",
    ]


def test_a_quote_in_a_quote_with_the_same_marks_does_not_end_it() -> None:
    text = 'She wrote, "The "safe zone" is a trap. Stay away." He left.'
    assert _texts(text) == ['"The "safe zone" is a trap. Stay away."']


def test_two_single_marks_count_as_a_double_one() -> None:
    assert _texts("''We left,'' he said.") == ["''We left,''"]


def test_apostrophes_are_no_quotes() -> None:
    assert _texts("Karvelia's army didn't use the rebels' guns or the farmers' fields.") == []


def test_single_quotes_in_a_headline_are_found() -> None:
    assert _texts("Tarsk says rebels' truce is 'over'") == ["'over'"]


def test_a_quote_without_its_opening_mark_starts_with_its_sentence() -> None:
    text = 'It rained. The front is calm," with a "trend to peace," Novak said.'
    first, second = _quotes(text)
    assert (first.span.of(text), first.opened) == ('The front is calm,"', False)
    assert second.span.of(text) == '"trend to peace,"'


def test_a_quote_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = 'Novak said: "We will go.\n"We will come back."'
    first, second = _quotes(text)
    assert (first.span.of(text), first.closed) == ('"We will go.', False)
    assert (second.span.of(text), second.paragraph) == ('"We will come back."', 1)


def test_a_mark_alone_at_the_end_of_a_paragraph_is_dropped() -> None:
    assert _texts('"We go," he said. "') == ['"We go,"']


def test_a_lost_closing_mark_ends_its_quote_before_the_next_one() -> None:
    text = '"We go home. Novak left. "We stay," she said.'
    assert _texts(text) == ['"We go home.', '"We stay,"']


def test_marks_with_nothing_between_them_are_no_quote() -> None:
    assert _texts("''\"a") == ['"a']


def test_a_word_at_arms_length_is_not_speech() -> None:
    text = 'a "buffer zone" and “the caliphate” but "we will not leave the town"'
    assert [is_speech(quote, text) for quote in _quotes(text)] == [False, False, True]


@given(st.text(alphabet="ab \n.,\"'“”‘’«»😀\u0301", max_size=60))
def test_quotes_never_overlap_and_stay_in_their_paragraph(text: str) -> None:
    paragraphs = list(paragraphs_of(text, Span(0, len(text))))
    found = find_quotes(text, paragraphs)
    for quote in found:
        assert paragraphs[quote.paragraph].contains(quote.span)
        assert quote.span.contains(quote.inner)
        assert quote.inner.of(text).strip()
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
