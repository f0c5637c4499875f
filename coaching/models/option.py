from django.db import models

from offers.models import Case
from offers.models.choices import within

MOST_OWN_OPTIONS = 6


class OwnOption(models.Model):
    """A way out that the person thought of, beside the four that everybody has."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="own_options")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="own_option_once_per_place"),
            within("number", 1, MOST_OWN_OPTIONS, name="own_option_within_limit"),
        ]

    def __str__(self) -> str:
        return self.words
