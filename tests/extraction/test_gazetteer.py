import pickle
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.extraction.gazetteer import FILE, Gazetteer

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not built")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_the_likeliest_place_of_a_name_comes_first(gazetteer: Gazetteer) -> None:
    paris = gazetteer.lookup("Paris")
    assert paris[0].country == "FR"
    assert any(place.country == "US" for place in paris)


def test_case_accents_and_hyphens_do_not_matter(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("SAO PAULO")[0].id == gazetteer.lookup("São Paulo")[0].id
    assert gazetteer.lookup("Deir Ez Zor")[0].country == "SY"


def test_another_romanisation_is_found_when_the_name_as_written_is_not(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.lookup("Kafra Batna")[0].country == "SY"


def test_an_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Tarskovina-upon-Karvel") == ()


def test_a_place_lies_in_its_province_and_country(gazetteer: Gazetteer) -> None:
    homs = next(p for p in gazetteer.lookup("Homs") if p.type == "city" and p.country == "SY")
    syria = gazetteer.lookup("Syria")[0]
    assert homs.within[-1] == syria.id
    assert homs.admin1 == "Homs Governorate"
    assert len(homs.within) == 2


def test_a_country_has_its_code_and_a_capital(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kazakhstan")[0].country == "KZ"
    capital = gazetteer.capital("KZ")
    assert capital is not None
    assert capital.name == "Astana"


def test_precision_is_that_of_the_kind_of_place(gazetteer: Gazetteer) -> None:
    kinds = {p.type: p.precision for p in gazetteer.lookup("Homs") + gazetteer.lookup("Iraq")}
    assert kinds["country"] == "country"
    assert kinds["province"] == "province"
    assert kinds["city"] == "exact"


def test_a_gazetteer_opens_again_in_another_process(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.lookup("Geneva") == gazetteer.lookup("Geneva")


def test_a_missing_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"build_gazetteer\.py"):
        Gazetteer(tmp_path / "none.sqlite")
