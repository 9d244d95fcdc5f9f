"""Whether an event took place, from the words about it. The conflict is invented."""

import pytest

from dragoman.extraction.status import doer_unknown, is_negated, status_of
from dragoman.language import Document, parse
from dragoman.model import Report, Span


def _parse(text: str) -> Document:
    return parse(Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),)))


def _status(text: str) -> str:
    """Return the status of the word between stars."""
    before, word, after = text.split("*")
    document = _parse(before + word + after)
    token = document.tokens_in(Span(len(before), len(before) + len(word)))[-1]
    return status_of(document, token)


CASES = [
    ("Any troops that we *send* would be under our command.", "hypothetical"),
    ("The troops that we *send* are under our command.", "happened"),
    ("The cartel's chief ordered the *assassination* of Jan Orr.", "happened"),
    ("The army chief ordered an *attack* on the town.", "demanded"),
    ("Novak did not order the *attack* on the town.", "denied"),
    ("He will order the *attack* if needed.", "demanded"),
    ("We mean that a truck bomb *destroyed* this building.", "happened"),
    ("A withdrawal would mean that rebels *take* the town.", "hypothetical"),
    ("The army means to *destroy* the town.", "planned"),
    ("He denied that the delay is linked to the *assassination* of Jan Orr.", "happened"),
    ("Why should we *attack* our own people?", "hypothetical"),
    ("Moderate groups organized 11 *airstrikes* against the militia.", "happened"),
    ("They want to organise an *attack* on the town.", "demanded"),
    (
        "They had a plan that would see rebels leave and the army *take* the town.",
        "hypothetical",
    ),
    ("They saw the rebels leave and the army *take* the town.", "happened"),
    ("URGENT Rebel *Attack* in Northern Karvelia", "happened"),
    ("They called for an urgent *response*.", "demanded"),
    ("More than 300 people are estimated to have been *killed* in the war.", "happened"),
    ("The troops pressed ahead with an *offensive* on the town.", "happened"),
    ("Fighters backed by air *strikes* took the hill.", "happened"),
    ("The army was able to *destroy* the bridge.", "happened"),
    ("The army is able to *destroy* the bridge.", "possible"),
    ("It was held by rebels until it was taken by the army in an *advance* in May.", "happened"),
    ("The shells fell close to where a helicopter had been *shot* down.", "happened"),
    ("The mission called for an end to such *attacks* on clinics.", "happened"),
    ("May God *avenge* us.", "possible"),
    ("Three strikes since 21 May have *killed* nine.", "happened"),
    ("The ministry said that no more than 20,000 have *left* their homes.", "happened"),
    ("The ministry said that no villagers have *left* their homes.", "denied"),
    ("It was not clear what had caused the *blast* in the market.", "happened"),
    ("The *attack* on the camp was nothing short of barbaric.", "happened"),
    ("The *shelling* had not stopped since dawn.", "ongoing"),
    ("There was no comment from the army on Thursdays *bombardment*.", "happened"),
    (
        "The attack on the town cannot be tolerated, and a chemical *attack* cannot be ignored.",
        "happened",
    ),
    ("They would not have *used* the gas had it not been for their impunity.", "happened"),
    ("They would not have *used* the gas if they had won.", "hypothetical"),
    ("They would not have *used* the gas without an order.", "happened"),
    ("They could not be believers, or they would not have *committed* the killings.", "happened"),
    ("They would not *use* the gas without an order.", "denied"),
    ("They would not have *used* the gas, but their allies were there.", "denied"),
    ("The officials were not authorised to speak and *demanded* anonymity.", "happened"),
    ("The league rejected a *plea* by the envoy.", "happened"),
    ("To *curb* the smuggling, the mayor banned boats.", "planned"),
    ("He hopes to reach a deal on the *pullout* of the troops.", "promised"),
    ("He vowed to devote his strength to *fighting* the rebels.", "promised"),
    ("Police received the first call about the *attack* at noon.", "happened"),
    ("It was not immediately clear who *attacked* the base.", "happened"),
    ("There were no reports of *clashes* in the town.", "denied"),
    ("They had not ordered the *killing* of the mayor.", "denied"),
    ("The blast prompted the soldiers to *open* fire.", "happened"),
    ("The envoys hoped for peace *talks*.", "possible"),
    ("They failed to reach consensus on the *disarmament* of the rebels.", "possible"),
    ("The rebels set off bombs to scare officials, *killing* two.", "happened"),
    ("They want an end to drone *attacks* on their base.", "possible"),
    ("A *bomb* was defused outside the station.", "denied"),
    ("“We would like to *thank* the League,” the envoy said.", "happened"),
    ("There are fears that rebels *attacked* the convoy.", "possible"),
    ("They cited an end to *attacks* among their wishes.", "possible"),
    ("The truce put an end to *attacks* on the convoys.", "happened"),
    ("The army foiled a plot to *bomb* the bridge.", "denied"),
    ("The mayor was jailed for a plot to *bomb* the bridge.", "planned"),
    ("The talks will resume when the *shelling* stops.", "happened"),
    ("The talks will resume when the army *leaves*.", "predicted"),
    ("The raid *hit* no one.", "denied"),
    ("The *raid* hit no one.", "happened"),
    ("The envoy denied involvement in the *attack*.", "happened"),
    ("He called it an *attack* on the League.", "happened"),
    ("Five plots were thwarted since the *bombings* in the capital.", "happened"),
    ("They resisted the *deployment* of troops.", "possible"),
    ("A source told the agency that rebels *shelled* the town.", "happened"),
    ("The army sought to *cut* the road.", "planned"),
    ("The toll rose on Friday to *reach* 500.", "happened"),
    ("The town has been cut off due to the *siege*.", "happened"),
    ("The project was plagued by issues, including *strikes*.", "happened"),
    ("The mayor opted not to leave, but the rebels *captured* him.", "happened"),
    ("After *seizing* the dam, the rebels discussed a truce.", "happened"),
    ("The rebels discussed a truce after *seizing* the dam.", "happened"),
    ("The group remains committed to *bombing* the capital.", "planned"),
    ("Karvelia said it had completed its mission to *clear* the valley.", "happened"),
    ("The rebels are *backed* by a neighbour.", "ongoing"),
    ("The neighbour has *armed* the rebels for years.", "ongoing"),
    ("A planned *visit* by the president to the valley has been put off.", "denied"),
    ("The planned *offensive* was called off at the last minute.", "denied"),
    ("The envoy's *visit* was postponed to Friday.", "planned"),
    (
        "“An assault that *kills* hundreds would shock the League,” the monitor wrote.",
        "hypothetical",
    ),
    ("He argued that the army would hurt itself by *bombing* the dam.", "hypothetical"),
    ("The army *shelled* the town on Monday.", "happened"),
    ("The rebels have *released* the hostages.", "happened"),
    ("The army is *shelling* the town.", "ongoing"),
    ("The army did not *shell* the town.", "denied"),
    ("The rebels never *attacked* the convoy.", "denied"),
    ("No one was *killed* in the raid.", "denied"),
    ("The army will *attack* the town next week.", "planned"),
    ("The minister said troops would *leave* the valley in May.", "planned"),
    ("The rebels may *attack* the capital.", "possible"),
    ("Both sides should *release* their prisoners.", "demanded"),
    ("The League urged the army to *withdraw* from the valley.", "demanded"),
    ("The rebels pledged to *free* the captives.", "promised"),
    ("The general threatened to *bomb* the dam.", "threatened"),
    ("The government plans to *attack* the enclave.", "planned"),
    ("The army is preparing to *storm* the town.", "planned"),
    ("Observers expect the rebels to *attack* the town.", "predicted"),
    ("The rebels refused to *leave* the town.", "denied"),
    ("The patrol failed to *reach* the village.", "denied"),
    ("The guards managed to *repel* the attackers.", "happened"),
    ("The truce prevented the rebels from *attacking* the port.", "denied"),
    ("If the rebels *attack* the port, the army will respond.", "hypothetical"),
    ("The troops were sent to *attack* the port.", "planned"),
    ("The planned *offensive* worries the League.", "planned"),
    ("The army is planning an *offensive* in the valley.", "planned"),
    ("The League called for a *ceasefire*.", "demanded"),
    ("The army warned of a possible *attack*.", "possible"),
    ("The talks averted an *attack* on the port.", "denied"),
    ("An *offensive* can still be averted.", "possible"),
    ("The army denied *attacking* the convoy.", "denied"),
    ("The *attack* killed nine people.", "happened"),
    ("The League condemned the *attack* on the convoy.", "happened"),
    ("A full *assault* could kill thousands.", "possible"),
    ("He told reporters that shots were *fired*.", "happened"),
    ("The rebels have yet to *withdraw* from the port.", "denied"),
    ("The mission to *defeat* the rebels was accomplished.", "happened"),
    ("There was no *attack* on the port.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status_of_the_marked_word(text: str, status: str) -> None:
    assert _status(text) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is unclear whether the strikes were carried out by Varnian or other jets.", True),
        ("It did not know whether Varnian or Karvelian jets had carried out the strikes.", True),
        ("It is unclear whether the strikes were carried out.", False),
        ("It is unclear whether the army had carried out strikes.", False),
    ],
)
def test_strikes_of_which_only_the_doer_is_asked_for_took_place(text: str, status: bool) -> None:
    document = _parse(text)
    verb, noun = (next(t for t in document.tokens if t.text == w) for w in ("carried", "strikes"))
    assert doer_unknown(document, noun, verb) is status
    assert (status_of(document, noun, verb) == "happened") is status


def test_any_strikes_that_were_not_carried_out_are_denied() -> None:
    document = _parse("They denied carrying out any strikes near the town.")
    verb, noun = (next(t for t in document.tokens if t.text == w) for w in ("carrying", "strikes"))
    assert status_of(document, noun, verb) == "denied"


def test_a_light_verb_gives_its_noun_its_status() -> None:
    document = _parse("The rebels will carry out attacks.")
    tokens = {token.text: token for token in document.tokens}
    assert status_of(document, tokens["attacks"], tokens["carry"]) == "planned"


@pytest.mark.parametrize(
    ("text", "light", "status"),
    [
        ("The raid on the camp was not an isolated case.", "was", "happened"),
        ("No raid was reported.", "reported", "denied"),
        ("The raid did not take place.", "take", "denied"),
        ("The convoy was not able to reach the town.", "was", "denied"),
        ("The raid did not kill anybody.", "kill", "happened"),
    ],
)
def test_what_is_said_of_an_event_is_no_denial_of_it(text: str, light: str, status: str) -> None:
    document = _parse(text)
    verb = next(t for t in document.tokens if t.text == light)
    assert status_of(document, document.tokens[1], verb) == status


def test_a_clause_is_negated_by_an_empty_object() -> None:
    document = _parse("The shelling has wounded nobody.")
    verb = next(token for token in document.tokens if token.text == "wounded")
    assert is_negated(document, verb)


def test_a_blast_that_hurt_nobody_took_place() -> None:
    document = _parse("The blast caused no deaths.")
    tokens = {token.text: token for token in document.tokens}
    assert status_of(document, tokens["blast"], tokens["caused"]) == "happened"


@pytest.mark.parametrize(
    ("told", "status"), [("which killed ten", "happened"), ("which could kill ten", "denied")]
)
def test_a_deed_that_harmed_people_was_done(told: str, status: str) -> None:
    document = _parse(f"She failed to carry out the attack, {told}.")
    tokens = {token.text: token for token in document.tokens}
    assert status_of(document, tokens["attack"], tokens["carry"]) == status


def test_what_a_deed_answers_was_done() -> None:
    document = _parse("Rebels can strike back in retaliation for the killing of civilians.")
    killing = next(token for token in document.tokens if token.text == "killing")
    assert status_of(document, killing) == "happened"
