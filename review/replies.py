"""How soon a person who asked for something was answered first: one rule, wherever it is told."""

from datetime import datetime, timedelta

from centres.models import Centre
from centres.small_numbers import middle
from coaching.models import Sharing

from .models import FirstReply

LOOKED_BACK, NEWEST = timedelta(days=90), 200


def note_first_reply(sharing: Sharing, now: datetime) -> None:
    """Keep the first answer of staff with the request that it came to.

    `sharing` is as it was before the answer. What was never asked for is no reply.
    """
    if not sharing.asked_for:
        return
    FirstReply.objects.get_or_create(
        sharing=sharing,
        defaults={
            "centre_id": sharing.centre_id,
            "asked_at": min(sharing.waiting_since, now),
            "answered_at": now,
        },
    )


def typical_first_reply(centre: Centre, now: datetime) -> timedelta | None:
    """The middle one of the newest of the last 90 days; None while under five people had one."""
    of_late = FirstReply.objects.filter(centre=centre, answered_at__gte=now - LOOKED_BACK)
    newest = of_late.order_by("-answered_at")
    rows = newest.values_list("sharing__case__owner", "asked_at", "answered_at")[:NEWEST]
    seconds = middle(
        (owner, round((answered - asked).total_seconds())) for owner, asked, answered in rows
    )
    return None if seconds is None else timedelta(seconds=seconds)
