"""What the school told somebody outside, and what allowed it. Rows are only added."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from centres.models import Membership

from .incident import LONGEST_ACCOUNT, Incident, Step


class Basis(models.TextChoices):
    CONSENT = "consent", "The student’s recorded consent"
    POLICY = "policy", "A stated policy"
    LAW = "law", "The law"


# What comes before telling on this basis. Who consents was heard.
BEFORE_TELLING: dict[str, tuple[Step, ...]] = {
    Basis.CONSENT: (),
    Basis.POLICY: (Step.HEARD, Step.RULE),
    Basis.LAW: (Step.HEARD,),
}


class RecordedConsent(models.Model):
    """The student agreed that something is told: who, when, and in what words."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="consents")
    who = models.CharField(max_length=120)
    given_on = models.DateField()
    words = models.CharField(max_length=LONGEST_ACCOUNT)
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(who="") & ~Q(words=""), name="recorded_consent_says_who_and_what"
            )
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.given_on:%B} {self.given_on.day}, {self.given_on.year}"


class Disclosure(models.Model):
    """Something was told to somebody. There is none without its basis."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="disclosures")
    to_whom = models.CharField(max_length=120)
    what = models.CharField(max_length=LONGEST_ACCOUNT)
    told_on = models.DateField()
    basis = models.CharField(max_length=8, choices=Basis)
    consent = models.ForeignKey(
        RecordedConsent, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    # Which policy and version, or which law.
    source = models.CharField(max_length=200, blank=True)
    member = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        ordering = ["-told_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(to_whom="") & ~Q(what=""), name="disclosure_says_to_whom_and_what"
            ),
            models.CheckConstraint(
                condition=Q(basis=Basis.CONSENT, consent__isnull=False)
                | (Q(basis__in=(Basis.POLICY, Basis.LAW), consent=None) & ~Q(source="")),
                name="disclosure_has_its_basis",
            ),
        ]

    def __str__(self) -> str:
        return f"Disclosure {self.pk}"
