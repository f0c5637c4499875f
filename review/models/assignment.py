from __future__ import annotations

from django.db import models
from django.db.models import Q

from centres.models import Membership
from coaching.models import Sharing


class Assignment(models.Model):
    """Somebody took a case, or gave it to a colleague. Rows are only added."""

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="assignments")
    to = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Of both, as they were called then. Nobody: back to the queue.
    to_name = models.CharField(max_length=120, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(by_name=""), name="assignment_by_somebody")
        ]

    def __str__(self) -> str:
        return f"Assignment {self.pk}"
