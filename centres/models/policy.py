"""A school’s rules about backing out, version by version. What is published never changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from centres import policies

from .centre import Centre

LONGEST_SUMMARY = 60  # words


class PublishedStands(Exception):
    """Somebody would change a version that students may have read. A change makes a new version."""


class Policy(models.Model):
    """One policy of a career centre. Its words and rules stand in its versions."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="policies")
    title = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="policy_has_a_title"),
            models.UniqueConstraint(
                fields=["centre", "title"],
                name="policy_title_once_per_centre",
                violation_error_message="You have a policy of that title already",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PolicyState(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class PolicyTone(models.TextChoices):
    SUPPORTIVE = "supportive", "We help, and nothing follows"
    STRICT = "strict", "Something may follow"


class Channel(models.TextChoices):
    ANY = "any", "However the job was found"
    CAMPUS = "campus", "Only jobs found through us"


class PolicyVersionQuerySet(models.QuerySet["PolicyVersion"]):
    def published(self) -> PolicyVersionQuerySet:
        return self.filter(state=PolicyState.PUBLISHED)

    def of_the_school_of(self, user_id: int) -> PolicyVersionQuerySet:
        """What the one centre that this person says is theirs published, or took back since."""
        theirs = self.filter(policy__centre__enrolments__user=user_id)
        return theirs.exclude(state=PolicyState.DRAFT).select_related("policy__centre")

    def with_rules(self) -> PolicyVersionQuerySet:
        """Every kind of rule, read along: one query each."""
        return self.prefetch_related(*RULES)


class PolicyVersion(models.Model):
    """The policy from one day on: for people in words, and its scope and rules for the product."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=PolicyState, default=PolicyState.DRAFT)
    tone = models.CharField(max_length=12, choices=PolicyTone, default=PolicyTone.STRICT)
    published_on = models.DateField(null=True, blank=True)  # where the school is
    withdrawn_on = models.DateField(null=True, blank=True)  # the same
    in_force_from = models.DateField(null=True, blank=True)
    in_force_until = models.DateField(null=True, blank=True)  # the last day
    source = models.URLField(max_length=400, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    summary = models.CharField(max_length=600, blank=True)
    full_text = models.TextField(max_length=20_000, blank=True)

    programmes = models.CharField(max_length=200, blank=True)  # empty: everybody
    full_time = models.BooleanField(default=True)
    internship = models.BooleanField(default=True)
    co_op = models.BooleanField(default=True)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.ANY)
    spoken_counts = models.BooleanField(default=False)
    search_is_breach = models.BooleanField(default=False)
    other_dates_allowed = models.BooleanField(default=False)

    on_considering = models.BooleanField(default=False)
    on_withdrawing = models.BooleanField(default=True)
    on_report = models.BooleanField(default=False)

    objects = PolicyVersionQuerySet.as_manager()

    class Meta:
        ordering = ["policy", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="policy_version_number_once"),
            models.UniqueConstraint(
                fields=["policy"], condition=Q(state="draft"), name="policy_version_one_draft"
            ),
            models.UniqueConstraint(
                fields=["policy", "in_force_from"],
                condition=Q(state="published"),
                name="policy_version_begins_alone",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PolicyState.values), name="policy_version_state_known"
            ),
            models.CheckConstraint(
                condition=Q(tone__in=PolicyTone.values), name="policy_version_tone_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="policy_version_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(full_time=True) | Q(internship=True) | Q(co_op=True),
                name="policy_version_covers_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(on_considering=True) | Q(on_withdrawing=True) | Q(on_report=True),
                name="policy_version_has_a_trigger",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(state="withdrawn"),
                name="policy_version_taken_back_is_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")),
                name="policy_version_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | (
                    Q(in_force_from__isnull=False, checked_on__isnull=False)
                    & Q(published_on__isnull=False)
                    & ~Q(summary="")
                    & ~Q(source="")
                ),
                name="policy_version_published_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            must_be_draft(self.pk)
        super().save(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        return self.state == PolicyState.DRAFT

    def counts_on(self, day: date) -> bool:
        return policies.is_in_force(self.in_force_from, self.in_force_until, day)

    def was_taken_back_after(self, day: date) -> bool:
        """It counted on that day, until the school said that it was a mistake."""
        return self.withdrawn_on is not None and self.counts_on(day) and day <= self.withdrawn_on

    def rules(self) -> policies.Version:
        """The rules as plain values. Read the version `with_rules`, or it asks for each kind."""
        return policies.Version(
            number=self.number,
            in_force_from=self.in_force_from,
            in_force_until=self.in_force_until,
            tone=self.tone,  # type: ignore[arg-type]
            scope=value(policies.Scope, self),
            **{name: tuple(value(kind, row) for row in getattr(self, name).all())
               for name, kind in RULES.items()},
        )  # fmt: skip


# Each kind of rule, by the name under which a version has it.
RULES: dict[str, type[Any]] = {
    "pre_clearances": policies.PreClearance,
    "tasks": policies.Task,
    "consequences": policies.Consequence,
    "mitigations": policies.Mitigation,
    "employer_notices": policies.EmployerNotice,
    "appeals": policies.Appeal,
    "reinstatements": policies.Reinstatement,
    "offer_floors": policies.OfferFloor,
    "employer_sanctions": policies.EmployerSanction,
}


def in_force_on(versions: Iterable[PolicyVersion], day: date) -> list[PolicyVersion]:
    """Of each policy the version that counted on that day; by title."""
    found: dict[int, PolicyVersion] = {}
    for one in sorted(versions, key=lambda one: (one.in_force_from or day, one.number)):
        if one.counts_on(day):
            found[one.policy_id] = one
    return sorted(found.values(), key=lambda one: one.policy.title)


def value[Value](kind: type[Value], row: models.Model) -> Value:
    """The plain value of a row: the same names, without the table."""
    return kind(**{name: getattr(row, name) for name in kind.__dataclass_fields__})  # type: ignore[attr-defined]


def must_be_draft(version_id: int) -> None:
    """Raises PublishedStands for a version that is no draft in the database."""
    if not PolicyVersion.objects.filter(pk=version_id, state=PolicyState.DRAFT).exists():
        raise PublishedStands
