import datetime as dt
from collections.abc import Callable

import pytest

from dragoman.model import Claim, Extract

ClaimsOf = Callable[[str], tuple[Claim, ...]]
ExtractOf = Callable[..., Extract]


def summary(claims: tuple[Claim, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return speaker, act and content of each claim."""
    return [
        (claim.speaker.name, claim.act, tuple(piece.quote for piece in claim.content))
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "act", "content"),
    [
        (
            "Pavel Novak said that the road to Tarsk was closed.",
            "Pavel Novak", "assert", ("the road to Tarsk was closed",),
        ),
        (
            "The road to Tarsk was closed, Pavel Novak said.",
            "Pavel Novak", "assert", ("The road to Tarsk was closed",),
        ),
        (
            "The road, Pavel Novak said, is closed.",
            "Pavel Novak", "assert", ("The road", "is closed"),
        ),
        (
            "The League gave a slightly lower toll of 12 people killed.",
            "the League", "assert", ("12 people killed",),
        ),
        (
            "According to the League, the road to Tarsk is open.",
            "the League", "assert", ("the road to Tarsk is open",),
        ),
        (
            "Pavel Novak denied that his soldiers had shelled the market.",
            "Pavel Novak", "deny", ("his soldiers had shelled the market",),
        ),
        (
            "Karvelia accused the rebels of breaking the truce.",
            "Karvelia", "accuse", ("the rebels of breaking the truce",),
        ),
        (
            "The League urged both sides to return to the talks.",
            "the League", "demand", ("both sides to return to the talks",),
        ),
        (
            "Karvelia called on the rebels to lay down their arms.",
            "Karvelia", "demand", ("the rebels to lay down their arms",),
        ),
        (
            "Pavel Novak vowed to retake the northern hills.",
            "Pavel Novak", "threaten", ("to retake the northern hills",),
        ),
        (
            "Karvelia ruled out any talks with the rebels.",
            "Karvelia", "reject", ("any talks with the rebels",),
        ),
        (
            "The League condemned the shelling of the hospital.",
            "the League", "condemn", ("the shelling of the hospital",),
        ),
        (
            "Pavel Novak called the offer “an insult”.",
            "Pavel Novak", "assert", ("the offer “an insult”",),
        ),
        (
            "Pavel Novak expressed confidence that the talks would succeed.",
            "Pavel Novak", "assert", ("the talks would succeed",),
        ),
        (
            "Karvelia's claim that the town had been freed was read out on the radio.",
            "Karvelia", "assert", ("the town had been freed",),
        ),
        (
            "Pavel Novak said the rebels must leave the town.",
            "Pavel Novak", "demand", ("the rebels must leave the town",),
        ),
        (
            "Pavel Novak did not say that the talks had failed.",
            "Pavel Novak", "other", ("the talks had failed",),
        ),
    ],
)  # fmt: skip
def test_a_statement_has_its_speaker_act_and_content(
    claims_of: ClaimsOf, text: str, speaker: str, act: str, content: tuple[str, ...]
) -> None:
    assert summary(claims_of(text)) == [(speaker, act, content)]


def test_a_quote_of_several_sentences_is_one_content_and_direct(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of('"We left at dawn. The town is empty," Pavel Novak said.')
    assert claim.form == "direct"
    assert claim.content[0].quote == '"We left at dawn. The town is empty,"'


def test_a_quote_before_and_after_the_tag_is_one_claim(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of('"We left at dawn," Pavel Novak said. "The town is empty now."')
    assert [piece.quote for piece in claim.content] == [
        '"We left at dawn,"',
        '"The town is empty now."',
    ]


def test_partly_quoted_words_are_mixed(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Pavel Novak said the raid was “an act of open war” by the north.")
    assert claim.form == "mixed"


def test_a_paragraph_of_pure_quote_goes_on_from_the_last_speaker(claims_of: ClaimsOf) -> None:
    first, second = claims_of(
        '"We left at dawn," Pavel Novak said.\n"Nobody stopped us on the way."'
    )
    assert (second.cue, second.speaker.name) == (None, "Pavel Novak")
    assert first.id != second.id


def test_scare_quotes_are_no_speech(claims_of: ClaimsOf) -> None:
    assert claims_of("The so-called “safe zone” around Tarsk was shelled again.") == ()


def test_the_reports_own_voice_is_no_claim(claims_of: ClaimsOf) -> None:
    assert claims_of("The talks are expected to resume on Monday. The war began in 2031.") == ()


def test_what_trails_in_a_participle_is_a_claim_of_its_own(claims_of: ClaimsOf) -> None:
    assert summary(
        claims_of("Pavel Novak said the talks had failed, adding that he would leave Tarsk.")
    ) == [
        ("Pavel Novak", "assert", ("the talks had failed",)),
        ("Pavel Novak", "intend", ("he would leave Tarsk",)),
    ]


def test_a_second_speaker_after_though_is_not_inside_the_first_claim(claims_of: ClaimsOf) -> None:
    found = summary(
        claims_of("Karvelia said the war was over, though the League warned that it was not.")
    )
    assert found == [
        ("Karvelia", "assert", ("the war was over",)),
        ("the League", "assert", ("it was not",)),
    ]


def test_a_claim_inside_another_is_within_it(claims_of: ClaimsOf) -> None:
    outer, inner = claims_of("KNA reported that Pavel Novak had said the road was open.")
    assert (outer.speaker.name, inner.speaker.name) == ("KNA", "Pavel Novak")
    assert (outer.within, inner.within) == (None, outer.id)


def test_according_to_after_and_holds_only_what_follows(claims_of: ClaimsOf) -> None:
    text = "The mayor was taken to hospital and according to the League he died there."
    assert summary(claims_of(text)) == [("the League", "assert", ("he died there",))]


def test_quoted_as_saying_has_two_speakers_of_one_content(claims_of: ClaimsOf) -> None:
    outer, inner = claims_of("“The road is open again now,” KNA quoted Pavel Novak as saying.")
    assert (outer.speaker.name, inner.speaker.name) == ("KNA", "Pavel Novak")
    assert inner.within == outer.id
    assert outer.content == inner.content


def test_a_headline_gives_its_words_to_the_name_behind_the_colon(claims_of: ClaimsOf) -> None:
    found = claims_of("Rebels must leave the hills: Karvelia\n\nThe war went on.")
    assert [(c.speaker.name, c.act) for c in found] == [("Karvelia", "demand")]


def test_the_day_is_that_of_the_saying_not_of_the_thing_said(extract_of: ExtractOf) -> None:
    monday = dt.date(2031, 5, 5)
    said = extract_of(
        "Pavel Novak said on Monday that the road was open.", times=(("Monday", monday),)
    ).claims[0]
    told = extract_of(
        "Pavel Novak said that the road was opened on Monday.", times=(("Monday", monday),)
    ).claims[0]
    assert said.said_on is not None
    assert said.said_on.start == monday
    assert told.said_on is None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ('"The road is open now," Pavel Novak told KNA by phone.', "KNA by phone"),
        ("Pavel Novak said on Twitter that the road was open.", "Twitter"),
        ("Pavel Novak said at a press conference in Tarsk that the road was open.",
         "a press conference in Tarsk"),
        ('"It is open now," Pavel Novak said in comments carried by state news agency KNA.', "KNA"),
    ],
)  # fmt: skip
def test_the_channel_is_in_the_reports_words(claims_of: ClaimsOf, text: str, channel: str) -> None:
    assert claims_of(text)[0].channel == channel


@pytest.mark.parametrize(
    "text",
    [
        "The children registered to report the damage.",
        "The storm threatened the harbour of Tarsk.",
        "The police questioned Pavel Novak.",
        "The figures suggest that trade has grown.",
    ],
)
def test_other_senses_of_report_verbs_are_no_claims(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_evidence_is_what_the_text_says(extract_of: ExtractOf) -> None:
    text = "“We\u00a0left 😀 at dawn,” Novak said.\r\n\r\nThe League said: “It is not so at all.”"
    report_text = extract_of(text)
    for claim in report_text.claims:
        for piece in (*claim.content, claim.cue, claim.speaker.evidence):
            if piece is not None:
                piece.check(text)
    assert len(report_text.claims) == 2


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The League said the ceasefire was largely holding and called on both sides to stop.",
            ["the ceasefire was largely holding", "both sides to stop"],
        ),
        (
            "The League told KNA that two men were killed in the raid but said it was unclear why.",
            ["two men were killed in the raid", "it was unclear why"],
        ),
        (
            "The League announced the death of Colonel Pavel Novak stressing that it would go on.",
            ["the death of Colonel Pavel Novak", "it would go on"],
        ),
    ],
)
def test_a_second_report_verb_begins_a_second_claim_of_the_same_speaker(
    claims_of: ClaimsOf, text: str, contents: list[str]
) -> None:
    claims = claims_of(text)
    assert [piece.quote for claim in claims for piece in claim.content] == contents
    assert {claim.speaker.name for claim in claims} == {"the League"}
    assert all(claim.within is None for claim in claims)


def test_what_happened_a_day_after_is_the_report_s_own_word(claims_of: ClaimsOf) -> None:
    text = (
        "The Northern Free Army denied that it had been driven out of Sarn, a day after the "
        "government declared victory there."
    )
    first, second = claims_of(text)
    assert first.content[0].quote == "it had been driven out of Sarn"
    assert (second.speaker.name, second.within) == ("government", None)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            '"As part of the deal," said Pavel Novak, the band\'s deputy head, "we have to leave."',
            ['"As part of the deal,"', '"we have to leave."'],
        ),
        (
            '"You need some luck to play the \'bili\'," said Novak, "you can\'t if you are weak."',
            ["\"You need some luck to play the 'bili',\"", '"you can\'t if you are weak."'],
        ),
    ],
)
def test_a_tag_between_two_halves_of_a_quote_has_both(
    claims_of: ClaimsOf, text: str, pieces: list[str]
) -> None:
    (claim,) = claims_of(text)
    assert [piece.quote for piece in claim.content] == pieces


@pytest.mark.parametrize(
    "text",
    [
        "The forum will involve governments, privacy and other net-related issues.",
        "Money is short, with many rich states being cautious about aid, arguing that it is late.",
        "The police chief when announcing the arrest in May gave his name only as Mr. A of Tarsk.",
        "The army pushed into Selmo for the first time since the truce.",
        "Novak stayed away from Tarsk because of the cold and reporting restrictions.",
    ],
)
def test_what_nobody_says_is_no_claim(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "KNA, citing two diplomats, reported that output had fallen.",
        "Citing two diplomats, KNA reported that output had fallen.",
        "KNA quoting two diplomats said that output had fallen.",
        "According to KNA, which cited two diplomats, output had fallen.",
        "Output had fallen KNA said citing two diplomats.",
    ],
)
def test_a_source_that_is_cited_says_it_within_the_citing_ones_words(
    claims_of: ClaimsOf, text: str
) -> None:
    outer, inner = sorted(claims_of(text), key=lambda claim: claim.within is not None)
    assert inner.within == outer.id
    assert (outer.speaker.name, inner.speaker.name) == ("KNA", "two diplomats")
    assert {c.content[0].quote.lower() for c in (outer, inner)} == {"output had fallen"}


def test_what_a_quoted_speaker_passes_on_is_within_the_quote(claims_of: ClaimsOf) -> None:
    outer, inner = claims_of('"The League has condemned the raid on Tarsk," Pavel Novak said.')
    assert inner.within == outer.id
    assert (inner.speaker.name, inner.act) == ("the League", "condemn")


def test_a_second_verb_behind_an_infinitive_is_the_first_ones(claims_of: ClaimsOf) -> None:
    text = "The League pressed for Karvelia to stop the raids and underlined the need for a truce."
    assert summary(claims_of(text)) == [
        ("the League", "demand", ("Karvelia to stop the raids",)),
        ("the League", "assert", ("the need for a truce",)),
    ]


def test_a_statement_without_marks_runs_to_the_end_of_the_text(claims_of: ClaimsOf) -> None:
    text = (
        "The minister said:\n\nI condemn the raid on Tarsk with all its victims.\n\n"
        "The rebels shelled a market. It was a crime.\n\nWe stand by the people of Tarsk.\n\n"
        "The raid broke the truce."
    )
    (claim, *_) = claims_of(text)
    assert claim.content[0].quote.startswith("I condemn")
    assert claim.content[-1].quote == "The raid broke the truce."


def test_words_that_are_quoted_make_a_statement_of_an_attitude(claims_of: ClaimsOf) -> None:
    assert claims_of("Pavel Novak spoke of the talks in Tarsk.") == ()
    (claim,) = claims_of('Pavel Novak attacked the inquiry as "a poor joke of the League".')
    assert claim.content[0].quote == 'the inquiry as "a poor joke of the League"'


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ('"Each side shall keep the road to Tarsk open," said the agenda.', "agenda",
         '"Each side shall keep the road to Tarsk open,"'),
        ("Pavel Novak could only confirm that the road was open.", "Pavel Novak",
         "the road was open"),
        ("Pavel Novak confirmed the possibility that troops would leave.", "Pavel Novak",
         "the possibility that troops would leave"),
        ("Pavel Novak recognised that the truce was over.", "Pavel Novak", "the truce was over"),
        ('Senator Pavel Novak spoke on KNA Television, "This is going to end the truce in Tarsk."',
         "Pavel Novak", '"This is going to end the truce in Tarsk."'),
        ("The rebels have been accused by rights groups of shelling the market.", "rights groups",
         "The rebels"),
        ("The head of the tribe called in a video message for other tribes to join the fight.",
         "head of the tribe", "other tribes to join the fight"),
        ("There were reports that the army had left Tarsk.", "reports", "the army had left Tarsk"),
        ("A League inquiry found that the truce had been broken.", "League inquiry",
         "the truce had been broken"),
        ("Karvelia called its actions defensive in nature.", "Karvelia",
         "its actions defensive in nature"),
        ("Pavel Novak spoke out against the raids.", "Pavel Novak", "the raids"),
        ("Per the decree, the road to Tarsk is closed.", "decree",
         "the road to Tarsk is closed"),
        ('Pavel Novak referred to the rebels as "ugly folks".', "Pavel Novak",
         'the rebels as "ugly folks"'),
        ('Pavel Novak saw a truce as the best way: "I think that both sides should stop now."',
         "Pavel Novak", '"I think that both sides should stop now."'),
        ("Pavel Novak was adamant that the road was open.", "Pavel Novak", "the road was open"),
        ("Pavel Novak demanded from the army to leave the town.", "Pavel Novak",
         "to leave the town"),
        ("Based on reports the road to Tarsk was closed.", "reports",
         "the road to Tarsk was closed"),
        ("According to the statement missile strikes also hit two towns.", "statement",
         "missile strikes also hit two towns"),
        ("Pavel Novak reiterated his intention Thursday to pull out of the talks.", "Pavel Novak",
         "his intention Thursday to pull out of the talks"),
        ("Pavel Novak rejected calls by the envoy", "Pavel Novak", "calls by the envoy"),
        ("The road is open, Han Min-soon told reporters.", "Han Min-soon", "The road is open"),
    ],
)  # fmt: skip
def test_turns_of_saying_that_are_seldom(
    claims_of: ClaimsOf, text: str, speaker: str, content: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.speaker.evidence is not None
    assert claim.speaker.evidence.quote.removeprefix("the ").endswith(speaker)
    assert claim.content[0].quote == content


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("The Northern Free Army claimed responsibility for the blast.", "confirm",
         "responsibility for the blast"),
        ("The Northern Free Army has claimed the attack.", "confirm", "the attack"),
        ("Pavel Novak put the turnout at 57 percent.", "assert", "the turnout at 57 percent"),
        ("Pavel Novak blamed his loss on the weather.", "accuse", "his loss on the weather"),
        ("Pavel Novak disputed the claim.", "reject", "the claim"),
    ],
)  # fmt: skip
def test_what_is_owned_up_to_put_at_a_number_or_blamed(
    claims_of: ClaimsOf, text: str, act: str, content: str
) -> None:
    (claim,) = claims_of(text)
    assert (claim.act, claim.content[0].quote) == (act, content)


@pytest.mark.parametrize(
    "text",
    [
        "No organization claimed responsibility for the attack.",
        "The blasts claimed the lives of ten men.",
        "It was reported that ten men died.",
        "Two hundred people have died according to the latest death toll.",
    ],
)
def test_nobody_is_no_speaker(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_a_claim_ends_before_the_tag_that_closes_its_sentence(claims_of: ClaimsOf) -> None:
    text = (
        "Karvelia has agreed to build a dam on the river in the west for Ostrava, the local "
        "daily Tarsk Post reported on Thursday."
    )
    outer, inner = claims_of(text)
    assert inner.within == outer.id or outer.within == inner.id
    assert {piece.quote for claim in (outer, inner) for piece in claim.content} == {
        "Karvelia has agreed to build a dam on the river in the west for Ostrava",
        "to build a dam on the river in the west for Ostrava",
    }


def test_a_content_has_no_loose_but_at_its_end(claims_of: ClaimsOf) -> None:
    text = "Karvelia says it has not bombed Sarn since May but Novak said the army would."
    assert claims_of(text)[0].content[0].quote == "it has not bombed Sarn since May"


def test_what_follows_who_is_not_what_was_said(claims_of: ClaimsOf) -> None:
    text = '"It was close," added Novak who promised that details would come out in a day.'
    assert claims_of(text)[0].content[0].quote == '"It was close,"'


def test_a_participle_with_an_auxiliary_is_a_verb_of_its_own_clause(claims_of: ClaimsOf) -> None:
    text = "The League warned that more frequent droughts are threatening the livelihoods of all."
    assert len(claims_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            '"The only thing I can say after reading that is that the staff want him to resign," '
            "tweeted former think tank executive Ken Dol.",
            '"The only thing I can say after reading that is that the staff want him to resign,"',
        ),
        (
            'The League\'s statement also read "imposition of rule violates our principles."',
            '"imposition of rule violates our principles."',
        ),
        (
            "The rebels settled fighters in empty homes said the resident who asked for anonymity.",
            "The rebels settled fighters in empty homes",
        ),
    ],
)
def test_tags_that_the_parse_takes_for_something_else(
    claims_of: ClaimsOf, text: str, content: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.content[0].quote == content


def test_what_somebody_calls_a_thing_in_quotes(claims_of: ClaimsOf) -> None:
    text = (
        "The League denounced the summit, calling the deals "
        '"legitimate and fully compatible with the law".'
    )
    _, second = claims_of(text)
    assert second.content[0].quote == 'the deals "legitimate and fully compatible with the law"'


def test_a_line_that_ends_in_said_leads_in_the_paragraph_below_it(claims_of: ClaimsOf) -> None:
    text = "The envoy, Pavel Novak, said:\nThe report makes clear that the truce has failed.\nBye."
    assert claims_of(text)[0].content[0].quote == (
        "The report makes clear that the truce has failed."
    )


def test_what_one_vetoes_is_no_demand_of_ones_own(claims_of: ClaimsOf) -> None:
    claims = claims_of("Russia vetoed a draft resolution calling for a truce in Tarsk.")
    assert [(c.speaker.name, c.act) for c in claims] == [
        ("Russia", "reject"),
        ("draft resolution", "demand"),
    ]


def test_what_a_thing_threatens_is_said_by_who_warns_of_it(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The army began a campaign which locals have warned threatens to fail.")
    assert (claim.speaker.name, claim.content[0].quote) == ("locals", "threatens to fail")


def test_an_alleged_matter_is_an_accusation(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Both the army and the rebels have alleged foreign involvement.")
    assert (claim.act, claim.content[0].quote) == ("accuse", "foreign involvement")


def test_the_day_right_behind_the_cue_is_the_day_of_saying(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The president said on Monday they had left Tarsk.")
    assert claim.content[0].quote == "they had left Tarsk"


def test_what_somebody_may_have_said_is_no_claim(claims_of: ClaimsOf) -> None:
    claims = claims_of("KNA reported that the League might have urged Karvelia to open the road.")
    assert [claim.speaker.name for claim in claims] == ["KNA"]


def test_neither_and_or_deny_both_verbs(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("Karvelia neither confirmed nor denied the raid.")
    assert claim.act == "other"


def test_a_verb_in_a_quote_is_no_tag_of_what_stands_before_the_quote(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("When the names are put together they say “Welcome to the League”.")
    assert claim.content[0].quote == "“Welcome to the League”"


def test_an_outlet_that_reported_is_no_mere_noun(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The KNA news outlet reported on Wednesday that the road was open.")
    assert claim.content[0].quote == "the road was open"


def test_the_title_of_a_paper_is_no_part_of_what_it_says(claims_of: ClaimsOf) -> None:
    said = "“The truce risks the loss of the whole valley,”"
    (claim,) = claims_of(f"{said} Pavel Novak wrote in a briefing entitled “Saving a valley.”")
    assert [piece.quote for piece in claim.content] == [said]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            '"Of course not," Pavel Novak replied, adding that he would stay.',
            "Pavel Novak", '"Of course not,"',
        ),
        (
            '"It was a long war," Pavel Novak, now 81 and retired in Tarsk, said by telephone.',
            "Pavel Novak", '"It was a long war,"',
        ),
        (
            "“Being there, that is my job,” Pavel Novak said in May on the show “Here It Is.”",
            "Pavel Novak", "“Being there, that is my job,”",
        ),
    ],
)  # fmt: skip
def test_a_quote_right_before_its_tag_is_what_was_said(
    claims_of: ClaimsOf, text: str, speaker: str, content: str
) -> None:
    claim = claims_of(text)[0]
    assert (claim.speaker.name, claim.content[0].quote) == (speaker, content)
