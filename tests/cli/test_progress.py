from pathlib import Path

import pytest
from rich.console import Console

from dragoman.cli import progress
from dragoman.cli.progress import progress_bar
from dragoman.model import Skipped


def test_nothing_is_shown_when_nobody_looks(capfd: pytest.CaptureFixture[str]) -> None:
    with progress_bar(["x"]) as advance:
        assert advance is None
    assert capfd.readouterr().err == ""


def test_a_terminal_sees_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def terminal(**_: object) -> Console:
        return Console(stderr=True, force_terminal=True, width=100)

    monkeypatch.setattr(progress, "Console", terminal)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("The army left.")
    with progress_bar([str(tmp_path)]) as advance:
        assert advance is not None
        advance(Skipped(source="a", reason="b"))
    shown = capfd.readouterr().err
    assert "1/2" in shown
    assert "reports/s" in shown
