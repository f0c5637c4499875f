"""What was agreed with an employer."""

from typing import Any

from centres.models import LONGEST_AGREED
from look.fields import DayField, LineField, TextField
from review.saving import RowForm


class OutreachForm(RowForm):
    contact = LineField(label="Whom do you talk to there?", required=False)
    agreed = TextField(
        label="What was agreed?",
        help_text="About deadlines and terms. Name no student.",
        max_length=LONGEST_AGREED,
        required=False,
    )
    next_on = DayField(label="When do you talk next?", required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not self.cleaned_data["agreed"] and not self.cleaned_data["next_on"]:
            self.add_error("agreed", "Enter what was agreed, or a day to talk next")
        return self.cleaned_data
