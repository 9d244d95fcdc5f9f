import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EvidenceError
from dragoman.model import Evidence, Offsets, Report, Span

# Texts with what breaks offsets: emoji, combining marks, right-to-left, CRLF, NBSP, zero width.
texts = st.lists(
    st.one_of(
        st.sampled_from(["😀", "e\u0301", "شمال", "\r\n", "\u00a0", "\u200b", "“a”", "\u202e"]),
        st.text(max_size=5),
    ),
    max_size=20,
).map("".join)


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def report(text: str) -> Report:
    return Report(id="rep-1", source="s", sha256="", text=text, body=(Span(0, len(text)),))


@given(text_and_span())
def test_evidence_quotes_exactly_what_the_report_says(case: tuple[str, Span]) -> None:
    text, span = case
    evidence = report(text).evidence(span)
    assert text[evidence.start : evidence.end] == evidence.quote
    evidence.check(text)


@given(texts)
def test_offsets_convert_to_utf16_and_bytes_and_back(text: str) -> None:
    offsets = Offsets(text)
    for k in range(len(text) + 1):
        head = text[:k]
        if any(0xD800 <= ord(character) < 0xE000 for character in head):
            continue
        assert offsets.to_utf16(k) == len(head.encode("utf-16-le")) // 2
        assert offsets.to_bytes(k) == len(head.encode("utf-8"))
        assert offsets.from_utf16(offsets.to_utf16(k)) == k
        assert offsets.from_bytes(offsets.to_bytes(k)) == k


@given(text_and_span())
def test_trimming_leaves_no_white_space_at_the_ends(case: tuple[str, Span]) -> None:
    text, span = case
    trimmed = span.trim(text)
    assert trimmed.of(text) == span.of(text).strip()


def test_a_wrong_quote_is_refused_with_the_place() -> None:
    with pytest.raises(EvidenceError, match="rep-1, characters 0-3"):
        Evidence("rep-1", 0, 3, "abc").check("abd")


def test_an_empty_quote_is_no_evidence() -> None:
    with pytest.raises(EvidenceError):
        Evidence("rep-1", 2, 2, "").check("abc")


def test_spans_know_overlap_and_containment() -> None:
    assert Span(0, 5).contains(Span(0, 5))
    assert Span(0, 5).overlaps(Span(4, 9))
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(3, 5).cover(Span(0, 1)) == Span(0, 5)
