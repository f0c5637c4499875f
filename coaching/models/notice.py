from datetime import date

from django.db import models

from offers.models import Answer, Case
from offers.models.choices import known_or_open, within
from offers.notice import MOST_WEEKS, last_day, weeks_to_offer


class NoticeOffered(models.TextChoices):
    WORK = "work", "I offer to work it, and they choose"
    NOW = "now", "I ask to leave right away"


class Notice(models.Model):
    """What the contract asks, what the person offers, and what the employer chose."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="notice")
    contract = models.CharField(max_length=8, choices=Answer, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    offered = models.CharField(max_length=4, choices=NoticeOffered, blank=True)
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            known_or_open("contract", Answer, name="notice_contract_known"),
            known_or_open("offered", NoticeOffered, name="notice_offered_known"),
            within("weeks", 1, MOST_WEEKS, name="notice_weeks_within_limit"),
        ]

    def __str__(self) -> str:
        return f"Notice of {self.case_id}"

    @property
    def leaves_now(self) -> bool:
        return self.offered == NoticeOffered.NOW

    @property
    def weeks_offered(self) -> int:
        return 0 if self.leaves_now else weeks_to_offer(self.weeks)

    def last_day(self, told_on: date) -> date:
        """The day they agreed to; until then, the one that the offered notice leads to."""
        return self.agreed_on or last_day(told_on, self.weeks_offered)
