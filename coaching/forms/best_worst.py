from typing import ClassVar

from coaching.models import OptionCase
from look.fields import TextField
from offers.models import Case

from .base import RowPage


class BestWorstForm(RowPage):
    """How one option may turn out: at best, at worst, and in between (S1-5)."""

    layout: ClassVar = ("best", "worst", "between")

    best = TextField(label="Best case", help_text="If all goes well.", required=False)
    worst = TextField(
        label="Worst case",
        help_text="Then what? What would you do if it came to that?",
        required=False,
    )
    between = TextField(
        label="In between",
        help_text="Neither the best nor the worst. What do you expect most?",
        required=False,
    )

    class Meta:
        model = OptionCase
        fields = ("best", "worst", "between")

    @classmethod
    def instance_for(cls, case: Case, about: str) -> OptionCase:
        stored = case.option_cases.filter(option=about).first()
        return stored or OptionCase(case=case, option=about)
