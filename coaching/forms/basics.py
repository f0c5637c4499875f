from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from look.fields import DayField, LineField, PickOne
from look.layout import Picks
from offers.models import (
    AcceptedHow,
    Case,
    Ends,
    Offer,
    OfferKind,
    Stage,
    kind_in_words,
)

from .base import RowPage
from .moment import LATER, AsksMoment, as_answers, clock_question, day_question, fold_question

# Nothing is accepted yet; and once begun, the job is the one they have now.
NOT_AT = {Stage.NOT_ACCEPTED: OfferKind.ACCEPTED, Stage.STARTED: OfferKind.CURRENT}
# What only a job has, and how it is left open.
OF_A_JOB = {"employer": "", "title": "", "place": "", "days_home": None, "starts_on": None}
FARTHEST = 3  # years: a start day further away is a slip of the hand


class BasicsForm(AsksMoment, RowPage):
    """Which job, where, when it starts; for the accepted one how, for another when it ends."""

    also = ("ends_at", *OF_A_JOB)
    layout: ClassVar = (
        Picks(
            "kind",
            reveal={
                OfferKind.ACCEPTED: ("accepted_on", "accepted_how"),
                OfferKind.OTHER: (Picks("ends", reveal={Ends.ON: AsksMoment.MOMENT}),),
            },
        ),
        "employer",
        "title",
        "place",
        "days_home",
        "starts_on",
    )

    kind = PickOne(label="What is this?", choices=OfferKind.choices, error="Choose what this is")
    accepted_on = DayField(
        label="When did you say yes?", error="Enter the day you said yes", **LATER
    )
    accepted_how = PickOne(
        label="How did you say yes?",
        choices=AcceptedHow.choices,
        error="Choose how you said yes",
        **LATER,
    )
    ends = PickOne(
        label="Does the offer end on a date?",
        choices=Ends.choices,
        error="Choose whether the offer ends on a date",
        **LATER,
    )
    day = day_question(error="Enter the date the offer ends")
    clock = clock_question(error="Enter the time the offer ends, like 17:00")
    fold = fold_question()
    employer = LineField(label="Employer", error="Enter the employer’s name", **LATER)
    title = LineField(label="Job title", error="Enter the job title", **LATER)
    place = LineField(label="Where is it?", help_text="A town, or “remote”", required=False)
    days_home = forms.TypedChoiceField(
        label="Days a week at home",
        choices=[("", "I don’t know"), *((n, str(n)) for n in range(6))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    starts_on = DayField(label="First day at work", required=False)

    class Meta:
        model = Offer
        fields = (
            "kind",
            "accepted_on",
            "accepted_how",
            "ends",
            "employer",
            "title",
            "place",
            "days_home",
            "starts_on",
        )

    def __init__(self, *args: Any, case: Case, about: Offer, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, zone=case.zone, **kwargs)
        self.initial.update(as_answers(about.ends_at, case.zone))
        self.fields["kind"].choices = kinds_for(case)
        if self["kind"].value() == OfferKind.NOTHING:
            for name in OF_A_JOB:
                del self.fields[name]

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> Offer:
        return about

    def set_columns(self) -> None:
        """Nothing lined up has no employer and no first day."""
        if self.instance.kind == OfferKind.NOTHING:
            for name, left_open in OF_A_JOB.items():
                setattr(self.instance, name, left_open)

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        # By its number: at the second click of a new offer, the first one's row is the same offer.
        others = Offer.objects.filter(case=self.case).exclude(number=self.instance.number)
        if kind == OfferKind.ACCEPTED and others.filter(kind=kind).exists():
            raise forms.ValidationError("Choose another kind. You can say yes to one job only")
        return kind

    def clean(self) -> dict[str, Any]:
        super().clean()
        kind = self.cleaned_data.get("kind")
        if kind != OfferKind.NOTHING:
            self.require("employer", "title")
        if kind == OfferKind.ACCEPTED:
            self.require("accepted_on", "accepted_how")
        if kind == OfferKind.OTHER:
            self.require("ends")
        self._check_days(timezone.now().astimezone(self.zone).date())
        self.instance.ends_at = self._read_end(kind)
        return self.cleaned_data

    def _check_days(self, today: Any) -> None:
        said_yes, starts = self.cleaned_data.get("accepted_on"), self.cleaned_data.get("starts_on")
        if said_yes and said_yes > today:
            self.add_error("accepted_on", "The day you said yes must be today or earlier")
        if starts is None:
            return
        has_begun = self.case.has_started and self.cleaned_data.get("kind") == OfferKind.ACCEPTED
        is_new = "starts_on" in self.changed_data
        if has_begun and starts > today:
            self.add_error("starts_on", "Your first day must be today or earlier")
        elif is_new and starts < today and not has_begun and self._has_no_past():
            self.add_error("starts_on", "The first day must be today or later")
        elif starts.year > today.year + FARTHEST:
            self.add_error("starts_on", f"The first day must be within {FARTHEST} years")

    def _has_no_past(self) -> bool:
        return self.cleaned_data.get("kind") != OfferKind.CURRENT

    def _read_end(self, kind: str | None) -> Any:
        if kind != OfferKind.OTHER or self.cleaned_data.get("ends") != Ends.ON:
            return None
        self.require("day", "clock")
        moment = self.read_moment()
        if moment and moment <= timezone.now() and "day" in self.changed_data:
            self.add_error("day", "Enter a date and time that are still to come")
        return moment


def kinds_for(case: Case) -> list[tuple[str, str]]:
    """The kinds of offer that make sense at this stage, in its words."""
    left_out = NOT_AT.get(Stage(case.stage))
    return [(kind.value, kind_in_words(kind, case.stage)) for kind in OfferKind if kind != left_out]
