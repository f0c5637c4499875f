"""A member of staff is gone: what they alone could read, and where they would have come."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from centres.models import Membership
from centres.team import has_left
from coaching.models import Appointment, CalledOff, Sharing

from .appointments import call_off
from .mails import forget_mails_to, tell_by_mail


@receiver(has_left)
@transaction.atomic
def let_go(member: Membership, now: datetime, **kwargs: Any) -> None:
    """Nobody waits for them, and no mail does.

    Who named them alone hears that nobody reads their case now. What the team may read is back in
    its queue, unless it was handed over before.
    """
    call_off(Appointment.objects.filter(member=member), CalledOff.STAFF, now)
    forget_mails_to(member)
    theirs = Sharing.objects.current().filter(adviser=member)
    theirs.filter(team_may_read=True).update(adviser=None)
    for sharing in theirs.filter(team_may_read=False).select_related("case__owner"):
        still_asked = Appointment.objects.filter(sharing=sharing)
        call_off(still_asked, CalledOff.STAFF, now)
        tell_by_mail(sharing, f"adviser-left:{sharing.pk}", "share")
