"""Three short screens about one option; each writes its own columns. `about` is a Way."""

from typing import Any, ClassVar

from coaching.models import GOALS, Odds, OptionCase, Serves, Undo
from coaching.weigh.ways import Way
from look.fields import PickOne, TextField
from look.layout import Scale
from offers.models import Case

from .base import RowPage


class OfOption(RowPage):
    @classmethod
    def instance_for(cls, case: Case, about: Way) -> OptionCase:
        stored = case.option_cases.filter(option=about.key).first()
        return stored or OptionCase(case=case, option=about.key)


class BestWorstForm(OfOption):
    """How it may turn out: at best, at worst, and in between (S1-5)."""

    layout: ClassVar = ("best", Scale("best_odds"), "worst", Scale("worst_odds"), "between")

    best = TextField(label="Best case", help_text="If all goes well.", required=False)
    best_odds = PickOne(label="How likely is the best case?", choices=Odds, required=False)
    worst = TextField(label="Worst case", help_text="If it all goes wrong.", required=False)
    worst_odds = PickOne(label="How likely is the worst case?", choices=Odds, required=False)
    between = TextField(
        label="In between",
        help_text="Neither the best nor the worst. What do you expect most?",
        required=False,
    )

    class Meta:
        model = OptionCase
        fields = ("best", "best_odds", "worst", "worst_odds", "between")


class CostForm(OfOption):
    """What it takes, and what comes after the worst. “Then what?” is asked once a worst is told."""

    layout: ClassVar = ("gives_up", "if_worst", "then_what", Scale("undo"))

    gives_up = TextField(
        label="What would you give up?",
        help_text="Money, people, a chance, peace of mind.",
        required=False,
    )
    if_worst = TextField(
        label="If the worst happens, I would…",
        help_text="Who would you call? What would you live on? What would you try next?",
        required=False,
    )
    then_what = TextField(
        label="Then what?",
        help_text="Say it has come to that. How may things look a year on?",
        required=False,
    )
    undo = PickOne(label="Could you turn back?", choices=Undo, required=False)

    class Meta:
        model = OptionCase
        fields = ("gives_up", "if_worst", "then_what", "undo")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.instance.worst or self.instance.then_what):
            del self.fields["then_what"]


def goal(label: str) -> PickOne:
    return PickOne(label=label, choices=Serves, required=False)


class LeadsForm(OfOption):
    """How it serves the person's goals (S1-7), and where it leads (S3-15)."""

    layout: ClassVar = (*map(Scale, GOALS), "leads")

    work_soon = goal("Your goals at work, this year")
    work_later = goal("Your goals at work, in the long run")
    life_soon = goal("Your goals in life, this year")
    life_later = goal("Your goals in life, in the long run")
    leads = TextField(
        label="Where does this lead in one to three years?",
        help_text="Think of what you would do, who with, and where.",
        required=False,
    )

    class Meta:
        model = OptionCase
        fields = ("work_soon", "work_later", "life_soon", "life_later", "leads")
