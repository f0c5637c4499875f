from typing import Any, ClassVar

from coaching.models import RealReason
from look.fields import PickMany, TextField, YesNoField
from look.layout import Picks
from offers.models import Case

from .base import RowPage, one_of

HINTS = {
    "commute": "Too far, or too long each day",
    "place": "The town, or having to move",
    "not_at_ease": "You said it was fine when it was not",
    "never_asked": "The moment passed, and you never named a number",
    "counter_offer": "They offer you more to stay",
    "sank_in": "Once the rush was over, you saw what the job would be like",
    "cold_feet": "A big change, and a pit in your stomach",
    "gut": "Or something you can’t name yet",
}
GROUPS = [(heading, tuple(group.items())) for heading, group in RealReason.GROUPS.items()]
# Who has not said yes has no yes to explain.
OTHER_WORDS = {
    "How I said yes": "How it came about",
    "pressure": "They push me to say yes",
}
BEFORE_A_YES = [
    (OTHER_WORDS.get(heading, heading), tuple((n, OTHER_WORDS.get(n, words)) for n, words in group))
    for heading, group in GROUPS
]


class WhyForm(RowPage):
    """Up to three reasons, how the doubt began, and the job on its own. N."""

    also = tuple(RealReason.REASONS)
    layout: ClassVar = (
        Picks("reasons", reveal={"gut": ("gut_says", "gut_noticed")}),
        "first",
        "still",
    )

    reasons = PickMany(
        label="What is behind the doubt?",
        help_text="Choose up to three.",
        choices=GROUPS,
        hints=HINTS,
        most=RealReason.MOST,
        error="Choose at least one reason",
    )
    gut_noticed = TextField(
        label="What did your gut notice?",
        help_text="A word, a look, a silence. Small things count.",
        required=False,
    )
    first = TextField(label="What happened right before you started to doubt?", required=False)
    still = YesNoField(
        label="If nothing else had come along, would you still want this job?",
        error="Choose yes, no or “I don’t know”",
    )

    class Meta:
        model = RealReason
        fields = ("gut_says", "gut_noticed", "first", "still")
        labels: ClassVar = {"gut_says": "What does your gut say?"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["reasons"] = self.instance.chosen
        if self.case.is_not_accepted:
            self.fields["reasons"].choices = BEFORE_A_YES

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> RealReason:
        return one_of(case, "real_reason", RealReason)

    def set_columns(self) -> None:
        chosen = self.cleaned_data.get("reasons", [])
        for name in RealReason.REASONS:
            setattr(self.instance, name, name in chosen)
