"""What was answered to the questions to sit with, said back. Never weighed and never summed up."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.models import Closer, Pull, Reflection, Regard
from offers.models import Answer

from .questions import BY_NAME, Question
from .ways import keep_or_leave

# The four that tell a person how they stand to the job (S3-20…S3-23).
FOUR = ("excited", "worry", "respected", "goals")
PICKED: dict[str, dict[str, str]] = {
    "excited": {
        Pull.EXCITED: "You are excited about the work.",
        Pull.RELIEVED: "You are relieved to have a job.",
        Pull.BOTH: "You are excited and relieved, some of both.",
        Pull.NEITHER: "You are not excited, and not relieved.",
        Pull.UNKNOWN: "You do not know yet if you are excited or relieved.",
    },
    "worry": {
        Answer.YES: "You would say yes without the worry, too.",
        Answer.NO: "Without the worry, you would not say yes.",
        Answer.UNKNOWN: "You do not know yet what you would say without the worry.",
    },
    "respected": {
        Regard.BOTH: "You feel respected and well informed.",
        Regard.RESPECTED: "You feel respected, but not well informed.",
        Regard.INFORMED: "You feel well informed, but not respected.",
        Regard.NEITHER: "You do not feel respected, and not well informed.",
        Regard.UNKNOWN: "You do not know yet if you feel respected and well informed.",
    },
    "goals": {
        Closer.KEEP: "To {keep} is closer to your goals.",
        Closer.LEAVE: "To {leave} is closer to your goals.",
        Closer.SAME: "Both ways are about as close to your goals.",
        Closer.UNKNOWN: "You do not know yet which way is closer to your goals.",
    },
    "all-in": {
        Answer.YES: "You can give this job all you have.",
        Answer.NO: "You can’t give this job all you have.",
        Answer.UNKNOWN: "You do not know yet if you can give this job all you have.",
    },
}


@dataclass(frozen=True, kw_only=True)
class SaidBack:
    """One answer: what was picked, as a sentence, and the person’s own words, a column each."""

    question: Question
    picked: str
    words: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Neither picked nor written."""
        return not self.picked and not any(self.words)


def said_back(name: str, answers: Reflection, stage: str) -> SaidBack:
    """One question of QUESTIONS by its `name`, for somebody at `stage`."""
    question = BY_NAME[name]
    keep, leave = keep_or_leave(stage)
    value = getattr(answers, question.pick) if question.pick else ""
    sentence = PICKED[name][value].format(keep=keep, leave=leave) if value else ""
    words = tuple(getattr(answers, field) for field in question.fields)
    return SaidBack(question=question, picked=sentence, words=words)


def the_four(answers: Reflection, stage: str) -> Iterator[SaidBack]:
    return (said_back(name, answers, stage) for name in FOUR)
