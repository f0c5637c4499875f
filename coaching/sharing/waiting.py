"""What the person waits for, in the columns that the staff’s queue is sorted by."""

from collections.abc import Iterator
from datetime import datetime

from coaching.models import (
    NEVER,
    Appointment,
    AppointmentState,
    AskedFor,
    Message,
    Reading,
    Sharing,
    Verdict,
)


def set_waiting(sharing: Sharing) -> None:
    """Set `asked_for` and `waiting_since` to the oldest request that is still open.

    To be called wherever a reading, an appointment or a message begins to wait, or is answered.
    """
    since, asked_for = min(_open_requests(sharing), default=(NEVER, AskedFor.NOTHING))
    Sharing.objects.filter(pk=sharing.pk).update(asked_for=asked_for, waiting_since=since)


def _open_requests(sharing: Sharing) -> Iterator[tuple[datetime, AskedFor]]:
    reading = Reading.objects.filter(sharing=sharing, verdict=Verdict.WAITING).first()
    if reading:
        yield reading.asked_at, AskedFor.LETTER
    asked = Appointment.objects.filter(sharing=sharing, state=AppointmentState.ASKED).first()
    if asked:
        yield asked.asked_at, AskedFor.APPOINTMENT
    unanswered = Message.objects.filter(sharing=sharing, from_staff=False)
    answer = Message.objects.filter(sharing=sharing, from_staff=True).last()
    if answer:
        unanswered = unanswered.filter(at__gt=answer.at)
    message = unanswered.first()
    if message:
        yield message.at, AskedFor.MESSAGE
