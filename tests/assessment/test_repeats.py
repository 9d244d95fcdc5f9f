"""What one voice says twice is one position, with its other words beside."""

from __future__ import annotations

from typing import Any

from dragoman.assessment import assess
from dragoman.assessment.disputes.numbers import number_disputes
from dragoman.assessment.disputes.repeats import without_repeats
from dragoman.assessment.index import Index
from dragoman.model import Dispute, Extract, Record
from dragoman.resolution import resolve

HEADLINE = "Raid kills 30 people in Selmo Monitor"
SENTENCE = "A raid on Selmo killed thirty people, the Observatory of Garn said."


def first_of(story: Any, source: str, outlet: str, *texts: str) -> Any:
    one = story("\n".join(texts), day="2019-03-05", source=source, outlet=outlet)
    place = one.place("Selmo")
    for text, trigger in zip(texts, ("Raid", "A raid"), strict=False):
        name = "Monitor" if text == HEADLINE else "Observatory of Garn"
        words = text.split(", the")[0].split(" Monitor")[0]
        claim = one.claim(one.actor(name, "organisation", country="VA"), words)
        trigger = trigger if trigger in text else "A raid"
        counts = (("killed", 30, 30, "30" if "30" in text else "thirty"),)
        one.account(trigger, place=place, day="2019-03-04", counts=counts, claim=claim)
    return one


def record_of(story: Any, *ours: Extract) -> Record:
    other = story(
        "A raid on Selmo killed 17 people, the army said.",
        day="2019-03-05",
        source="other.txt",
        outlet="Lirra Daily",
    )
    army = other.claim(other.actor("army", "government", country="VA"), "killed 17 people")
    place, counts = other.place("Selmo"), (("killed", 17, 17, "17"),)
    other.account("A raid", place=place, day="2019-03-04", counts=counts, claim=army)
    return assess(resolve([*ours, other.extract()]))


def told(record: Record) -> Dispute:
    (one,) = (d for d in record.disputes if d.about == "number")
    return one


def test_a_headline_and_its_sentence_are_one_position(story: Any) -> None:
    one = told(
        record_of(story, first_of(story, "a.txt", "Garn Post", HEADLINE, SENTENCE).extract())
    )
    high = [p for p in one.positions if p.stance == "30 killed"]
    assert [p.evidence.quote for p in high] == [SENTENCE]
    assert [e.quote for e in high[0].also] == [HEADLINE]
    assert "Monitor" not in one.why


def test_an_article_that_is_stored_twice_takes_one_position(story: Any) -> None:
    twice = [
        first_of(story, name, "Garn Post", SENTENCE + more).extract()
        for name, more in (("a.txt", ""), ("b.txt", " It is true."))
    ]
    one = told(record_of(story, *twice))
    assert sorted(p.stance for p in one.positions) == ["17 killed", "30 killed"]
    assert sum(len(p.also) for p in one.positions) == 1


def test_what_two_voices_say_stays_two_positions(story: Any) -> None:
    record = record_of(story, first_of(story, "a.txt", "Garn Post", SENTENCE).extract())
    index = Index(record)
    for found in number_disputes(index, ()):
        assert without_repeats(index, found) == found
