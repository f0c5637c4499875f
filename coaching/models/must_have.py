from django.db import models

from offers.models import Answer, Case, Offer
from offers.models.choices import known, within

MOST_MUST_HAVES = 5


class MustHave(models.Model):
    """One thing the person can’t give up (S3-14). It is answered for each job, never averaged."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="must_haves")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="must_have_once_per_place"),
            within("number", 1, MOST_MUST_HAVES, name="must_have_within_limit"),
            models.CheckConstraint(condition=~models.Q(words=""), name="must_have_has_words"),
        ]

    def __str__(self) -> str:
        return self.words


class MustHaveAnswer(models.Model):
    """Whether one job gives one of these things."""

    must_have = models.ForeignKey(MustHave, on_delete=models.CASCADE, related_name="answers")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="must_have_answers")
    answer = models.CharField(max_length=8, choices=Answer)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["must_have", "offer"], name="must_have_answered_once_per_offer"
            ),
            known("answer", Answer, name="must_have_answer_known"),
        ]

    def __str__(self) -> str:
        return f"{self.must_have_id} by offer {self.offer_id}: {self.answer}"
