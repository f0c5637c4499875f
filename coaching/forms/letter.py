"""What a letter says, answer by answer; and why one goes out before a call."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from coaching.letters.draft import LONGEST_PHRASE
from coaching.letters.kinds import TELL_RECRUITER, TELL_REFERRER, TELL_SCHOOL, LetterKind
from coaching.models import Letter, Notice, Paper, ReasonLevel
from look.dates import day as weekday_and_day
from look.fields import DayField, PickMany, PickOne, TextField
from look.layout import Picks
from offers.models import AcceptedHow, Answer, Case, Contact, Stage

from .base import RowPage, ValuesPage
from .tone import HasTone, tone_question

OFFERS = {
    "offers_pass_on": "Pass the opening on to someone",
    "offers_return": "Return equipment",
    "offers_notes": "Share my onboarding notes",
    "offers_repay": "Pay back what they paid me",
}
PARTS = {
    "asks_release": "Ask them to release me, and to put it in writing",
    "with_thanks": "Thank everyone for their time",
    "with_apology": "Say sorry for the trouble, once",
}
# Each question of checkboxes, and the columns it fills.
BOXES = {"offers": OFFERS, "parts": PARTS}
NOTES = (TELL_RECRUITER, TELL_REFERRER, TELL_SCHOOL)
FURTHEST = timedelta(days=366)
# A letter of resignation gives no reasons; only it has a last day.
NOT_ASKED = {
    Stage.NOT_ACCEPTED: ("last_day", "return_by"),
    Stage.ACCEPTED: ("last_day",),
    Stage.STARTED: ("reason", "reason_words"),
}


class LetterForm(HasTone, RowPage):
    """The letter `about`, whose first wording follows from these answers."""

    also = (*OFFERS, *PARTS)
    can_wait = False
    buttons: ClassVar = (("go", "Update the preview", "btn btn--second"),)
    layout: ClassVar = (
        Picks("reason", reveal={ReasonLevel.FIT: ("reason_words",)}),
        "last_day",
        "liked",
        Picks("offers", reveal={"offers_return": ("return_by",)}),
        "parts",
        "tone",
        "paper",
    )

    reason = PickOne(
        label="How much do you want to say about why?",
        choices=ReasonLevel.choices,
        hints={
            ReasonLevel.PERSONAL: "No details. Private stays private.",
            ReasonLevel.NONE: "That is allowed. Short is fine.",
        },
        error="Choose how much to say about why",
    )
    reason_words = TextField(
        label="Your reason, in a few words",
        help_text="It follows “a role that is …”. Do not name the new employer or the pay.",
        max_length=LONGEST_PHRASE,
        required=False,
    )
    last_day = DayField(
        label="Your last day",
        help_text="Two weeks from today is common. Your contract may say more.",
        error="Enter your last day",
    )
    liked = TextField(
        label="One true thing you liked",
        help_text="It makes the letter sound like you, not like a form.",
        max_length=LONGEST_PHRASE,
        required=False,
    )
    offers = PickMany(
        label="Anything you can offer?", choices=tuple(OFFERS.items()), required=False
    )
    parts = PickMany(
        label="What else it says", choices=tuple(PARTS.items()), required=False, quiet=True
    )
    return_by = DayField(label="You will return it by", required=False)
    tone = tone_question()
    paper = PickOne(label="Paper size", choices=Paper.choices, error="Choose a paper size")

    class Meta:
        model = Letter
        fields = ("reason", "reason_words", "last_day", "liked", "return_by", "tone", "paper")

    def __init__(self, *args: Any, case: Case, kind: LetterKind, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        for question, columns in BOXES.items():
            self.initial[question] = [name for name in columns if getattr(self.instance, name)]
        if not (self.instance.offers_repay or was_paid(case, self.instance.contact)):
            self._leave_out("offers", "offers_repay")
        for name in {*NOT_ASKED[Stage(case.stage)], *self._not_for_them(kind)}:
            self.fields.pop(name, None)
        is_bound = self.instance.asks_release or may_be_bound(case, self.instance.contact)
        if kind in NOTES or not is_bound:
            self._leave_out("parts", "asks_release")
        if case.is_not_accepted:  # nothing of theirs to return, and no promise to be sorry for
            self._leave_only("offers", "offers_pass_on")
            self._leave_only("parts", "with_thanks")
        notice = getattr(case, "notice", None)
        if "last_day" in self.fields and notice and notice.offered:
            self.fields["last_day"].help_text = self._with_notice(notice)
        if "reason_words" in self.fields:
            self.fields["reason_words"].widget.attrs["rows"] = 2
        if "liked" in self.fields:
            self.fields["liked"].widget.attrs["rows"] = 3

    def _with_notice(self, notice: Notice) -> str:
        """What they said they offer, and the day it leads to if they tell them today."""
        today = timezone.now().astimezone(self.case.zone).date()
        if notice.agreed_on:
            return f"They agreed to {weekday_and_day(notice.agreed_on, today)}."
        if notice.leaves_now:
            return "You ask to leave right away. Two weeks from today is common."
        last = weekday_and_day(notice.last_day(today), today)
        return (
            f"You offer {notice.span_offered(today)}. Tell them today, and your last day is {last}."
        )

    def _not_for_them(self, kind: LetterKind) -> tuple[str, ...]:
        """What a note to somebody beside who hires has no use for."""
        if kind not in NOTES:
            return ()
        drawn_on = {"reason": ("reason", "reason_words"), "liked": ("liked",)}
        unused = (names for asked, names in drawn_on.items() if asked not in kind.asks)
        return ("last_day", "offers", "return_by", *(name for names in unused for name in names))

    def _leave_out(self, question: str, column: str) -> None:
        field = self.fields[question]
        field.choices = [(name, words) for name, words in field.choices if name != column]

    def _leave_only(self, question: str, column: str) -> None:
        field = self.fields[question]
        field.choices = [(name, words) for name, words in field.choices if name == column]

    @classmethod
    def instance_for(cls, case: Case, about: Letter) -> Letter:
        return about

    def clean_last_day(self) -> date | None:
        return self._still_to_come("last_day", "Your last day")

    def clean_return_by(self) -> date | None:
        return self._still_to_come("return_by", "The day you return it")

    def _still_to_come(self, name: str, words: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        today = timezone.now().astimezone(self.case.zone).date()
        if day and day != self.initial.get(name) and not today <= day <= today + FURTHEST:
            raise ValidationError(f"{words} must be today or later, and within a year")
        return day

    def set_columns(self) -> None:
        for question, columns in BOXES.items():
            for name in columns if question in self.cleaned_data else ():
                setattr(self.instance, name, name in self.cleaned_data[question])


def was_paid(case: Case, contact: Contact) -> bool:
    """They have paid something already, so that offering to pay it back makes sense."""
    situation = getattr(case, "situation", None)
    pay = getattr(contact.offer, "pay", None)
    paid = (getattr(pay, "signing_paid", ""), getattr(pay, "moving_paid", ""))
    return Answer.YES in (getattr(situation, "money", ""), *paid)


def may_be_bound(case: Case, contact: Contact) -> bool:
    """They may have signed and have not started, so that being let go by agreement is worth asking.

    Who has started gives notice instead.
    """
    situation = getattr(case, "situation", None)
    signed = situation is not None and situation.may_have_signed
    by_hand = contact.offer is not None and contact.offer.accepted_how == AcceptedHow.SIGNED
    return case.stage == Stage.ACCEPTED and (signed or by_hand)


class LetterFirstForm(ValuesPage):
    """Why the letter `about` goes out before a call. The answer is optional; asking it is not."""

    buttons: ClassVar = (("go", "Make the letter anyway", "btn btn--second"),)

    why = TextField(
        label="Why is a letter better this time?",
        help_text="Only for you, if you look back later.",
        required=False,
    )
