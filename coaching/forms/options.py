from typing import Any

from django import forms

from coaching.models import MOST_OWN_OPTIONS, OwnOption
from look.fields import LineField
from offers.models import Case

from .base import ValuesPage

PLACES = [f"own_{number}" for number in range(1, MOST_OWN_OPTIONS + 1)]


class OptionsForm(ValuesPage):
    """The ways the person thought of. An emptied line is gone, and the others move up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines: dict[str, forms.Field] = {
            name: LineField(label=f"Your option {number}", required=False)
            for number, name in enumerate(PLACES, 1)
        }
        self.fields = lines | self.fields

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        return dict(zip(PLACES, (own.words for own in case.own_options.all()), strict=False))

    @property
    def is_as_stored(self) -> bool:
        """The same lines in the same order, wherever the gaps are."""
        stored = [own.words for own in self.case.own_options.all()]
        return self.is_valid() and self.written == stored

    @property
    def written(self) -> list[str]:
        lines = (self.cleaned_data[name] for name in PLACES)
        return list(dict.fromkeys(line for line in lines if line))

    def save(self) -> None:
        self.case.own_options.all().delete()
        OwnOption.objects.bulk_create(
            OwnOption(case=self.case, number=number, words=words)
            for number, words in enumerate(self.written, 1)
        )
