"""One round: see whose reminders are due, and put them into the outbox. Safe to run at any time.

The outbox knows each reminder by its key, so a second round, or another worker, writes nothing.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from coaching.journey.facts import Facts
from coaching.journey.gates import untold
from coaching.models import Reminders
from post.models import Mail
from post.write import write

from .pressing import still_awaited
from .schedule import Moments, Reminder, schedule

SUBJECT = "A reminder you asked for"
# Facts change without a word to us (a moved date, a told recruiter), so nobody sleeps longer.
LOOK_AGAIN = timedelta(minutes=30)
SOON = timedelta(minutes=5)
AT_MOST = 1000


def remind(now: datetime) -> int:
    """Write what is due at `now` (aware); return how many reminders are new in the outbox."""
    due = Reminders.objects.filter(look_at__lte=now).select_related(
        "case__owner", "case__situation"
    )
    return sum(_see_to(row, now) for row in due.order_by("look_at")[:AT_MOST])


def _see_to(row: Reminders, now: datetime) -> bool:
    mails = Mail.objects.filter(key__startswith=_prefix(row))
    if not (row.go_on_when_closed if row.case.is_closed else row.are_on):
        _look_again(row, None)
        return False
    if mails.filter(state=Mail.State.WAITING).exists():
        _look_again(row, now + SOON)  # how far apart two are counts from when the first one left
        return False
    written = {key.removeprefix(_prefix(row)) for key in mails.values_list("key", flat=True)}
    sent = mails.filter(state=Mail.State.SENT).values_list("ended_at", flat=True)
    planned = [
        one
        for one in schedule(moments_of(row, now), [at for at in sent if at], written)
        if one.useless_at > now
    ]
    due = next((one for one in planned if one.at <= now), None)
    to_come = [one.at for one in planned if one.at > now]
    _look_again(row, _next_look(row, now, to_come))
    return due is not None and _write(row, due)


def _next_look(row: Reminders, now: datetime, to_come: list[datetime]) -> datetime | None:
    """A closed case stands still, so it is looked at when something is due, or not any more."""
    if row.case.is_closed:
        return min(to_come, default=None)
    return min([now + LOOK_AGAIN, *to_come])


def moments_of(row: Reminders, now: datetime) -> Moments:
    """What the schedule needs to know of the case."""
    facts = Facts(row.case, now)
    decision, date = facts.decision, facts.date
    days = row.case.diary.values_list("day", flat=True) if row.diary else ()
    return Moments(
        zone=row.case.zone,
        asked_since=row.asked_at,
        wants_date=row.date,
        wants_diary=row.diary,
        wants_telling=row.telling,
        wants_after=row.after,
        keep_in_touch_on=row.keep_in_touch_on,
        is_closed=row.case.is_closed,
        decide_at=date.decide_at if date else None,
        limit_moved_at=now if facts.date_needs_a_look else None,
        offer_ends=facts.first_end[0] if facts.first_end else None,
        decided_at=decision.decided_at if decision else None,
        somebody_untold=facts.is_telling and bool(untold(facts)),
        starts=still_awaited(facts),
        diary_days=frozenset(days),
        looked_back=facts.looked_back,
    )


def _write(row: Reminders, due: Reminder) -> bool:
    stop = settings.SITE_URL + reverse("coaching:stop-reminders", args=[row.token])
    words = {
        "link": settings.SITE_URL + reverse("coaching:hub", args=[row.case.code]),
        "stop": stop,
    }
    address = row.case.owner.email
    if not address:
        return False
    return write(
        key=_key(row, due),
        to=address,
        subject=SUBJECT,
        body=render_to_string(f"reminders/{due.kind}.txt", words),
        due_at=due.at,
        useless_at=due.useless_at,
        stop_url=stop,
    )


def _look_again(row: Reminders, at: datetime | None) -> None:
    """Unless the person changed what they want in the meantime."""
    Reminders.objects.filter(Q(look_at=row.look_at), pk=row.pk).update(look_at=at)


def _prefix(row: Reminders) -> str:
    return f"reminder:{row.pk}:"


def _key(row: Reminders, due: Reminder) -> str:
    return f"{_prefix(row)}{due.name}"
