"""For whom nameless persons speak."""

from __future__ import annotations

import pytest

from dragoman.extraction.actors import Actors
from dragoman.language import parse
from dragoman.model import Extract, Report, Role, Span
from dragoman.packs import Pack, PackActor, PackInfo, Packs

ARMY = PackActor(key="nfa", name="Northern Free Army", type="armed_group", nominals=("group",))
PACKS = Packs([Pack(info=PackInfo(name="x", about="x"), actors=(ARMY,))])


def post(text: str) -> list[tuple[str, str]]:
    """Return the posts of the nameless persons of a text: title, and whose."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = Actors(PACKS)(parse(report), Extract(report=report))
    names = {actor.id: actor.name for actor in extract.actors}
    roles: list[Role] = [r for a in extract.actors if not a.named for r in a.roles]
    return [(role.title, names[role.of or ""]) for role in roles]


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ("A Northern Free Army spokesman", "spokesman"),
        ("A spokeswoman for the Northern Free Army", "spokeswoman"),
        ("A commander with the group", "commander"),
    ],
)
def test_a_nameless_person_has_a_post_in_the_body_beside_it(who: str, title: str) -> None:
    text = f"The Northern Free Army shelled Selmo. {who} denied any losses."
    assert post(text) == [(title, "Northern Free Army")]


@pytest.mark.parametrize("who", ["A prisoner of the Northern Free Army", "A spokesman in Selmo"])
def test_whom_a_body_holds_and_who_is_of_nobody_has_no_post_in_it(who: str) -> None:
    assert post(f"The Northern Free Army shelled Selmo. {who} denied any losses.") == []


@pytest.mark.parametrize("again", ["The militant group", "The movement"])
def test_an_armed_group_is_called_by_what_it_is(again: str) -> None:
    text = f"The Northern Free Army shelled Selmo. {again} denied any losses."
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    extract = Actors(PACKS)(parse(report), Extract(report=report))
    army = next(actor.id for actor in extract.actors if actor.named)
    assert (again, army) in {(m.evidence.quote, m.actor) for m in extract.actor_mentions}
