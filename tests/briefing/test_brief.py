import datetime as dt
import re

import msgspec

from dragoman.briefing import compose, to_html, to_markdown
from dragoman.briefing.marked_text import pieces
from dragoman.briefing.naming import amount, joined, when
from dragoman.model import Count, Dates, Evidence, Record, Span


def test_a_brief_covers_all_kinds(small_record: Record) -> None:
    brief = compose(small_record, title="Selmo")
    assert brief.coverage.reports == 2
    assert brief.coverage.first == "4 March 2019"
    assert [stance.stance for stance in brief.disputes[0].stances] == ["the NFA", "the army"] or [
        stance.stance for stance in brief.disputes[0].stances
    ] == ["the army", "the NFA"]
    assert brief.commitments[0].due == "9 March 2019"
    assert brief.chronology[0].place == "Selmo"
    assert brief.casualties[0].value == "20"
    assert {speaker.name for speaker in brief.speakers} == {"Davit Oren", "NFA"}
    assert brief.skipped == (("empty.html", "empty file"),)


def test_every_quote_shows_where_it_stands(small_record: Record) -> None:
    page = to_html(compose(small_record), small_record)
    for target in re.findall(r'href="#(rep-[^"]+)"', page):
        report, _, span = target.partition(".")
        assert f'id="{report}"' in page
        start, end = span.split("-")
        assert f'data-s="{start}"' in page
        assert f'data-e="{end}"' in page


def test_furniture_is_shown_as_furniture(small_record: Record) -> None:
    page = to_html(compose(small_record), small_record)
    assert re.search(r'class="furniture">Menu \| Log in', page)


def test_hostile_text_stays_text(small_record: Record) -> None:
    report = small_record.reports[0]
    bad = msgspec.structs.replace(
        report, title="<script>alert(1)</script>", text=report.text + "<img onerror=x>\u202e"
    )
    record = msgspec.structs.replace(small_record, reports=(bad, *small_record.reports[1:]))
    page = to_html(compose(record, title="</title><script>"), record)
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "default-src 'none'" in page


def test_the_page_loads_nothing_from_elsewhere(small_record: Record) -> None:
    page = to_html(compose(small_record), small_record)
    assert not re.search(r'(src|href)="(?!#)', page)


def test_markdown_says_what_it_leaves_out(small_record: Record) -> None:
    brief = compose(small_record)
    assert "more" not in to_markdown(brief).replace("more than", "")
    assert "1 more speakers" in to_markdown(brief, limit=1)


def test_an_empty_record_makes_a_brief(small_record: Record) -> None:
    empty = Record()
    assert "No dispute was found" in to_html(compose(empty), empty)
    assert "No dispute was found" in to_markdown(compose(empty))


def test_pieces_are_the_whole_text(small_record: Record) -> None:
    report = small_record.reports[0]
    found = pieces(report, [Span(16, 20), Span(18, 30), Span(40, 41)])
    assert "".join(piece.text for piece in found) == report.text
    assert [piece.cited for piece in found if 16 <= piece.start < 30].count(False) == 0


def test_intervals_and_amounts_in_words() -> None:
    evidence = Evidence("r", 0, 1, "x")
    assert when(Dates(start=None, end=dt.date(2019, 3, 1), precision="range")).startswith("up to")
    assert amount(Count(what="killed", low=8, high=None, evidence=evidence)) == "at least 8"
    assert amount(Count(what="killed", low=2, high=4, evidence=evidence)) == "2–4"
    assert amount(Count(what="x", low=8, high=8, unit="percent", evidence=evidence)) == "8 %"
    assert joined(["a", "a", "b"]) == "a and b"
    assert joined([]) == ""


def test_a_situation_that_is_absent_says_so(small_record: Record) -> None:
    none = tuple(
        msgspec.structs.replace(account, extent="none") for account in small_record.accounts
    )
    record = msgspec.structs.replace(small_record, accounts=none)
    assert compose(record).chronology[0].label.endswith(": none")
    assert not compose(small_record).chronology[0].label.endswith(": none")


def test_a_sentence_that_tells_of_an_event_twice_is_quoted_once(small_record: Record) -> None:
    first, *others = small_record.accounts
    again = msgspec.structs.replace(first, id="acc-again")
    (event,) = small_record.events
    record = msgspec.structs.replace(
        small_record,
        accounts=(first, again, *others),
        events=(msgspec.structs.replace(event, accounts=("acc-again", *event.accounts)),),
    )
    assert compose(record).chronology[0].accounts == compose(small_record).chronology[0].accounts


def test_a_deed_whose_kind_says_little_stands_with_the_word_it_is_told_by(
    small_record: Record,
) -> None:
    bare = [
        msgspec.structs.replace(event, family="event", type="ASSAULT", mode=mode)
        for mode in (None, "aerial")
        for event in small_record.events[:1]
    ]
    labels = [
        compose(msgspec.structs.replace(small_record, events=(event,))).chronology[0].label
        for event in bare
    ]
    word = small_record.accounts[0].trigger.quote
    assert labels == [f"Violence (“{word}”)", "Air strike"]


def test_a_position_that_denies_says_so(small_record: Record) -> None:
    denied = tuple(msgspec.structs.replace(claim, act="deny") for claim in small_record.claims)
    shown = to_markdown(compose(msgspec.structs.replace(small_record, claims=denied)))
    parts = shown.partition("## What was promised")[0]
    assert ", denies: “" in parts
    assert ", denies: “" not in to_markdown(compose(small_record)).partition("## What was")[0]
