from collections.abc import Callable

import pytest

from dragoman.extraction import default_pipeline
from dragoman.language import parse
from dragoman.model import Claim, Extract, Report, Span
from dragoman.packs import default

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ExtractOf = Callable[..., Extract]


def claims_in(text: str) -> tuple[Claim, ...]:
    """Return the claims of a report read with all steps, whose names are found in it."""
    report = Report(id="r", source="r", sha256="", text=text, body=(Span(0, len(text)),))
    return default_pipeline(default())(parse(report), Extract(report=report)).claims


def speakers(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.speaker.name for claim in claims]


def test_he_is_the_last_person_who_spoke(claims_of: ClaimsOf) -> None:
    text = "Pavel Novak said the road was open.\nThe League was silent.\n“It is safe,” he said."
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Medics said two had died. Britain and France have sent the League letters on the "
            "raids which they say were flown by rebels.",
            ["Medics", "Britain and France"],
        ),
        (
            "The League said that rebel groups issued a statement asking people to leave the "
            "buildings which they said would be hit.",
            ["League", "rebel groups", "rebel groups"],
        ),
        (
            "Medics said two had died. Resident said the army had closed the road. They added that "
            "many were beaten.",
            ["Medics", "resident", "resident"],
        ),
    ],
)
def test_they_are_those_of_their_own_sentence_or_who_has_just_spoken(
    text: str, expected: list[str]
) -> None:
    assert speakers(claims_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ten people were hurt, the League said. It said many people were killed adding that "
            "forces had closed the road.",
            ["the League"] * 3,
        ),
        (
            "A study in the Journal of Roads from March noted that few had left. It said the road "
            "was open.\nIt added that it was safe.\nTrucks came, it further said.",
            ["study in the Journal of Roads"] * 4,
        ),
    ],
)
def test_who_goes_on_is_still_who_spoke(
    claims_of: ClaimsOf, text: str, expected: list[str]
) -> None:
    assert speakers(claims_of(text)) == expected


def test_a_speech_that_goes_on_is_no_part_of_the_speakers_name(claims_of: ClaimsOf) -> None:
    text = '"The street was empty" said a resident of the town adding that schools had closed.'
    assert set(speakers(claims_of(text))) == {"resident of the town"}


def test_those_for_whom_something_is_done_do_not_warn(claims_of: ClaimsOf) -> None:
    text = "The League is running schools for civilians warning that the militia might step in."
    assert speakers(claims_of(text)) == ["the League"]


def test_a_name_that_the_parse_cuts_at_a_hyphen_speaks_whole() -> None:
    text = "Jaish al-Islam often refer to rebel opponents as belonging to the Islamic State group."
    assert speakers(claims_in(text)) == ["Jaysh al-Islam"]


def test_it_is_the_last_body_that_spoke_never_a_person(claims_of: ClaimsOf) -> None:
    text = "The League said the road was open. It said the talks would go on."
    assert speakers(claims_of(text)) == ["the League", "the League"]


def test_a_pronoun_without_anybody_before_it_is_an_unnamed_speaker(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of('"The road to the north is open," he said.')
    assert (claim.speaker.name, claim.speaker.actor) == ("unnamed speaker", None)


def test_a_name_in_apposition_is_the_speaker(claims_of: ClaimsOf) -> None:
    assert speakers(claims_of("The League's envoy, Pavel Novak, said the road was open.")) == [
        "Pavel Novak"
    ]


def test_a_name_at_the_end_of_a_role_is_the_speaker(claims_of: ClaimsOf) -> None:
    text = '"The road is open again," the head of the relief group Pavel Novak said.'
    assert speakers(claims_of(text)) == ["Pavel Novak"]


def test_a_hyphen_does_not_end_the_phrase_of_a_speaker(claims_of: ClaimsOf) -> None:
    text = "“The road is open,” said Ostin-based activist Pavel Novak."
    assert speakers(claims_of(text)) == ["Pavel Novak"]


def test_the_opposition_is_no_other_word_for_who_spoke_last(claims_of: ClaimsOf) -> None:
    text = "The League said the road was open. The opposition said the town was lost."
    assert speakers(claims_of(text)) == ["the League", "opposition"]


def test_a_name_whose_comma_is_lost_speaks_and_not_what_explains_it(claims_of: ClaimsOf) -> None:
    text = "The League a key ally of Pavel Novak has called for a thorough inquiry."
    assert speakers(claims_of(text)) == ["the League"]


def test_unnamed_speakers_become_actors_of_the_right_type(extract_of: ExtractOf) -> None:
    extract = extract_of(
        "Residents and aid workers said the well was dry. A diplomat denied the report."
    )
    new = {actor.name: (actor.type, actor.named) for actor in extract.actors}
    assert new == {
        "Residents and aid workers": ("group", False),
        "diplomat": ("person", False),
    }


def test_an_agency_taken_up_again_is_the_same_actor(claims_of: ClaimsOf) -> None:
    text = "The news agency KNA reported that the road was open. The agency said it was safe."
    assert speakers(claims_of(text)) == ["KNA", "KNA"]


def test_an_unnamed_envoy_who_is_named_in_the_next_paragraph(claims_of: ClaimsOf) -> None:
    text = (
        "Karvelia's envoy to the talks said on Monday that a deal was near.\n"
        "“We are close to a deal on all points,” Pavel Novak said."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_somebody_between_two_turns_of_one_person_is_that_person(claims_of: ClaimsOf) -> None:
    text = (
        "“The hills are quiet now,” Pavel Novak said.\n"
        "Karvelia's top soldier noted that the road was open.\n"
        "“We will keep it open,” Novak said."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak"] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Pavel Novak, head of the League, received a letter signed by Mira Kost, in which she "
            "denies any part in the murder of Ana Tal.",
            "Mira Kost",
        ),
        (
            "Pavel Novak, head of the League, sent Mira Kost a letter, in which he denies any part "
            "in the murder of Ana Tal.",
            "Pavel Novak",
        ),
    ],
)
def test_he_in_a_letter_is_who_signed_it(text: str, speaker: str) -> None:
    assert speakers(claims_in(text)) == [speaker]


def test_a_text_speaks_for_its_maker(claims_of: ClaimsOf) -> None:
    assert speakers(claims_of("The hills are quiet, according to a statement by the League.")) == [
        "the League"
    ]


def test_two_speakers_are_never_merged_into_one_person(extract_of: ExtractOf) -> None:
    extract = extract_of("Pavel Novak and Irina Dol said the road was open.")
    (claim,) = extract.claims
    assert claim.speaker.name == "Pavel Novak and Irina Dol"
    assert next(a.type for a in extract.actors if a.id == claim.speaker.actor) == "group"


def test_a_list_of_bodies_speaks_through_the_first_that_is_named(extract_of: ExtractOf) -> None:
    (claim,) = extract_of("The League and aid groups said the siege went on.").claims
    assert (claim.speaker.name, claim.speaker.actor) == ("League and aid groups", "the League")


def test_a_message_on_a_network_is_its_author_s(claims_of: ClaimsOf) -> None:
    text = "Envoy Pavel Novak posted a message on Twitter blaming Karvelia for the attacks."
    assert speakers(claims_of(text)) == ["Pavel Novak"]


def test_a_person_named_beside_the_role_has_that_name(claims_of: ClaimsOf) -> None:
    text = "A councillor, Jill Tolles, said the vote was lost."
    assert speakers(claims_of(text)) == ["Jill Tolles"]


def test_the_government_is_not_the_armed_group_that_spoke_last(claims_of: ClaimsOf) -> None:
    text = "The Northern Free Army said it had left. The government said that was a lie."
    assert speakers(claims_of(text)) == ["Northern Free Army", "government"]


def test_an_adverb_is_no_part_of_a_source(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Earlier a military source said that two men had died.")
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote == "a military source"


def test_a_text_that_nobody_signed_is_no_actor(extract_of: ExtractOf) -> None:
    extract = extract_of("Two hundred people have died, according to a report.")
    (claim,) = extract.claims
    assert (claim.speaker.name, claim.speaker.actor, extract.actors) == ("report", None, ())


def test_a_text_speaks_for_who_made_it(claims_of: ClaimsOf) -> None:
    assert speakers(claims_of("Ten people have died, according to a report by the League.")) == [
        "the League"
    ]


def test_a_participle_right_behind_a_tag_is_of_its_speaker(claims_of: ClaimsOf) -> None:
    text = (
        '"The president considers it wrong to stop" spokesman Pavel Novak said adding that Dol '
        "thought it was necessary."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_he_after_a_quote_that_went_on_is_still_its_speaker(claims_of: ClaimsOf) -> None:
    text = (
        '"It is hard for us here," Pavel Novak said.\n'
        "His illness came days after Irina Dol fell ill.\n"
        '"I just heard that tonight. It is terrible for all of us."\n'
        "He told KNA that the winter was long."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak"] * 3


def test_a_statement_that_is_read_out_is_its_maker_s(claims_of: ClaimsOf) -> None:
    text = '"No troops were injured in the raid," read a statement from the League.'
    assert speakers(claims_of(text)) == ["the League"]


def test_a_name_behind_a_role_inside_a_torn_phrase_is_the_speaker(claims_of: ClaimsOf) -> None:
    text = '"This reprieve is a gift," Fund for Wildlife scientist Irina Dol said.'
    assert speakers(claims_of(text)) == ["Irina Dol"]


def test_their_statement_is_theirs(claims_of: ClaimsOf) -> None:
    text = "The League said it was late. Its statement said the talks would go on."
    assert speakers(claims_of(text)) == ["the League", "the League"]


def test_it_behind_its_own_words_is_the_last_body_that_spoke(claims_of: ClaimsOf) -> None:
    text = (
        "The League said the road was open. If the Northern Free Army is willing to come, the "
        "talks could begin on Monday, it said."
    )
    assert speakers(claims_of(text)) == ["the League", "the League"]


def test_it_is_the_unsigned_text_that_spoke_last(claims_of: ClaimsOf) -> None:
    text = "The statement said the road was open. It said the talks would go on."
    assert speakers(claims_of(text)) == ["statement", "statement"]


def test_he_is_the_speaker_though_a_town_did_something_since(claims_of: ClaimsOf) -> None:
    text = (
        "Pavel Novak said the road was open. The League opened an office there. "
        "The winter will be hard for all of them, he stressed."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_one_of_many_speaks(claims_of: ClaimsOf) -> None:
    assert speakers(claims_of("One of the survivors said the road was open.")) == [
        "One of the survivors"
    ]


def test_figures_speak_for_whoever_made_them(claims_of: ClaimsOf) -> None:
    assert speakers(claims_of("Ten people died, according to a tally by the League.")) == [
        "the League"
    ]


def test_a_described_person_is_who_just_spoke(claims_of: ClaimsOf) -> None:
    text = '"My house stood here," Pavel Novak said. "It is gone now," the weary old man said.'
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_who_adopted_a_resolution_demands_what_it_demands(claims_of: ClaimsOf) -> None:
    text = "The League adopted Resolution 12. The Resolution demanded access to the town."
    assert speakers(claims_of(text)) == ["the League"]


def test_an_opposing_party_is_not_the_one_that_spoke(claims_of: ClaimsOf) -> None:
    text = "The ruling party said it was safe.\nThe opposing party said the road was closed."
    assert speakers(claims_of(text)) == ["ruling party", "opposing party"]


def test_they_who_agreed_are_no_single_body(claims_of: ClaimsOf) -> None:
    text = "The League said the road was open. They agreed to send observers to the town."
    assert speakers(claims_of(text))[:1] == ["the League"]
    assert "the League" not in speakers(claims_of(text))[1:]


def test_both_he_and_another_are_never_named_he(claims_of: ClaimsOf) -> None:
    text = "Pavel Novak said it was late. Both he and Irina Dol said the road was closed."
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_somebody_named_by_the_way_is_the_speaker(claims_of: ClaimsOf) -> None:
    text = "A student named Hask said the road was open. A farmer called Lom said it was not."
    assert speakers(claims_of(text)) == ["Hask", "Lom"]


def test_a_statement_is_of_whoever_said_something_in_it(claims_of: ClaimsOf) -> None:
    text = (
        "The Northern Free Army said in a statement that talks had failed.\n"
        "“We regret it,” the statement said."
    )
    assert speakers(claims_of(text)) == ["Northern Free Army", "Northern Free Army"]


def test_of_two_editorials_each_is_its_own_papers(claims_of: ClaimsOf) -> None:
    text = (
        "The Tarsk Post said in its editorial that the vote was fair. “It was a good day,” the "
        "editorial said.\nThe Selmo Times, in its editorial, said the vote was a shame. “It was a "
        "bad day,” the editorial said."
    )
    assert speakers(claims_of(text)) == ["Tarsk Post", "Tarsk Post", "Selmo Times", "Selmo Times"]


def test_another_statement_is_not_the_one_before(claims_of: ClaimsOf) -> None:
    text = "The League said in a statement that it was late. A statement said the road was open."
    assert speakers(claims_of(text)) == ["the League", "statement"]


def test_one_unnamed_group_has_one_actor_however_it_is_written(extract_of: ExtractOf) -> None:
    extract = extract_of(
        "Foreign-backed militants from abroad said the road was open.\n"
        "The foreign-backed militants from abroad said it was theirs."
    )
    assert len({claim.speaker.actor for claim in extract.claims}) == 1


def test_a_country_behind_its_town_does_not_speak(claims_of: ClaimsOf) -> None:
    text = "The Ministry of Health in Munich, Germany confirmed a case of cholera."
    assert speakers(claims_of(text)) == ["Ministry of Health in Munich"]


def test_she_is_nobody_who_was_a_he_before(claims_of: ClaimsOf) -> None:
    text = (
        "Pavel Novak said it was a loss. “We mourn,” he said.\n"
        "His deputy was there too. “I mourn,” she said."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak", "His deputy"]


def test_whoever_adds_a_second_quote_is_the_speaker_of_the_first(claims_of: ClaimsOf) -> None:
    text = "Anna Bell said, “It has been a long fight,” adding, “The army told us, ‘Leave now.’”"
    claims = claims_of(text)
    assert speakers(claims) == ["Anna Bell", "Anna Bell"]
    assert [claim.content[0].quote for claim in claims] == [
        "“It has been a long fight,”",
        "“The army told us, ‘Leave now.’”",
    ]


def test_a_report_with_a_name_of_its_own_is_not_the_speakers(claims_of: ClaimsOf) -> None:
    text = (
        "In a Kappa.com report, Pavel Novak said the stores were empty. The roads were closed, "
        "according to the Kappa.com report."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Kappa.com report"]


def test_who_did_not_comment_said_no_quote(claims_of: ClaimsOf) -> None:
    text = (
        "The envoy, Pavel Novak, said both had agreed. “It is a start.” The rebels did not comment."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_a_bare_group_is_the_body_that_spoke_right_before(extract_of: ExtractOf) -> None:
    text = (
        "The Northern Free Army executed eight men, the League said. The group said it was a crime."
    )
    extract = extract_of(text)
    assert speakers(extract.claims) == ["the League", "the League"]


def test_a_visiting_minister_speaks(claims_of: ClaimsOf) -> None:
    text = "Visiting minister Pavel Novak revealed on Monday that the road was open."
    assert speakers(claims_of(text)) == ["Pavel Novak"]


def test_a_post_behind_a_name_needs_no_comma(claims_of: ClaimsOf) -> None:
    text = "Pavel Novak head of the League's health programme said it was a war crime."
    assert speakers(claims_of(text)) == ["Pavel Novak"]


def test_words_of_ones_own_are_of_whom_the_sentence_before_tells(claims_of: ClaimsOf) -> None:
    text = "Irina Dol fled in May with her son. “I took nothing with me but my son and a coat.”"
    (claim,) = claims_of(text)
    assert claim.speaker.name == "Irina Dol"


def test_a_witness_named_somebody_is_he(claims_of: ClaimsOf) -> None:
    text = (
        "A witness named Pavel Novak who was hurt in the blast said it was over. “I ran,” he said."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak", "Pavel Novak"]


def test_data_are_of_who_projects_them(claims_of: ClaimsOf) -> None:
    text = "The road will open, according to projections by the League."
    assert speakers(claims_of(text)) == ["the League"]


def test_a_letter_is_of_the_body_that_spoke_in_it(claims_of: ClaimsOf) -> None:
    text = (
        "The raid was “an attempt to escalate,” said the League in a letter to Karvelia. "
        "“It ignored the truce,” said the letter."
    )
    assert speakers(claims_of(text)) == ["the League", "the League"]


def test_a_quote_before_while_is_not_of_who_speaks_behind_it(claims_of: ClaimsOf) -> None:
    text = (
        "Pavel Novak told KNA the mayor “was a great man,” while Irina Dol noted his “strength, "
        "passion and wisdom” on Twitter."
    )
    claims = claims_of(text)
    assert [(c.speaker.name, "great man" in c.content[0].quote) for c in claims] == [
        ("Pavel Novak", True),
        ("Irina Dol", False),
    ]


def test_whom_a_speaker_tells_of_does_not_take_the_next_quote(claims_of: ClaimsOf) -> None:
    text = (
        "“It is wrong,” Pavel Novak said, adding that Irina Dol thought it was best to wait. "
        "“We keep the right to answer,” he added."
    )
    assert speakers(claims_of(text)) == ["Pavel Novak"] * 3


def test_he_is_nobody_from_far_up_a_long_paragraph(claims_of: ClaimsOf) -> None:
    between = "The road was closed. " * 12
    text = f"Pavel Novak said the road was shut. {between}“It will open soon,” he said."
    assert speakers(claims_of(text)) == ["Pavel Novak", "unnamed speaker"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Israel Defense Forces (IDF) chief of staff Pavel Novak said the road was open.",
            ["Pavel Novak"],
        ),
        (
            "“It is open,” said University of Karvelia, Ostin's chancellor, Pavel Novak.",
            ["Pavel Novak"],
        ),
        (
            "Yulia Novak was calm on Monday. When asked, Yulia was cited as saying: “It is fine.”",
            ["Yulia Novak"],
        ),
        (
            "The Selmo Union said it was late. The ethics committee said the plan was good.",
            ["Selmo Union", "ethics committee"],
        ),
        (
            "The National Secretary of the ruling All Citizens Congress (ACC), Comrade Timi "
            "Frank, said it was late.",
            ["Timi Frank"],
        ),
        (
            "Pavel Novak, reacting to President Vladimir Putin's denial that troops had left, "
            "criticised the League. He said it was late.",
            ["Vladimir Putin", "Pavel Novak", "Pavel Novak"],
        ),
        (
            "The road was closed, the Russian army said. “We have found Syrian troops there,” the "
            "army said in a statement. “They are safe,” said the statement.",
            ["Armed forces of Russia"] * 3,
        ),
        (
            "The road was closed, the Russian army said. The Syrian army sent troops there. The "
            "army said it was open.",
            ["Armed forces of Russia", "Armed forces of Syria"],
        ),
        (
            '"We are hurt" Pavel Novak the head of the relief service in rebel-held eastern Homs '
            "told Reuters. The dead are all children Irina Dol the head of the clinic said.",
            ["Pavel Novak", "Irina Dol"],
        ),
        (
            "According to Reuters Syrian forces have taken the road. Russian forces have been "
            "criticised by relief groups for the raids.",
            ["Reuters", "relief groups"],
        ),
        (
            "Amnesty International said ten had died. Many blamed the government of Syria for the "
            "attack though it denied any part in it.",
            ["Amnesty International", "Many", "Government of Syria"],
        ),
        (
            "The United Nations said the raids began on Sunday. “The shells gave off a yellow "
            "gas,” the statement said.",
            ["United Nations", "United Nations"],
        ),
        (
            "Fighters of the terrorist group Islamic State held the town. Three men were "
            "shot, the World Bank said. The group said it was unclear when.",
            ["World Bank", "World Bank"],
        ),
        (
            "Amnesty International a Britain-based monitor said that many had gone along the road.",
            ["Amnesty International"],
        ),
        (
            "Fifty people died on Friday alone activists and state media said.",
            ["activists and state media"],
        ),
        (
            "Dr. Pavel Novak head of the health program in Turkey described the raid as a crime.",
            ["Pavel Novak"],
        ),
        (
            "Two were dead. The Qatar Red Crescent Society (QRCS) has announced that it would go.",
            ["Qatar Red Crescent Society"],
        ),
    ],
)
def test_persons_and_bodies_that_packs_know(text: str, expected: list[str]) -> None:
    assert speakers(claims_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tarsk News, a newspaper, said two had died. "
            "Reports in Garn said the road was shut.",
            ["Tarsk News", "Reports in Garn"],
        ),
        (
            "Al-Qaeda-linked militants said they had left the town.",
            ["Al-Qaeda-linked militants"],
        ),
        ("Al-Qaeda militants said they had left the town.", ["Al-Qaeda"]),
        (
            "Pavel Novak made it clear during his visit that the road would stay shut.",
            ["Pavel Novak"],
        ),
        ("The envoy did not mention Novak by name.", []),
    ],
)
def test_who_is_only_called_after_a_body_is_not_the_body(text: str, expected: list[str]) -> None:
    assert speakers(claims_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The airline Varnia Air said that flight 12 was lost. The company said that 80 were on "
            "board. The League was silent.",
            ["Varnia Air", "Varnia Air"],
        ),
        (
            "The Tarsk-based Centre for Civil Documentation said that 230 were held. The "
            "monitoring group said that most were students.",
            ["Centre for Civil Documentation"] * 2,
        ),
        (
            "The Tarsk-based Centre for Civil Documentation said that 230 were held. The rebel "
            "group said that most were students.",
            ["Centre for Civil Documentation", "rebel group"],
        ),
        (
            "Karvelian state television said that the airport was closed. The channel said that "
            "two runways were hit. The town of Selmo was quiet at night.",
            ["Karvelian state television"] * 2,
        ),
    ],
)
def test_a_body_that_spoke_is_taken_up_by_a_word_of_its_kind(
    text: str, expected: list[str]
) -> None:
    assert [name.removeprefix("the ") for name in speakers(claims_in(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Milan Petrek received the Karvelian premier Ivan Dorsak. The latter said "
            "that the border would open.",
            ["Ivan Dorsak"],
        ),
        (
            "Milan Petrek met Ivan Dorsak in Tarsk. The former said that the talks had failed, "
            "while the latter said that they were fruitful.",
            ["Milan Petrek", "Ivan Dorsak"],
        ),
        (
            "Prime Minister Milan Petrek was ill. His deputy, Anna Bell, said that he was better. "
            "His deputy said that he would return.",
            ["Anna Bell", "Anna Bell"],
        ),
        (
            "Milan Petrek was sworn in on Monday. The former general said that he would end the "
            "war.",
            ["Milan Petrek"],
        ),
        (
            "The director of the hospital, Dr Ivan Dorsak, said that 12 bodies had come in. Pavel "
            "Novak was there. The doctor said that some were children.",
            ["Ivan Dorsak", "Ivan Dorsak"],
        ),
        ("The UN envoy met both sides. Speaking in Tarsk, she said it was late.", ["UN envoy"]),
    ],
)
def test_a_person_is_taken_up_by_other_words(text: str, expected: list[str]) -> None:
    assert speakers(claims_in(text)) == expected


def test_some_of_many_are_called_so() -> None:
    text = "Some of the miners whom he met said they had gone without pay."
    assert speakers(claims_in(text)) == ["Some of the miners"]


def test_a_quote_without_its_closing_mark_is_of_whoever_ends_it_below() -> None:
    text = (
        "“The bombs fell at four. We ran into the street.\n\n“My neighbour was dead. I saw three "
        "planes,” Anna Bell, a teacher, said."
    )
    (claim,) = claims_in(text)
    assert claim.speaker.name == "Anna Bell"
    assert [e.quote[:10] for e in claim.content] == ["“The bombs", "“My neighb"]


@pytest.mark.parametrize("answer", ["agreed", "was more cautious"])
def test_a_sentence_that_tells_how_somebody_answers_gives_the_next_quote_to_him(
    answer: str,
) -> None:
    text = (
        f"“This is a dark day,” Pavel Novak said. Anna Bell {answer}. “They have all failed these "
        "children.”"
    )
    assert speakers(claims_in(text)) == ["Pavel Novak", "Anna Bell"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The National Front for Action, or NFA, said it was ready.",
            ["National Front for Action"],
        ),
        ("Quoting reports from its partners UNICEF said three had died.", ["UNICEF"]),
        (
            "Milan Petrek told the Tarsk Post newspaper condemning the raid as a crime.",
            ["Milan Petrek"],
        ),
        (
            "Residents said it was gas. The League asked for an inquiry into their assertions that "
            "Karvelia used such weapons.",
            ["Residents", "League", "League"],
        ),
    ],
)
def test_a_phrase_that_lost_its_marks_is_of_its_own_subject(text: str, expected: list[str]) -> None:
    assert speakers(claims_in(text)) == expected


def test_a_statement_of_long_ago_is_not_taken_up_when_another_body_has_just_spoken() -> None:
    text = (
        "The League condemned the raid in a statement. "
        + "The town was quiet. " * 8
        + "UNICEF said 12 had died. The statement added that two were children."
    )
    assert speakers(claims_in(text))[-1] == "UNICEF"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The victim's uncle, Ivan Dorsak, told KNA that the boy had been unarmed. The uncle "
            "said that the police were lying.",
            ["Ivan Dorsak", "Ivan Dorsak"],
        ),
        (
            "Syria's envoy said that Iran had broken the truce. Iran's envoy said that Syria was "
            "lying.",
            ["Syria's envoy", "Iran's envoy"],
        ),
        (
            "Iran's foreign minister, Milan Petrek, said that there was a plan. The Turkish "
            "minister said that details were open.",
            ["Milan Petrek", "Turkish minister"],
        ),
        (
            "Varnia Motors said it would close a plant. The Tarsk-based carmaker said it expected "
            "losses.",
            ["Varnia Motors", "Varnia Motors"],
        ),
        (
            "The militant group Selmo Dawn said that it held the hostages. The group said that "
            "they would be killed.",
            ["Selmo Dawn", "Selmo Dawn"],
        ),
        ("Reports from the town said that fighting went on.", ["Reports from the town"]),
    ],
)
def test_those_who_are_called_alike_are_told_apart(text: str, expected: list[str]) -> None:
    assert speakers(claims_in(text)) == expected


def test_a_party_is_no_state_that_tells_two_ministers_apart() -> None:
    text = "The premier Milan Petrek said it was late. The Conservative premier said it was cold."
    assert speakers(claims_in(text)) == ["Milan Petrek", "Milan Petrek"]


def test_an_agency_with_a_name_of_its_own_is_not_the_one_that_spoke_before() -> None:
    text = (
        "The Anadolu Agency said that two had died. The rebel-linked Amalka news agency said that "
        "it was four."
    )
    assert "Amalka" in speakers(claims_in(text))[1]


def test_who_is_quoted_within_words_is_not_the_one_whose_words_they_are() -> None:
    text = (
        "Anna Orr said that the camp was quiet. Orr said that the captain had told him that the "
        'road was mined. "We turned back," Orr said.'
    )
    assert speakers(claims_in(text)) == ["Anna Orr", "Anna Orr", "captain", "Anna Orr"]
