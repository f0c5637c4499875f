from datetime import date

from django.db import models

from offers import notice
from offers.models import Answer, Case
from offers.models.choices import known_or_open, within


class NoticeOffered(models.TextChoices):
    WORK = "work", "I offer to work it, and they choose"
    NOW = "now", "I ask to leave right away"


class NoticeUnit(models.TextChoices):
    DAYS = notice.DAYS, "Days"
    WEEKS = notice.WEEKS, "Weeks"
    MONTHS = notice.MONTHS, "Months"


class NoticeEnds(models.TextChoices):
    ANY_DAY = notice.ANY_DAY, "On any day, or it does not say"
    MONTH_END = notice.MONTH_END, "At the end of a month"
    HALF_MONTH = notice.HALF_MONTH, "On the 15th or at the end of a month"


def at_most(unit: NoticeUnit) -> models.CheckConstraint:
    """So many of this unit, or the question is open; days are the most of all."""
    return models.CheckConstraint(
        condition=models.Q(length__isnull=True)
        | ~models.Q(unit=unit)
        | models.Q(length__lte=notice.MOST[unit]),
        name=f"notice_{unit}_within_limit",
    )


class Notice(models.Model):
    """What the contract asks, what the person offers, and what the employer chose."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="notice")
    contract = models.CharField(max_length=8, choices=Answer, blank=True)
    length = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=6, choices=NoticeUnit, blank=True)
    ends = models.CharField(max_length=5, choices=NoticeEnds, blank=True)
    offered = models.CharField(max_length=4, choices=NoticeOffered, blank=True)
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            known_or_open("contract", Answer, name="notice_contract_known"),
            known_or_open("unit", NoticeUnit, name="notice_unit_known"),
            known_or_open("ends", NoticeEnds, name="notice_ends_known"),
            known_or_open("offered", NoticeOffered, name="notice_offered_known"),
            within("length", 1, notice.MOST[NoticeUnit.DAYS], name="notice_length_within_limit"),
            at_most(NoticeUnit.WEEKS),
            at_most(NoticeUnit.MONTHS),
        ]

    def __str__(self) -> str:
        return f"Notice of {self.case_id}"

    @property
    def leaves_now(self) -> bool:
        return self.offered == NoticeOffered.NOW

    @property
    def owed(self) -> notice.Span | None:
        """What the contract asks; None while its length is not known."""
        if self.length is None or not self.unit:
            return None
        return notice.Span(length=self.length, unit=self.unit, ends=self.ends or NoticeEnds.ANY_DAY)

    def span_offered(self, told_on: date) -> notice.Span:
        return notice.to_offer(told_on, self.owed)

    def last_day(self, told_on: date) -> date:
        """The day they agreed to; until then, the one that the offered notice leads to."""
        if self.agreed_on:
            return self.agreed_on
        if self.leaves_now:
            return notice.weekday_on_or_after(told_on)
        return notice.last_day(told_on, self.span_offered(told_on))
