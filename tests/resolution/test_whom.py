from __future__ import annotations

from typing import Any

import pytest

from dragoman.resolution.fatal import word_of
from dragoman.resolution.people import People
from dragoman.resolution.whom import aimed_at, named_by


def named(story: Any, text: str, trigger: str, *people: str) -> tuple[list[str], tuple[str, ...]]:
    """Return the persons' names and the groups that a text says were killed."""
    one = story(text)
    for name in people or ("Mira Kost", "Ilya Oren"):
        one.actor(name)
    one.actor("Varnia", "state")
    one.account(trigger)
    extract = one.extract()
    names = {actor.id: actor.name for actor in extract.actors}
    account, told = extract.accounts[0], (extract.report, People(extract.actors))
    if trigger in ("attack", "bomb"):
        found = aimed_at(account, *told)
    else:
        found = named_by(account, word_of(account), *told)
    return [names[i] for i in found.people], found.groups


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The murder of Judge Mira Kost was condemned.", "murder"),
        ("They marched to protest candidate Mira Kost's murder.", "murder"),
        ("Mira Kost spoke.\nThe murder in Selmo last week of the well-known judge Kost.", "murder"),
        ("The murder committed by rebels against Dr Mira Kost was condemned.", "murder"),
        ("He asked who had murdered the dean of the law school, Mira Kost.", "murdered"),
        ("The judge Mira Kost was murdered in Selmo, Ilya Oren said.", "murdered"),
        ("The murder of Mira Kost, Ilya Oren told reporters, was planned.", "murder"),
        ("Mira Kost, a judge in Selmo, was murdered, Ilya Oren said.", "murdered"),
        ("In the east of Selmo Mira Kost was killed in part of Ilya Oren's house.", "killed"),
        ("Gunmen fired, and Mira Kost, a judge in Selmo, died at once.", "died"),
        ("Murders such as that of Mira Kost were never solved.", "Murders"),
        ("UNICEF was there when rebels killed Mira Kost.", "killed"),
    ],
)
def test_one_victim_is_found_by_the_words_around_the_deed(
    story: Any, text: str, trigger: str
) -> None:
    assert named(story, text, trigger) == (["Mira Kost"], ())


def test_a_rare_surname_names_its_only_bearer_in_another_report(story: Any) -> None:
    full, short = (
        story("Mira Kostanova spoke.", source="a.txt"),
        story("They mourned the murder of Kostanova.", source="b.txt"),
    )
    full.actor("Mira Kostanova")
    short.account("murder")
    extracts = full.extract(), short.extract()
    people = People(extracts[0].actors)
    account = extracts[1].accounts[0]
    found = named_by(account, word_of(account), extracts[1].report, people)
    assert found.people == (extracts[0].actors[0].id,)
    twice = People([*extracts[0].actors, *_named(story, "Ilya Kostanova")])
    assert named_by(account, word_of(account), extracts[1].report, twice).people == ()


def _named(story: Any, name: str) -> Any:
    one = story(f"{name} spoke.", source="c.txt")
    one.actor(name)
    return one.extract().actors


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The murders of Mira Kost, a judge, and of Ilya Oren were condemned.", "murders"),
        ("The murders of Judge Mira Kost and the lawyer Ilya Oren were condemned.", "murders"),
        ("The murder of Mira Kost, like that of Ilya Oren, was condemned.", "murder"),
    ],
)
def test_victims_are_listed(story: Any, text: str, trigger: str) -> None:
    assert named(story, text, trigger)[0] == ["Mira Kost", "Ilya Oren"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The murder of Mira Kost's driver was condemned.", "murder"),
        ("The murder of a bodyguard of Mira Kost was condemned.", "murder"),
        ("Two men were killed Mira Kost said.", "killed"),
        ("After the killing Mira Kost called for calm.", "killing"),
        ("The killing of civilians is a crime, said Mira Kost.", "killing"),
    ],
)
def test_whoever_else_is_named_beside_a_deed_is_no_victim(
    story: Any, text: str, trigger: str
) -> None:
    assert named(story, text, trigger)[0] == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The murder of the six Xaverian priests was never solved.", "murder"),
        ("The Xaverians' murder was never solved.", "murder"),
        ("The bodies of the Xaverians murdered last week were found.", "murdered"),
        ("He blamed the army for killing the Xaverian priests.", "killing"),
        ("No court has tried the massacre of the Xaverians.", "massacre"),
    ],
)
def test_a_group_is_told_by_a_rare_name(story: Any, text: str, trigger: str) -> None:
    assert named(story, text, trigger)[1] == ("xaverian",)


def test_people_of_a_state_are_no_such_group(story: Any) -> None:
    assert named(story, "The killing of Varnian soldiers was told.", "killing") == ([], ())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The attack on General Mira Kost was condemned.", "attack"),
        ("A bomb at the home of Mira Kost hurt nobody.", "bomb"),
        ("The attack on Mira Kost's house was condemned.", "attack"),
    ],
)
def test_an_attack_is_aimed_at_whose_house_it_hits(story: Any, text: str, trigger: str) -> None:
    assert named(story, text, trigger)[0] == ["Mira Kost"]


def test_a_name_with_an_article_is_found_whole(story: Any) -> None:
    text = "The commander Yusuf al-Kost was killed in Selmo."
    assert named(story, text, "killed", "Yusuf al-Kost", "Mira Kost")[0] == ["Yusuf al-Kost"]
