from django.db import models

from offers.models import Case
from offers.models.choices import known_or_open, within

MOST_OWN_OPTIONS = 6


class OwnOption(models.Model):
    """A way out that the person thought of, beside those that everybody has."""

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


class Odds(models.TextChoices):
    UNLIKELY = "unlikely", "Not likely"
    POSSIBLE = "possible", "It could happen"
    LIKELY = "likely", "Likely"


class Undo(models.TextChoices):
    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    UNKNOWN = "unknown", "I don’t know"


class Serves(models.TextChoices):
    HELPS = "helps", "It helps"
    NEITHER = "neither", "Neither"
    HURTS = "hurts", "It hurts"
    UNKNOWN = "unknown", "I don’t know"


# How an option serves a person's goals (S1-7): for work and for life, soon and later.
GOALS = ("work_soon", "work_later", "life_soon", "life_later")


def goal() -> "models.CharField[str, str]":
    return models.CharField(max_length=8, choices=Serves, blank=True)


class OptionCase(models.Model):
    """How one option may turn out (S1-5), what it costs, and where it leads. All may stay open.

    The option is known by the key of its way, as in `coaching.weigh.ways`.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="option_cases")
    option = models.CharField(max_length=20)
    best = models.CharField(max_length=2000, blank=True)
    best_odds = models.CharField(max_length=8, choices=Odds, blank=True)
    worst = models.CharField(max_length=2000, blank=True)
    worst_odds = models.CharField(max_length=8, choices=Odds, blank=True)
    between = models.CharField(max_length=2000, blank=True)
    gives_up = models.CharField(max_length=2000, blank=True)
    if_worst = models.CharField(max_length=2000, blank=True)
    then_what = models.CharField(max_length=2000, blank=True)
    undo = models.CharField(max_length=8, choices=Undo, blank=True)
    work_soon = goal()
    work_later = goal()
    life_soon = goal()
    life_later = goal()
    leads = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "option"], name="option_case_once_per_option"),
            known_or_open("best_odds", Odds, name="option_case_best_odds_known"),
            known_or_open("worst_odds", Odds, name="option_case_worst_odds_known"),
            known_or_open("undo", Undo, name="option_case_undo_known"),
            *(known_or_open(name, Serves, name=f"option_case_{name}_known") for name in GOALS),
        ]

    def __str__(self) -> str:
        return self.option
