from __future__ import annotations

import pytest

from dragoman.resolution.names import is_acronym, same_organisation, same_person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alexander Lavrentyev", "Aleksandr Lavrentiev"),
        ("Yasser Farhan", "Yaser Farhane"),
        ("Walid al-Muallem", "Walid Moallem"),
        ("Mohammed Javad Zarif", "Muhammad Zarif"),
        ("Rami Abdel-Rahman", "Rami Abdulrahman"),
        ("Foreign Minister Walid al-Moallem", "Walid Muallem"),
        ("B. Assad", "Bashar al-Assad"),
    ],
)
def test_spellings_of_one_name_agree(a: str, b: str) -> None:
    assert same_person(a, b) is True
    assert same_person(b, a) is True


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alexander Lavrentyev", "Sergey Lavrov"),
        ("Bashar al-Assad", "Hafez al-Assad"),
        ("Hassan Karimi", "Hussein Karimi"),
        ("Olga Ivanova", "Oleg Ivanov"),
        ("Mira Kost", "Mira Kosta"),
        ("Lavrov", "Lavrentyev"),
    ],
)
def test_namesakes_stay_apart(a: str, b: str) -> None:
    assert same_person(a, b) is False


def test_a_surname_alone_leaves_it_open() -> None:
    assert same_person("Assad", "Bashar al-Assad") is None


def test_organisations_agree_without_the_and_of() -> None:
    assert same_organisation("the League of Northern States", "Northern States League")
    assert not same_organisation("Northern Free Army", "Southern Free Army")


def test_initials_make_an_acronym() -> None:
    assert is_acronym("NFA", "Northern Free Army")
    assert not is_acronym("NFA", "Southern Free Army")
