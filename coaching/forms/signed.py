from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from coaching.models import SignedTerms
from coaching.weigh.papers import ASKED, Paper
from look.fields import DayField, TextField, YesNoField
from offers.models import Case

from .base import RowPage, one_of


def word(name: str) -> YesNoField:
    asked = ASKED[name]
    error = f"Choose yes, no or “I don’t know” for “{asked.subject}”"
    return YesNoField(label=asked.label, help_text=asked.help_text, error=error)


def copied() -> TextField:
    return TextField(
        label="Copy the words here",
        help_text="Word for word, so that an adviser can read them.",
        required=False,
    )


class PaperForm(RowPage):
    """One screen of what was signed: `about` is a Paper (S0-13, S4-10)."""

    signed = word("signed")
    signed_words = copied()
    start_by = word("start_by")
    notice = word("notice")
    final_pay = word("final_pay")
    tell_by = DayField(
        label="Is there a day by which you must tell them?",
        help_text="Leave it empty if you found none, or do not know.",
        required=False,
    )
    notice_words = copied()
    repay = word("repay")
    repay_words = copied()
    money = word("money")
    money_words = copied()
    other_work = word("other_work")
    other_work_words = copied()
    visa = word("visa")
    visa_words = copied()
    campus = word("campus")
    campus_words = copied()

    class Meta:
        model = SignedTerms
        fields = (
            "signed",
            "signed_words",
            "start_by",
            "notice",
            "final_pay",
            "tell_by",
            "notice_words",
            "repay",
            "repay_words",
            "money",
            "money_words",
            "other_work",
            "other_work_words",
            "visa",
            "visa_words",
            "campus",
            "campus_words",
        )

    def __init__(self, *args: Any, case: Case, about: Paper, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        for name in self._meta.fields or ():
            if name not in about.fields:
                del self.fields[name]

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> SignedTerms:
        return one_of(case, "signed_terms", SignedTerms)

    def clean_tell_by(self) -> date | None:
        """A day that has passed since it was saved may stay; a new one lies ahead."""
        day: date | None = self.cleaned_data["tell_by"]
        today = timezone.now().astimezone(self.case.zone).date()
        if day and day < today and "tell_by" in self.changed_data:
            raise ValidationError("The day to tell them by must be today or later", code="past")
        return day
