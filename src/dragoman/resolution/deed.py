"""What one account tells was done, and to whom."""

from __future__ import annotations

import datetime as dt

import msgspec

from dragoman.model import Account

# A wider date ("in November") agrees with a day in it, and does not say which day.
NARROW = 10
Interval = tuple[dt.date, dt.date]


class Deed(msgspec.Struct, frozen=True):
    """One account of what was done, and to whom: a person, or a group by a rare word.

    ``kind`` is killed, abducted, arrested, attacked, struck (by shots or blows, of which the attack
    may be another account), or tried: an attempt.

    ``many`` is how many of a group, None where the words only say which group; ``retold`` is
    whether it is told as something known ("the murder of ...", "claimed responsibility for ...");
    ``named`` whether the words around it name whom.
    """

    account: str
    kind: str
    whom: str
    many: float | None
    group: bool
    named: bool
    happened: bool
    retold: bool
    days: Interval | None
    published: dt.date | None
    order: int

    @property
    def day(self) -> dt.date | None:
        """The day, where the account says it within a week or so."""
        if self.days is None or (self.days[1] - self.days[0]).days > NARROW:
            return None
        return self.days[1]


def days_of(account: Account) -> Interval | None:
    """Return the first and the last day that an account may be of, None where it does not say."""
    dates = account.date
    return (dates.start, dates.end) if dates and dates.start and dates.end else None
