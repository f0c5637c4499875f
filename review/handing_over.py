"""The cases of somebody who leaves the team, or has too many."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from centres import team
from centres.models import Membership
from coaching.models import Sharing


def movable(member: Membership) -> QuerySet[Sharing]:
    """What the whole team may read: a colleague can take it on."""
    return _theirs(member).filter(team_may_read=True)


def bound(member: Membership) -> QuerySet[Sharing]:
    """What the student lets this member alone read: only the student can name another."""
    return _theirs(member).filter(team_may_read=False)


def hand_over(member: Membership, to: Membership | None) -> int:
    """Give what can move to `to`, or back to the queue; return how many cases moved."""
    return movable(member).update(adviser=to)


@transaction.atomic
def remove(member: Membership, to: Membership | None, now: datetime) -> None:
    """End the membership, and hand over in the same moment. LastLead when nobody else leads."""
    team.end(member, now)
    hand_over(member, to)


def _theirs(member: Membership) -> QuerySet[Sharing]:
    return Sharing.objects.current().filter(adviser=member, centre=member.centre_id)
