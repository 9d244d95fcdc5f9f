"""Denials of what stands before them."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

ClaimsOf = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The League accuses Karvelia of using gas, a charge rejected by Tarsk as baseless.",
            "Tarsk", ["a charge", "as baseless"],
        ),
        (
            "The army said the NFA had shelled the town, an accusation the NFA has denied.",
            "the NFA", ["an accusation"],
        ),
        (
            "The League said the army bombed the school, which Karvelia denies.",
            "Karvelia", ["the army bombed the school"],
        ),
        ("Karvelia denies this.", "Karvelia", ["this"]),
    ],
)  # fmt: skip
def test_who_denies_what_was_just_told_is_heard(
    claims_of: ClaimsOf, text: str, source: str, content: list[str]
) -> None:
    denial = claims_of(text)[-1]
    assert denial.act in ("deny", "reject")
    assert denial.speaker.evidence is not None
    assert denial.speaker.evidence.quote == source
    assert [piece.quote for piece in denial.content] == content


def test_a_denial_is_no_part_of_the_words_it_denies(claims_of: ClaimsOf) -> None:
    text = "The League said the army bombed the school, which Karvelia denies."
    assert claims_of(text)[0].content[0].quote == "the army bombed the school"


def test_what_is_denied_by_whom_the_report_tells_of_is_not_the_rest(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The League met the rebels, who deny the attack.")
    assert claim.content[0].quote == "the attack"


def test_what_a_quoted_speaker_denies_is_a_denial_of_his(claims_of: ClaimsOf) -> None:
    text = '"We categorically deny that our forces fired at the convoy," the army said.'
    denial = next(c for c in claims_of(text) if c.act == "deny")
    assert denial.content[0].quote == "our forces fired at the convoy"
    assert denial.speaker.name == "army"
    assert denial.within is not None


@pytest.mark.parametrize(
    "behind",
    [
        ", as the rebels claimed",
        ", as was claimed by the rebels",
        ", as the rebels charged on Monday",
    ],
)
def test_what_is_denied_is_what_an_as_behind_it_has_others_say(
    claims_of: ClaimsOf, behind: str
) -> None:
    told = claims_of(f"The minister denied that police had tortured students{behind}.")
    assert {(c.speaker.name, c.content[0].quote) for c in told} == {
        ("minister", "police had tortured students"),
        ("rebels", "police had tortured students"),
    }


def test_what_one_did_with_a_charge_is_not_what_it_says(claims_of: ClaimsOf) -> None:
    text = "The Varnian government rejected charges that Karvelia had levelled against it."
    (claim,) = claims_of(text)
    assert claim.content[0].quote == "charges that Karvelia had levelled against it"


def test_a_denial_behind_a_statement_is_of_its_speaker(claims_of: ClaimsOf) -> None:
    text = "Ivan Petrov said both ministers were at home, thus denying reports that they had fled."
    denial = next(c for c in claims_of(text) if c.act == "deny")
    assert denial.speaker.name == "Ivan Petrov"


def test_a_claim_that_somebody_dismissed_is_no_part_of_what_was_said(claims_of: ClaimsOf) -> None:
    text = "The army said that it had taken Selmo, a claim that the rebels dismissed as propaganda."
    said, denial = sorted(claims_of(text), key=lambda c: c.content[0].start)
    assert said.content[0].quote == "it had taken Selmo"
    assert (denial.speaker.name, denial.act) == ("rebels", "reject")


@pytest.mark.parametrize(
    ("charge", "accused"),
    [("blamed rebels", "rebels"), ("accused rebels of staging it", "rebels of staging it")],
)
def test_a_charge_behind_a_denial_is_read_though_it_looks_like_an_adjective(
    claims_of: ClaimsOf, charge: str, accused: str
) -> None:
    denial, blame = claims_of(f"Karvelia denied responsibility and {charge}.")
    assert (denial.act, denial.content[0].quote) == ("deny", "responsibility")
    assert (blame.act, blame.content[0].quote) == ("accuse", accused)
    assert blame.speaker == denial.speaker


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        (
            "Karvelia pointed a finger at the army which denied any part and described the raid as "
            "staged.",
            "the army",
        ),
        (
            "Karvelia accused the army, which denied any part in it, of burning the mill.",
            "the army, which denied any part in it, of burning the mill",
        ),
    ],
)
def test_what_the_accused_answers_at_the_end_of_a_charge_is_no_part_of_it(
    claims_of: ClaimsOf, text: str, charged: str
) -> None:
    charge = next(c for c in claims_of(text) if c.act == "accuse")
    assert charge.content[0].quote == charged


def test_one_may_deny_having_done_something(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("The general has always denied having known of it.")
    assert (claim.act, claim.content[0].quote) == ("deny", "having known of it")


@pytest.mark.parametrize(
    ("what", "act"), [("the murder of the priest", "condemn"), ("the accusation", "reject")]
)
def test_who_repudiates_a_deed_condemns_it(claims_of: ClaimsOf, what: str, act: str) -> None:
    (claim,) = claims_of(f"The students repudiated {what}.")
    assert claim.act == act
