"""What happened when the person called somebody, or wrote to them."""

from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils import timezone

from coaching.models import Happened
from coaching.telling.record import record, token_from
from look.fields import DayField, PickOne, TextField
from offers.models import Case, Contact

from .base import ValuesPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question

CALLED = (
    (Happened.SPOKE, "We spoke"),
    (Happened.VOICEMAIL, "I left a voicemail"),
    (Happened.NO_ANSWER, "No one answered"),
)
# Those who get no letter may be told in a few lines of their own.
WROTE = (Happened.LETTER_SENT, "I wrote to them")
LONGEST_AGO = timedelta(days=365)


class LogForm(AsksMoment, ValuesPage):
    """Adds one row about `about`, a contact. The same form sent twice adds it once."""

    can_wait = False
    buttons: ClassVar = (("go", "Save what happened", "btn"),)
    layout: ClassVar = ("what", *AsksMoment.MOMENT, "said", "asked", "asked_by")

    what = PickOne(label="What happened?", error="Choose what happened")
    day = day_question()
    clock = clock_question()
    fold = fold_question()
    said = TextField(label="What did they say?", required=False)
    asked = TextField(
        label="Did they ask you to do anything?",
        help_text="For example, to send a laptop back, or to call someone.",
        required=False,
    )
    asked_by = DayField(label="By when?", required=False)
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, case: Case, gets_letter: bool, **kwargs: Any) -> None:
        super().__init__(*args, case=case, zone=case.zone, **kwargs)
        if case.is_not_accepted:
            self.fields["asked"].help_text = "For example, to sign a form, or to call someone."
        self.fields["what"].choices = CALLED if gets_letter else (*CALLED, WROTE)

    @classmethod
    def stored(cls, case: Case, about: Contact) -> dict[str, Any]:
        return {"token": str(uuid4())} | as_answers(timezone.now(), case.zone)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require("day", "clock")
        moment = self.cleaned_data["at"] = self.read_moment()
        if moment is None:
            return self.cleaned_data
        now = timezone.now()
        if moment > now:
            self.add_error("clock", "The time must be now or earlier")
        elif moment < now - LONGEST_AGO:
            self.add_error("day", "The date must be within the last year")
        asked_by = self.cleaned_data.get("asked_by")
        if asked_by and asked_by < self.cleaned_data["day"]:
            self.add_error("asked_by", "“By when?” must be on or after the day you spoke")
        return self.cleaned_data

    def save(self) -> None:
        answers = self.cleaned_data
        record(
            self.about,
            Happened(answers["what"]),
            token_from(answers["token"]),
            at=answers["at"],
            said=answers["said"],
            asked=answers["asked"],
            asked_by=answers["asked_by"],
        )
