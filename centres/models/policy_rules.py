"""The rules of one version of a policy, a table for each kind of rule."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from .policy import Channel, PolicyVersion, must_be_draft

DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_OF_A_WEEK = 7


class OfferType(models.TextChoices):
    ANY = "any", "Any job"
    FULL_TIME = "full-time", "Full-time"
    INTERNSHIP = "internship", "Internship"
    CO_OP = "co-op", "Co-op"


class Sureness(models.TextChoices):
    WILL = "will", "It will happen"
    MAY = "may", "It may happen"


def known(field: str, choices: type[models.TextChoices], *, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)


def only_with(needs: Q, filled: Q, *, name: str) -> models.CheckConstraint:
    """The one answer is there exactly when the other asks for it."""
    return models.CheckConstraint(condition=(needs & filled) | (~needs & ~filled), name=name)


def a_day_of_the_year(field: str) -> Q:
    """Months in hundreds: 1015 is October 15."""
    found = Q()
    for month, days in enumerate(DAYS_OF_MONTHS, 1):
        found |= Q(**{f"{field}__gte": month * 100 + 1, f"{field}__lte": month * 100 + days})
    return found


class Rule(models.Model):
    """One rule of one version. Like its version, it changes only while that is a draft."""

    # Made with the form, so that a second click of the same form finds the row already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    version: models.ForeignKey[PolicyVersion]
    version_id: int

    class Meta:
        abstract = True
        ordering = ["pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        must_be_draft(self.version_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        must_be_draft(self.version_id)
        return super().delete(*args, **kwargs)


def of_a_version(name: str) -> models.ForeignKey[PolicyVersion]:
    return models.ForeignKey(PolicyVersion, on_delete=models.CASCADE, related_name=name)


class PreClearance(Rule):
    version = of_a_version("pre_clearances")
    role = models.CharField(max_length=120)
    talks = models.PositiveSmallIntegerField(default=1)
    lead_days = models.PositiveSmallIntegerField(default=0)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(role=""), name="pre_clearance_has_a_role"),
            models.CheckConstraint(
                condition=Q(talks__gte=1, talks__lte=9), name="pre_clearance_talks_within_limit"
            ),
            models.CheckConstraint(
                condition=Q(lead_days__lte=90), name="pre_clearance_lead_within_limit"
            ),
        ]

    def __str__(self) -> str:
        return self.role


class TaskKind(models.TextChoices):
    MEETING = "meeting", "Meet somebody"
    APOLOGY = "apology", "Write to say sorry"
    COPY = "copy", "Send a copy to the office"
    OTHER = "other", "Something else"


class Task(Rule):
    version = of_a_version("tasks")
    what = models.CharField(max_length=8, choices=TaskKind)
    who = models.CharField(max_length=120, blank=True)
    within_days = models.PositiveSmallIntegerField(null=True, blank=True)
    sureness = models.CharField(max_length=4, choices=Sureness, default=Sureness.WILL)
    words = models.CharField(max_length=200, blank=True)
    or_else = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            known("what", TaskKind, name="policy_task_what_known"),
            known("sureness", Sureness, name="policy_task_sureness_known"),
            models.CheckConstraint(
                condition=~Q(what="other", words=""), name="policy_task_other_in_words"
            ),
            models.CheckConstraint(
                condition=Q(within_days=None) | Q(within_days__gte=0, within_days__lte=366),
                name="policy_task_days_within_limit",
            ),
        ]

    def __str__(self) -> str:
        return self.get_what_display()


class ConsequenceKind(models.TextChoices):
    JOB_BOARD = "job-board", "The job board"
    INTERVIEWS = "interviews", "Campus interviews"
    SERVICES = "services", "All our services"
    ALUMNI = "alumni", "Services for graduates"
    NOTE = "note", "A note on file"
    REFERRAL = "referral", "A referral to somebody"
    CREDIT = "credit", "No academic credit"
    FINE = "fine", "A fine"
    DIPLOMA = "diploma", "The diploma is held"
    CONDUCT = "conduct", "The conduct office"
    OTHER = "other", "Something else"


class Offence(models.TextChoices):
    ANY = "any", "Every time"
    FIRST = "first", "The first time"
    SECOND = "second", "The second time"
    LATER = "later", "Any later time"


class Begins(models.TextChoices):
    AT_ONCE = "at-once", "At once"
    AFTER_MEETING = "after-meeting", "After a meeting"


class Lasts(models.TextChoices):
    DAYS = "days", "A number of days"
    UP_TO = "up-to", "Up to a number of days"
    UNTIL_LIFTED = "until-lifted", "Until somebody lifts it"
    PERMANENT = "permanent", "For good"
    OPEN = "open", "It does not say"


class Consequence(Rule):
    version = of_a_version("consequences")
    what = models.CharField(max_length=12, choices=ConsequenceKind)
    offer_type = models.CharField(max_length=12, choices=OfferType, default=OfferType.ANY)
    offence = models.CharField(max_length=8, choices=Offence, default=Offence.ANY)
    begins = models.CharField(max_length=16, choices=Begins, default=Begins.AT_ONCE)
    lasts = models.CharField(max_length=12, choices=Lasts, default=Lasts.OPEN)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    lifted_by = models.CharField(max_length=120, blank=True)
    amount = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    sureness = models.CharField(max_length=4, choices=Sureness, default=Sureness.WILL)
    words = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            known("what", ConsequenceKind, name="consequence_what_known"),
            known("offer_type", OfferType, name="consequence_offer_type_known"),
            known("offence", Offence, name="consequence_offence_known"),
            known("begins", Begins, name="consequence_begins_known"),
            known("lasts", Lasts, name="consequence_lasts_known"),
            known("sureness", Sureness, name="consequence_sureness_known"),
            only_with(
                Q(lasts__in=["days", "up-to"]),
                Q(days__isnull=False),
                name="consequence_days_where_it_lasts_days",
            ),
            only_with(
                Q(lasts="until-lifted"), ~Q(lifted_by=""), name="consequence_lifted_by_somebody"
            ),
            only_with(Q(what="fine"), Q(amount__isnull=False), name="consequence_amount_of_a_fine"),
            only_with(Q(what="fine"), ~Q(currency=""), name="consequence_currency_of_a_fine"),
            models.CheckConstraint(
                condition=~Q(what__in=["other", "referral"], words=""),
                name="consequence_other_in_words",
            ),
            models.CheckConstraint(
                condition=Q(days=None) | Q(days__gte=1, days__lte=3660),
                name="consequence_days_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gt=0), name="consequence_amount_is_some"
            ),
        ]

    def __str__(self) -> str:
        return self.get_what_display()


class MitigatingReason(models.TextChoices):
    EXPLODING = "exploding", "They gave too little time"
    ROLE_CHANGED = "role-changed", "The job changed"
    HEALTH = "health", "Health"
    FAMILY = "family", "Family"
    SAFETY = "safety", "Safety"
    OTHER = "other", "Something else"


class Mitigation(Rule):
    version = of_a_version("mitigations")
    reason = models.CharField(max_length=16, choices=MitigatingReason)
    words = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            known("reason", MitigatingReason, name="mitigation_reason_known"),
            models.CheckConstraint(
                condition=~Q(reason="other", words=""), name="mitigation_other_in_words"
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()


class NoticeBasis(models.TextChoices):
    CONSENT = "consent", "The student says yes to it"
    POLICY = "policy", "Our stated policy"
    LAW = "law", "The law"


class EmployerNotice(Rule):
    """It needs a basis: students may expect that a school keeps what it knows to itself."""

    version = of_a_version("employer_notices")
    whom = models.CharField(max_length=120)
    basis = models.CharField(max_length=8, choices=NoticeBasis)
    words = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(whom=""), name="employer_notice_names_whom"),
            known("basis", NoticeBasis, name="employer_notice_basis_known"),
        ]

    def __str__(self) -> str:
        return self.whom


class Appeal(Rule):
    version = of_a_version("appeals")
    role = models.CharField(max_length=120)
    within_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(role=""), name="appeal_has_a_role"),
            models.CheckConstraint(
                condition=Q(within_days=None) | Q(within_days__gte=1, within_days__lte=366),
                name="appeal_days_within_limit",
            ),
        ]

    def __str__(self) -> str:
        return self.role


class Reinstatement(Rule):
    version = of_a_version("reinstatements")
    role = models.CharField(max_length=120)
    after = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(role=""), name="reinstatement_has_a_role")
        ]

    def __str__(self) -> str:
        return self.role


class FloorUnit(models.TextChoices):
    DAYS = "days", "Days"
    WEEKS = "weeks", "Weeks"


class OfferFloor(Rule):
    version = of_a_version("offer_floors")
    title = models.CharField(max_length=120)
    from_day = models.PositiveSmallIntegerField(default=101)
    to_day = models.PositiveSmallIntegerField(default=1231)
    offer_type = models.CharField(max_length=12, choices=OfferType, default=OfferType.ANY)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.ANY)
    fixed = models.PositiveSmallIntegerField(null=True, blank=True)
    least = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=8, choices=FloorUnit, default=FloorUnit.DAYS)
    words = models.CharField(max_length=200, blank=True)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="offer_floor_has_a_title"),
            known("offer_type", OfferType, name="offer_floor_offer_type_known"),
            known("channel", Channel, name="offer_floor_channel_known"),
            known("unit", FloorUnit, name="offer_floor_unit_known"),
            models.CheckConstraint(
                condition=a_day_of_the_year("from_day"), name="offer_floor_from_is_a_day"
            ),
            models.CheckConstraint(
                condition=a_day_of_the_year("to_day"), name="offer_floor_to_is_a_day"
            ),
            models.CheckConstraint(
                condition=Q(fixed=None) | a_day_of_the_year("fixed"),
                name="offer_floor_fixed_is_a_day",
            ),
            models.CheckConstraint(
                condition=Q(least=None) | Q(least__gte=1, least__lte=180),
                name="offer_floor_least_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(fixed__isnull=False) | Q(least__isnull=False),
                name="offer_floor_asks_something",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def days(self) -> int | None:
        if self.least is None:
            return None
        return self.least * (DAYS_OF_A_WEEK if self.unit == FloorUnit.WEEKS else 1)


class EmployerSanction(Rule):
    """What the school does about an employer, such as one that takes an offer back."""

    version = of_a_version("employer_sanctions")
    words = models.CharField(max_length=200)

    class Meta(Rule.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="employer_sanction_in_words")
        ]

    def __str__(self) -> str:
        return self.words
