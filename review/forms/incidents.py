"""An employer’s complaint: the record, its steps, and what is told to whom on what basis."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from centres.models import PolicyVersion
from coaching.models import Sharing
from look.fields import DayField, HouseField, LineField, PickOne, TextField, TokenField
from look.forms import HouseForm
from look.layout import Picks
from review.models import BEFORE_TELLING, LONGEST_ACCOUNT, Basis, RecordedConsent, Step
from review.saving import RowForm

IN_FUTURE = "The day must be today or earlier"
BEFORE_CONSENT = "The day must not be before the student agreed"
NOT_IN_FORCE = "Choose a version that counted on the day they were told"
NO_RULE = "None of our policies applies"
LAW = "Enter the law and its section, like FERPA, 34 CFR 99.31"
SHORTEST_LAW = 10
TOO_SOON = {
    Step.HEARD: "The student was not heard yet.",
    Step.RULE: "The rule was not chosen yet.",
}
EVEN_SO = "{} If they were told all the same, tick this, and record it again"
NOT_THIS_RULE = "The step “Which rule, and which version?” names none that says employers are told"


class PickShared(HouseField, forms.ModelChoiceField):
    """One of the cases that are shared with this member now, by the name staff read."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.shown_name}, since {obj.started_at:%B} {obj.started_at.day}"


def called(version: PolicyVersion) -> str:
    """A version in words that stay true when the policy goes on."""
    day = version.in_force_from
    since = f", in force from {day:%B} {day.day}, {day.year}" if day else ""
    return f"{version.policy}, version {version.number}{since}"


class PickPolicy(HouseField, forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return called(obj)


class NoLaterThanToday(HouseForm):
    """A form with days that have come already."""

    today: date

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, date) and value > self.today:
                self.add_error(name, IN_FUTURE)
        return self.cleaned_data


class NewIncidentForm(NoLaterThanToday):
    buttons: ClassVar = (("go", "Open the record", "btn"),)

    employer = LineField(label="Which employer?", error="Enter the name of the employer")
    received_on = DayField(label="When did you hear of it?", error="Enter the day you heard of it")
    received_from = LineField(label="Who told you?", error="Enter who told you")
    says = TextField(
        label="What do they say?",
        help_text="In their words. It is their account, and not what happened.",
        max_length=LONGEST_ACCOUNT,
        error="Enter what they say",
    )
    token = TokenField()


class IncidentForm(RowForm):
    """What may change in a record."""

    received_from = LineField(label="Who told you?", error="Enter who told you")
    says = TextField(
        label="What do they say?", max_length=LONGEST_ACCOUNT, error="Enter what they say"
    )
    notes = TextField(
        label="Notes of the staff",
        help_text="The student may ask to read them.",
        max_length=LONGEST_ACCOUNT,
        required=False,
    )
    sharing = PickShared(
        label="Is it about a case that is shared with you?",
        queryset=Sharing.objects.none(),
        empty_label="No, or I can’t say",
        required=False,
    )

    def __init__(self, *args: Any, shared: QuerySet[Sharing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sharing"].queryset = shared


STEP_HINTS = {
    Step.HEARD: "Talk to the student before anything else. What do they say?",
    Step.RULE: "Choose the version that held when they said yes.",
    Step.DEADLINE: "How many days did they have, and what does your policy ask for?",
    Step.EMPLOYER: "Did the terms, the role or the start change? Was anybody pushed?",
    Step.DECIDED_BY: "Name who decides, and what they decided. Not who took the call.",
    Step.TOLD: "When and how was the student told, and by whom?",
    Step.APPEAL: "How can they appeal, and did they?",
}


class StepForm(HouseForm):
    buttons: ClassVar = (("go", "Save this step", "btn"),)

    words = TextField(
        label="What came of it?", max_length=LONGEST_ACCOUNT, error="Enter what came of it"
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not any(map(str.isalnum, words)):
            raise ValidationError(self.fields["words"].error_messages["required"])
        return words


class RuleForm(HouseForm):
    """One of the versions that the school published, kept in words."""

    buttons = StepForm.buttons

    words = PickOne(label="Which one?", error="Choose a version, or that none applies")

    def __init__(self, *args: Any, versions: Iterable[PolicyVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [called(one) for one in versions]
        self.fields["words"].choices = [(one, one) for one in (*known, NO_RULE)]


class ConsentForm(NoLaterThanToday):
    buttons: ClassVar = (("go", "Record the consent", "btn"),)

    who = LineField(label="Who agreed?", error="Enter who agreed")
    given_on = DayField(label="When?", error="Enter the day they agreed")
    words = TextField(
        label="In what words?",
        help_text="What may be told, to whom, and what for. As they said or wrote it.",
        max_length=LONGEST_ACCOUNT,
        error="Enter the words they agreed in",
    )
    token = TokenField()


class DisclosureForm(NoLaterThanToday):
    buttons: ClassVar = (("go", "Record what was told", "btn"),)
    layout: ClassVar = (
        "to_whom",
        "what",
        "told_on",
        Picks("basis", reveal={Basis.CONSENT: ["consent"], Basis.POLICY: ["policy"],
                               Basis.LAW: ["law"]}),
    )  # fmt: skip

    to_whom = LineField(label="Who was told?", error="Enter who was told")
    what = TextField(
        label="What were they told?",
        max_length=LONGEST_ACCOUNT,
        error="Enter what they were told",
    )
    told_on = DayField(label="When?", error="Enter the day they were told")
    basis = PickOne(
        label="What allows it?", choices=Basis.choices, error="Choose what allows telling them"
    )
    consent = forms.ModelChoiceField(
        label="Which consent?",
        queryset=RecordedConsent.objects.none(),
        empty_label="Choose a recorded consent",
        required=False,
        error_messages={"required": "Choose a consent that is recorded here"},
    )
    policy = PickPolicy(
        label="Which policy, and which version?",
        help_text="Only versions that you published and that say employers are told.",
        queryset=PolicyVersion.objects.none(),
        empty_label="Choose a version",
        required=False,
        quiet=True,
        error="Choose the version that allows it",
    )
    law = LineField(label="Which law?", max_length=200, required=False, quiet=True, error=LAW)
    even_so = forms.BooleanField(label="They were told all the same", required=False)
    token = TokenField()

    def __init__(
        self,
        *args: Any,
        consents: QuerySet[RecordedConsent],
        policies: QuerySet[PolicyVersion],
        rule: str,
        undone: Collection[Step],
        **kwargs: Any,
    ) -> None:
        """`rule` is what the step says of the rule, and `undone` the steps without words."""
        super().__init__(*args, **kwargs)
        needed = BEFORE_TELLING.get(self.data.get("basis", ""), ())
        self.too_soon = [step for step in needed if step in undone]
        if not self.too_soon:
            del self.fields["even_so"]
        if rule:
            chosen = [one.pk for one in policies if called(one) == rule]
            policies = policies.filter(pk__in=chosen)
            if not chosen:
                self.fields["policy"].help_text = NOT_THIS_RULE
                self.fields["policy"].error_messages["required"] = NOT_THIS_RULE
        self.fields["policy"].queryset = policies
        self.fields["consent"].queryset = consents
        self.fields["consent"].quiet = True

    def clean(self) -> dict[str, Any]:
        super().clean()
        basis = self.cleaned_data.get("basis")
        if basis:
            self.require(basis)
        told_on, said = self.cleaned_data.get("told_on"), self.cleaned_data.get(basis or "")
        if told_on and said and basis == Basis.CONSENT and told_on < said.given_on:
            self.add_error("told_on", BEFORE_CONSENT)
        if told_on and said and basis == Basis.POLICY and not said.counts_on(told_on):
            self.add_error("policy", NOT_IN_FORCE)
        if said and basis == Basis.LAW and len(said) < SHORTEST_LAW:
            self.add_error("law", LAW)
        if self.too_soon and not self.cleaned_data["even_so"]:
            self.add_error(
                "even_so", EVEN_SO.format(" ".join(TOO_SOON[step] for step in self.too_soon))
            )
        return self.cleaned_data

    @property
    def of_the_basis(self) -> dict[str, Any]:
        """The consent, or the source: what was chosen, and nothing left over from another pick."""
        basis = self.cleaned_data["basis"]
        if basis == Basis.CONSENT:
            return {"basis": basis, "consent": self.cleaned_data["consent"], "source": ""}
        said = self.cleaned_data[basis]
        source = called(said) if basis == Basis.POLICY else said
        return {"basis": basis, "consent": None, "source": source}
