from django.db import models

from offers.models import Answer, Case
from offers.models.choices import known_or_open


class SignedTerms(models.Model):
    """What the person found when they read what they signed (S0-13, S4-10). Never a verdict."""

    QUESTIONS = ("repay", "notice", "other_work", "start_by")

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="signed_terms")
    repay = models.CharField(max_length=8, choices=Answer, blank=True)
    notice = models.CharField(max_length=8, choices=Answer, blank=True)
    other_work = models.CharField(max_length=8, choices=Answer, blank=True)
    start_by = models.CharField(max_length=8, choices=Answer, blank=True)
    words = models.CharField(max_length=2000, blank=True)
    tell_by = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            known_or_open("repay", Answer, name="signed_repay_known"),
            known_or_open("notice", Answer, name="signed_notice_known"),
            known_or_open("other_work", Answer, name="signed_other_work_known"),
            known_or_open("start_by", Answer, name="signed_start_by_known"),
        ]

    def __str__(self) -> str:
        return f"Signed terms of {self.case_id}"
