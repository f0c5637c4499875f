"""When to remind somebody. Pure: what is true of the case goes in, the moments come out.

Rules (experience.md, section 4): between 8am and 8pm on the person's own clock, never two within
three hours, and nothing about a thing that is already done. Once a case is closed, only what looks
back on it, and a day to keep in touch.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from coaching.weigh.later import CHECK_INS, LOOK_BACK, MORNING, reminds_at
from offers.walltime import clock_on

OPENS, CLOSES = time(8), time(20)
APART = timedelta(hours=3)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EVENING = time(18)
# A worker that was down this long lets a reminder go rather than send it late, or at night.
STILL_GOOD = timedelta(hours=2)
A_MOMENT = timedelta(minutes=15)
LONGEST_DIARY = 60  # days


class Kind(StrEnum):
    """What a mail reminds of, the most pressing first: of two too close, the first one goes."""

    HOUR_BEFORE = "hour-before"
    START_MORNING = "start-morning"
    DAY_BEFORE = "day-before"
    UNTOLD_DAY = "untold-day"
    UNTOLD_THREE_DAYS = "untold-three-days"
    CHECK_DATE = "check-date"
    OFFER_ENDS = "offer-ends"
    NO_DECISION = "no-decision"
    DIARY = "diary"
    LOOK_BACK = "look-back"
    CHECK_IN = "check-in"
    KEEP_IN_TOUCH = "keep-in-touch"

    @property
    def comes_before(self) -> bool:
        """It speaks of something to come, so it may move to an earlier hour, not to a later one."""
        return self in (Kind.HOUR_BEFORE, Kind.DAY_BEFORE, Kind.OFFER_ENDS)


KINDS = tuple(Kind)


@dataclass(frozen=True, kw_only=True)
class Moments:
    """What is true of a case. Every moment is aware; the zone is the person's own."""

    zone: ZoneInfo
    asked_since: datetime
    wants_date: bool
    wants_diary: bool
    wants_telling: bool
    wants_after: bool = False
    keep_in_touch_on: date | None = None
    is_closed: bool = False
    decide_at: datetime | None = None
    limit_moved_at: datetime | None = None
    offer_ends: datetime | None = None
    decided_at: datetime | None = None
    somebody_untold: bool = False
    starts: date | None = None
    diary_days: frozenset[date] = frozenset()
    # The look back and the check-ins that are done, by how many days after deciding they come.
    looked_back: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One mail to send at `at` (UTC) or soon after. `about` tells it from others of its kind."""

    kind: Kind
    about: str
    at: datetime
    useless_at: datetime

    @property
    def name(self) -> str:
        """What it is called; the same one is never written twice."""
        return f"{self.kind}:{self.about}"


def schedule(
    moments: Moments, sent: Collection[datetime] = (), written: Collection[str] = ()
) -> list[Reminder]:
    """Every reminder from when they were asked for, soonest first; none too close to one sent.

    What was `written` before, by name, is left out; when it was sent is what keeps others away.
    """
    kept: list[Reminder] = []
    new = (one for one in _wanted(moments) if one.name not in written)
    wanted = sorted(new, key=lambda one: (KINDS.index(one.kind), one.at))
    for reminder in wanted:
        others = [*sent, *(other.at for other in kept)]
        if all(abs(reminder.at - other) >= APART for other in others):
            kept.append(reminder)
    return sorted(kept, key=lambda one: one.at)


def _wanted(moments: Moments) -> Iterator[Reminder]:
    for kind, about, moment in _raw(moments):
        at = by_day(moment, moments.zone, earlier=kind.comes_before)
        if at >= moments.asked_since:
            yield Reminder(kind=kind, about=about, at=at, useless_at=_until(at, moments.zone))


def _raw(moments: Moments) -> Iterator[tuple[Kind, str, datetime]]:
    """A closed case gets only what comes after it."""
    if not moments.is_closed:
        yield from _until_all_know(moments)
    if moments.wants_after and moments.decided_at is not None:
        yield from _after(moments, moments.decided_at)
    if moments.keep_in_touch_on is not None:
        day = moments.keep_in_touch_on
        yield Kind.KEEP_IN_TOUCH, day.isoformat(), clock_on(day, MORNING, moments.zone)


def _until_all_know(moments: Moments) -> Iterator[tuple[Kind, str, datetime]]:
    if moments.decided_at is None:
        if moments.wants_date:
            yield from _of_the_date(moments)
        if moments.wants_diary:
            yield from _of_the_diary(moments)
    elif moments.wants_telling and moments.somebody_untold:
        yield from _of_telling(moments, moments.decided_at)


def _of_the_date(moments: Moments) -> Iterator[tuple[Kind, str, datetime]]:
    if moments.offer_ends is not None:
        yield Kind.OFFER_ENDS, _stamp(moments.offer_ends), moments.offer_ends - DAY
    if moments.decide_at is None:
        return
    about = _stamp(moments.decide_at)
    if moments.limit_moved_at is not None:
        yield Kind.CHECK_DATE, about, moments.limit_moved_at
    local = moments.decide_at.astimezone(moments.zone)
    the_day_before = clock_on(local.date() - DAY, local.time(), moments.zone)
    yield Kind.DAY_BEFORE, about, the_day_before
    yield Kind.HOUR_BEFORE, about, moments.decide_at - HOUR
    yield Kind.NO_DECISION, about, moments.decide_at + DAY


def _of_the_diary(moments: Moments) -> Iterator[tuple[Kind, str, datetime]]:
    """Six in the evening, each day up to the date on which nothing was written."""
    if moments.decide_at is None:
        return
    first = moments.asked_since.astimezone(moments.zone).date()
    for number in range(LONGEST_DIARY):
        day = first + number * DAY
        at = clock_on(day, EVENING, moments.zone)
        if at >= moments.decide_at:
            return
        if day not in moments.diary_days:
            yield Kind.DIARY, day.isoformat(), at


def _of_telling(moments: Moments, decided_at: datetime) -> Iterator[tuple[Kind, str, datetime]]:
    """No ghosting (S1-20, S2-13): after 24 and 72 hours, and on the morning of the start day."""
    about = _stamp(decided_at)
    yield Kind.UNTOLD_DAY, about, decided_at + DAY
    yield Kind.UNTOLD_THREE_DAYS, about, decided_at + 3 * DAY
    if moments.starts is not None:
        at = clock_on(moments.starts, OPENS, moments.zone)
        if at > decided_at:
            yield Kind.START_MORNING, moments.starts.isoformat(), at


def _after(moments: Moments, decided_at: datetime) -> Iterator[tuple[Kind, str, datetime]]:
    """The look back after two weeks, and the check-ins; none that is done already."""
    for days in (LOOK_BACK, *CHECK_INS):
        if days not in moments.looked_back:
            kind = Kind.LOOK_BACK if days == LOOK_BACK else Kind.CHECK_IN
            at = reminds_at(decided_at, days, moments.zone)
            yield kind, f"{_stamp(decided_at)}-{days}", at


def by_day(moment: datetime, zone: ZoneInfo, *, earlier: bool) -> datetime:
    """The same moment, or the nearest one between 8am and 8pm there: before it or after it."""
    local = moment.astimezone(zone)
    day, clock = local.date(), local.time()
    if OPENS <= clock <= CLOSES:
        return moment.astimezone(UTC)
    if clock > CLOSES:
        return clock_on(day, CLOSES, zone) if earlier else clock_on(day + DAY, OPENS, zone)
    return clock_on(day - DAY, CLOSES, zone) if earlier else clock_on(day, OPENS, zone)


def _until(at: datetime, zone: ZoneInfo) -> datetime:
    night = clock_on(at.astimezone(zone).date(), CLOSES, zone)
    return max(min(at + STILL_GOOD, night), at + A_MOMENT)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%MZ")
