"""Names of employers, and the file of totals."""

from typing import Any, ClassVar

from django import forms

from centres.models import Employer
from look.fields import HouseField, LineField, PickOne
from look.forms import HouseForm
from review.spreadsheets import CSV, XLSX


class PickEmployer(HouseField, forms.ModelChoiceField):
    """One of the employers of a school, from a list that may be long."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Employer.objects.none(), empty_label="Choose an employer", **kwargs
        )


class NameForm(HouseForm):
    """An employer that the staff know of."""

    buttons: ClassVar = (("go", "Add the employer", "btn"),)

    name = LineField(label="Name of the employer", error="Enter the name of the employer")


class JoinForm(HouseForm):
    """Two names that are one employer."""

    buttons: ClassVar = (("go", "Count them together", "btn"),)

    other = PickEmployer(label="This name", error="Choose the name to count elsewhere")
    into = PickEmployer(label="Counts for", error="Choose the employer it counts for")

    def __init__(self, *args: Any, employers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("other", "into"):
            self.fields[name].queryset = employers

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("other") and self.cleaned_data.get("other") == (
            self.cleaned_data.get("into")
        ):
            self.add_error("into", "Choose two different employers")
        return self.cleaned_data


class FileForm(HouseForm):
    """Which kind of file."""

    buttons: ClassVar = (("go", "Download", "btn"),)

    kind = PickOne(
        label="Which file?",
        choices=((XLSX, "Excel (XLSX)"), (CSV, "Plain table (CSV)")),
        error="Choose which file",
    )
