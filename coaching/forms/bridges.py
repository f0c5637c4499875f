from typing import Any, ClassVar

from coaching.models import OWN_CIRCLES, Bridge, Circle, Taking, Weight
from coaching.weigh.ties import Tie
from look.fields import LineField, PickOne, TextField, YesNoField
from offers.models import Case

from .base import RowPage, ValuesPage


class BridgeForm(RowPage):
    """One tie that the decision may touch: `about` is a Tie. Only of the field is asked more."""

    layout: ClassVar = ("close_knit", "weight", "taking", "taking_words", "helps")

    close_knit = YesNoField(
        label="Do people in your field know one another?",
        help_text="Tech, cybersecurity and fashion are like that.",
        error="Choose yes, no or “I don’t know” for “know one another”",
    )
    weight = PickOne(
        label="How much does this tie matter to you?",
        choices=Weight.choices,
        error="Choose how much it matters to you",
    )
    taking = PickOne(
        label="How may they take it?", choices=Taking.choices, error="Choose how they may take it"
    )
    taking_words = TextField(label="What makes you think so?", required=False)
    helps = LineField(
        label="One thing that would help",
        help_text="A call, an early word, a thank-you, a name for the job.",
        required=False,
    )

    class Meta:
        model = Bridge
        fields = ("close_knit", "weight", "taking", "taking_words", "helps")

    def __init__(self, *args: Any, about: Tie, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if about.circle != Circle.FIELD:
            del self.fields["close_knit"]

    @classmethod
    def instance_for(cls, case: Case, about: Tie) -> Bridge:
        return about.bridge


class CirclesForm(ValuesPage):
    """Up to two circles of the person’s own. Another name is another circle, asked anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = {
            field_of(circle): LineField(label=f"Circle {number}", required=False)
            for number, circle in enumerate(OWN_CIRCLES, 1)
        }
        self.fields = lines | self.fields

    @classmethod
    def stored(cls, case: Case, about: Any) -> dict[str, Any]:
        rows = case.bridges.filter(circle__in=OWN_CIRCLES)
        return {field_of(Circle(row.circle)): row.name for row in rows}

    def save(self) -> None:
        """A name that was changed or emptied takes its old answers with it."""
        changed = [circle for circle in OWN_CIRCLES if field_of(circle) in self.changed_answers]
        self.case.bridges.filter(circle__in=changed).delete()
        Bridge.objects.bulk_create(
            Bridge(case=self.case, circle=circle, name=self.cleaned_data[field_of(circle)])
            for circle in changed
            if self.cleaned_data[field_of(circle)]
        )


def field_of(circle: Circle) -> str:
    return circle.value.replace("-", "_")
