from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from coaching.models import Happened, Letter, Notice, NoticeOffered, Told
from look.fields import DayField, HouseField, PickOne, YesNoField
from look.layout import Picks
from offers.models import Answer, Case, OfferKind
from offers.notice import MOST_WEEKS

from .base import RowPage, one_of
from .moment import LATER

AWAY = timedelta(days=366)
WHO_HEARD = (Happened.SPOKE, Happened.LETTER_SENT, Happened.REPLIED)


class WeeksField(HouseField, forms.IntegerField):
    """A number of weeks, up to half a year of them."""

    default_error_messages = {
        "invalid": "Weeks must be a number, like 4",
        "min_value": "Weeks must be 1 or more",
        "max_value": f"Weeks must be {MOST_WEEKS} or fewer",
    }


class NoticeForm(RowPage):
    """The notice owed and offered. With `about`, they know, and may have named a day."""

    layout: ClassVar = (
        Picks("contract", reveal={Answer.YES: ("weeks",)}),
        "offered",
        "agreed_on",
    )

    contract = YesNoField(
        label="Does your contract ask for notice?",
        help_text="Find the word “notice” in what you signed.",
        error="Choose yes, no or “I don’t know” for “notice”",
    )
    weeks = WeeksField(
        label="How many weeks?",
        error="Enter how many weeks your contract asks for",
        min_value=1,
        max_value=MOST_WEEKS,
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
        fields = ("contract", "weeks", "offered", "agreed_on")

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
            self.require("weeks")
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
        """Weeks count only where the contract names them."""
        if self.instance.contract != Answer.YES:
            self.instance.weeks = None

    def save(self, commit: bool = True) -> Notice:
        """The letter gives the day that was agreed on."""
        row = super().save()
        assert isinstance(row, Notice)
        if row.agreed_on:
            Letter.objects.filter(case=self.case).update(last_day=row.agreed_on)
        return row
