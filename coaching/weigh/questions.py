"""The seven questions to sit with, in their order: one screen each."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Question:
    """One screen. `fields` are columns of Reflection."""

    name: str
    title: str
    fields: tuple[str, ...]

    @property
    def slug(self) -> str:
        """What its answer is saved under."""
        return f"questions-{self.name}"


QUESTIONS = (
    Question(name="goals", title="Which way is closer to your goals?", fields=("goals",)),
    Question(
        name="giving-up",
        title="What would you give up?",
        fields=("give_up_leaving", "give_up_staying"),
    ),
    Question(name="worry", title="Would you say yes without the worry?", fields=("without_worry",)),
    Question(name="excited", title="Are you excited, or relieved?", fields=("excited",)),
    Question(
        name="respected", title="Do you feel respected and well informed?", fields=("respected",)
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
