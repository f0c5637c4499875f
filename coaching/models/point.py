from django.db import models

from offers.models import Case
from offers.models.choices import known, within

MOST_POINTS = 5


class Position(models.TextChoices):
    """The two positions; `keep_or_leave` has the words of each stage."""

    KEEP = "keep"
    OUT = "out"


class Horizon(models.TextChoices):
    NOW = "now", "Now"
    LATER = "later", "Later on"


class Side(models.TextChoices):
    FOR = "for", "For"
    AGAINST = "against", "Against"


class Point(models.Model):
    """One thing for or against one of the two positions, now or later on (S4-8)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="points")
    position = models.CharField(max_length=4, choices=Position)
    horizon = models.CharField(max_length=5, choices=Horizon)
    side = models.CharField(max_length=7, choices=Side)
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "position", "horizon", "side", "number"],
                name="point_once_per_place",
            ),
            known("position", Position, name="point_position_known"),
            known("horizon", Horizon, name="point_horizon_known"),
            known("side", Side, name="point_side_known"),
            within("number", 1, MOST_POINTS, name="point_within_limit"),
            models.CheckConstraint(condition=~models.Q(words=""), name="point_has_words"),
        ]

    def __str__(self) -> str:
        return self.words
