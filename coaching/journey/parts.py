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
    """The pages of one step that anybody may be shown, or those marked N."""

    step: Step
    is_private: bool = False

    @property
    def name(self) -> str:
        return f"{self.step.slug}{PRIVATE if self.is_private else ''}"


SHAREABLE = tuple(
    Part(step=step)
    for step in (
        steps.PAUSE,
        steps.DATE,
        steps.OFFERS,
        steps.SITUATION,
        steps.OPTIONS,
        steps.BEST_WORST,
        steps.FOR_AND_AGAINST,
        steps.MUST_HAVES,
        steps.COMPARE,
        steps.SIDE_BY_SIDE,
        steps.SIGNED,
        steps.CLAUSES,
        steps.LEAVING_COST,
        steps.BRIDGES,
        steps.IN_WRITING,
        steps.ASK,
        steps.LETTERS,
        steps.LOOP,
        steps.NOTICE,
        steps.DECIDE,
        steps.TELL,
    )
)
FOR_THE_PERSON_ALONE = tuple(
    Part(step=step, is_private=True)
    for step in (
        steps.PAUSE,
        steps.LEANING,
        steps.WHY,
        steps.FEARS,
        steps.QUESTIONS,
        steps.SOUNDING_BOARD,
        steps.FLAGS,
        steps.DIARY,
        steps.DECIDE,
    )
)
BY_NAME = {part.name: part for part in (*SHAREABLE, *FOR_THE_PERSON_ALONE)}
# Where a step mixes both, what its two parts are called.
TITLES = {
    "pause": "Where you began, and by when they want an answer",
    "pause-private": "How heavy it feels",
    "decide": "What you decided, and when",
    "decide-private": "Why you decided so, and how sure you are",
}


def title_of(part: Part, stage: str) -> str:
    """What the part is called, for the person who opens it."""
    return TITLES.get(part.name) or part.step.at(stage).title
