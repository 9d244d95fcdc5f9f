"""Attacks that two reports of one story tell of besides their news: "in Tarsk, six were killed"."""

from __future__ import annotations

from dragoman.resolution.means import mode_points
from dragoman.resolution.names import fold
from dragoman.resolution.places import PlaceIndex
from dragoman.resolution.story import Story
from dragoman.resolution.view import View
from dragoman.resolution.wording import rules

_TOLLS = ("killed", "injured")


def beside_news(a: View, b: View, places: PlaceIndex) -> Story | None:
    """Return the story of two reports that both tell, besides, of an attack on one small place.

    With its victims, and not on the town of their news, which may be hit more than once a day.
    """
    x, y, leads = a.account, b.account, a.leads
    if leads is None or x.report == y.report or (a.main and b.main) or not _blows(a, b):
        return None
    towns = _small(a, places) & _small(b, places)
    found = leads.between(x.report, y.report) if towns else None
    first, second = leads.of(x.report), leads.of(y.report)
    if found is None or first is None or second is None:
        return None
    return found if towns - (first.towns & second.towns) else None


def _blows(a: View, b: View) -> bool:
    """Return whether both tell of an attack with its victims, by means that go together."""
    struck = {a.account.type, b.account.type} <= rules().targeted
    counted = all(any(c.what in _TOLLS for c in v.account.counts) for v in (a, b))
    done = all(v.account.status == "happened" for v in (a, b))
    return struck and counted and done and mode_points(a, b) >= 0


def _small(view: View, places: PlaceIndex) -> frozenset[str]:
    """Return the small places that an account is told of in, but no town that names a province.

    Such a town is hit often, and its name may stand for the province.
    """
    named = view.spots | ({view.account.place} if view.account.place else frozenset())
    return frozenset(i for i in named if places.size(i) == 1 and not _names_province(i, places))


def _names_province(i: str, places: PlaceIndex) -> bool:
    place = places.get(i)
    if place is None or place.type == "capital":
        return True
    wholes = [place.admin1 or "", *(places.name(j) for j in place.within if places.size(j) == 2)]
    return any(fold(whole).startswith(fold(place.name)) for whole in wholes)
