"""Who helps with a case of the team: taken, given to a colleague, or back to the queue."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from centres.models import Membership
from coaching.models import Appointment, Sharing
from coaching.sharing.appointments import pass_on
from review.models import Assignment


@transaction.atomic
def assign(
    sharing: Sharing,
    to: Membership | None,
    by: Membership,
    now: datetime,
    *,
    from_nobody: bool = False,
) -> bool:
    """Write down who helps from now on; False when it was so already, or it is not the team’s.

    `from_nobody`: nothing either where a colleague has it by now.
    What the student lets one adviser alone read, the student alone can give to another.
    """
    of_team = Sharing.objects.current().filter(pk=sharing.pk, team_may_read=True)
    moved = of_team.exclude(adviser=to).select_for_update()
    found = list(moved.filter(adviser=None) if from_nobody else moved)
    give(found, to, by, now)
    return bool(found)


def give(cases: Sequence[Sharing], to: Membership | None, by: Membership, now: datetime) -> None:
    """These cases are with `to` from now on. Who had them comes to no talk; `to` does instead."""
    for sharing in cases:
        if sharing.adviser_id:
            theirs = Appointment.objects.filter(sharing=sharing, member=sharing.adviser_id)
            pass_on(theirs, to, now)
    Sharing.objects.filter(pk__in=[one.pk for one in cases]).update(adviser=to)
    to_name = to.name if to else ""
    Assignment.objects.bulk_create(
        Assignment(sharing=one, to=to, to_name=to_name, by=by, by_name=by.name, at=now)
        for one in cases
    )
