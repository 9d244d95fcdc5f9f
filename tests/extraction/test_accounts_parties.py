"""Who did it and to whom, from the words of a report to its parties. The conflict is invented."""

import pytest

from dragoman.extraction.accounts import Accounts
from dragoman.extraction.actors import Actors
from dragoman.extraction.claims import Claims
from dragoman.extraction.numbers import Numbers
from dragoman.language import parse
from dragoman.model import Extract, Report, Span
from dragoman.packs import Pack, PackInfo, Packs
from dragoman.packs.entries import PackState
from dragoman.packs.states import actors_of

KARVELIA = PackState(code="KV", name="Karvelia", adjectives=("Karvelian", "K.V."), capital="Tarsk")
OSTRAVIA = PackState(code="OV", name="Ostravia", adjectives=("Ostravian",), capital="Belmar")
PACKS = Packs(
    [
        Pack(
            info=PackInfo(name="x", about="x"),
            actors=(*actors_of(KARVELIA), *actors_of(OSTRAVIA)),
        )
    ]
)


def told(text: str) -> list[tuple[str, str, set[str], set[str]]]:
    """Return type, status, doers and victims of the accounts in a text."""
    report = Report(id="r", source="", sha256="", text=text, body=(Span(0, len(text)),))
    document = parse(report)
    extract = Extract(report=report)
    for step in (Numbers(), Actors(PACKS), Claims(), Accounts(PACKS)):
        extract = step(document, extract)
    names = {actor.id: actor.name for actor in extract.actors}
    return [
        (a.type, a.status, {names[x] for x in a.actors}, {names[x] for x in a.recipients})
        for a in extract.accounts
    ]


KARVELIANS = "Armed forces of Karvelia"
OSTRAVIANS = "Armed forces of Ostravia"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Karvelian and Ostravian forces killed three rebels.", {KARVELIANS, OSTRAVIANS}),
        ("Karvelian and coalition forces killed three rebels.", {KARVELIANS, "coalition forces"}),
        ("Karvelian and opposition forces killed ten men.", {KARVELIANS, "opposition forces"}),
        ("Pirates hijacked a vessel off the coast.", {"pirates"}),
        ("Shelling was heard. (Tarsk News and Wires) Rebel forces killed a man.", {"rebel forces"}),
        ("Karvelian Army (KA) fighters killed three men.", {KARVELIANS}),
        ("Officials confirmed it had burned for days and killed nine people.", set()),
    ],
)
def test_all_who_are_joined_to_a_doer_did_it_and_nobody_else(text: str, doers: set[str]) -> None:
    assert told(text)[-1][2] == doers


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A foreigner named Ola Brint was killed by rebels.", {"Ola Brint"}),
        ("A man identified as Ola Brint was shot dead by rebels.", {"Ola Brint"}),
        ("A Karvelian teacher was kidnapped by rebels.", {"Karvelian teacher"}),
        ("The daughter of the Ostravian ambassador was wounded by rebels.", set()),
        ("The mayor's son was killed by rebels.", set()),
    ],
)
def test_who_is_told_of_is_hit_and_no_kin(text: str, victims: set[str]) -> None:
    assert told(text)[-1][3] == victims


def test_a_weapon_used_against_somebody_is_an_attack_and_a_shelter_is_none() -> None:
    found = told("A warplane used a guided bomb against Karvelian troops.")
    assert [(kind, whom) for kind, _, _, whom in found] == [("ASSAULT", {KARVELIANS})]
    assert told("The sirens sent the townspeople to bomb shelters.") == []


def test_what_somebody_insists_on_has_not_been_done() -> None:
    found = told("The Ostravian government insists on release of all prisoners.")
    assert ("RETREAT", "demanded") in [(kind, status) for kind, status, _, _ in found]
