from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Report, Skipped
from dragoman.reading import Item, read_item

PIECES = st.sampled_from(
    [
        "Envoys of the League met rebel leaders in Tarsk on Monday to save the truce.",
        "TARSK — Rebels said on Monday that they would keep the bridge over the river.",
        "“We are close,” Ann Bell said after the meeting in the capital of Karvelia.",
        "Prime Minister Carl Dorn met the guests of the League and Russian",
        "Related News",
        "Copyright 2024 . All rights reserved",
        "By Ann Bell and Carl Dorn",
        "Date: Sep 4, 2018",
        "MON 25 - 11 - 2024",
        "👩‍👩‍👧 e\u0301 \u200bzero\u200d width\ufeff",
        "مبعوثون من العصبة التقوا قادة المتمردين في العاصمة يوم الاثنين.",
        "<p>markup &amp; more</p>",
        "",
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028", " ", "\u00a0\n", "\x0c"])
TEXTS = st.lists(st.tuples(PIECES | st.text(max_size=40), BREAKS), max_size=14).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)


def check(report: Report) -> None:
    end = 0
    for span in report.body:
        assert end <= span.start < span.end <= len(report.text)
        assert span.of(report.text) == span.of(report.text).strip()
        end = span.end
    for join in report.joins:
        assert any(part.contains(join) for part in report.body)
        assert all(c.isspace() or c in "\u200b\ufeff\u200d" for c in join.of(report.text))
    if report.headline is not None:
        assert report.headline.of(report.text).strip()
    if report.published is not None and report.published.evidence is not None:
        report.published.evidence.check(report.text)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_the_body_is_in_order(text: str) -> None:
    report = read_item(Item(name="a", content=text.encode("utf-8", "surrogatepass")))
    if isinstance(report, Report):
        check(report)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_pages_keep_the_same_promises(text: str) -> None:
    markup = f"<html><body><article><p>{text}</p><div>{text}</body></html>"
    report = read_item(Item(name="a", content=markup.encode("utf-8", "surrogatepass"), form="html"))
    if isinstance(report, Report):
        check(report)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    assert isinstance(read_item(Item(name="a", content=data)), Report | Skipped)


@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=80, deadline=None)
def test_what_is_given_never_crashes_the_reader(text: str, title: str, date: str) -> None:
    from dragoman.reading import Given

    item = Item(
        name="a",
        content=text.encode("utf-8", "surrogatepass"),
        form="text",
        given=Given(title=title, published=date, date=date, url=title),
    )
    assert isinstance(read_item(item), Report | Skipped)
