"""What happened with one case since it was shared, newest first: who did what, and when.

Read off the rows of each kind, the newest of each, so that it costs the same for a busy case.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.utils import timezone
from django.utils.text import get_text_list

from coaching.journey.outcomes import outcome_words
from coaching.models import Appointment, CalledOff, Message, Reading, Section, Sharing, StaffView
from look.dates import brief
from review.models import Assignment, StaffNote

MOST = 100  # of each kind, and in all


@dataclass(frozen=True, kw_only=True)
class Event:
    """`who` of the staff did it; without one it was the student."""

    at: datetime
    what: str
    who: str = ""


def history_of(sharing: Sharing, *, with_views: bool = True) -> list[Event]:
    """The newest events first; `with_views` also who opened which page."""
    kinds = [
        _sharing(sharing),
        _switches(sharing),
        map(_assignment, Assignment.objects.filter(sharing=sharing)[:MOST]),
        map(_message, sharing.messages.order_by("-at", "-pk")[:MOST]),
        map(_note, StaffNote.objects.filter(sharing=sharing).order_by("-at", "-pk")[:MOST]),
        chain.from_iterable(_appointment(sharing, one) for one in _appointments(sharing)),
        chain.from_iterable(map(_reading, sharing.readings.order_by("-asked_at", "-pk")[:MOST])),
        _dates(sharing),
        _decisions(sharing),
    ]
    if with_views:
        kinds.append(map(_view, sharing.staff_views.all()[:MOST]))
    return sorted(chain(*kinds), key=lambda event: event.at, reverse=True)[:MOST]


def _sharing(sharing: Sharing) -> Iterator[Event]:
    yield Event(at=sharing.started_at, what=f"Shared with {sharing.centre}")


def _switches(sharing: Sharing) -> Iterator[Event]:
    """What was switched on, or off, in one moment is one event."""
    on: dict[datetime, list[str]] = {}
    off: dict[datetime, list[str]] = {}
    for row in sharing.sections.order_by("-given_at", "-pk")[:MOST]:
        on.setdefault(row.given_at, []).insert(0, f"“{row.get_section_display()}”")
        if row.ended_at:
            off.setdefault(row.ended_at, []).insert(0, f"“{row.get_section_display()}”")
    for words, moments in (("Shared", on), ("Stopped sharing", off)):
        for at, names in moments.items():
            all_of_it = len(names) == len(Section)
            named = "all five sections" if all_of_it else get_text_list(names, "and")
            yield Event(at=at, what=f"{words} {named}")


def _assignment(row: Assignment) -> Event:
    if not row.to_name:
        return Event(at=row.at, what="Back to the queue", who=row.by_name)
    is_taken = row.to_id is not None and row.to_id == row.by_id
    what = "Case taken" if is_taken else f"Case given to {row.to_name}"
    return Event(at=row.at, what=what, who=row.by_name)


def _message(row: Message) -> Event:
    return Event(at=row.at, what="Wrote a message", who=row.name)


def _note(row: StaffNote) -> Event:
    return Event(at=row.at, what="Wrote a staff note", who=row.name)


def _appointments(sharing: Sharing) -> Iterator[Appointment]:
    yield from sharing.appointments.select_related("member")[:MOST]


def _appointment(sharing: Sharing, row: Appointment) -> Iterator[Event]:
    yield Event(at=row.asked_at, what="Asked for a time to talk")
    if row.agreed_at and row.agreed_for:
        when = _when(row.agreed_for, sharing)
        yield Event(at=row.agreed_at, what=f"Agreed to {when}", who=str(row.member or "the staff"))
    if row.cancelled_at:
        who = "The staff" if row.cancelled_because == CalledOff.STAFF else ""
        yield Event(at=row.cancelled_at, what="Called off a time to talk", who=who)


def _reading(row: Reading) -> Iterator[Event]:
    yield Event(at=row.asked_at, what="Asked for a letter to be read")
    if row.answered_at:
        yield Event(at=row.answered_at, what=f"Letter: {row.get_verdict_display()}", who=row.name)


def _view(row: StaffView) -> Event:
    return Event(at=row.at, what=f"Opened “{row.page}”", who=row.name)


def _dates(sharing: Sharing) -> Iterator[Event]:
    """What the person did before they shared is not told: staff see it as it stands, alone."""
    for row in sharing.case.decision_dates.filter(set_at__gte=sharing.started_at)[:MOST]:
        when = _when(row.decide_at, sharing)
        yield Event(at=row.set_at, what=f"Decision date set: {when}")


def _decisions(sharing: Sharing) -> Iterator[Event]:
    """The outcome is a basic fact; why is nobody’s."""
    for row in sharing.case.decisions.filter(decided_at__gte=sharing.started_at)[:MOST]:
        words = outcome_words(sharing.case.stage, row.outcome)
        yield Event(at=row.decided_at, what=f"Decided: {words}")


def _when(at: datetime, sharing: Sharing) -> str:
    zone = sharing.centre.zone
    return brief(at, zone, timezone.localdate(timezone=zone))
