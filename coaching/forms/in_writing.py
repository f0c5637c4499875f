from typing import Any, ClassVar

from django.forms import BaseForm

from look.fields import PickMany, PickOne, TextField
from look.layout import Scale, draw
from offers.models import CONDITIONS, Case, Met, Rung, Writing

from .base import RowPage

SEEN = {
    "saw_pay": "The pay",
    "saw_start": "The start day",
    "saw_place": "The place",
    "saw_conditions": "What must happen first",
}
HOW_SURE = ((1, "Not at all"), (2, "2"), (3, "3"), (4, "4"), (5, "Very sure"))


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
    layout: ClassVar = ("rung", WhenWritten("seen"), Scale("keeps"))

    rung = PickOne(
        label="What do you have from them?",
        choices=Rung.choices,
        hints={
            Rung.TALK: "Interviews, or a chat about terms",
            Rung.SPOKEN: "By phone, on a video call or in person",
        },
        error="Choose what you have from them",
    )
    seen = PickMany(
        label="What have you read in black and white?",
        choices=tuple(SEEN.items()),
        required=False,
    )
    keeps = PickOne(
        label="How sure are you that they will keep their word?",
        help_text="Think of what they have done so far, not of what they say.",
        choices=HOW_SURE,
        coerce=int,
        empty_value=None,
        required=False,
    )

    class Meta:
        model = Writing
        fields = ("rung", "keeps")

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


def is_met(name: str) -> PickOne:
    words = CONDITIONS[name]
    label = f"{words}: is it settled?"
    return PickOne(label=label, choices=Met.choices, required=False)


class ConditionsForm(RowPage):
    """What has to happen before the job is really theirs: `about` is the offer."""

    background = is_met("background")
    references = is_met("references")
    permit = is_met("permit")
    degree = is_met("degree")
    health = is_met("health")
    conditions_left = TextField(
        label="Is there anything else that still has to happen?",
        help_text="Such as a budget that must be agreed, or a board that must say yes.",
        required=False,
    )

    class Meta:
        model = Writing
        fields = (*CONDITIONS, "conditions_left")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Writing:
        return WritingForm.instance_for(case, about)
