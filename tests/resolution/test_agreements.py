from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.model import Agreement, Dates, Evidence
from dragoman.resolution import resolve
from dragoman.resolution.agreements import LocalAgreement, join_agreements


def agreement(
    order: int, name: str, parties: tuple[str, ...] = (), date: Dates | None = None
) -> LocalAgreement:
    evidence = (Evidence(f"rep-{order}", 0, len(name), name),)
    one = Agreement(
        id=f"agr-{order}", name=name, names=(name,), parties=parties, date=date, evidence=evidence
    )
    return LocalAgreement(one, order, dt.date(2018, 9, 20) + dt.timedelta(order))


def joined(*found: LocalAgreement) -> int:
    return len(join_agreements(found)[0])


SEPTEMBER = Dates.month(2018, 9)
DAY = Dates.day(dt.date(2018, 9, 17))


def test_one_name_is_one_agreement() -> None:
    assert joined(agreement(0, "Garn agreement"), agreement(1, "the Garn deal")) == 1


def test_other_names_join_by_parties_and_day() -> None:
    parties = ("act-ru", "act-tr")
    first = agreement(0, "Sochi memorandum", parties, DAY)
    assert joined(first, agreement(1, "a Russian-Turkish deal", parties, DAY)) == 1


def test_parties_alone_do_not_make_one_agreement() -> None:
    parties = ("act-ru", "act-tr")
    assert joined(agreement(0, "gas deal", parties), agreement(1, "visa deal", parties)) == 2


def test_days_that_exclude_one_another_are_two_agreements() -> None:
    later = Dates.day(dt.date(2018, 10, 27))
    first = agreement(0, "Garn agreement", date=SEPTEMBER)
    assert joined(first, agreement(1, "Garn agreement", date=later)) == 2


def test_a_promise_in_a_reprint_is_the_promise_it_reprints(story: Any) -> None:
    body = " ".join(f"word{k}" for k in range(60)) + " Varnia will free 200 men."
    extracts = []
    for source, day in (("wire", "2019-03-21"), ("copy", "2019-03-22")):
        one = story(body, day, source)
        one.promise(one.actor("Varnia", "state", pack="w:va"), "free 200 men", "2019-03-30")
        extracts.append(one.extract())
    record = resolve(extracts)
    assert len(record.commitments) == 1
    assert len(record.commitments[0].evidence) == 2


def test_a_name_inside_a_longer_one_is_one_agreement() -> None:
    first = agreement(0, "Garn Peace Agreement", date=Dates.year(2010))
    assert joined(first, agreement(1, "Garn accord")) == 1


def test_resolutions_are_known_by_their_numbers() -> None:
    first = agreement(0, "UN Security Council resolution 2254")
    assert joined(first, agreement(1, "Resolution 2254")) == 1
    assert joined(first, agreement(1, "UN Security Council resolution 2118")) == 2


def test_a_convention_and_an_agreement_of_one_town_are_two() -> None:
    assert joined(agreement(0, "Garn Convention"), agreement(1, "Garn agreement")) == 2


def test_the_truce_of_two_states_is_one_within_days_only() -> None:
    parties = ("act-ru", "act-tr")
    first = agreement(0, "Russian-Turkish truce", parties)
    assert joined(first, agreement(3, "the ceasefire", parties)) == 1
    assert joined(first, agreement(60, "the ceasefire", parties)) == 2


def test_what_many_truces_are_called_does_not_make_them_one() -> None:
    assert joined(agreement(0, "nationwide ceasefire"), agreement(9, "nationwide truce")) == 2


def test_one_wires_sentence_in_two_reports_tells_of_one_truce() -> None:
    name = "truce that two mediators brokered in the town of Garn"
    assert joined(agreement(0, name), agreement(1, name)) == 1
    assert joined(agreement(0, "truce"), agreement(1, "truce")) == 2


def test_a_truce_of_one_name_and_day_is_one() -> None:
    first = agreement(0, "48-hour truce", date=DAY)
    assert joined(first, agreement(1, "48-hour truce", date=DAY)) == 1
    assert joined(agreement(0, "truce", date=SEPTEMBER), agreement(1, "truce", date=SEPTEMBER)) == 2
