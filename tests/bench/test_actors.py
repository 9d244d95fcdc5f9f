from dragoman.bench.actors import score
from dragoman.model import Span

TEXT = "The Northern Free Army met Ada Noor."
ARMY, THE_ARMY = Span(4, 22), Span(0, 22)
NOOR = Span(27, 35)


def test_an_article_does_not_matter_to_an_exact_score() -> None:
    result = score(TEXT, [THE_ARMY], [ARMY, NOOR], exact=True)
    assert (result.predicted, result.gold, result.right_predicted, result.right_gold) == (
        1, 2, 1, 1,
    )  # fmt: skip


def test_marks_that_overlap_count_once() -> None:
    result = score(TEXT, [Span(13, 22)], [ARMY, Span(13, 22)], exact=True)
    assert (result.gold, result.right_gold) == (1, 1)


def test_a_partial_score_asks_for_one_shared_character() -> None:
    assert score(TEXT, [Span(17, 26)], [ARMY], exact=False).f1 == 1.0
    assert score(TEXT, [Span(17, 26)], [ARMY], exact=True).f1 == 0.0
