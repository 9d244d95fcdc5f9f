"""The actors that one state entry stands for: the state, its government and its armed forces."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.packs.entries import PackActor, PackState


def actors_of(state: PackState) -> Iterator[PackActor]:
    """Yield the state (key: its code), ``<code>-government`` and ``<code>-forces``.

    Government and forces are named here by their bare form ("the Karvelian army" is found from
    the adjective and the noun), so only names of their own ("Bundeswehr") are aliases.
    """
    code = state.code.lower()
    seats = tuple(seat for seat in (state.capital, *state.seats) if seat)
    yield PackActor(
        key=code,
        name=state.name,
        type="state",
        aliases=state.aliases,
        abbreviations=state.abbreviations,
        adjectives=state.adjectives,
        nationals=state.nationals,
        seats=seats,
        country=state.code,
        sector="GOV",
    )
    yield PackActor(
        key=f"{code}-government",
        name=f"Government of {state.name}",
        type="government",
        aliases=state.government,
        country=state.code,
        sector="GOV",
        part_of=code,
    )
    yield PackActor(
        key=f"{code}-forces",
        name=f"Armed forces of {state.name}",
        type="government",
        aliases=state.forces,
        country=state.code,
        sector="MIL",
        part_of=f"{code}-government",
    )
