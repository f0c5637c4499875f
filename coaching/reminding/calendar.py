"""The dates of a case as a calendar. Its words are neutral: others may see somebody’s calendar.

An entry keeps its UID for as long as the thing it speaks of is there, so a moved date replaces the
old one in every calendar (RFC 5545, 3.8.4.7), and one that is done or gone leaves the feed. A day
of a job that was given up, and whose people know, is cancelled: also where a copy was imported.

Moments are written in UTC, which every calendar shows on its own clock. The zone tables that a
library writes into the file are read differently by the next one: from those of icalendar 7.3,
vobject reads 11am in New York on 14 March 2027, a day of summer time, as if it were still winter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from coaching.journey.facts import Facts
from coaching.journey.school import to_do
from coaching.telling.standing import heard_no
from offers.models import Offer

OURS = UUID("6d4b1f0e-6f0a-4b53-9a57-3c0c7a2f5a11")  # a name space of our own; it never changes
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One date. `start` is a day, or an aware moment. `uid` leaves as a digest: it has a code."""

    uid: str
    title: str
    start: date | datetime
    changed_at: datetime
    sequence: int = 0
    remind: tuple[timedelta, ...] = ()
    is_cancelled: bool = False


def entries(facts: Facts) -> Iterator[Entry]:
    """What lies ahead, as far as it was written down; the decision date until it is decided."""
    code, since = facts.case.code, facts.case.created_at
    if facts.date and not facts.decision:
        yield Entry(
            uid=f"{code}-date",
            title="A date you set",
            start=facts.date.decide_at,
            changed_at=facts.date.set_at,
            sequence=len(facts.dates) - 1,
            remind=(DAY, HOUR),
        )
    terms = facts.signed_terms
    if terms and terms.tell_by and not facts.decision:
        day, title = terms.tell_by, "A deadline you wrote down"
        yield Entry(uid=f"{code}-papers", title=title, start=day, changed_at=since)
    for offer in facts.offers:
        yield from _of_the_job(facts, offer)
    for talk in facts.talks:
        if talk.agreed_for:
            start, asked = talk.agreed_for, talk.asked_at
            yield Entry(
                uid=f"{code}-talk-{talk.pk}", title="An appointment", start=start, changed_at=asked
            )
    for told in (told for contact in facts.contacts for told in contact.told.all()):
        if told.asked_by and not told.asked_done_at:
            day, title = told.asked_by, "Something you were asked to do"
            yield Entry(uid=f"{code}-asked-{told.pk}", title=title, start=day, changed_at=told.at)
    yield from _of_the_school(facts)


def _of_the_job(facts: Facts, offer: Offer) -> Iterator[Entry]:
    code, heard = facts.case.code, heard_no(facts, offer)
    found = (
        ("ends", "A deadline you wrote down", offer.ends_at),
        ("starts", "A first day you wrote down", offer.starts_on),
    )
    for name, title, start in found:
        if start:
            yield Entry(
                uid=f"{code}-{name}-{offer.pk}",
                title=title,
                start=start,
                changed_at=heard or facts.case.created_at,
                sequence=int(heard is not None),
                is_cancelled=heard is not None,
            )


def _of_the_school(facts: Facts) -> Iterator[Entry]:
    """Tasks of the school with a last day, once somebody has decided to back out."""
    for task in to_do(facts):
        if task.by and facts.decision:
            uid, title = f"{facts.case.code}-school-{task.key}", "Something you were asked to do"
            since = facts.decision.decided_at
            yield Entry(uid=uid, title=title, start=task.by, changed_at=since)


def to_ics(found: Iterable[Entry]) -> bytes:
    """An iCalendar file (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Second Thoughts//EN")
    calendar.add("version", "2.0")
    for entry in found:
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(OURS, entry.uid)}@second-thoughts")
    event.add("summary", entry.title)
    event.add("dtstamp", entry.changed_at)
    start, lasts = entry.start, DAY
    if isinstance(start, datetime):
        start, lasts = start.astimezone(UTC), QUARTER
    event.add("dtstart", start)
    event.add("dtend", start + lasts)
    event.add("sequence", entry.sequence)
    event.add("class", "PRIVATE")
    if entry.is_cancelled:
        event.add("status", "CANCELLED")
        event.add("transp", "TRANSPARENT")
    for before in entry.remind:
        event.add_component(_alarm(before))
    return event


def _alarm(before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "A reminder you asked for")
    alarm.add("trigger", -before)
    return alarm
