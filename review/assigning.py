"""Who helps with a case of the team: taken, given to a colleague, or back to the queue."""

from datetime import datetime

from django.db import transaction

from centres.models import Membership
from coaching.models import Sharing
from review.models import Assignment


@transaction.atomic
def assign(sharing: Sharing, to: Membership | None, by: Membership, now: datetime) -> bool:
    """Write down who helps from now on; False when it was so already, or it is not the team’s.

    What the student lets one adviser alone read, the student alone can give to another.
    """
    of_team = Sharing.objects.current().filter(pk=sharing.pk, team_may_read=True)
    if not of_team.exclude(adviser=to).update(adviser=to):
        return False
    to_name = to.name if to else ""
    Assignment.objects.create(
        sharing=sharing, to=to, to_name=to_name, by=by, by_name=by.name, at=now
    )
    return True
