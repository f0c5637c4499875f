"""The three questions before the first task."""

from datetime import timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from look.fields import PickOne
from look.forms import HouseForm
from look.layout import Picks
from offers.models import AnswerWanted, Case, Stage
from offers.zones import FAMILIAR, is_zone, zone_name

from .base import RowPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question

WITHIN_A_DAY = timedelta(hours=24)
GO = (("go", "Continue", "btn"),)


class StageForm(HouseForm):
    as_h1 = "stage"
    buttons: ClassVar = GO

    stage = PickOne(
        label="Where are you now?",
        choices=Stage.choices,
        hints={
            Stage.NOT_ACCEPTED: "Good news: this is easier.",
            Stage.ACCEPTED: "This is what we are made for.",
            Stage.STARTED: "Weigh it up first. There is still a kind way to leave.",
        },
        error="Choose where you are now",
    )


class AnotherStageForm(StageForm):
    """The same for who has a case under way: the button says that this is another one."""

    buttons: ClassVar = (("another", "Start another", "btn btn--second"),)


class ZoneField(forms.ChoiceField):
    """A select of familiar zones, with the browser's own added when it is another."""

    quiet = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=FAMILIAR, **kwargs)

    def ask_the_browser(self) -> None:
        """Nothing is chosen yet: a script may propose the zone of this device."""
        self.widget.attrs["data-zone"] = ""

    def offer(self, zone: str, *, first: tuple[tuple[str, str], ...] = ()) -> None:
        """The familiar zones, and `zone` too when it is another; `first` stands before them."""
        others = zone and zone not in {key for _, zones in FAMILIAR for key, _ in zones}
        last = (("Where you are", ((zone, zone_name(zone)),)),) if others else ()
        self.choices = [*first, *FAMILIAR, *last]

    def validate(self, value: str) -> None:
        if not is_zone(value):
            raise ValidationError("Choose your time zone", code="required")


class ClockForm(AsksMoment, RowPage):
    """Does someone want an answer soon, and what time is it where the person is?"""

    also = ("answer_by",)
    can_wait = False
    as_h1 = "answer_wanted"
    buttons: ClassVar = GO
    layout: ClassVar = (
        Picks("answer_wanted", reveal={AnswerWanted.LATER: AsksMoment.MOMENT}),
        "time_zone",
    )

    answer_wanted = PickOne(
        label="Does someone want an answer soon?",
        choices=AnswerWanted.choices,
        hints={AnswerWanted.TODAY: "We start with the words to ask for more time"},
        error="Choose whether someone wants an answer soon",
    )
    day = day_question()
    clock = clock_question()
    fold = fold_question()
    time_zone = ZoneField(
        label="Which time zone are you in?",
        help_text="We use this to say times the way your clock does.",
    )

    class Meta:
        model = Case
        fields = ("answer_wanted", "time_zone")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        typed = (kwargs.get("data") or {}).get("time_zone", "")
        zone = ZoneInfo(typed) if is_zone(typed) else case.zone
        super().__init__(*args, case=case, zone=zone, **kwargs)
        self.initial.update(as_answers(case.answer_by, case.zone))
        zone_field = self.fields["time_zone"]
        chosen = kwargs.get("version", 0) > 0
        if not chosen:  # no zone is right for everyone, so none stands there yet
            self.initial["time_zone"] = ""
            if not self.is_bound:
                zone_field.ask_the_browser()
        known = typed if is_zone(typed) else self.initial["time_zone"]
        zone_field.offer(known, first=() if chosen else (("", "Choose"),))

    def clean(self) -> dict[str, Any]:
        super().clean()
        wanted, known = self.cleaned_data.get("answer_wanted"), self.instance.answer_by
        self.instance.answer_by = None
        if wanted == AnswerWanted.TODAY:
            is_known = "answer_wanted" not in self.changed_data
            self.instance.answer_by = known if is_known else timezone.now() + WITHIN_A_DAY
        if wanted == AnswerWanted.LATER:
            self.require("day", "clock")
            self.instance.answer_by = self.read_moment()
            if self.instance.answer_by and self.instance.answer_by <= timezone.now():
                self.add_error("day", "Enter a date and time that are still to come")
        return self.cleaned_data


class DeadlineForm(ClockForm):
    """The same questions, asked again once something has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer_wanted"].label = "By when do they want an answer?"
