"""What passes between the person and their career centre while a case is shared."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from centres.models import Membership

from .sharing import Sharing

LONGEST_MESSAGE = 2000
MOST_MESSAGES = 200


class Message(models.Model):
    """A line between the two. Without a member it is the person’s own. Never changed."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="messages")
    from_staff = models.BooleanField()
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=120, blank=True)  # of the member, as it was then
    words = models.CharField(max_length=LONGEST_MESSAGE)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    # Made with the form, so that a second click finds the message already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="message_has_words"),
            models.CheckConstraint(
                condition=Q(from_staff=True) | Q(member=None, name=""),
                name="message_of_the_person_names_no_member",
            ),
        ]

    def __str__(self) -> str:
        return f"Message {self.pk}"


class Meeting(models.TextChoices):
    CALL = "call", "A phone call"
    VIDEO = "video", "A video call"
    IN_PERSON = "person", "In person"


class AppointmentState(models.TextChoices):
    ASKED = "asked", "Asked for"
    AGREED = "agreed", "Agreed"
    CANCELLED = "cancelled", "Called off"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def open_at(self, now: datetime) -> AppointmentQuerySet:
        """What can still be called off: asked for, or agreed on and still to come."""
        return self.filter(
            Q(state=AppointmentState.ASKED) | Q(state=AppointmentState.AGREED, agreed_for__gt=now)
        )


class CalledOff(models.TextChoices):
    """Why there is no talk, as the person reads it."""

    PERSON = "person", "You called it off."
    SHARING = "sharing", "It ended when you changed who reads your case, or stopped sharing."
    STAFF = "staff", "Who agreed to it can’t come any more. You can ask for another time."


class Appointment(models.Model):
    """The person asks to talk; a member of staff agrees to a time."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="appointments")
    how = models.CharField(max_length=8, choices=Meeting)
    suits = models.CharField(max_length=500)  # when, in the person’s own words
    about = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=AppointmentState, default=AppointmentState.ASKED
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_for = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    # Who comes: whoever agreed, or took it on.
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=8, choices=CalledOff, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=Meeting.values),
                name="appointment_how_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=AppointmentState.values), name="appointment_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=AppointmentState.AGREED) | Q(agreed_for__isnull=False),
                name="appointment_agreed_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_because__in=["", *CalledOff.values]),
                name="appointment_called_off_why_known",
            ),
            models.CheckConstraint(
                condition=Q(state=AppointmentState.CANCELLED) | Q(cancelled_at=None),
                name="appointment_called_off_is_cancelled",
            ),
            models.UniqueConstraint(
                fields=["sharing"],
                condition=Q(state=AppointmentState.ASKED),
                name="appointment_one_asked_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Appointment {self.pk}"

    @property
    def can_be_called_off(self) -> bool:
        """As `open_at` says it, now."""
        if self.state == AppointmentState.AGREED:
            return self.agreed_for is not None and self.agreed_for > timezone.now()
        return self.state == AppointmentState.ASKED
