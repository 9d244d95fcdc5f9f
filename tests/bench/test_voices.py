"""What the voices of one report dispute, by the labels."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from dragoman.assessment import assess
from dragoman.bench.pair_labels import Value
from dragoman.bench.voices import Labelled, Seen, by_report, labels, outcome, rows_of, shown_by
from dragoman.errors import ReadingError
from dragoman.model import Record
from dragoman.resolution import resolve

TEXT = "The minister accused the NFA of murdering a teacher. The NFA denied the charge."
CHARGE, DENIAL = (12, 30), (TEXT.index("denied"), len(TEXT))


@pytest.fixture
def record(story: Any) -> Record:
    one = story(TEXT, "2019-03-04", "a.txt", outlet="Post")
    nfa = one.actor("NFA", "armed_group", names=("NFA",))
    one.claim(one.actor("the minister", "unknown"), "the NFA of murdering a teacher", "accuse")
    one.claim(nfa, "the charge", "deny")
    return assess(resolve([one.extract()]))


def labelled(**given: Any) -> Labelled:
    hashed = sha256(TEXT.encode()).hexdigest()
    return Labelled(part="kept", source="a.txt", sha256=given.pop("sha256", hashed), **given)


def value(kind: Any, about: Any = "responsibility") -> Value:
    return Value(kind, about, CHARGE, DENIAL, "")


def test_the_labels_are_of_reports_in_two_parts() -> None:
    found = labels()
    assert len({one.source for one in found}) == len(found) > 500
    assert {one.part for one in found} == {"development", "kept"}
    assert {v.verdict for one in found for v in one.seen} == {"real", "false", "unsure"}


def test_a_clash_is_shown_where_a_dispute_sets_its_two_stretches_against_each_other(
    record: Record,
) -> None:
    report = record.reports[0].id
    assert shown_by(record, report, value("clash")) == list(record.disputes)
    assert shown_by(record, report, value("clash", "number")) == []


def test_what_a_reader_said_of_what_was_shown_comes_before_the_labels(record: Record) -> None:
    seen = Seen("false", "responsibility", CHARGE, DENIAL, "")
    told = by_report(record, [labelled(values=(value("clash"),), seen=(seen,))])
    recall, precision = rows_of("kept", outcome(record, told, "kept"))
    assert (recall.ours, precision.n, precision.ours) == (1.0, 1, 0.0)
    told = by_report(record, [labelled(values=(value("clash"),))])
    recall, precision = rows_of("kept", outcome(record, told, "kept"))
    assert (recall.ours, precision.ours) == (1.0, 1.0)
    assert [row.n for row in rows_of("development", outcome(record, told, "development"))] == [0, 0]


def test_a_report_that_is_read_otherwise_is_named(record: Record) -> None:
    with pytest.raises(ReadingError, match=r"a\.txt"):
        by_report(record, [labelled(sha256="0")])
