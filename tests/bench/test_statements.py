from typing import get_args

import pytest

from dragoman.bench.statements import Label, labels, outcome
from dragoman.model import Act, Actor, Claim, Evidence, Extract, Report, Span, Speaker

TEXT = "The League reported that the envoy had told the NFA: Tarsk is calm. Rain fell on Monday."
REPORT = Report(id="r", source="r.txt", sha256="0", text=TEXT, body=(Span(0, len(TEXT)),))
OUTER, INNER, RAIN = "the envoy had told the NFA: Tarsk is calm", "Tarsk is calm", "Rain fell"


def label(words: str, speaker: str, *, nested: bool = False, optional: bool = False) -> Label:
    start = TEXT.index(words)
    return Label(
        dataset="d", source="r.txt", sha256="0", start=start, end=start + len(words),
        speakers=(speaker,), form="indirect", acts=("assert",), said_on=("",), nested=nested,
        optional=optional,
    )  # fmt: skip


def claim(words: str, speaker: str) -> Claim:
    start = TEXT.index(words)
    content = (Evidence("r", start, start + len(words), words),)
    return Claim(
        id=words, report="r", speaker=Speaker(name=speaker), content=content, form="indirect",
        act="assert",
    )  # fmt: skip


def extract(*claims: Claim) -> Extract:
    return Extract(report=REPORT, claims=claims)


def test_there_are_enough_labels_and_each_is_well_formed() -> None:
    found = labels()
    core = [one for one in found if not one.optional]
    assert len(core) >= 400
    assert sum(one.part == "kept" and one.form == "direct" for one in core) >= 20
    assert len({one.sha256 for one in found}) == 210
    for one in found:
        assert one.start < one.end
        assert one.speakers
        assert one.said_on
        assert one.form in ("direct", "indirect", "mixed")
        assert set(one.acts) <= set(get_args(Act))


def test_no_speaker_is_a_pronoun() -> None:
    names = {name.lower() for one in labels() for name in one.speakers}
    assert names.isdisjoint({"he", "she", "it", "they"})


def test_a_statement_around_another_does_not_answer_for_it() -> None:
    gold = [label(OUTER, "League"), label(INNER, "envoy", nested=True)]
    answers = outcome(gold, extract(claim(OUTER, "League"))).answers
    assert [answer.claim is not None for answer in answers] == [True, False]


def test_each_level_is_answered_by_its_own_claim() -> None:
    gold = [label(OUTER, "League"), label(INNER, "the envoy", nested=True)]
    answers = outcome(gold, extract(claim(OUTER, "League"), claim(INNER, "the envoy"))).answers
    assert [answer.speaker for answer in answers] == [True, True]


def test_an_optional_statement_is_neither_missed_nor_invented() -> None:
    gold = [label(RAIN, "forecasters", optional=True)]
    missed, told = outcome(gold, extract()), outcome(gold, extract(claim(RAIN, "NFA")))
    assert missed.answers == told.answers == ()
    assert told.invented == ()


def test_a_claim_that_answers_no_label_is_invented() -> None:
    made_up = claim(RAIN, "League")
    assert outcome([label(INNER, "envoy")], extract(made_up)).invented == (made_up,)


@pytest.mark.parametrize(
    ("right", "found"), [("security officials", True), ("NFA", False), ("envoy", False)]
)
def test_a_description_allows_more_words_and_a_name_does_not(right: str, found: bool) -> None:
    assert label(RAIN, right).named(("Two security officials of the NFA",)) is found


def test_the_names_of_the_resolved_actor_count() -> None:
    actor = Actor(id="a", name="Northern Free Army", names=("NFA",), type="group")
    spoken = claim(INNER, "the group")
    resolved = Claim(
        id="c", report="r", speaker=Speaker(name="the group", actor="a"), content=spoken.content,
        form="indirect", act="assert",
    )  # fmt: skip
    found = Extract(report=REPORT, claims=(resolved,), actors=(actor,))
    assert outcome([label(INNER, "NFA")], found).answers[0].speaker


def test_a_part_of_a_statement_is_its_speakers_and_nobody_elses() -> None:
    gold = [label(OUTER, "League")]
    its, another = claim("the NFA", "League"), claim("the NFA", "envoy")
    assert outcome(gold, extract(its, another)).invented == (another,)


def test_the_likest_claim_answers() -> None:
    part, whole = claim("the envoy had told the NFA", "League"), claim(OUTER, "League")
    assert outcome([label(OUTER, "League")], extract(part, whole)).answers[0].claim == whole
