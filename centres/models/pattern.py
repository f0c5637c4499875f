"""What staff may know of how cases end: counted by the week, in groups of five people or more.

Pages and files read these rows and no others, so that nothing smaller can be asked for.
"""

from django.db import models
from django.db.models import Q

from centres.small_numbers import FEWEST
from centres.terms import in_words

from .centre import Centre
from .employer import Employer


class EndedAs(models.TextChoices):
    """How a case ended, as far as staff count it. Only the first two are of an accepted offer."""

    KEPT = "kept", "Kept the job"
    WITHDRAWN = "withdrawn", "Withdrew, or left"
    SAID_YES = "said-yes", "Said yes"
    SAID_NO = "said-no", "Said no"


class Reason(models.TextChoices):
    """Why, in the few words that a student may add to the school’s totals."""

    BETTER_OFFER = "better-offer", "A better offer came"
    TOO_FAST = "too-fast", "Had to answer too fast"
    TERMS_CHANGED = "terms-changed", "The terms changed"
    NOT_AS_TOLD = "not-as-told", "The job was not as described"
    PAY = "pay", "The pay"
    PLACE = "place", "The place, or the trip to work"
    LIFE = "life", "Life changed"
    OTHER = "other", "Something else"


class Count(models.Model):
    """The last time the totals of a school were made: what closed before this Sunday is in them."""

    centre = models.OneToOneField(Centre, on_delete=models.CASCADE, related_name="count")
    sunday = models.DateField()

    def __str__(self) -> str:
        return f"Count to {self.sunday}"


class Pattern(models.Model):
    """One group of cases. An empty value: several of them, or one that too few share."""

    count = models.ForeignKey(Count, on_delete=models.CASCADE, related_name="patterns")
    term = models.CharField(max_length=6, blank=True)
    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, null=True, blank=True, related_name="patterns"
    )
    ended_as = models.CharField(max_length=10, choices=EndedAs, blank=True)
    programme = models.CharField(max_length=120, blank=True)
    offers = models.PositiveIntegerField()

    class Meta:
        ordering = ["-term", "employer__name", "ended_as", "programme"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_as__in=["", *EndedAs.values]), name="pattern_ended_as_known"
            ),
            models.CheckConstraint(
                condition=Q(offers__gte=FEWEST), name="pattern_holds_five_or_more"
            ),
        ]

    def __str__(self) -> str:
        return f"Pattern {self.pk}"

    @property
    def term_in_words(self) -> str:
        return in_words(self.term) if self.term else "Several terms"


class ReasonShare(models.Model):
    """How many in a hundred of those who gave a reason gave this one: of an employer, or of all."""

    count = models.ForeignKey(Count, on_delete=models.CASCADE, related_name="reasons")
    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, null=True, blank=True, related_name="reasons"
    )
    reason = models.CharField(max_length=16, choices=Reason)
    percent = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-percent", "reason"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=Reason.values), name="reason_share_reason_known"
            ),
            models.CheckConstraint(
                condition=Q(percent__lte=100), name="reason_share_within_hundred"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.percent}%"


class DaysGiven(models.Model):
    """The middle of the days that students had to answer: of an employer, or of all."""

    count = models.ForeignKey(Count, on_delete=models.CASCADE, related_name="deadlines")
    employer = models.ForeignKey(
        Employer, on_delete=models.CASCADE, null=True, blank=True, related_name="deadlines"
    )
    days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["days", "employer"]

    def __str__(self) -> str:
        return f"{self.days} days"
