import datetime as dt
from collections.abc import Callable

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Packs

ExtractOf = Callable[..., Extract]

SUNDAY = dt.date(2018, 9, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Pavel Novak met with observers on Sunday, saying the vote was fair.",
        "In a statement issued on Sunday, Pavel Novak said the road was open.",
        '"It is open," said the envoy to the talks, Pavel Novak, here on Sunday.',
        "Pavel Novak said on Sunday that the raid took place and added that ten died.",
    ],
)
def test_the_day_is_carried_to_what_was_said(extract_of: ExtractOf, text: str) -> None:
    claims = extract_of(text, times=(("Sunday", SUNDAY),)).claims
    assert [str(claim.said_on) for claim in claims[-1:]] == ["2018-09-02"]


def test_a_day_of_the_deed_is_not_the_day_of_the_words(extract_of: ExtractOf) -> None:
    text = "Pavel Novak was arrested on Sunday and said he was innocent."
    claims = extract_of(text, times=(("Sunday", SUNDAY),)).claims
    assert [claim.said_on for claim in claims] == [None]


def test_since_when_something_is_so_is_not_the_day_of_the_words() -> None:
    text = (
        "Pavel Novak, who was in charge of posts, said since 1982 a new generation of "
        "higher-educated officials have replaced the older cadres."
    )
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    read = default_pipeline(Packs([]), tagger=False)
    claims = read(parse(report), Extract(report=report)).claims
    assert [claim.said_on for claim in claims] == [None]


def test_the_day_of_a_murder_is_not_that_of_its_denial(extract_of: ExtractOf) -> None:
    text = "Karvelia has denied any links with the murder of Pavel Novak eight days ago."
    claims = extract_of(text, times=(("eight days ago", SUNDAY),)).claims
    assert [claim.said_on for claim in claims] == [None]
