import gzip
import io
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.model import Report, Skipped
from dragoman.reading import Item, read_item, sources

TEXT = "Envoys of the League met rebel leaders in Tarsk on Monday to save the truce, monitors said."


def names(found: list[Item | Skipped]) -> list[str]:
    return [f.name if isinstance(f, Item) else f"! {f.reason}" for f in found]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.html", "a.txt", ".hidden"):
        (tmp_path / name).write_text(TEXT)
    found = names(list(sources([tmp_path])))
    assert [Path(name).name for name in found] == ["a.txt", "a.html", "z.txt"]


def test_a_pattern_is_followed_and_each_file_comes_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(TEXT)
    found = names(list(sources([str(tmp_path / "*.txt"), tmp_path / "a.txt"])))
    assert [Path(name).name for name in found] == ["a.txt", "b.txt"]


def test_what_is_not_there_is_named_with_a_reason(tmp_path: Path) -> None:
    found = list(sources([tmp_path / "none.txt", str(tmp_path / "*.x")]))
    assert [isinstance(f, Skipped) and f.reason for f in found] == [
        "no such file or folder",
        "nothing matches this pattern",
    ]


def test_standard_input_is_read_as_text_or_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, expected in ((TEXT.encode(), "-"), (b'{"text": "%s"}\n' % TEXT.encode(), "-#1")):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
        assert names(list(sources(["-"]))) == [expected]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "not text: an image"),
        (b"%PDF-1.4 ...", "not text: a PDF document"),
        (bytes(range(256)) * 10, "not text: binary data"),
        (gzip.compress(TEXT.encode())[:-12], "truncated gzip data"),
        (b"x" * 5_000, "larger than 4,000 bytes"),
        (gzip.compress(b"x" * 5_000), "larger than 4,000 bytes"),
    ],
    ids=["empty", "blank", "image", "pdf", "binary", "truncated", "large", "large-inside"],
)
def test_what_cannot_be_read_is_skipped_with_a_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    (item,) = sources([path], limit=4_000)
    assert isinstance(item, Item)
    assert read_item(item) == Skipped(source=str(path), reason=reason)


def test_a_report_is_the_same_however_often_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    (item,) = sources([path])
    assert isinstance(item, Item)
    first, second = read_item(item), read_item(pickle.loads(pickle.dumps(item)))
    assert isinstance(first, Report)
    assert first == second
    assert first.language == "en"


def test_a_report_in_another_language_is_read_with_a_note() -> None:
    text = (
        "Die Gesandten trafen sich am Montag in der Hauptstadt, um den Waffenstillstand zu retten."
    )
    report = read_item(Item(name="a", content=text.encode("cp1252")))
    assert isinstance(report, Report)
    assert report.language == "de"
    assert report.notes == ("language de: not extracted",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "koi8-r", "cp1251"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = "Посланники встретились в столице в понедельник, чтобы спасти перемирие. " * 3
    report = read_item(Item(name="a", content=text.encode(encoding)))
    assert isinstance(report, Report)
    assert report.text == text
