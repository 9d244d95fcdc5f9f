"""Tags in texts that have lost their commas."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Government strikes killed 14 people in the north a monitoring group said on Thursday.",
            "a monitoring group", "Government strikes killed 14 people in the north",
        ),
        (
            "Five of the wounded died on Sunday the League told KNA.",
            "the League", "Five of the wounded died on Sunday",
        ),
        (
            "Three shells hit the town of Sarn on Monday the Karvelian Observatory for Peace (KOP) "
            "said despite a truce.",
            "the Karvelian Observatory for Peace (KOP)",
            "Three shells hit the town of Sarn on Monday",
        ),
        (
            "The planes bombed the road to the town of Sarn the League's director Pavel Novak said "
            "noting that the army had left.",
            "the League's director Pavel Novak", "The planes bombed the road to the town of Sarn",
        ),
        (
            "Two men were killed in Tarsk city residents said.",
            "residents", "Two men were killed in Tarsk city",
        ),
        (
            "The rebels killed three soldiers residents and aid workers said.",
            "residents and aid workers", "The rebels killed three soldiers",
        ),
        (
            "The road was bombed by aircraft of the eastern coalition League officials said.",
            "League officials", "The road was bombed by aircraft of the eastern coalition",
        ),
        (
            "Fighting was going on in the area near the academy it said but had no toll.",
            "it", "Fighting was going on in the area near the academy",
        ),
        (
            "The raids hit Hass an activist with the opposition Tarsk Media Centre told KNA.",
            "an activist with the opposition Tarsk Media Centre", "The raids hit Hass",
        ),
        (
            "A raid on forces advancing towards the town left 28 men dead a monitor said.",
            "a monitor", "A raid on forces advancing towards the town left 28 men dead",
        ),
        (
            "At least 20 people have been killed in the market says a group of doctors in Tarsk.",
            "a group of doctors in Tarsk", "At least 20 people have been killed in the market",
        ),
        (
            "Around 600000 people live in besieged parts of Karvelia said the United Nations.",
            "the United Nations", "Around 600000 people live in besieged parts of Karvelia",
        ),
        (
            "Karvelian units retook the town after the rebels were driven out a source on the "
            "ground announced on Sunday.",
            "a source on the ground",
            "Karvelian units retook the town after the rebels were driven out",
        ),
        (
            "We are not considering proposing another vote said the official who asked not to be "
            "named.",
            "the official who asked not to be named",
            "We are not considering proposing another vote",
        ),
        (
            "Shells also hit the northern town of Osta activist Pavel Ruban said.",
            "activist Pavel Ruban", "Shells also hit the northern town of Osta",
        ),
        (
            "Around 2000 families were stuck on the road to Tarsk one of them told KNA.",
            "one of them", "Around 2000 families were stuck on the road to Tarsk",
        ),
        (
            "The fighting is causing shortages of bread they say because the road is closed.",
            "they", "The fighting is causing shortages of bread",
        ),
        (
            "The raid killed 47 the opposing Tarsk-based Karvelian Observatory reported.",
            "the opposing Tarsk-based Karvelian Observatory", "The raid killed 47",
        ),
        (
            "The attacks were crimes against humanity the rights group said.",
            "the rights group", "The attacks were crimes against humanity",
        ),
        (
            "On July 31 an assault killed at least 80 people in Tarsk rights groups said.",
            "rights groups", "On July 31 an assault killed at least 80 people in Tarsk",
        ),
        (
            "The fighters attacked Sarn in the early hours of Saturday army spokesman Pavel Ruban "
            "and Karvelian security sources told KNA.",
            "army spokesman Pavel Ruban and Karvelian security sources",
            "The fighters attacked Sarn in the early hours of Saturday",
        ),
        (
            "Dozens of militants early on Monday attacked posts south of the town of Sarn an NFA "
            "stronghold on the river said the Karvelian Observatory for Human Rights.",
            "the Karvelian Observatory for Human Rights",
            "Dozens of militants early on Monday attacked posts south of the town of Sarn an NFA "
            "stronghold on the river",
        ),
        (
            "Most centres in the east are inaccessible to the population the WHO said.",
            "the WHO", "Most centres in the east are inaccessible to the population",
        ),
        (
            "The town has been hit since dawn Omar Said a Tarsk-based media activist told KNA.",
            "Omar Said a Tarsk-based media activist", "The town has been hit since dawn",
        ),
        (
            "Planes hit a bridge near the border with Iraq an organisation monitoring the war said "
            "on Friday.",
            "an organisation monitoring the war", "Planes hit a bridge near the border with Iraq",
        ),
        (
            "The villages have been captured by a coalition of militias an organisation that "
            "monitors the war said on Monday.",
            "an organisation that monitors the war",
            "The villages have been captured by a coalition of militias",
        ),
        (
            "The advance was backed by fighters from Homs officials close to the army have said.",
            "officials close to the army", "The advance was backed by fighters from Homs",
        ),
        (
            "The rebels attacked the Aleppo road on Sunday Karvelia Live Network (KLN) reported.",
            "Karvelia Live Network (KLN)", "The rebels attacked the Aleppo road on Sunday",
        ),
        (
            "The men who were freed are now in hospital KNA reports.",
            "KNA", "The men who were freed are now in hospital",
        ),
        (
            "There is no reason to wait for the convoy now she said heading into a meeting.",
            "she", "There is no reason to wait for the convoy now",
        ),
    ],
)  # fmt: skip
def test_the_clause_before_an_unmarked_tag_is_what_was_said(
    claims_of: ClaimsOf, text: str, source: str, content: str
) -> None:
    claim = claims_of(text)[0]
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == source
    assert [piece.quote for piece in claim.content] == [content]


def test_what_is_added_behind_an_unmarked_tag_is_said_too(claims_of: ClaimsOf) -> None:
    text = "Air raids on the town killed 13 people the League said most of them in the market."
    (claim,) = claims_of(text)
    assert [piece.quote for piece in claim.content] == [
        "Air raids on the town killed 13 people",
        "most of them in the market",
    ]


def test_an_unmarked_tag_may_part_a_subject_from_its_verb(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The bombs the ministry said struck a bus and a school.")
    assert [piece.quote for piece in claim.content] == ["The bombs", "struck a bus and a school"]


def test_men_said_to_be_rebels_say_nothing(claims_of: ClaimsOf) -> None:
    text = "Officials said the men were rebels said to be close to Karvelia."
    assert [c.speaker.name for c in claims_of(text)] == ["Officials"]


@pytest.mark.parametrize(
    "text",
    [
        "The officer who led the attack said nothing on Monday.",
        "When the shelling stopped the commander reported to the general.",
        "The League's envoy to the talks in Tarsk said hello.",
        "The raid is the ninth of its kind, a deed rarely reported in the south of Karvelia.",
        "Three people were killed near the police station in an attack claimed by a man in black.",
    ],
)
def test_a_verb_with_its_plain_subject_is_no_tag(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_whom_an_unmarked_tag_cites_says_it_too(claims_of: ClaimsOf) -> None:
    text = "The army took the town, the Tarsk Online website reported on Sunday, quoting officials."
    claims = claims_of(text)
    assert [c.content[0].quote for c in claims] == ["The army took the town"] * 2
    assert [c.speaker.evidence.quote for c in claims if c.speaker.evidence is not None] == [
        "the Tarsk Online website",
        "officials",
    ]


def test_how_something_was_done_ends_what_a_report_says(claims_of: ClaimsOf) -> None:
    text = (
        "The League said in a report that Tarsk was shelled. Before the troops left they executed "
        "nine captives by shooting the report added."
    )
    added = claims_of(text)[-1]
    assert added.speaker.name == "the League"
    assert (
        added.content[0].quote == "Before the troops left they executed nine captives by shooting"
    )


def test_a_warning_is_by_those_who_act_not_by_those_for_whom_they_do(claims_of: ClaimsOf) -> None:
    text = (
        "Local councils civil bodies and rebel factions are making a great effort to run camps and "
        "to provide services for civilians warning that Karvelia might seize the town."
    )
    (claim,) = claims_of(text)
    assert claim.speaker.name == "Local councils civil bodies and rebel factions"
