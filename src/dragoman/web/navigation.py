"""The pages that every page links to, in the order in which they are read."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A link of the navigation; ``key`` is pressed after "g" to go there.

    ``published`` is false for what needs a program that answers.
    """

    path: str
    label: str
    key: str
    group: str
    published: bool = True


NAVIGATION = (
    Entry(path="/", label="Overview", key="o", group="Read"),
    Entry(path="/reports", label="Reports", key="r", group="Read"),
    Entry(path="/search", label="Search", key="s", group="Read"),
    Entry(path="/timeline", label="Timeline", key="t", group="Look"),
    Entry(path="/map", label="Map", key="m", group="Look"),
    Entry(path="/plots", label="Plots", key="p", group="Look"),
    Entry(path="/network", label="Network", key="n", group="Look"),
    Entry(path="/disputes", label="Disputes", key="d", group="Compare"),
    Entry(path="/events", label="Events", key="e", group="Compare"),
    Entry(path="/matrix", label="Claim × source", key="x", group="Compare"),
    Entry(path="/commitments", label="Commitments", key="c", group="Compare"),
    Entry(path="/actors", label="Actors", key="a", group="Compare"),
    Entry(path="/changes", label="What changed", key="h", group="Compare"),
    Entry(path="/review", label="Review", key="v", group="Decide", published=False),
    Entry(path="/judgements", label="Judgements", key="j", group="Decide"),
)
