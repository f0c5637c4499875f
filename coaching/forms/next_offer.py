"""The person's own list for the next offer: its lines, and its ticks. N."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from coaching.models import MOST_LINES, NextOfferLine
from coaching.weigh.lessons import Lesson
from look.fields import LineField, PickMany
from offers.models import Case

from .base import ValuesPage

PLACES = [f"line_{number}" for number in range(1, MOST_LINES + 1)]
TOO_MANY = f"Keep {MOST_LINES} lines or fewer. Empty one to add another"


@dataclass(frozen=True, kw_only=True)
class NextOffer:
    """The lines as they are kept, and those that the answers suggest and that are not there.

    `is_new` until the list is saved once: then the suggestions stand in its lines already.
    """

    lines: tuple[NextOfferLine, ...]
    suggested: tuple[Lesson, ...]
    is_new: bool


def reasons(about: NextOffer) -> list[str]:
    """Beside each line filled in for the person, the answer that it came from."""
    found = [lesson.because for lesson in about.suggested] if about.is_new else []
    return [*found, *[""] * (len(PLACES) - len(found))]


class LinesForm(ValuesPage):
    """Every line can be changed. An emptied line is gone, and the others move up."""

    about: NextOffer
    layout: ClassVar = (*PLACES, "add")

    def __init__(self, *args: Any, about: NextOffer, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        lines: dict[str, forms.Field] = {
            name: LineField(
                label=f"Line {number}",
                required=False,
                help_text=because,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            for number, (name, because) in enumerate(zip(PLACES, reasons(about), strict=True), 1)
        }
        if about.suggested and not about.is_new:
            lines["add"] = PickMany(
                label="Add what your answers suggest",
                choices=[(lesson.words, lesson.words) for lesson in about.suggested],
                required=False,
            )
        self.fields = lines | self.fields

    @classmethod
    def stored(cls, case: Case, about: NextOffer) -> dict[str, Any]:
        words = [line.words for line in about.lines]
        if about.is_new:
            words = [lesson.words for lesson in about.suggested]
        return dict(zip(PLACES, words, strict=False))

    @property
    def is_as_stored(self) -> bool:
        """The same lines in the same order, wherever the gaps are."""
        return self.is_valid() and self.written == [line.words for line in self.about.lines]

    @property
    def written(self) -> list[str]:
        lines = [self.cleaned_data.get(name, "") for name in PLACES]
        lines += self.cleaned_data.get("add", [])
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if len(self.written) > MOST_LINES:
            self.add_error("add", TOO_MANY)
        return self.cleaned_data

    def save(self) -> None:
        """A line that stays as it was keeps its tick."""
        ticked = {line.words for line in self.about.lines if line.is_ticked}
        self.case.next_offer_lines.all().delete()
        NextOfferLine.objects.bulk_create(
            NextOfferLine(case=self.case, number=number, words=words, is_ticked=words in ticked)
            for number, words in enumerate(self.written, 1)
        )


class TicksForm(ValuesPage):
    """Which lines are ticked for the offer that is here now."""

    about: NextOffer
    buttons: ClassVar = (("go", "Save my ticks", "btn"),)
    can_wait = False

    ticked = PickMany(label="Tick what you have done", required=False)

    def __init__(self, *args: Any, about: NextOffer, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        self.fields["ticked"].choices = [(str(line.number), line.words) for line in about.lines]

    @classmethod
    def stored(cls, case: Case, about: NextOffer) -> dict[str, Any]:
        return {"ticked": [str(line.number) for line in about.lines if line.is_ticked]}

    def save(self) -> None:
        chosen = self.cleaned_data["ticked"]
        for is_ticked in (True, False):
            moved = [
                line.pk
                for line in self.about.lines
                if (str(line.number) in chosen) == is_ticked and line.is_ticked != is_ticked
            ]
            if moved:
                NextOfferLine.objects.filter(pk__in=moved).update(is_ticked=is_ticked)
