"""The commands."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dragoman.cli.app import (
    AsOfOption,
    NoPacksOption,
    NoTaggerOption,
    PackOption,
    ProcessesOption,
    RecordOption,
    app,
)
from dragoman.cli.progress import progress_bar
from dragoman.errors import RecordError
from dragoman.model import Record

if TYPE_CHECKING:
    from dragoman.library import Options
    from dragoman.store import Store

PathsArgument = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs, .jsonl or .csv tables, or - for standard input."),
]


@app.command()
def brief(
    paths: Annotated[
        list[str],
        typer.Argument(help="As for 'read', or a record file made by it."),
    ],
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the brief as one HTML file.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option("--markdown", help="Write the brief as Markdown.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title of the brief.")] = "Brief",
    full: Annotated[bool, typer.Option("--full", help="Print every line, not the first.")] = False,
    as_of: AsOfOption = None,
    processes: ProcessesOption = 1,
    pack: PackOption = None,
    no_packs: NoPacksOption = False,
    no_tagger: NoTaggerOption = False,
) -> None:
    """Read reports, or open a record, and print what they hold as a brief."""
    from dragoman.briefing import compose, to_html, to_markdown, to_terminal
    from dragoman.library import Options

    options = Options(
        processes=processes, packs=_packs(pack, no_packs), tagger=not no_tagger, as_of=_day(as_of)
    )
    record = _record_of(paths, options)
    if not record.reports:
        raise RecordError(f"{' '.join(paths)}: no report could be read{_reasons(record)}")
    arranged = compose(record, title=title)
    if html is not None:
        html.write_text(to_html(arranged, record), encoding="utf-8")
    if markdown is not None:
        markdown.write_text(to_markdown(arranged), encoding="utf-8")
    to_terminal(arranged, sys.stdout, full=full)


@app.command()
def read(
    paths: PathsArgument,
    record: RecordOption,
    processes: ProcessesOption = 1,
    pack: PackOption = None,
    no_packs: NoPacksOption = False,
    no_tagger: NoTaggerOption = False,
) -> None:
    """Read reports into a record file, making or extending it; known reports cost nothing."""
    from dragoman.library import Options
    from dragoman.store import Store, update

    options = Options(processes=processes, packs=_packs(pack, no_packs), tagger=not no_tagger)
    with Store(record, create=True) as store, progress_bar(paths) as advance:
        done = update(store, paths, options=options, progress=advance)
        typer.echo(f"{done.added} added, {done.known} known already, {done.skipped} skipped")
        for item in store.skipped():
            typer.echo(f"skipped {item.source}: {item.reason}", err=True)
    if not (done.added or done.known):
        raise typer.Exit(1)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help='Words; "a phrase"; a beginning*.')],
    record: RecordOption,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many passages.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Find passages of the reports by their words, best first."""
    from dragoman.store import Store

    with Store(record) as store:
        hits = store.search(query, limit=limit)
        names = {report.id: report.outlet or report.source for report in store.record().reports}
    for hit in hits:
        evidence = hit.evidence
        if json:
            typer.echo(msgspec.json.encode(hit).decode())
        else:
            typer.echo(
                f"{evidence.report}:{evidence.start}-{evidence.end} [{names[evidence.report]}]\n"
                f"    {evidence.quote}"
            )


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Any id of the record.")],
    record: RecordOption,
) -> None:
    """Print one thing of the record as JSON, in the exported form."""
    from dragoman.exchange import objects
    from dragoman.store import Store

    with Store(record) as store:
        whole = store.record()
    for thing in objects(whole):
        if thing["id"] == name:
            typer.echo(msgspec.json.format(msgspec.json.encode(thing)).decode())
            return
    raise RecordError(f"{record}: holds nothing with the id {name!r}")


@app.command()
def why(
    name: Annotated[str, typer.Argument(metavar="ID", help="Any id of the record.")],
    record: RecordOption,
) -> None:
    """Say why the record holds a thing: each value, the rule that gave it, and its evidence."""
    from dragoman.assessment import why as explain
    from dragoman.cli.explaining import lines
    from dragoman.store import Store

    with Store(record) as store:
        whole = store.record()
    for line in lines(explain(whole, name), whole):
        typer.echo(line)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl.")],
    record: RecordOption,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file instead of standard output.")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write the whole record in a form that other programs read."""
    from dragoman.exchange import EXPORTERS
    from dragoman.store import Store

    if form not in EXPORTERS:
        raise typer.BadParameter(f"{form!r} is not one of: {', '.join(EXPORTERS)}")
    exporter = EXPORTERS[form]()
    with Store(record) as store:
        whole = _as_of(store, _day(as_of))
    if output is None:
        exporter.write(whole, sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="\n") as stream:
        count = exporter.write(whole, stream)
    typer.echo(f"{count} lines written to {output}", err=True)


@app.command()
def verify(record: RecordOption) -> None:
    """Check that every quote is exact, rests on no page furniture, and every id is known."""
    from dragoman.store import Store
    from dragoman.verification import verify as check

    with Store(record) as store:
        whole = store.record()
    problems = check(whole)
    for problem in problems:
        typer.echo(f"{problem.id} {problem.rule}: {problem.detail}")
    typer.echo(f"{len(problems)} problems in {len(whole.reports)} reports")
    if problems:
        raise typer.Exit(1)


def _packs(chosen: list[str] | None, none: bool) -> tuple[str, ...] | None:
    if none:
        return ()
    return tuple(chosen) if chosen else None


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a date such as 2019-03-31") from error


def _record_of(paths: list[str], options: Options) -> Record:
    from dragoman.library import read as read_paths
    from dragoman.store import Store, is_record

    if len(paths) == 1 and is_record(paths[0]):
        with Store(paths[0]) as store:
            return _as_of(store, options.as_of)
    with progress_bar(paths) as advance:
        return read_paths(paths, options=options, progress=advance)


def _as_of(store: Store, day: dt.date | None) -> Record:
    from dragoman.store import rebuild

    return store.record() if day is None else rebuild(store, as_of=day)


def _reasons(record: Record) -> str:
    listed = [f"{item.source}: {item.reason}" for item in record.skipped[:5]]
    return f" ({'; '.join(listed)})" if listed else ""
