"""Asking one employer for other terms: whether to, for what, and what they said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from coaching.journey.facts import Facts
from coaching.letters.safe_checks import says_leaving
from coaching.models import MOST_TERMS, Ask, AskedTerm, Granted, Heard, What
from look.dates import day, moment
from look.fields import YES, YES_NO, LineField, PickMany, PickOne, TextField, YesNoField
from look.layout import Pair, Picks
from offers.models import Case, Offer, Pay
from offers.money import format_money

from .base import RowPage, ValuesPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question

NO_LEAVING = "Take out that you may go. This letter asks, and leaves that out."
NOT_ONLY = "Choose no, or ask for the pay alone: you ask for something else, too"
LONGEST_WHY = 300

NOUNS = {
    What.PAY: ("Pay now", "Pay you ask for"),
    What.START: ("Start date now", "Start date you ask for"),
    What.PLACE: ("Place or days at home now", "Place or days at home you ask for"),
    What.TITLE: ("Job title now", "Job title you ask for"),
    What.OTHER: ("How it is now", "What you ask for, in a few words"),
}


@dataclass(frozen=True, kw_only=True)
class OneAsk:
    """The ask that a page is about, with the case as it stands."""

    row: Ask
    facts: Facts

    @property
    def offer(self) -> Offer:
        return self.row.offer

    @property
    def terms(self) -> dict[str, AskedTerm]:
        return {one.what: one for one in self.row.terms.all()} if self.row.pk else {}


class StillForm(RowPage):
    """The first question (S0-21). Only a yes opens the rest."""

    as_h1 = "still"

    still = YesNoField(
        label="If they said yes to all of it, would you still want this job?",
        help_text="Ask only for something that would settle it for you.",
        error="Choose yes, no or “I don’t know”",
    )

    class Meta:
        model = Ask
        fields = ("still",)

    @classmethod
    def instance_for(cls, case: Case, about: OneAsk) -> Ask:
        return about.row


class TermsForm(AsksMoment, RowPage):
    """One to four exact asks, why they matter, and a day to answer by."""

    also = ("reply_by",)
    can_wait = False
    layout: ClassVar = (
        Picks(
            "what",
            reveal={what: (f"{what}_now", f"{what}_wanted") for what in What if what != What.PAY}
            | {What.PAY: ("pay_now", "pay_wanted", "only_pay")},
        ),
        "why",
        Pair("day", "clock"),
        "fold",
    )

    what = PickMany(
        label="What would you ask them to change?",
        help_text="One or two exact points are easier to say yes to than four.",
        choices=What.choices,
        most=MOST_TERMS,
        error="Choose one to four things to ask for",
    )
    only_pay = YesNoField(
        label="Is the pay the only reason?",
        help_text="If it is, say so. An honest reason is easier to act on.",
        choices=YES_NO,
        required=False,
        quiet=True,
        error="Choose yes or no",
    )
    why = TextField(
        label="Why does it matter to you?",
        help_text="One true sentence. Do not name another employer.",
        max_length=LONGEST_WHY,
        required=False,
    )
    day = day_question(label="They answer by", error="Enter the day they answer by", required=True)
    clock = clock_question(
        label="At what time", error="Enter the time they answer by, like 17:00", required=True
    )
    fold = fold_question()

    class Meta:
        model = Ask
        fields = ("only_pay", "why")

    def __init__(self, *args: Any, case: Case, about: OneAsk, **kwargs: Any) -> None:
        self.about = about
        super().__init__(*args, case=case, about=about, zone=case.zone, **kwargs)
        self.fields |= {name: line for what in What for name, line in _lines(what)}
        self.initial.update(as_answers(about.row.reply_by, case.zone), what=list(about.terms))
        for what in What:
            term = about.terms.get(what)
            self.initial[f"{what}_now"] = term.now if term else known_now(about.offer, what)
            self.initial[f"{what}_wanted"] = term.wanted if term else ""
        self.fields["why"].widget.attrs["rows"] = 2

    @classmethod
    def instance_for(cls, case: Case, about: OneAsk) -> Ask:
        return about.row

    @property
    def chosen(self) -> list[str]:
        return self.cleaned_data.get("what") or []

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.require(*(f"{what}_wanted" for what in self.chosen))
        if What.PAY in self.chosen:
            self.require("only_pay")
            if self.cleaned_data.get("only_pay") == YES and len(self.chosen) > 1:
                self.add_error("only_pay", NOT_ONLY)
        for name in ("why", *(f"{what}_{part}" for what in What for part in ("now", "wanted"))):
            if says_leaving(self.cleaned_data.get(name) or "", self.about.offer.title):
                self.add_error(name, NO_LEAVING)
        self._check(self.read_moment())
        return self.cleaned_data

    def _check(self, reply_by: datetime | None) -> None:
        """Before the decision date, so that the answer can count."""
        if reply_by is None:
            return
        facts = self.about.facts
        limit = facts.date.decide_at if facts.date and not facts.date_has_come else None
        if reply_by <= facts.now:
            self.add_error("day", "Choose a day and time that are still to come")
        elif limit and reply_by >= limit:
            named = moment(limit, facts.case.zone, facts.local_now.date())
            self.add_error("day", f"Choose a time before your decision date, {named}")
        self.cleaned_data["reply_by"] = reply_by

    @property
    def is_as_stored(self) -> bool:
        """By what was typed: the terms stand in rows of their own."""
        return not self.changed_answers

    def set_columns(self) -> None:
        self.instance.reply_by = self.cleaned_data["reply_by"]
        if What.PAY not in self.chosen:
            self.instance.only_pay = ""

    def save(self, commit: bool = True) -> Ask:
        """A term whose words were changed is asked anew, so its old answer goes."""
        row: Ask = super().save(commit)  # type: ignore[assignment]
        stored = self.about.terms
        wanted = {what: self._term(row, what) for what in What if what in self.chosen}
        kept = {what for what, term in wanted.items() if what in stored and term == stored[what]}
        row.terms.exclude(what__in=kept).delete()
        AskedTerm.objects.bulk_create(term for what, term in wanted.items() if what not in kept)
        return row

    def _term(self, row: Ask, what: str) -> AskedTerm:
        """The row as answered; the stored one itself where nothing of it was changed."""
        now, wanted = (self.cleaned_data.get(f"{what}_{part}") or "" for part in ("now", "wanted"))
        stored = self.about.terms.get(what)
        if stored and (stored.now, stored.wanted) == (now, wanted):
            return stored
        return AskedTerm(ask=row, what=what, now=now, wanted=wanted)


def _lines(what: str) -> Iterator[tuple[str, forms.Field]]:
    now, wanted = NOUNS[What(what)]
    yield f"{what}_now", LineField(label=now, required=False)
    error = f"Enter {wanted[0].lower()}{wanted[1:]}"
    yield f"{what}_wanted", LineField(label=wanted, required=False, quiet=True, error=error)


def known_now(offer: Offer, what: str) -> str:
    """What the person told us of this job already."""
    pay: Pay | None = getattr(offer, "pay", None)
    if what == What.PAY:
        if pay is None or pay.base is None:
            return ""
        return f"{format_money(pay.base, pay.currency)} a {pay.per}"
    if what == What.START:
        return day(offer.starts_on) if offer.starts_on else ""
    if what == What.PLACE:
        home = f"{offer.days_home} days at home" if offer.days_home is not None else ""
        return ", ".join(part for part in (offer.place, home) if part)
    return offer.title if what == What.TITLE else ""


SAID = ("granted", "offered", "written")


class AnswerForm(ValuesPage):
    """What they said, to each thing that was asked: `about` is a OneAsk."""

    can_wait = False
    layout: ClassVar = (
        Picks(
            "heard",
            reveal={Heard.ANSWERED: [f"{part}_{what}" for what in What for part in SAID]},
        ),
    )

    heard = PickOne(
        label="Did they answer?", choices=Heard.choices, error="Choose if they answered"
    )

    def __init__(self, *args: Any, case: Case, about: OneAsk, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        own = {name: field for one in about.terms.values() for name, field in _answers(one)}
        self.fields = {"heard": self.fields["heard"], **own, "version": self.fields["version"]}

    @classmethod
    def stored(cls, case: Case, about: OneAsk) -> dict[str, Any]:
        answers: dict[str, Any] = {"heard": about.row.heard}
        for what, one in about.terms.items():
            answers |= {
                f"granted_{what}": one.granted,
                f"offered_{what}": one.offered,
                f"written_{what}": one.is_written,
            }
        return answers

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("heard") == Heard.ANSWERED:
            self.require(*(f"granted_{what}" for what in self.about.terms))
        return self.cleaned_data

    def save(self) -> None:
        """What another answer makes moot is not kept: a no holds no promise."""
        row, heard = self.about.row, self.cleaned_data["heard"]
        row.heard = heard
        row.save(update_fields=["heard"])
        terms = list(self.about.terms.values())
        for term in terms:
            granted = self.cleaned_data[f"granted_{term.what}"] if heard == Heard.ANSWERED else ""
            gives = granted in (Granted.YES, Granted.PART)
            term.granted = granted
            term.offered = self.cleaned_data[f"offered_{term.what}"] if gives else ""
            term.is_written = gives and self.cleaned_data[f"written_{term.what}"]
        AskedTerm.objects.bulk_update(terms, ["granted", "offered", "is_written"])


def _answers(term: AskedTerm) -> Iterator[tuple[str, forms.Field]]:
    what = What(term.what)
    yield (
        f"granted_{what}",
        PickOne(
            label=f"{what.label}: {term.wanted}",
            choices=Granted.choices,
            required=False,
            quiet=True,
            error=f"Choose what they said about {what.label[0].lower()}{what.label[1:]}",
        ),
    )
    offered = f"{what.label}: what they offered, if it was something else"
    yield f"offered_{what}", LineField(label=offered, required=False)
    written = forms.BooleanField(label=f"{what.label}: I have this in writing", required=False)
    yield f"written_{what}", written
