"""The job, what it pays, the people: the pages about one offer."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from look.fields import DayField, EmailLine, LineField, PickOne
from look.layout import Group, Picks
from offers.fields import MoneyField
from offers.models import (
    AcceptedHow,
    Answer,
    Case,
    Contact,
    Ends,
    Offer,
    OfferKind,
    Pay,
    Per,
    Role,
    Stage,
    Sure,
)
from offers.money import SYMBOLS

from .base import RowPage, ValuesPage
from .moment import LATER, AsksMoment, as_answers, clock_question, day_question, fold_question

FARTHEST = 3  # years: a start day further away is a slip of the hand


class BasicsForm(AsksMoment, RowPage):
    """Which job, where, when it starts; for the accepted one how, for another when it ends."""

    also = ("ends_at",)
    layout: ClassVar = (
        Picks(
            "kind",
            reveal={
                OfferKind.ACCEPTED: ("accepted_on", "accepted_how"),
                OfferKind.OTHER: (Picks("ends", reveal={Ends.ON: AsksMoment.MOMENT}),),
            },
        ),
        "employer",
        "title",
        "place",
        "days_home",
        "starts_on",
    )

    kind = PickOne(label="What is this?", choices=OfferKind.choices, error="Choose what this is")
    accepted_on = DayField(
        label="When did you say yes?", error="Enter the day you said yes", **LATER
    )
    accepted_how = PickOne(
        label="How did you say yes?",
        choices=AcceptedHow.choices,
        error="Choose how you said yes",
        **LATER,
    )
    ends = PickOne(
        label="Does the offer end on a date?",
        choices=Ends.choices,
        error="Choose whether the offer ends on a date",
        **LATER,
    )
    day = day_question(error="Enter the date the offer ends")
    clock = clock_question(error="Enter the time the offer ends, like 17:00")
    fold = fold_question()
    employer = LineField(label="Employer", error="Enter the employer’s name", **LATER)
    title = LineField(label="Job title", error="Enter the job title", **LATER)
    place = LineField(label="Where is it?", help_text="A town, or “remote”", required=False)
    days_home = forms.TypedChoiceField(
        label="Days a week at home",
        choices=[("", "I don’t know"), *((n, str(n)) for n in range(6))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    starts_on = DayField(label="First day at work", required=False)

    class Meta:
        model = Offer
        fields = (
            "kind",
            "accepted_on",
            "accepted_how",
            "ends",
            "employer",
            "title",
            "place",
            "days_home",
            "starts_on",
        )

    def __init__(self, *args: Any, case: Case, about: Offer, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, zone=case.zone, **kwargs)
        self.initial |= as_answers(about.ends_at, case.zone)
        self.fields["kind"].choices = kinds_for(case)

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> Offer:
        return about

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        others = Offer.objects.filter(case=self.case).exclude(pk=self.instance.pk)
        if kind == OfferKind.ACCEPTED and others.filter(kind=kind).exists():
            raise forms.ValidationError("Choose another kind. You can say yes to one job only")
        return kind

    def clean(self) -> dict[str, Any]:
        super().clean()
        kind = self.cleaned_data.get("kind")
        if kind != OfferKind.NOTHING:
            self.require("employer", "title")
        if kind == OfferKind.ACCEPTED:
            self.require("accepted_on", "accepted_how")
        if kind == OfferKind.OTHER:
            self.require("ends")
        self._check_days(timezone.now().astimezone(self.zone).date())
        self.instance.ends_at = self._read_end(kind)
        return self.cleaned_data

    def _check_days(self, today: Any) -> None:
        said_yes, starts = self.cleaned_data.get("accepted_on"), self.cleaned_data.get("starts_on")
        if said_yes and said_yes > today:
            self.add_error("accepted_on", "The day you said yes must be today or earlier")
        if starts is None:
            return
        has_begun = self.case.has_started and self.cleaned_data.get("kind") == OfferKind.ACCEPTED
        is_new = "starts_on" in self.changed_data
        if has_begun and starts > today:
            self.add_error("starts_on", "Your first day must be today or earlier")
        elif is_new and starts < today and not has_begun and self._has_no_past():
            self.add_error("starts_on", "The first day must be today or later")
        elif starts.year > today.year + FARTHEST:
            self.add_error("starts_on", f"The first day must be within {FARTHEST} years")

    def _has_no_past(self) -> bool:
        return self.cleaned_data.get("kind") != OfferKind.CURRENT

    def _read_end(self, kind: str | None) -> Any:
        if kind != OfferKind.OTHER or self.cleaned_data.get("ends") != Ends.ON:
            return None
        self.require("day", "clock")
        moment = self.read_moment()
        if moment and moment <= timezone.now() and "day" in self.changed_data:
            self.add_error("day", "Enter a date and time that are still to come")
        return moment


def kinds_for(case: Case) -> list[tuple[str, str]]:
    """The kinds of offer that make sense at this stage, in its words."""
    words = dict(OfferKind.choices)
    if case.stage == Stage.STARTED:
        words[OfferKind.ACCEPTED] = "The job I have started"
    if case.stage == Stage.NOT_ACCEPTED:
        del words[OfferKind.ACCEPTED]
        words[OfferKind.OTHER] = "An offer I have not said yes to"
    return list(words.items())


def money(label: str, help_text: str = "") -> MoneyField:
    return MoneyField(label=label, help_text=help_text, required=False)


class PayForm(RowPage):
    """What it pays. A guess is fine."""

    currency = LineField(label="Currency", help_text="Three letters, like USD or EUR", max_length=3)
    base = MoneyField(
        label="Base pay",
        help_text="A guess is fine. “68k” works too.",
        error="Enter pay as a number, like 68,000 or 68k",
    )
    per = PickOne(label="Is that for", choices=Per.choices, error="Choose a year or an hour")
    hours_week = forms.DecimalField(
        label="Hours a week",
        min_value=1,
        max_value=120,
        max_digits=4,
        decimal_places=1,
        required=False,
        error_messages={
            "invalid": "Hours a week must be a number, like 40",
            "min_value": "Hours a week must be 1 or more",
            "max_value": "Hours a week must be 120 or fewer",
            "max_digits": "Hours a week must be a number, like 40",
            "max_whole_digits": "Hours a week must be 120 or fewer",
            "max_decimal_places": "Hours a week must be a number, like 37.5",
        },
    )
    signing_bonus = money("Signing bonus")
    signing_paid = PickOne(
        label="Have they paid it already?", choices=Answer.choices, required=False
    )
    likely_bonus = money("Likely bonus in a year")
    bonus_sure = PickOne(label="How sure is that bonus?", choices=Sure.choices, required=False)
    match = money("What they add to your pension or retirement plan in a year")
    health_month = money("What health cover costs you in a month")
    travel_month = money("What getting to work costs you in a month")
    other = money("Anything else worth money in a year")

    class Meta:
        model = Pay
        fields = (
            "currency",
            "base",
            "per",
            "hours_week",
            "signing_bonus",
            "signing_paid",
            "likely_bonus",
            "bonus_sure",
            "match",
            "health_month",
            "travel_month",
            "other",
            "has_guesses",
        )
        labels: ClassVar = {"has_guesses": "Some of these are guesses"}

    @classmethod
    def instance_for(cls, case: Case, about: Offer) -> Pay:
        return getattr(about, "pay", None) or Pay(offer=about)

    def clean_currency(self) -> str:
        code: str = self.cleaned_data["currency"].upper()
        if len(code) != 3 or not (code.isascii() and code.isalpha()):
            raise forms.ValidationError(
                f"Enter a currency as three letters, like {', '.join(list(SYMBOLS)[:3])}"
            )
        return code


PEOPLE_OF_AN_OFFER = (Role.MANAGER, Role.RECRUITER, Role.REFERRER)
PERSON = ("name", "title", "email", "phone", "knows_well")


class PeopleForm(ValuesPage):
    """Who hired, who recruited, who referred. All optional; a name makes a contact."""

    layout: ClassVar = tuple(
        Group(
            Role(role).label,
            f"{role}_name",
            f"{role}_title",
            f"{role}_email",
            f"{role}_phone",
            f"{role}_knows_well",
        )
        for role in PEOPLE_OF_AN_OFFER
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in PEOPLE_OF_AN_OFFER:
            self.fields |= questions_about(role)

    @classmethod
    def stored(cls, case: Case, about: Offer) -> dict[str, Any]:
        return {
            f"{contact.role}_{name}": getattr(contact, name)
            for contact in about.contacts.all()
            for name in PERSON
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        for role in PEOPLE_OF_AN_OFFER:
            given = [name for name in PERSON[1:] if self.cleaned_data.get(f"{role}_{name}")]
            if given and not self.cleaned_data.get(f"{role}_name"):
                self.add_error(f"{role}_name", f"Enter the name of the {Role(role).label.lower()}")
        return self.cleaned_data

    def save(self) -> None:
        """Write each person once. Without a name the row stays, but there is nobody to tell."""
        known = {contact.role: contact for contact in self.about.contacts.all()}
        for role in PEOPLE_OF_AN_OFFER:
            values = {name: self.cleaned_data.get(f"{role}_{name}") or "" for name in PERSON}
            values["knows_well"] = bool(values["knows_well"])
            contact = known.get(role)
            if contact is None and not values["name"]:
                continue
            contact = contact or Contact(case=self.case, offer=self.about, role=role)
            for name, value in values.items():
                setattr(contact, name, value)
            contact.save()


def questions_about(role: str) -> dict[str, forms.Field]:
    """The five questions about one person, named for their role."""
    return {
        f"{role}_name": LineField(label="Name", required=False),
        f"{role}_title": LineField(label="Job title", required=False),
        f"{role}_email": EmailLine(label="E-mail", required=False, max_length=120),
        f"{role}_phone": LineField(label="Phone", required=False, max_length=40),
        f"{role}_knows_well": forms.BooleanField(label="Knows me well", required=False),
    }
