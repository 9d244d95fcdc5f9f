"""`dragoman bench`: the table of benchmarks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import app
from dragoman.errors import RecordError


@app.command()
def bench(
    names: Annotated[
        list[str] | None, typer.Argument(help="Which benchmarks; all when none is named.")
    ] = None,
    data: Annotated[Path, typer.Option("--data", help="The folder of the public sets.")] = Path(
        "../shared/data"
    ),
    gate: Annotated[
        bool, typer.Option("--gate", help="Only the fast ones; fail when one is below its floor.")
    ] = False,
    pin: Annotated[
        bool, typer.Option("--pin", help="With --gate: raise the floors to these figures.")
    ] = False,
    lower: Annotated[
        bool, typer.Option("--lower", help="With --pin: let floors fall too.")
    ] = False,
) -> None:
    """Print our scores beside a naive baseline and the published figures."""
    from dragoman.bench import Row
    from dragoman.bench import gate as gates
    from dragoman.bench.table import names as all_names
    from dragoman.bench.table import rows, table

    known = all_names()
    unknown = [name for name in names or () if name not in known]
    if unknown:
        raise typer.BadParameter(f"{', '.join(unknown)}: not one of {', '.join(known)}")
    if not data.is_dir():
        raise RecordError(f"{data}: no such folder; name the public sets' folder with --data")
    found: list[Row] = []
    for item in rows(names or (gates.GATED if gate else known), data):
        if isinstance(item, Row):
            found.append(item)
        else:
            typer.echo(item, err=True)
    typer.echo(table(found))
    if gate and pin:
        gates.pin(found, data, lower=lower)
    elif gate:
        below = list(gates.failures(found, gates.pinned(), data))
        for line in below:
            typer.echo(line, err=True)
        if below:
            raise typer.Exit(1)
