"""One trusted person who reads along by a secret link: what is open to them, and what they did."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from offers.models import Case

from .reminders import new_token

LASTS = timedelta(days=30)
MOST_VIEWS = 2000
MOST_COMMENTS = 50
LONGEST_COMMENT = 1000


class HelperLinkQuerySet(models.QuerySet["HelperLink"]):
    def open_at(self, now: datetime) -> HelperLinkQuerySet:
        """The links that open something now: asked on every request."""
        return self.filter(ended_at=None, ends_at__gt=now)


class HelperLink(models.Model):
    """What the person agreed to: who, for how long, and if they may comment. Rows are only added.

    The secret is in `token`. An ended link keeps its row, so that the person still sees what was
    read and said; it opens nothing again.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="helper_links")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    name = models.CharField(max_length=120, blank=True)
    may_comment = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = HelperLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="helper_link_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("made_at")), name="helper_link_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return self.name or "Your helper"


class HelperPart(models.Model):
    """One part of the case that the link opens: the name of it in `journey.parts`."""

    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=40)

    class Meta:
        ordering = ["link", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["link", "part"], name="helper_part_once_per_link")
        ]

    def __str__(self) -> str:
        return self.part


class HelperView(models.Model):
    """That the link was opened, and which part of the case; the list of parts has no name."""

    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="views")
    part = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.part} at {self.at}"


class HelperComment(models.Model):
    """What the helper wrote beside one part. Never changed; gone with the case."""

    link = models.ForeignKey(HelperLink, on_delete=models.CASCADE, related_name="comments")
    part = models.CharField(max_length=40)
    words = models.CharField(max_length=LONGEST_COMMENT)
    at = models.DateTimeField()
    # When the person said that they have read it.
    read_at = models.DateTimeField(null=True, blank=True)
    # Made with the form, so that a second click finds the comment already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="helper_comment_has_words")
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}"
