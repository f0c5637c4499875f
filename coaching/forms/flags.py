from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from coaching.models import Habits, Treated, WarningSigns
from coaching.weigh.flags import HABITS, SIGNS, Screen, Sign
from look.fields import NO, UNKNOWN, YES, PickOne, TextField, YesNoField
from look.layout import Part, Scale
from offers.models import Case, Offer

from .base import RowPage, one_of

YES_NO_UNSURE = ((YES, "Yes"), (NO, "No"), (UNKNOWN, "Not sure"))
LONGEST_NOTE = 500


class Note(TextField):
    """Room for two lines, as they are written."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self, label: str) -> None:
        super().__init__(label=label, max_length=LONGEST_NOTE, required=False)


def placed(signs: Iterable[Sign]) -> tuple[str | Part, ...]:
    """The layout of these signs: three answers in a row, and a note beneath."""
    return tuple(part for sign in signs for part in (Scale(sign.name), sign.note))


def asked(signs: Iterable[Sign]) -> Iterator[tuple[str, forms.Field]]:
    for sign in signs:
        yield (
            sign.name,
            YesNoField(
                label=sign.question,
                help_text=sign.hint,
                choices=YES_NO_UNSURE,
                error=f"Choose yes, no or “not sure” about {sign.short}",
            ),
        )
        yield sign.note, Note(f"A note about {sign.short}")


@dataclass(frozen=True, kw_only=True)
class OneJob:
    """One job, what was said about it so far, and which signs are asked now."""

    offer: Offer
    row: WarningSigns | None
    screen: Screen

    @property
    def title(self) -> str:
        return self.screen.title


class JobSignsForm(RowPage):
    """The warning signs of one screen, in one job: `about` is a OneJob. N."""

    layout: ClassVar = (*placed(SIGNS), "treated", "treated_note")

    class Meta:
        model = WarningSigns
        fields = (
            *(name for sign in SIGNS for name in (sign.name, sign.note)),
            "treated",
            "treated_note",
        )

    def __init__(self, *args: Any, case: Case, about: OneJob, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        fields = dict(asked(about.screen.signs))
        if about.screen.treated:
            fields |= how_treated(about.screen.treated)
        self.fields = fields | {"version": self.fields["version"]}

    @classmethod
    def instance_for(cls, case: Case, about: OneJob) -> WarningSigns:
        return about.row or WarningSigns(offer=about.offer)


def how_treated(hint: str) -> dict[str, forms.Field]:
    return {
        "treated": PickOne(
            label="All in all, how did they treat you?",
            help_text=hint,
            choices=Treated.choices,
            error="Choose how they treated you",
        ),
        "treated_note": Note("One moment that shows it"),
    }


class HabitsForm(RowPage):
    """What the person tells themselves about a job. N."""

    layout: ClassVar = placed(HABITS)

    class Meta:
        model = Habits
        fields = tuple(name for sign in HABITS for name in (sign.name, sign.note))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = dict(asked(HABITS)) | {"version": self.fields["version"]}

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Habits:
        return one_of(case, "habits", Habits)
