"""The nine questions to sit with, in their order: one screen each."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Question:
    """One screen. `fields` are the columns of Reflection for words, `pick` the one for a choice."""

    name: str
    title: str
    fields: tuple[str, ...]
    pick: str = ""
    # The advice beside it, where it has its own.
    guidance: str = "questions"

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column this screen asks for, in its order."""
        return (self.pick, *self.fields) if self.pick else self.fields

    @property
    def slug(self) -> str:
        """What its answer is saved under."""
        return f"questions-{self.name}"


QUESTIONS = (
    Question(
        name="goals",
        title="Which way is closer to your goals?",
        fields=("goals",),
        pick="goals_pick",
    ),
    Question(
        name="giving-up",
        title="What would you give up?",
        fields=("give_up_leaving", "give_up_staying"),
    ),
    Question(
        name="worry",
        title="Would you say yes without the worry?",
        fields=("without_worry",),
        pick="without_worry_pick",
    ),
    Question(
        name="excited",
        title="Are you excited, or relieved?",
        fields=("excited",),
        pick="excited_pick",
    ),
    Question(
        name="respected",
        title="Do you feel respected and well informed?",
        fields=("respected",),
        pick="respected_pick",
    ),
    Question(
        name="all-in",
        title="Can you give this job all you have?",
        fields=("all_in_you", "all_in_them"),
        pick="all_in",
        guidance="questions-all-in",
    ),
    Question(
        name="fair",
        title="What is fair, and what suits you?",
        fields=("fair", "suits"),
        guidance="questions-fair",
    ),
    Question(name="support", title="Who is on your side?", fields=("support",)),
    Question(name="friend", title="What would you tell a friend?", fields=("friend",)),
)
BY_NAME = {question.name: question for question in QUESTIONS}


def next_open(after: Question, saved: set[str]) -> Question | None:
    """The next screen that was never saved, round the end to the start; None when all were."""
    place = QUESTIONS.index(after) + 1
    in_turn = (*QUESTIONS[place:], *QUESTIONS[:place])
    return next((question for question in in_turn if question.slug not in saved), None)
