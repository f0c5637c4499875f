"""The code by which a student says which school is theirs."""

from typing import ClassVar

from centres.joining import by_code
from centres.models import Centre
from look.fields import LineField
from look.forms import HouseForm

UNKNOWN = "Check the code. No school has this one."


class JoinCodeForm(HouseForm):
    buttons: ClassVar = (("go", "Join", "btn"),)

    code = LineField(
        label="Join code",
        help_text="Eight signs. Spaces and capital letters do not matter.",
        max_length=40,
        error="Enter the join code",
    )
    centre: Centre

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        centre = by_code(code)
        if centre is None:
            self.add_error("code", UNKNOWN)
        else:
            self.centre = centre
        return code
