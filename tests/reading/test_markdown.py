import datetime as dt
from pathlib import Path

from dragoman.model import Report
from dragoman.reading import Item, read_item

NOTE = """---
title: "Envoys meet in Tarsk"
source: "https://post.example/7"
author:
  - "Ann Bell"
published: 2024-03-05
site: Karvelia Post
---
# Envoys meet in Tarsk

The [Northern Free Army](https://w.example/NFA_(army) "Northern Free Army") (**NFA**) said on
Monday it would *not* leave the bridge. [(Northwire)](https://n.example/a?b=1)

![a bridge](https://post.example/bridge.jpg)

* Envoys of the [League](https://w.example/League) met rebel leaders in Tarsk to save the truce.
    + At least twelve people were killed in clashes near the bridge last week, monitors said.
"""


def read(name: str, text: str) -> Report:
    report = read_item(Item(name=name, content=text.encode()))
    assert isinstance(report, Report)
    return report


def test_links_and_marks_leave_their_words() -> None:
    report = read("note.md", NOTE)
    assert "http" not in report.text
    assert not set("[*#") & set(report.text)
    assert "The Northern Free Army (NFA) said on Monday it would not leave" in report.text
    body = [span.of(report.text) for span in report.body]
    assert any("Envoys of the League met rebel leaders" in part for part in body)
    assert any("At least twelve people were killed" in part for part in body)


def test_the_head_of_a_note_says_what_it_is_of() -> None:
    report = read("note.md", NOTE)
    assert report.title == "Envoys meet in Tarsk"
    assert report.outlet == "Karvelia Post"
    assert report.url == "https://post.example/7"
    assert report.authors == ("Ann Bell",)
    assert report.published is not None
    assert report.published.start == dt.date(2024, 3, 5)
    assert report.source == "note.md"


def test_a_text_full_of_links_is_markdown_under_any_name() -> None:
    links = "The [army](https://w.example/a) left the [town](https://w.example/b) of "
    report = read("dump.txt", links + "[Tarsk](https://w.example/c) on Monday, monitors said.")
    assert report.text == "The army left the town of Tarsk on Monday, monitors said."


def test_brackets_of_a_plain_text_stay() -> None:
    text = "The army [of Karvelia](sic) left Tarsk on Monday, and the rebels stayed, monitors said."
    assert read("dump.txt", text).text == text


def test_a_broken_head_is_left_out(tmp_path: Path) -> None:
    text = "---\ntitle: [open\n---\nThe army left Tarsk on Monday, monitors of the League said."
    assert read("note.md", text).text == text.rpartition("\n")[2]
