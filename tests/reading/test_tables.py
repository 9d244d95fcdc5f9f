import json
from pathlib import Path

from dragoman.model import Report, Skipped
from dragoman.reading import Item, read_item, sources

TEXT = "Envoys of the League met rebel leaders in Tarsk on Monday to save the truce, monitors said."


def reports(path: Path) -> list[Report | Skipped]:
    return [f if isinstance(f, Skipped) else read_item(f) for f in sources([path])]


def test_fields_that_are_given_outrank_what_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {
        "text": "Published 3 May 2018\n" + TEXT,
        "title": "Envoys meet",
        "outlet": "Karvelia Post",
        "agency": "KNA",
        "authors": ["Ann Bell", "Carl Dorn"],
        "published": "2018-05-02T10:00:00Z",
        "source": "archive/7",
        "url": "https://post.example/7",
        "language": "en",
    }
    path.write_text(json.dumps(row) + "\n")
    (report,) = reports(path)
    assert isinstance(report, Report)
    assert (report.title, report.outlet, report.agency) == ("Envoys meet", "Karvelia Post", "KNA")
    assert report.authors == ("Ann Bell", "Carl Dorn")
    assert (report.source, report.url) == ("archive/7", "https://post.example/7")
    assert str(report.published) == "2018-05-02"
    assert report.notes == ("published 2018-05-02 as given; the text says 2018-05-03",)


def test_the_day_in_an_address_dates_a_report_that_states_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    url = "https://post.example/2018/05/02/envoys-meet"
    rows = [{"text": TEXT, "url": url}, {"text": "Published 3 May 2018\n" + TEXT, "url": url}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    dump = tmp_path / "b.txt"
    dump.write_text(f"{url}\n\n{TEXT}\n")
    found = [report for at in (path, dump) for report in reports(at)]
    days = [(str(f.published), f.url) for f in found if isinstance(f, Report)]
    assert days == [("2018-05-02", url), ("2018-05-03", url), ("2018-05-02", url)]


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": TEXT})
    path.write_text(f'{good}\n{{"text": \n[1]\n{{"id": 4}}\n\n{good}\n')
    found = reports(path)
    assert [type(f).__name__ for f in found] == [
        "Report",
        "Skipped",
        "Skipped",
        "Skipped",
        "Report",
    ]
    assert [f.source.rsplit("#")[-1] for f in found] == ["1", "2", "3", "4", "6"]
    assert [f.reason.split(":")[0] for f in found if isinstance(f, Skipped)] == [
        "invalid JSON on line 2",
        "no object on line 3",
        "without a field with a text (text, html, content, body ...)",
    ]


def test_aliases_of_a_public_table_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "unit_id,article_title,article_content,source,date\n"
        f'1,Envoys meet in Tarsk,"{TEXT}",karveliapost,8/21/2013\n'
        f'2,Envoys part in Tarsk,"{TEXT}",karveliapost,4/5/2017\n'
    )
    first, second = reports(path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.title == "Envoys meet in Tarsk"
    assert first.outlet == "karveliapost"
    assert first.source == f"{path}#1"
    # The other row shows that this column writes the month first.
    assert str(second.published) == "2017-04-05"


def test_a_bare_date_yields_to_one_that_the_text_states(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text,date\n"Published 25 September 2016. {TEXT}",2016-09-06\n')
    (report,) = reports(path)
    assert isinstance(report, Report)
    assert report.published is not None
    assert str(report.published) == "2016-09-25"
    assert report.published.evidence is not None
    assert report.published.evidence.quote == "25 September 2016"


def test_a_host_is_an_outlet_and_no_report(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'text,source\n"{TEXT}",post.example\n"{TEXT} More.",post.example\n')
    found = reports(path)
    assert [f.source for f in found] == [f"{path}#1", f"{path}#2"]
    assert [f.outlet for f in found if isinstance(f, Report)] == ["post.example", "post.example"]


def test_rows_that_share_a_source_are_no_versions_of_one_report(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [f'"{TEXT} {n}.",{source}' for n, source in enumerate(["dump/7", "dump/7", "dump/8"])]
    path.write_text("\n".join(["text,source", *rows]))
    assert [f.source for f in reports(path)] == [f"{path}#1", f"{path}#2", "dump/8"]


def test_an_empty_cell_that_is_spelled_out_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'text,title,outlet\n"{TEXT}",None,nan\n')
    (report,) = reports(path)
    assert isinstance(report, Report)
    assert (report.title, report.outlet) != ("None", "nan")
    assert report.outlet is None


def test_a_source_that_is_a_path_or_an_address_stays_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text,source\n"{TEXT}",war/a.txt\n"{TEXT}",https://post.example/1\n')
    assert [f.source for f in reports(path)] == ["war/a.txt", "https://post.example/1"]


def test_a_list_in_json_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"articles": [{"content": TEXT}, 3]}))
    report, skipped = reports(path)
    assert isinstance(report, Report)
    assert skipped == Skipped(source=f"{path}#2", reason="no object at position 2")


def test_the_same_text_in_two_rows_makes_two_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": TEXT}) + "\n") * 2)
    first, second = reports(path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id != second.id


def test_items_hold_their_content_and_no_path(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"title\tbody\nTalks\t{TEXT}\n")
    (item,) = sources([path])
    assert isinstance(item, Item)
    assert (item.path, item.content, item.given.title) == (None, TEXT.encode(), "Talks")


def read_row(path: Path, text: str, day: str) -> Report:
    path.write_text(json.dumps({"text": text, "date": day}) + "\n")
    (report,) = reports(path)
    assert isinstance(report, Report)
    return report


def test_the_day_given_says_which_reading_of_a_date_in_digits_is_meant(tmp_path: Path) -> None:
    text = f"02-06-2016 Envoys meet in Tarsk. {TEXT} The truce came into effect on February 27."
    report = read_row(tmp_path / "a.jsonl", text, "2016-06-02")
    assert (str(report.published), report.notes) == ("2016-06-02", ())


def test_a_date_with_its_weekday_is_not_gainsaid_by_one_day_long_ago(tmp_path: Path) -> None:
    text = f"Wed 01 Oct 2014 at 1459 {TEXT} The last truce was broken on June 19."
    report = read_row(tmp_path / "a.jsonl", text, "2013-10-01")
    assert str(report.published) == "2014-10-01"
