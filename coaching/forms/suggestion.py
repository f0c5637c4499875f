"""Somebody for the job, who said yes to being named (S4-14)."""

from typing import Any, ClassVar

from django.utils import timezone

from coaching.models import Suggestion
from look.fields import EmailOrPhone, LineField, PickMany
from offers.models import Case

from .base import RowPage, one_of

YES = (("said_yes", "They said yes to being named"),)
TOO = (("in_letter", "Name them in my letter about the decision, too"),)


class SuggestionForm(RowPage):
    """Nothing of somebody else is kept before they said yes: the box is the first thing checked."""

    also = ("in_letter", "said_yes_at")
    can_wait = False
    layout: ClassVar = ("name", "reach", "why", "said_yes", "too")
    buttons: ClassVar = (("go", "Save and continue", "btn"),)

    name = LineField(label="Their name", error="Enter their name")
    reach = EmailOrPhone(
        label="How to reach them",
        help_text="An e-mail address or a phone number that they want to give.",
        error="Enter how to reach them",
    )
    why = LineField(
        label="Why they fit, in one line",
        help_text="It follows their name, such as “has done this work for three years.”",
        error="Enter in one line why they fit",
    )
    said_yes = PickMany(
        label="Did you ask them?",
        choices=YES,
        error="Ask them first. Then tick that they said yes",
    )
    too = PickMany(label="Where do you name them?", choices=TOO, required=False)

    class Meta:
        model = Suggestion
        fields = ("name", "reach", "why")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.initial["said_yes"] = ["said_yes"] if self.instance.pk else []
        self.initial["too"] = ["in_letter"] if self.instance.in_letter else []

    @classmethod
    def instance_for(cls, case: Case, about: object) -> Suggestion:
        return one_of(case, "suggestion", Suggestion)

    def set_columns(self) -> None:
        """Another name is another yes, given now."""
        self.instance.in_letter = "in_letter" in self.cleaned_data["too"]
        if self.instance.said_yes_at is None or "name" in self.changed_data:
            self.instance.said_yes_at = timezone.now()
