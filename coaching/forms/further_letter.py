"""What a letter says that goes beside the one about the decision, or after it."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from coaching.letters.draft import LONGEST_PHRASE
from coaching.letters.kinds import (
    KEEP_IN_TOUCH,
    RELEASE,
    REPAY,
    TAKE_BACK,
    TELL_LANDLORD,
    TELL_RELOCATION,
    LetterKind,
)
from coaching.models import FurtherLetter, HowToSettle, Paper
from look.fields import DayField, LineField, PickOne, TextField
from offers.models import Case

from .base import RowPage
from .tone import HasTone, tone_question

FURTHEST = timedelta(days=366)
NOTHING_YET = ("", "Nothing yet. Only ask for the sum in writing")
DAYS = {
    RELEASE.slug: ("The day you ask to end it on", ""),
    REPAY.slug: ("You would have paid it by", "Name a day you can keep."),
    TELL_LANDLORD.slug: ("You will tell them what you do by", "Name a day you can keep."),
    TELL_RELOCATION.slug: ("You would like their list by", ""),
}
LIKED = {
    TAKE_BACK.slug: ("One true thing you like there", "A whole sentence, as you would say it."),
    KEEP_IN_TOUCH.slug: ("One true thing to tell them", "What you learned from them, or liked."),
}


class FurtherLetterForm(HasTone, RowPage):
    """The letter `about`; it asks only what its kind draws on."""

    can_wait = False
    buttons: ClassVar = (("go", "Update the preview", "btn btn--second"),)
    layout: ClassVar = ("way", "amount", "by_day", "liked", "tone", "paper")

    way = PickOne(
        label="What do you propose?",
        choices=HowToSettle.choices,
        required=False,
    )
    amount = LineField(
        label="What they paid you",
        help_text="As your papers say it, such as “signing bonus of $3,000”.",
        required=False,
    )
    by_day = DayField(label="By which day", required=False)
    liked = TextField(label="One true thing", max_length=LONGEST_PHRASE, required=False)
    tone = tone_question()
    paper = PickOne(label="Paper size", choices=Paper.choices, error="Choose a paper size")

    class Meta:
        model = FurtherLetter
        fields = ("way", "amount", "by_day", "liked", "tone", "paper")

    def __init__(self, *args: Any, case: Case, kind: LetterKind, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["way"].choices = (NOTHING_YET, *HowToSettle.choices)
        unused = {"way", "amount", "by_day", "liked"} - set(kind.asks)
        self.fields = {name: one for name, one in self.fields.items() if name not in unused}
        for name, words in (("by_day", DAYS), ("liked", LIKED)):
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = words[kind.slug]
        if "liked" in self.fields:
            self.fields["liked"].widget.attrs["rows"] = 3

    @classmethod
    def instance_for(cls, case: Case, about: FurtherLetter) -> FurtherLetter:
        return about

    def clean_by_day(self) -> date | None:
        day: date | None = self.cleaned_data["by_day"]
        today = timezone.now().astimezone(self.case.zone).date()
        if day and day != self.initial.get("by_day") and not today <= day <= today + FURTHEST:
            raise ValidationError("The day must be today or later, and within a year")
        return day
