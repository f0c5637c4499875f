from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from centres.models import Centre
from coaching.models import Sharing


class FirstReply(models.Model):
    """When a person first asked the staff for something, and when somebody first answered."""

    sharing = models.OneToOneField(Sharing, on_delete=models.CASCADE, related_name="first_reply")
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__gte=F("asked_at")), name="first_reply_after_the_request"
            )
        ]
        indexes = [
            # Holds all that the typical time is reckoned from.
            models.Index(fields=["centre", "answered_at", "asked_at"], name="first_reply_by_time")
        ]

    def __str__(self) -> str:
        return f"First reply {self.pk}"
