"""A side denies a deed that other reports, of any day, lay on it: the killing of a known person."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.model import Dispute, Record
from dragoman.resolution import resolve

MURDER = "the murder of Mira Kost"


def told(story: Any, name: str, text: str, *claims: tuple[str, str, str], **fields: Any) -> Any:
    """Return the extract of a report on the murder; claims are (speaker, act, words)."""
    one = story(text, fields.pop("day", "2019-03-04"), f"{name}.txt", outlet=name)
    kost = one.actor("Mira Kost", "person", names=("Mira Kost", "Kost"))
    actors = {
        "Karvelia": one.actor("Karvelia", "state", pack="world:ka", country="KV"),
        "the army": one.actor("the army", "government", country="KV"),
        "NFA": one.actor("NFA", "armed_group", pack="karvelia:nfa", sector="REB", named=True),
        "the league": one.actor("the league", "organisation"),
    }
    people = fields.pop("people", ())
    actors |= {who: one.actor(who, "group", named=False) for who in people}
    held = [one.claim(actors[speaker], words, act) for speaker, act, words in claims]
    for trigger, doer, claim in fields.pop("deeds", ()):
        one.account(
            trigger,
            recipients=(kost,),
            actors=(actors[doer],) if doer else (),
            claim=None if claim is None else held[claim],
        )
    return one.extract()


def record(*extracts: Any) -> Record:
    return assess(resolve(extracts))


def rejected(found: Record) -> list[Dispute]:
    return [d for d in found.disputes if d.rule == "accusation rejected"]


def news(story: Any) -> Any:
    """Return the report in which the league condemns the murder as the army's."""
    words = f"{MURDER} committed by the army"
    text = f"The league condemned {words}."
    return told(
        story,
        "Post",
        text,
        ("the league", "condemn", words),
        deeds=[("murder", "the army", 0)],
    )


def denied_later(story: Any) -> Any:
    """Return a report of 20 March in which the army denies any part in the murder."""
    denial = "any part in the murder of Mira Kost"
    return told(
        story,
        "Times",
        f"The army denied {denial}.",
        ("the army", "deny", denial),
        day="2019-03-20",
        deeds=[("murder", "", 0)],
    )


@pytest.mark.parametrize("day", ["2019-03-04", "2019-09-01"])
@pytest.mark.parametrize(
    "denial",
    [
        "any reports on this murder that attempt to involve it",
        "the malicious claims by its foes that the crime was committed by the army",
    ],
)
def test_a_denial_is_of_the_deed_told_before_it_and_answers_who_tells_of_it(
    story: Any, day: str, denial: str
) -> None:
    text = f"The league spoke of {MURDER}. The army rejected {denial}."
    later = told(
        story,
        "Times",
        text,
        ("the army", "reject", denial),
        day=day,
        deeds=[("murder", "", None)],
    )
    assert len(rejected(record(news(story), later))) == 1


def test_who_calls_a_massacre_absurd_denies_nothing(story: Any) -> None:
    words = "This absurd massacre was ordered by its foes"
    accused = f"the army of {MURDER}"
    text = f"The league accused {accused}. The army said: {words}."
    one = told(
        story,
        "Post",
        text,
        ("the league", "accuse", accused),
        ("the army", "assert", words),
        deeds=[("murder", "the army", 0)],
    )
    assert not rejected(record(one))


def test_what_a_side_did_besides_is_not_the_deed_denied(story: Any) -> None:
    denial = "any reports on this murder that attempt to involve it"
    text = f"The league spoke of {MURDER}. The army rejected {denial}."
    later = told(
        story, "Times", text, ("the army", "reject", denial), deeds=[("murder", "", None)]
    )  # fmt: skip
    words = "the army had launched raids before the murder of Mira Kost"
    other = story(f"The league said that {words}.", "2019-05-05", "Echo.txt", outlet="Echo")
    kost = other.actor("Mira Kost", "person", names=("Mira Kost", "Kost"))
    army = other.actor("the army", "government", country="KV")
    said = other.claim(other.actor("the league", "organisation"), words)
    other.account("murder", recipients=(kost,), claim=said)
    other.account("launched", actors=(army,), claim=said)
    assert not rejected(record(later, other.extract()))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the NFA bears no responsibility whatsoever for the murder of Mira Kost", 1),
        ("we confirm to all the people of the north that the NFA took no part in that murder", 1),
        ("the NFA bears full responsibility for the murder of Mira Kost", 0),
    ],
)
def test_who_bears_no_responsibility_denies_the_deed(story: Any, words: str, found: int) -> None:
    accused = f"the NFA of {MURDER}"
    first = told(
        story,
        "Post",
        f"The league accused {accused}.",
        ("the league", "accuse", accused),
        deeds=[("murder", "NFA", 0)],
    )
    text = f"People spoke of the death and of {MURDER}. The NFA said: {words}."
    deeds = [("murder", "", None if "that murder" in words else 0)]
    later = told(story, "Times", text, ("NFA", "assert", words), day="2019-03-20", deeds=deeds)
    assert len(rejected(record(first, later))) == found


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("NFA terrorists", 1),
        ("NFA general command", 1),
        ("leaders of the NFA", 1),
        ("NFA hostages", 0),
        ("NFA victims", 0),
    ],
)
def test_a_groups_people_are_of_the_group(story: Any, who: str, found: int) -> None:
    words = f"{MURDER} by {who}"
    first = told(
        story,
        "Post",
        f"The league condemned {words}.",
        ("the league", "condemn", words),
        people=[who],
        deeds=[("murder", who, 0)],
    )
    denial = "any part in the murder of Mira Kost"
    later = told(
        story,
        "Times",
        f"The NFA denied {denial}.",
        ("NFA", "deny", denial),
        day="2019-03-20",
        deeds=[("murder", "", 0)],
    )
    assert len(rejected(record(first, later))) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the murder of Mira Kost was planned and ordered by Karvelia", 1),
        ("hired killers carried out the murder of Mira Kost on the orders of Karvelia", 1),
        ("Colonel Davit Oren planned and carried out the murder of Mira Kost", 1),
        ("an inquiry into the murder was ordered by Karvelia", 0),
    ],
)
def test_who_ordered_a_deed_is_charged_with_it(story: Any, words: str, found: int) -> None:
    text = f"Karvelia's army searched the town. The league said that {words}."
    one = story(text, "2019-03-04", "Post.txt")
    kost = one.actor("Mira Kost", "person", names=("Mira Kost", "Kost"))
    one.actor("Karvelia", "state", pack="world:ka", country="KV")
    one.actor("Karvelia's army", "government", country="KV")
    one.actor("Davit Oren", "person", names=("Davit Oren", "Oren"))
    said = one.claim(one.actor("the league", "organisation"), words)
    one.account("murder", recipients=(kost,), claim=said)
    assert len(rejected(record(one.extract(), denied_later(story)))) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("we hold Karvelia and the clique around its throne responsible for the murder", 1),
        ("we blame this cowardly murder on Karvelia", 1),
        ("they have proof linking Karvelia to the murder", 1),
        ("there was proof of participation by Karvelia in the murder", 1),
        ("Karvelia was deeply implicated in the murder", 1),
        ("killers hired by Karvelia committed the murder", 1),
        ("we hold talks on the murder with Karvelia", 0),
        ("the foes want to blame the murder on Karvelia", 0),
    ],
)
def test_words_that_lay_a_murder_on_somebody(story: Any, words: str, found: int) -> None:
    text = f"Mira Kost died in the murder of Mira Kost. The league said that {words}."
    one = story(text, "2019-03-04", "Post.txt")
    kost = one.actor("Mira Kost", "person", names=("Mira Kost", "Kost"))
    one.actor("Karvelia", "state", pack="world:ka", country="KV")
    one.claim(one.actor("the league", "organisation"), words)
    one.account("murder of", recipients=(kost,))
    assert len(rejected(record(one.extract(), denied_later(story)))) == found


@pytest.mark.parametrize(
    "denial",
    ["it participated directly in the murder", "the army had shot Mira Kost dead"],
)
def test_who_denies_a_deed_of_its_own_answers_who_charges_it(story: Any, denial: str) -> None:
    accused = f"the army of {MURDER}"
    text = f"The league accused {accused}. The army denied that {denial}."
    one = story(text, "2019-03-04", "Post.txt")
    kost = one.actor("Mira Kost", "person", names=("Mira Kost", "Kost"))
    army = one.actor("the army", "government", country="KV")
    told = one.claim(one.actor("the league", "organisation"), accused, "accuse")
    one.account("murder of", recipients=(kost,), actors=(army,), claim=told)
    answer = one.claim(army, denial, "deny")
    if "shot" in denial:
        one.account("shot", recipients=(kost,), actors=(army,), claim=answer, status="denied")
    assert len(rejected(record(one.extract()))) == 1
