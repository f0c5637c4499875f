"""What a letter says that may leave before a decision, answer by answer."""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from coaching.letters.draft import LONGEST_PHRASE
from coaching.letters.kinds import ACCEPT, ASK_WRITING, SPEED_UP, LetterKind
from coaching.letters.safe_checks import says_leaving
from coaching.models import Paper, SafeLetter
from look.fields import DayField, PickOne, TextField
from look.layout import Pair
from offers.models import Case

from .base import RowPage, ValuesPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question
from .tone import HasTone, tone_question
from .words import WordsForm

FURTHEST = timedelta(days=366)
NO_LEAVING = "Take out that you may go. The letters that say so open once you have decided."
DAYS = {
    SPEED_UP.slug: ("Your deadline", "Name only a true one."),
    ASK_WRITING.slug: ("The day you need it by", "Leave them two or three working days."),
    ACCEPT.slug: ("The day you need the letter by", ""),
}


class SafeLetterForm(HasTone, AsksMoment, RowPage):
    """The letter `about`; it asks only what its kind draws on."""

    also = ("by_at",)
    can_wait = False
    buttons: ClassVar = (("go", "Update the preview", "btn btn--second"),)
    layout: ClassVar = (
        Pair("day", "clock"),
        "fold",
        "cites_school",
        "by_day",
        "liked",
        "tone",
        "paper",
    )

    day = day_question(label="You will answer by", error="Enter the day you will answer by")
    clock = clock_question(label="At what time", error="Enter a time, like 10:00")
    fold = fold_question()
    by_day = DayField(label="By which day", required=False)
    liked = TextField(
        label="One true thing you like about it",
        help_text="It makes the letter sound like you, not like a form.",
        max_length=LONGEST_PHRASE,
        required=False,
    )
    tone = tone_question()
    paper = PickOne(label="Paper size", choices=Paper.choices, error="Choose a paper size")

    class Meta:
        model = SafeLetter
        fields = ("by_day", "cites_school", "liked", "tone", "paper")
        labels: ClassVar = {"cites_school": "Say what my school asks of employers"}

    def __init__(
        self,
        *args: Any,
        case: Case,
        about: SafeLetter,
        kind: LetterKind,
        may_cite: bool = False,
        **kwargs: Any,
    ) -> None:
        """`may_cite`: the school asks employers for more time than this one gave."""
        super().__init__(*args, case=case, about=about, zone=case.zone, **kwargs)
        self.kind = kind
        self.initial.update(as_answers(self.instance.by_at, case.zone))
        left_out = {"by_day", "liked"} - set(kind.asks)
        if not may_cite:
            left_out.add("cites_school")
        if "by_at" not in kind.asks:
            left_out |= {"day", "clock", "fold"}
        self.fields = {name: one for name, one in self.fields.items() if name not in left_out}
        if "by_day" in self.fields:
            self.fields["by_day"].label, self.fields["by_day"].help_text = DAYS[kind.slug]
        if "liked" in self.fields:
            self.fields["liked"].widget.attrs["rows"] = 3

    @classmethod
    def instance_for(cls, case: Case, about: SafeLetter) -> SafeLetter:
        return about

    def clean_by_day(self) -> date | None:
        day: date | None = self.cleaned_data["by_day"]
        today = timezone.now().astimezone(self.zone).date()
        if day and day != self.initial.get("by_day") and not today <= day <= today + FURTHEST:
            raise ValidationError("The day must be today or later, and within a year")
        return day

    def clean_liked(self) -> str:
        words: str = self.cleaned_data["liked"]
        if says_leaving(words):
            raise ValidationError(NO_LEAVING)
        return words

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "day" in self.fields:
            self.require("day", "clock")
            self._check(self.read_moment())
        return self.cleaned_data

    def _check(self, by_at: datetime | None) -> None:
        now = timezone.now()
        if by_at and by_at != self.instance.by_at and not now < by_at <= now + FURTHEST:
            self.add_error("day", "Choose a day and time that are still to come, within a year")
        self.cleaned_data["by_at"] = by_at

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(name for name in super().columns if name in self.cleaned_data)

    def set_columns(self) -> None:
        if "by_at" in self.cleaned_data:
            self.instance.by_at = self.cleaned_data["by_at"]


class SafeWordsForm(WordsForm):
    """Every word of such a letter, but none that takes a yes back."""

    def __init__(self, *args: Any, names: tuple[str, ...], **kwargs: Any) -> None:
        self.names = names
        super().__init__(*args, **kwargs)

    def clean_words(self) -> str:
        words = super().clean_words()
        if says_leaving(words, *self.names):
            raise ValidationError(NO_LEAVING)
        return words


class SecondYesForm(ValuesPage):
    """Going on knowingly: a yes to another job while the first one stands."""

    buttons: ClassVar = (("go", "Write this letter anyway", "btn btn--second"),)

    why = TextField(
        label="Why will they not write it first?",
        help_text="Only for you, if you look back later.",
        required=False,
    )
