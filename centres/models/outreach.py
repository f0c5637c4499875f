from django.db import models
from django.db.models import Q

from .employer import Employer
from .membership import Membership

LONGEST_AGREED = 2000


class Outreach(models.Model):
    """What the staff agreed with an employer, and when they talk again. It names no student."""

    employer = models.OneToOneField(Employer, on_delete=models.CASCADE, related_name="outreach")
    contact = models.CharField(max_length=120, blank=True)
    agreed = models.CharField(max_length=LONGEST_AGREED, blank=True)
    next_on = models.DateField(null=True, blank=True)
    # Who wrote it last.
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed="") | Q(next_on__isnull=False), name="outreach_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"Outreach {self.pk}"
