"""Wall-clock times and real moments: what a person's clock shows, and when that is.

A person writes "Sunday at 2:30am". Twice a year, in most places, some such times never happen and
some happen twice. Nothing here guesses which one a person meant.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


class GapTime(ValueError):
    """The clocks skip this time, so it never happens.

    `instead` is the moment a clock that was not moved would call by that name.
    """

    def __init__(self, instead: datetime) -> None:
        super().__init__("The clocks skip this time on that day")
        self.instead = instead


class FoldTime(ValueError):
    """The clocks show this time twice that night. `first` and `second` are the two moments."""

    def __init__(self, first: datetime, second: datetime) -> None:
        super().__init__("The clocks show this time twice on that day")
        self.first = first
        self.second = second


def resolve(wall: datetime, zone: ZoneInfo, fold: int | None = None) -> datetime:
    """The aware moment at which a clock in `zone` shows `wall`, a naive datetime.

    `fold` picks the first (0) or second (1) of two moments; it is ignored when there is only one.
    Raises GapTime when the clocks skip `wall`, and FoldTime when they show it twice and `fold` is
    None.
    """
    first = wall.replace(tzinfo=zone, fold=0)
    second = wall.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first

    shown = first.astimezone(UTC).astimezone(zone)  # a skipped time does not survive this trip
    if shown.replace(tzinfo=None) != wall:
        raise GapTime(instead=shown)
    if fold is None:
        raise FoldTime(first, second)
    return second if fold else first


def clock_on(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when clocks in `zone` show `clock` on `day`.

    For times the product picks itself: a skipped time moves on by the length of the gap, and of
    two moments the first is taken.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)
