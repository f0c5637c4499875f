from typing import Any, ClassVar

from coaching.models import Feeling
from look.fields import YES_NO, PickMany, PickOne, YesNoField
from look.layout import Scale
from offers.models import Case

from .base import RowPage, one_of

WEIGHTS = ((1, "Heavy"), (2, "2"), (3, "3"), (4, "4"), (5, "Light"))


class PauseForm(RowPage):
    """How heavy it feels, what pulls, and whether somebody presses. N: nobody else reads it."""

    also = tuple(Feeling.PULLS)
    layout: ClassVar = (Scale("weight"), "pulls", "forced")

    weight = PickOne(
        label="How heavy does this feel?",
        choices=WEIGHTS,
        coerce=int,
        error="Choose how heavy this feels, from 1 to 5",
    )
    pulls = PickMany(
        label="What is pulling at you right now?",
        help_text="Choose any that fit.",
        choices=tuple(Feeling.PULLS.items()),
        required=False,
    )
    forced = YesNoField(
        label="Is anyone making you answer today?",
        choices=YES_NO,
        error="Choose yes if someone wants an answer today",
    )

    class Meta:
        model = Feeling
        fields = ("weight", "forced")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["pulls"] = [name for name in Feeling.PULLS if getattr(self.instance, name)]

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Feeling:
        return one_of(case, "feeling", Feeling)

    def set_columns(self) -> None:
        chosen = self.cleaned_data.get("pulls", [])
        for name in Feeling.PULLS:
            setattr(self.instance, name, name in chosen)
