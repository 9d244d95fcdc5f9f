from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.assessment import assess, why
from dragoman.assessment.disputes.culprits import holds_only
from dragoman.assessment.disputes.figures import meet
from dragoman.assessment.disputes.poles import find
from dragoman.model import Count, Dates, Dispute, Judgement, Record, Role
from dragoman.resolution import resolve


def told(story: Any, *versions: dict[str, Any]) -> Record:
    """Return the record of one strike on Selmo on 2 March, told in several ways."""
    extracts = []
    for k, version in enumerate(versions):
        killed = version.pop("killed", None)
        text = f"An airstrike on a market in Selmo on Saturday, said witness {'abcde'[k]},"
        text += f" killed {killed} people." if killed else " left smoke over the town."
        if version.get("status") == "denied":
            text = f"The army, said witness {'abcde'[k]}, denied an airstrike on a market in Selmo."
        day = version.pop("published", "2019-03-04")
        one = story(text, source=f"{k}.txt", outlet=version.pop("outlet", f"Outlet {k}"), day=day)
        place = one.place("Selmo")
        actors = tuple(one.actor(n, "state", country=n[:2]) for n in version.pop("by", ()))
        bounds = version.pop("bounds", (killed, killed))
        of = version.pop("of", None)
        counts = (("killed", *bounds, str(killed)),) if killed else ()
        one.account(
            "airstrike", mode="aerial", day=version.pop("day", "2019-03-02"), place=place,
            counts=counts, actors=actors, **version,
        )  # fmt: skip
        if of:
            (count,) = one.accounts[-1].counts
            one.accounts[-1] = replace(one.accounts[-1], counts=(replace(count, of=of),))
        extracts.append(one.extract())
    return assess(resolve(extracts))


def kinds(record: Record) -> list[str]:
    assert len(record.events) == 1
    return [dispute.about for dispute in record.disputes]


def test_two_figures_on_one_day_are_a_dispute_over_the_number(story: Any) -> None:
    record = told(story, {"killed": 9}, {"killed": 14})
    assert kinds(record) == ["number"]
    assert sorted(p.stance for p in record.disputes[0].positions) == ["14 killed", "9 killed"]


def test_a_dispute_stays_the_same_when_a_later_report_repeats_a_figure(story: Any) -> None:
    versions: list[dict[str, Any]] = [{"killed": 9}, {"killed": 14}]
    later: list[dict[str, Any]] = [{"killed": 9}, {"killed": 14}]
    (before,) = told(story, *versions).disputes
    (after,) = told(story, *later, {"killed": 9, "published": "2019-03-06"}).disputes
    assert len(after.positions) == len(before.positions) + 1
    assert after.id == before.id


def test_a_toll_that_grows_by_the_next_day_is_an_update(story: Any) -> None:
    assert kinds(told(story, {"killed": 9}, {"killed": 14, "published": "2019-03-05"})) == []


def test_a_toll_that_falls_is_a_dispute(story: Any) -> None:
    assert kinds(told(story, {"killed": 14}, {"killed": 9, "published": "2019-03-05"})) == [
        "number"
    ]


def test_at_least_eight_and_nine_are_no_dispute(story: Any) -> None:
    assert kinds(told(story, {"killed": 8, "bounds": (8, None)}, {"killed": 9})) == []


def test_more_civilians_than_people_is_a_dispute(story: Any) -> None:
    people, civilians = {"killed": 9}, {"killed": 14, "of": "civilians"}
    assert kinds(told(story, people, civilians)) == ["number"]
    assert kinds(told(story, {"killed": 14}, {"killed": 9, "of": "civilians"})) == []


def test_two_figures_of_one_outlet_are_no_dispute(story: Any) -> None:
    assert (
        kinds(told(story, {"killed": 9, "outlet": "Post"}, {"killed": 14, "outlet": "Post"})) == []
    )


def test_said_and_denied_is_a_dispute_over_occurrence(story: Any) -> None:
    assert kinds(told(story, {}, {"status": "denied"})) == ["occurrence"]


def test_planned_and_happened_is_no_dispute(story: Any) -> None:
    assert kinds(told(story, {}, {"status": "planned"})) == []


def test_two_culprits_are_a_dispute_over_responsibility(story: Any) -> None:
    assert kinds(told(story, {"by": ("Varnia",)}, {"by": ("Ostrava",)})) == ["responsibility"]


def test_one_culprit_and_none_is_no_dispute(story: Any) -> None:
    assert kinds(told(story, {"by": ("Varnia",)}, {})) == []


@pytest.mark.parametrize(
    ("name", "text", "holds"),
    [
        ("NFA", "Raids on Selmo, which is held by the NFA, killed nine.", True),
        ("NFA", "The NFA shelled Selmo, which is held by the NFA.", False),
        ("NFA", "Selmo was shelled by the NFA.", False),
    ],
)
def test_who_only_holds_the_place_is_no_doer(story: Any, name: str, text: str, holds: bool) -> None:
    one = story(text)
    one.actor(name, "armed_group")
    one.account("Raids" if "Raids" in text else "shelled")
    extract = one.extract()
    assert holds_only(extract.actors[0], extract.accounts[0]) is holds


def test_independent_sources_count_an_outlet_once(story: Any) -> None:
    record = told(story, {"outlet": "Post"}, {"outlet": "Post"}, {"outlet": "Meridian"})
    assert record.events[0].independent_sources == 2
    assert record.events[0].derived["independent_sources"].startswith("2 from 3 reports")


def test_why_gives_each_value_with_its_rule(story: Any) -> None:
    record = told(story, {"killed": 9}, {"killed": 14})
    explanation = why(record, record.events[0].id)
    assert {part.what for part in explanation.parts} >= {"status", "date", "place", "account"}
    dispute: Dispute = record.disputes[0]
    assert why(record, dispute.id).rule == "figures that exclude one another"


def test_counts_of_other_scopes_are_not_compared(story: Any) -> None:
    from dragoman.assessment.disputes.scopes import scope

    one = story("nine fighters and fourteen civilians")
    counts = [
        Count(what="killed", low=n, high=n, of=of, evidence=one.words(of))
        for n, of in ((9, "fighters"), (14, "civilians"))
    ]
    assert scope(counts[0]) != scope(counts[1])


def test_at_least_many_times_an_exact_figure_of_one_day_is_a_later_state(story: Any) -> None:
    assert kinds(told(story, {"killed": 43}, {"killed": 126, "bounds": (126, None)})) == []
    assert kinds(told(story, {"killed": 9}, {"killed": 20, "bounds": (20, None)})) == []
    assert kinds(told(story, {"killed": 20, "bounds": (20, None)}, {"killed": 9})) == []
    assert kinds(told(story, {"killed": 12}, {"killed": 20})) == ["number"]


def test_parts_of_one_sentence_add_up_to_the_whole(story: Any) -> None:
    whole = "An airstrike in Selmo killed 18 people on Saturday, a monitor said."
    parts = "An airstrike in Selmo killed 11 people including 4 children, and 7 others in Brenta."
    extracts = []
    for k, (text, figures) in enumerate(((whole, (18,)), (parts, (11, 4, 7)))):
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}")
        counts = tuple(("killed", n, n, str(n)) for n in figures)
        one.account(
            "airstrike", mode="aerial", day="2019-03-02", place=one.place("Selmo"), counts=counts
        )
        extracts.append(one.extract())
    assert kinds(assess(resolve(extracts))) == []


def test_the_reason_of_a_dispute_names_who_gives_which_figure(story: Any) -> None:
    (found,) = told(story, {"killed": 9}, {"killed": 14}).disputes
    assert "Outlet 0 (4 March 2019): 9 killed" in found.why
    assert "Outlet 1 (4 March 2019): 14 killed" in found.why


def test_another_report_with_one_of_the_figures_takes_its_side(story: Any) -> None:
    record = told(story, {"killed": 9}, {"killed": 14}, {"killed": 9, "outlet": "Outlet 1"})
    (dispute,) = record.disputes
    sources = {report.id: report.source for report in record.reports}
    held = sorted((p.stance, sources[p.evidence.report]) for p in dispute.positions)
    assert held == [("14 killed", "1.txt"), ("9 killed", "0.txt"), ("9 killed", "2.txt")]


def test_a_figure_that_a_report_calls_an_earlier_one_is_no_dispute(story: Any) -> None:
    later = "said monitor f, who raised an earlier toll of 9 people."
    records = []
    for tail in ("", later):
        one = story("An airstrike on a market in Selmo on Saturday killed 9 people.",
                    source="0.txt", outlet="Post", day="2019-03-04")  # fmt: skip
        two = story(f"An airstrike on a market in Selmo on Saturday killed 14 people, {tail}",
                    source="1.txt", outlet="Times", day="2019-03-04")  # fmt: skip
        for one_story, killed in ((one, 9), (two, 14)):
            one_story.account(
                "airstrike", mode="aerial", day="2019-03-02", place=one_story.place("Selmo"),
                counts=(("killed", killed, killed, str(killed)),),
            )  # fmt: skip
        if tail:
            two.account("toll", mode="aerial", day="2019-03-02", place=two.place("Selmo"),
                        counts=(("killed", 9, 9, "9"),))  # fmt: skip
        records.append(assess(resolve([one.extract(), two.extract()])))
    assert [len(record.disputes) for record in records] == [1, 0]


def test_a_figure_given_on_an_earlier_day_in_one_report_is_an_update(story: Any) -> None:
    text = (
        "The strike on Selmo hurt 200 people, the rebels said on Tuesday.\n"
        "The strike on Selmo hurt 500 people, the relief fund said on Thursday."
    )
    found = []
    for days in (("2019-03-05", "2019-03-07"), ("2019-03-07", "2019-03-07")):
        one = story(text, day="2019-03-07", source="a.txt")
        for name, trigger, hurt, day in (
            ("rebels", "strike on Selmo hurt 200", 200, days[0]),
            ("relief fund", "strike on Selmo hurt 500", 500, days[1]),
        ):
            said = Dates.day(dt.date.fromisoformat(day))
            claim = one.claim(one.actor(name, "organisation"), trigger, said_on=said)
            one.account(
                trigger, mode="aerial", day="2019-03-05", place=one.place("Selmo"), claim=claim,
                counts=(("injured", hurt, hurt, str(hurt)),),
            )  # fmt: skip
        found.append([d.about for d in assess(resolve([one.extract()])).disputes])
    assert found == [[], ["number"]]


def test_to_reject_a_deal_is_not_to_deny_it() -> None:
    denied = find("denied", "the group rejected the agreement that the envoy told of")
    assert denied is None
    assert find("denied", "the army dismissed reports of a raid") is not None


def test_at_least_fourteen_and_nine_of_one_day_are_a_dispute(story: Any) -> None:
    assert kinds(told(story, {"killed": 9}, {"killed": 14, "bounds": (14, None)})) == ["number"]


def test_dozens_may_be_twenty(story: Any) -> None:
    one, two = story("20 died, dozens died").words("20"), story("20, dozens").words("dozens")
    twenty = Count(what="killed", low=20, high=20, evidence=one)
    dozens = Count(what="killed", low=24, high=None, evidence=two)
    few = Count(what="killed", low=9, high=9, evidence=one)
    assert meet(twenty, dozens)
    assert not meet(few, dozens)


@pytest.mark.parametrize(("name", "found"), [("Ost", ["number"]), ("Oster", [])])
def test_a_source_is_found_by_its_name_as_a_word(story: Any, name: str, found: list[str]) -> None:
    extracts = []
    for k, killed in enumerate((9, 14)):
        text = f"An airstrike on a market in Selmo on Saturday killed {killed} people, Oster said."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-04")
        source = one.actor(name, "person")
        one.claim(source, "said")
        one.account(
            "airstrike", mode="aerial", day="2019-03-02", place=one.place("Selmo"),
            counts=(("killed", killed, killed, str(killed)),),
        )  # fmt: skip
        extracts.append(one.extract())
    assert [d.about for d in assess(resolve(extracts)).disputes] == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [("Selmo", "Selmo", ["number"]), (None, "Selmo", ["number"]), ("Karvel", "Selmo", [])],
)
def test_two_sources_of_one_report_are_set_apart_unless_one_counts_a_place_in_the_others(
    story: Any, first: str | None, second: str, found: list[str]
) -> None:
    one = story(
        "Strikes around Selmo killed 20 people, activists told Post.\n"
        "The Observatory of Garn spoke of 12 people killed in the strikes on Selmo.",
        source="a.txt", day="2019-03-04",
    )  # fmt: skip
    province = one.place("Karvel", type="province", lat=1.0, lon=1.0, precision="province")
    town = one.place("Selmo", lat=1.0, lon=1.0, within=(province,))
    places = {"Karvel": province, "Selmo": town, None: None}
    activists = one.actor("activists", "group", named=False)
    monitor = one.actor("Observatory of Garn", "organisation")
    for who, words, killed, place in (
        (activists, "Strikes around Selmo killed 20 people", 20, first),
        (monitor, "12 people killed in the strikes on Selmo", 12, second),
    ):
        claim = one.claim(who, words)
        one.account(
            words, mode="aerial", day="2019-03-04", place=places[place], claim=claim,
            counts=(("killed", killed, killed, str(killed)),),
        )  # fmt: skip
    record = assess(resolve([one.extract()], judgements=()))
    together = [replace(a, event=record.events[0].id) for a in record.accounts]
    event = replace(record.events[0], accounts=tuple(a.id for a in together))
    record = assess(replace(record, accounts=tuple(together), events=(event,)))
    assert [d.about for d in record.disputes] == found


@pytest.mark.parametrize(
    ("who", "found"), [("a Garn-based monitoring group", []), ("the governor's office", ["number"])]
)
def test_a_monitoring_group_is_the_observatory_that_speaks_through_its_head(
    story: Any, who: str, found: list[str]
) -> None:
    text = (
        f"An airstrike on Selmo killed 9 people, {who} said.\n"
        "An airstrike on Selmo killed 14 people, said Davit Oren of the Observatory of Garn."
    )
    one = story(text, source="a.txt", day="2019-03-04")
    observatory = one.actor("Observatory of Garn", "organisation")
    oren = one.actor("Davit Oren", roles=(Role(title="head", of=observatory),))
    group = one.actor(who, "organisation")
    for speaker, killed in ((group, 9), (oren, 14)):
        words = f"An airstrike on Selmo killed {killed}"
        one.account(
            words, mode="aerial", day="2019-03-02", place=one.place("Selmo"),
            claim=one.claim(speaker, words), counts=(("killed", killed, killed, str(killed)),),
        )  # fmt: skip
    assert [d.about for d in assess(resolve([one.extract()])).disputes] == found


@pytest.mark.parametrize(
    ("toll", "found"),
    [("The hospital counted 18 dead.", ["number"]), ("The first toll so far was 18 dead.", [])],
)
def test_bare_tolls_of_two_reports_that_begin_with_one_strike_are_compared(
    story: Any, toll: str, found: list[str]
) -> None:
    extracts = []
    for k, last in enumerate((toll, "Rescuers spoke of 25 killed.")):
        text = f"An airstrike on a market in Selmo on Saturday, said witness {'ab'[k]}.\n{last}"
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-04")
        place, killed = one.place("Selmo"), (18, 25)[k]
        one.account("airstrike", mode="aerial", day="2019-03-02", place=place)
        one.account(last, counts=(("killed", killed, killed, str(killed)),))
        extracts.append(one.extract())
    record = resolve(extracts)
    event = record.events[0]
    together = tuple(replace(a, event=event.id) for a in record.accounts)
    event = replace(event, accounts=tuple(a.id for a in together))
    record = assess(replace(record, accounts=together, events=(event,)))
    assert [d.about for d in record.disputes] == found


def test_two_sources_that_differ_in_dead_and_hurt_alike_are_in_dispute(story: Any) -> None:
    extracts = []
    for k, (who, dead, hurt) in enumerate((("governor", 7, 21), ("rescuers", 9, 25))):
        text = f"A strike on a market in Selmo killed {dead} and hurt {hurt}, the {who} said."
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day="2019-03-04")
        claim = one.claim(one.actor(who, "group", named=False), text[: text.index(",")])
        one.account(
            "strike", mode="aerial", day="2019-03-02", place=one.place("Selmo"), claim=claim,
            counts=(("killed", dead, dead, str(dead)), ("injured", hurt, hurt, str(hurt))),
        )  # fmt: skip
        extracts.append(one.extract())
    assert {d.about for d in assess(resolve(extracts)).disputes} == {"number"}


def test_two_known_victims_of_one_deed_are_of_one_day(story: Any) -> None:
    extracts = []
    for k, (doer, victim) in enumerate((("Varnia", "Ana Tal"), ("Ostrava", "Ivo Ren"))):
        opening = "Envoys of the League met in Garn to speak of the truce.\n" * 30
        one = story(f"{opening}{doer} murdered {victim}, a priest of Selmo.", source=f"{k}.txt")
        who = one.actor(doer, "state", country=doer[:2])
        whom = one.actor(victim, "person")
        one.account("murdered", actors=(who,), recipients=(whom,))
        extracts.append(one.extract())
    apart = assess(resolve(extracts))
    assert [d.rule for d in apart.disputes] == []
    one, other = (event.id for event in apart.events)
    when = dt.datetime(2019, 3, 5, tzinfo=dt.UTC)
    same = Judgement(id="jud-1", decision="same", subject=one, other=other, when=when)
    joined = assess(resolve(extracts, judgements=[same]), judgements=[same])
    assert [d.rule for d in joined.disputes] == ["two culprits"]


def test_a_deed_that_was_done_is_no_plan_of_others(story: Any) -> None:
    extracts = []
    for k, (text, status) in enumerate(
        (
            ("An airstrike on Selmo killed nine.", "happened"),
            ("Rebels vowed revenge for the airstrike on Selmo.", "planned"),
            ("The army said that the airstrike on Selmo will not be repeated.", "denied"),
        )
    ):
        one = story(text, source=f"{k}.txt", outlet=f"Outlet {k}", day=f"2019-03-0{4 + (k > 0)}")
        one.account(
            "airstrike", mode="aerial", day="2019-03-04", place=one.place("Selmo"), status=status
        )
        extracts.append(one.extract())
    assert "intention" not in [d.about for d in assess(resolve(extracts)).disputes]
