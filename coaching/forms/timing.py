from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from coaching.models import LONGEST_GOOD, Comes, OfferTiming
from look.fields import DayField, HouseField, PickOne
from look.layout import Picks
from offers.models import Case

from .base import RowPage
from .moment import LATER

FARTHEST = 365  # days


class DaysField(HouseField, forms.IntegerField):
    """How many days an offer is good for."""

    default_error_messages = {
        "invalid": "Days must be a number, like 7",
        "min_value": "Days must be 1 or more",
        "max_value": f"Days must be {LONGEST_GOOD} or fewer",
    }


class TimingForm(RowPage):
    """When one offer comes, and how long it is good for: `about` is its OfferTiming."""

    can_wait = False
    layout: ClassVar = (Picks("comes", reveal={Comes.ON: ["expected_on", "good_days"]}),)

    comes = PickOne(
        label="When does this offer come?",
        choices=Comes.choices,
        error="Choose when this offer comes",
    )
    expected_on = DayField(label="About which day?", error="Enter about which day", **LATER)
    good_days = DaysField(
        label="How many days will it be good for?",
        help_text="Leave it empty if you don’t know.",
        min_value=1,
        max_value=LONGEST_GOOD,
        required=False,
    )

    class Meta:
        model = OfferTiming
        fields = ("comes", "expected_on", "good_days")

    @property
    def today(self) -> date:
        return timezone.now().astimezone(self.case.zone).date()

    @classmethod
    def instance_for(cls, case: Case, about: OfferTiming) -> OfferTiming:
        return about

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("comes") != Comes.ON:
            return self.cleaned_data
        self.require("expected_on")
        day = self.cleaned_data.get("expected_on")
        if day and "expected_on" in self.changed_data:
            if day < self.today:
                self.add_error("expected_on", "The day must be today or later")
            elif (day - self.today).days > FARTHEST:
                self.add_error("expected_on", "The day must be within a year")
        return self.cleaned_data

    def set_columns(self) -> None:
        """Of an offer that is here, only its last day counts, and that stands with the job."""
        if self.instance.comes != Comes.ON:
            self.instance.expected_on = self.instance.good_days = None
