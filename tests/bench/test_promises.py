import datetime as dt
from pathlib import Path

import pytest

from dragoman.bench.promises import (
    Marks,
    Sentence,
    Story,
    Told,
    follow,
    in_time,
    labels,
    marks,
    named,
    sentence_rows,
    story_rows,
    text_of,
)
from dragoman.model import Actor, Commitment, Evidence, HistoryEntry

TEXT = "The Northern Free Army promised to release its prisoners by 15 June 2031."
ACTION = (35, 56)
DAY = dt.date(2031, 6, 1)


def sentence(**values: object) -> Sentence:
    given = {
        "half": "tune",
        "set": "invented",
        "text": TEXT,
        "published": DAY,
        "commitment": True,
        "by": ("Northern Free Army",),
        "action": ACTION,
        "due": (dt.date(2031, 6, 15),),
    }
    return Sentence(**{**given, **values})  # type: ignore[arg-type]


def story(status: str, when: str | None = None) -> Story:
    told = (Told(DAY, TEXT),)
    return Story(
        half="tune", why="", reports=told, by=("x",), action=ACTION, status=status, when=when
    )


def commitment(status: str, rule: str = "") -> Commitment:
    told = Evidence("r", *ACTION, TEXT[slice(*ACTION)])
    entry = HistoryEntry(status=status, on=None, evidence=(told,), rule=rule)  # type: ignore[arg-type]
    return Commitment(
        id="c",
        by=("a",),
        action=told.quote,
        evidence=(told,),
        status=status,  # type: ignore[arg-type]
        history=(entry,),
    )


def test_the_labels_are_sixty_sentences_and_twenty_stories() -> None:
    sentences, stories = labels()
    assert len(sentences) >= 60
    assert sum(one.set != "invented" for one in sentences) >= 40
    assert len(stories) >= 20
    assert not any(one.text for one in sentences if one.set != "invented")


def test_an_invented_sentence_carries_its_text() -> None:
    assert text_of(Path("none"), sentence()) == TEXT


def test_a_commitment_is_right_with_its_promiser_and_deadline() -> None:
    assert marks(sentence(), TEXT).right


def test_another_deadline_is_wrong() -> None:
    assert not marks(sentence(due=()), TEXT).due


def test_a_look_alike_is_right_when_nothing_is_found() -> None:
    alike = sentence(commitment=False, by=(), due=(), action=(0, 0))
    assert not marks(alike, TEXT).right
    assert marks(alike, "It rained in Tarsk on Sunday.").right


@pytest.mark.parametrize(("by", "right"), [(("a", "b"), True), (("b", "a"), False), ((), False)])
def test_the_first_promiser_counts(by: tuple[str, ...], right: bool) -> None:
    actors = [
        Actor(id="a", name="The Northern Free Army", names=(), type="armed_group"),
        Actor(id="b", name="League", names=(), type="organisation"),
    ]
    assert named(by, actors, ["Northern Free Army"]) == right


def test_a_story_of_silence_ends_open() -> None:
    found = follow(story("open"))
    assert found is not None
    assert found.status == "open"


def test_done_in_time_is_read_from_the_rule() -> None:
    found = commitment("reported_done", "the deed is told; in time")
    assert in_time(story("reported_done", "in time"), found)
    assert not in_time(story("reported_done", "after the deadline"), found)
    assert not in_time(story("reported_done", "in time"), None)


def test_called_broken_in_silence_is_counted() -> None:
    judged = [
        (story("due_unknown"), commitment("reported_not_done")),
        (story("open"), commitment("open")),
    ]
    right, _, broken = story_rows("tune", judged)
    assert (right.ours, broken.ours, broken.n) == (0.5, 1, 2)


def test_rows_of_sentences_have_a_baseline() -> None:
    ok = Marks(found=True, by=True, due=True, condition=True)
    rows = sentence_rows("tune", [(sentence(), TEXT, ok)])
    assert [(row.ours, row.baseline) for row in rows[:2]] == [(1.0, 1.0), (1.0, 1.0)]
