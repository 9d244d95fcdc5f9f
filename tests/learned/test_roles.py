"""The reader of roles, on sentences of an invented conflict."""

import pytest

from dragoman.learned.roles import VOICES, RoleReader
from dragoman.model import Span

DEAD = "Shells fell on Garn all day. The mayor said that 23 people had died, and 40 had been hurt."
DENIED = (
    "The League said that the army had shelled the clinic. The army said that not one shell had "
    "left its guns."
)


@pytest.fixture(scope="module")
def reader() -> RoleReader:
    return RoleReader()


def where(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_denial_in_words_of_its_own_is_told_from_what_it_answers(reader: RoleReader) -> None:
    roles = reader.read(DENIED)
    denial = roles.voice(where("not one shell had left its guns", DENIED), "denial")
    charge = roles.voice(where("the army had shelled the clinic", DENIED), "denial")
    assert denial > 0.7 > 0.3 > charge


def test_a_text_longer_than_a_window_has_a_row_for_every_piece(reader: RoleReader) -> None:
    text = " ".join([DEAD] * 20)
    roles = reader.read(text)
    n = len(roles.starts)
    assert roles.voices.shape == (n, len(VOICES))
    assert roles.starts[-1] == len(text) - 1


def test_the_same_text_has_the_same_roles_each_time(reader: RoleReader) -> None:
    assert (reader.read(DEAD).voices == RoleReader().read(DEAD).voices).all()
