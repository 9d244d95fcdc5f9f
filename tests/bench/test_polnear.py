from pathlib import Path

import pytest

from dragoman.bench.polnear import Document, GoldAttribution, load, score, score_links
from dragoman.model.spans import Span

TEXT = "“We hold,” he said, “the line.”\n\nIt rained."
STAND_OFF = """T1\tSource 11 13\the
T2\tCue 14 18\tsaid
T3\tContent 0 10;20 31\t“We hold,” “the line.”
T4\tAttribution 14 18\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tDiscuss 33 43\tIt rained.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_bytes(TEXT.encode())
    (tmp_path / "attributions" / "a_b_x001.ann").write_bytes(b"")
    (tmp_path / "attributions" / "a_b_x002.ann").write_bytes(STAND_OFF.encode())
    return tmp_path


def test_the_annotator_who_marked_most_counts(folder: Path) -> None:
    (document,) = load(folder)
    (attribution,) = document.attributions
    assert [TEXT[p.start : p.end] for p in attribution.content] == ["“We hold,”", "“the line.”"]
    assert [p.of(TEXT) for p in attribution.source + attribution.cue] == ["he", "said"]


def test_discussions_are_not_attributions(folder: Path) -> None:
    assert Span(33, 43) not in load(folder)[0].pieces("content")


def test_a_piece_with_one_end_wrong_overlaps_but_is_not_exact() -> None:
    gold = Document("d", "x" * 30, (GoldAttribution((), (Span(0, 4),), (Span(5, 20),)),))
    content = score([{"cue": [Span(0, 4)], "content": [Span(5, 19), Span(25, 27)]}], [gold])[
        "content"
    ]
    assert (content.exact.f1, content.overlap.precision, content.overlap.recall) == (0.0, 0.5, 1.0)


def test_links_need_both_ends() -> None:
    right = GoldAttribution((Span(0, 2),), (Span(3, 7),), (Span(8, 20),))
    wrong = GoldAttribution((Span(0, 2),), (Span(3, 7),), (Span(8, 19),))
    found = score_links([[wrong]], [Document("d", "", (right,))])
    assert (found["source"].f1, found["content"].f1) == (1.0, 0.0)
