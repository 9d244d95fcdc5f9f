"""The codebook lists every code that the model's types allow, and no other."""

from typing import get_args

import pytest

from dragoman.model import About, Act, Status
from dragoman.model.vocabulary import LISTS, label, modes, terms


@pytest.mark.parametrize(
    ("name", "codes"), [("statuses", Status), ("acts", Act), ("disputes", About)]
)
def test_codebook_lists_exactly_the_codes_of_the_type(name: str, codes: object) -> None:
    assert tuple(term.code for term in terms(name)) == get_args(codes)


@pytest.mark.parametrize("name", LISTS)
def test_every_code_has_a_label_and_a_definition(name: str) -> None:
    for term in terms(name):
        for one in (term, *term.modes):
            assert one.code
            assert one.label
            assert one.definition.endswith(".")


def test_label_of_an_unknown_code_is_the_code() -> None:
    assert label("events", "NOVEL") == "NOVEL"


def test_modes_of_a_type_without_modes_are_none() -> None:
    assert modes("AGREE") == ()
