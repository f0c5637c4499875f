"""When the pages after a decision open: by the calendar where the person is. Pure.

They count days on the wall, not hours: 14 days after Tuesday is a Tuesday, whatever the clocks did
in between. Before its day a page is only quiet; whoever wants it sooner opens it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from offers.walltime import clock_on

LOOK_BACK = 14
CHECK_INS = (30, 90, 180)
KEEP_IN_TOUCH = 30
MORNING = time(10)
SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Later:
    """One page that opens some `days` after a decision, as seen now."""

    days: int
    opens_on: date
    is_open: bool


def opens_on(decided_at: datetime, days: int, zone: ZoneInfo) -> date:
    return decided_at.astimezone(zone).date() + timedelta(days=days)


def later(decided_at: datetime, days: int, zone: ZoneInfo, now: datetime) -> Later:
    """From midnight of its day on, by the clock in `zone`, the page is open."""
    day = opens_on(decided_at, days, zone)
    return Later(days=days, opens_on=day, is_open=now.astimezone(zone).date() >= day)


def reminds_at(decided_at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Ten in the morning of its day, in UTC."""
    return clock_on(opens_on(decided_at, days, zone), MORNING, zone)


def weekday_from(day: date) -> date:
    """That day, or the Monday after it: nobody is written to about work on a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
