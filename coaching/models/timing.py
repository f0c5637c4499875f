from django.db import models
from django.db.models import Q

from offers.models import Offer
from offers.models.choices import known_or_open, within

LONGEST_GOOD = 60  # days


class Comes(models.TextChoices):
    HERE = "here", "I have it now"
    ON = "on", "About this day"
    UNKNOWN = "unknown", "I don’t know"


class OfferTiming(models.Model):
    """When an offer is expected, and how many days it is good for once it is there (S4-19)."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="timing")
    comes = models.CharField(max_length=8, choices=Comes, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    good_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            known_or_open("comes", Comes, name="offer_timing_comes_known"),
            within("good_days", 1, LONGEST_GOOD, name="offer_timing_good_days_within_limit"),
            models.CheckConstraint(
                condition=Q(expected_on__isnull=True, good_days__isnull=True) | Q(comes="on"),
                name="offer_timing_days_only_when_it_comes",
            ),
        ]

    def __str__(self) -> str:
        return f"Timing of offer {self.offer_id}"
