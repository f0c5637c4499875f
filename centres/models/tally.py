from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from centres.terms import in_words

from .centre import Centre
from .pattern import EndedAs, Reason

LONGEST_GIVEN = 365  # days


class TallyQuerySet(models.QuerySet["Tally"]):
    def waiting(self) -> TallyQuerySet:
        """Not in any total yet, so they can still be changed and taken back."""
        return self.filter(closed_on__isnull=False)

    def in_totals(self) -> TallyQuerySet:
        return self.filter(closed_on=None)


class Tally(models.Model):
    """One line of a school’s totals: how a case ended that was shared with it (decision 27).

    It names nobody, and no page of staff reads it. Which case it is of stands with the case.
    """

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="tallies")
    # The same on every line of one person, drawn by chance, so that nobody counts as two.
    person = models.UUIDField(default=uuid.uuid4, editable=False)
    term = models.CharField(max_length=6)
    # Until it is in a total. Then only the term stays.
    closed_on = models.DateField(null=True, blank=True)
    programme = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=120, blank=True)
    ended_as = models.CharField(max_length=10, choices=EndedAs)
    days_given = models.PositiveSmallIntegerField(null=True, blank=True)
    # Only with the person’s yes, asked as they close the case.
    reason = models.CharField(max_length=16, choices=Reason, blank=True)

    objects = TallyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["centre", "closed_on"], name="tally_by_centre")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_as__in=EndedAs.values), name="tally_ended_as_known"
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["", *Reason.values]), name="tally_reason_known"
            ),
            models.CheckConstraint(
                condition=Q(days_given=None) | Q(days_given__lte=LONGEST_GIVEN),
                name="tally_days_given_within_limit",
            ),
            models.CheckConstraint(condition=~Q(term=""), name="tally_has_a_term"),
        ]

    def __str__(self) -> str:
        return f"Tally {self.pk}"

    @property
    def term_in_words(self) -> str:
        return in_words(self.term)
