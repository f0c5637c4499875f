"""The outbox: every e-mail is a row here before it is sent, so none is lost and no page waits."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class MailQuerySet(models.QuerySet["Mail"]):
    def due(self, now: datetime) -> "MailQuerySet":
        """What waits, has come due, and is in nobody's hands at `now`."""
        return self.filter(
            Q(claimed_until=None) | Q(claimed_until__lte=now),
            state=Mail.State.WAITING,
            due_at__lte=now,
        ).order_by("due_at", "pk")


class Mail(models.Model):
    """One e-mail to one address.

    `key` says what the mail is: the same mail written twice is one row, so it is sent once.
    A worker holds it until `claimed_until`. `leaving_at` is set just before the mail server is
    spoken to: still set when the hold has ended, it means that nobody knows if the mail left.
    """

    # What an ended mail does not keep: its words, and whom it went to.
    ERASED = ("to", "body", "stop_url")

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        GIVEN_UP = "given-up", "Given up"

    key = models.CharField(max_length=120, unique=True)
    message_id = models.CharField(max_length=160, unique=True)
    sender = models.CharField(max_length=254)
    to = models.EmailField(max_length=254, blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    stop_url = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    written_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField()
    useless_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    leaving_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    doubts = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="waiting"), name="mail_due"),
            models.Index(fields=["ended_at"], name="mail_ended"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "given-up"]), name="mail_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at=None)
                | Q(~Q(state="waiting"), ended_at__isnull=False, to="", body="", stop_url=""),
                name="mail_ended_keeps_nothing",
            ),
            models.CheckConstraint(
                condition=Q(useless_at__gt=F("due_at")) | ~Q(state="waiting"),
                name="mail_useful_when_due",
            ),
        ]

    def __str__(self) -> str:
        return f"Mail {self.pk}"


# A mail that waits longer than this has lost its sense, where nobody said when.
USEFUL_FOR = timedelta(hours=1)
