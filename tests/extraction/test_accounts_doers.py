"""Who does what to whom, where the doer stands beside the verb. The conflict is invented."""

import re

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.claims import Claims
from dragoman.extraction.numbers import Numbers
from dragoman.language import parse
from dragoman.model import Account, Actor, ActorMention, ActorType, Extract, Report, Span
from dragoman.packs import Packs

ACTORS: dict[str, ActorType] = {
    "Karvelia": "state",
    "Varnia": "state",
    "Karvelian": "state",
    "NFA": "armed_group",
    "Novak": "person",
    "villagers": "group",
    "Guild": "organisation",
    "allies": "group",
    "artillery": "armed_group",
    "Coalition": "armed_group",
    "insurgents": "armed_group",
    "Varnian warplanes": "armed_group",
}


def told(text: str) -> tuple[Account, ...]:
    """Return the accounts in a text whose actors are given by name."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    mentions = tuple(
        ActorMention(
            evidence=report.evidence(span),
            actor=name,
            form="name",
            head=document.tokens_in(span)[-1].i,
        )
        for name in ACTORS
        for match in re.finditer(rf"\b{name}\b", text)
        for span in (Span(*match.span()),)
    )
    actors = tuple(
        Actor(id=name, name=name, names=(name,), type=kind, named=name[:1].isupper())
        for name, kind in ACTORS.items()
    )
    extract = Extract(report=report, actors=actors, actor_mentions=mentions)
    for step in (Numbers(), Claims(), Accounts(Packs())):
        extract = step(document, extract)
    return extract.accounts


DONE_BY = [
    ("Ninety men were killed by the artillery fire.", ["artillery"]),
    ("A Karvelian drone fired a missile at the camp.", ["Karvelian"]),
    ("An NFA squad bombed a bus.", ["NFA"]),
    ("NFA insurgents behind the raid on the camp", ["NFA"]),
    ("The insurgents responsible for the raid on the camp fled.", ["insurgents"]),
    ("The NFA staged two bombings on Monday.", ["NFA"]),
    ("All fear the NFA, which Karvelia says has shelled the town.", ["NFA"]),
    ("They shot into the houses, killing nine villagers, Karvelia said.", []),
    ("Nine were killed by NFA and Karvelian airstrikes.", ["NFA", "Karvelian"]),
    ("Karvelian and Varnian warplanes hit a town.", ["Karvelian", "Varnian warplanes"]),
    ("Nine men were killed in mutual shelling between the NFA and Karvelia.", ["NFA", "Karvelia"]),
    ("Nine were killed due to a shell fired by the NFA.", ["NFA"]),
    ("A missile fired by the NFA killed nine villagers in a quarter of the city.", ["NFA"]),
    ("The NFA on Friday targeted with rocket shells the outskirts of two cities.", ["NFA"]),
    ("The group, NFA, claimed responsibility for the attack.", ["NFA"]),
    ("The NFA claimed responsibility on Friday for the attack.", ["NFA"]),
    ("The NFA has not claimed responsibility for the attack.", []),
    ("Neither Karvelia nor the NFA claimed responsibility for the attack.", []),
    ("A bomb hit buses from two Karvelian towns killing nine villagers.", []),
    ("The villagers were killed by the NFA and its powerful allies.", ["NFA", "allies"]),
    ("Shells fired by Karvelia killed nine villagers on Monday a monitor said.", ["Karvelia"]),
    (
        "A missile fired by NFA forces killed at least 18 men on Monday a monitoring group said.",
        ["NFA"],
    ),
    ("Warplanes believed to be Karvelian bombed a market.", ["Karvelian"]),
    ("Gunmen thought to belong to the NFA shot nine villagers.", ["NFA"]),
    ("NFA-fired rockets hit the port.", ["NFA"]),
    ("There were insurgents. Insurgent rockets hit the port.", ["insurgents"]),
    ("There were insurgents. An insurgent mortar shell killed two girls.", ["insurgents"]),
    ("The raid, the work of the NFA, killed nine villagers.", ["NFA"]),
    ("The raid on the town, conducted by the NFA, killed nine villagers.", ["NFA"]),
    ("Strikes believed to have been carried out by Karvelia killed nine villagers.", ["Karvelia"]),
    ("The bombing of several towns by the NFA went on.", ["NFA"]),
    ("Karvelia carried out a total of 18 airstrikes in the province.", ["Karvelia"]),
    ("A series of raids by Karvelia killed nine villagers.", ["Karvelia"]),
    ("The convoy was hit by rockets fired by the NFA.", ["NFA"]),
    ("A car bomb planted by the NFA exploded in the town.", ["NFA"]),
    ("Those behind the attack were members of the NFA.", ["NFA"]),
    ("The attacks on an area believed to be held by the NFA went on.", []),
    ("The villagers fled after shelling by the NFA.", ["NFA"]),
    ("Karvelia said shelling on Sunday had hit the town.", []),
    ("There were insurgents. Karvelia insurgent rocket kills nine villagers.", ["insurgents"]),
    ("There were insurgents. Pro-insurgent fighters shelled the port.", []),
    ("The NFA handed out leaflets claiming responsibility for the raid on the camp.", ["NFA"]),
    ("A video claimed responsibility for the raid on the villagers.", []),
    ("Karvelia implicated the NFA in the murder of two villagers.", ["NFA"]),
    ("Novak was riddled with bullets by insurgents.", ["insurgents"]),
    ("The Guild massacre shook the country.", []),
    ("After the Guild massacre, all was silent.", []),
    ("Concerning the massacre at the Guild headquarters, we state the following.", []),
    ("The NFA massacre shook the country.", ["NFA"]),
    ("On Monday insurgents hurled two dynamite charges at the house.", ["insurgents"]),
]


@pytest.mark.parametrize(("text", "doers"), DONE_BY)
def test_the_doer_stands_beside_the_deed(text: str, doers: list[str]) -> None:
    found = [one for one in told(text) if one.type == "ASSAULT"]
    assert list(found[0].actors) == doers


def test_who_posts_a_message_blames_in_it() -> None:
    (account,) = (
        one for one in told("Novak posted a message on Buzz blaming Varnia.") if one.actors
    )
    assert (account.type, account.actors, account.recipients) == ("ACCUSE", ("Novak",), ("Varnia",))


def test_what_a_participle_after_a_place_says_is_of_the_attack_on_it() -> None:
    (account,) = told("Karvelia bombed the province killing nine villagers.")
    assert (account.actors, account.recipients) == (("Karvelia",), ("villagers",))
    assert [(count.what, count.low) for count in account.counts] == [("killed", 9)]


def test_whom_raids_left_dead_are_of_the_last_raids_told_of() -> None:
    raids = told("Varnia saw attacks on villagers with Tarsk witnessing raids that left nine dead.")
    counted = [one.trigger.quote for one in raids for _ in one.counts]
    assert counted == ["raids that left"]


def test_who_tells_of_a_blast_behind_it_was_not_struck() -> None:
    (account,) = told("The blast struck as villagers celebrated in the town said Varnia.")
    assert account.recipients == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karvelia freed the town from insurgents.", "ASSAULT"),
        ("Insurgents freed nine villagers.", "RETREAT"),
    ],
)
def test_a_town_is_freed_by_taking_it(text: str, kind: str) -> None:
    assert [one.type for one in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "doers", "suffering"),
    [
        ("Two villagers killed two others injured in a rocket attack.", (), ("villagers",)),
        ("The NFA killed two men injured in the raid.", ("NFA",), ()),
    ],
)
def test_who_is_killed_before_another_toll_kills_nobody(
    text: str, doers: tuple[str, ...], suffering: tuple[str, ...]
) -> None:
    account = next(one for one in told(text) if one.trigger.quote == "killed")
    assert (account.actors, account.recipients) == (doers, suffering)


def test_by_whom_it_was_done_may_stand_behind_the_last_of_the_killed() -> None:
    text = (
        "It saw the murder of minister Anton Ruiz and two of his villagers perpetrated by the NFA."
    )
    assert [one.actors for one in told(text)] == [("NFA",)]


def test_those_whose_lives_were_claimed_injure_nobody() -> None:
    found = told(
        "The shells hit a suburb, claiming the lives of two villagers injuring nine others."
    )
    assert [one.actors for one in found] == [(), ()]


def test_who_calls_upon_somebody_is_told_of() -> None:
    text = "The Karvelian Coalition called upon the NFA to act urgently to save the lives of men."
    assert [one.actors for one in told(text) if one.type == "REQUEST"] == [("Coalition",)]


def test_a_headquarters_is_taken_and_not_abducted() -> None:
    (account,) = told("The headquarters of the NFA was captured.")
    assert account.mode is None


def test_missiles_and_their_aim_are_one_attack() -> None:
    (account,) = told("Karvelia launched missiles targeting villagers.")
    assert (account.actors, account.recipients) == (("Karvelia",), ("villagers",))


def test_what_could_be_heard_took_place() -> None:
    assert [one.status for one in told("Explosions could be heard near nine villagers.")] == [
        "happened"
    ]


def test_a_protest_against_somebody_is_not_theirs() -> None:
    (account,) = told("The anti-Varnia protests continued.")
    assert (account.actors, account.recipients) == ((), ("Varnia",))


def test_what_nobody_mentions_is_no_account() -> None:
    assert told("The NFA made no mention of any strikes by Varnia.") == ()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Nine villagers were killed by barrel bomb attacks on the town.", "aerial"),
        ("The NFA fired dozens of mortar rounds at the town.", "heavy-weapons"),
        ("The NFA fired a number of rocket shells at the town.", "heavy-weapons"),
    ],
)
def test_the_weapon_says_by_what_means(text: str, mode: str) -> None:
    assert [one.mode for one in told(text)] == [mode]


def test_by_whom_something_was_rejected_is_its_doer() -> None:
    (account,) = told("The proposal was rejected by Varnia.")
    assert (account.type, account.actors, account.recipients) == ("REJECT", ("Varnia",), ())


def test_a_summit_to_be_held_detains_nobody() -> None:
    text = "Novak left to participate in the summit of the Association (ASC) to be held in May."
    assert "DETENTION" not in [one.type for one in told(text)]


def test_those_whose_means_are_told_first_are_the_doers() -> None:
    (account,) = told("Novak was riddled with bullets by insurgents in Tarsk.")
    assert (account.actors, account.recipients) == (("insurgents",), ("Novak",))


def test_who_attacks_a_residence_attacks_whose_it_is() -> None:
    (account,) = told("The insurgents attacked Novak's residence.")
    assert (account.actors, account.recipients) == (("insurgents",), ("Novak",))


def test_who_is_killed_along_with_somebody_is_killed_too() -> None:
    (account,) = told("Novak was killed along with two villagers.")
    assert account.recipients == ("Novak", "villagers")
    (account,) = told("The insurgents killed Novak together with two villagers.")
    assert (account.actors, account.recipients) == (("insurgents",), ("Novak", "villagers"))


def test_a_side_that_attacks_along_with_another_is_not_attacked() -> None:
    (account,) = told("The NFA attacked Varnia along with its allies.")
    assert "allies" not in account.recipients


def test_a_plural_verb_behind_a_row_is_of_the_whole_row() -> None:
    kidnapping = told("The insurgents hold Karvelia and Novak, who were kidnapped in Tarsk.")[-1]
    assert kidnapping.recipients == ("Karvelia", "Novak")


@pytest.mark.parametrize(
    "text",
    [
        "Novak was arrested in Tarsk and sentenced to 13 years.",
        "Novak was expelled from the union and sentenced to 13 years in jail.",
    ],
)
def test_who_is_arrested_and_sentenced_sentences_nobody(text: str) -> None:
    sentenced = told(text)[-1]
    assert (sentenced.trigger.quote, sentenced.actors) == ("sentenced", ())
    assert sentenced.recipients == ("Novak",)


def test_what_goes_on_a_passive_with_an_object_is_done_by_its_subject() -> None:
    jailed = told("Novak was promoted and jailed the villagers.")[-1]
    assert (jailed.actors, jailed.recipients) == (("Novak",), ("villagers",))


@pytest.mark.parametrize(
    "text",
    [
        "The insurgents disguised as villagers stormed the clinic.",
        "Police said that two insurgents dressed as villagers followed and opened fire on Novak.",
        "Two insurgents dressed as villagers shot dead a judge, police said.",
    ],
)
def test_who_is_dressed_as_others_does_it_not_they(text: str) -> None:
    assert [one.actors for one in told(text)] == [("insurgents",)]
