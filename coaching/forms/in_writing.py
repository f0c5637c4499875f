from typing import Any, ClassVar

from django.forms import BaseForm

from look.fields import PickMany, PickOne, TextField
from look.layout import draw
from offers.models import Case, Rung, Writing

from .base import RowPage

SEEN = {
    "saw_pay": "The pay",
    "saw_start": "The start day",
    "saw_place": "The place",
    "saw_conditions": "What must happen first",
}


class WhenWritten:
    """Questions that matter only for an offer in writing; the style sheet hides them till then."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def render(
        self, form: BaseForm, context: Any = None, template_pack: str = "", **kwargs: Any
    ) -> str:
        return f'<div class="when-written">{draw(form, self.names)}</div>'


class WritingForm(RowPage):
    """How firm one offer is: `about` is that offer."""

    also = tuple(SEEN)
    layout: ClassVar = ("rung", WhenWritten("seen", "conditions_left"))

    rung = PickOne(
        label="What do you have from them?",
        choices=Rung.choices,
        hints={Rung.SPOKEN: "By phone, on a video call or in person"},
        error="Choose what you have from them",
    )
    seen = PickMany(
        label="What have you read in black and white?",
        choices=tuple(SEEN.items()),
        required=False,
    )
    conditions_left = TextField(
        label="What still has to happen?",
        help_text="Such as a background check, or a call to people who know you.",
        required=False,
    )

    class Meta:
        model = Writing
        fields = ("rung", "conditions_left")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = [name for name in SEEN if getattr(self.instance, name)]

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Writing:
        return getattr(about, "writing", None) or Writing(offer=about)

    def set_columns(self) -> None:
        """Only what is in writing can have been read."""
        seen = self.cleaned_data.get("seen", []) if self.instance.is_in_writing else []
        for name in SEEN:
            setattr(self.instance, name, name in seen)
