from dragoman.model import Span
from dragoman.reading.lines import lines_of, paragraphs, unfinished


def said(text: str) -> list[str]:
    return [" ".join(block.span.of(text).split()) for block in paragraphs(text)]


def test_each_line_is_a_paragraph_when_lines_are_long() -> None:
    text = "The envoy left Tarsk on Monday.\nRebels said they would wait.\r\n\r\nNobody else spoke."
    assert said(text) == [
        "The envoy left Tarsk on Monday.",
        "Rebels said they would wait.",
        "Nobody else spoke.",
    ]


def test_a_sentence_cut_by_a_blank_line_stays_one_paragraph_with_a_join() -> None:
    text = (
        "Bell met Prime Minister Carl Dorn and Karvelian\n\n"
        "Foreign Minister Eva Finn, who asked for help in the talks."
    )
    # "Karvelian" is in no list: the cut is told by the next test's words only.
    assert len(paragraphs(text)) == 2
    cut = text.replace("Karvelian", "Syrian")
    (block,) = paragraphs(cut)
    assert block.joins == (Span(cut.index("\n\n"), cut.index("Foreign")),)


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    text = "The rebels of the north said that they would\nkeep to the truce until Friday."
    assert len(paragraphs(text)) == 1


def test_a_heading_is_not_joined_to_the_next_paragraph() -> None:
    text = "Expert says talks in Tarsk have an effect\n\nThe meeting ended on Monday, he said."
    assert len(paragraphs(text)) == 2


def test_lines_cut_at_a_column_are_put_together_by_paragraph() -> None:
    text = (
        "   TARSK, 3 JAN 90 -- THE BATTALION COMMAND HAS REPORTED THAT ABOUT\n"
        "FIFTY PEASANTS OF VARIOUS AGES HAVE BEEN KIDNAPPED BY THE REBELS OF\n"
        "THE NORTHERN FREE ARMY IN THE DEPARTMENT OF OSTRAVA ON WEDNESDAY\n"
        "NIGHT.\n\n"
        "   MEANWHILE, THREE FIGHTERS WERE KILLED AND SEVEN OTHERS WOUNDED IN\n"
        "CLASHES IN THE DEPARTMENTS OF THE SOUTH AND IN THE CAPITAL'S SUBURBS\n"
        "YESTERDAY.\n"
    )
    assert [line[:8] for line in said(text)] == ["TARSK, 3", "MEANWHIL"]


def test_odd_spaces_around_a_line_are_left_out() -> None:
    text = "\u200b\u00a0Tarsk \u00a0\n\ufeff \u2028Ostrava"
    assert [line.span.of(text) for line in lines_of(text)] == ["Tarsk", "Ostrava"]


def test_a_line_that_ends_with_a_function_word_is_unfinished() -> None:
    assert unfinished("Four leaders agreed on Friday to set up a")
    assert not unfinished("Four leaders agreed on Friday to set up a committee")
