"""The passages: what they hold, and how their roles are kept."""

from __future__ import annotations

from collections import Counter

from dragoman.bench.invented import unmarked
from dragoman.bench.passages import is_figure, passages


def test_every_passage_has_a_role_for_each_mark_and_clashes_of_marks_that_it_has() -> None:
    found = passages()
    assert Counter(one.part for one in found) == {"development": 1966, "read": 754, "kept": 226}
    assert len({one.id for one in found}) == len(found)
    for one in found:
        marks = unmarked(one.text)[1]
        assert len(one.roles) == len(marks)
        assert all({a, b} <= set(marks) and a != b for a, b, _ in one.clashes)
        assert "[[" not in one.plain


def test_figures_and_versions_are_told_apart() -> None:
    codes = Counter(role for one in passages() for _, role in one.roles)
    assert set(codes) == set("khcmdtpoNSABX")
    assert sum(n for role, n in codes.items() if is_figure(role)) > 7000
