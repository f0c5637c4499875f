from dataclasses import dataclass
from typing import Any, ClassVar

from look.fields import LineField, PickOne, YesNoField
from look.layout import Picks
from offers.models import OWN_PEOPLE, Answer, Case, Contact, Role

from .base import RowPage


@dataclass(frozen=True, kw_only=True)
class OnePerson:
    """Somebody in the loop, and what the first employer is called if they are not of it."""

    contact: Contact
    first: str = ""


class LoopForm(RowPage):
    """How one person is kept informed, and whom they know: `about` is a OnePerson."""

    layout: ClassVar = (
        "name",
        "role",
        "informed",
        Picks("knows_there", reveal={Answer.YES: ("knows",)}),
    )

    informed = LineField(
        label="How do you keep them informed?",
        help_text="Such as “a call on Sunday”, or “I write once I know.”",
        required=False,
    )
    knows_there = YesNoField(label="", required=False)
    knows = LineField(label="Whom do they know?", required=False)

    class Meta:
        model = Contact
        fields = ("informed", "knows_there", "knows")

    def __init__(self, *args: Any, about: OnePerson, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if about.first:
            self.fields["knows_there"].label = f"Do they know anyone at {about.first}?"
        else:
            del self.fields["knows_there"]
            self.fields["knows"].label = "Which of the others do they know?"

    @classmethod
    def instance_for(cls, case: Case, about: OnePerson) -> Contact:
        return about.contact


class OwnPersonForm(LoopForm):
    """Somebody from the person’s own life, whom no other page asks about."""

    name = LineField(label="Name", error="Enter their name")
    role = PickOne(
        label="Who are they to you?",
        choices=[(role.value, role.label) for role in OWN_PEOPLE],
        error="Choose who they are to you",
    )

    class Meta(LoopForm.Meta):
        fields = ("name", "role", "informed", "knows_there", "knows")
