from typing import Any, ClassVar

from django import forms

from look.fields import LineField, PickOne
from look.forms import LATER, SAVE
from offers.fields import MoneyField
from offers.models import (
    Answer,
    Case,
    Offer,
    Pay,
    Per,
    Sure,
)
from offers.money import SYMBOLS

from .base import RowPage

MORE = "more"


def money(label: str, help_text: str = "") -> MoneyField:
    return MoneyField(label=label, help_text=help_text, required=False)


class PayForm(RowPage):
    """What it pays. A guess is fine. What fewer people have to say is on a page of its own."""

    buttons: ClassVar = (
        SAVE,
        (MORE, "Save, and add shares or days off", "btn btn--second"),
        LATER,
    )

    currency = LineField(label="Currency", help_text="Three letters, like USD or EUR", max_length=3)
    base = MoneyField(
        label="Base pay",
        help_text="A guess is fine. “68k” works too.",
        error="Enter pay as a number, like 68,000 or 68k",
    )
    per = PickOne(
        label="Is that for", choices=Per.choices, error="Choose a year, a month or an hour"
    )
    hours_week = forms.DecimalField(
        label="Hours a week",
        min_value=1,
        max_value=120,
        max_digits=4,
        decimal_places=1,
        required=False,
        error_messages={
            "invalid": "Hours a week must be a number, like 40",
            "min_value": "Hours a week must be 1 or more",
            "max_value": "Hours a week must be 120 or fewer",
            "max_digits": "Hours a week must be a number, like 40",
            "max_whole_digits": "Hours a week must be 120 or fewer",
            "max_decimal_places": "Hours a week must be a number, like 37.5",
        },
    )
    signing_bonus = money("Signing bonus")
    signing_paid = PickOne(
        label="Have they paid it already?", choices=Answer.choices, required=False
    )
    likely_bonus = money("Likely bonus in a year")
    bonus_sure = PickOne(label="How sure is that bonus?", choices=Sure.choices, required=False)
    match = money("What they add to your pension or retirement plan in a year")
    health_month = money("What health cover costs you in a month")
    travel_month = money("What getting to work costs you in a month")
    other = money("Anything else worth money in a year")

    class Meta:
        model = Pay
        fields = (
            "currency",
            "base",
            "per",
            "hours_week",
            "signing_bonus",
            "signing_paid",
            "likely_bonus",
            "bonus_sure",
            "match",
            "health_month",
            "travel_month",
            "other",
            "has_guesses",
        )
        labels: ClassVar = {"has_guesses": "Some of these are guesses"}

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> Pay:
        return getattr(about, "pay", None) or Pay(offer=about)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency = self.instance.currency

    def clean_currency(self) -> str:
        code: str = self.cleaned_data["currency"].upper()
        if len(code) != 3 or not (code.isascii() and code.isalpha()):
            raise forms.ValidationError(
                f"Enter a currency as three letters, like {', '.join(list(SYMBOLS)[:3])}"
            )
        return code
