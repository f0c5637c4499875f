"""A member of staff is gone: what they alone could read, and where they would have come."""

from datetime import datetime

from django.db import transaction

from centres.models import Membership
from coaching.models import Appointment, CalledOff, Sharing

from .appointments import call_off
from .mails import tell_by_mail


@transaction.atomic
def member_left(member: Membership, now: datetime) -> None:
    """Nobody waits for them. Who named them alone hears that nobody reads their case now.

    What the team may read is back in its queue, unless it was handed over before.
    """
    call_off(Appointment.objects.filter(member=member), CalledOff.STAFF, now)
    theirs = Sharing.objects.current().filter(adviser=member)
    theirs.filter(team_may_read=True).update(adviser=None)
    for sharing in theirs.filter(team_may_read=False).select_related("case__owner"):
        still_asked = Appointment.objects.filter(sharing=sharing)
        call_off(still_asked, CalledOff.STAFF, now)
        tell_by_mail(sharing, f"adviser-left:{sharing.pk}", "share")
