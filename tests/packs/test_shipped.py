import datetime as dt
from collections import Counter

from dragoman import packs


def test_all_members_of_the_united_nations_are_there() -> None:
    assert len(packs.default().states) == 198


def test_every_state_but_a_few_small_ones_has_an_adjective() -> None:
    without = [s.name for s in packs.default().states.values() if not s.adjectives]
    assert len(without) <= 6


def test_the_model_pack_is_broad() -> None:
    syria = packs.load("syria").packs[-1]
    types = Counter(actor.type for actor in syria.actors)
    assert types["armed_group"] >= 20
    assert types["person"] >= 70
    assert len(syria.places) >= 100
    assert all(place.lat is not None and place.lon is not None for place in syria.places)


def test_names_of_one_pack_lead_to_one_actor_each() -> None:
    for pack in packs.default().packs:
        seen: dict[str, str] = {}
        for actor in pack.actors:
            for name in (*actor.all_names, *actor.abbreviations):
                assert seen.setdefault(name, actor.key) == actor.key, name


def test_a_post_is_held_between_its_dates() -> None:
    mistura = packs.default().actors["syria:staffan-de-mistura"]
    assert mistura.roles[0].covers(dt.date(2017, 12, 8))
    assert not mistura.roles[0].covers(dt.date(2019, 2, 1))
    assert mistura.roles[0].covers(None)


def test_agreements_have_parties_and_dates() -> None:
    deal = packs.default().agreements["syria:sochi-memorandum"]
    assert deal.parties == ("world:ru", "world:tr")
    assert deal.date == "2018-09-17"


def test_a_group_goes_by_the_name_of_its_time() -> None:
    group = packs.default().actors["syria:hayat-tahrir-al-sham"]
    assert group.named_on(dt.date(2015, 5, 1)) == "Al-Nusra Front"
    assert group.named_on(dt.date(2016, 9, 1)) == "Jabhat Fateh al-Sham"
    assert group.named_on(dt.date(2018, 5, 1)) == group.named_on(None) == group.name


def test_reports_from_before_an_actor_was_founded_mean_another() -> None:
    coalition = packs.default().actors["syria:coalition"]
    assert not coalition.may_be_meant(dt.date(2006, 11, 1))
    assert coalition.may_be_meant(dt.date(2014, 9, 23))
    assert coalition.may_be_meant(None)
