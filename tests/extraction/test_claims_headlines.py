"""Statements set off by a dash."""

from collections.abc import Callable

import pytest

from dragoman.extraction.claims_signed import trailing_source
from dragoman.language import parse
from dragoman.model import Claim, Report, Span

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def test_a_pull_quote_is_of_whom_it_is_signed_by(claims_of: ClaimsOf) -> None:
    text = 'The town was hit.\n\n"I was afraid of the shells." - Jan Novak, resident of Tarsk'
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "Jan Novak"
    assert claim.content[0].quote == '"I was afraid of the shells."'


def test_a_dash_inside_a_paragraph_signs_nothing(claims_of: ClaimsOf) -> None:
    text = "The town was hit. - Jan Novak left the town on Monday with his family"
    assert claims_of(text) == ()


def source_of(title: str) -> str | None:
    """Who a title says it has it from."""
    whole = Span(0, len(title))
    document = parse(Report(id="r", source="r", sha256="", text=title, headline=whole, body=()))
    found = trailing_source(document, document.tokens)
    return found.source.of(title) if found is not None and found.source is not None else None


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("43 killed in Karvelia army shelling of rebel town Monitor", "Monitor"),
        ("Karvelian army kills 62 rebels east of Tarsk Monitoring group", "Monitoring group"),
        ("Air strikes in northern Karvelia kill 20 civilians activists", "activists"),
        ("Suicide bomber kills six in Tarsk restaurant Reports", "Reports"),
        ("Rebels executed 700 people from Karvelian tribe: monitoring group", "monitoring group"),
        ("Karvelian army kills eight NFA activists", None),
        ("70 militants killed in clashes with Karvelian army", None),
        ("Baby finds illegal drugs in playground in Tarsk, Karvelian police report", None),
    ],
)
def test_a_title_may_end_in_its_source(title: str, source: str | None) -> None:
    assert source_of(title) == source
