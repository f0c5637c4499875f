from typing import Any

from django.utils import timezone

from coaching.models import Reminders
from look.fields import PickMany
from offers.models import Case

from .base import ValuesPage, one_of

KINDS = (
    ("date", "The day before I decide, and an hour before"),
    ("diary", "Each day at 6pm, to write one line in my diary"),
    ("telling", "After I decide, while someone still does not know"),
    ("after", "To look back, two weeks after I decide and later on"),
)
HINTS = {
    "date": "Also a day before an offer ends, and a day after if nothing is decided.",
    "telling": "After one day, after three, and on the morning of the start day.",
    "after": "After 14, 30, 90 and 180 days. It goes on when your case is closed.",
}


class RemindersForm(ValuesPage):
    """Which e-mail the person wants. Saving nothing chosen stops them all."""

    can_wait = False
    as_h1 = "kinds"

    kinds = PickMany(
        label="What can we remind you of?",
        help_text="From 8am to 8pm on your clock, and never two within three hours.",
        choices=KINDS,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].hints = HINTS

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        row = getattr(case, "reminders", None)
        return {"kinds": [name for name, _ in KINDS if row and getattr(row, name)]}

    def save(self) -> None:
        chosen = self.cleaned_data["kinds"]
        row = one_of(self.case, "reminders", Reminders)
        for name, _ in KINDS:
            setattr(row, name, name in chosen)
        if not chosen:
            row.keep_in_touch_on = None
        row.asked_at = timezone.now()
        row.look_at = row.asked_at if chosen else None
        row.save()
