"""What the rules of the person’s school need to know of this case."""

from django.db import models
from django.db.models import F, Q

from offers.models import Case, Offer
from offers.models.choices import known_or_open


class JobKind(models.TextChoices):
    """Named as the rules of schools name them."""

    FULL_TIME = "full-time", "A full-time job"
    INTERNSHIP = "internship", "An internship"
    CO_OP = "co-op", "A co-op"


class AtSchool(models.Model):
    """Which kind of job it is, and whether the talks were had that the school asks for first."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="at_school")
    kind = models.CharField(max_length=12, choices=JobKind, blank=True)
    talked = models.BooleanField(default=False)

    class Meta:
        constraints = [known_or_open("kind", JobKind, name="at_school_kind_known")]

    def __str__(self) -> str:
        return f"At school, case {self.case_id}"


class AnswerTime(models.Model):
    """When an offer was made, and by when they wanted an answer. Not `Offer.ends_at`, which is of
    an offer that is still open: this one may have been answered long ago.
    """

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="answer_time")
    made_on = models.DateField()
    wanted_by = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wanted_by__gte=F("made_on")), name="answer_wanted_after_it_was_made"
            )
        ]

    def __str__(self) -> str:
        return f"Time to answer offer {self.offer_id}"
