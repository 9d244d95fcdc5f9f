"""A progress bar on standard error, with rate and remaining time; silent when piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from dragoman.library import Progress as Advance
from dragoman.model import Extract, Skipped
from dragoman.reading import sources


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:.1f} reports/s")


@contextmanager
def progress_bar(paths: Sequence[str]) -> Iterator[Advance | None]:
    """Give a function to call after each report, or None when nobody is looking.

    The remaining time needs the number of reports, so they are listed once beforehand: reading
    bytes takes a thousandth of the time of reading reports. Standard input is not listed.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    total = None if "-" in paths else sum(1 for _ in sources(paths))
    columns = (
        TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn()
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading", total=total)

        def advance(_: Extract | Skipped) -> None:
            bar.advance(task)

        yield advance
