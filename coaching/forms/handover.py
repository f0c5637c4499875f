from typing import Any, ClassVar

from django import forms

from coaching.models import MOST_HANDED_OVER, HandedOver
from look.fields import LineField
from look.layout import Group
from offers.models import Case

from .base import ValuesPage

NUMBERS = range(1, MOST_HANDED_OVER + 1)
QUESTIONS = {"what": "What is it?", "who": "Who could take it?", "where": "Where are things?"}


class HandoverForm(ValuesPage):
    """Duties and projects. An emptied row is gone, and the others move up."""

    layout: ClassVar = tuple(
        Group(f"Duty or project {number}", *(f"{name}_{number}" for name in QUESTIONS))
        for number in NUMBERS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines: dict[str, forms.Field] = {
            f"{name}_{number}": LineField(label=label, required=False)
            for number in NUMBERS
            for name, label in QUESTIONS.items()
        }
        self.fields = lines | self.fields

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        rows = enumerate(case.handed_over.all(), 1)
        return {f"{name}_{n}": getattr(row, name) for n, row in rows for name in QUESTIONS}

    @property
    def written(self) -> list[dict[str, str]]:
        rows = ({name: self.cleaned_data[f"{name}_{n}"] for name in QUESTIONS} for n in NUMBERS)
        return [row for row in rows if row["what"]]

    @property
    def is_as_stored(self) -> bool:
        """The same rows in the same order, wherever the gaps are."""
        stored = [{name: getattr(row, name) for name in QUESTIONS} for row in self.rows]
        return self.is_valid() and self.written == stored

    @property
    def rows(self) -> list[HandedOver]:
        return list(self.case.handed_over.all())

    def clean(self) -> dict[str, Any]:
        super().clean()
        for n in NUMBERS:
            beside = self.cleaned_data.get(f"who_{n}") or self.cleaned_data.get(f"where_{n}")
            if beside and not self.cleaned_data.get(f"what_{n}"):
                self.add_error(f"what_{n}", f"Enter what duty or project {n} is")
        return self.cleaned_data

    def save(self) -> None:
        self.case.handed_over.all().delete()
        HandedOver.objects.bulk_create(
            HandedOver(case=self.case, number=number, **row)
            for number, row in enumerate(self.written, 1)
        )
