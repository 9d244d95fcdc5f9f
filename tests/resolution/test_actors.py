from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.model import Actor, Judgement, Record
from dragoman.resolution import resolve
from dragoman.resolution.actors import global_id


def named(record: Record, name: str) -> Actor:
    found = [actor for actor in record.actors if name in actor.names]
    assert len(found) == 1, [actor.names for actor in record.actors]
    return found[0]


def judgement(decision: Any, a: str, b: str, day: int = 1, **fields: Any) -> Judgement:
    when = dt.datetime(2024, 1, day, tzinfo=dt.UTC)
    return Judgement(id=f"j{day}", decision=decision, subject=a, other=b, when=when, **fields)


def test_transliterations_of_one_person_are_one_actor(story: Any) -> None:
    first = story("Ilya Lavrentyev spoke.", source="a")
    second = story("Ilya Lavrentiev spoke.", source="b")
    first.actor("Ilya Lavrentyev")
    second.actor("Ilya Lavrentiev")
    record = resolve([first.extract(), second.extract()])
    assert len(record.actors) == 1
    assert set(record.actors[0].names) == {"Ilya Lavrentyev", "Ilya Lavrentiev"}
    assert len(record.actors[0].evidence) == 2


def test_one_pack_entry_is_one_actor_with_the_id_of_the_entry(story: Any) -> None:
    first, second = story("Daesh left.", source="a"), story("ISIL left.", source="b")
    first.actor("Daesh", "armed_group", pack="x:is")
    second.actor("ISIL", "armed_group", pack="x:is")
    record = resolve([first.extract(), second.extract()])
    assert [actor.id for actor in record.actors] == [global_id("x:is")]


def test_a_group_that_renamed_itself_goes_by_its_newest_name(story: Any) -> None:
    new = story("Iron Shield left.", "2019-05-01", source="a")
    old = story("Iron Star left.", "2013-05-01", source="b")
    new.actor("Iron Shield", "armed_group", pack="x:is")
    old.actor("Iron Star", "armed_group", pack="x:is")
    (actor,) = resolve([new.extract(), old.extract()]).actors
    assert (actor.name, actor.names) == ("Iron Shield", ("Iron Shield", "Iron Star"))


def test_a_surname_alone_joins_its_only_bearer(story: Any) -> None:
    first, second = story("Mira Kost spoke.", source="a"), story("Kost spoke.", source="b")
    first.actor("Mira Kost")
    second.actor("Kost")
    assert len(resolve([first.extract(), second.extract()]).actors) == 1


def test_a_surname_with_two_bearers_stays_apart(story: Any) -> None:
    stories = [story(f"{n} spoke.", source=n) for n in ("Mira Kost", "Jon Kost", "Kost")]
    for one, name in zip(stories, ("Mira Kost", "Jon Kost", "Kost"), strict=True):
        one.actor(name)
    assert len(resolve([one.extract() for one in stories]).actors) == 3


def test_a_second_surname_is_added_where_one_person_alone_bears_it(story: Any) -> None:
    names = ("Luis Ortega", "Luis Ortega Prado", "Ana Ortega Prado")
    extracts = []
    for name in names:
        one = story(f"{name} spoke.", source=name)
        one.actor(name)
        extracts.append(one.extract())
    record = resolve(extracts)
    assert {actor.names for actor in record.actors} == {names[:2], names[2:]}
    two = story("Luis Ortega Vidal spoke.", source="d")
    two.actor("Luis Ortega Vidal")
    assert len(resolve([*extracts, two.extract()]).actors) == 4


def test_a_name_that_reports_spell_with_z_or_s_is_one_persons(story: Any) -> None:
    names = ("Pablo Ortes", "Pablo Ortez", "Mara Ortez", "Nela Ospinosa Prado", "Nela Ospinoza")
    extracts = []
    for name in names:
        one = story(f"{name} spoke.", source=name)
        one.actor(name)
        extracts.append(one.extract())
    assert {actor.names for actor in resolve(extracts).actors} == {names[:2], names[2:3], names[3:]}


def test_one_full_name_in_two_countries_is_two_persons(story: Any) -> None:
    first, second = story("Ali Hasan spoke.", source="a"), story("Ali Hasan left.", source="b")
    first.actor("Ali Hasan", country="SY")
    second.actor("Ali Hasan", country="IQ")
    assert len(resolve([first.extract(), second.extract()]).actors) == 2


def test_unnamed_actors_never_merge_across_reports(story: Any) -> None:
    first, second = story("residents said so.", source="a"), story("residents left.", source="b")
    first.actor("residents", "group", named=False)
    second.actor("residents", "group", named=False)
    assert len(resolve([first.extract(), second.extract()]).actors) == 2


def test_a_person_and_an_organisation_of_one_name_stay_apart(story: Any) -> None:
    first, second = story("Selmo Voss spoke.", source="a"), story("Selmo Voss sold.", source="b")
    first.actor("Selmo Voss", "person")
    second.actor("Selmo Voss", "organisation")
    assert len(resolve([first.extract(), second.extract()]).actors) == 2


def test_an_acronym_joins_the_one_body_whose_initials_it_is(story: Any) -> None:
    first, second = story("Northern Free Army.", source="a"), story("The NFA left.", source="b")
    first.actor("Northern Free Army", "armed_group")
    second.actor("NFA", "armed_group")
    assert len(resolve([first.extract(), second.extract()]).actors) == 1


def test_a_persons_decision_outranks_the_names_for_good(story: Any) -> None:
    first, second = story("Mira Kost spoke.", source="a"), story("Mira Kost left.", source="b")
    a, b = first.actor("Mira Kost"), second.actor("Mira Kost")
    extracts = [first.extract(), second.extract()]
    apart = judgement("different", a, b)
    assert len(resolve(extracts, judgements=[apart]).actors) == 2
    assert len(resolve(extracts, judgements=[apart, judgement("same", a, b, 2)]).actors) == 1


def test_a_decision_taken_back_undoes_the_merge_without_loss(story: Any) -> None:
    first, second = story("Mira Kost spoke.", source="a"), story("Jon Reyl left.", source="b")
    a, b = first.actor("Mira Kost"), second.actor("Jon Reyl")
    extracts = [first.extract(), second.extract()]
    before = resolve(extracts)
    merged = judgement("same", a, b)
    assert len(resolve(extracts, judgements=[merged]).actors) == 1
    undone = judgement("same", a, b, withdrawn=dt.datetime(2024, 2, 1, tzinfo=dt.UTC))
    assert resolve(extracts, judgements=[undone]) == before


def test_every_id_is_rewritten_to_the_records_actor(story: Any) -> None:
    first, second = story("Mira Kost met him.", source="a"), story("Mira Kost left.", source="b")
    first.actor("Mira Kost")
    second.account("left", "RETREAT", actors=(second.actor("Mira Kost"),))
    record = resolve([first.extract(), second.extract()])
    assert record.accounts[0].actors == (named(record, "Mira Kost").id,)
