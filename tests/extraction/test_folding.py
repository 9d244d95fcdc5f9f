import pytest

from dragoman.extraction.folding import fold, sound


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ḩalab", "halab"),
        ("Deir ez-Zor", "deir ez zor"),
        ("CÔTE D’IVOIRE", "cote divoire"),
        ("St. Louis", "saint louis"),
        ("U.S.", "u s"),
        ("", ""),
    ],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Kafra Batna", "Kafr Batna"),
        ("al-Qusayr", "Qusair"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Maarat al-Numan", "Ma'arrat an Nu'man"),
    ],
)
def test_romanisations_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other)) != ""


def test_other_names_sound_otherwise() -> None:
    assert sound("homs") != sound("hama")


def test_too_short_a_name_has_no_sound() -> None:
    assert sound("al ab") == ""
