"""What is shown of a claim that stands in pieces."""

from msgspec.structs import replace

from dragoman.assessment.index import Index
from dragoman.assessment.statements import statements
from dragoman.library import build, read_extract
from dragoman.model import Extract
from dragoman.reading import Item

TEXT = (
    "The government will look into the attack that killed ten in Tarsk on 31 October, which the "
    "Front has blamed on the army."
)


def test_a_position_shows_no_date_alone() -> None:
    found = read_extract(Item(name="a.txt", content=TEXT.encode(), form="text"))
    assert isinstance(found, Extract)
    record = build([found])
    claim = record.claims[0]
    report = record.reports[0]

    def piece(words: str) -> object:
        start = report.text.index(words)
        return replace(claim.content[0], start=start, end=start + len(words), quote=words)

    pieces = (piece("31 October"), piece("on the army"))
    record = replace(record, claims=(replace(claim, content=pieces),))
    index = Index(record)
    shown = [one.stance(index, "x").position.evidence.quote for one in statements(index)]
    assert "on the army" in shown
    assert "31 October" not in shown
