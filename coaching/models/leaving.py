from decimal import Decimal

from django.db import models

from offers import leaving
from offers.models import Case
from offers.models.choices import known_or_open, within
from offers.models.pay import amount
from offers.money import MOST
from offers.notice import MOST as MOST_STARTED

from .notice import NoticeUnit

MOST_MONTHS = 120
AMOUNTS = (
    "bonus",
    "bonus_received",
    "moving",
    "moving_received",
    "penalty",
    "notice_pay",
    "fees",
)
# A year: twice what somebody who has started can be asked to stay.
MOST_NOTICE = {unit: 2 * most for unit, most in MOST_STARTED.items()}


class HowRepaid(models.TextChoices):
    FULL = leaving.FULL, "All of it"
    BY_MONTH = leaving.BY_MONTH, "Less for each month I work"
    UNKNOWN = leaving.UNKNOWN, "I don’t know"


class Taxed(models.TextChoices):
    BEFORE = leaving.BEFORE_TAX, "The amount before tax"
    AFTER = leaving.AFTER_TAX, "What reached my account"
    UNKNOWN = leaving.UNKNOWN, "I don’t know"


class LeavingCost(models.Model):
    """What the person found that leaving may cost, in the first employer’s currency.

    Every amount may stay open. Never a verdict on what is owed.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="leaving_cost")
    bonus = amount()
    bonus_received = amount()
    moving = amount()
    moving_received = amount()
    how = models.CharField(max_length=8, choices=HowRepaid, blank=True)
    tax = models.CharField(max_length=8, choices=Taxed, blank=True)
    months_bound = models.PositiveSmallIntegerField(null=True, blank=True)
    months_served = models.PositiveSmallIntegerField(null=True, blank=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    penalty = amount()
    notice_length = models.PositiveSmallIntegerField(null=True, blank=True)
    notice_unit = models.CharField(max_length=6, choices=NoticeUnit, blank=True)
    notice_pay = amount()
    fees = amount()
    has_guesses = models.BooleanField(default=False)

    class Meta:
        constraints = [
            known_or_open("how", HowRepaid, name="leaving_how_known"),
            known_or_open("tax", Taxed, name="leaving_tax_known"),
            within("months_bound", 1, MOST_MONTHS, name="leaving_months_bound_within_limit"),
            within("months_served", 0, MOST_MONTHS, name="leaving_months_served_within_limit"),
            known_or_open("notice_unit", NoticeUnit, name="leaving_notice_unit_known"),
            within(
                "notice_length",
                0,
                max(MOST_NOTICE.values()),
                name="leaving_notice_length_within_limit",
            ),
            within("percent", Decimal(0), Decimal(100), name="leaving_percent_of_a_whole"),
            *(within(field, 0, MOST, name=f"leaving_{field}_within_limit") for field in AMOUNTS),
        ]

    def __str__(self) -> str:
        return f"Cost of leaving of {self.case_id}"
