import pytest

from dragoman.extraction.event_places import place_of
from dragoman.extraction.gazetteer import FILE, Gazetteer
from dragoman.extraction.places import Places
from dragoman.language import parse
from dragoman.model import Extract, Report, Span

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not built"),
]


@pytest.fixture(scope="module")
def step() -> Places:
    return Places(Gazetteer.open())


def where(step: Places, text: str, trigger: str, look_back: int = 0) -> str | None:
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    extract = step(document, Extract(report=report))
    token = next(token for token in document.tokens if token.text == trigger)
    found = place_of(document, token.i, extract.place_mentions, look_back=look_back)
    return found.evidence.quote if found else None


def test_the_place_that_hangs_on_the_trigger(step: Places) -> None:
    assert where(step, "A car bomb killed ten people in Baghdad on Sunday.", "killed") == "Baghdad"


def test_each_trigger_has_the_place_of_its_clause(step: Places) -> None:
    text = "Rebels attacked a barracks in Homs and soldiers arrested three men in Aleppo."
    assert where(step, text, "attacked") == "Homs"
    assert where(step, text, "arrested") == "Aleppo"


def test_where_it_was_said_is_not_where_it_happened(step: Places) -> None:
    text = "The minister said in Geneva that troops had shelled a market in Hama."
    assert where(step, text, "shelled") == "Hama"


def test_a_government_named_after_its_capital_is_no_place(step: Places) -> None:
    assert where(step, "Moscow attacked the proposal.", "attacked") is None


def test_what_is_attacked_is_where_it_happens(step: Places) -> None:
    assert where(step, "The army captured Mosul on Thursday.", "captured") == "Mosul"


def test_the_sentence_before_serves_when_asked(step: Places) -> None:
    text = "Clashes broke out in Mosul. Nine people were killed."
    assert where(step, text, "killed") is None
    assert where(step, text, "killed", look_back=1) == "Mosul"


def test_a_topic_is_not_where_they_talked(step: Places) -> None:
    assert where(step, "Talks over Syria resumed on Monday.", "Talks") is None
    assert where(step, "A summit on Libya was held in Berlin.", "summit") == "Berlin"


def test_a_noun_has_the_place_of_what_it_is_said_to_have_done(step: Places) -> None:
    text = "The airstrike that killed a general at a Baghdad airport drew protests."
    assert where(step, text, "airstrike") == "Baghdad"


def test_no_sentence_before_is_asked_where_this_one_puts_something() -> None:
    step = Places(Gazetteer.open())
    text = "A mine went off in Aleppo. He was mourned in Damascus; the raid had failed."
    assert where(step, text, "raid", look_back=1) != "Aleppo"


def test_whence_somebody_comes_is_not_where_it_happened(step: Places) -> None:
    assert where(step, "A suicide bomber from Jenin killed five people.", "killed") is None
