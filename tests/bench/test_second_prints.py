import msgspec

from dragoman.bench.pair_labels import Pair, Side, Value
from dragoman.bench.second_prints import as_read
from dragoman.model import Report, Span

LEAD = "A blast in Tarsk killed 4 people on Monday."
TEXT = f"Blast in Tarsk {LEAD} {LEAD} A later blast killed 4 people."
START = TEXT.rindex(LEAD)
OTHER = Report(id="b", source="x.csv#2", sha256="", text=LEAD, body=(Span(0, len(LEAD)),))
TWICE = msgspec.structs.replace(
    OTHER, id="a", source="x.csv#1", text=TEXT, headline=Span(0, 14), body=(Span(START, len(TEXT)),)
)
KILLED, NUMBER = (LEAD.index("killed"), LEAD.index("killed") + 6), (24, 25)


def shift(stretch: tuple[int, int], by: int) -> tuple[int, int]:
    return stretch[0] + by, stretch[1] + by


def pair(at: int) -> Pair:
    value = Value("clash", "number", shift(NUMBER, at), NUMBER, "")
    a, b = (Side(str(row), shift(KILLED, by)) for row, by in ((1, at), (2, 0)))
    return Pair("development", same_event=True, why="", a=a, b=b, values=(value,))


def test_a_label_in_the_first_print_of_a_sentence_is_of_the_second() -> None:
    first = TEXT.index(LEAD)
    assert as_read(pair(first), TWICE, OTHER) == pair(START)
    assert as_read(pair(START), TWICE, OTHER) == pair(START)


def test_a_label_that_was_not_read_at_all_stays() -> None:
    first = TEXT.index(LEAD)
    cut = msgspec.structs.replace(TWICE, body=(Span(START + len(LEAD), len(TEXT)),))
    assert as_read(pair(first), cut, OTHER) == pair(first)
    assert as_read(pair(first), None, OTHER) == pair(first)
