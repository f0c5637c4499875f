from django.db import models
from django.db.models import F, Q

from .centre import Centre

SOONEST, LATEST = 30, 3650  # days


class Retention(models.Model):
    """How long a school keeps what it holds of shared cases. The case itself is the student’s."""

    centre = models.OneToOneField(Centre, on_delete=models.CASCADE, related_name="retention")
    # Days since anything happened in a shared case, until the sharing ends by itself.
    close_after = models.PositiveSmallIntegerField(default=180)
    # Days since the sharing ended: until its name goes, and until all of it goes.
    anonymise_after = models.PositiveSmallIntegerField(default=180)
    erase_after = models.PositiveSmallIntegerField(default=365)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(close_after__gte=SOONEST, close_after__lte=LATEST),
                name="retention_close_within_limits",
            ),
            models.CheckConstraint(
                condition=Q(anonymise_after__gte=SOONEST, anonymise_after__lte=F("erase_after")),
                name="retention_anonymises_before_it_erases",
            ),
            models.CheckConstraint(
                condition=Q(erase_after__lte=LATEST), name="retention_erase_within_limits"
            ),
        ]

    def __str__(self) -> str:
        return f"Retention of {self.centre_id}"

    @classmethod
    def of(cls, centre: Centre) -> "Retention":
        """What the school set, or what holds until it does: an unsaved row."""
        return cls.objects.filter(centre=centre).first() or cls(centre=centre)
