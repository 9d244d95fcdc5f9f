"""Words printed under the name of who says them."""

import pytest

from dragoman.extraction.quotes_turns import labels_of
from dragoman.language import paragraphs_of
from dragoman.library import read_extract
from dragoman.model import Extract, Span
from dragoman.reading import Item
from dragoman.reading.items import Given

INTERVIEW = """Minister Jan Novak spoke about the raid on Tarsk.

[Orr] Who killed the rector?

[Novak] The guerrillas killed him. We did not fire a shot.

They came at night.

[Orr] Are you sure?

[Novak] Yes. The rebels attacked the town and killed five soldiers."""
ANSWERS = """Foreign Minister Jan Novak was asked about the raid on Tarsk.

Q: Who was behind the raid?

A: The Karvelian army killed nine people there.

Q: Will you go on with the talks?

A: We will sign the agreement."""
COMMUNIQUE = (
    "MONTE, 16 NOV 31 (RADIO MONTE) -- [COMMUNIQUE] [VARNIAN FREEDOM FRONT GENERAL COMMAND] "
    "[TEXT] The Varnian Freedom Front informs the people of its losses.\n\n"
    "The army killed nine people in Tarsk on Monday."
)
TITLED = """Full text of the statement by the Varnian Foreign Ministry on the raid

The Karvelian army killed nine people in Tarsk on Monday."""


def read(text: str) -> Extract:
    given = Given(outlet="Post", published="2031-11-17")
    found = read_extract(Item(name="x.txt", content=text.encode(), form="text", given=given))
    assert isinstance(found, Extract)
    return found


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (claim.speaker.name, claim.content[0].quote, claim.act)
        for claim in read(text).claims
        if claim.cue is None
    ]


def test_a_command_speaks_for_the_body_named_before_it() -> None:
    text = COMMUNIQUE.replace("The Varnian Freedom Front informs", "We inform")
    assert {speaker for speaker, *_ in said(text)} == {"Varnian Freedom Front"}


def labelled(text: str) -> list[int]:
    return [one.paragraph for one in labels_of(text, [*paragraphs_of(text, Span(0, len(text)))])]


def test_what_stands_under_a_name_in_brackets_is_said_by_whom_it_names() -> None:
    assert said(INTERVIEW) == [
        ("Orr", "Who killed the rector?", "ask"),
        ("Jan Novak", "The guerrillas killed him.", "assert"),
        ("Jan Novak", "We did not fire a shot.", "assert"),
        ("Jan Novak", "They came at night.", "assert"),
        ("Orr", "Are you sure?", "ask"),
        ("Jan Novak", "Yes. The rebels attacked the town and killed five soldiers.", "assert"),
    ]
    assert {claim.form for claim in read(INTERVIEW).claims if claim.cue is None} == {"direct"}


def test_a_bare_answer_is_said_by_whom_the_report_names_first() -> None:
    assert [(name, words) for name, words, _ in said(ANSWERS)] == [
        ("Jan Novak", "The Karvelian army killed nine people there."),
        ("Jan Novak", "We will sign the agreement."),
    ]


def test_a_header_names_who_says_the_whole_report() -> None:
    assert said(COMMUNIQUE)[-1][1] == "The army killed nine people in Tarsk on Monday."
    assert {name for name, _, _ in said(COMMUNIQUE)} == {"Varnian Freedom Front"}


def test_a_title_names_whose_text_follows() -> None:
    assert [words for _, words, _ in said(TITLED)] == [
        "The Karvelian army killed nine people in Tarsk on Monday."
    ]
    assert "Varnian Foreign Ministry" in said(TITLED)[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Tarsk: nine killed in a raid.\n\nOrvale: two killed.\n\nTarsk: one more body found.\n\n"
        "Tarsk: all quiet.",
        "[Passage omitted] The army left.\n\n[words indistinct] The rebels came.",
        "[Novak] was not there.",
        "The ministry published the text of the truce.\n\nIt has nine points.",
    ],
)
def test_places_notes_and_single_brackets_label_nothing(text: str) -> None:
    assert labelled(text) == []


def test_names_before_a_colon_label_where_somebody_asks() -> None:
    text = "HOST: Who fired?\n\nNOVAK: They did.\n\nHOST: Why?\n\nNOVAK: Ask them.\n\nHOST: Thanks."
    assert labelled(text) == [0, 1, 2, 3, 4]


def test_what_follows_the_last_label_is_the_reports_own() -> None:
    text = INTERVIEW + "\n\nThe town lies by the river."
    assert labelled(text) == [1, 2, 3, 4, 5]


def test_who_a_label_alone_names_is_called_without_title_and_capitals() -> None:
    text = COMMUNIQUE.replace("VARNIAN FREEDOM FRONT GENERAL COMMAND", "PRESIDENT PAVEL SEDLAR")
    (actor,) = [actor for actor in read(text).actors if "Sedlar" in actor.name]
    assert (actor.name, actor.names, actor.type) == ("Pavel Sedlar", ("Pavel Sedlar",), "person")


def test_a_label_names_whom_the_body_calls_so() -> None:
    text = COMMUNIQUE.replace("VARNIAN FREEDOM FRONT GENERAL COMMAND", "SYRIAN ARMED FORCES")
    text = text.replace("The Varnian Freedom Front", "The Syrian armed forces")
    assert {name for name, _, _ in said(text)} == {"Armed forces of Syria"}


RECORDED = """Radio Monte has learned that two died in Tarsk. The minister was heard:

[begin recording] [Novak] We believe that the guerrillas killed them.

They came at night, when all the people of the town were asleep. [end recording]

The rebels killed a guard of the town hall on Monday and left the town at night."""


def test_what_is_heard_of_a_recording_is_said_by_whom_its_one_label_names() -> None:
    assert [(name, words) for name, words, _ in said(RECORDED)] == [
        ("Novak", "We believe that the guerrillas killed them."),
        ("Novak", "They came at night, when all the people of the town were asleep."),
    ]


def test_what_follows_a_recording_is_the_reports_own() -> None:
    text = f"{RECORDED}\n\n[begin recording] [Orr] It was the army that did it. [end recording]"
    assert {name for name, words, _ in said(text) if "guard" in words} == set()
    assert labelled(text) == [1, 2, 4]
