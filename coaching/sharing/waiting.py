"""What the person waits for, in the columns that the staff’s queue is sorted and narrowed by."""

from collections.abc import Iterator
from datetime import datetime

from coaching.models import (
    NEVER,
    REQUESTS,
    Appointment,
    AppointmentState,
    AskedFor,
    Message,
    Sharing,
    Verdict,
)

from .readable import readable


def set_waiting(sharing: Sharing) -> None:
    """Set which requests are open, and since when the oldest of them is.

    To be called wherever a reading, an appointment or a message begins to wait, or is answered;
    and where what staff may read of it changes: by a switch, or by a decision.
    """
    since = dict(_open_requests(sharing))
    waits = {asked.column: asked in since for asked in REQUESTS}
    oldest = min(since.values(), default=NEVER)
    Sharing.objects.filter(pk=sharing.pk).update(waiting_since=oldest, **waits)


def _open_requests(sharing: Sharing) -> Iterator[tuple[AskedFor, datetime]]:
    """Each kind that is open, and when the first of it was asked."""
    theirs = readable(Sharing.objects.filter(pk=sharing.pk))
    reading = theirs.filter(verdict=Verdict.WAITING).first()
    if reading:
        yield AskedFor.LETTER, reading.asked_at
    asked = Appointment.objects.filter(sharing=sharing, state=AppointmentState.ASKED).first()
    if asked:
        yield AskedFor.APPOINTMENT, asked.asked_at
    unanswered = Message.objects.filter(sharing=sharing, from_staff=False)
    answer = Message.objects.filter(sharing=sharing, from_staff=True).last()
    if answer:
        unanswered = unanswered.filter(at__gt=answer.at)
    message = unanswered.first()
    if message:
        yield AskedFor.MESSAGE, message.at
