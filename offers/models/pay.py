from decimal import Decimal

from django.db import models

from offers.money import MOST
from offers.pay import Terms
from offers.vesting import Grant

from .choices import Answer, known, known_or_open, within
from .offer import Offer

AMOUNTS = (
    "base",
    "signing_bonus",
    "likely_bonus",
    "match",
    "health_month",
    "travel_month",
    "other",
    "moving",
    "equity",
)
MOST_EQUITY_YEARS = 10
MOST_LEAVE_DAYS = 99


def amount() -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)


class Per(models.TextChoices):
    YEAR = "year", "A year"
    MONTH = "month", "A month"
    HOUR = "hour", "An hour"


class Sure(models.TextChoices):
    LIKELY = "likely", "Very likely"
    MAYBE = "maybe", "It could go either way"
    UNLIKELY = "unlikely", "Not likely"


class Pay(models.Model):
    """What one offer pays, each amount as typed, in the offer's own currency."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="pay")
    currency = models.CharField(max_length=3, default="USD")
    base = amount()
    per = models.CharField(max_length=5, choices=Per, default=Per.YEAR)
    hours_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    signing_bonus = amount()
    signing_paid = models.CharField(max_length=8, choices=Answer, blank=True)
    likely_bonus = amount()
    bonus_sure = models.CharField(max_length=8, choices=Sure, blank=True)
    match = amount()
    health_month = amount()
    travel_month = amount()
    other = amount()
    moving = amount()
    moving_paid = models.CharField(max_length=8, choices=Answer, blank=True)
    equity = amount()
    equity_years = models.PositiveSmallIntegerField(null=True, blank=True)
    equity_cliff = models.PositiveSmallIntegerField(null=True, blank=True)
    equity_in_cash = models.BooleanField(default=False)
    leave_days = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    has_guesses = models.BooleanField(default=False)

    class Meta:
        constraints = [
            known("per", Per, name="pay_per_known"),
            known_or_open("signing_paid", Answer, name="pay_signing_paid_known"),
            known_or_open("bonus_sure", Sure, name="pay_bonus_sure_known"),
            known_or_open("moving_paid", Answer, name="pay_moving_paid_known"),
            within("equity_years", 1, MOST_EQUITY_YEARS, name="pay_equity_years_within_limit"),
            within("equity_cliff", 0, 12 * MOST_EQUITY_YEARS, name="pay_equity_cliff_in_months"),
            within("leave_days", 0, MOST_LEAVE_DAYS, name="pay_leave_days_within_limit"),
            within("hours_week", 1, 120, name="pay_hours_within_a_week"),
            *(within(field, 0, MOST, name=f"pay_{field}_within_limit") for field in AMOUNTS),
        ]

    def __str__(self) -> str:
        return f"Pay of offer {self.offer_id}"

    @property
    def grant(self) -> Grant | None:
        """The shares or cash that are earned over years; None while a part of it is not known."""
        if self.equity is None or self.equity_years is None:
            return None
        return Grant(
            value=self.equity,
            years=self.equity_years,
            cliff_months=self.equity_cliff or 0,
            in_cash=self.equity_in_cash,
        )

    @property
    def terms(self) -> Terms | None:
        """What the rules of `offers.pay` reckon with; None while the base pay is not known."""
        if self.base is None:
            return None
        return Terms(
            currency=self.currency,
            base=self.base,
            per=self.per,
            hours_week=self.hours_week,
            signing_bonus=self.signing_bonus,
            signing_paid=self.signing_paid,
            likely_bonus=self.likely_bonus,
            bonus_sure=self.bonus_sure,
            match=self.match,
            health_month=self.health_month,
            travel_month=self.travel_month,
            other=self.other,
            moving=self.moving,
            moving_paid=self.moving_paid,
            grant=self.grant,
            leave_days=self.leave_days,
            has_guesses=self.has_guesses,
        )
