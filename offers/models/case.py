from __future__ import annotations

from functools import cached_property
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string

from accounts.models import User

from .choices import known, known_or_open

# Nothing that can be read as something else, since a person types it to erase the case.
CODE_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


def new_code() -> str:
    return get_random_string(10, CODE_LETTERS)


def first_time_zone() -> str:
    return settings.FIRST_TIME_ZONE


class Stage(models.TextChoices):
    NOT_ACCEPTED = "not-accepted", "I have not said yes yet"
    ACCEPTED = "accepted", "I said yes, but have not started"
    STARTED = "started", "I have started the job"


class AnswerWanted(models.TextChoices):
    NO = "no", "No"
    TODAY = "today", "Yes, within 24 hours"
    LATER = "later", "Yes, but later than that"


class ClosedAs(models.TextChoices):
    HONORED = "honored", "Kept the job"
    ACCEPTED = "accepted", "Said yes"
    RENEGOTIATED = "renegotiated", "Asked for changes or time"
    WITHDRAWN = "withdrawn", "Backed out"
    DECLINED = "declined", "Said no"
    RESIGNED = "resigned", "Left the job"


class CaseQuerySet(models.QuerySet["Case"]):
    def owned_by(self, user: User) -> CaseQuerySet:
        """The one door for the person: what is not theirs does not exist."""
        return self.filter(owner=user)

    def still_open(self) -> CaseQuerySet:
        return self.filter(closed_as="")


class Case(models.Model):
    """One accepted offer, or nearly accepted one, and the doubt about it."""

    code = models.CharField(max_length=10, unique=True, default=new_code, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cases"
    )
    stage = models.CharField(max_length=12, choices=Stage)
    time_zone = models.CharField(max_length=64, default=first_time_zone)
    answer_wanted = models.CharField(max_length=8, choices=AnswerWanted, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    closed_as = models.CharField(max_length=12, choices=ClosedAs, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            known("stage", Stage, name="case_stage_known"),
            known_or_open("answer_wanted", AnswerWanted, name="case_answer_wanted_known"),
            known_or_open("closed_as", ClosedAs, name="case_closed_as_known"),
            models.CheckConstraint(
                condition=models.Q(closed_as="", closed_at__isnull=True)
                | (~models.Q(closed_as="") & models.Q(closed_at__isnull=False)),
                name="case_closed_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_not_accepted(self) -> bool:
        return self.stage == Stage.NOT_ACCEPTED

    @property
    def has_started(self) -> bool:
        return self.stage == Stage.STARTED

    @property
    def is_closed(self) -> bool:
        return bool(self.closed_as)
