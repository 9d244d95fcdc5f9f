"""`dragoman judge` and `dragoman judgements`: a person's decisions, kept for good."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
import typer

from dragoman.cli.app import RecordOption, app
from dragoman.errors import RecordError


@app.command()
def judge(
    decision: Annotated[
        Literal["same", "different", "unsure"],
        typer.Argument(help="same, different or unsure."),
    ],
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="An actor, an event or an agreement.")
    ],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another of the same kind.")],
    record: RecordOption,
    who: Annotated[str, typer.Option("--who", help="Who decides.")] = "",
    reason: Annotated[str, typer.Option("--why", help="For what reason.")] = "",
) -> None:
    """Say that two actors, events or agreements are the same or different; no run overrides it."""
    from dragoman.model import Judgement, make_id
    from dragoman.store import Store, rebuild

    now = dt.datetime.now(dt.UTC)
    with Store(record) as store:
        whole = store.record()
        known = {
            *(actor.id for actor in whole.actors),
            *(event.id for event in whole.events),
            *(agreement.id for agreement in whole.agreements),
        }
        for name in (subject, other):
            if name not in known:
                raise RecordError(f"{record}: no actor, event or agreement with the id {name!r}")
        made = Judgement(
            id=make_id("jud", decision, subject, other, who, now.isoformat()),
            decision=decision,
            subject=subject,
            other=other,
            who=who,
            when=now,
            why=reason,
        )
        store.judge(made)
        rebuild(store)
    typer.echo(made.id)


@app.command()
def judgements(
    record: RecordOption,
    withdraw: Annotated[
        str | None, typer.Option("--withdraw", metavar="ID", help="Take one back; it stays listed.")
    ] = None,
) -> None:
    """List the decisions of people, one JSON object a line, or take one back."""
    from dragoman.store import Store, rebuild

    with Store(record) as store:
        if withdraw is not None:
            found = [made for made in store.judgements() if made.id == withdraw]
            if not found:
                raise RecordError(f"{record}: no judgement with the id {withdraw!r}")
            now = dt.datetime.now(dt.UTC)
            store.judge(msgspec.structs.replace(found[0], withdrawn=now))
            rebuild(store)
        for made in store.judgements():
            typer.echo(msgspec.json.encode(made).decode())
