from __future__ import annotations

import datetime as dt
from typing import Any

from dragoman.assessment import assess, why
from dragoman.model import Commitment, Record, Role
from dragoman.resolution import resolve

PROMISE = "release 200 prisoners"


def record_of(story: Any, *later: tuple[str, str, str], as_of: str | None = None) -> Record:
    """Return the record of a promise due on 30 March, and what is told of it on later days."""
    first = story(f"The government of Varnia will {PROMISE}.", "2019-03-21", "promise")
    varnia = first.actor("Varnia", "state", pack="world:va", country="VA")
    first.promise(varnia, PROMISE, "2019-03-30")
    extracts = [first.extract()]
    for k, (day, speaker, words) in enumerate(later):
        one = story(f"{words}, {speaker} said.", day, f"{k}.txt", outlet=f"Outlet {k}")
        one.actor("Varnia", "state", pack="world:va", country="VA")
        one.claim(one.actor(speaker, "organisation"), words)
        extracts.append(one.extract())
    last = dt.date.fromisoformat(as_of) if as_of else None
    return assess(resolve(extracts), as_of=last)


def only(record: Record) -> Commitment:
    assert len(record.commitments) == 1
    return record.commitments[0]


DONE = ("2019-03-29", "the League", "Varnia released 212 prisoners on Friday")
NOT_DONE = ("2019-04-01", "the monitor", "Varnia has not released any prisoners")
SILENT = ("2019-04-10", "the League", "Aid reached Selmo")


def test_a_promise_before_its_day_is_open(story: Any) -> None:
    assert only(record_of(story)).status == "open"


def test_a_deadline_that_passes_in_silence_is_never_called_broken(story: Any) -> None:
    commitment = only(record_of(story, SILENT))
    assert commitment.status == "due_unknown"
    assert commitment.history == ()


def test_a_deed_told_as_done_in_time_is_done_in_time(story: Any) -> None:
    commitment = only(record_of(story, DONE))
    assert commitment.status == "reported_done"
    assert commitment.history[0].rule.endswith("in time")
    assert commitment.history[0].evidence[0].quote == DONE[2]


def test_a_deed_told_as_not_done_is_not_done(story: Any) -> None:
    assert only(record_of(story, NOT_DONE)).status == "reported_not_done"


def test_two_sides_that_tell_opposite_outcomes_dispute_it(story: Any) -> None:
    record = record_of(story, DONE, NOT_DONE)
    assert only(record).status == "disputed"
    assert [d.rule for d in record.disputes] == ["done against not done"]


def test_not_done_and_done_weeks_later_is_an_update(story: Any) -> None:
    later = ("2019-05-20", "the League", "Varnia released the prisoners on Sunday")
    assert only(record_of(story, NOT_DONE, later)).status == "reported_done"


def test_as_of_a_day_uses_nothing_published_later(story: Any) -> None:
    record = record_of(story, DONE, as_of="2019-03-25")
    assert only(record).status == "open"
    assert len(record.reports) == 1


def test_a_promise_of_what_is_to_come_is_no_deed(story: Any) -> None:
    again = ("2019-03-25", "the League", "Varnia will release the prisoners soon")
    assert only(record_of(story, again)).history == ()


def test_a_promise_kept_to_one_side_and_not_to_another_is_disputed(story: Any) -> None:
    action = "withdraw its heavy weapons from the Selmo road within ten days"
    one = story(f"The NFA will {action}.", "2019-03-21", "a.txt", outlet="Post")
    nfa = one.actor("NFA", "armed_group", pack="karvelia:nfa")
    one.promise(nfa, action, "2019-03-31")
    undone, done = (
        "The NFA has not yet withdrawn its heavy weapons",
        "the last guns had left the road",
    )
    text = f"{undone}, the envoy said. Mira Kost of the NFA said {done}."
    two = story(text, "2019-04-02", "b.txt", outlet="Meridian")
    group = two.actor("NFA", "armed_group", pack="karvelia:nfa")
    two.claim(two.actor("the envoy"), undone)
    two.claim(two.actor("Mira Kost", roles=(Role(title="spokeswoman", of=group),)), done)
    record = assess(resolve([one.extract(), two.extract()]))
    assert record.commitments[0].status == "disputed"
    assert [d.rule for d in record.disputes] == ["done against not done"]


def test_a_part_done_before_the_day_leaves_a_promise_open(story: Any) -> None:
    part = ("2019-03-25", "the League", "Varnia released 90 of the 200 prisoners")
    commitment = only(record_of(story, part))
    assert commitment.status == "open"
    assert "a part of it" in commitment.history[0].rule


def test_only_a_part_done_after_the_day_is_not_done(story: Any) -> None:
    part = ("2019-04-02", "the League", "Varnia released only 90 of the 200 prisoners")
    assert only(record_of(story, part)).status == "reported_not_done"


def test_a_day_that_was_put_off_has_not_passed(story: Any) -> None:
    later = ("2019-03-29", "the League", "Varnia postponed the release of the prisoners to 1 May")
    assert only(record_of(story, later, as_of="2019-04-10")).status == "open"
    assert only(record_of(story, later, as_of="2019-05-10")).status == "due_unknown"


def test_who_accuses_another_does_not_own_up_to_a_breach(story: Any) -> None:
    blamed = ("2019-04-02", "Varnia", "the rebels have not released any prisoners")
    assert only(record_of(story, blamed)).status == "due_unknown"


def test_a_deed_done_late_says_so(story: Any) -> None:
    late = ("2019-04-09", "the League", "Varnia released 200 prisoners on 5 April")
    assert only(record_of(story, late)).history[0].rule.endswith("after the deadline")


def test_a_sentence_of_no_known_event_tells_of_a_deed_by_its_thing_and_place(story: Any) -> None:
    record = unread_story(story, "reopen the Selmo bridge", "The Selmo bridge was reopened today.")
    assert only(record).status == "reported_done"
    assert only(record).history[0].evidence[0].quote == "The Selmo bridge was reopened today."


def test_the_same_deed_elsewhere_or_by_another_tells_nothing(story: Any) -> None:
    for told in ("The Orlet bridge was reopened.", "The Selmo bridge was reopened by Vesk."):
        assert only(unread_story(story, "reopen the Selmo bridge", told)).history == ()


def test_the_first_of_many_is_not_called_broken_after_the_deadline(story: Any) -> None:
    told = "The first aid convoy arrived in Selmo."
    record = unread_story(story, "send aid convoys to Selmo", told, "2019-04-10")
    assert only(record).status == "due_unknown"


def unread_story(story: Any, promise: str, told: str, day: str = "2019-03-25") -> Record:
    """Return the record of a promise and of a sentence in which nothing was read."""
    first = story(f"The government of Varnia will {promise}.", "2019-03-21", "promise")
    varnia = first.actor("Varnia", "state", pack="world:va", country="VA")
    first.promise(varnia, promise, "2019-03-30")
    later = story(told, day, "later.txt", outlet="Outlet 2")
    return assess(resolve([first.extract(), later.extract()]))


def test_why_says_by_which_rule_a_status_stands_and_what_is_disputed(story: Any) -> None:
    silent, disputed = record_of(story, SILENT), record_of(story, DONE, NOT_DONE)
    parts = {part.what: part for part in why(silent, only(silent).id).parts}
    assert "not called broken" in parts["status"].rule
    parts = {part.what: part for part in why(disputed, only(disputed).id).parts}
    assert parts["disputed"].value == disputed.disputes[0].question
