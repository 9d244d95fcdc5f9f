from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.assessment import assess
from dragoman.model import Judgement, Place, Span
from dragoman.resolution import resolve
from dragoman.resolution.events import event_id
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.view import marks_of

STRIKE = "Nine people died when an airstrike hit a market in Selmo on Saturday."
LATER = "An airstrike on the Selmo market killed fourteen people on Saturday."


def strikes(story: Any, *days: str, second: str = LATER) -> list[Any]:
    found = []
    for k, day in enumerate(days):
        one = story(STRIKE if k == 0 else second, source=f"{k}.txt", day="2019-03-05")
        place = one.place("Selmo")
        one.account("airstrike", day=day, place=place, mode="aerial")
        found.append(one.extract())
    return found


def test_two_reports_of_one_strike_are_one_event(story: Any) -> None:
    record = resolve(strikes(story, "2019-03-02", "2019-03-02"))
    assert len(record.events) == 1
    assert record.events[0].reports == 2
    assert record.events[0].id == event_id(record.events[0].accounts[0])


def test_two_strikes_on_one_town_in_one_week_are_two_events(story: Any) -> None:
    assert len(resolve(strikes(story, "2019-03-02", "2019-02-27")).events) == 2


def test_strikes_on_two_towns_on_one_day_are_two_events(story: Any) -> None:
    first, second = story(STRIKE, source="a"), story(LATER, source="b")
    near = first.place("Selmo", lat=35.0, lon=40.0)
    far = second.place("Tarsk", lat=36.0, lon=41.0)
    first.account("airstrike", day="2019-03-02", place=near)
    second.account("airstrike", day="2019-03-02", place=far)
    assert len(resolve([first.extract(), second.extract()]).events) == 2


@pytest.mark.parametrize(("where", "events"), [("near", 1), ("in", 2)])
def test_a_base_near_a_town_may_be_the_one_that_another_report_names(
    story: Any, where: str, events: int
) -> None:
    night = "Tarsk saw a strike by Varnia in the night, in which 14 people were killed at dawn."
    told = {
        "Selmo": (f"A missile strike on an airbase {where} Selmo killed 14 people.", 35.0),
        "Tarsk": (night, 35.3),
    }
    extracts = []
    for name, (text, lat) in told.items():
        one = story(text, source=name, day="2019-03-03")
        one.account(
            "strike",
            day="2019-03-02",
            mode="heavy-weapons",
            place=one.place(name, lat=lat, lon=40.0, precision="exact"),
            place_evidence=one.words(name),
            counts=[("killed", 14, 14, "14")],
        )
        extracts.append(one.extract())
    assert len(resolve(extracts).events) == events


def test_planned_and_held_are_accounts_of_one_summit(story: Any) -> None:
    first = story("The leaders of Varnia and Ostrava will meet in Garn.", source="a")
    second = story("The leaders of Varnia and Ostrava met in Garn.", source="b", day="2019-03-08")
    for one, status, trigger in ((first, "planned", "meet"), (second, "happened", "met")):
        people = one.actor("Varnia", "state"), one.actor("Ostrava", "state")
        place = one.place("Garn")
        one.account(trigger, "CONSULT", day="2019-03-07", status=status, actors=people, place=place)
    record = resolve([first.extract(), second.extract()])
    assert len(record.events) == 1
    assert record.events[0].status == "happened"


def test_both_sides_are_not_a_third_party_of_one_event(story: Any) -> None:
    told = story("Varnia and Ostrava fought in Selmo. Both sides fought on.", source="a")
    parties = told.actor("Varnia", "state"), told.actor("Ostrava", "state")
    both = told.actor("Both sides", "group", named=False)
    first = told.account("fought in", day="2019-03-02", actors=parties)
    second = told.account("fought on", day="2019-03-02", actors=(both,))
    row = Judgement(
        id="j", decision="same", subject=event_id(first), other=event_id(second),
        when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    record = resolve([told.extract()], judgements=[row])
    names = {actor.id: actor.name for actor in record.actors}
    assert [[names[i] for i in event.actors] for event in record.events] == [["Varnia", "Ostrava"]]


def test_a_truce_and_its_renewal_are_two_events(story: Any) -> None:
    first = story("The two sides agreed a truce in Garn.", source="a")
    second = story("The two sides agreed to extend the truce in Garn.", source="b")
    for one, trigger in ((first, "agreed a truce"), (second, "extend the truce")):
        one.account(trigger, "AGREE", day="2019-03-07", place=one.place("Garn"))
    assert len(resolve([first.extract(), second.extract()]).events) == 2


def test_another_strike_in_the_same_report_is_another_event(story: Any) -> None:
    one = story("An airstrike struck Selmo on Saturday.\nAnother strike hit Selmo on Saturday.")
    place = one.place("Selmo")
    one.account("airstrike", day="2019-03-02", place=place)
    one.account("strike hit", day="2019-03-02", place=place)
    assert len(resolve([one.extract()]).events) == 2


@pytest.mark.parametrize(("decision", "events"), [("different", 2), ("same", 1)])
def test_a_persons_decision_on_events_is_obeyed(story: Any, decision: Any, events: int) -> None:
    days = ("2019-03-02", "2019-03-02") if decision == "different" else ("2019-03-02", "2019-02-20")
    extracts = strikes(story, *days)
    a, b = (extract.accounts[0].id for extract in extracts)
    row = Judgement(
        id="j", decision=decision, subject=event_id(a), other=event_id(b),
        when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    assert len(resolve(extracts, judgements=[row]).events) == events


def test_the_date_is_the_narrowest_interval_that_all_agree_on(story: Any) -> None:
    record = resolve(strikes(story, "2019-03-02", "2019-03-02"))
    event = record.events[0]
    assert str(event.date) == "2019-03-02"
    assert event.derived["date"] == "the narrowest interval that all accounts agree on"


def five_extracts(story: Any) -> list[Any]:
    extracts = strikes(story, "2019-03-02", "2019-03-02", "2019-02-27")
    one = story("Mira Kost met Ilya Lavrentyev.", source="x", day=None)
    two = story("Lavrentiev met Kost and Ilya Lavrentiev.", source="y", day="2019-03-05")
    for part, names in (
        (one, ("Mira Kost", "Ilya Lavrentyev")),
        (two, ("Kost", "Ilya Lavrentiev")),
    ):
        people = tuple(part.actor(name) for name in names)
        part.account("met", "CONSULT", day="2019-03-04", actors=people)
    return [*extracts, one.extract(), two.extract()]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(5)))
def test_the_order_of_reports_does_not_matter(story: Any, order: list[int]) -> None:
    extracts = five_extracts(story)
    shuffled = [extracts[k] for k in order]
    assert resolve(shuffled) == resolve(extracts)
    assert assess(resolve(shuffled)) == assess(resolve(extracts))
    # One at a time, each step from all that is there: the last step is the whole.
    assert resolve([*(extracts[k] for k in order), extracts[0]]) == resolve(extracts)


def in_one_report(story: Any, text: str, *told: Any) -> int:
    """Return how many events one report tells of, by its triggers and what is read of each."""
    one = story(text)
    for trigger, read in told:
        sides = {
            side: tuple(one.actor(name, kind) for name, kind in read.pop(side, ()))
            for side in ("actors", "recipients")
        }
        one.account(trigger, **{**sides, **read})
    return len(resolve([one.extract()]).events)


def test_answers_to_a_strike_are_not_the_strike(story: Any) -> None:
    text = "Varnia launched missiles at troops in response to the airstrike by Ostrava in Selmo."
    varnia = {"actors": [("Varnia", "state")], "day": "2019-03-02"}
    ostrava = {"actors": [("Ostrava", "state")], "day": "2019-03-02"}
    assert in_one_report(story, text, ("launched", varnia), ("airstrike", ostrava)) == 2


def test_what_is_done_in_reprisal_for_a_killing_is_another_deed(story: Any) -> None:
    text = "The rebels burned a bus in reprisal for the killing of a union leader."
    assert in_one_report(story, text, ("burned", {}), ("killing", {})) == 2


def test_the_means_and_what_came_of_it_are_one_deed(story: Any) -> None:
    text = "Six villagers were killed in a raid on Selmo on Saturday."
    assert in_one_report(story, text, ("killed", {}), ("raid", {"day": "2019-03-02"})) == 1


def test_two_deeds_of_one_sentence_stay_two(story: Any) -> None:
    text = "Soldiers stormed the village and, ten miles away, bombed a bridge that farmers built."
    assert in_one_report(story, text, ("stormed", {}), ("bombed", {})) == 2


def test_what_is_planned_is_not_what_was_done(story: Any) -> None:
    text = (
        "Rebels attacked the base near Selmo.\nTroops are at the base near Selmo to attack rebels."
    )
    done, aim = {"status": "happened"}, {"status": "planned"}
    assert in_one_report(story, text, ("attacked", done), ("attack rebels", aim)) == 2


def test_the_strike_is_the_air_strike_not_the_attack_before_it(story: Any) -> None:
    text = (
        "An airstrike hit a barracks in Selmo on Saturday. Rebels had begun an attack on Garn. "
        "The ministry justified the strike as lawful and necessary."
    )
    one = story(text)
    one.account("airstrike", mode="aerial")
    one.account("attack")
    one.account("strike as")
    record = resolve([one.extract()])
    quotes = {a.id: a.trigger.quote for a in record.accounts}
    together = [{quotes[i] for i in e.accounts} for e in record.events if len(e.accounts) > 1]
    assert together == [{"airstrike", "strike as"}]


def test_strikes_of_one_day_on_two_towns_are_not_joined_by_what_names_neither(story: Any) -> None:
    extracts = []
    for name, town, lat, text in (
        ("a", "Selmo", 35.0, "Warplanes bombed a market in Selmo at dawn, and villagers fled."),
        ("b", None, 0.0, "Warplanes bombed a market at dawn, and firemen dug for villagers."),
        ("c", "Tarsk", 38.0, "Firemen dug for traders after warplanes bombed a market in Tarsk."),
    ):
        one = story(text, source=name, outlet=name, day="2019-03-05")
        place = one.place(town, lat=lat, lon=40.0) if town else None
        one.account("bombed", day="2019-03-02", place=place, mode="aerial")
        extracts.append(one.extract())
    assert sorted(event.reports for event in resolve(extracts).events) == [1, 2]


@pytest.mark.parametrize(
    ("toll", "events"),
    [
        ("A monitor said twelve people were killed.", 1),
        ("A monitor said twelve more people were killed.", 2),
        ("A monitor said twelve people were killed in the war.", 2),
    ],
)
def test_a_bare_toll_that_somebody_gives_is_of_the_deed_told_last(
    story: Any, toll: str, events: int
) -> None:
    one = story(f"An airstrike hit a market in Selmo on Saturday.\n{toll}")
    one.account("airstrike", day="2019-03-02", place=one.place("Selmo"), mode="aerial")
    said = one.claim(
        one.actor("a monitor", "group", named=False), toll[len("A monitor said ") : -1]
    )
    counts = (("killed", 12, 12, "twelve more" if "more" in toll else "twelve"),)
    one.account("killed", counts=counts, claim=said)
    assert len(resolve([one.extract()]).events) == events


@pytest.mark.parametrize(
    ("told", "trigger"),
    [
        ("The NFA has repeatedly bombed Selmo.", "bombed"),
        ("The NFA has claimed previous bombings in Selmo.", "claimed previous bombings"),
        ("The NFA has carried out several bombings in Selmo in the past.", "bombings"),
    ],
)
def test_what_somebody_does_again_and_again_is_not_the_deed_told_of(
    story: Any, told: str, trigger: str
) -> None:
    one = story(f"A bombing killed nine in Selmo on Monday.\n{told}", day="2019-03-05")
    place = one.place("Selmo")
    one.account("bombing", mode="explosives", day="2019-03-04", place=place)
    one.account(trigger, mode="explosives", place=place, actors=(one.actor("NFA"),))
    assert len(resolve([one.extract()]).events) == 2


def test_an_earlier_toll_is_no_earlier_deed() -> None:
    assert "habit" not in marks_of("up from an earlier ", "toll")
    assert "habit" in marks_of("killed in an earlier ", "strike")


@pytest.mark.parametrize(
    ("before", "trigger", "other"),
    [
        ("Another bomber ", "attacked", True),
        ("A separate ", "raid", True),
        ("Two other shells ", "hit", True),
        ("Four were killed and 15 other injured when rebels ", "attacked", False),
        ("The NFA and other groups ", "shelled", False),
        ("It gave no further details on the ", "blast", False),
        ("The town was hit for the second day by ", "shelling", False),
        ("A twin ", "bombing", False),
    ],
)
def test_others_who_did_it_or_were_hit_too_make_no_other_deed(
    before: str, trigger: str, other: bool
) -> None:
    assert ("another" in marks_of(before, trigger)) == other


def test_another_nine_killed_in_raids_are_of_other_raids(story: Any) -> None:
    text = "Raids on Selmo killed six on Monday.\nAnother nine were killed in raids on villages."
    one = story(text, day="2019-03-05")
    place = one.place("Selmo")
    one.account("Raids", mode="aerial", day="2019-03-04", place=place)
    one.account("raids on", mode="aerial", day="2019-03-04", place=place)
    assert len(resolve([one.extract()]).events) == 2


@pytest.mark.parametrize(
    ("told", "habit"),
    [
        (("Since the truce ended raids have ", "killed", " 350"), True),
        (("Raids have ", "killed", " 350 in the province since the truce ended"), True),
        (("Raids have ", "killed", " nine since Sunday"), False),
    ],
)
def test_a_sum_over_time_is_no_deed_of_a_day(told: tuple[str, str, str], habit: bool) -> None:
    before, trigger, after = told
    assert ("habit" in marks_of(before, trigger, "".join(told), after)) == habit


def two_reports(story: Any, told: list[tuple[str, str, str]], kind: str, **fields: Any) -> int:
    """Return how many events two reports make: of each its text, its trigger and who does it."""
    extracts = []
    for source, (text, trigger, doer) in zip(("a.txt", "b.txt"), told, strict=True):
        one = story(text, source=source, outlet=source)
        actors = (one.actor(doer),) if doer else ()
        one.account(trigger, kind, day="2019-03-04", actors=actors, **fields)
        extracts.append(one.extract())
    return len(resolve(extracts).events)


def test_what_two_say_of_one_attack_on_one_day_are_two_deeds(story: Any) -> None:
    told = [
        (f"{name} condemned the bombing of a hotel in Selmo on Monday.", "condemned", name)
        for name in ("Varnia", "Karvelia")
    ]
    assert two_reports(story, told, "ACCUSE") == 2


def test_a_toll_in_the_same_words_tells_a_deed_without_day_and_town(story: Any) -> None:
    text = "Raids went on after a bomb in a bus killed six villagers of Karvelia last month."
    again = (
        "The army hunts rebels since a bomb in a bus killed six villagers of Karvelia last month."
    )
    other = "The army hunts rebels since a bomb killed six of its men on a road."
    extracts = []
    for source, words in (("a.txt", text), ("b.txt", again), ("c.txt", other)):
        one = story(
            f"The council sat.\n{'Boats sail. ' * 60}\n{words}", source=source, outlet=source
        )
        one.account("killed", mode="explosives", counts=(("killed", 6, 6, "six"),))
        extracts.append(one.extract())
    assert len(resolve(extracts[:2]).events) == 1
    assert len(resolve(extracts[::2]).events) == 2


def test_a_sentence_printed_again_with_a_word_changed_tells_one_event(story: Any) -> None:
    texts = (
        "The talks, launched in March, are to end the quarrel of weavers over nets in Talvik bay.",
        "The talks, begun in March, are to end the quarrel of weavers over nets in Talvik bay.",
        "The talks, launched in March, are to end a quarrel of bakers over bread in Tarsk.",
    )
    extracts = []
    for k, text in enumerate(texts):
        one = story(f"The council sat.\n{'Boats sail. ' * 90}\n{text}", source=f"{k}.txt")
        one.account("talks", "CONSULT")
        extracts.append(one.extract())
    assert len(resolve(extracts[:2]).events) == 1
    assert len(resolve(extracts[::2]).events) == 2


@pytest.mark.parametrize(("day", "events"), [("2019-03-04", 1), ("2019-03-01", 2)])
def test_fighting_in_a_town_is_one_all_day(story: Any, day: str, events: int) -> None:
    texts = {"Clashes went on in Selmo.": "2019-03-04", "Selmo saw heavy fighting again.": day}
    extracts = []
    for text, when in texts.items():
        one = story(text, source=text, outlet=text, day="2019-03-05")
        trigger = "Clashes" if "Clashes" in text else "fighting"
        one.account(trigger, day=when, place=one.place("Selmo", lat=40.0, lon=44.0))
        extracts.append(one.extract())
    assert len(resolve(extracts).events) == events


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "events"),
    [
        ("Markets fell after the Karvelian intervention in Selmo.", "intervention", "Karvelia", 1),
        ("Markets fell after the Tallian intervention in Garn.", "intervention", "Tallia", 2),
        ("Markets fell after the Karvelian raid in Selmo.", "raid", "Karvelia", 2),
    ],
)
def test_a_country_is_seldom_invaded(
    story: Any, text: str, trigger: str, doer: str, events: int
) -> None:
    texts = {"Bishops condemned the Karvelian invasion of Varnia.": ("invasion", "Karvelia")}
    extracts = []
    for told, (word, name) in (texts | {text: (trigger, doer)}).items():
        one = story(f"The council sat.\n{'Boats sail. ' * 90}\n{told}", source=told, outlet=told)
        one.account(word, actors=(one.actor(name, "state"),))
        extracts.append(one.extract())
    assert len(resolve(extracts).events) == events


def test_of_one_story_two_who_speak_have_not_said_one_thing(story: Any) -> None:
    text = "{} condemned the bombing of the Zefiro hotel in Talvik, which killed 57 guests."
    extracts = []
    for source in ("a.txt", "b.txt"):
        told = text.format("Envoys" if source == "a.txt" else "The queen")
        one = story(told, source=source, outlet=source)
        one.account("condemned", "ACCUSE")
        one.account("bombing", mode="explosives", counts=(("killed", 57, 57, "57"),))
        extracts.append(one.extract())
    sizes = {len(event.accounts) for event in resolve(extracts).events if event.type == "ACCUSE"}
    assert sizes == {1}


def test_a_day_and_a_small_number_alone_make_no_event(story: Any) -> None:
    extracts = []
    for source, text in (
        ("a.txt", f"Coast guards arrested a crew of three off the island.\n{'Boats sail. ' * 9}"),
        ("b.txt", f"Officers arrested three dealers of spirits.\n{'Judges sit. ' * 9}"),
    ):
        one = story(text, source=source, outlet=source)
        counts = (("arrested", 3, 3, "three"),)
        one.account("arrested", "COERCE", mode="arrest", day="2019-03-04", counts=counts)
        extracts.append(one.extract())
    assert len(resolve(extracts).events) == 2


def test_the_rockets_of_rebels_and_the_air_strikes_that_answer_them_are_two_events(
    story: Any,
) -> None:
    text = "Varnia struck Selmo from the air on Saturday after rebels fired rockets at Selmo."
    extracts = []
    for name in ("a", "b"):
        one = story(text, source=name, day="2019-03-03")
        state, rebels = (
            one.actor("Varnia", "state", country="VA"),
            one.actor("rebels", "armed_group", named=False),
        )
        where = {"day": "2019-03-02", "place": one.place("Selmo")}
        one.account("struck", mode="aerial", actors=(state,), **where)
        one.account("fired", mode="heavy-weapons", actors=(rebels,), **where)
        extracts.append(one.extract())
    assert [len(event.accounts) for event in resolve(extracts).events] == [2, 2]


def test_air_strikes_that_are_resumed_are_those_of_the_day(story: Any) -> None:
    extracts = strikes(story, "2019-03-02")
    again = story("Varnia resumed strikes on the Selmo market on Saturday.", source="b")
    again.account("strikes", day="2019-03-02", place=again.place("Selmo"), mode="aerial")
    assert len(resolve([*extracts, again.extract()]).events) == 1


def test_a_helicopter_that_is_shot_down_is_not_the_one_that_drops_a_bomb() -> None:
    assert "downed" in marks_of("A helicopter was ", "shot", "", " down near Selmo")
    assert "downed" not in marks_of("A man was ", "shot", "", " near Selmo")


def test_spellings_of_a_village_that_no_gazetteer_knows_are_one_place() -> None:
    names = {"a": "Al Maleh", "b": "Mallah Farms", "c": "Zahra", "d": "Zuhur"}
    index = PlaceIndex(
        Place(id=i, name=name, names=(name,), type="village") for i, name in names.items()
    )
    assert (index.relation("a", "b"), index.relation("c", "d")) == ("same", "unknown")


@pytest.mark.parametrize(("toll", "events"), [(18, 1), (17, 2)])
def test_a_headlines_toll_is_that_of_the_body_whatever_else_the_headline_names(
    story: Any, toll: int, events: int
) -> None:
    headline = "Army Kills 18 Rebels in Tarshk, Advances in Velin"
    text = f"{headline}\nThe army shot {toll} rebels in the east."
    one = story(text, headline=Span(0, len(headline)))
    one.place("Velin", lat=38.0, lon=45.0)
    tarsk = one.place("Tarsk", lat=35.0, lon=40.0)
    one.account("Kills", counts=[("killed", 18, 18, "18")])
    one.account("shot", place=tarsk, counts=[("killed", toll, toll, f"{toll} rebels")])
    assert len(resolve([one.extract()]).events) == events
