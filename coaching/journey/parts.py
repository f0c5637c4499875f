"""The parts of a case that can be opened to a helper, one by one. Plain data, in order.

A step is one part. Where it has pages for the person alone, those are a part of their own, which
nobody gets by opening the other. How a case was closed is in no part.
"""

from dataclasses import dataclass

from . import steps
from .step import Step

PRIVATE = "-private"


@dataclass(frozen=True, kw_only=True)
class Part:
    """The pages of one step that anybody may be shown, or those marked N.

    `title` is read by both: by the person who opens it, and by their helper.
    """

    step: Step
    title: str
    is_private: bool = False

    @property
    def name(self) -> str:
        return name_of(self.step, is_private=self.is_private)


def name_of(step: Step, *, is_private: bool) -> str:
    return f"{step.slug}{PRIVATE if is_private else ''}"


SHAREABLE = tuple(
    Part(step=step, title=title)
    for step, title in (
        (steps.PAUSE, "Where it began, and by when they want an answer"),
        (steps.DATE, "The decision date"),
        (steps.OFFERS, "The offers, their pay and their people"),
        (steps.SITUATION, "The situation: school, visa, contract"),
        (steps.OPTIONS, "The options"),
        (steps.BEST_WORST, "Best and worst case of each option"),
        (steps.FOR_AND_AGAINST, "What speaks for each way, and against it"),
        (steps.MUST_HAVES, "What can’t be given up"),
        (steps.COMPARE, "The jobs, rated side by side"),
        (steps.SIDE_BY_SIDE, "Exchange rates for the pay"),
        (steps.SCHOOL, "What the school asks, and the time to answer"),
        (steps.SIGNED, "What was signed"),
        (steps.CLAUSES, "The papers that were pasted"),
        (steps.LEAVING_COST, "What leaving may cost"),
        (steps.BRIDGES, "The ties that this may touch"),
        (steps.IN_WRITING, "How firm each offer is"),
        (steps.ASK, "What they are asked to change"),
        (steps.LETTERS, "Letters before a decision, with name and address"),
        (steps.LOOP, "Who is kept in the loop"),
        (steps.NOTICE, "How much notice to give"),
        (steps.DECIDE, "The decision, and when it was made"),
        (
            steps.TELL,
            "Who knows, who does not, the letters with name and address, and what is handed over",
        ),
        (steps.TIMELINE, "When each offer is on the table"),
    )
)
FOR_THE_PERSON_ALONE = tuple(
    Part(step=step, title=title, is_private=True)
    for step, title in (
        (steps.PAUSE, "How heavy it feels, and what pulls"),
        (steps.LEANING, "The first leaning, once its seal is open"),
        (steps.WHY, "The reasons behind the doubt"),
        (steps.FEARS, "Facts and fears"),
        (steps.QUESTIONS, "Answers to the questions to sit with"),
        (steps.SOUNDING_BOARD, "People to trust, and what they said"),
        (steps.FLAGS, "Warning signs, and habits of mind"),
        (steps.DIARY, "The diary"),
        (steps.DECIDE, "Why it was decided so, and how surely"),
        (steps.AFTER, "Looking back, two weeks later"),
        (steps.CHECK_INS, "The check-ins"),
        (steps.NEXT_OFFER, "The list for the next offer"),
    )
)
BY_NAME = {part.name: part for part in (*SHAREABLE, *FOR_THE_PERSON_ALONE)}
