"""`dragoman serve`: the record as a web application."""

from __future__ import annotations

import webbrowser
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import RecordOption, app
from dragoman.errors import MissingExtraError


@app.command()
def serve(
    record: RecordOption,
    address: Annotated[
        str, typer.Option("--address", help="Any but a loopback address asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8017,
    host: Annotated[
        list[str] | None,
        typer.Option("--host", help="A name by which this machine is reached; may be repeated."),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no decisions.")] = False,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser.")
    ] = True,
) -> None:
    """Open a record in the browser: read, compare and decide, offline, on this machine.

    On a loopback address there is no account; any other address asks for a token, printed here.
    """
    try:
        import uvicorn

        from dragoman.web import State, create_app
        from dragoman.web.app import unbuilt
        from dragoman.web.security import Access, is_loopback, new_token
    except ImportError as error:
        raise MissingExtraError("web", "'dragoman serve'") from error

    token = None if is_loopback(address) else new_token()
    access = Access(token=token, hosts=(address, *(host or ())))
    state = State(record, read_only=read_only)
    where = f"http://{f'[{address}]' if ':' in address else address}:{port}/"
    if token is not None:
        where += f"?token={token}"
    for line in unbuilt():
        typer.echo(line, err=True)
    typer.echo(f"{record} is at {where} (Ctrl+C ends it)")
    if open_browser and token is None:
        webbrowser.open(where)
    uvicorn.run(create_app(state, access=access), host=address, port=port, log_level="warning")
    state.close()


@app.command()
def publish(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new or empty folder to write into.")
    ],
    record: RecordOption,
) -> None:
    """Write the pages of a record as files: a read-only site for a server or a USB stick."""
    try:
        from dragoman.web import State
        from dragoman.web.app import unbuilt
        from dragoman.web.publishing import publish as write
    except ImportError as error:
        raise MissingExtraError("web", "'dragoman publish'") from error

    for line in unbuilt():
        typer.echo(line, err=True)
    state = State(record, read_only=True)
    written = count(1)

    def progress(_: str) -> None:
        if (number := next(written)) % 1000 == 0:
            typer.echo(f"{number} pages written", err=True)

    pages = write(state, folder, progress=progress)
    state.close()
    typer.echo(f"{pages} pages written; open {folder / 'index.html'}")
