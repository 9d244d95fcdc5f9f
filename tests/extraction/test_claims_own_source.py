"""A source that stands in the sentence, in another order than "X said that Y", still speaks."""

from collections.abc import Callable

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Claim, Extract, Report, Span
from dragoman.packs import default

ClaimsOf = Callable[[str], tuple[Claim, ...]]


def read(text: str) -> Extract:
    """Return a report read with all steps."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    return default_pipeline(default())(parse(report), Extract(report=report))


def told(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(c.speaker.name, " ".join(p.quote for p in c.content)) for c in claims]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "The Karvelian Center for Peace Studies however puts the death toll from the "
            "six-year conflict at more than 470000 people.",
            "Karvelian Center for Peace Studies",
            "the death toll from the six-year conflict at more than 470000 people",
        ),
        (
            "Five medics were killed when an air strike hit a clinic near Tarsk late Tuesday the "
            "aid group that runs it said.",
            "aid group that runs it",
            "Five medics were killed when an air strike hit a clinic near Tarsk late Tuesday",
        ),
        (
            "A car bomb hit a taxi stand in the district of the Selmite sect of President Igor "
            "Orr said Pavel Novak.",
            "Pavel Novak",
            "A car bomb hit a taxi stand in the district of the Selmite sect of President Igor Orr",
        ),
        (
            "Varnian state media gave a toll of 44 dead and 140 injured in the bombing which hit "
            "a western district of the city.",
            "Varnian state media",
            "44 dead and 140 injured",
        ),
        (
            "The Observatory said government airstrikes and shelling on opposition areas in Selmo "
            "city and the surrounding countryside killed 40 civilians Saturday.",
            "Observatory",
            "government airstrikes and shelling on opposition areas in Selmo city and the "
            "surrounding countryside killed 40 civilians Saturday",
        ),
        (
            "A suicide bomber killed 25 soldiers in western Selmo on Monday a monitoring group "
            "said Tags Selmo Front al-Orr Varnia Orr extremism war.",
            "monitoring group",
            "A suicide bomber killed 25 soldiers in western Selmo on Monday",
        ),
        (
            "Since then ten people have been killed and many displaced across the war-battered "
            "country UN estimates suggest.",
            "UN",
            "Since then ten people have been killed and many displaced across the war-battered "
            "country",
        ),
    ],
)
def test_the_source_of_a_sentence_speaks(
    claims_of: ClaimsOf, text: str, who: str, words: str
) -> None:
    assert (who, words) in told(claims_of(text))


def test_a_toll_put_higher_is_said_by_who_puts_it_there(claims_of: ClaimsOf) -> None:
    text = "Local activists put the death toll higher saying that around 32 have been killed."
    assert [name for name, _ in told(claims_of(text))] == ["Local activists"] * 2


def test_who_is_told_something_does_not_condemn_it() -> None:
    text = "Pavel Novak told Al-Zahar news channel condemning the bombardment as a massacre."
    assert all(claim.speaker.name == "Pavel Novak" for claim in read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "World leaders have responded to the claim by activists that 640 people were killed.",
        "The government tried to counter activist claims that 640 people were killed.",
    ],
)
def test_who_answers_a_claim_does_not_make_it(claims_of: ClaimsOf, text: str) -> None:
    (claim,) = (c for c in claims_of(text) if "640" in c.content[0].quote)
    assert "activist" in claim.speaker.name


def test_who_must_act_if_allegations_are_true_does_not_allege(claims_of: ClaimsOf) -> None:
    text = "Novak said powers must respond with force if allegations that Varnia did it are true."
    assert [c.speaker.name for c in claims_of(text)] == ["Pavel Novak"]


def test_a_claim_that_speaks_is_its_makers() -> None:
    text = (
        "The Northern Free Army (NFA) group said in a statement that a fighter had fired on a "
        "gathering. The claim which did not mention a wedding said 40 people had been killed."
    )
    claims = read(text).claims
    assert claims[-1].content[0].quote == "40 people had been killed"
    assert claims[-1].speaker.name == claims[0].speaker.name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("(Reuters) Western powers say the army has used gas.", "Western powers"),
        ("(TRT World and Agencies) Pavel Novak said the raid killed ten people.", "Pavel Novak"),
        (
            "The raid killed 20 civilians on Monday in the Bab quarter of Aleppo Syria Star "
            "Network (SSN) reported.",
            "Syria Star Network",
        ),
        (
            "At least 14 civilians were killed by airstrikes in the outskirts of Raqqa in northern "
            "Syria Al Zahar TV channel reported on Sunday.",
            "Al Zahar TV",
        ),
        ("Tags raids strikes Aleppo Russia has accused Belgium of killing civilians.", "Russia"),
        ("Blaming Assad Trump says the attack cannot be tolerated.", "Donald Trump"),
        (
            "An Aleppo-based anti-ISIS activist network reported that eight civilians died.",
            "Aleppo-based anti-ISIS activist network",
        ),
    ],
)
def test_no_place_credit_or_foe_is_run_into_a_name(text: str, who: str) -> None:
    assert who in {claim.speaker.name for claim in read(text).claims}


def test_rebels_before_any_group_is_named_are_any_rebels() -> None:
    text = "Rebels said the road was open. An official of the rebel Northern Free Army denied it."
    assert read(text).claims[0].speaker.name == "Rebels"
