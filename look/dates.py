"""Dates and times in words: "Thursday, December 4, at 10am". Pure; US English only."""

import datetime as dt
from zoneinfo import ZoneInfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


def day(value: dt.date, today: dt.date | None = None) -> str:
    """ "Thursday, December 4"; with its year when that is not the year of ``today``."""
    words = f"{DAYS[value.weekday()]}, {MONTHS[value.month - 1]} {value.day}"
    if today is None or today.year == value.year:
        return words
    return f"{words}, {value.year}"


def full_day(value: dt.date) -> str:
    """ "Thursday, December 4, 2025": on paper, which is read in another year, too."""
    return f"{day(value)}, {value.year}"


def full_moment(value: dt.datetime, zone: ZoneInfo | str) -> str:
    """ "Thursday, December 4, 2025, at 10am", as the clock on the wall in ``zone`` says."""
    there = _there(value, zone)
    return f"{full_day(there)}, at {clock(there)}"


def short_day(value: dt.date) -> str:
    """ "Dec 4" """
    return f"{MONTHS[value.month - 1][:3]} {value.day}"


def brief(value: dt.datetime, zone: ZoneInfo | str, today: dt.date) -> str:
    """ "Thu, Dec 4, 10am": the same moment where there is little room; "Dec 4, 2030" likewise."""
    there = _there(value, zone)
    year = "" if there.year == today.year else f", {there.year}"
    return f"{DAYS[there.weekday()][:3]}, {short_day(there)}{year}, {clock(there)}"


def clock(value: dt.datetime | dt.time, zone: ZoneInfo | str = "") -> str:
    """ "10am", "9:42am"; a moment is first moved to ``zone``."""
    if isinstance(value, dt.datetime) and zone:
        value = _there(value, zone)
    hour, half = value.hour % 12 or 12, "am" if value.hour < 12 else "pm"
    return f"{hour}:{value.minute:02}{half}" if value.minute else f"{hour}{half}"


def moment(value: dt.datetime, zone: ZoneInfo | str, today: dt.date) -> str:
    """ "Thursday, December 4, at 10am", as the clock on the wall in ``zone`` says.

    As with every day in words: with its year, when that is not the year of ``today``.
    """
    there = _there(value, zone)
    return f"{day(there, today)}, at {clock(there)}"


def span(then: dt.datetime, now: dt.datetime, zone: ZoneInfo | str) -> str:
    """How far ahead ``then`` is: "in 5 hours", "tomorrow", "3 days from now"."""
    left = then - now
    if left <= dt.timedelta():
        return "now"
    days = (_there(then, zone).date() - _there(now, zone).date()).days
    if days > 1:
        return f"{days} days from now"
    if days == 1:
        return "tomorrow"
    if left < HOUR:
        return _in(max(left // dt.timedelta(minutes=1), 1), "minute")
    return _in(left // HOUR, "hour")


def ago(then: dt.datetime, now: dt.datetime) -> str:
    """How far back ``then`` is: "3 hours ago", "1 day ago"."""
    return f"{lasting(now - then)} ago"


def lasting(time: dt.timedelta) -> str:
    """ "3 hours", "1 day"; under a minute "a moment"."""
    for unit, length in (("day", dt.timedelta(days=1)), ("hour", HOUR), ("minute", MINUTE)):
        count = time // length
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "a moment"


def _in(count: int, unit: str) -> str:
    return f"in {count} {unit}{'' if count == 1 else 's'}"


def _there(value: dt.datetime, zone: ZoneInfo | str) -> dt.datetime:
    return value.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)
