from typing import Any

from coaching.models import Reflection
from coaching.weigh.questions import Question
from coaching.weigh.ways import keep_or_leave
from look.fields import TextField
from offers.models import Case

from .base import RowPage, one_of


def words(label: str, help_text: str = "") -> TextField:
    return TextField(label=label, help_text=help_text, required=False)


class QuestionForm(RowPage):
    """One screen of the questions to sit with: `about` is a Question. N."""

    goals = words(
        "Which way is closer to your goals?",
        "Think of this year, and of where you want to be in five.",
    )
    give_up_leaving = words("")  # labelled in the words of where the person stands
    give_up_staying = words("")
    without_worry = words(
        "Would you say yes without the worry?",
        "Picture more time and no gap between jobs. Would you still want it?",
    )
    excited = words(
        "Are you excited, or relieved?",
        "Excited about the work, or relieved to have a job?",
    )
    respected = words(
        "Do you feel respected and well informed?",
        "Think of how they wrote, called and answered you so far.",
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
            "goals",
            "give_up_leaving",
            "give_up_staying",
            "without_worry",
            "excited",
            "respected",
            "support",
            "friend",
        )

    def __init__(self, *args: Any, case: Case, about: Question, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        for name in self._meta.fields or ():
            if name not in about.fields:
                del self.fields[name]
        keep, leave = keep_or_leave(case.stage)
        for name, way in (("give_up_leaving", leave), ("give_up_staying", keep)):
            if name in self.fields:
                self.fields[name].label = f"What do you give up if you {way}?"
        self.as_h1 = about.fields[0] if len(about.fields) == 1 else ""

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Reflection:
        return one_of(case, "reflection", Reflection)


class FriendForm(QuestionForm):
    """The last one, under the person’s own story: the story’s heading is the page’s h1."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.as_h1 = ""
        self.fields["friend"].label = "What would you tell them?"
        self.fields["friend"].help_text = "We show you your answer on the day you decide."
