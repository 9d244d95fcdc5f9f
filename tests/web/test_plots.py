import msgspec

from dragoman.model import Actor, Count, Record
from dragoman.web.pages.plots import plots_of
from dragoman.web.selecting import Selection
from dragoman.web.sides import NOBODY, OTHERS, side_of
from dragoman.web.snapshot import Snapshot


def actor(**fields: object) -> Actor:
    found = {"id": "a", "name": "A", "names": ("A",), "type": "person", **fields}
    return msgspec.convert(found, Actor)


def test_the_side_of_a_state_and_its_people_is_its_country(snap: Snapshot) -> None:
    assert side_of(actor(type="state", country="XX"), snap) == "XX"
    assert side_of(actor(sector="MIL", country="XX"), snap) == "XX"
    assert side_of(actor(type="armed_group", country="XX"), snap) == "Armed groups"
    assert side_of(actor(sector="JRN", country="XX"), snap) == "Media"
    assert side_of(actor(), snap) == OTHERS
    assert side_of(None, snap) == NOBODY


def counted(record: Record, low: float, high: float | None, account: int) -> Record:
    """Return the record with a number of killed in one of its accounts."""
    found = list(record.accounts)
    evidence = found[account].evidence[0]
    count = Count(what="killed", low=low, high=high, evidence=evidence)
    found[account] = msgspec.structs.replace(found[account], counts=(count,))
    return msgspec.structs.replace(record, accounts=tuple(found))


def test_figures_are_shown_where_sources_differ_low_to_high(small_record: Record) -> None:
    record = counted(counted(small_record, 8, None, 0), 3, 3, 1)
    (group,) = plots_of(Snapshot(record), Selection()).figures
    assert [(row.source, row.low, row.high) for row in group.rows] == [
        ("NFA", 3, 3),
        ("Davit Oren", 8, None),
    ]
    assert (group.sources, group.what) == (2, "killed")
    evidence = record.accounts[1].evidence[0]
    assert group.rows[0].href == f"/reports/rep-two#{evidence.start}-{evidence.end}"


def test_figures_that_agree_are_not_shown(small_record: Record) -> None:
    record = counted(counted(small_record, 3, 3, 0), 3, 3, 1)
    assert plots_of(Snapshot(record), Selection()).figures == ()


def test_events_and_claims_are_all_accounted_for(snap: Snapshot) -> None:
    for by in ("type", "side", "standing"):
        view = plots_of(snap, Selection(), events_by=by)
        counted = view.events.total + view.events.unplaced + view.events.outside
        assert counted == len(snap.record.events)
    claims = plots_of(snap, Selection(), claims_by="type").claims
    assert claims.total + claims.unplaced + claims.outside == len(snap.record.claims)


def test_a_narrower_choice_takes_the_claims_that_tell_of_it(snap: Snapshot) -> None:
    claims = plots_of(snap, Selection(type="ASSAULT")).claims
    assert 0 < claims.total + claims.unplaced + claims.outside < len(snap.record.claims)


def test_shares_are_told_with_their_holders_and_sources(snap: Snapshot) -> None:
    view = plots_of(snap, Selection())
    assert view.held or view.shares
    for share in view.shares:
        assert 0 <= share.share <= 100
        assert share.holder
        assert share.source
