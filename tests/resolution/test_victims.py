from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from dragoman.model import Count, Dates
from dragoman.resolution import resolve

MURDER = "Mira Kost was murdered in Selmo on Saturday."
LATER = "The trial over the murder of Mira Kost has begun."


def told(
    story: Any, text: str, trigger: str, *, published: str, day: str | None = None,
    whom: str = "Mira Kost", status: str = "happened",
) -> Any:  # fmt: skip
    one = story(text, source=f"{published}.txt", outlet=published, day=published)
    people = (one.actor(whom),)
    one.account(trigger, day=day, recipients=people, status=status)
    return one.extract()


def events(*extracts: Any) -> int:
    return len(resolve(extracts).events)


def test_nobody_is_killed_twice(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    later = told(story, LATER, "murder", published="2019-11-20")
    assert events(first, later) == 1


def test_another_persons_killing_is_another_event(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The trial over the murder of Ilya Oren has begun."
    other = told(story, text, "murder", published="2019-11-20", whom="Ilya Oren")
    assert events(first, other) == 2


def test_a_killing_on_another_day_than_most_give_stays_apart(story: Any) -> None:
    days = ("2019-03-02", "2019-03-02", "2018-01-10")
    extracts = [
        told(story, MURDER, "murdered", published=f"2019-03-0{k + 4}", day=day)
        for k, day in enumerate(days)
    ]
    assert events(*extracts) == 2


def test_a_killing_told_before_its_day_is_not_it(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    early = told(story, LATER, "murder", published="2018-11-20")
    assert events(first, early) == 2


def test_who_denies_a_killing_tells_of_it(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The NFA denied any part in the murder of Mira Kost."
    denial = told(story, text, "murder", published="2019-03-09", status="denied")
    other = "The NFA denied any part in the murder of Ilya Oren."
    of_another = told(
        story, other, "murder", published="2019-03-10", whom="Ilya Oren", status="denied"
    )
    assert events(first, denial) == 1
    assert events(first, denial, of_another) == 2


def test_attempts_are_no_killings(story: Any) -> None:
    text = "Gunmen attempted the murder of Mira Kost."
    first = told(story, text, "murder", published="2019-03-04", day="2019-03-02")
    second = told(story, text + " ", "murder", published="2019-09-04", day="2019-09-02")
    assert events(first, second) == 2


def test_a_group_with_a_rare_name_is_killed_once(story: Any) -> None:
    extracts = []
    for day, text, trigger in (
        ("2019-03-04", "Six Xaverian priests were shot on Saturday.", "shot"),
        ("2019-03-05", "Six Xaverian priests were killed on Saturday, the bishop said.", "killed"),
        ("2019-11-20", "The murder of six Xaverian priests was never solved.", "murder"),
    ):
        one = story(text, source=f"{day}.txt", outlet=day, day=day)
        six = Count(
            what="killed", low=6, high=6, of="Xaverian priests", evidence=one.words("Xaverian")
        )
        one.account(trigger, day="2019-03-02" if day < "2019-04" else None)
        one.accounts = [msgspec.structs.replace(one.accounts[0], counts=(six,))]
        extracts.append(one.extract())
    assert events(*extracts) == 1


def test_the_day_on_which_a_murder_was_spoken_of_is_not_its_day(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The court yesterday heard witnesses on the murder of Mira Kost."
    later = told(story, text, "murder", published="2019-11-20", day="2019-11-19")
    assert events(first, later) == 1


def test_a_murder_told_before_its_first_day_was_earlier(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04")
    text = "Judges today ended a strike over the murder of Mira Kost."
    later = told(story, text, "murder", published="2019-03-20", day="2019-03-20")
    assert events(first, later) == 1


def test_what_is_told_of_another_day_does_not_join_a_known_killing(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The murder of Mira Kost and the raid of Friday were alike."
    one = story(text, source="later.txt", outlet="later", day="2019-11-20")
    one.account("murder", recipients=(one.actor("Mira Kost"),))
    one.account("raid", day="2019-11-15")
    record = resolve([first, one.extract()])
    assert len(record.events) == 2


def test_the_attack_on_one_who_was_killed_is_the_killing(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The army was silent about the attack on Mira Kost."
    later = told(story, text, "attack", published="2019-03-11")
    assert events(first, later) == 1


def test_two_attacks_on_one_person_stay_two(story: Any) -> None:
    text = "Rebels said that the attack on Mira Kost failed."
    first = told(story, text, "attack", published="2019-03-04", day="2019-03-02")
    second = told(story, text + " ", "attack", published="2019-09-04", day="2019-09-02")
    later = told(story, text + "  ", "attack", published="2019-12-04")
    assert events(first, second, later) == 3


def test_the_attack_on_one_who_lived_is_told_again(story: Any) -> None:
    text = "A bomb attack on Mira Kost killed two guards in Selmo."
    first = told(story, text, "attack", published="2019-03-04", day="2019-03-02")
    text = "Four men were held over the attack on Mira Kost."
    later = told(story, text, "attack", published="2019-03-20")
    assert events(first, later) == 1


def test_one_killed_under_a_part_of_his_name_is_the_one_killed_under_all_of_it(story: Any) -> None:
    whole, other = "Mira Anne Kost", "Mira Kost Olen"
    first = told(story, f"{whole} was killed in Selmo.", "killed", published="2019-03-04",
                 day="2019-03-02", whom=whole)  # fmt: skip
    third = told(story, f"{other} was killed in Garn.", "killed", published="2018-03-04",
                 day="2018-03-02", whom=other)  # fmt: skip
    part = told(story, MURDER, "murdered", published="2019-03-06", day="2019-03-02")
    assert events(first, part) == 1
    assert events(first, third, part) == 2


def test_a_full_name_is_known_from_other_reports(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    one = story(
        "The guard told of a raid in which Mira Kost was killed.", source="b", day="2019-05-05"
    )
    one.account("raid")
    assert events(first, one.extract()) == 1


def test_the_murder_is_that_of_whom_its_report_names(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The body of Mira Kost lay in state.\nPolice said that two men committed the murder."

    def later(day: str, *others: str) -> Any:
        one = story(" ".join((text, *others)), source=f"{day}{others}", outlet=day, day=day)
        for name in ("Mira Kost", *others):
            one.actor(name)
        one.account("committed the murder")
        return one.extract()

    assert events(first, later("2019-03-05")) == 1
    assert events(first, later("2019-06-05")) == 2
    other = "Ilya Oren was killed in Garn on Sunday."
    second = told(
        story, other, "killed", published="2019-03-05", day="2019-03-03", whom="Ilya Oren"
    )
    assert events(first, second, later("2019-03-06", "Ilya Oren")) == 3


def test_the_murder_takes_up_the_one_told_of_before(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The court heard of the assassination of Mira Kost.\nRebels had committed the murder."
    one = story(text, source="later.txt", outlet="later", day="2019-11-20")
    one.account("assassination", recipients=(one.actor("Mira Kost"),))
    one.account("committed the murder", actors=(one.actor("Rebels", "armed_group"),))
    record = resolve([first, one.extract()])
    assert [len(event.accounts) for event in record.events] == [3]


def test_the_day_on_which_an_attack_was_claimed_is_not_its_day(story: Any) -> None:
    text = "Rebels claimed responsibility today for the attack on Mira Kost."
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    trigger = "claimed responsibility today for the attack"
    claimed = told(story, text, trigger, published="2019-03-09", day="2019-03-09")
    assert events(first, claimed) == 1


def arrested(story: Any, text: str, published: str, day: str | None = None, **of: Any) -> Any:
    one = story(text, source=f"{published}-{len(text)}.txt", outlet=text, day=published)
    people = tuple(one.actor(name) for name in of.pop("whom", ("Mira Kost",)))
    one.account("arrested", "COERCE", mode="arrest", day=day, recipients=people, **of)
    return one.extract()


def test_the_arrest_of_one_person_is_told_by_several_reports(story: Any) -> None:
    first = arrested(story, "Mira Kost was arrested in Selmo.", "2019-03-04", "2019-03-03")
    text = "The union struck for its head, Mira Kost, whom soldiers had arrested."
    assert events(first, arrested(story, text, "2019-03-11")) == 1
    early = arrested(story, "Police arrested Mira Kost over a speech.", "2019-03-02")
    assert events(arrested(story, text, "2019-03-04"), early) == 1


def test_two_arrests_of_one_person_stay_two(story: Any) -> None:
    first = arrested(story, "Mira Kost was arrested in Selmo.", "2019-03-04", "2019-03-03")
    second = arrested(story, "Mira Kost was arrested in Garn.", "2019-03-20", "2019-03-19")
    later = arrested(story, "Mira Kost, arrested over a speech, is well.", "2019-03-22")
    assert events(first, second, later) == 3
    apart = arrested(story, "Police arrested Mira Kost at home.", "2019-05-10")
    assert events(later, apart) == 2


def test_an_arrest_that_is_demanded_is_not_the_one_that_was_made(story: Any) -> None:
    first = arrested(story, "Mira Kost was arrested in Selmo.", "2019-03-04", "2019-03-03")
    text = "The miners want Mira Kost to be arrested."
    assert events(first, arrested(story, text, "2019-03-05", status="demanded")) == 2


def test_two_who_were_arrested_together_are_of_one_event(story: Any) -> None:
    both = "Mira Kost and Ilya Oren were arrested in Selmo."
    whom = ("Mira Kost", "Ilya Oren")
    first = arrested(story, both, "2019-03-04", whom=whom)
    text = "Police arrested Ilya Oren at a rally."
    assert events(first, arrested(story, text, "2019-03-05", whom=whom[1:])) == 1


def test_a_day_after_others_told_of_a_murder_is_not_its_day(story: Any) -> None:
    text = "The party mourned the murder of Mira Kost on 3 March."
    first = told(story, text, "murder", published="2019-03-04", day="2019-03-03")
    second = told(story, text + " ", "murder", published="2019-03-05", day="2019-03-03")
    third = told(story, LATER, "murder", published="2019-03-06")
    text = "Two men took part in the murder of Mira Kost at the end of April."
    late = told(story, text, "took part in the murder", published="2019-06-02", day="2019-04-30")
    assert events(first, second, third) == 1
    assert events(first, second, third, late) == 2


def test_who_was_gunned_down_is_told_of_as_killed(story: Any) -> None:
    text = "Mira Kost was gunned down in Selmo on Saturday."
    first = told(story, text, "gunned", published="2019-03-04", day="2019-03-02")
    assert events(first, told(story, LATER, "murder", published="2019-11-20")) == 1


def test_a_shorter_name_that_fits_two_is_his_who_was_killed_that_day(story: Any) -> None:
    full = told(
        story, "Mira Kost Oren was murdered on Saturday.", "murdered",
        published="2019-03-04", day="2019-03-02", whom="Mira Kost Oren",
    )  # fmt: skip
    other = story("Mira Ana Kost leads the union.", source="2019-02-02.txt", day="2019-02-02")
    other.actor("Mira Ana Kost")
    text = "The murder on 2 March of Mira Kost is unsolved."
    short = told(story, text, "murder", published="2019-04-24", day="2019-03-02")
    assert events(full, other.extract(), short) == 1


def test_a_name_spelled_in_two_ways_is_one_victims(story: Any) -> None:
    def two(text: str, whom: str, published: str, **of: Any) -> Any:
        return told(story, text, "killed", published=published, whom=whom, **of)

    first = two("Mira Makelin was killed in Selmo.", "Mira Makelin", "2019-03-04",
                day="2019-03-02")  # fmt: skip
    text = "The guilds mourned Mira Mackeyn Oren, who was killed by gunmen."
    other = two(text, "Mira Mackeyn Oren", "2019-03-03")
    assert events(first, other) == 1
    later = two(text + " ", "Mira Mackeyn Oren", "2019-06-03", day="2019-06-01")
    assert events(first, later) == 2
    brother = two("Miro Makelin was killed in Garn.", "Miro Makelin", "2019-03-05",
                  day="2019-03-03")  # fmt: skip
    assert events(first, brother) == 2


def test_two_whom_one_report_names_are_not_one_spelled_in_two_ways(story: Any) -> None:
    text = "Mira Makelin was killed in Selmo.\nMira Mackeyn Oren spoke at the gate."
    one = story(text, source="a.txt", outlet="a", day="2019-03-04")
    one.account("killed", day="2019-03-02", recipients=(one.actor("Mira Makelin"),))
    one.actor("Mira Mackeyn Oren")
    text = "The guilds mourned Mira Mackeyn Oren, who was killed by gunmen."
    other = told(story, text, "killed", published="2019-03-05", whom="Mira Mackeyn Oren")
    assert events(one.extract(), other) == 2


def test_a_year_beside_the_victims_post_is_not_that_of_the_murder(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-02", day="2019-03-02")
    text = "The curfew followed the murder of Mira Kost, mayor of Garn in 2014."
    one = story(text, source="b.txt", outlet="b", day="2019-03-03")
    one.account("murder", recipients=(one.actor("Mira Kost"),))
    year = Dates(start=dt.date(2014, 1, 1), end=dt.date(2014, 12, 31), precision="year")
    one.accounts = [msgspec.structs.replace(one.accounts[0], date=year)]
    assert events(first, one.extract()) == 1


def test_a_victims_longer_name_is_known_from_other_reports(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    one = story(
        "The raid in which Ana Mira Kost was killed was long.", source="b", day="2019-05-05"
    )
    one.account("raid")
    assert events(first, one.extract()) == 1


def test_shots_at_a_person_are_the_attack_on_him(story: Any) -> None:
    def fired(text: str, published: str, day: str | None = None) -> Any:
        one = story(text, source=f"{published}.txt", outlet=published, day=published)
        one.account("fired", mode="firearms", day=day, recipients=(one.actor("Mira Kost"),))
        return one.extract()

    first = fired("Men fired at the car of Mira Kost near Selmo.", "2019-03-04", "2019-03-02")
    text = "Four men were held over the attack on Mira Kost."
    later = told(story, text, "attack", published="2019-03-20")
    assert events(first, later) == 1


def test_who_was_found_dead_is_told_of_as_killed(story: Any) -> None:
    first = told(story, MURDER, "murdered", published="2019-03-04", day="2019-03-02")
    text = "The judge Mira Kost, who was abducted in Selmo, was found dead at the mill."
    later = told(story, text, "found", published="2019-03-20")
    assert events(first, later) == 1
