"""A side denies a deed that reports of the same story say it did."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.resolution import resolve

OPENING = (
    "Warplanes hit the bakery of Selmo on Monday and killed 31 people who were queuing for "
    "bread in the besieged quarter of the weavers, rescuers said."
)
AGAIN = (
    "People queuing for bread at a bakery in Selmo were killed on Monday when warplanes hit the "
    "besieged weavers quarter; 31 dead were counted by rescuers."
)
RAID = "Varnian jets bombed the bakery, as smoke rose over the weavers' quarter."


def report(story: Any, text: str, name: str, *denied: str, doer: bool = True) -> Any:
    """Return one report of the raid; the state denies the ``denied`` words, if any."""
    one = story(text, "2019-03-04", f"{name}.txt", outlet=name)
    varnia = one.actor("Varnia", "state", pack="world:va", country="VA", names=("Varnia",))
    place = one.place("Selmo", lat=1.0, lon=2.0, country="KV")
    if "hit" in text:
        one.account("hit", mode="aerial", day="2019-03-04", place=place,
                    counts=(("killed", 31, 31, "31"),))  # fmt: skip
    if "bombed" in text:
        one.account("bombed", mode="aerial", actors=(varnia,) if doer else ())
    for words in denied:
        one.claim(varnia, words, "deny")
    return one.extract()


def rules(*extracts: Any) -> list[str]:
    return [d.rule for d in assess(resolve(extracts)).disputes]


def test_a_report_that_tells_who_did_it_answers_a_denial_in_another_of_the_story(
    story: Any,
) -> None:
    denial = f"{AGAIN}\nVarnia denied any involvement."
    found = assess(
        resolve(
            [
                report(story, f"{OPENING}\n{RAID}", "Post"),
                report(story, denial, "Times", "any involvement"),
            ]
        )
    ).disputes
    assert [d.rule for d in found] == ["accusation rejected"]
    assert sorted(p.stance for p in found[0].positions) == ["Varnia denies it", "Varnia did it"]


def test_where_nobody_says_who_did_it_a_denial_answers_nothing(story: Any) -> None:
    denial = f"{AGAIN}\nVarnia denied any involvement."
    told = report(story, f"{OPENING}\n{RAID}", "Post", doer=False)
    assert rules(told, report(story, denial, "Times", "any involvement")) == []


def test_a_denial_deep_in_another_report_is_not_of_its_news(story: Any) -> None:
    denial = f"{AGAIN}\n{'The talks on bread and flour went on. ' * 40}\nVarnia denied any role."
    told = report(story, f"{OPENING}\n{RAID}", "Post")
    assert rules(told, report(story, denial, "Times", "any role")) == []


def test_a_denial_by_other_means_than_the_news_answers_nothing(story: Any) -> None:
    denial = f"{AGAIN}\nVarnia denied using landmines."
    told = report(story, f"{OPENING}\n{RAID}", "Post")
    assert rules(told, report(story, denial, "Times", "using landmines")) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("the strikes were carried out by either Varnian or Ostravan jets", 0),
        ("the strikes are believed to be by Varnian jets", 1),
        ("it was looking into whether the strikes were carried out by Varnian jets", 0),
        ("the strikes were carried out by Ostravan jets", 0),
    ],
)
def test_who_did_it_is_read_from_the_words_before_the_name(
    story: Any, told: str, found: int
) -> None:
    one = story(f"The monitor said {told}.\nVarnia denied any involvement in the raids.",
                "2019-03-04", "a.txt", outlet="Post")  # fmt: skip
    varnia = one.actor("Varnia", "state", country="VA", names=("Varnia", "Varnian"))
    one.actor("Ostrava", "state", country="OS", names=("Ostrava", "Ostravan"))
    one.claim(one.actor("the monitor", "organisation"), told)
    one.claim(varnia, "any involvement in the raids", "deny")
    assert rules(one.extract()) == ["accusation rejected"] * found


def test_a_denial_that_is_set_against_charges_is_not_shown_as_another_dispute(story: Any) -> None:
    text = "The NFA accused Varnia of shelling Selmo.\nVarnia denied shelling Selmo."
    one = story(text, "2019-03-04", "a.txt", outlet="Post")
    varnia = one.actor("Varnia", "state", country="VA", names=("Varnia",))
    nfa = one.actor("NFA", "armed_group")
    accused = one.claim(nfa, "Varnia of shelling Selmo", "accuse")
    denial = one.claim(varnia, "shelling Selmo.", "deny")
    place = one.place("Selmo", lat=1.0, lon=2.0)
    for words, claim, status in (
        ("of shelling", accused, "happened"),
        ("denied shelling", denial, "denied"),
    ):
        one.account(words, mode="heavy-weapons", day="2019-03-04", place=place, claim=claim,
                    actors=(varnia,), status=status)  # fmt: skip
    assert rules(one.extract()) == ["accusation rejected"]


def denied_raid(story: Any, last: str, *claims: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Return the disputes of a report of a raid that is denied, with who is said to charge."""
    text = (
        "Varnian jets killed 17 people in a market of Selmo, the monitor said.\n"
        f"Varnia denied bombing the market.\n{last}"
    )
    one = story(text)
    varnia = one.actor(
        "Varnia", "state", pack="world:va", country="VA", names=("Varnia", "Varnian")
    )
    monitor = one.actor("monitor", "organisation")
    first = one.claim(monitor, "Varnian jets killed 17 people in a market of Selmo")
    one.account("killed 17", mode="aerial", actors=(varnia,), claim=first,
                counts=(("killed", 17, 17, "17"),))  # fmt: skip
    one.claim(varnia, "bombing the market", "deny")
    for trigger, count in claims:
        said = one.claim(one.actor("Ilan Orr"), last.split(",")[0])
        one.account(trigger, mode="aerial", actors=(varnia,), claim=said,
                    counts=(("killed", int(count), int(count), count),))  # fmt: skip
    found = assess(resolve([one.extract()])).disputes
    return [(d.rule, [p.evidence.quote for p in d.positions]) for d in found]


def test_an_accusation_that_its_speaker_does_not_make_charges_nobody(story: Any) -> None:
    for words, charges in (
        ("It blamed Varnia for bombing the market of Selmo", 1),
        ("The aim is to find a way of accusing Varnia of bombing the market of Selmo", 0),
        ("They were out to blame Varnia for bombing the market of Selmo", 0),
        ("They made false accusations against Varnia of bombing the market of Selmo", 0),
    ):
        one = story(f"{words}, Ilan Orr said. Varnia denied bombing the market.")
        varnia = one.actor("Varnia", "state", pack="world:va", country="VA", names=("Varnia",))
        one.claim(one.actor("Ilan Orr"), words)
        one.claim(varnia, "bombing the market", "deny")
        assert len(assess(resolve([one.extract()])).disputes) == charges, words


def test_a_toll_over_many_deeds_is_no_charge_of_the_one_that_is_denied(story: Any) -> None:
    total = "At least 502 people have been killed in bombing by Varnian jets, Ilan Orr said."
    found = dict(denied_raid(story, total, ("killed in bombing", "502")))
    assert found["accusation rejected"] == [
        "Varnian jets killed 17 people in a market of Selmo",
        "bombing the market",
    ]


@pytest.mark.parametrize(
    ("blame", "found"),
    [
        ("and the league blames it on Varnia", 1),
        ("and the league accuses Varnia of raiding Tarsk", 0),
    ],
)
def test_blame_for_another_deed_charges_nobody_with_the_one_before(
    story: Any, blame: str, found: int
) -> None:
    extracts = []
    for name, words, act in (
        ("the monitor", f"Ana Tal was murdered in Selmo, {blame}", "assert"),
        ("Varnia", "any role in the murder of Ana Tal", "deny"),
    ):
        one = story(f"{name} spoke of {words}.", "2019-03-04", f"{act}.txt", outlet=act)
        varnia = one.actor("Varnia", "state", pack="world:va", country="VA", names=("Varnia",))
        victim = one.actor("Ana Tal", "person")
        speaker = varnia if act == "deny" else one.actor(name, "organisation")
        claim = one.claim(speaker, words, act)
        one.account("murder", claim=claim, recipients=(victim,), day="2019-03-03",
                    actors=(varnia,) * (act == "deny"),
                    status="denied" if act == "deny" else "happened")  # fmt: skip
        if "raiding" in words:
            one.account("raiding", claim=claim, place=one.place("Tarsk", lat=9.0, lon=9.0))
        extracts.append(one.extract())
    assert rules(*extracts) == ["accusation rejected"] * found
