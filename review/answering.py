"""What staff answer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from centres.models import Membership
from coaching.models import Appointment, AppointmentState, CalledOff, Sharing
from coaching.sharing.appointments import call_off
from coaching.sharing.mails import tell_by_mail, tell_staff
from coaching.sharing.messages import write_message
from coaching.sharing.waiting import set_waiting
from review.models import StaffNote
from review.replies import note_first_reply


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
        tell_by_mail(asked.sharing, f"talk-agreed:{asked.pk}", "appointment")
    return bool(agreed)


@transaction.atomic
def call_off_agreed(agreed: Appointment, by: Membership, now: datetime) -> bool:
    """There is no talk after all; False when it was over, or called off before.

    The student hears of it by mail, and so does a colleague who would have come.
    """
    found = Appointment.objects.filter(pk=agreed.pk, state=AppointmentState.AGREED)
    called_off = call_off(found, CalledOff.STAFF, now)
    if called_off and agreed.member and agreed.member != by:
        tell_staff(agreed.member, f"talk-called-off:{agreed.pk}:staff")
    return bool(called_off)
