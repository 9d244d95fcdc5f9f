import datetime as dt
from pathlib import Path

import pytest

from dragoman.bench.muc import scored, worth
from dragoman.bench.muc_answers import merged
from dragoman.bench.muc_incidents import Incident
from dragoman.bench.muc_keys import Fill, Template, templates
from dragoman.bench.muc_texts import Casing, day_of, item_of, messages

KEY = """\
0.  MESSAGE: ID                     TST9-MUC3-0001
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  02 FEB 90
3.  INCIDENT: LOCATION              PERU: LIMA (CITY)
4.  INCIDENT: TYPE                  BOMBING
6.  INCIDENT: INSTRUMENT ID         *
18. HUM TGT: NAME                   "ANA RUIZ"
                                    ? "JUAN \\"EL GATO\\" PAZ" / "PAZ"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "ANA RUIZ"

0.  MESSAGE: ID                     TST9-MUC3-0002
1.  MESSAGE: TEMPLATE               *
"""


def template(number: int = 1, *, optional: bool = False, **slots: str) -> Template:
    names = {"type": "INCIDENT: TYPE", "date": "INCIDENT: DATE", "who": "HUM TGT: NAME"}
    names |= {"place": "INCIDENT: LOCATION", "group": "HUM TGT: DESCRIPTION"}
    names |= {"doer": "PERP: ORGANIZATION ID"}
    return Template(
        "m", number, {names[k]: (Fill((v,)),) for k, v in slots.items()}, optional=optional
    )


@pytest.fixture
def keyed(tmp_path: Path) -> list[Template]:
    path = tmp_path / "key"
    path.write_text(KEY)
    return list(templates(path))


def test_a_message_without_an_incident_has_no_template(keyed: list[Template]) -> None:
    assert [found.message for found in keyed] == ["TST9-MUC3-0001"]


def test_fills_keep_alternatives_options_and_what_they_refer_to(keyed: list[Template]) -> None:
    slots = keyed[0].slots
    assert slots["HUM TGT: NAME"][1] == Fill(("JUAN EL GATO PAZ", "PAZ"), optional=True)
    assert slots["HUM TGT: EFFECT OF INCIDENT"] == (Fill(("DEATH",), ("ANA RUIZ",)),)
    assert keyed[0].optional
    assert "INCIDENT: INSTRUMENT ID" not in slots


def test_a_fill_that_refers_to_something_else_is_half_right() -> None:
    slot = "HUM TGT: EFFECT OF INCIDENT"
    assert worth(slot, Fill(("DEATH",), ("RUIZ",)), Fill(("DEATH",), ("ANA RUIZ",))) == 1.0
    assert worth(slot, Fill(("DEATH",), ("PAZ",)), Fill(("DEATH",), ("ANA RUIZ",))) == 0.5
    assert worth(slot, Fill(("INJURY",), ("RUIZ",)), Fill(("DEATH",), ("ANA RUIZ",))) == 0.0


def test_missing_and_spurious_templates_count_with_all_their_fills() -> None:
    right = template(type="BOMBING", date="02 FEB 90", who="ANA RUIZ")
    other = template(2, type="KIDNAPPING", who="JUAN PAZ")
    found = scored([right, other], [right])
    assert found["HUM TGT: NAME"].points == 1.0
    assert (found["HUM TGT: NAME"].possible, found["HUM TGT: NAME"].actual) == (1, 2)
    missed = scored([], [right, template(2, type="ATTACK", optional=True)])
    assert (missed["INCIDENT: TYPE"].possible, missed["INCIDENT: TYPE"].actual) == (1, 0)


def test_answers_that_name_one_victim_become_one_template() -> None:
    attack = template(type="ATTACK", date="- 04 FEB 90", place="PERU", who="ANA RUIZ")
    death = template(2, type="ATTACK", date="02 FEB 90", place="PERU: LIMA", who="ANA RUIZ")
    (found,) = merged([attack, death])
    assert found.first("INCIDENT: DATE") == "02 FEB 90"
    assert found.first("INCIDENT: LOCATION") == "PERU: LIMA"


def test_answers_that_differ_in_nothing_become_one_template() -> None:
    day = "02 FEB 90"
    deed = template(type="ATTACK", date=day, place="PERU", doer="NFA")
    death = template(2, type="ATTACK", date=day, place="PERU", group="TWO PEASANTS")
    (found,) = merged([deed, death])
    assert found.first("PERP: ORGANIZATION ID") == "NFA"
    assert found.first("HUM TGT: DESCRIPTION") == "TWO PEASANTS"
    later = template(2, type="ATTACK", date="03 FEB 90", place="PERU", group="TWO PEASANTS")
    assert len(merged([death, later])) == 2
    mayor = template(2, type="ATTACK", date=day, place="PERU", group="MAYOR")
    assert len(merged([death, mayor])) == 2


def test_names_that_brackets_shorten_are_written_as_names() -> None:
    text = "THE NATIONAL FREEDOM ARMY [NFA] LEFT. THE NATIONAL FREEDOM ARMY HAD LEAFLETS."
    mixed = ["The national army left, as we had said of freedom and the army."] * 3
    casing = Casing(mixed, [text])
    assert casing.recase(text) == (
        "The National Freedom Army [NFA] left. The National Freedom Army had leaflets."
    )


def test_messages_are_read_in_mixed_case_with_their_day(tmp_path: Path) -> None:
    path = tmp_path / "messages"
    path.write_text(
        "TST9-MUC3-0001\n\n"
        "   LIMA, 4 FEB 90 (AFP) -- [TEXT] THE REBELS\nLEFT LIMA.\n\n   THE END.\n"
    )
    casing = Casing(["We saw the rebels when he left Lima. In the end it was so."] * 3)
    ((message, text),) = messages(path)
    item = item_of(message, text, casing)
    assert item.content == b"LIMA, 4 FEB 90 (AFP) -- [TEXT] The rebels left Lima.\n\nThe end."
    assert item.given.published == day_of(text) == "1990-02-04"


def test_a_template_belongs_to_an_incident_by_country_victim_and_day() -> None:
    day = dt.date(1990, 2, 2)
    incident = Incident("x", "PERU", (day, day), ("RUIZ",), ("ruiz",))
    assert incident.holds(template(date="02 FEB 90", place="PERU: LIMA", who="ANA RUIZ"))
    assert incident.holds(template(date="- 09 FEB 90", place="PERU", who="ANA RUIZ"))
    assert not incident.holds(template(date="03 FEB 90", place="PERU", who="ANA RUIZ"))
    assert not incident.holds(template(date="02 FEB 90", place="CHILE", who="ANA RUIZ"))
    assert not incident.holds(template(date="02 FEB 90", place="PERU", who="JUAN PAZ"))
