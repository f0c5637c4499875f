"""One rule of a policy a page: small enough for a phone, and read as a sentence before saving."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, transaction

from centres.models import (
    Appeal,
    Consequence,
    ConsequenceKind,
    EmployerNotice,
    EmployerSanction,
    FloorUnit,
    Lasts,
    MitigatingReason,
    Mitigation,
    OfferFloor,
    PolicyTone,
    PolicyVersion,
    PreClearance,
    Reinstatement,
    Rule,
    Task,
    TaskKind,
)
from centres.publishing import SUPPORTIVE
from look.fields import LineField, PickOne
from look.forms import HouseModelForm
from look.layout import Group, Pair, Picks
from offers.fields import MoneyField
from offers.money import SYMBOLS

from .day_of_year import DayOfYearField

LATER: dict[str, Any] = {"required": False, "quiet": True}
LONGEST = 200
MOST = 10_000_000
A_ROLE = "Such as “associate director”."


def more(label: str = "Anything to add?", help_text: str = "One short sentence.") -> LineField:
    return LineField(label=label, help_text=help_text, max_length=LONGEST, required=False)


def role(label: str, error: str) -> LineField:
    return LineField(label=label, help_text=A_ROLE, error=error)


class RuleForm(HouseModelForm):
    """One rule of one version. The same form sent twice makes one row."""

    buttons: ClassVar = (
        ("go", "Save", "btn"),
        ("look", "See how it reads", "btn btn--second"),
    )
    # What stays empty unless another answer asks for it: field, that answer's field and values.
    only_with: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {}

    def __init__(self, *args: Any, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.version = version
        self.fields["token"] = forms.UUIDField(
            widget=forms.HiddenInput, initial=self.instance.token
        )

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, (other, values) in self.only_with.items():
            if self.cleaned_data.get(other) in values:
                self.require(name)
            elif name in self.cleaned_data:
                is_text = isinstance(self.fields[name], forms.CharField)
                self.cleaned_data[name] = "" if is_text else None
        return self.cleaned_data

    def save(self, commit: bool = True) -> Rule:
        if self.instance.pk is not None:
            return super().save(commit)
        self.instance.token = self.cleaned_data["token"]
        try:
            with transaction.atomic():
                return super().save(commit)
        except IntegrityError:
            return self._meta.model.objects.get(token=self.instance.token)


class PreClearanceForm(RuleForm):
    layout: ClassVar = ("role", Pair("talks", "lead_days"))

    role = role("Who do they talk to before they decide?", "Enter who they talk to")

    class Meta:
        model = PreClearance
        fields = ("role", "talks", "lead_days")
        labels: ClassVar = {"talks": "How many talks?", "lead_days": "Days to ask ahead"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound(self, "talks", 1, 9)
        bound(self, "lead_days", 0, 90)


class TaskForm(RuleForm):
    layout: ClassVar = (
        Picks("what", reveal={TaskKind.MEETING: ("who",)}),
        "within_days",
        "sureness",
        "words",
        "or_else",
    )

    who = LineField(
        label="With whom?", help_text=f"{A_ROLE} Empty: the career office.", required=False
    )
    words = more("In your words")
    or_else = more("What if they do not?", "One short sentence, such as “You lose the job board.”")

    class Meta:
        model = Task
        fields = ("what", "who", "within_days", "sureness", "words", "or_else")
        labels: ClassVar = {
            "what": "What do you ask of them?",
            "within_days": "Within how many days of backing out?",
            "sureness": "Do you always ask for it?",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound(self, "within_days", 0, 366)
        self.fields["sureness"].choices = (("will", "Yes"), ("may", "We may ask for it"))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("what") == TaskKind.OTHER:
            self.require("words")
        return self.cleaned_data


class ConsequenceForm(RuleForm):
    layout: ClassVar = (
        Picks("what", reveal={ConsequenceKind.FINE: (Pair("amount", "currency"),)}),
        "offer_type",
        "offence",
        "sureness",
        "begins",
        Picks("lasts", reveal={Lasts.UNTIL_LIFTED: ("lifted_by",)}),
        "days",
        "words",
    )
    only_with: ClassVar = {
        "days": ("lasts", (Lasts.DAYS, Lasts.UP_TO)),
        "lifted_by": ("lasts", (Lasts.UNTIL_LIFTED,)),
        "amount": ("what", (ConsequenceKind.FINE,)),
        "currency": ("what", (ConsequenceKind.FINE,)),
    }

    amount = MoneyField(label="Up to how much?", error="Enter an amount, like 500", **LATER)
    currency = LineField(
        label="Currency", help_text="Three letters, like USD", max_length=3, initial="USD", **LATER
    )
    lifted_by = LineField(
        label="Who can lift it?", help_text=A_ROLE, error="Enter who can lift it", **LATER
    )
    words = more()

    class Meta:
        model = Consequence
        fields = (
            "what",
            "amount",
            "currency",
            "offer_type",
            "offence",
            "sureness",
            "begins",
            "lasts",
            "days",
            "lifted_by",
            "words",
        )
        labels: ClassVar = {
            "what": "What follows?",
            "offer_type": "For which jobs?",
            "offence": "At which time?",
            "sureness": "How sure is it?",
            "begins": "When does it start?",
            "lasts": "How long does it last?",
            "days": "How many days?",
        }
        help_texts: ClassVar = {"days": "A year is 365. Only if it lasts a number of days."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound(self, "days", 1, 3660)

    def clean_currency(self) -> str:
        code: str = self.cleaned_data["currency"].upper()
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            some = ", ".join(list(SYMBOLS)[:3])
            raise ValidationError(f"Enter a currency as three letters, like {some}")
        return code

    def clean_amount(self) -> Decimal | None:
        amount: Decimal | None = self.cleaned_data["amount"]
        if amount is not None and not 0 < amount < MOST:
            raise ValidationError(f"Enter an amount from 1 to {MOST - 1:,}")
        return amount

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("what") in (ConsequenceKind.OTHER, ConsequenceKind.REFERRAL):
            self.require("words")
        if self.instance.version.tone == PolicyTone.SUPPORTIVE:
            self.add_error("what", SUPPORTIVE)
        return self.cleaned_data


class MitigationForm(RuleForm):
    words = more()

    class Meta:
        model = Mitigation
        fields = ("reason", "words")
        labels: ClassVar = {"reason": "Which reason do you take into account?"}

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("reason") == MitigatingReason.OTHER:
            self.require("words")
        return self.cleaned_data


class EmployerNoticeForm(RuleForm):
    """Students may expect that you keep what you know to yourself: so it needs a basis."""

    whom = LineField(
        label="Whom do you tell?",
        help_text="Such as “both employers”.",
        error="Enter whom you tell",
    )
    words = more()

    class Meta:
        model = EmployerNotice
        fields = ("whom", "basis", "words")
        labels: ClassVar = {"basis": "What allows you to?"}


class AppealForm(RuleForm):
    role = role("Whom do they write to?", "Enter whom they write to")

    class Meta:
        model = Appeal
        fields = ("role", "within_days")
        labels: ClassVar = {"within_days": "Within how many days?"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound(self, "within_days", 1, 366)


class ReinstatementForm(RuleForm):
    role = role("Who lets them back in?", "Enter who lets them back in")
    after = more("After what?", "Such as “a talk with the dean”.")

    class Meta:
        model = Reinstatement
        fields = ("role", "after")


class OfferFloorForm(RuleForm):
    layout: ClassVar = (
        "title",
        Group("For offers made", Pair("from_day", "to_day")),
        Group("They stay open until the later of", "fixed", Pair("least", "unit")),
        "offer_type",
        "channel",
        "words",
    )

    title = LineField(
        label="Which offers?", help_text="Such as “Fall offers”.", error="Enter which offers"
    )
    from_day = DayOfYearField(label="From", initial=101)
    to_day = DayOfYearField(label="To", initial=1231)
    fixed = DayOfYearField(label="A day of the year", help_text="Like October 15", required=False)
    unit = PickOne(label="Days or weeks?", choices=FloorUnit.choices, error="Choose days or weeks")
    words = more()

    class Meta:
        model = OfferFloor
        fields = (
            "title",
            "from_day",
            "to_day",
            "fixed",
            "least",
            "unit",
            "offer_type",
            "channel",
            "words",
        )
        labels: ClassVar = {
            "least": "At least how many?",
            "offer_type": "For which jobs?",
            "channel": "From which employers?",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound(self, "least", 1, 180)

    def clean(self) -> dict[str, Any]:
        super().clean()
        asked = (self.cleaned_data.get(name) for name in ("fixed", "least"))
        if not self.errors and all(one is None for one in asked):
            self.add_error("fixed", "Enter a day of the year, or a number of days or weeks")
        return self.cleaned_data


class EmployerSanctionForm(RuleForm):
    words = LineField(
        label="What do you do about an employer?",
        help_text="Such as “We call an employer that takes an offer back.”",
        max_length=LONGEST,
        error="Write what you do about an employer",
    )

    class Meta:
        model = EmployerSanction
        fields = ("words",)


def bound(form: RuleForm, name: str, low: int, high: int) -> None:
    """The same limits as the table has, with words beside the question."""
    field = form.fields[name]
    field.min_value, field.max_value = low, high
    field.validators = [MinValueValidator(low), MaxValueValidator(high)]
