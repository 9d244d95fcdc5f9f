"""Which charges a denial answers: of its day, of its deed, not of deeds at large or of old."""

from __future__ import annotations

from dragoman.library import build, extracts
from dragoman.model import Dispute, Extract
from dragoman.reading import Item

BEGINS = "TARSK, 4 March 2019 (Post) - "
LONG = (
    "Rain fell for hours on the roads to the border, and the markets of the town stayed closed, as "
    "they had all week long, while the council met to talk of the winter and of the price of bread "
    "in the villages around it, which had risen. Schools were to open again within days, and the "
    "mill was at work, as were the bakers and the ferry on the lake, its owner told a visitor. "
)
AT_LARGE = (
    "Western states say the Varnian government has been responsible for gas and other chemical "
    "attacks. The government has accused rebels of using poison gas."
)
GASSED = "Activists said that Varnian government forces dropped poison gas on Selmo on Monday. "
BLAMED = "Gas was used at Selmo in 2013. The Union accused Varnia of that attack, which it says "


def disputes(text: str) -> list[Dispute]:
    """Return the disputes of one report."""
    item = Item(name="a.txt", content=f"Clashes\n\n{BEGINS}{text}\n".encode(), form="text")
    record = build([one for one in extracts([item]) if isinstance(one, Extract)])
    return list(record.disputes)


def quotes(text: str, rule: str) -> list[str]:
    return [p.evidence.quote for d in disputes(text) if d.rule == rule for p in d.positions]


def test_deeds_at_large_are_asked_of_as_such() -> None:
    (found,) = disputes(AT_LARGE)
    assert found.question == (
        "Who was behind the chemical attacks: the Varnian government or rebels?"
    )


def test_who_charges_a_side_with_deeds_at_large_is_not_set_against_the_news() -> None:
    found = quotes(f"{GASSED}{LONG}{AT_LARGE}", "rival accusations")
    assert len(found) == 2
    assert not any("Selmo" in quote for quote in found)


def test_who_denies_the_attack_of_an_old_year_denies_no_other() -> None:
    news = "Poison gas was dropped on Garn on Monday. The Northern League blamed Varnia for it. "
    old = f"{BLAMED}killed 40 people. Varnia denied responsibility and blamed rebels."
    found = [d for d in disputes(f"{news}{LONG}{old}") if d.rule == "accusation rejected"]
    assert not found


def test_who_denies_the_bombing_of_a_convoy_answers_no_charge_of_war_crimes() -> None:
    charge = "Lawmakers accused Varnia of committing war crimes in Karvelia. The markets closed. "
    convoy = "The League accused Varnia of bombing an aid convoy near Selmo. "
    denial = "A spokesman for the Varnian army said that Varnia was not responsible for the bombing"
    (found,) = disputes(f"{convoy}{charge}{denial} of an aid convoy.")
    assert not any("crimes" in p.evidence.quote for p in found.positions)


def test_of_several_what_shares_most_words_with_a_denial_is_denied() -> None:
    text = (
        "Envoy Ana Tal said left-wing rebels had attacked Garn and other towns of Talvia. The Garn "
        "News Network reported that the embassy of Talvia in Garn had been occupied by rebels."
        " The ministry said all was calm. Ambassador Mira Kost said the "
        "embassy of Talvia in Garn had not been occupied by the rebels."
    )
    (found,) = disputes(text)
    assert found.question.endswith("the embassy of Talvia in Garn had been occupied by rebels?")
    assert len(found.positions) == 2


def test_the_toll_of_a_deed_that_somebody_only_claims_is_the_reports() -> None:
    claimed = "The Northern Front claimed the bombing that killed 17 people in Selmo on Monday. "
    other = "The Observatory of Garn said that 12 people were killed in the bombing in Selmo."
    (found,) = disputes(claimed + other)
    assert [p.speaker is None for p in found.positions] == [True, False]


def test_a_habit_that_a_side_denies_is_asked_of_as_such() -> None:
    text = (
        "A mayor was killed in Selmo on Monday. The murder stopped the talks in Garn, where the "
        "government’s envoys said the NFA was in the habit of committing such murders whenever "
        "talks were held in Garn. The NFA said the charge was groundless."
    )
    (found,) = disputes(text)
    assert "in the habit of" in found.question
