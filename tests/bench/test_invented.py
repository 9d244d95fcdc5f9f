"""The invented stories: what they hold, and how the record of one is judged."""

from __future__ import annotations

from collections import Counter

from dragoman.bench.invented import Clash, Story, Told, judged, read, rows_of, stories, unmarked

TEXT = (
    "A raid on the market of Dalun killed [[1|14]] people on Monday, the Observatory of Garn said. "
    "The Army of Varnia said that the raid on the market of Dalun had killed [[2|three]] people."
)


def story(*clashes: Clash) -> Story:
    return Story("x-1", "development", (Told("Karvelian Post", "2031-04-08", TEXT),), clashes)


def test_every_story_has_its_marks_once_and_clashes_of_marks_that_it_has() -> None:
    found = stories()
    assert len({one.id for one in found}) == len(found) == 645
    assert Counter((one.draw, one.part) for one in found) == {
        ("hard", "development"): 295,
        ("hard", "kept"): 155,
        ("retold", "development"): 129,
        ("retold", "kept"): 66,
    }
    for one in found:
        marks = [m for told in one.reports for m in unmarked(told.text)[1]]
        assert len(marks) == len(set(marks))
        pairs = [{clash.a, clash.b} for clash in one.clashes] + [set(two) for two in one.same]
        assert all(len(two) == 2 and two <= set(marks) for two in pairs)
        assert not any("[[" in unmarked(told.text)[0] for told in one.reports)


def test_a_clash_is_shown_where_both_marked_figures_are_set_against_each_other() -> None:
    clashing = story(Clash(1, 2, "number"))
    outcome = judged(clashing, *read(clashing))
    assert (outcome.shown["number"], outcome.right, outcome.others) == (1, 1, 0)


def test_a_dispute_that_no_listed_clash_matches_counts_against_precision() -> None:
    agreeing = story()
    outcome = judged(agreeing, *read(agreeing))
    assert (outcome.clashes.total(), outcome.right, outcome.others) == (0, 0, 1)
    rows = {row.measure: row for row in rows_of("invented, development", [outcome])}
    assert (rows["disputes precision"].ours, rows["disputes precision"].n) == (0.0, 1)
