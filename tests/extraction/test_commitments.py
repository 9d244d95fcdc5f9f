"""Commitments: who undertook what, by when, on what condition. The conflict is invented."""

import datetime as dt

import pytest

from dragoman.extraction.agreements import Agreements
from dragoman.extraction.claims import Claims
from dragoman.extraction.commitments import Commitments
from dragoman.extraction.times import Times
from dragoman.language import parse
from dragoman.model import Actor, ActorMention, Commitment, Dates, Extract, Report, Span
from dragoman.model.actors import MentionForm

ACTORS = ("Karvelia", "Ostland", "NFA", "League")


def told(text: str, *, title: str = "") -> tuple[Commitment, ...]:
    """Return the commitments in a text whose actors are given by name."""
    report = Report(
        id="r",
        source="",
        sha256="",
        text=text,
        title=title or None,
        headline=Span(0, len(title)) if title else None,
        body=(Span(len(title), len(text)),),
        published=Dates.day(dt.date(2021, 6, 10)),
    )
    document = parse(report)
    mentions = tuple(
        ActorMention(evidence=report.evidence(t.span), actor=t.text, form="name", head=t.i)
        for t in document.tokens
        if t.text in ACTORS
    )
    extract = Extract(
        report=report,
        actors=tuple(Actor(id=n, name=n, names=(n,), type="state") for n in ACTORS),
        actor_mentions=mentions,
    )
    for step in (Times(), Claims(), Agreements(), Commitments()):
        extract = step(document, extract)
    return extract.commitments


def test_a_pledge_has_an_action_in_the_reports_words() -> None:
    (one,) = told("Karvelia pledged to free all prisoners by 30 June 2021.")
    assert one.by == ("Karvelia",)
    assert one.action == "free all prisoners by 30 June 2021"
    assert one.due is not None
    assert one.due.end == dt.date(2021, 6, 30)
    assert one.status == "open"


def test_two_things_agreed_are_two_commitments() -> None:
    found = told("Karvelia and NFA agreed to set up a commission and to open the road.")
    assert [one.action for one in found] == ["set up a commission", "open the road"]
    assert all(one.by == ("Karvelia", "NFA") for one in found)


def test_a_clause_that_was_agreed_is_kept_whole() -> None:
    (one,) = told("Karvelia and NFA agreed that a commission should be ready by July 2021.")
    assert one.action == "a commission should be ready by July 2021"
    assert one.due is not None
    assert one.due.end == dt.date(2021, 7, 31)


def test_what_a_government_says_it_would_do_is_undertaken() -> None:
    (one,) = told("Karvelia said on Monday that its negotiators would fly to Ostland on Sunday.")
    assert one.by == ("Karvelia",)
    assert one.due is not None
    assert one.due.end == dt.date(2021, 6, 13)


def test_a_condition_is_kept() -> None:
    (one,) = told("NFA promised to release the pilots if Karvelia stops the shelling.")
    assert one.condition == "Karvelia stops the shelling"
    assert one.action == "release the pilots"


@pytest.mark.parametrize(
    "text",
    [
        "The League urged Karvelia to release the pilots.",
        "Karvelia refused to promise to release the pilots.",
        "Karvelia did not agree to release the pilots.",
        "The League expects Karvelia to release the pilots.",
        "Karvelia may agree to release the pilots.",
        "NFA vowed to bomb the capital.",
        "Karvelia agreed that the valley is dangerous.",
        "Karvelia said the NFA would attack on Sunday.",
        "Karvelia released the pilots.",
    ],
)
def test_no_commitment_from_demands_predictions_threats_or_facts(text: str) -> None:
    assert told(text) == ()


def test_the_terms_of_an_agreement_are_commitments_of_those_who_are_to_keep_them() -> None:
    found = told(
        "Under the Belin accord, Karvelia will free 40 prisoners by 30 June 2021"
        " and NFA will withdraw its guns from the road within ten days."
    )
    assert [(one.by, one.action) for one in found] == [
        (("Karvelia",), "free 40 prisoners by 30 June 2021"),
        (("NFA",), "withdraw its guns from the road within ten days"),
    ]
    assert [one.due.end for one in found if one.due] == [
        dt.date(2021, 6, 30),
        dt.date(2021, 6, 20),
    ]
    assert all(one.agreement for one in found)


def test_what_is_to_be_lifted_once_something_is_done_is_promised_on_that_condition() -> None:
    (one,) = told("Karvelia said it would lift its siege once the guns had been withdrawn.")
    assert one.action == "it would lift its siege"
    assert one.condition == "the guns had been withdrawn"


def test_what_the_headline_and_the_text_tell_is_one_commitment() -> None:
    title = "Karvelia and NFA agree to truce"
    text = "Karvelia and NFA agreed on Tuesday to a ceasefire in the valley."
    (one,) = told(f"{title}\n\n{text}", title=title)
    assert one.action == "a ceasefire in the valley"


def test_a_sentence_given_twice_is_one_commitment() -> None:
    sentence = "Karvelia pledged to free all prisoners."
    assert len(told(f"{sentence} {sentence}")) == 1


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        ("Karvelia pledged $20 million in aid for the camp.", "Karvelia",
         "$20 million in aid for the camp"),
        ("Karvelia made a commitment to stop recruiting children.", "Karvelia",
         "stop recruiting children"),
        ("Under the deal, Karvelia must leave Selmo by 1 July.", "Karvelia",
         "leave Selmo by 1 July"),
        ("The accord obliges Karvelia to release all prisoners.", "Karvelia",
         "release all prisoners"),
        ("The treaty calls for Karvelia to leave Selmo.", "Karvelia", "leave Selmo"),
        ("Karvelia has given its word that the road will be opened.", "Karvelia",
         "the road will be opened"),
        ("A truce was agreed by Karvelia and NFA.", "Karvelia", "A truce"),
        ("Karvelia committed itself to a withdrawal of its guns.", "Karvelia",
         "a withdrawal of its guns"),
    ],
)  # fmt: skip
def test_undertakings_of_many_forms(text: str, by: str, action: str) -> None:
    (one,) = told(text)
    assert one.by[0] == by
    assert one.action == action


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia gave NFA 48 hours to lay down its arms.",
        "Karvelia committed 2,000 soldiers to the assault on Selmo.",
        "Karvelia and NFA agreed on the need for a new constitution.",
        "Karvelia and NFA agreed that Ostland should leave Selmo.",
        "NFA suspended the talks until Karvelia commits itself to releasing prisoners.",
        "The League rejected an offer by Karvelia to release 50 prisoners.",
        "The draft agreement would require Karvelia to leave Selmo.",
        "Karvelia vowed to respond to the killings.",
        "Karvelia promised revenge.",
        "Karvelia and NFA agreed that there would still be much to do after the vote.",
    ],
)
def test_demands_threats_opinions_and_drafts_are_no_undertakings(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Karvelia agreed to leave in exchange for 30 prisoners.", "in exchange for 30 prisoners"),
        ("Karvelia agreed to leave, provided that NFA hands over its guns.",
         "NFA hands over its guns"),
        ("Karvelia promised that nobody will be tried provided weapons are handed in.",
         "weapons are handed in"),
        ("Karvelia agreed to leave even if NFA stays.", None),
        ("Karvelia and NFA agreed on an exchange of prisoners.", None),
    ],
)  # fmt: skip
def test_conditions_of_many_forms(text: str, condition: str | None) -> None:
    assert told(text)[0].condition == condition


def test_both_sides_promise_what_both_sides_promise() -> None:
    text = "Karvelia and the NFA met in Selmo. Both sides promised to free the prisoners by May."
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in ACTORS[:3:2]}
    sides = Span(text.index("Both sides"), text.index(" promised"))

    def mention(span: Span, actor: str, form: MentionForm) -> ActorMention:
        head = document.tokens_in(span)[-1].i
        return ActorMention(evidence=report.evidence(span), actor=actor, form=form, head=head)

    mentions = tuple(
        found
        for name, own in spans.items()
        for found in (mention(own, name, "name"), mention(sides, name, "nominal"))
    )
    actors = tuple(Actor(id=name, name=name, names=(name,), type="state") for name in spans)
    extract = Extract(report=report, actors=actors, actor_mentions=mentions)
    for step in (Times(), Claims(), Agreements(), Commitments()):
        extract = step(document, extract)
    assert {frozenset(found.by) for found in extract.commitments} == {frozenset(spans)}
    assert {claim.speaker.name for claim in extract.claims} == {"Both sides"}


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "Karvelia was given assurances from Ostland that it would not allow any raid.",
            "Ostland",
            "Karvelia",
        ),
        (
            "Karvelia got a guarantee from Ostland that it would lift the siege.",
            "Ostland",
            "Karvelia",
        ),
        ("Ostland gave Karvelia a guarantee that it would lift the siege.", "Ostland", "Karvelia"),
    ],
)
def test_who_is_given_a_promise_is_not_who_makes_it(text: str, by: str, to: str) -> None:
    (one,) = told(text)
    assert (one.by, one.to) == ((by,), (to,))


@pytest.mark.parametrize(
    "text",
    [
        "Karvelia promised to open the road, while observers of the League will be present.",
        "Karvelia promised to open the road, accusing the NFA of having mined it.",
        "Karvelia promised to open the road, which had been shut for a year.",
    ],
)
def test_what_is_told_beside_an_undertaking_is_no_part_of_it(text: str) -> None:
    (one,) = told(text)
    assert one.action == "open the road"
