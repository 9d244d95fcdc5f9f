import pytest

from dragoman.reading.datelines import dateline_at


@pytest.mark.parametrize(
    ("head", "places", "agency"),
    [
        ("MOSCOW, January 25. /TASS/. ", ("MOSCOW",), "TASS"),
        ("BEIRUT: ", ("BEIRUT",), None),
        ("ASTANA/GENEVA/MOSCOW: ", ("ASTANA", "GENEVA", "MOSCOW"), None),
        ("KABUL, Afghanistan (AP) — ", ("KABUL, Afghanistan",), "AP"),
        ("UNITED NATIONS, Sept. 5 (Xinhua) -- ", ("UNITED NATIONS",), "Xinhua"),
        ("MOSCOW. Jan 25 (Interfax) - ", ("MOSCOW",), "Interfax"),
        ("Tehran, Sept 4, IRNA – ", ("Tehran",), "IRNA"),
        ("Damascus, SANA – ", ("Damascus",), "SANA"),
        ("ISTANBUL, Turkey, Oct 27, 2018 (AFP) - ", ("ISTANBUL, Turkey",), "AFP"),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] ", ("SAN SALVADOR",), None),
        ("AMMAN/BEIRUT (Reuters) - ", ("AMMAN", "BEIRUT"), "Reuters"),
        (
            "TARSK (KARVELIA), 17 JUN 89 (RADIO SELMO) -- [TEXT] ",
            ("TARSK (KARVELIA)",),
            "RADIO SELMO",
        ),
        ("TARSK, 7 DEC 89 (SELMO CANAL 1) -- [TEXT] ", ("TARSK",), "SELMO CANAL 1"),
        ("TARSK, NO DATE (RADIO SELMO) -- [TEXT] ", ("TARSK",), None),
        ("BEIRUT (Reuters), June 3 - ", ("BEIRUT",), "Reuters"),
    ],
)
def test_a_dateline_is_taken_apart(head: str, places: tuple[str, ...], agency: str | None) -> None:
    text = head + "The leaders met again."
    line = dateline_at(text, 0, len(text))
    assert line is not None
    assert (line.places, line.agency) == (places, agency)
    assert text[line.after :] == "The leaders met again."


def test_authors_inside_a_dateline_are_taken() -> None:
    text = "Moscow - By Ann Bell and Carl Dorn, - Karvelia's envoy spoke."
    line = dateline_at(text, 0, len(text))
    assert line is not None
    assert line.authors == ("Ann Bell", "Carl Dorn")
    assert text[line.after :].startswith("Karvelia's")


@pytest.mark.parametrize(
    "text",
    [
        "Analysis - The war goes on.",
        "NATO - The alliance met.",
        "The Islamic State (ISIS, Daesh) said it had fired.",
        "U.N. envoy Ann Bell said so.",
        "In Moscow: the talks begin.",
        "Syria: The war goes on.",
        "Moscow said on Monday - again - that it would stay.",
    ],
)
def test_the_beginning_of_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline_at(text, 0, len(text)) is None


def test_an_unknown_wire_is_named_by_its_dateline() -> None:
    text = "GARN, March 21, 2019 (Northwire) - Talks began."
    line = dateline_at(text, 0, len(text))
    assert line is not None
    assert line.agency == "Northwire"


@pytest.mark.parametrize("wire", ["(SELMO CANAL 1)", "[SELMO CANAL 1)", "(SELMO, KARVELIA)"])
def test_two_digits_are_a_year_before_whatever_broadcaster(wire: str) -> None:
    text = f"TARSK (KARVELIA), 7 DEC 89 {wire} -- [TEXT] The leaders met again."
    line = dateline_at(text, 0, len(text))
    assert line is not None
    assert line.date is not None
    assert str(line.date.certain) == "1989-12-07"
