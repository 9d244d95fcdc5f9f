import datetime as dt
from collections import Counter

import msgspec
import pytest

from dragoman.bench.pair_judging import Judge, Outcome, rows_of
from dragoman.bench.pair_labels import PARTS, Pair, Side, Value, labels, name_of
from dragoman.model import Account, Dates, Dispute, Evidence, Position, Record, Report, Span

TEXT = "A blast in Tarsk killed 4 people."
KILLED = (18, 24)
NUMBER = (25, 26)


def report(name: str) -> Report:
    return Report(
        id=name,
        source=f"x.csv#{name}",
        sha256="",
        text=TEXT,
        body=(Span(0, len(TEXT)),),
        published=Dates.day(dt.date(2030, 5, 1)),
    )


def evidence(name: str, span: tuple[int, int]) -> Evidence:
    return Evidence(name, *span, TEXT[slice(*span)])


def account(name: str, event: str) -> Account:
    told = evidence(name, KILLED)
    return Account(
        id=f"acc-{name}",
        report=name,
        type="ASSAULT",
        status="happened",
        evidence=(told,),
        trigger=told,
        event=event,
    )


def dispute(span: tuple[int, int] = NUMBER) -> Dispute:
    positions = tuple(
        Position(stance=stance, evidence=evidence(name, span))
        for stance, name in (("4", "1"), ("7", "2"))
    )
    return Dispute(id="d", about="number", question="", rule="", positions=positions)


def pair(kind: str = "clash", *, same: bool = True) -> Pair:
    value = Value(kind=kind, about="number", a=NUMBER, b=NUMBER, why="")  # type: ignore[arg-type]
    return Pair(
        part="development",
        same_event=same,
        why="",
        a=Side("1", KILLED),
        b=Side("2", KILLED),
        values=(value,) if same else (),
    )


def judge(*, events: tuple[str, str] = ("e", "e"), disputes: tuple[Dispute, ...] = ()) -> Judge:
    record = Record(
        reports=(report("1"), report("2")),
        accounts=(account("1", events[0]), account("2", events[1])),
        disputes=disputes,
    )
    return Judge(record)


def test_a_pair_is_joined_when_both_triggers_tell_of_one_event() -> None:
    assert judge().joined(pair())
    assert not judge(events=("e", "f")).joined(pair())


def test_words_without_a_trigger_are_told_by_the_account_of_their_sentence() -> None:
    spoken = Pair("development", True, "", Side("1", NUMBER), Side("2", KILLED))
    whole = evidence("1", (0, len(TEXT)))
    one = msgspec.structs.replace(account("1", "e"), evidence=(whole,))
    record = Record(reports=(report("1"), report("2")), accounts=(one, account("2", "e")))
    assert Judge(record).joined(spoken)


@pytest.mark.parametrize(
    ("kind", "verdict"), [("clash", "real"), ("update", "false"), ("unsure", "unsure")]
)
def test_a_dispute_is_judged_by_the_value_that_it_is_about(kind: str, verdict: str) -> None:
    assert judge().verdict(dispute(), [pair(kind)]) == verdict


def test_a_clash_is_shown_under_each_kind_that_readers_held_to_be_as_right() -> None:
    charge = Value("clash", "occurrence", NUMBER, NUMBER, "", also=("responsibility",))
    told = Span(*NUMBER)
    assert charge.is_set_against("occurrence", told, Span(0, 1))
    assert charge.is_set_against("responsibility", told, Span(0, 1))
    assert not charge.is_set_against("number", told, told)
    assert not charge.is_set_against("occurrence", Span(0, 1), Span(0, 1))


def test_a_dispute_elsewhere_is_unjudged() -> None:
    assert judge().verdict(dispute((0, 1)), [pair()]) == "unjudged"


def test_a_dispute_between_the_events_of_a_look_alike_is_false() -> None:
    assert judge().verdict(dispute(KILLED), [pair(same=False)]) == "false"


def test_outcome_counts_clashes_that_are_shown() -> None:
    found = judge(disputes=(dispute(),)).outcome([pair(), pair("update")])
    assert (found.clashes, found.shown, found.joined, found.reports) == (1, 1, 2, 2)


def test_one_report_of_two_sides_counts_for_disputes_alone() -> None:
    other = Value(kind="clash", about="number", a=NUMBER, b=(28, 32), why="")
    one = Pair("development", True, "", Side("1", KILLED), Side("1", KILLED), (other,))
    positions = tuple(
        Position(stance=stance, evidence=evidence("1", span))
        for stance, span in (("p", (28, 32)), ("4", NUMBER))
    )
    inside = Dispute(id="d", about="number", question="", rule="", positions=positions)
    found = judge(disputes=(inside,)).outcome([one])
    assert (found.pairs, found.clashes, found.shown) == (0, 1, 1)
    assert (found.between, found.between_shown) == (0, 0)


def test_rows_name_the_unjudged() -> None:
    verdicts = Counter({"real": 3, "false": 1, "unjudged": 2})
    rows = rows_of("pairs", Outcome(9, 5, 4, 4, 9, 9, 5, 8, 4, 2, 3, 1, 2, 3, 1, verdicts, 20))
    assert [row.ours for row in rows] == [1.0, 0.8, 0.75, 0.5, 0.05]
    assert [row.baseline for row in rows[2:4]] == [0.5, 1.0]
    assert "2 unjudged" in rows[2].note
    assert "between two reports 1 of 3, within one 1 of 1" in rows[3].note
    assert "read in 3, in one event in 1" in rows[3].note
    assert "first label's kind 2" in rows[3].note


@pytest.mark.parametrize(("name", "clashes"), [("fakes_pairs", 19), ("muc_pairs", 30)])
def test_the_kept_labels_share_no_report_with_the_others(name: str, clashes: int) -> None:
    found = labels(name)
    reports = {
        part: {side.report for p in found if p.part == part for side in (p.a, p.b)}
        for part in PARTS
    }
    kept = [p for p in found if p.part == "kept"]
    assert len(kept) >= 60
    assert {True, False} <= {p.same_event for p in kept}
    assert sum(value.kind == "clash" for p in kept for value in p.values) >= clashes
    assert reports["development"].isdisjoint(reports["kept"])


def test_a_source_names_its_row() -> None:
    assert name_of("a#b.csv#804") == "804"
