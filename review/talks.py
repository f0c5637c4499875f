"""The times at which somebody of the staff was to talk with students: those to come, by the clock.

One that was called off stays until its time has come, but says no more than that: the case may not
be shared with them any more.
"""

from dataclasses import dataclass
from datetime import datetime

from centres.models import Membership
from coaching.models import Appointment, AppointmentState, Sharing

MOST = 50


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A time, and what is agreed for it; None once it was called off."""

    at: datetime
    agreed: Appointment | None


def talks_of(member: Membership, now: datetime) -> list[Talk]:
    to_come = Appointment.objects.filter(member=member, agreed_for__gt=now).order_by("agreed_for")
    rows = list(to_come.select_related("sharing__case")[:MOST])
    theirs = Sharing.objects.open_to(member).filter(pk__in=[row.sharing_id for row in rows])
    open_ones = set(theirs.values_list("pk", flat=True))
    return [
        Talk(at=row.agreed_for, agreed=row if _stands(row, open_ones) else None)
        for row in rows
        if row.agreed_for
    ]


def _stands(row: Appointment, open_ones: set[int]) -> bool:
    return row.state == AppointmentState.AGREED and row.sharing_id in open_ones
