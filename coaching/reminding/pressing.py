"""No ghosting (S2-13, S0-14, S1-20): how long it has been, who still waits, and what is due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.journey.facts import Facts
from coaching.journey.gates import anyone_told, untold
from coaching.journey.missing import missing
from coaching.models import Reminders
from coaching.telling.order import letter_awaited
from coaching.telling.script import best_time
from coaching.telling.standing import heard_no, meets
from look.dates import day
from offers.models import Offer

from .schedule import Kind, Moments, schedule

OF_TELLING = (Kind.UNTOLD_DAY, Kind.UNTOLD_THREE_DAYS, Kind.START_MORNING)
# The reminders go out after the same two spans.
DAY, THREE_DAYS = timedelta(days=1), timedelta(days=3)
SOON = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Pressing:
    """What is due, in sentences. `reminds_at` is the next reminder, None if none is to come."""

    due: str
    who: str
    starts: str
    is_late: bool
    are_on: bool
    reminds_at: datetime | None


def pressing(facts: Facts, row: Reminders | None) -> Pressing | None:
    """None once everyone knows."""
    left = len(untold(facts)) + len(missing(facts))
    if not left or facts.decision is None:
        return None
    gone = facts.now - facts.decision.decided_at
    starts, awaited = _starts(facts), _awaited(facts)
    return Pressing(
        due=WAITS.format(awaited) if awaited else _due(gone, facts),
        who=_who(facts, left),
        starts=starts,
        is_late=(gone >= DAY and not awaited) or bool(starts),
        are_on=bool(row and row.telling),
        reminds_at=next_reminder(facts, row) if row else None,
    )


WAITS = "The next call can wait until the letter from {} is signed."


def _awaited(facts: Facts) -> Offer | None:
    """The letter that everybody left to tell waits for: the yes itself was said."""
    awaited = letter_awaited(facts)
    is_open = any(facts.says_yes_to(one) for one in untold(facts))
    has_nobody = any(one.offer == awaited for one in missing(facts))
    return None if is_open or has_nobody else awaited


def _due(gone: timedelta, facts: Facts) -> str:
    if gone >= THREE_DAYS:
        return f"You decided {gone.days} days ago. They still count on you, and make plans."
    if gone >= DAY:
        return "It has been more than a day. Each day without a word makes it harder for them."
    if any(meets(one) for one in untold(facts)):
        return f"The talk is due {best_time(facts.local_now)}. Soon is kind."
    next_one = "next" if anyone_told(facts) else "first"
    return f"The {next_one} call is due {best_time(facts.local_now)}. Soon is kind."


def _who(facts: Facts, left: int) -> str:
    names = [one.first_name or "Your career center" for one in untold(facts)]
    if len(names) == left == 1:
        return f"{names[0]} does not know yet."
    return "One person does not know yet." if left == 1 else f"{left} people do not know yet."


def _starts(facts: Facts) -> str:
    """Not showing up on the first day is the worst of all, so that day is named as it comes."""
    starts = still_awaited(facts)
    if starts is None or facts.case.has_started or facts.is_answering:
        return ""
    today = facts.local_now.date()
    if starts < today:
        return "Your first day has passed. Call now, even though it is late."
    if starts == today:
        return "You start today. Call before they look for you."
    if starts - today <= SOON:
        return f"You start on {day(starts, today)}. They need to hear it well before that."
    return ""


def still_awaited(facts: Facts) -> date | None:
    """The first day on which somebody waits for the person; none once that job's people know."""
    job = facts.accepted
    return job.starts_on if job and not heard_no(facts, job) else None


def next_reminder(facts: Facts, row: Reminders) -> datetime | None:
    """The next mail about telling, by the schedule that sends it."""
    if not facts.is_leaving or facts.decision is None:
        return None
    moments = Moments(
        zone=facts.case.zone,
        asked_since=row.asked_at,
        wants_date=row.date,
        wants_diary=row.diary,
        wants_telling=row.telling,
        decided_at=facts.decision.decided_at,
        somebody_untold=bool(untold(facts)),
        starts=still_awaited(facts),
    )
    to_come = (one.at for one in schedule(moments) if one.at > facts.now and one.kind in OF_TELLING)
    return next(to_come, None)
