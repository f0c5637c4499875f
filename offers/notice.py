"""How much notice to offer, and the last day it leads to. Pure; `told_on` is an argument."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

DAYS, WEEKS, MONTHS = "days", "weeks", "months"
MOST = {DAYS: 180, WEEKS: 26, MONTHS: 6}  # half a year
# On which days it may end: any; the last of a month; the 15th or the last of a month.
ANY_DAY, MONTH_END, HALF_MONTH = "any", "month", "half"
DAY = timedelta(days=1)
SATURDAY, MID_MONTH = 5, 15


@dataclass(frozen=True, kw_only=True)
class Span:
    """So much notice, and the days on which it may end: “1 month, to the end of a month”."""

    length: int
    unit: str
    ends: str = ANY_DAY

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.length == 1 else self.unit
        return f"{self.length} {unit}{_TO[self.ends]}"


_TO = {
    ANY_DAY: "",
    MONTH_END: ", to the end of a month",
    HALF_MONTH: ", to the 15th or the end of a month",
}
USUAL = Span(length=2, unit=WEEKS)


def to_offer(told_on: date, contract: Span | None) -> Span:
    """S1-29: two weeks, or what the contract says where that is longer; None is not known.

    Two weeks, too, end on a day that the contract allows.
    """
    if contract is None:
        return USUAL
    usual = replace(USUAL, ends=contract.ends)
    return max(usual, contract, key=lambda span: _runs_until(told_on, span))


def last_day(told_on: date, span: Span) -> date:
    """The last day of work, when this notice is given on `told_on`.

    It is never shorter than was said. It ends on a weekday, but for the 15th or the end of a month
    that was asked for: that day stays, whatever it is. Public holidays are not known here.
    """
    until = _runs_until(told_on, span)
    if span.ends == ANY_DAY:
        return weekday_on_or_after(until)
    if span.ends == HALF_MONTH and until.day <= MID_MONTH:
        return until.replace(day=MID_MONTH)
    return until.replace(day=_days_in(until))


def weekday_on_or_after(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += DAY
    return day


def _runs_until(told_on: date, span: Span) -> date:
    """Notice given at a weekend counts from the Monday, when somebody reads it."""
    start = weekday_on_or_after(told_on)
    if span.unit == MONTHS:
        return _months_after(start, span.length)
    return start + span.length * (DAY if span.unit == DAYS else 7 * DAY)


def _months_after(day: date, months: int) -> date:
    """The day of that number in that month, or its last where it is shorter (§ 188 BGB)."""
    years, month = divmod(day.month - 1 + months, 12)
    there = date(day.year + years, month + 1, 1)
    return there.replace(day=min(day.day, _days_in(there)))


def _days_in(month: date) -> int:
    return monthrange(month.year, month.month)[1]
