"""The list of students that a centre uploads. It says who may join, and shows staff nobody’s case.

An upload becomes a list of its own, row by row, and takes the place of the one before in one step:
nothing is ever half-imported, and no writer waits while it grows.
"""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from .centre import Centre
from .membership import Membership


class ListState(models.TextChoices):
    CHECKED = "checked", "Looked at, not taken over"
    WAITING = "waiting", "Being taken over"
    CURRENT = "current", "The list"


class Missing(models.TextChoices):
    """What becomes of those who are on the list now, and not in the new file."""

    KEEP = "keep", "Keep them on the list"
    MARK = "mark", "Mark them as gone"


class RosterQuerySet(models.QuerySet["Roster"]):
    def due(self, now: datetime) -> RosterQuerySet:
        """What waits to be taken over and is in no worker’s hands."""
        return self.filter(
            Q(claimed_until=None) | Q(claimed_until__lte=now), state=ListState.WAITING
        ).order_by("pk")


class Roster(models.Model):
    """One upload, from the preview on. `rows` is emptied once it is the list."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="rosters")
    member = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=8, choices=ListState, default=ListState.CHECKED)
    missing = models.CharField(max_length=4, choices=Missing, default=Missing.KEEP)
    rows = models.JSONField(default=list)  # of what was read: e-mail, name, programme, year
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)

    objects = RosterQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ListState.values), name="roster_state"),
            models.CheckConstraint(condition=Q(missing__in=Missing.values), name="roster_missing"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="roster_done_of_total"),
            models.UniqueConstraint(
                fields=["centre"], condition=Q(state="current"), name="roster_one_current"
            ),
            models.UniqueConstraint(
                fields=["centre"], condition=Q(state="waiting"), name="roster_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Roster {self.pk}"


class Student(models.Model):
    """Somebody on the list of a school, whether or not they ever come here."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="students")
    email = models.EmailField()  # lower case
    name = models.CharField(max_length=120, blank=True)
    programme = models.CharField(max_length=120, blank=True)
    year = models.CharField(max_length=20, blank=True)
    is_gone = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["email"], name="student_email")]
        constraints = [
            models.UniqueConstraint(fields=["roster", "email"], name="student_once_on_a_list")
        ]

    def __str__(self) -> str:
        return f"Student {self.pk}"
