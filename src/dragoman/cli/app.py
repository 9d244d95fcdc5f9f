"""The command line: each command is a thin face of one library call."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError

app = typer.Typer(
    name="dragoman",
    help=(
        "Reads news reports about a conflict into a sourced record: who said what, what "
        "happened, what was agreed and promised, and where the accounts part.\n\n"
        "Exit codes: 0 done (what was skipped is listed), 1 nothing could be done or a check "
        "failed, 2 the command was not understood."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

RecordOption = Annotated[
    Path, typer.Option("-r", "--record", help="The record file.", show_default=False)
]
ProcessesOption = Annotated[
    int, typer.Option("-j", "--processes", min=1, help="How many processes read.")
]
PackOption = Annotated[
    list[str] | None,
    typer.Option(
        "--pack", help="A pack by name or folder, instead of the shipped ones; may be repeated."
    ),
]
NoPacksOption = Annotated[bool, typer.Option("--no-packs", help="Read without any pack.")]
NoTaggerOption = Annotated[
    bool, typer.Option("--no-tagger", help="Find claims by the grammar alone.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only what was published by DATE (2019-03-31)."),
]


def main() -> None:
    """Run the command line; errors of ours are one line on standard error and exit code 1."""
    try:
        app()
    except DragomanError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        raise SystemExit(1) from error
