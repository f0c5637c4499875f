"""What happened when the person called somebody, or wrote to them."""

from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils import timezone

from coaching.models import Decision, Happened, Told
from coaching.telling.record import record, token_from
from look.dates import day
from look.fields import DayField, PickOne, TextField
from look.layout import Picks
from offers.models import Case

from .base import ValuesPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question

CALLED = (
    (Happened.SPOKE, "We spoke"),
    (Happened.VOICEMAIL, "I left a voicemail"),
    (Happened.NO_ANSWER, "No one answered"),
)
# Those who get no letter may be told in a few lines of their own.
WROTE = (Happened.LETTER_SENT, "I wrote to them")
SAID = ("said", "asked", "asked_by")
ONLY_IN_A_TALK = "Choose “We spoke” to keep this, or empty it"


class LogForm(AsksMoment, ValuesPage):
    """Adds one row about `about`, a contact. The same form sent twice adds it once."""

    can_wait = False
    buttons: ClassVar = (("go", "Save what happened", "btn"),)
    # Who was not reached said nothing, and asked for nothing.
    layout: ClassVar = (Picks("what", reveal={Happened.SPOKE: SAID}), *AsksMoment.MOMENT)

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

    def __init__(
        self, *args: Any, case: Case, decision: Decision, gets_letter: bool, **kwargs: Any
    ) -> None:
        self.decided_on = decision.decided_at.astimezone(case.zone).date()
        super().__init__(*args, case=case, zone=case.zone, **kwargs)
        if case.is_not_accepted:
            self.fields["asked"].help_text = "For example, to sign a form, or to call someone."
        self.fields["what"].choices = CALLED if gets_letter else (*CALLED, WROTE)

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        return {"token": str(uuid4())} | as_answers(timezone.now(), case.zone)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require("day", "clock")
        self.cleaned_data["at"] = self.read_moment()
        self._check_moment()
        asked_by, day_of_talk = self.cleaned_data.get("asked_by"), self.cleaned_data.get("day")
        if asked_by and day_of_talk and asked_by < day_of_talk:
            self.add_error("asked_by", "“By when?” must be on or after the day you spoke")
        if self.cleaned_data.get("what", Happened.SPOKE) != Happened.SPOKE:
            for name in SAID:
                if self.cleaned_data.get(name):
                    self.add_error(name, ONLY_IN_A_TALK)
        return self.cleaned_data

    def _check_moment(self) -> None:
        """Between the day of the decision, on the person's own clock, and now."""
        moment, now = self.cleaned_data["at"], timezone.now()
        if moment is None:
            return
        if moment.date() < self.decided_on:
            first = day(self.decided_on, now.astimezone(self.zone).date())
            self.add_error("day", f"The date must be on or after {first}, when you decided")
        elif moment.date() > now.astimezone(self.zone).date():
            self.add_error("day", "The date must be today or earlier")
        elif moment > now:
            self.add_error("clock", "The time must be now or earlier")

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


class CorrectForm(LogForm):
    """Changes one row that was written down before; `about` is that row."""

    buttons: ClassVar = (("go", "Save the change", "btn"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["token"]

    @classmethod
    def stored(cls, case: Case, about: Told) -> dict[str, Any]:
        answers = {name: getattr(about, name) for name in ("what", *SAID)}
        return answers | as_answers(about.at, case.zone)

    def save(self) -> None:
        answers = self.cleaned_data
        names = ("what", "at", *SAID)
        Told.objects.filter(pk=self.about.pk).update(**{name: answers[name] for name in names})
