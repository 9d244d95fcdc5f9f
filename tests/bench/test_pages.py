from pathlib import Path

from dragoman.bench import lines, pages


def test_words_are_counted_as_often_as_they_occur() -> None:
    assert pages.score("no no", "no").precision == 0.5
    assert pages.score("", "no").f1 == 0.0


def test_a_line_of_links_is_furniture_and_a_sentence_is_main() -> None:
    found = list(
        lines.main_lines(
            [
                "Home | World | Sport",
                "Envoys of the League met rebel leaders in Tarsk on Monday, monitors said.",
                "The Northern Free Army said that it would not leave the bridge before Friday.",
                "Copyright 2024 Karvelia Post",
            ]
        )
    )
    assert found == [False, True, True, False]


def test_a_set_that_is_not_there_gives_no_rows(tmp_path: Path) -> None:
    assert [*pages.run(tmp_path), *lines.run(tmp_path)] == []
