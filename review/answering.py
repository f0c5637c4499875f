"""What staff answer, and what of the student’s is still open then."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from centres.models import Membership
from coaching.models import (
    NEVER,
    Appointment,
    AppointmentState,
    AskedFor,
    Message,
    Sharing,
)
from review.models import FirstReply, StaffNote


@transaction.atomic
def send_message(
    sharing: Sharing, member: Membership, words: str, token: UUID, now: datetime
) -> None:
    """A line to the student, once for each form, however often it is sent."""
    said = {"sharing": sharing, "member": member, "name": member.name, "words": words, "at": now}
    _, is_new = Message.objects.get_or_create(token=token, defaults=said | {"from_staff": True})
    if is_new:
        answered(sharing, now)


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
        answered(asked.sharing, now)
    return bool(agreed)


def answered(sharing: Sharing, now: datetime) -> None:
    """Call it in the transaction of any answer of staff, before the queue is set again.

    The first answer is kept with the request that it came to; what was never asked is no reply.
    """
    if sharing.asked_for != AskedFor.NOTHING:
        FirstReply.objects.get_or_create(
            sharing=sharing,
            defaults={
                "centre_id": sharing.centre_id,
                "asked_at": min(sharing.waiting_since, now),
                "answered_at": now,
            },
        )
    set_waiting(sharing)


def set_waiting(sharing: Sharing) -> None:
    """Put the oldest open request into the queue, or that there is none."""
    requests = [(NEVER, AskedFor.NOTHING), *_messages(sharing), *_appointments(sharing)]
    since, asked_for = min(requests)
    Sharing.objects.filter(pk=sharing.pk).update(asked_for=asked_for, waiting_since=since)


def unanswered(sharing: Sharing) -> list[Message]:
    """What the student wrote since the last line of the staff."""
    lines = list(sharing.messages.all())
    last = max((place for place, line in enumerate(lines) if line.from_staff), default=-1)
    return lines[last + 1 :]


def _messages(sharing: Sharing) -> list[tuple[datetime, AskedFor]]:
    return [(line.at, AskedFor.MESSAGE) for line in unanswered(sharing)[:1]]


def _appointments(sharing: Sharing) -> list[tuple[datetime, AskedFor]]:
    open_ones = sharing.appointments.filter(state=AppointmentState.ASKED)
    return [(one.asked_at, AskedFor.APPOINTMENT) for one in open_ones]
