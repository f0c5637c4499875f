from typing import Any

from coaching.models import Closer, Pull, Reflection, Regard
from coaching.weigh.questions import Question
from coaching.weigh.ways import keep_or_leave
from look.fields import PickOne, TextField, YesNoField
from offers.models import Case

from .base import RowPage, one_of


def words(label: str, help_text: str = "") -> TextField:
    return TextField(label=label, help_text=help_text, required=False)


class QuestionForm(RowPage):
    """One screen of the questions to sit with: `about` is a Question. N."""

    goals_pick = PickOne(  # worded for where the person stands
        label="Which way is closer to your goals?",
        help_text="Think of this year, and of where you want to be in five.",
        choices=Closer.choices,
        required=False,
    )
    goals = words("Closer in which way?")
    give_up_leaving = words("")  # labelled in the words of where the person stands
    give_up_staying = words("")
    without_worry_pick = YesNoField(
        label="Would you say yes without the worry?",
        help_text="Picture more time and no gap between jobs. Would you still want it?",
        required=False,
    )
    without_worry = words("What makes you say so?")
    excited_pick = PickOne(
        label="Are you excited, or relieved?",
        help_text="Excited about the work, or relieved to have a job?",
        choices=Pull.choices,
        required=False,
    )
    excited = words("Which part of it?")
    respected_pick = PickOne(
        label="Do you feel respected and well informed?",
        help_text="Think of how they wrote, called and answered you so far.",
        choices=Regard.choices,
        required=False,
    )
    respected = words("When did you feel that?")
    all_in = YesNoField(
        label="Can you give this job all you have?",
        help_text="All of your mind and your strength, for a year or more.",
        required=False,
    )
    all_in_you = words("If not, what follows for you?")
    all_in_them = words("And what follows for them?")
    fair = words(
        "Leaving aside what suits you: what would be fair?",
        "To them, and to the people who count on you.",
    )
    suits = words(
        "Leaving aside what is fair: what would suit you?",
        "Your work, your health, your home.",
    )
    support = words(
        "Who is on your side?",
        "Name one or two people who can listen, whatever you decide.",
    )
    friend = words(
        "What would you tell a friend?",
        "A friend is where you are now. We show you your answer on the day you decide.",
    )

    class Meta:
        model = Reflection
        fields = (
            "goals_pick",
            "goals",
            "give_up_leaving",
            "give_up_staying",
            "without_worry_pick",
            "without_worry",
            "excited_pick",
            "excited",
            "respected_pick",
            "respected",
            "all_in",
            "all_in_you",
            "all_in_them",
            "fair",
            "suits",
            "support",
            "friend",
        )

    def __init__(self, *args: Any, case: Case, about: Question, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        for name in self._meta.fields or ():
            if name not in about.columns:
                del self.fields[name]
        keep, leave = keep_or_leave(case.stage)
        for name, way in (("give_up_leaving", leave), ("give_up_staying", keep)):
            if name in self.fields:
                self.fields[name].label = f"What do you give up if you {way}?"
        if "goals_pick" in self.fields:
            self.fields["goals_pick"].choices = closer(keep, leave)
        self.as_h1 = about.pick or (about.fields[0] if len(about.fields) == 1 else "")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Reflection:
        return one_of(case, "reflection", Reflection)


def closer(keep: str, leave: str) -> list[tuple[str, str]]:
    """The choices of Closer, with the two ways as somebody at that stage calls them."""
    ways: dict[str, str] = {Closer.KEEP: keep.capitalize(), Closer.LEAVE: leave.capitalize()}
    return [(value, ways.get(value, label)) for value, label in Closer.choices]


class FriendForm(QuestionForm):
    """The last one, under the person’s own story: the story’s heading is the page’s h1."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.as_h1 = ""
        self.fields["friend"].label = "What would you tell them?"
        self.fields["friend"].help_text = "We show you your answer on the day you decide."
