"""What later words tell of a promise. The conflict is invented."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.assessment.deadlines import set_to
from dragoman.assessment.fulfilment import told
from dragoman.assessment.promised import deed_of


def outcome(action: str, said: str) -> str | None:
    found = told(action, said)
    return found.outcome if found else None


@pytest.mark.parametrize(
    ("action", "said", "expected"),
    [
        (
            "hand over two pilots",
            "The rebels handed over the two pilots on Friday",
            "reported_done",
        ),
        ("hand over two pilots", "The two pilots were freed by the rebels", "reported_done"),
        ("an exchange of prisoners at Vesk", "They exchanged prisoners at Vesk", "reported_done"),
        ("open the road to Tarsk", "He kept his promise to open the road", "reported_done"),
        ("a ceasefire from Friday", "The truce took effect on Friday", "reported_done"),
        ("$20 million for the camp", "Norway has paid $20 million for the camp", "reported_done"),
        ("send 200 observers", "It has sent 30 of its 200 observers", "in_part"),
        ("send 200 observers", "It has sent 120 observers", "in_part"),
        ("send 200 observers", "It has sent 205 observers", "reported_done"),
        ("hand over its guns", "It has handed over some of its guns", "in_part"),
        ("hand over its guns", "It has yet to hand over its guns", "reported_not_done"),
        ("keep the truce", "The army violated the truce on Sunday", "reported_not_done"),
        ("let convoys into Orlet", "It is still blocking convoys to Orlet", "reported_not_done"),
        ("not to fire on the hospital", "The army fired on the hospital", "reported_not_done"),
        ("stop recruiting children", "It went on recruiting children", "reported_not_done"),
        ("pay the pensions", "He broke his promise to pay the pensions", "reported_not_done"),
        ("meet the rebels' leaders", "She cancelled her meeting with the leaders", "withdrawn"),
        ("release 40 prisoners", "They will no longer release the prisoners", "withdrawn"),
        ("release 40 prisoners", "They postponed the release of the prisoners", "put_off"),
        ("withdraw its guns", "The withdrawal of its guns was completed", "reported_done"),
        ("withdraw its guns", "Monitors confirmed the withdrawal of its guns", "reported_done"),
        ("withdraw its guns", "The withdrawal of its guns has stalled", "reported_not_done"),
        ("withdraw its guns", "It will not withdraw its guns", "withdrawn"),
        ("resign by Friday", "He resigned on Wednesday", "reported_done"),
        ("disarm", "They have refused to disarm", "reported_not_done"),
        ("free the two pilots", "The League gave them until 10 July to free the pilots", "put_off"),
    ],
)
def test_what_is_told_of_a_promise(action: str, said: str, expected: str) -> None:
    assert outcome(action, said) == expected


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("release 200 prisoners", "It is preparing to release the prisoners"),
        (
            "release 200 prisoners",
            "The League asked it to release the prisoners it promised to free",
        ),
        ("deliver tents to the camp at Orlet", "Norway delivered blankets to the camp at Orlet"),
        ("open the road to Tarsk", "A lorry overturned on the road to Tarsk"),
        ("leave Orlet", "The army left Vesk"),
        ("not to fire on the hospital", "The army has not fired on the hospital"),
    ],
)
def test_what_tells_nothing_of_a_promise(action: str, said: str) -> None:
    assert outcome(action, said) is None


def test_the_object_of_a_promise_is_what_stands_before_its_first_preposition() -> None:
    deed = deed_of("withdraw its artillery from Tarsk by 15 June")
    assert (deed.verb, *map(set, (deed.object, deed.places))) == ("withdraw", {"weapon"}, {"tarsk"})


def test_what_shall_be_done_to_something_has_it_for_its_object() -> None:
    deed = deed_of("the wages would be paid")
    assert (deed.verb, set(deed.object)) == ("pay", {"wage"})


def test_a_day_without_a_year_is_the_next_one_or_in_the_past_the_last() -> None:
    said = dt.date(2031, 1, 2)
    assert set_to("to 30 June", said) == dt.date(2031, 6, 30)
    assert set_to("on December 30", said, past=True) == dt.date(2030, 12, 30)
    assert set_to("on 31 February", said) is None
    assert set_to("on Friday", said, past=True) == dt.date(2030, 12, 27)
