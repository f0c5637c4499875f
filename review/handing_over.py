"""The cases of somebody who leaves the team, or has too many."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from centres import team
from centres.models import Membership
from coaching.models import Sharing
from review.assigning import give


def movable(member: Membership) -> QuerySet[Sharing]:
    """What the whole team may read: a colleague can take it on."""
    return _theirs(member).filter(team_may_read=True)


def bound(member: Membership) -> QuerySet[Sharing]:
    """What the student lets this member alone read: only the student can name another."""
    return _theirs(member).filter(team_may_read=False)


@transaction.atomic
def hand_over(member: Membership, to: Membership | None, by: Membership, now: datetime) -> int:
    """Give what can move to `to`, or back to the queue; return how many cases moved."""
    moved = list(movable(member))
    give(moved, to, by, now)
    return len(moved)


@transaction.atomic
def remove(member: Membership, to: Membership | None, by: Membership, now: datetime) -> None:
    """End the membership, and hand over in the same moment. LastLead when nobody else leads."""
    hand_over(member, to, by, now)
    team.end(member, now)


def _theirs(member: Membership) -> QuerySet[Sharing]:
    return Sharing.objects.current().filter(adviser=member, centre=member.centre_id)
