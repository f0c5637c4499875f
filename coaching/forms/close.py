"""Closing a case, and deleting it."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from look.fields import LineField, PickOne
from offers.models import Case, Contact

from .base import ValuesPage

NOT_OF_THE_CODE = re.compile(r"[\s\-–—]")

WHY_UNTOLD = (
    ("no-answer", "I tried, and they do not answer"),
    ("another", "Someone else has told them"),
    ("later", "I will tell them after this"),
    ("rather-not", "I would rather not say"),
)


class CloseForm(ValuesPage):
    """Closes the case. With somebody untold (`about`) it first asks why."""

    can_wait = False
    buttons: ClassVar = (("go", "Close and keep everything", "btn"),)

    why = PickOne(
        label="Why close before they know?",
        choices=WHY_UNTOLD,
        error="Choose why you close before they know",
    )

    def __init__(self, *args: Any, about: list[Contact], **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if not about:
            del self.fields["why"]

    @property
    def why_in_words(self) -> str:
        """The reason in words; empty when everybody knows."""
        return dict(WHY_UNTOLD).get(self.cleaned_data.get("why", ""), "")


class DeleteForm(ValuesPage):
    """Typing the code keeps a stray click from erasing a case."""

    can_wait = False
    buttons: ClassVar = (("go", "Delete everything now", "btn"),)

    code = LineField(label="Type the code to delete this case", autocomplete="off")
    code.widget.attrs["autocapitalize"] = "off"

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        shown = f"{case.code[:5]} {case.code[5:]}"
        self.fields["code"].help_text = f"The code is {shown}"
        self.wrong = f"Type the code as shown: {shown}"
        self.fields["code"].error_messages["required"] = self.wrong

    def clean_code(self) -> str:
        code = NOT_OF_THE_CODE.sub("", self.cleaned_data["code"]).lower()
        if code != self.case.code:
            raise ValidationError(self.wrong)
        return code

    def save(self) -> None:
        """Everything of the case goes with it."""
        self.case.delete()
