"""Dates and times as people write them. Pure; a ValueError carries the words to show."""

import datetime as dt
import re

from look.dates import MONTHS

DAY_FORMAT = "Enter the date as year, month, day, like 2026-12-05"
DAY_MISSING = "Enter a date that exists, like 2026-12-05"
YEAR_FAR = "Enter a year from 1900 to 2100"
CLOCK_FORMAT = "Enter a time like 10:00am or 5:30pm"

# Beyond these a moment may not survive the way to UTC and back.
YEARS = range(1900, 2101)

MONTH_NUMBERS = {"sept": 9} | {
    spelling.lower(): number
    for number, name in enumerate(MONTHS, 1)
    for spelling in (name, name[:3])
}

ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2}) +(?P<name>[a-z]+)\.?,? +(?P<year>[0-9]{4})")
MONTH_FIRST = re.compile(r"(?P<name>[a-z]+)\.? +(?P<day>[0-9]{1,2})(?:,? +)(?P<year>[0-9]{4})")
CLOCK_24 = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")
CLOCK_12 = re.compile(r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))? ?(?P<half>[ap])\.?m\.?")


def parse_day(text: str) -> dt.date:
    """A date with its month by name or in ISO order; 03/04/2026 could mean two days."""
    lower = text.lower()
    match = ISO.fullmatch(lower) or DAY_FIRST.fullmatch(lower) or MONTH_FIRST.fullmatch(lower)
    if match is None:
        raise ValueError(DAY_FORMAT)
    parts = match.groupdict()
    month = int(parts["month"]) if "month" in parts else _month(parts["name"])
    try:
        day = dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        raise ValueError(DAY_MISSING) from None
    if day.year not in YEARS:
        raise ValueError(YEAR_FAR)
    return day


def parse_clock(text: str) -> dt.time:
    """A time of day; 10 alone is refused, since it could be morning or night."""
    lower = text.lower()
    match = CLOCK_24.fullmatch(lower) or CLOCK_12.fullmatch(lower)
    if match is None:
        raise ValueError(CLOCK_FORMAT)
    parts = match.groupdict()
    try:
        return dt.time(_hour(int(parts["hour"]), parts.get("half")), int(parts["minute"] or 0))
    except ValueError:
        raise ValueError(CLOCK_FORMAT) from None


def _month(name: str) -> int:
    if name not in MONTH_NUMBERS:
        raise ValueError(DAY_FORMAT)
    return MONTH_NUMBERS[name]


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(CLOCK_FORMAT)
    return hour % 12 + (12 if half == "p" else 0)
