"""How much notice to offer, and the last day it leads to. Pure; `told_on` is an argument."""

from datetime import date, timedelta

USUAL_WEEKS = 2
MOST_WEEKS = 26
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SATURDAY = 5


def weeks_to_offer(contract_weeks: int | None) -> int:
    """S1-29: two weeks, or what the contract says where that is longer; None is not known."""
    return max(USUAL_WEEKS, contract_weeks or 0)


def last_day(told_on: date, weeks: int) -> date:
    """The last day of work, when notice of so many weeks is given on `told_on`.

    Notice given at a weekend counts from the Monday: it is never shorter than was said, and it
    ends on a weekday. No weeks at all means the day itself. Public holidays are not known here.
    """
    return _weekday_on_or_after(told_on) + weeks * WEEK


def _weekday_on_or_after(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += DAY
    return day
