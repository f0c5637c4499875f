from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from centres.models import LONGEST_WORDING
from look.fields import TextField
from look.forms import HouseForm
from review.wording import Place

CHANGED = "Somebody saved other words since you opened this page. Yours are still here"


class WordingForm(HouseForm):
    """The words in one place. `number` is the version that the page was opened with."""

    buttons: ClassVar = (
        ("go", "Save our words", "btn"),
        ("look", "See how it reads", "btn btn--second"),
    )

    text = TextField(
        label="Your words", max_length=LONGEST_WORDING, error="Write your words, or go back to ours"
    )
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, place: Place, current: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, self.current = place, current
        self.fields["text"].widget.attrs["rows"] = 14 if place.kind == "letter" else 6

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        refused = self.place.why_refused(text)
        if refused:
            raise ValidationError(refused[0])
        return text

    def clean(self) -> dict[str, Any]:
        super().clean()
        opened = self.cleaned_data.get("number")
        if not self.errors and opened != self.current and "look" not in self.data:
            self.add_error("text", CHANGED)
        return self.cleaned_data
