"""What a pack says: actors, places and agreements as an analyst writes them down."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Literal

import msgspec

from dragoman.model import ActorType, PlacePrecision

PartialDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Key = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9-]+:)?[a-z0-9][a-z0-9-]*$")]


def _first_day(value: str) -> dt.date:
    year, month, day = [*map(int, value.split("-")), 1, 1][:3]
    return dt.date(year, month, day)


def _last_day(value: str) -> dt.date:
    parts = [int(part) for part in value.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return dt.date(parts[0], month, day)


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Held(_Entry, frozen=True, kw_only=True):
    """A stretch of time, both ends inclusive and either left open: ``from`` and ``to``."""

    start: PartialDate | None = msgspec.field(default=None, name="from")
    end: PartialDate | None = msgspec.field(default=None, name="to")

    def covers(self, day: dt.date | None) -> bool:
        """Return whether ``day`` may lie in it (an unknown day may).

        >>> Held(start="2018-11", end="2019").covers(dt.date(2019, 12, 31))
        True
        """
        if day is None:
            return True
        after = self.start is None or _first_day(self.start) <= day
        return after and (self.end is None or day <= _last_day(self.end))


class PackRole(Held, frozen=True, kw_only=True):
    """A post held by a person: ``title``, the actor it belongs to (``of``), from when to when.

    ``also`` lists other words for the same post ("top diplomat").
    """

    title: str
    of: Key | None = None
    also: tuple[str, ...] = ()


class FormerName(Held, frozen=True, kw_only=True):
    """A name that an actor bore for a time only."""

    name: str


class PackActor(_Entry, frozen=True, kw_only=True):
    """An actor. ``key`` is unique in its pack; a loaded actor's key starts with the pack's name.

    ``aliases`` match whatever the case of their letters after the first; ``abbreviations`` and
    ``enemies_call`` (what its enemies say: matched like aliases) are kept apart because a brief
    must not print them as the actor's own name. ``adjectives``, ``nationals`` and ``seats`` are
    a state's: "Syrian", "Syrians", and the places that stand for it ("Damascus"). A report from
    before ``since`` cannot mean the actor, whatever its names: they were another's then.
    """

    key: Key
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    enemies_call: tuple[str, ...] = ()
    names_over_time: tuple[FormerName, ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    gender: Literal["m", "f"] | None = None
    part_of: Key | None = None
    since: PartialDate | None = None
    roles: tuple[PackRole, ...] = ()
    nominals: tuple[str, ...] = ()
    source: str = ""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name matched without regard to case, the actor's own first, each once."""
        former = tuple(former.name for former in self.names_over_time)
        return tuple(dict.fromkeys((self.name, *self.aliases, *former, *self.enemies_call)))

    def named_on(self, day: dt.date | None) -> str:
        """Return what the actor called itself on a day: a name it has given up since, or its own.

        The first name that it bore for a time that is over, of several of that time.
        """
        if day is None:
            return self.name
        given_up = (one for one in self.names_over_time if one.end is not None and one.covers(day))
        return next((one.name for one in given_up), self.name)

    def may_be_meant(self, day: dt.date | None) -> bool:
        """Return whether a report of a day can speak of the actor (one without a day can)."""
        return day is None or self.since is None or _first_day(self.since) <= day


class PackPlace(_Entry, frozen=True, kw_only=True):
    """A place that gazetteers of cities lack or spell otherwise.

    ``within`` are keys of places of this or another pack, nearest first; ``country`` is ISO
    3166-1 alpha-2; ``geonames`` the id of the same place in GeoNames, where it has one.
    """

    key: Key
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None
    country: str | None = None
    within: tuple[Key, ...] = ()
    precision: PlacePrecision = "exact"
    geonames: int | None = None
    source: str = ""


class PackAgreement(_Entry, frozen=True, kw_only=True):
    """An agreement: its names, its parties (keys of actors), when and where it was made."""

    key: Key
    name: str
    names: tuple[str, ...] = ()
    parties: tuple[Key, ...] = ()
    date: PartialDate | None = None
    place: str | None = None
    about: str = ""
    source: str = ""


class PackState(_Entry, frozen=True, kw_only=True):
    """A state in one entry; the loader makes of it the state, its government and its forces."""

    code: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
    name: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()


class PackInfo(_Entry, frozen=True, kw_only=True):
    """What a pack is about. ``needs`` are packs whose keys it refers to; they load first."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    about: str
    languages: tuple[str, ...] = ("en",)
    sources: tuple[str, ...] = ()
    licence: str = ""
    needs: tuple[str, ...] = ()


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """One folder's entries, keys completed with the pack's name."""

    info: PackInfo
    actors: tuple[PackActor, ...] = ()
    places: tuple[PackPlace, ...] = ()
    agreements: tuple[PackAgreement, ...] = ()
