"""What staff answer, and how soon the first answer came."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from centres.models import Membership
from coaching.models import Appointment, AppointmentState, AskedFor, Sharing
from coaching.sharing.messages import write_message
from coaching.sharing.waiting import set_waiting
from review.models import FirstReply, StaffNote


@transaction.atomic
def send_message(
    sharing: Sharing, member: Membership, words: str, token: UUID, now: datetime
) -> None:
    """A line to the student, once for each form, however often it is sent."""
    note_first_reply(sharing, now)
    write_message(sharing, words, token, member)


def write_note(
    sharing: Sharing, member: Membership, words: str, token: UUID, now: datetime
) -> None:
    """A line for the staff alone, once for each form."""
    said = {"sharing": sharing, "member": member, "name": member.name, "words": words, "at": now}
    StaffNote.objects.get_or_create(token=token, defaults=said)


@transaction.atomic
def agree(
    asked: Appointment, member: Membership, moment: datetime, place: str, now: datetime
) -> bool:
    """A time to talk; False when it was answered or taken back meanwhile."""
    still_asked = Appointment.objects.filter(pk=asked.pk, state=AppointmentState.ASKED)
    agreed = still_asked.update(
        state=AppointmentState.AGREED, agreed_for=moment, agreed_at=now, place=place, member=member
    )
    if agreed:
        note_first_reply(asked.sharing, now)
        set_waiting(asked.sharing)
    return bool(agreed)


def note_first_reply(sharing: Sharing, now: datetime) -> None:
    """Keep the first answer of staff with the request that it came to.

    `sharing` is as it was before the answer. What was never asked for is no reply.
    """
    if sharing.asked_for == AskedFor.NOTHING:
        return
    FirstReply.objects.get_or_create(
        sharing=sharing,
        defaults={
            "centre_id": sharing.centre_id,
            "asked_at": min(sharing.waiting_since, now),
            "answered_at": now,
        },
    )
