"""The record as of a day: nothing that only later reports tell may stand in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman.assessment import assess
from dragoman.library import build, read_extract
from dragoman.model import Extract, Record
from dragoman.model.walk import evidence_in
from dragoman.reading import sources
from dragoman.resolution import resolve

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
DAYS = [dt.date(2019, 3, 4), dt.date(2019, 3, 5), dt.date(2019, 3, 21), dt.date(2019, 3, 25)]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def extracts() -> list[Extract]:
    found = (read_extract(item) for item in sources([REPORTS]))  # type: ignore[arg-type]
    return [one for one in found if isinstance(one, Extract)]


def known(extracts: list[Extract], day: dt.date) -> list[Extract]:
    return [e for e in extracts if (p := e.report.published) and p.end and p.end <= day]


def kinds(record: Record) -> dict[str, object]:
    names = (name for name in record.__struct_fields__ if name != "skipped")
    return {name: getattr(record, name) for name in names}


@pytest.mark.parametrize("day", DAYS)
def test_as_of_is_the_record_of_what_was_published_by_then(
    extracts: list[Extract], day: dt.date
) -> None:
    alone = build(known(extracts, day), as_of=day)
    assert kinds(build(extracts, as_of=day)) == kinds(alone)


@pytest.mark.parametrize("day", DAYS)
def test_a_record_cut_at_a_day_quotes_no_later_report(
    extracts: list[Extract], day: dt.date
) -> None:
    cut = assess(resolve(extracts), as_of=day)
    reports = {report.id: report for report in cut.reports}
    assert {e.report for e in evidence_in(cut)} <= set(reports)
    words = " ".join(report.text for report in cut.reports)
    for actor in cut.actors:
        # "Armed forces of Karvelia" is our name for "its army".
        ours = actor.name.startswith(("Armed forces of", "Government of"))
        assert ours or any(name in words for name in (actor.name, *actor.names))
        for role in actor.roles:
            assert role.held is None or role.held.end is None or role.held.end <= day
    for agreement in cut.agreements:
        assert all(name in words for name in agreement.names)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_told_of_a_promise_later_stands_in_its_history(
    extracts: list[Extract], day: dt.date
) -> None:
    for record in (build(extracts, as_of=day), assess(resolve(extracts), as_of=day)):
        for commitment in record.commitments:
            assert commitment.status in ("open", "due_unknown", "disputed") or commitment.history
            on = [entry.on.start for entry in commitment.history if entry.on and entry.on.start]
            assert all(told <= day for told in on)


@pytest.mark.parametrize("earlier", DAYS[:-1])
def test_what_was_known_stays_known(extracts: list[Extract], earlier: dt.date) -> None:
    first, last = (build(extracts, as_of=day) for day in (earlier, DAYS[-1]))
    assert {c.id for c in first.claims} <= {c.id for c in last.claims}
    assert {a.id for a in first.accounts} <= {a.id for a in last.accounts}
