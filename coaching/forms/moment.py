"""A date and a time of day, together one moment on the clocks where the person is."""

from datetime import date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from look.fields import ClockField, DayField, PickOne
from look.layout import Pair
from offers.walltime import FoldTime, GapTime, resolve

SKIPPED = "Enter another time. The clocks go forward that night and skip this one"
WHICH = "Choose which one you mean. The clocks go back that night, so this time comes twice"


class AsksMoment(forms.BaseForm):
    """For forms with the questions `day`, `clock` and `fold`.

    `fold` is asked only of somebody whose time comes twice, on the night the clocks go back.
    """

    MOMENT: ClassVar = (Pair("day", "clock"), "fold")

    def __init__(self, *args: Any, zone: ZoneInfo, **kwargs: Any) -> None:
        self.zone = zone
        super().__init__(*args, **kwargs)
        if not (self.is_bound and self._comes_twice()):
            del self.fields["fold"]

    def _comes_twice(self) -> bool:
        try:
            day = self.fields["day"].clean(self.data.get(self.add_prefix("day")))
            clock = self.fields["clock"].clean(self.data.get(self.add_prefix("clock")))
            if day and clock:
                resolve(datetime.combine(day, clock), self.zone)
        except FoldTime:
            return True
        except (ValidationError, GapTime):
            return False
        return False

    def read_moment(self) -> datetime | None:
        """Within `clean`: the moment, or None with an error beside the right question."""
        day: date | None = self.cleaned_data.get("day")
        clock: time | None = self.cleaned_data.get("clock")
        if day is None or clock is None:
            return None
        fold = self.cleaned_data.get("fold")
        try:
            wall = datetime.combine(day, clock)
            return resolve(wall, self.zone, int(fold) if fold else None)
        except GapTime:
            self.add_error("clock", SKIPPED)
        except FoldTime:
            self.add_error("fold", WHICH)
        return None


# Asked for by `clean` when another answer reveals them, so never marked "(optional)".
LATER: dict[str, Any] = {"required": False, "quiet": True}


def day_question(**kwargs: Any) -> DayField:
    return DayField(**{"label": "Date", "error": "Enter a date"} | LATER | kwargs)


def clock_question(**kwargs: Any) -> ClockField:
    return ClockField(**{"label": "Time", "error": "Enter a time, like 10:00"} | LATER | kwargs)


def fold_question() -> PickOne:
    return PickOne(
        label="Which one?",
        choices=(("0", "Before the clocks go back"), ("1", "After the clocks go back")),
        required=False,
        quiet=True,
    )


def as_answers(moment: datetime | None, zone: ZoneInfo) -> dict[str, Any]:
    """The answers that say this moment again."""
    if moment is None:
        return {}
    local = moment.astimezone(zone)
    return {"day": local.date(), "clock": local.time().replace(second=0, microsecond=0)}
