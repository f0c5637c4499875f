from typing import Any, ClassVar

from coaching.models import RealReason
from look.fields import PickMany, TextField, YesNoField
from offers.models import Case

from .base import RowPage, one_of

HINTS = {
    "pay": "Too low, or you never asked for more",
    "place": "The trip, the town, or how it sank in later",
    "pressure": "You could not say no, or you interviewed for practice",
    "gut": "Or something you can’t name yet",
}


class WhyForm(RowPage):
    """Up to three reasons, how the doubt began, and the job on its own. N."""

    also = tuple(RealReason.REASONS)
    layout: ClassVar = ("reasons", "first", "still")

    reasons = PickMany(
        label="What is behind the doubt?",
        help_text="Choose up to three.",
        choices=tuple(RealReason.REASONS.items()),
        hints=HINTS,
        most=RealReason.MOST,
        error="Choose at least one reason",
    )
    first = TextField(label="What happened right before you started to doubt?", required=False)
    still = YesNoField(
        label="If nothing else had come along, would you still want this job?",
        error="Choose yes, no or “I don’t know”",
    )

    class Meta:
        model = RealReason
        fields = ("first", "still")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["reasons"] = self.instance.chosen

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> RealReason:
        return one_of(case, "real_reason", RealReason)

    def set_columns(self) -> None:
        chosen = self.cleaned_data.get("reasons", [])
        for name in RealReason.REASONS:
            setattr(self.instance, name, name in chosen)
