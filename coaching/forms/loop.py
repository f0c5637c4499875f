from dataclasses import dataclass
from typing import Any, ClassVar

from look.fields import LineField, PickOne, YesNoField
from look.layout import Picks
from offers.models import OWN_PEOPLE, Answer, Case, Contact

from .base import RowPage


@dataclass(frozen=True, kw_only=True)
class OnePerson:
    """Somebody in the loop, and what the first employer is called."""

    contact: Contact
    first: str


class LoopForm(RowPage):
    """How one person is kept informed, and whom they know: `about` is a OnePerson."""

    layout: ClassVar[tuple[Any, ...]] = ("informed", "knows")

    informed = LineField(
        label="How will you keep them informed?",
        help_text="Such as “a call on the day I decide”, or “I write once I know.”",
        required=False,
    )
    knows = LineField(label="Which of the others do they know?", required=False)

    class Meta:
        model = Contact
        fields: tuple[str, ...] = ("informed", "knows")

    @classmethod
    def instance_for(cls, case: Case, about: OnePerson) -> Contact:
        return about.contact


class OutsiderForm(LoopForm):
    """Somebody who is not of the first employer, and may know somebody there."""

    layout: ClassVar[tuple[Any, ...]] = (
        "informed",
        Picks("knows_there", reveal={Answer.YES: ("knows",)}),
    )

    knows_there = YesNoField(label="Do they know anyone there?", required=False)
    knows = LineField(label="Whom do they know?", required=False)

    class Meta(LoopForm.Meta):
        fields = ("informed", "knows_there", "knows")

    def __init__(self, *args: Any, about: OnePerson, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        self.fields["knows_there"].label = f"Do they know anyone at {about.first}?"


class OwnPersonForm(OutsiderForm):
    """Somebody from the person’s own life, whom no other page asks about."""

    can_wait: ClassVar = False
    layout: ClassVar = ("name", "role", *OutsiderForm.layout)

    name = LineField(label="Name", error="Enter their name")
    role = PickOne(
        label="Who are they to you?",
        choices=[(role.value, role.label) for role in OWN_PEOPLE],
        error="Choose who they are to you",
    )

    class Meta(LoopForm.Meta):
        fields = ("name", "role", "informed", "knows_there", "knows")
