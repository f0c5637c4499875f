"""Who reads along, what is new from them, and the next talk: for the hub of who shares."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from coaching.models import Appointment, AppointmentState, Sharing

from .current import reader
from .messages import unread


@dataclass(frozen=True, kw_only=True)
class Card:
    reader: str
    unread: int
    appointment: Appointment | None


def card_of(sharing: Sharing) -> Card:
    to_come = Q(state=AppointmentState.ASKED) | Q(agreed_for__gte=timezone.now())
    talks = Appointment.objects.filter(to_come, sharing=sharing)
    return Card(
        reader=reader(sharing),
        unread=unread(sharing.case),
        appointment=talks.exclude(state=AppointmentState.CANCELLED).first(),
    )
