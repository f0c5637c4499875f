"""How long a school keeps what it holds of shared cases."""

from typing import Any, ClassVar

from django import forms

from centres.models.retention import LATEST, SOONEST
from look.fields import HouseField
from look.forms import Button
from review.saving import RowForm


class DaysField(HouseField, forms.IntegerField):
    """A number of days. `called` is what an error calls it, so that each of them says its own."""

    def __init__(self, *, called: str, **kwargs: Any) -> None:
        words = {
            "invalid": f"{called} must be a number, like 180",
            "min_value": f"{called} must be {SOONEST} or more",
            "max_value": f"{called} must be {LATEST:,} or fewer",
        }
        super().__init__(min_value=SOONEST, max_value=LATEST, error_messages=words, **kwargs)


class RetentionForm(RowForm):
    buttons: ClassVar[tuple[Button, ...]] = (
        ("go", "Save the days", "btn"),
        ("rehearse", "See what it would do", "btn btn--second"),
    )

    close_after = DaysField(
        called="Idle days",
        label="End sharing after how many idle days?",
        help_text="Nothing was saved, written or opened in that time.",
        error="Enter after how many idle days sharing ends",
    )
    anonymise_after = DaysField(
        called="Days until the name goes",
        label="Take the name off how many days after sharing ended?",
        help_text="The name and the program go, and the tie to the totals and to incidents.",
        error="Enter after how many days the name goes",
    )
    erase_after = DaysField(
        called="Days until records go",
        label="Erase our records how many days after sharing ended?",
        help_text="Staff notes, views, messages and appointments go.",
        error="Enter after how many days records are erased",
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        name_goes, all_goes = (
            self.cleaned_data.get(f"{one}_after") for one in ("anonymise", "erase")
        )
        if name_goes and all_goes and all_goes < name_goes:
            self.add_error("erase_after", "Records must not go before the name does")
        return self.cleaned_data
