"""The decision window: how soon, how late and when to decide. Pure; `now` is an argument.

"24 hours" is elapsed time, so sums are done in UTC. "10am" is what the person's own clock shows.
Aware datetimes in one zone compare by their wall time, which is wrong in the hour that comes
twice: that is why every moment here is UTC until it is handed back.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum, StrEnum
from zoneinfo import ZoneInfo

from offers.walltime import clock_on

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)
MIN_WAIT = timedelta(hours=24)
MAX_WAIT = timedelta(days=30)  # beyond this we ask "are you sure?"
TOO_SHORT = timedelta(minutes=30)  # we suggest an hour; a page may lie open for half of it
ROOM_TO_CALL = timedelta(hours=4)  # time to make the call before a deadline
CLEAR_DAYS = timedelta(days=2)  # between deciding and the first day at work
DAYBREAK = time(7)
MORNING = time(10)
END_OF_WORK = time(17)
EVENING = time(20)
SATURDAY = 5


class Limit(StrEnum):
    """What sets the latest moment. Each reads well after "before"."""

    OFFER_ENDS = "the other offer ends"
    ANSWER_WANTED = "someone wants your answer"
    START_DAY = "your start day"
    CONTRACT = "a deadline in your contract"


@dataclass(frozen=True, kw_only=True)
class Window:
    """Every moment is aware and in the person's own zone.

    `earliest` is advice and `latest` is a limit. `suggested` is one of `choices`, and None only
    when less than an hour is left. `squeezed` means under 24 hours: ask for more time first.
    """

    earliest: datetime
    latest: datetime | None
    why_latest: Limit | None
    suggested: datetime | None
    squeezed: bool
    choices: tuple[datetime, ...]


class Problem(Enum):
    """What is wrong with a chosen time. The first three block it; the others only ask."""

    PAST = "past"
    TOO_SOON = "too soon"
    TOO_LATE = "too late"
    UNDER_A_DAY = "under a day"
    OVER_A_MONTH = "over a month"

    @property
    def blocks(self) -> bool:
        return self in (Problem.PAST, Problem.TOO_SOON, Problem.TOO_LATE)


def window(
    now: datetime,
    *,
    offer_ends: datetime | None = None,
    answer_by: datetime | None = None,
    starts: date | None = None,
    must_tell_by: datetime | None = None,
    started: bool = False,
) -> Window:
    """The window to decide in, as seen at `now`, which is in the person's own ZoneInfo zone.

    `offer_ends`: the other offer runs out. `answer_by`: someone wants an answer. `starts`: first
    day at the job they said yes to, ignored once `started`. `must_tell_by`: the earliest deadline
    in a contract, visa or bonus. Any aware zone will do for these.
    """
    zone = _zone_of(now)
    moment = now.astimezone(UTC)
    earliest = moment + MIN_WAIT
    latest, why = _limit(zone, offer_ends, answer_by, None if started else starts, must_tell_by)
    squeezed = latest is not None and latest < earliest
    if latest is not None and squeezed:
        choices = _squeezed_choices(moment, latest, zone)
    else:
        choices = _calm_choices(moment, latest, zone)

    def local(at: datetime) -> datetime:
        return at.astimezone(zone)

    return Window(
        earliest=local(earliest),
        latest=local(latest) if latest else None,
        why_latest=why,
        suggested=local(choices[-1]) if choices else None,
        squeezed=squeezed,
        choices=tuple(local(choice) for choice in choices),
    )


def problem_with(when: datetime, window: Window, now: datetime) -> Problem | None:
    """What to say about deciding at `when`, the gravest thing first; None when all is well."""
    moment = now.astimezone(UTC)  # in another zone than `when`, so real moments are compared
    if when <= moment:
        return Problem.PAST
    if when < moment + TOO_SHORT:
        return Problem.TOO_SOON
    if window.latest and when > window.latest.astimezone(UTC):
        return Problem.TOO_LATE
    if when < moment + MIN_WAIT - HOUR:  # 10am tomorrow is fine at half past ten today
        return Problem.UNDER_A_DAY
    if when > moment + MAX_WAIT:
        return Problem.OVER_A_MONTH
    return None


def _zone_of(now: datetime) -> ZoneInfo:
    if not isinstance(now.tzinfo, ZoneInfo):
        raise TypeError("now must be in the person's own ZoneInfo zone")
    return now.tzinfo


def _limit(
    zone: ZoneInfo,
    offer_ends: datetime | None,
    answer_by: datetime | None,
    starts: date | None,
    must_tell_by: datetime | None,
) -> tuple[datetime, Limit] | tuple[None, None]:
    """The earliest of all limits, in UTC, and what sets it."""
    deadlines = (
        (offer_ends, Limit.OFFER_ENDS),
        (answer_by, Limit.ANSWER_WANTED),
        (must_tell_by, Limit.CONTRACT),
    )
    limits = [(at.astimezone(UTC) - ROOM_TO_CALL, why) for at, why in deadlines if at]
    if starts:
        last_day = _weekday_on_or_before(starts - CLEAR_DAYS)
        limits.append((clock_on(last_day, END_OF_WORK, zone), Limit.START_DAY))
    return min(limits, key=lambda limit: limit[0], default=(None, None))


def _squeezed_choices(now: datetime, latest: datetime, zone: ZoneInfo) -> list[datetime]:
    """One time, or none. No invented wait, but a night's sleep if the limit is tomorrow."""
    soonest = now + HOUR
    if latest < soonest:
        return []
    today, last_day = (moment.astimezone(zone).date() for moment in (now, latest))
    evening = clock_on(today, EVENING, zone)
    if last_day > today and latest < clock_on(last_day, DAYBREAK, zone) and soonest <= evening:
        aim = evening  # nobody decides well at five in the morning
    elif last_day > today:
        aim = clock_on(last_day, MORNING, zone)
    else:
        aim = clock_on(today, END_OF_WORK, zone)
    return [min(latest, max(aim, _next_quarter(soonest)))]


def _calm_choices(now: datetime, latest: datetime | None, zone: ZoneInfo) -> list[datetime]:
    """The first 10am after a day, and 10am on a weekday three days on, so calls can follow."""
    earliest = now + MIN_WAIT
    soon = clock_on(earliest.astimezone(zone).date(), MORNING, zone)
    if soon < earliest - HOUR:
        soon = clock_on(earliest.astimezone(zone).date() + DAY, MORNING, zone)
    rested_day = _weekday_on_or_after(now.astimezone(zone).date() + 3 * DAY)
    rested = clock_on(rested_day, MORNING, zone)
    if latest is None:
        return [soon, rested]
    return [choice for choice in (soon, rested) if choice <= latest] or [latest]


def _next_quarter(moment: datetime) -> datetime:
    """A time people would say aloud: 7:15pm rather than 7:03 and some seconds."""
    return moment + (datetime.min.replace(tzinfo=UTC) - moment) % QUARTER


def _weekday_on_or_after(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += DAY
    return day


def _weekday_on_or_before(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day -= DAY
    return day
