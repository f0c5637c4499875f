from typing import Any

from look.fields import EmailLine
from look.forms import HouseForm

from .models import SchoolSignIn

UNKNOWN = "We know no school sign-in for that address. Check it, or sign in with a code."


class SchoolAddressForm(HouseForm):
    """Which school is yours? Its e-mail address tells."""

    buttons = (("go", "Go on to my school", "btn"),)
    email = EmailLine(
        label="Your school e-mail address",
        help_text="Your school asks for your password. We never see it.",
        autocomplete="email",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "email" in cleaned:
            self.school = SchoolSignIn.for_address(cleaned["email"])
            if self.school is None:
                self.add_error("email", UNKNOWN)
        return cleaned
