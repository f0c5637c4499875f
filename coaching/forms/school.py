from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from coaching.models import AnswerTime, AtSchool, JobKind
from look.fields import DayField, PickOne
from offers.models import Case

from .base import RowPage, one_of


class AtSchoolForm(RowPage):
    """Which kind of job it is, and whether the talks were had that the school asks for."""

    buttons: ClassVar = (("go", "Save", "btn"),)

    kind = PickOne(
        label="What kind of job is it?",
        choices=JobKind.choices,
        error="Choose what kind of job it is",
    )
    talked = forms.BooleanField(label="I have talked to them", required=False)

    class Meta:
        model = AtSchool
        fields = ("kind", "talked")

    def __init__(self, *args: Any, case: Case, about: bool, **kwargs: Any) -> None:
        """`about` says whether the school asks for a talk first."""
        super().__init__(*args, case=case, about=about, **kwargs)
        if not about:
            del self.fields["talked"]

    @classmethod
    def instance_for(cls, case: Case, about: object) -> AtSchool:
        return one_of(case, "at_school", AtSchool)


class AnswerTimeForm(RowPage):
    """How long there was to answer one offer: `about` is its AnswerTime."""

    can_wait = False
    buttons: ClassVar = (("go", "Save", "btn"),)

    made_on = DayField(
        label="When did they make the offer?", error="Enter the day they made the offer"
    )
    wanted_by = DayField(
        label="By when did they want your answer?",
        help_text="The day they first said, even if you got more time.",
        error="Enter the day by which they wanted your answer",
    )

    class Meta:
        model = AnswerTime
        fields = ("made_on", "wanted_by")

    @classmethod
    def instance_for(cls, case: Case, about: AnswerTime) -> AnswerTime:
        return about

    def clean_made_on(self) -> date:
        made: date = self.cleaned_data["made_on"]
        if made > timezone.now().astimezone(self.case.zone).date():
            raise forms.ValidationError("The day they made the offer must be today or earlier")
        return made

    def clean(self) -> dict[str, Any]:
        super().clean()
        made, wanted = self.cleaned_data.get("made_on"), self.cleaned_data.get("wanted_by")
        if made and wanted and wanted < made:
            self.add_error("wanted_by", "This day must be on or after the day of the offer")
        return self.cleaned_data
