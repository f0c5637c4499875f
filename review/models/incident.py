"""An employer complains that a student reneged: what they say, and the steps of a fair process."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from centres.models import Centre, Employer, Membership
from coaching.models import Sharing

LONGEST_ACCOUNT = 2000


class IncidentState(models.TextChoices):
    OPEN = "open", "Open"
    DECIDED = "decided", "Decided"
    CLOSED = "closed", "Closed"


class Step(models.TextChoices):
    """The steps, in their order. Nothing is decided before the student was heard."""

    HEARD = "heard", "Hear the student"
    RULE = "rule", "Which rule, and which version?"
    DEADLINE = "deadline", "Was the offer exploding?"
    EMPLOYER = "employer", "What did the employer do?"
    DECIDED_BY = "decided-by", "Who decides, and what?"
    TOLD = "told", "Tell the student"
    APPEAL = "appeal", "Appeal"


BEFORE_WHO_DECIDES = (Step.HEARD, Step.RULE)
BEFORE_DECIDING = (*BEFORE_WHO_DECIDES, Step.DEADLINE, Step.EMPLOYER, Step.DECIDED_BY)
BEFORE_CLOSING = (*BEFORE_DECIDING, Step.TOLD)
# The student is told what was decided, so not before it was.
OPENS_AFTER = {
    Step.DECIDED_BY: BEFORE_WHO_DECIDES,
    Step.TOLD: (*BEFORE_WHO_DECIDES, Step.DECIDED_BY),
}


class Incident(models.Model):
    """One complaint, kept by one school. It may be tied to a case that was shared with it."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="incidents")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="incidents")
    received_on = models.DateField()
    received_from = models.CharField(max_length=120)
    says = models.CharField(max_length=LONGEST_ACCOUNT)
    notes = models.CharField(max_length=LONGEST_ACCOUNT, blank=True)
    state = models.CharField(max_length=8, choices=IncidentState, default=IncidentState.OPEN)
    sharing = models.ForeignKey(
        Sharing, on_delete=models.SET_NULL, null=True, blank=True, related_name="incidents"
    )
    version = models.PositiveIntegerField(default=1)
    # Made with the form, so that a second click finds the record already there.
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=IncidentState.values), name="incident_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(received_from="") & ~Q(says=""), name="incident_says_who_and_what"
            ),
        ]

    def __str__(self) -> str:
        return f"Incident {self.pk}"

    def lacks(self, steps: tuple[Step, ...]) -> list[Step]:
        """Those of these steps that nothing was written for."""
        done = set(self.steps.values_list("step", flat=True))
        return [step for step in steps if step not in done]


class IncidentStep(models.Model):
    """What came of one step of the process."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=12, choices=Step)
    words = models.CharField(max_length=LONGEST_ACCOUNT)
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(step__in=Step.values), name="incident_step_known"),
            models.CheckConstraint(condition=~Q(words=""), name="incident_step_has_words"),
            models.UniqueConstraint(fields=["incident", "step"], name="incident_step_once"),
        ]

    def __str__(self) -> str:
        return self.step


class IncidentChange(models.Model):
    """Who changed what, and what stood there before. Rows are only added."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=120)
    before = models.CharField(max_length=LONGEST_ACCOUNT, blank=True)
    after = models.CharField(max_length=LONGEST_ACCOUNT, blank=True)
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.what
