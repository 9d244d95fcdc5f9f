from __future__ import annotations

import datetime as dt

import pytest

from dragoman.extraction.numbers import Numbers, numbers_of
from dragoman.extraction.times import times_of
from dragoman.language import parse
from dragoman.model import Count, Dates, Extract, Report, Span


def report_of(text: str) -> Report:
    body = (Span(0, len(text)),)
    published = Dates.day(dt.date(2018, 9, 4))
    return Report(id="r", source="r", sha256="", text=text, body=body, published=published)


def read(text: str) -> list[Count]:
    report = report_of(text)
    document = parse(report)
    mentions = numbers_of(document, report, tuple(times_of(document, report)))
    return [mention.count for mention in mentions]


@pytest.mark.parametrize(
    ("sentence", "low", "high", "qualifier"),
    [
        ("The strike killed at least eight fighters.", 8, None, "at least"),
        ("More than 340,000 people have been killed.", 340000, None, "more than"),
        ("Jets killed up to 250 rebels.", None, 250, "up to"),
        ("About 80,000 people were killed.", 80000, 80000, "about"),
        ("Nearly 30 people were killed.", 30, 30, "nearly"),
        ("Dozens of civilians were killed.", 24, None, "dozens"),
        ("Hundreds of thousands of people were killed.", 200000, None, "hundreds"),
        ("A dozen men were killed.", 12, 12, None),
        ("Between 20 and 30 rebels were killed.", 20, 30, None),
        ("Shelling killed 20-30 people.", 20, 30, None),
        ("Two million people were killed.", 2e6, 2e6, None),
        ("It killed 20 civilians at least.", 20, None, "at least"),
        ("More than a quarter of a million people have been killed.", 250000, None, "more than"),
        ("Two and a half million people were killed.", 2.5e6, 2.5e6, None),
        ("Some one-and-a-half thousand people were killed.", 1500, 1500, "some"),
        ("More than one hundred rebels were killed.", 100, None, "more than"),
        ("A couple of hundred rebels were killed.", 200, None, "a couple"),
        ("A pair of soldiers were killed.", 2, 2, None),
        ("A handful of soldiers were killed.", 3, None, "handful"),
        ("A single soldier was killed.", 1, 1, None),
        ("Not fewer than 40 rebels were killed.", 40, None, "not fewer than"),
        ("First reports spoke of 20+ killed.", 20, None, "+"),
        ("100-plus people were killed.", 100, None, "- plus"),
        ("The death toll of the raid surpasses 130 people, he said.", 130, None, "surpasses"),
        ("The death toll now exceeds 400,000, activists say.", 400000, None, "exceeds"),
    ],
)
def test_a_number_is_read_with_its_bounds(
    sentence: str, low: float | None, high: float | None, qualifier: str | None
) -> None:
    (count,) = read(sentence)
    assert (count.low, count.high, count.qualifier) == (low, high, qualifier)
    assert count.what == "killed"


@pytest.mark.parametrize(
    ("sentence", "whats"),
    [
        ("Eight people were killed and 12 wounded.", ["killed", "injured"]),
        ("The death toll rose to 40.", ["killed"]),
        ("The monitor put the number of people killed at 13.", ["killed"]),
        ("The blast left 3 dead and five wounded.", ["killed", "injured"]),
        ("Twelve people died and three are missing.", ["killed", "missing"]),
        ("Police arrested 20 men.", ["arrested"]),
        ("We destroyed 18 off-road vehicles in the town.", ["destroyed"]),
        ("The rebels freed 50 hostages.", ["released"]),
        ("Around 80,000 people are held in jails.", ["detained"]),
        ("The convoy brought aid to 40,000 people.", ["aided"]),
        ("Some 2,000 people fled the town.", ["displaced"]),
        ("Thirty fighters surrendered.", ["surrendered"]),
        ("Jets made 100 sorties and staged 250 strikes.", ["sorties", "strikes"]),
        ("The convoy had 49 trucks.", ["vehicles"]),
        ("The attack claimed the lives of 14 people.", ["killed"]),
        ("Gunmen shot dead four suspects.", ["killed"]),
        ("Eleven people paid with their lives.", ["killed"]),
        ("Twelve shoppers were blown to pieces.", ["killed"]),
        ("The bombs robbed 14 people of their lives.", ["killed"]),
        ("Ten men fell victim to the raid.", ["killed"]),
        ("Another 30 people were rushed to a clinic.", ["injured"]),
        ("The monitor put the dead at five and the injured at 21.", ["killed", "injured"]),
        ("The dead number 55 and the injured 160.", ["killed", "injured"]),
        ("The army lost 30 tanks.", ["vehicles"]),
        ("The clash left three soldiers and five men wounded.", ["injured", "injured"]),
        ("Bombs Kill 22 at Army Checkpoint.", ["killed"]),
        ("The bomb killed at least 26 displaced people.", ["killed"]),
        ("Gunmen freed 12 kidnapped men.", ["abducted"]),
        ("One man was killed and dozens of bulldozers were destroyed.", ["killed", "destroyed"]),
        ("Three were killed and 20 others suffered from suffocation.", ["killed", "injured"]),
        ("Ten people sustained injuries and six were hospitalised.", ["injured", "injured"]),
        ("The agency placed the death toll at 12.", ["killed"]),
        ("A group put the toll at 494 with 90 percent killed by gas.", ["killed", "share"]),
        ("They put the toll from the war at as high as 470000.", ["killed"]),
        ("Police put the death toll at 16 earlier.", ["killed"]),
        ("Raids on a school left 35 people including 22 children dead.", ["killed", "killed"]),
        ("The fighting left 23 civilians - including nine children - dead.", ["killed", "killed"]),
        ("Ten civilians some of them children killed in a raid.", ["killed"]),
        ("10 people mostly schoolchildren killed in rocket attacks on Tarsk.", ["killed"]),
        ("4 killed over 43 injured in attacks.", ["killed", "injured"]),
        ("Rockets killed 14 people and left dozens wounded Wednesday.", ["killed", "injured"]),
        ("The shells injured three medics in addition to five patients.", ["injured", "injured"]),
        ("They caused the death of a man and injury of 13 others.", ["injured"]),
        ("At least 23 rebels and 28 soldiers had been killed as well as 41 men.", ["killed"] * 3),
        ("The monitor said so, updating an earlier toll on Sunday evening of 15.", ["killed"]),
        ("The death count could be over 50.", ["killed"]),
        ("Activists cited death tolls ranging from 500 to some 1300.", ["killed", "killed"]),
        ("The raids took to 89 the number of civilians killed.", ["killed"]),
        ("They said 38 men were killed. The network put the number at 60.", ["killed"] * 2),
        ("Raids killed 38. They put the number of tanks at 60.", ["killed", "unspecified"]),
        ("Ten men were killed near Selmo and another five near Ostrin.", ["killed", "killed"]),
        ("Shells killed two men from the army and three men from the village.", ["killed"] * 2),
        ("Shells killed two men while three men from the village fled.", ["killed", "displaced"]),
        ("Seven of the nine soldiers were wounded.", ["injured", "troops"]),
        ("Two of the 15 people killed in the raid were children.", ["killed", "killed"]),
    ],
)
def test_the_clause_says_what_is_counted(sentence: str, whats: list[str]) -> None:
    assert [count.what for count in read(sentence)] == whats


def test_of_things_that_were_destroyed_nobody_was_killed() -> None:
    text = "Two ambulances were hit. One of them was destroyed."
    assert [count.what for count in read(text)] == ["vehicles", "destroyed"]


def test_who_does_it_is_not_counted_among_the_dead() -> None:
    counts = read("Two gunmen killed three soldiers.")
    assert [count.what for count in counts] == ["troops", "killed"]


def test_a_share_of_land_is_in_percent() -> None:
    (count,) = read("The group still holds about 8 per cent of the province.")
    assert (count.what, count.low, count.unit) == ("share_of_territory", 8, "percent")
    assert count.evidence.quote == "about 8 per cent"


def test_a_measure_and_money_have_units() -> None:
    measure, money = read("Inside the 55-kilometer zone they found $5 million.")
    assert (measure.what, measure.low, measure.unit) == ("measure", 55, "km")
    assert (money.what, money.low, money.unit) == ("money", 5e6, "USD")


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on March 3, 2014.",
        "Under Resolution 2254 both sides must talk.",
        "A 70-year-old man spoke.",
        "It was the 3rd round.",
        "The truce held for three months.",
        "The eastern quarters of the city were shelled.",
        "Ann Bell, now 79, was killed.",
    ],
)
def test_what_counts_nothing_is_left_out(sentence: str) -> None:
    assert read(sentence) == []


def test_a_breakdown_points_to_the_count_that_it_adds_up_to() -> None:
    text = (
        "An airstrike killed at least eight fighters, monitors said. "
        "Four Karvelians, one Varnian national and three other fighters were among the dead."
    )
    whole, *parts = read(text)
    assert [part.low for part in parts] == [4, 1, 3]
    assert {part.part_of for part in parts} == {whole.evidence.start}
    assert {part.what for part in parts} == {"killed"}


def test_including_names_a_part() -> None:
    whole, part = read("The attack killed 12 people, including three children.")
    assert part.part_of == whole.evidence.start
    assert part.what == "killed"


def test_a_list_that_does_not_add_up_is_no_breakdown() -> None:
    counts = read("Shelling killed nine people. Two men and three women were hurt.")
    assert [count.part_of for count in counts] == [None, None, None]


def test_the_counted_noun_is_kept_in_the_words_of_the_report() -> None:
    text = "🙂 “At\u00a0least eight pro-government fighters were killed,” he said."
    report = report_of(text)
    extract = Numbers()(parse(report), Extract(report=report))
    (mention,) = extract.numbers
    mention.count.evidence.check(text)
    assert mention.count.evidence.quote == "At\u00a0least eight"
    assert mention.count.of == "pro-government fighters"


def test_another_five_are_of_those_counted_before() -> None:
    first, second = read("A bomb killed three people in Tarsk and another five outside the town.")
    assert (first.what, first.of) == (second.what, second.of) == ("killed", "people")
    assert second.low == 5


def test_those_hurt_are_not_of_those_killed_before() -> None:
    _, hurt = read("A blast killed three people and wounded another five in Tarsk.")
    assert (hurt.what, hurt.of) == ("injured", None)


def test_what_a_number_is_of_stands_behind_a_name_read_as_a_verb() -> None:
    (trucks,) = read("The strikes destroyed 14 of IS military vehicles.")
    assert (trucks.what, trucks.of) == ("destroyed", "IS military vehicles")


def test_things_that_are_shot_down_are_destroyed() -> None:
    (planes,) = read("Four government aircraft have been shot down over the town.")
    assert planes.what == "destroyed"
    (plane, *_) = read("Our units shot down one and badly damaged another helicopter.")
    assert plane.what == "destroyed"
    (men,) = read("Four men were gunned down in the town.")
    assert men.what == "killed"


def test_a_pronoun_names_nobody_who_is_counted() -> None:
    found = read("The raid killed 82 people, 30 of them children, the monitor said.")
    assert [count.of for count in found] == ["people", "children"]
    (two,) = read("Two of them were killed.")
    assert two.of is None


def test_people_whom_a_side_lost_are_killed() -> None:
    (men,) = read("The group said it had lost 14 fighters.")
    assert men.what == "killed"


def test_those_who_attack_are_counted_as_attackers() -> None:
    (bombers,) = read("The ministry said two suicide bombers attacked the shrine.")
    assert bombers.what == "attackers"
    (planes,) = read("Two long-range bombers took off.")
    assert planes.what != "attackers"
    (killed,) = read("Three attackers were killed.")
    assert killed.what == "killed"


def test_what_was_done_to_captives_comes_before_what_they_were() -> None:
    (men,) = read("The group executed 250 soldiers captured at the base.")
    assert men.what == "killed"
    (held,) = read("The group freed 250 soldiers captured at the base.")
    assert held.what != "killed"


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        (
            "Officials said 20 men were killed as well as dozens of passengers.",
            ["killed", "killed"],
        ),
        ("It said 22 children had been killed along with six teachers.", ["killed", "killed"]),
        ("He met 20 people, including a man who was wounded.", ["unspecified"]),
    ],
)
def test_those_added_to_others_share_what_befell_them(text: str, whats: list[str]) -> None:
    assert [count.what for count in read(text)] == whats


def test_some_of_the_dead_told_of_before_are_a_part_of_them() -> None:
    text = "The raid killed 58 people. A monitor said eleven children were among the dead."
    whole, part = read(text)
    assert (part.what, part.low, part.part_of) == ("killed", 11, whole.evidence.start)
    text = "The raid killed 58 people. A monitor said five of the dead were rebels."
    whole, part = read(text)
    assert part.part_of == whole.evidence.start
    text = (
        "The raid killed 58 people. The monitor, which earlier gave a toll of 20, named the dead."
    )
    assert read(text)[1].part_of is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The ambush had cost the army 31 men.", "killed"),
        ("More than sixty soldiers found their death on the hill.", "killed"),
        ("Seven of our comrades fell in the battle.", "killed"),
        ("The front spoke of 76 lives cut short.", "killed"),
        ("The doctor said that they had saved 20 lives.", "rescued"),
        ("The film showed the bodies of a dozen people.", "killed"),
        ("The minister met the governing bodies of 12 states.", "unspecified"),
        ("Nine families left their homes.", "displaced"),
        ("The raid left seven people injured SANA reported.", "injured"),
        ("Five villagers fell ill.", "unspecified"),
        ("The army acknowledged the loss of seven soldiers.", "killed"),
        ("The army acknowledged the loss of seven tanks.", "vehicles"),
        ("Rebels put their losses at 12 fighters.", "killed"),
        ("Our losses are 12 servicemen.", "killed"),
        ("They had taken 40 prisoners.", "captured"),
        ("Fourteen gunmen had been taken prisoner.", "captured"),
    ],
)
def test_ways_of_telling_of_loss_and_capture(text: str, what: str) -> None:
    assert [count.what for count in read(text)][:1] == [what]


def test_a_toll_in_a_headline_needs_no_verb() -> None:
    head = "Death toll from Tarsk bomb attack at least 112"
    text = f"{head}\n\nThe army came back."
    body = (Span(len(head) + 2, len(text)),)
    report = Report(id="r", source="", sha256="", text=text, headline=Span(0, len(head)), body=body)
    document = parse(report)
    (number,) = Numbers()(document, Extract(report=report)).numbers
    assert (number.count.what, number.count.low) == ("killed", 112)


def test_three_quarters_are_a_share() -> None:
    (count,) = read("Three quarters of the people fled.")
    assert (count.what, count.low) == ("share", 75)


@pytest.mark.parametrize(
    "sentence",
    [
        "The raid led to the martyrdom of 53 of its sons.",
        "The guerrillas buried 12 comrades.",
        "Crowds came to bury three students shot dead a day earlier.",
        "Some three guards sacrificed their lives for the republic.",
        "Four gallant soldiers paid the supreme price.",
        "The institute has received 57 corpses from the jail.",
        "Seventeen coffins were delivered to the mosque.",
        "The town mourned 14 of its sons.",
    ],
)
def test_the_dead_are_told_by_what_is_done_to_them(sentence: str) -> None:
    assert [count.what for count in read(sentence)] == ["killed"]


@pytest.mark.parametrize(
    "sentence",
    ["Twelve people were buried under the rubble.", "Rescuers found 20 people buried alive."],
)
def test_who_is_buried_alive_is_not_dead(sentence: str) -> None:
    assert [count.what for count in read(sentence)] == ["unspecified"]


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("The governor spoke of 12.", 12),
        ("The monitor said it had documented more than 22.", 22),
        ("The rebels own up to nine.", 9),
        ("The director read their names from a list, sixteen in all.", 16),
        ("Their number is 19, the mayor said.", 19),
        ("The rebels own up to four.", 4),
    ],
)
def test_a_figure_that_stands_alone_is_told_of_the_victims_before(sentence: str, low: int) -> None:
    before, count = read(f"Shells killed 31 people in the market. {sentence}")
    assert (count.what, count.low, count.of) == ("killed", low, before.of)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Crowds mourned those who perished. He read their names, sixteen in all.",
            "killed",
        ),
        ("These were the people killed in the raid. Seven in all, says the doctor.", "killed"),
        ("A raid killed people. The army took tanks, sixteen in all.", "unspecified"),
    ],
)
def test_a_total_is_of_the_dead_told_of_before(text: str, what: str) -> None:
    assert [count.what for count in read(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 31 people. The army destroyed six rockets. The monitor counted eight.",
        "Shells killed 31 people on Sunday, said the monitor, which also counted 21 on Saturday.",
        "Shells killed 31 people and hit depots of rockets, of which the army counted six.",
        "Shells killed 31 people. The hospital admitted 12.",
    ],
)
def test_a_figure_that_stands_alone_may_be_of_something_else(text: str) -> None:
    assert read(text)[-1].what == "unspecified"


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The dead of Tuesday number twenty-two.", "killed"),
        ("The martyrs number twelve.", "killed"),
        ("The ministry put the losses for the day at nine.", "killed"),
        ("The agency gave 78 as the toll of both cities.", "killed"),
        ("The toll came to 14.", "killed"),
        ("The army spoke of 30 killed rebels.", "killed"),
    ],
)
def test_a_toll_is_put_at_a_figure_in_many_ways(sentence: str, what: str) -> None:
    assert [count.what for count in read(sentence)] == [what]


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("The front said its fighters killed 25 soldiers, wounded 30 and captured 24.", "soldiers"),
        ("Shelling killed 25 children, wounded 30 and displaced 24.", None),
        ("The fighters killed 25 soldiers and the police wounded 30.", None),
    ],
)
def test_a_bare_figure_after_one_of_fighters_is_of_those_to_whom_the_same_foe_did_it(
    sentence: str, whom: str | None
) -> None:
    first, *others = read(sentence)
    assert first.low == 25
    assert {count.of for count in others} == {whom}
