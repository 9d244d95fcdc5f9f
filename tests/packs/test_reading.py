from pathlib import Path

import pytest

from dragoman import packs
from dragoman.errors import PackError
from dragoman.packs.reading import read_pack

INFO = "name: karvelia\nabout: an invented conflict\n"


def folder(tmp_path: Path, **files: str) -> Path:
    path = tmp_path / "karvelia"
    path.mkdir()
    (path / "pack.yaml").write_text(files.pop("pack", INFO), "utf-8")
    for name, text in files.items():
        (path / f"{name}.yaml").write_text(text, "utf-8")
    return path


def test_keys_are_completed_with_the_name_of_the_pack(tmp_path: Path) -> None:
    actors = (
        "- {key: nfa, name: Northern Free Army, type: armed_group, abbreviations: [NFA]}\n"
        "- {key: ada-noor, name: Ada Noor, type: person, roles: [{title: leader, of: nfa}]}\n"
    )
    loaded = packs.load(folder(tmp_path, actors=actors))
    assert list(loaded.actors) == ["karvelia:nfa", "karvelia:ada-noor"]
    assert loaded.actors["karvelia:ada-noor"].roles[0].of == "karvelia:nfa"


def test_a_bare_no_is_norway_not_false(tmp_path: Path) -> None:
    places = "- {key: fjord, name: Fjord, type: river, country: NO, lat: 60.5, lon: 7}\n"
    place = packs.load(folder(tmp_path, places=places)).places["karvelia:fjord"]
    assert (place.country, place.lat, place.lon) == ("NO", 60.5, 7.0)


def test_a_state_makes_state_government_and_forces(tmp_path: Path) -> None:
    states = "- {code: KV, name: Karvelia, adjectives: [Karvelian], capital: Tarsk}\n"
    loaded = packs.load(folder(tmp_path, states=states))
    assert list(loaded.actors) == ["karvelia:kv", "karvelia:kv-government", "karvelia:kv-forces"]
    assert loaded.states["KV"].seats == ("Tarsk",)
    assert [a.key for a in loaded.whole("karvelia:kv-forces")] == [
        "karvelia:kv-government",
        "karvelia:kv",
    ]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"actors": "- {key: nfa, name: NFA, type: army}\n"}, ["actors.yaml", "entry 1 (nfa)"]),
        ({"actors": "- {key: nfa, name: N, type: group, alias: [X]}\n"}, ["entry 1 (nfa)"]),
        ({"actors": "key: nfa\n"}, ["actors.yaml", "must be a list"]),
        ({"places": "- {key: a, name: A, type: city, lat: 91}\n"}, ["places.yaml", "entry 1 (a)"]),
        ({"actors": "- {name: A, type: group}\n"}, ["entry 1 (without a key)"]),
        ({"actors": "- {key: a, name: [\n"}, ["not readable as YAML"]),
        ({"agrements": "[]"}, ["agrements.yaml", "not a file of a pack"]),
        (
            {"actors": "- {key: a, name: A, type: group}\n- {key: a, name: B, type: group}\n"},
            ["used twice"],
        ),
        ({"pack": "name: karvelia\n"}, ["pack.yaml", "about"]),
    ],
)
def test_a_mistake_is_reported_with_its_file_and_entry(
    tmp_path: Path, files: dict[str, str], words: list[str]
) -> None:
    with pytest.raises(PackError) as raised:
        packs.load(folder(tmp_path, **files))
    assert all(word in str(raised.value) for word in words)


def test_a_reference_to_nothing_is_an_error(tmp_path: Path) -> None:
    actors = "- {key: a, name: A, type: group, part_of: b}\n"
    with pytest.raises(PackError, match=r"nothing has the key 'karvelia:b'"):
        packs.load(folder(tmp_path, actors=actors))


def test_an_unknown_pack_is_an_error_that_names_the_shipped_ones() -> None:
    with pytest.raises(PackError, match="syria, world, yemen"):
        read_pack("karvelia")


def test_packs_that_need_one_another_are_an_error(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "pack.yaml").write_text(f"{INFO}needs: [world]\n", "utf-8")
    assert [pack.info.name for pack in packs.load(path).packs] == ["world", "karvelia"]
