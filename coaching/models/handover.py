from django.db import models

from offers.models import Case
from offers.models.choices import within

MOST_HANDED_OVER = 6


class HandedOver(models.Model):
    """One duty or project to hand over: what it is, who could take it, where things are (S1-29)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handed_over")
    number = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=120)
    who = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="handed_over_once_per_place"),
            within("number", 1, MOST_HANDED_OVER, name="handed_over_within_limit"),
        ]

    def __str__(self) -> str:
        return self.what
