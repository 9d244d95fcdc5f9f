from __future__ import annotations

from typing import Any

from dragoman.resolution.reprints import find_copies, find_passages

WORDS = [f"word{k}" for k in range(200)]
WIRE = "\n".join(" ".join(WORDS[k : k + 20]) + "." for k in range(0, 200, 20))


def test_an_exact_reprint_is_a_copy_of_the_earliest(story: Any) -> None:
    first = story(WIRE, "2019-03-05", "late").report
    second = story(WIRE, "2019-03-04", "early").report
    assert find_copies([first, second]) == {first.id: second.id}


def test_a_cut_reprint_under_another_title_is_a_copy(story: Any) -> None:
    whole = story(WIRE, "2019-03-04", "whole").report
    cut = story("Another title entirely\n" + WIRE[: len(WIRE) // 3], "2019-03-05", "cut").report
    assert find_copies([cut, whole]) == {cut.id: whole.id}


def test_a_story_merged_into_a_longer_one_is_no_copy_as_a_whole(story: Any) -> None:
    wire = story(WIRE, "2019-03-04", "wire").report
    own = "\n".join(" ".join(f"own{k}x{j}" for j in range(20)) for k in range(25))
    merged = story(own + "\n" + WIRE, "2019-03-05", "merged").report
    assert find_copies([wire, merged]) == {}
    passages = find_passages([wire, merged])
    assert passages.origin(merged.id, merged.text.index("word5 ")) == wire.id
    assert passages.origin(merged.id, 3) == merged.id


def test_two_reports_on_one_thing_in_other_words_are_no_copies(story: Any) -> None:
    a = story(" ".join(WORDS), "2019-03-04", "a").report
    b = story(" ".join(reversed(WORDS)), "2019-03-05", "b").report
    assert find_copies([a, b]) == {}


def test_versions_of_one_source_are_no_copies(story: Any) -> None:
    a = story(WIRE, "2019-03-04", "same").report
    b = story(WIRE + "\nOne more line of words here.", "2019-03-05", "same").report
    assert find_copies([a, b]) == {}
