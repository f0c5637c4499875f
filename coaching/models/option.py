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


class OptionCase(models.Model):
    """How one option may turn out (S1-5). The option is known by its words, given or own."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="option_cases")
    option = models.CharField(max_length=120)
    best = models.CharField(max_length=2000, blank=True)
    worst = models.CharField(max_length=2000, blank=True)
    between = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "option"], name="option_case_once_per_option")
        ]

    def __str__(self) -> str:
        return self.option
