from django.db import models
from django.db.models import Q

from offers.models import Case, Offer
from offers.models.choices import known, within


class Topic(models.TextChoices):
    """What a job can be rated by: six that everybody has, and two places for one’s own."""

    PAY = "pay", "Pay and benefits"
    WORK = "work", "The work itself"
    PEOPLE = "people", "People and culture"
    GROWTH = "growth", "Learning and growth"
    FLEXIBILITY = "flexibility", "Flexibility"
    PLACE = "place", "The place"
    OWN_1 = "own-1", "Something of your own"
    OWN_2 = "own-2", "Another thing of your own"

    @property
    def is_own(self) -> bool:
        return self in (Topic.OWN_1, Topic.OWN_2)


class Criterion(models.Model):
    """How much one thing matters to the person: 0 not at all, 4 most."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="criteria")
    topic = models.CharField(max_length=12, choices=Topic)
    # What the person called it; empty for the six that everybody has.
    words = models.CharField(max_length=120, blank=True)
    weight = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "topic"], name="criterion_once_per_case"),
            known("topic", Topic, name="criterion_topic_known"),
            within("weight", 0, 4, name="criterion_weight_on_scale"),
            models.CheckConstraint(
                condition=Q(topic__startswith="own") | Q(words=""),
                name="criterion_words_only_for_ones_own",
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.get_topic_display()


class Rating(models.Model):
    """How good one job is in one thing, 1 to 5, as the person sees it or guesses it."""

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="ratings")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="ratings")
    score = models.PositiveSmallIntegerField(null=True)
    is_guess = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["criterion", "offer"], name="rating_once_per_offer"),
            within("score", 1, 5, name="rating_score_on_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.score} of 5"
