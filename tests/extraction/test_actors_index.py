from dragoman.extraction.actors_index import NameIndex, fold
from dragoman.model import Span
from dragoman.packs import Pack, PackActor, PackInfo, Packs


def index(*actors: PackActor) -> NameIndex:
    return NameIndex(Packs([Pack(info=PackInfo(name="x", about="x"), actors=actors)]))


def found(names: NameIndex, text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.key) for m in names.find(text, Span(0, len(text)))]


ARMY = PackActor(
    key="x:nfa",
    name="Northern Free Army",
    type="armed_group",
    aliases=("Free Army", "Jaish al-Shimal"),
    abbreviations=("NFA", "IS"),
)
STATE = PackActor(
    key="x:us", name="United States", type="state", abbreviations=("US", "U.S."), country="US"
)


def test_the_longest_name_wins() -> None:
    assert found(index(ARMY), "the Northern Free Army left") == [("Northern Free Army", "x:nfa")]


def test_hyphens_apostrophes_and_accents_do_not_matter() -> None:
    names = index(ARMY)
    for text in ("Jaish al Shimal", "Jaish Al-Shimal", "Jaïsh al‑Shimal"):
        assert found(names, text) == [(text, "x:nfa")]


def test_an_abbreviation_matches_only_as_written() -> None:
    names = index(ARMY, STATE)
    assert found(names, "it is with us, Is it? IS fled") == [("IS", "x:nfa")]


def test_a_name_in_small_letters_is_no_name() -> None:
    assert found(index(ARMY), "a free army of volunteers") == []


def test_stops_between_and_after_single_letters_belong_to_the_name() -> None:
    assert found(index(STATE), "the U.S. said") == [("U.S.", "x:us")]


def test_a_name_does_not_run_over_the_end_of_a_sentence() -> None:
    assert found(index(ARMY), "They were Northern. Free Army units came") == [
        ("Free Army", "x:nfa")
    ]


def test_folding_keeps_letters_apart_from_case_and_accents() -> None:
    assert fold("Ğül") == "gul"


def test_a_genitive_without_its_apostrophe_is_the_name_where_asked_for() -> None:
    names, text = index(ARMY), "the Northern Free Armys hills"
    assert found(names, text) == []
    matches = list(names.find(text, Span(0, len(text)), bare_genitives=True))
    assert [m.span.of(text) for m in matches] == ["Northern Free Armys"]
