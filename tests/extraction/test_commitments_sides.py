"""Whom a speaker can bind. The states are invented."""

from dragoman.extraction.commitments_sides import Sides
from dragoman.model import Actor, Role

STATE = Actor(id="s", name="Karvelia", names=("Karvelia",), type="state")
ARMY = Actor(id="a", name="Armed forces of Karvelia", names=("the army",), type="government")
OTHER = Actor(id="o", name="Armed forces of Ostland", names=("the army",), type="government")
MINISTER = Actor(
    id="m", name="Novak", names=("Novak",), type="person", roles=(Role(title="minister", of="s"),)
)


def test_a_minister_binds_the_army_of_that_state_alone() -> None:
    sides = Sides((STATE, ARMY, OTHER, MINISTER))
    assert sides.binds(("m",), "a")
    assert not sides.binds(("m",), "o")


def test_an_army_does_not_bind_a_minister() -> None:
    assert not Sides((STATE, ARMY, MINISTER)).binds(("a",), "m")


def test_we_in_a_ministers_mouth_is_the_state() -> None:
    sides = Sides((STATE, ARMY, MINISTER))
    assert sides.ours("m") == "s"
    assert sides.ours("a") == "a"
