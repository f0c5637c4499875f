from typing import ClassVar

from coaching.models import Letterhead
from look.fields import EmailLine, LineField, PhoneLine
from look.layout import Pair
from offers.models import Case

from .base import RowPage


class LetterheadForm(RowPage):
    """The person's own name and address, asked once, for the top of every letter."""

    can_wait = False
    layout: ClassVar = ("name", Pair("street", "town"), Pair("phone", "email"))
    buttons: ClassVar = (("go", "Save and continue", "btn"),)

    name = LineField(
        label="Your full name",
        help_text="As they know you.",
        autocomplete="name",
        error="Enter your full name",
    )
    street = LineField(label="Street and number", required=False, autocomplete="address-line1")
    town = LineField(label="Town and postal code", required=False, autocomplete="address-level2")
    phone = PhoneLine(label="Your phone", required=False, autocomplete="tel")
    email = EmailLine(label="Your e-mail", required=False, max_length=120, autocomplete="email")

    class Meta:
        model = Letterhead
        fields = ("name", "street", "town", "phone", "email")

    @classmethod
    def instance_for(cls, case: Case, about: object) -> Letterhead:
        """A new letterhead begins with the e-mail address of the account."""
        head: Letterhead | None = getattr(case, "letterhead", None)
        return head or Letterhead(case=case, email=case.owner.email or "")
