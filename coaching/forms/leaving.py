from typing import Any, ClassVar

from django import forms

from coaching.models import HowRepaid, LeavingCost, NoticeUnit, Taxed
from coaching.models.leaving import MOST_MONTHS, MOST_NOTICE
from look.fields import HouseField, PickOne
from look.layout import Picks
from offers.fields import MoneyField
from offers.models import Answer, Case, Offer

from .base import RowPage, one_of
from .moment import LATER
from .notice import NumberField, check_length
from .pay import money


class MonthsField(HouseField, forms.IntegerField):
    """A number of months, up to ten years of them."""

    default_error_messages = {
        "invalid": "Months must be a number, like 12",
        "max_value": f"Months must be {MOST_MONTHS} or fewer",
    }


class LeavingCostForm(RowPage):
    """What leaving may cost. `about` is the offer of the first employer."""

    layout: ClassVar = (
        "bonus",
        "moving",
        Picks("tax", reveal={Taxed.AFTER: ("bonus_received", "moving_received")}),
        Picks("how", reveal={HowRepaid.BY_MONTH: ("months_bound", "months_served")}),
        "penalty",
        "percent",
        "notice_length",
        "notice_unit",
        "notice_pay",
        "fees",
        "has_guesses",
    )

    bonus = money("Signing bonus to pay back", "The whole amount, before tax.")
    tax = PickOne(
        label="Which amount do they want back?",
        choices=Taxed.choices,
        required=False,
    )
    bonus_received = money("How much of the bonus reached your account?")
    moving = money("Moving money to pay back", "The whole amount, before tax.")
    moving_received = money("How much of the moving money reached your account?")
    how = PickOne(
        label="How much of this money do you pay back?",
        choices=HowRepaid.choices,
        hints={HowRepaid.BY_MONTH: "Each full month you work takes an equal part off."},
        required=False,
    )
    months_bound = MonthsField(
        label="How many months must you stay?",
        error="Enter how many months you must stay, like 12",
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
        quiet=True,
        error_messages={"min_value": "Months to stay must be 1 or more"},
    )
    months_served = MonthsField(
        label="How many full months will you have worked?",
        help_text="Leave it empty, and we count from your first day to today.",
        min_value=0,
        max_value=MOST_MONTHS,
        required=False,
        error_messages={"min_value": "Months worked must be 0 or more"},
    )
    penalty = money(
        "A set sum, or a penalty",
        "Look for “penalty” or “damages.” Some papers ask for a month of pay if you do not start.",
    )
    notice_length = NumberField(
        label="How long is the notice that your papers name?",
        help_text="The number alone, like 3. We set the pay for it beside what leaving may cost.",
        min_value=0,
        required=False,
        error_messages={"min_value": "The length must be 0 or more"},
    )
    notice_unit = PickOne(
        label="Is that days, weeks or months?",
        choices=NoticeUnit.choices,
        error="Choose days, weeks or months",
        **LATER,
    )
    percent = forms.DecimalField(
        label="A part of a year’s pay, in percent",
        help_text="Some papers name one, such as 10.",
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=False,
        error_messages={
            "invalid": "The part of a year’s pay must be a number, like 10",
            "min_value": "The part of a year’s pay must be 0 or more",
            "max_value": "The part of a year’s pay must be 100 or less",
            "max_digits": "The part of a year’s pay must be a number, like 10",
            "max_whole_digits": "The part of a year’s pay must be 100 or less",
            "max_decimal_places": "The part of a year’s pay must be a number, like 7.5",
        },
    )
    notice_pay = money("Pay you owe for notice you do not work")
    fees = money("Fees", "Such as their lawyer’s. Leave it empty if no sum is named.")

    class Meta:
        model = LeavingCost
        fields = (
            "bonus",
            "moving",
            "tax",
            "bonus_received",
            "moving_received",
            "how",
            "months_bound",
            "months_served",
            "penalty",
            "percent",
            "notice_length",
            "notice_unit",
            "notice_pay",
            "fees",
            "has_guesses",
        )
        labels: ClassVar = {"has_guesses": "Some of these are guesses"}

    def __init__(self, *args: Any, about: Offer, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if not self.case.has_started:
            del self.fields["months_served"]
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency = about.pay.currency if hasattr(about, "pay") else ""

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> LeavingCost:
        """A new row begins with the money for signing and moving that was paid already."""
        row = one_of(case, "leaving_cost", LeavingCost)
        pay = getattr(about, "pay", None)
        if not row._state.adding or pay is None:
            return row
        if pay.signing_paid == Answer.YES:
            row.bonus = pay.signing_bonus
        if pay.moving_paid == Answer.YES:
            row.moving = pay.moving
        return row

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("how") == HowRepaid.BY_MONTH:
            self.require("months_bound")
        if answers.get("notice_length"):
            self.require("notice_unit")
        check_length(self, "notice_length", answers.get("notice_unit", ""), MOST_NOTICE)
        return answers

    def set_columns(self) -> None:
        """What another answer makes moot is not kept."""
        row: LeavingCost = self.instance
        if row.how != HowRepaid.BY_MONTH:
            row.months_bound = row.months_served = None
        if row.tax != Taxed.AFTER:
            row.bonus_received = row.moving_received = None
        if not row.notice_length:
            row.notice_unit = ""
