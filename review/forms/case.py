"""What staff write and choose about one case."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from centres.models import Membership
from coaching.forms.moment import AsksMoment, clock_question, day_question, fold_question
from coaching.models import LONGEST_MESSAGE
from look.fields import LineField, PickOne, TextField, TokenField
from look.forms import HouseForm

MESSAGE, NOTE = "message", "note"
NOBODY = "nobody"
FURTHEST = timedelta(days=90)  # a talk further off is most likely a mistyped year
BY_LAW = (
    "Students never see notes here. They can ask the school for them by law, so write what you"
    " would say to them."
)


class WriteForm(HouseForm):
    """A line about one case. The same form sent twice is one line."""

    kind: ClassVar[str]
    asks: ClassVar[str]
    hint: ClassVar[str]
    layout: ClassVar = ("words",)

    words = TextField(max_length=LONGEST_MESSAGE, error="Enter what you want to say")
    token = TokenField()

    def __init__(self, *args: Any, student: str, **kwargs: Any) -> None:
        """`student` is what to call them."""
        super().__init__(*args, **kwargs | {"auto_id": f"id_{self.kind}_%s"})
        self.fields["kind"] = forms.CharField(initial=self.kind, widget=forms.HiddenInput)
        self.fields["words"].label = self.asks.format(student)
        self.fields["words"].help_text = self.hint


class MessageForm(WriteForm):
    kind = MESSAGE
    asks = "Reply to {}"
    hint = "Plain words. Answer the question first, then explain."
    buttons: ClassVar = (("go", "Send to the student", "btn btn--small"),)


class NoteForm(WriteForm):
    kind = NOTE
    asks = "Note for the staff"
    hint = BY_LAW
    buttons: ClassVar = (("go", "Save note", "btn btn--small btn--second"),)


class AssignForm(HouseForm):
    """Somebody of the team, or nobody yet."""

    as_h1 = "who"
    buttons: ClassVar = (("go", "Save", "btn"),)

    who = PickOne(label="Who helps with this case?", error="Choose who helps with this case")

    def __init__(
        self, *args: Any, member: Membership, team: Iterable[Membership], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.team = {str(one.pk): one for one in team}
        others = [(pk, one.name) for pk, one in self.team.items() if one != member]
        choices = [(str(member.pk), "Me"), *others, (NOBODY, "No one: back to the queue")]
        self.fields["who"].choices = choices

    @property
    def chosen(self) -> Membership | None:
        return self.team.get(self.cleaned_data["who"])


class AgreeForm(AsksMoment, HouseForm):
    """The time, on the clocks of the centre, and where."""

    buttons: ClassVar = (("go", "Agree to this time", "btn"),)
    layout: ClassVar = (*AsksMoment.MOMENT, "place")

    day = day_question()
    clock = clock_question()
    fold = fold_question()
    place = LineField(
        label="Where?",
        help_text="A room, a phone number, or a link.",
        max_length=200,
        error="Enter where you meet",
    )

    moment: datetime | None = None

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require("day", "clock")
        self.moment = self.read_moment()
        now = timezone.now()
        if self.moment and self.moment <= now:
            self.add_error("day", "Enter a date and time that are still to come")
        elif self.moment and self.moment > now + FURTHEST:
            self.add_error("day", f"The date must be within {FURTHEST.days} days from today")
        return self.cleaned_data
