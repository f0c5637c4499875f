from django.db import models

from offers.models import Case, Offer
from offers.models.choices import known


class Outcome(models.TextChoices):
    KEEP = "keep", "Keep the job"
    OUT = "out", "Back out"
    ASK = "ask", "Ask for changes or time first"


class Gate(models.TextChoices):
    DECIDE = "decide", "Deciding before the date, or with gaps"
    NOT_IN_WRITING = "not-in-writing", "Going before the new offer is in writing"
    LETTER_FIRST = "letter-first", "Sending the letter before the call"
    SECOND_YES = "second-yes", "Saying yes to another job before deciding"
    UNTOLD = "untold", "Closing with somebody untold"


class Decision(models.Model):
    """What was decided, and when. A change of mind adds a row; the newest one counts.

    Only this outcome can ever be seen by staff. How sure, and why, live in DecisionNote.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=4, choices=Outcome)
    decided_at = models.DateTimeField()
    # With several offers on the table, the one that is said yes to.
    offer = models.ForeignKey(
        Offer, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [known("outcome", Outcome, name="decision_outcome_known")]

    def __str__(self) -> str:
        return self.outcome

    @property
    def is_out(self) -> bool:
        return self.outcome == Outcome.OUT


class GoneAhead(models.Model):
    """The person read why a door was shut, and went through all the same."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="gone_ahead")
    gate = models.CharField(max_length=16, choices=Gate)
    # What the door was about, so that a new date or another letter shuts it again.
    about = models.CharField(max_length=40, blank=True)
    why = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            known("gate", Gate, name="gone_ahead_gate_known"),
            models.UniqueConstraint(
                fields=["case", "gate", "about"], name="gone_ahead_once_per_gate"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gate} {self.about}".strip()
