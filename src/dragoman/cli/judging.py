"""`dragoman judge` and `dragoman judgements`: a person's decisions, kept for good."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
import typer

from dragoman.cli.app import RecordOption, app
from dragoman.errors import RecordError
from dragoman.model import Record


@app.command()
def judge(
    decision: Annotated[
        Literal["same", "different", "unsure", "reject"],
        typer.Argument(help="same, different or unsure, of two things; reject, of one."),
    ],
    subject: Annotated[
        str,
        typer.Argument(metavar="ID", help="An actor, an event or an agreement; or what to reject."),
    ],
    record: RecordOption,
    other: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Another of the same kind.")
    ] = None,
    who: Annotated[str, typer.Option("--who", help="Who decides.")] = "",
    reason: Annotated[str, typer.Option("--why", help="For what reason.")] = "",
) -> None:
    """Decide: two actors, events or agreements are the same or different; or reject one thing.

    What is rejected leaves the record with all that rests on it. No later run overrides it.
    """
    from dragoman.model import Judgement, make_id
    from dragoman.store import Store, rebuild

    now = dt.datetime.now(dt.UTC)
    with Store(record) as store:
        whole = store.record()
        for name in _subjects(decision, subject, other):
            if name not in known_ids(whole, pairs=decision != "reject"):
                raise RecordError(f"{record}: nothing that can be judged so has the id {name!r}")
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


def _subjects(decision: str, subject: str, other: str | None) -> tuple[str, ...]:
    if decision == "reject":
        return (subject,)
    if other is None:
        raise typer.BadParameter(f"{decision!r} needs two ids")
    return (subject, other)


def known_ids(record: Record, *, pairs: bool) -> frozenset[str]:
    """Return the ids that can be judged in pairs, or those that can be rejected."""
    kinds = (
        (record.actors, record.events, record.agreements)
        if pairs
        else (
            record.claims,
            record.accounts,
            record.commitments,
            record.agreements,
            record.disputes,
        )
    )
    return frozenset(thing.id for kind in kinds for thing in kind)


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
