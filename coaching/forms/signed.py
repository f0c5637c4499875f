from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from coaching.models import SignedTerms
from look.fields import DayField, TextField, YesNoField
from offers.models import Case

from .base import RowPage, one_of

CHOOSE = "Choose yes, no or “I don’t know” for “{}”"


def word(label: str, help_text: str, subject: str) -> YesNoField:
    return YesNoField(label=label, help_text=help_text, error=CHOOSE.format(subject))


class SignedForm(RowPage):
    """Words to look for in the papers: reading tasks, no conclusions (S0-13, S4-10)."""

    repay = word(
        "Do you have to pay money back?",
        "Find the word “repay” or “return.” What does it say?",
        "pay money back",
    )
    notice = word(
        "Do you have to give notice?",
        "Find the word “notice.” How early must you tell them, and how?",
        "give notice",
    )
    other_work = word(
        "Are there jobs you may not take?",
        "Find “other work” or “compete.” Which jobs does it name?",
        "jobs you may not take",
    )
    start_by = word(
        "Did you agree to start by a day?",
        "Find the word “start.” Does it say what follows if you do not?",
        "start by a day",
    )
    tell_by = DayField(
        label="Is there a day by which you must tell them?",
        help_text="Leave it empty if you found none, or do not know.",
        required=False,
    )
    words = TextField(
        label="Copy the words here",
        help_text="Word for word, so that an adviser can read them.",
        required=False,
    )

    class Meta:
        model = SignedTerms
        fields = ("repay", "notice", "other_work", "start_by", "tell_by", "words")

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
