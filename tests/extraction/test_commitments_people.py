"""Who undertakes something when the text gives no name. The conflict is invented."""

from dragoman.extraction.commitments_people import Promisers
from dragoman.language import parse
from dragoman.model import Extract, Report, Span


def test_the_two_sides_are_an_unnamed_actor_of_their_own() -> None:
    text = "The two sides agreed to leave Selmo."
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    people = Promisers(document, Extract(report=report))
    (side,) = people.undertaking([t for t in document.tokens if t.text == "sides"])
    assert people.new[side].name == "two sides"
    assert not people.new[side].named
    assert people.mentions[0].evidence.quote == "The two sides"


def test_a_thing_undertakes_nothing() -> None:
    text = "The road agreed to leave Selmo."
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    assert Promisers(document, Extract(report=report)).undertaking(document.tokens[1:2]) == ()


def test_what_a_relative_vows_is_his_own_affair() -> None:
    text = "Her husband vowed to live and die there."
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    assert Promisers(document, Extract(report=report)).undertaking(document.tokens[1:2]) == ()
