"""Closing a case, and deleting it."""

import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from centres.models import LONGEST_GIVEN, Reason
from look.fields import NO, YES, HouseField, LineField, PickOne
from look.layout import Picks
from offers.models import Case, Contact

from .base import ValuesPage

NOT_OF_THE_CODE = re.compile(r"[\s\-–—]")

WHY_UNTOLD = (
    ("no-answer", "I tried, and they do not answer"),
    ("another", "Someone else has told them"),
    ("later", "I will tell them after this"),
    ("rather-not", "I would rather not say"),
)


class DaysField(HouseField, forms.IntegerField):
    """How many days somebody had to answer."""

    default_error_messages = {
        "invalid": "Days must be a number, like 7",
        "min_value": "Days must be 0 or more",
        "max_value": f"Days must be {LONGEST_GIVEN} or fewer",
    }


class CloseForm(ValuesPage):
    """Closes the case. With somebody untold (`about`) it first asks why.

    Who shares it with a `school` is asked what may go into its totals; the reason only of those who
    have one to give (`has_left`), and only with their yes.
    """

    can_wait = False
    buttons: ClassVar = (("go", "Close and keep everything", "btn"),)
    layout: ClassVar = ("why", "days_given", Picks("count_reason", reveal={YES: ["reason"]}))

    why = PickOne(
        label="Why close before they know?",
        choices=WHY_UNTOLD,
        error="Choose why you close before they know",
    )

    days_given = DaysField(
        label="How many days did they give you to answer?",
        min_value=0,
        max_value=LONGEST_GIVEN,
        required=False,
    )
    count_reason = PickOne(
        label="Count my reason in school totals",
        choices=((NO, "No, leave my reason out"), (YES, "Yes, count one reason")),
        initial=NO,
        error="Choose whether to count your reason",
    )
    reason = PickOne(
        label="Which reason?",
        choices=Reason.choices,
        required=False,
        quiet=True,
        error="Choose the reason to count",
    )

    def __init__(
        self, *args: Any, about: list[Contact], school: str, has_left: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, about=about, **kwargs)
        if not about:
            del self.fields["why"]
        if not school:
            del self.fields["days_given"]
        else:
            self.fields[
                "days_given"
            ].help_text = (
                f"{school} counts this, without your name, to see who gives too little time."
            )
        if not school or not has_left:
            del self.fields["count_reason"], self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("count_reason") == YES:
            self.require("reason")
        return self.cleaned_data

    @property
    def for_the_totals(self) -> dict[str, Any]:
        """What the person agreed to have counted."""
        agreed = self.cleaned_data.get("count_reason") == YES
        return {
            "days_given": self.cleaned_data.get("days_given"),
            "reason": self.cleaned_data["reason"] if agreed else "",
        }

    @property
    def why_in_words(self) -> str:
        """The reason in words; empty when everybody knows."""
        return dict(WHY_UNTOLD).get(self.cleaned_data.get("why", ""), "")


class DeleteForm(ValuesPage):
    """Typing the code keeps a stray click from erasing a case."""

    can_wait = False
    buttons: ClassVar = (("go", "Delete everything now", "btn"),)

    code = LineField(label="Type the code to delete this case", autocomplete="off")
    code.widget.attrs["autocapitalize"] = "off"

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        shown = f"{case.code[:5]} {case.code[5:]}"
        self.fields["code"].help_text = f"The code is {shown}"
        self.wrong = f"Type the code as shown: {shown}"
        self.fields["code"].error_messages["required"] = self.wrong

    def clean_code(self) -> str:
        code = NOT_OF_THE_CODE.sub("", self.cleaned_data["code"]).lower()
        if code != self.case.code:
            raise ValidationError(self.wrong)
        return code

    def save(self) -> None:
        """Everything of the case goes with it."""
        self.case.delete()
