from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from coaching.models import DiaryLine
from coaching.weigh.diary import FEELINGS
from look.fields import LineField, PickOne
from look.layout import Scale
from offers.models import Case, Stage

from .base import RowPage

PICTURES = {
    Stage.NOT_ACCEPTED: ("Picture that you said yes.", "Now picture that you said no."),
    Stage.ACCEPTED: (
        "Picture your first day at the job.",
        "Now picture that you have told them no.",
    ),
    Stage.STARTED: ("Picture that you stay.", "Now picture that you have left."),
}
BODY = "How does your body feel?"


@dataclass(frozen=True, kw_only=True)
class Diary:
    """All lines so far, oldest first, and the day it is where the person is."""

    today: date
    lines: tuple[DiaryLine, ...]


def feeling(error: str) -> PickOne:
    return PickOne(choices=FEELINGS, coerce=int, error=error)


class DiaryForm(RowPage):
    """Today's line in the diary, `about`. N."""

    can_wait = False
    layout: ClassVar = (Scale("keep"), Scale("leave"), "line")
    buttons: ClassVar = (("go", "Save today’s line", "btn"),)

    keep = feeling("Choose how the first picture feels, from heavy to light")
    leave = feeling("Choose how the second picture feels, from heavy to light")
    line = LineField(label="One line about today", required=False)

    class Meta:
        model = DiaryLine
        fields = ("keep", "leave", "line")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        for name, picture in zip(("keep", "leave"), PICTURES[Stage(case.stage)], strict=True):
            self.fields[name].label = f"{picture} {BODY}"

    @classmethod
    def instance_for(cls, case: Case, about: Diary) -> DiaryLine:
        of_today = (line for line in about.lines if line.day == about.today)
        return next(of_today, None) or DiaryLine(case=case, day=about.today)
