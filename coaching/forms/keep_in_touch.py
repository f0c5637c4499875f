"""What may be written later, also when the case is closed: look back, keep in touch (S0-12)."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.utils import timezone

from coaching.models import Reminders
from coaching.weigh.later import KEEP_IN_TOUCH, opens_on, weekday_from
from look.dates import day as in_words
from look.dates import full_day
from look.fields import NO, YES, YES_NO, DayField, PickOne, YesNoField
from look.layout import Picks
from offers.models import Case

from .base import ValuesPage, one_of
from .moment import LATER

NEVER, OTHER = "never", "other"
AHEAD = {"three": ("In about three months", 91), "six": ("In about six months", 182)}
AHEAD |= {"year": ("In a year", 365)}
LEFT_BEHIND = "With the people of the job you left. It is one e-mail, to you alone."
SETTLES = "Let the news settle first"
FARTHEST = timedelta(days=3 * 366)


class KeepInTouchForm(ValuesPage):
    """`about` says whether there is somebody to keep in touch with: an employer left behind."""

    can_wait = False
    layout: ClassVar = ("after", Picks("touch", reveal={OTHER: ["on"]}))

    after = YesNoField(
        label="Write to me when it is time to look back?",
        help_text="After 14, 30, 90 and 180 days. Not about what you have done already.",
        choices=YES_NO,
        error="Choose yes or no for looking back",
    )
    touch = PickOne(
        label="When do you want to keep in touch?",
        help_text="With the people of the job you did not take. It is one e-mail, to you alone.",
        error="Choose when you want to keep in touch",
    )
    on = DayField(label="Which day?", error="Enter the day to keep in touch", **LATER)

    def __init__(self, *args: Any, case: Case, about: bool, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        if not about:
            del self.fields["touch"], self.fields["on"]
            return
        days = [
            (name, f"{words}: {_ahead_in_words(case, n)}") for name, (words, n) in AHEAD.items()
        ]
        if case.has_started:
            self.fields["touch"].help_text = LEFT_BEHIND
        self.fields["touch"].choices = [(NEVER, "Not at all"), *days, (OTHER, "On another day")]

    @classmethod
    def stored(cls, case: Case, about: bool) -> dict[str, Any]:
        row = getattr(case, "reminders", None)
        if row is None:
            return {}
        on = row.keep_in_touch_on
        touch = {"touch": OTHER, "on": on} if on else {"touch": NEVER}
        return {"after": YES if row.after else NO, **touch}

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("touch") != OTHER:
            return self.cleaned_data
        self.require("on")
        day, now = self.cleaned_data.get("on"), today(self.case)
        if day and "on" in self.changed_data and not now < day <= now + FARTHEST:
            late = "The day must be within three years"
            self.add_error("on", late if day > now else "The day must be tomorrow or later")
        elif day and "on" in self.changed_data and day < (first := self._settled_on()):
            self.add_error("on", f"The day must be {full_day(first)}, or later. {SETTLES}")
        return self.cleaned_data

    def _settled_on(self) -> date:
        """From when on the letter can be written. There is a decision, since it is asked."""
        decided = self.case.decisions.latest("decided_at", "pk").decided_at
        return opens_on(decided, KEEP_IN_TOUCH, self.case.zone)

    @property
    def chosen_day(self) -> date | None:
        touch = self.cleaned_data.get("touch")
        if touch in AHEAD:
            return _ahead(self.case, AHEAD[touch][1])
        return self.cleaned_data.get("on") if touch == OTHER else None

    def save(self) -> None:
        """What else was asked for goes on as it was."""
        row = one_of(self.case, "reminders", Reminders)
        row.after, row.keep_in_touch_on = self.cleaned_data["after"] == YES, self.chosen_day
        now = timezone.now()
        if row._state.adding:
            row.asked_at = now
        row.look_at = now if row.are_on else None
        row.save()


def today(case: Case) -> date:
    return timezone.now().astimezone(case.zone).date()


def _ahead_in_words(case: Case, days: int) -> str:
    return in_words(_ahead(case, days), today(case))


def _ahead(case: Case, days: int) -> date:
    return weekday_from(today(case) + timedelta(days=days))
