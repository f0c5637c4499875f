"""What a policy is, whom it is about, and from which day on."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from centres.models import LONGEST_SUMMARY, Centre, Policy, PolicyTone, PolicyVersion
from centres.policies import KINDS_OF_JOB
from centres.publishing import SUPPORTIVE, taken_by, today_at
from look.dates import day
from look.fields import DayField, LineField, PickOne, TextField
from look.forms import HouseForm, HouseModelForm
from look.layout import Group

SAVE = ("go", "Save", "btn")
FARTHEST = timedelta(days=366 * 2)


class NewPolicyForm(HouseModelForm):
    buttons: ClassVar = (("go", "Start the policy", "btn"),)

    title = LineField(label="What is the policy called?", error="Enter what the policy is called")

    class Meta:
        model = Policy
        fields = ("title",)

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.centre = centre

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if Policy.objects.filter(centre=self.instance.centre, title__iexact=title).exists():
            raise ValidationError("You have a policy with that title. Open it, or choose another")
        return title


class AboutForm(HouseModelForm):
    """For people: the summary, the full text, and where it stands."""

    buttons: ClassVar = (SAVE,)
    layout: ClassVar = ("tone", "summary", "full_text", "source", "checked_on")

    tone = PickOne(
        label="How do you meet a student who backs out?",
        choices=PolicyTone.choices,
        hints={PolicyTone.SUPPORTIVE: "Then you set no consequences."},
        error="Choose how you meet a student who backs out",
    )
    summary = TextField(
        label="Summary for students",
        help_text=f"Up to {LONGEST_SUMMARY} words, as you would say it to one of them.",
        max_length=600,
        error="Write the summary for students",
    )
    full_text = TextField(
        label="Full text",
        help_text="As it stands in your rules.",
        max_length=20_000,
        required=False,
    )
    source = forms.URLField(
        label="Link to the policy",
        max_length=400,
        assume_scheme="https",
        error_messages={
            "required": "Enter the link to the policy, like https://example.edu/policy",
            "invalid": "Enter a link like https://example.edu/policy",
        },
    )
    checked_on = DayField(
        label="When did you last check it?", error="Enter the day you last checked it"
    )

    class Meta:
        model = PolicyVersion
        fields = ("tone", "summary", "full_text", "source", "checked_on")

    def clean_tone(self) -> str:
        tone: str = self.cleaned_data["tone"]
        if tone == PolicyTone.SUPPORTIVE and self.instance.consequences.exists():
            raise ValidationError(SUPPORTIVE)
        return tone

    def clean_summary(self) -> str:
        words: str = self.cleaned_data["summary"]
        count = len(words.split())
        if count > LONGEST_SUMMARY:
            raise ValidationError(
                f"The summary must be {LONGEST_SUMMARY} words or fewer. It has {count}"
            )
        return words

    def clean_checked_on(self) -> date:
        checked: date = self.cleaned_data["checked_on"]
        if checked > timezone.localdate():
            raise ValidationError("The day you checked it must be today or earlier")
        return checked


TRIGGERS = ("on_considering", "on_withdrawing", "on_report")


class ScopeForm(HouseModelForm):
    """Whom and what it is about, and from when it counts."""

    buttons: ClassVar = (SAVE,)
    layout: ClassVar = (
        "programmes",
        Group("Which jobs is it about?", *KINDS_OF_JOB),
        "channel",
        Group("When does it count?", *TRIGGERS),
        Group("What else holds?", "spoken_counts", "search_is_breach", "other_dates_allowed"),
    )

    programmes = LineField(
        label="Which students?",
        help_text="Such as “MBA students”. Leave it empty for all students.",
        max_length=200,
        required=False,
    )

    class Meta:
        model = PolicyVersion
        fields = (
            "programmes",
            *KINDS_OF_JOB,
            "channel",
            *TRIGGERS,
            "spoken_counts",
            "search_is_breach",
            "other_dates_allowed",
        )
        labels: ClassVar = {
            "full_time": "Full-time jobs",
            "internship": "Internships",
            "co_op": "Co-ops",
            "channel": "How was the job found?",
            "on_considering": "As soon as the student thinks of backing out",
            "on_withdrawing": "When the student backs out",
            "on_report": "When an employer tells you of it",
            "spoken_counts": "A yes by phone counts",
            "search_is_breach": "To go on looking after a yes breaks the rules",
            "other_dates_allowed": "Two jobs are fine if their dates do not overlap",
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        for names, words in (
            (KINDS_OF_JOB, "Choose at least one kind of job"),
            (TRIGGERS, "Choose when it counts"),
        ):
            if not any(self.cleaned_data.get(name) for name in names):
                self.add_error(names[0], words)
        return self.cleaned_data


class PublishForm(HouseForm):
    """The day from which the draft counts. It then never changes."""

    buttons: ClassVar = (("go", "Publish this version", "btn"),)

    from_day = DayField(
        label="From which day does it count?",
        help_text=(
            "A student reads the version of the day they said yes. A day in the past is fine where"
            " no version of yours counts yet."
        ),
        error="Enter the day from which it counts",
    )

    def __init__(self, *args: Any, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version

    def clean_from_day(self) -> date:
        from_: date = self.cleaned_data["from_day"]
        today = today_at(self.version)
        if from_ > today + FARTHEST:
            raise ValidationError("Choose a day within two years")
        taken = taken_by(self.version, from_)
        if taken and from_ > today:
            raise ValidationError(f"Version {taken.number} begins that day. Choose another day")
        if taken:
            tomorrow = today + timedelta(days=1)
            raise ValidationError(
                f"Students may have read version {taken.number} for that day, so it stays."
                f" Choose {day(tomorrow)}, {tomorrow.year}, or later"
            )
        return from_


LAST_DAY, MISTAKE = "last-day", "mistake"
NEVER_BEGAN = "It has not begun, so it counts for nobody."
MAY_BE_READ = (
    "Students may have read it, and it counts for nobody from now on. Who said yes while it stood"
    " can still read it, and is told that you took it back."
)


class EndForm(HouseForm):
    """A version that is published stops counting."""

    buttons: ClassVar = (("go", "End this version", "btn btn--second"),)

    why = PickOne(
        label="Why does it end?",
        choices=(
            (LAST_DAY, "It counts until a day, and not after it"),
            (MISTAKE, "It was published by mistake"),
        ),
        error="Choose why it ends",
    )
    until = DayField(
        label="The last day it counts", error="Enter the last day it counts", required=False
    )

    def __init__(self, *args: Any, version: PolicyVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        begins = version.in_force_from
        has_begun = begins is not None and begins <= today_at(version)
        self.fields["why"].hints = {MISTAKE: MAY_BE_READ if has_begun else NEVER_BEGAN}

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("why") == LAST_DAY:
            self.require("until")
            until = self.cleaned_data.get("until")
            if until and (why_not := self.why_not(until)):
                self.add_error("until", why_not)
        return self.cleaned_data

    def why_not(self, until: date) -> str:
        """Students have read what stood up to now: the last day lies ahead, and never moves back
        into view once it has passed."""
        today, ended = today_at(self.version), self.version.in_force_until
        if ended and ended < today:
            return f"It ended on {day(ended)}, {ended.year}. That stays"
        if self.version.in_force_from and until < self.version.in_force_from:
            return "The last day must be on or after the day it begins"
        if until < today:
            return (
                "The last day must be today or later. Students may have read it for the days before"
            )
        return ""
