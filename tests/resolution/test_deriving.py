from pathlib import Path

import pytest

from dragoman.library import build, extracts
from dragoman.model import Extract
from dragoman.reading import sources


@pytest.mark.parametrize("second", ["killed dozens of people", "killed 58"])
def test_neither_dozens_nor_a_bare_number_stands_beside_a_count(
    tmp_path: Path, second: str
) -> None:
    for n, deed in enumerate(("killed 58 people", second)):
        (tmp_path / f"{n}.txt").write_text(
            f"Title: Report {n}\nDate: 2019-03-0{n + 6}\nSource: outlet{n}\n\n"
            f"An air strike on the village of Mirel in Karvelia {deed} on 5 March 2019.\n"
        )
    found = [e for e in extracts(list(sources([str(tmp_path)]))) if isinstance(e, Extract)]
    [event] = [event for event in build(found).events if event.reports == 2]
    assert [(count.low, count.high) for count in event.counts] == [(58, 58)]
