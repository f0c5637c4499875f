from typing import Any, ClassVar

from coaching.journey.outcomes import outcome_choices
from coaching.models import DecisionNote, Outcome
from look.fields import PickOne, TextField, YesNoField
from look.forms import HouseForm
from look.layout import Picks, Scale
from offers.models import Case, Offer, OfferKind

from .base import RowPage, one_of
from .moment import LATER
from .why import WhyForm

SURENESS = ((1, "Not sure"), (2, "2"), (3, "3"), (4, "4"), (5, "Very sure"))
HOW_SURE = "Choose how sure you are, from 1 to 5"


class DecideForm(RowPage):
    """The choice, before it is saved as a decision. Nobody reads it but the person.

    Once it is saved, what was chosen is a basic fact: `sees_choice` says who will see it, and
    `sees_words` who sees the rest.
    """

    also = ("offer",)
    layout: ClassVar = (
        Picks("choice", reveal={Outcome.KEEP: ("which",)}),
        Scale("sure"),
        "still",
        "because",
        "note",
    )
    buttons: ClassVar = (
        ("go", "Continue", "btn"),
        ("later", "Save and come back later", "btn btn--link"),
    )

    choice = PickOne(label="Your decision", error="Choose what you have decided")
    which = PickOne(
        label="Which job do you say yes to?", error="Choose which job you say yes to", **LATER
    )
    sure = PickOne(
        label="How sure are you?",
        choices=SURENESS,
        coerce=int,
        empty_value=None,
        error=HOW_SURE,
    )
    still = YesNoField(label=WhyForm.base_fields["still"].label, required=False)
    because = TextField(label="Because", help_text="A few words, for yourself.", required=False)
    note = TextField(
        label="A note to yourself for a hard day",
        help_text="You may want to read it later.",
        required=False,
    )

    class Meta:
        model = DecisionNote
        fields = ("choice", "sure", "still", "because", "note")

    def __init__(
        self, *args: Any, case: Case, sees_choice: str = "", sees_words: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, case=case, **kwargs)
        if sees_choice:
            self.fields["choice"].help_text = f"{sees_choice}."
            for name in ("sure", "still", "because", "note"):
                hint = self.fields[name].help_text
                self.fields[name].help_text = f"{hint} {sees_words}.".strip()
        self.fields["choice"].choices = outcome_choices(case.stage)
        self.on_the_table = {str(offer.pk): offer for offer in on_the_table(case)}
        self.initial["which"] = str(self.instance.offer_id or "")
        if len(self.on_the_table) > 1:
            self.fields["which"].choices = [
                (key, str(offer)) for key, offer in self.on_the_table.items()
            ]
        else:
            del self.fields["which"]

    @classmethod
    def instance_for(cls, case: Case, about: object) -> DecisionNote:
        return one_of(case, "decision_note", DecisionNote)

    def clean(self) -> dict[str, Any]:
        super().clean()
        says_yes = self.cleaned_data.get("choice") == Outcome.KEEP
        if says_yes and "which" in self.fields:
            self.require("which")
        return self.cleaned_data

    def set_columns(self) -> None:
        """Only a yes is to one of several."""
        says_yes = self.cleaned_data.get("choice") == Outcome.KEEP
        which = self.cleaned_data.get("which") if says_yes else None
        self.instance.offer = self.on_the_table.get(which or "")


def on_the_table(case: Case) -> list[Offer]:
    """The offers that somebody who has not said yes yet can say yes to."""
    if not case.is_not_accepted:
        return []
    return list(case.offers.filter(kind=OfferKind.OTHER))


class WhyNowForm(HouseForm):
    """Decide now anyway: what has changed? Kept with the decision, never asked twice."""

    buttons: ClassVar = (("go", "Decide now anyway", "btn btn--second"),)

    why = TextField(label="What has changed?", required=False)


ASK, WAIT, GO_ON = "ask", "wait", "go-on"


class NotInWritingForm(HouseForm):
    """The other offer is only spoken. What now?"""

    buttons: ClassVar = (("go", "Continue", "btn"),)
    layout: ClassVar = (Picks("what", reveal={GO_ON: ("why",)}),)

    what = PickOne(
        label="What would you like to do?",
        choices=(
            (ASK, "Ask for it in writing"),
            (WAIT, "Wait, and choose a later date"),
            (GO_ON, "Go on anyway"),
        ),
        hints={GO_ON: "You can. We keep a note that you knew."},
        error="Choose what you would like to do",
    )
    why = TextField(label="Why are you going on?", required=False)
