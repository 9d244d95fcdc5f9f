import pytest
from fastapi.testclient import TestClient

from dragoman.web.pages.actor import actor_of
from dragoman.web.pages.actors import actors_of
from dragoman.web.snapshot import Snapshot


def speaker(snap: Snapshot) -> str:
    named = (actor for actor in snap.claims_by_speaker if snap.actors[actor].named)
    return max(named, key=lambda actor: (len(snap.claims_by_speaker[actor]), actor))


def test_the_most_told_of_come_first_and_the_unnamed_not_at_all(snap: Snapshot) -> None:
    view = actors_of(snap)
    weights = [a.said + a.about for a in view.actors]
    assert weights[0] > 0
    assert all(snap.actors[item.id].named for item in view.actors)
    assert actors_of(snap, unnamed=True).paging.total > view.paging.total


def test_a_name_is_found_without_its_marks(snap: Snapshot) -> None:
    name = snap.actors[speaker(snap)].name
    found = actors_of(snap, q=name.upper())
    assert speaker(snap) in [item.id for item in found.actors]
    assert actors_of(snap, q="no such name").actors == ()


def test_an_actor_has_what_it_said_and_what_was_said_of_it(snap: Snapshot) -> None:
    name = speaker(snap)
    view = actor_of(snap, name)
    parts = {part.code: part for part in view.parts}
    assert parts["said"].total == len(snap.claims_by_speaker[name])
    about = {claim.id for claim in snap.claims_about.get(name, ())}
    assert parts["about"].total == len(about)
    assert about.isdisjoint(claim.id for claim in snap.claims_by_speaker[name])


def test_one_part_can_be_asked_for_as_a_whole(snap: Snapshot) -> None:
    view = actor_of(snap, speaker(snap), show="said")
    (part,) = view.parts
    assert part.paging is not None
    assert len(part.statements) == min(part.total, 40)


def test_roles_come_with_the_words_that_give_them(snap: Snapshot) -> None:
    name = next(actor.id for actor in snap.record.actors if actor.roles)
    roles = actor_of(snap, name).roles
    assert all(role.quotes and role.quotes[0].evidence.quote for role in roles)


def test_an_actor_is_no_namesake_of_itself(snap: Snapshot) -> None:
    for actor in snap.record.actors:
        if actor.named:
            assert actor.id not in [other.id for other in actor_of(snap, actor.id).namesakes]


@pytest.mark.parametrize("path", ["/actors/act-none", "/actors/act-none?format=json"])
def test_an_unknown_actor_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
