from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from coaching.models import (
    Happened,
    Letter,
    Notice,
    NoticeEnds,
    NoticeOffered,
    NoticeUnit,
    Told,
)
from look.fields import DayField, HouseField, PickOne, YesNoField
from look.layout import Picks
from offers.models import Answer, Case, OfferKind
from offers.notice import MOST

from .base import RowPage, one_of
from .moment import LATER

AWAY = timedelta(days=366)
OF_THE_CONTRACT = ("length", "unit", "ends")
WHO_HEARD = (Happened.SPOKE, Happened.LETTER_SENT, Happened.REPLIED)


class NumberField(HouseField, forms.IntegerField):
    """A whole number; how many at most depends on what it counts (`check_length`)."""

    default_error_messages = {
        "invalid": "The length must be a number, like 3",
        "min_value": "The length must be 1 or more",
    }


def check_length(form: forms.BaseForm, name: str, unit: str, most: Mapping[str, int]) -> None:
    """Within `clean`: so many at most, in whatever it is counted."""
    limit = most.get(unit, max(most.values()))
    if (form.cleaned_data.get(name) or 0) > limit:
        what = NoticeUnit(unit).label if unit else "The length"
        form.add_error(name, f"{what} must be {limit} or fewer")


class NoticeForm(RowPage):
    """The notice owed and offered. With `about`, they know, and may have named a day."""

    layout: ClassVar = (
        Picks("contract", reveal={Answer.YES: OF_THE_CONTRACT}),
        "offered",
        "agreed_on",
    )

    contract = YesNoField(
        label="Does your contract ask for notice?",
        help_text="Find the word “notice” in what you signed.",
        error="Choose yes, no or “I don’t know” for “notice”",
    )
    length = NumberField(
        label="How long is it?",
        help_text="The number alone, like 3. In a trial time it is often shorter.",
        error="Enter how long the notice in your contract is",
        min_value=1,
        **LATER,
    )
    unit = PickOne(
        label="Is that days, weeks or months?",
        choices=NoticeUnit.choices,
        error="Choose days, weeks or months",
        **LATER,
    )
    ends = PickOne(
        label="When may it end?",
        choices=NoticeEnds.choices,
        hints={NoticeEnds.HALF_MONTH: "Common in Germany, with four weeks."},
        error="Choose when your notice may end",
        **LATER,
    )
    offered = PickOne(
        label="What will you say to them?",
        choices=NoticeOffered.choices,
        hints={
            NoticeOffered.WORK: "Two weeks, or what your contract says if it is longer.",
            NoticeOffered.NOW: "In the first days some teams like that better. They may say no.",
        },
        error="Choose what you will say to them",
    )
    agreed_on = DayField(
        label="The last day they agreed to",
        help_text="Leave it empty until they have told you.",
        required=False,
    )

    class Meta:
        model = Notice
        fields = ("contract", *OF_THE_CONTRACT, "offered", "agreed_on")

    def __init__(self, *args: Any, about: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if not about:
            del self.fields["agreed_on"]

    @classmethod
    def instance_for(cls, case: Case, about: object) -> Notice:
        return one_of(case, "notice", Notice)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("contract") == Answer.YES:
            self.require(*OF_THE_CONTRACT)
        check_length(self, "length", self.cleaned_data.get("unit", ""), MOST)
        day = self.cleaned_data.get("agreed_on")
        if day and day != self.initial.get("agreed_on"):
            self._check_agreed(day)
        return self.cleaned_data

    def _check_agreed(self, day: date) -> None:
        """They agree once they were told, and nobody's last day is before their first."""
        today = timezone.now().astimezone(self.case.zone).date()
        heard = Told.objects.filter(contact__case=self.case, what__in=WHO_HEARD).order_by("at")
        told = heard.first()
        told_on = told.at.astimezone(self.case.zone).date() if told else today
        started = self.case.offers.filter(kind=OfferKind.ACCEPTED, starts_on__gt=day)
        if not day <= today + AWAY:
            self.add_error("agreed_on", "The last day must be within a year of today")
        elif day < told_on:
            since = "the day you told them" if told else "today"
            self.add_error("agreed_on", f"The last day they agreed to cannot be before {since}")
        elif started.exists():
            self.add_error("agreed_on", "The last day cannot be before your first day")

    def set_columns(self) -> None:
        """The length counts only where the contract asks for notice."""
        row: Notice = self.instance
        if row.contract != Answer.YES:
            row.length, row.unit, row.ends = None, "", ""

    def save(self, commit: bool = True) -> Notice:
        """The letter gives the day that was agreed on."""
        row = super().save()
        assert isinstance(row, Notice)
        if row.agreed_on:
            Letter.objects.filter(case=self.case).update(last_day=row.agreed_on)
        return row
