from typing import Any, ClassVar

from django import forms

from look.fields import HouseField, PickOne
from look.layout import Pair
from offers.fields import MoneyField
from offers.models import Answer, Case, Offer, Pay
from offers.models.pay import MOST_EQUITY_YEARS, MOST_LEAVE_DAYS

from .base import RowPage
from .pay import PayForm, money

MOST_CLIFF = 12 * MOST_EQUITY_YEARS


class WholeNumber(HouseField, forms.IntegerField):
    """A count of years or months."""


class PayMoreForm(RowPage):
    """What comes beside pay: moving money, shares, days off. Nobody has to know any of it."""

    layout: ClassVar = (
        "moving",
        "moving_paid",
        "equity",
        Pair("equity_years", "equity_cliff"),
        "equity_in_cash",
        "leave_days",
    )

    moving = money("Money for moving", "Once, for the move itself.")
    moving_paid = PickOne(
        label="Have they paid the moving money already?", choices=Answer.choices, required=False
    )
    equity = money("Shares, or cash over several years", "What the whole grant is worth today.")
    equity_years = WholeNumber(
        label="Years to earn it all",
        error="Enter over how many years you earn it, like 4",
        help_text="Most often 3 or 4.",
        min_value=1,
        max_value=MOST_EQUITY_YEARS,
        required=False,
        error_messages={
            "invalid": "Years must be a whole number, like 4",
            "min_value": "Years must be 1 or more",
            "max_value": f"Years must be {MOST_EQUITY_YEARS} or fewer",
        },
    )
    equity_cliff = WholeNumber(
        label="Months before the first part",
        help_text="Most often 12, or none.",
        min_value=0,
        max_value=MOST_CLIFF,
        required=False,
        error_messages={
            "invalid": "Months must be a whole number, like 12",
            "min_value": "Months must be 0 or more",
            "max_value": f"Months must be {MOST_CLIFF} or fewer",
        },
    )
    leave_days = forms.DecimalField(
        label="Paid days off in a year",
        help_text="Without public holidays.",
        min_value=0,
        max_value=MOST_LEAVE_DAYS,
        max_digits=3,
        decimal_places=1,
        required=False,
        error_messages={
            "invalid": "Days off must be a number, like 25",
            "min_value": "Days off must be 0 or more",
            "max_value": f"Days off must be {MOST_LEAVE_DAYS} or fewer",
            "max_digits": f"Days off must be {MOST_LEAVE_DAYS} or fewer",
            "max_whole_digits": f"Days off must be {MOST_LEAVE_DAYS} or fewer",
            "max_decimal_places": "Days off must be a number, like 22.5",
        },
    )

    class Meta:
        model = Pay
        fields = (
            "moving",
            "moving_paid",
            "equity",
            "equity_years",
            "equity_cliff",
            "equity_in_cash",
            "leave_days",
        )
        labels: ClassVar = {"equity_in_cash": "It is paid in cash, not in shares"}

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> Pay:
        return PayForm.instance_for(case, about)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency = self.instance.currency

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("equity"):
            self.require("equity_years")
        years, cliff = answers.get("equity_years"), answers.get("equity_cliff")
        if years and cliff and cliff > 12 * years:
            self.add_error("equity_cliff", f"Months must be {12 * years} or fewer")
        return answers
