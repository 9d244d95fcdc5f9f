from pathlib import Path

import msgspec

from dragoman.reading import sources
from dragoman.reading.items import Given, Item


def test_the_key_changes_with_the_bytes_and_with_what_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The army left.")
    (item,) = sources([path])
    assert isinstance(item, Item)
    first = item.key
    assert item.key == first
    path.write_text("The army stayed.")
    assert item.key != first
    told = msgspec.structs.replace(item, given=Given(outlet="Meridian"))
    assert told.key != item.key


def test_a_file_that_is_gone_has_a_key_all_the_same() -> None:
    assert Item(name="gone.txt", path="gone.txt").key.startswith("itm-")
