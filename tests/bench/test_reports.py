"""The bench of whole reports matches accounts with labels and compares their parts."""

import datetime as dt

from dragoman.bench.reports import Label, Named, Names, answer, dated, labels, marks
from dragoman.model import Account, Actor, Dates, Evidence, Place

TEXT = "The army shelled Tarsk after rebels ambushed a convoy."


def account(trigger: str, **fields: object) -> Account:
    start = TEXT.index(trigger)
    given: dict[str, object] = {
        "id": trigger,
        "report": "r",
        "type": "ASSAULT",
        "status": "happened",
        "evidence": (Evidence("r", 0, len(TEXT), TEXT),),
        "trigger": Evidence("r", start, start + len(trigger), trigger),
    }
    return Account(**{**given, **fields})  # type: ignore[arg-type]


def label(trigger: str, **fields: object) -> Label:
    start = TEXT.index(trigger)
    given: dict[str, object] = {
        "source": "a.txt",
        "sha256": "0",
        "spans": ((start, start + len(trigger)),),
        "types": ("ASSAULT",),
        "core": True,
        "statuses": ("happened",),
    }
    return Label(**{**given, **fields})  # type: ignore[arg-type]


def names() -> Names:
    army = Actor(id="a", name="Karvelian army", names=("the army",), type="state")
    crowd = Actor(id="c", name="fifty people", names=(), type="group", named=False)
    return Names([army, crowd], [Place(id="t", name="Tarsk", type="city")])


def test_an_account_of_another_trigger_answers_when_no_label_claims_it() -> None:
    shelled, ambushed = label("shelled"), label("ambushed")
    only = account("ambushed")
    assert answer(ambushed, [shelled], [only]) is only
    assert answer(shelled, [ambushed], [only]) is None
    assert answer(shelled, [], [only]) is only


def test_an_account_of_another_type_answers_no_label() -> None:
    assert answer(label("shelled"), [], [account("shelled", type="CONSULT")]) is None


def test_all_actors_must_be_found_and_none_be_wrong() -> None:
    known = names()
    assert known.right(["a"], Named(must=(("the army", "Karvelia"),)))
    assert not known.right([], Named(must=(("the army",),)))
    assert not known.right(["a"], Named())
    assert known.right(["c"], Named(may=("people",)))


def test_a_date_is_right_when_it_begins_as_the_label_does() -> None:
    day = account("shelled", date=Dates.day(dt.date(2018, 9, 1)))
    assert dated(["2018-09"], day)
    assert not dated(["2018-09-02", ""], day)
    assert dated([""], account("shelled"))


def test_fields_without_a_label_are_not_scored() -> None:
    scored = marks(label("shelled", places=("Tarsk city",)), account("shelled", place="t"), names())
    assert scored.place is True
    assert scored.date is None
    assert scored.actors is None


def test_every_label_has_what_it_is_scored_by() -> None:
    found = labels()
    assert len({one.sha256 for one in found}) == 42
    assert len({one.sha256 for one in found if one.part == "kept"}) == 12
    assert {one.part for one in found} == {"development", "kept"}
    assert all(one.spans and one.types for one in found)
    assert all(one.statuses for one in found if one.core)
