"""The three ways to decide, in the words of each stage. All three are fine."""

from coaching.models import Lean, Outcome
from offers.models import Stage

WORDS = {
    Stage.NOT_ACCEPTED: {Outcome.KEEP: "Say yes", Outcome.OUT: "Say no"},
    Stage.ACCEPTED: {Outcome.KEEP: "Keep the job", Outcome.OUT: "Back out"},
    Stage.STARTED: {Outcome.KEEP: "Stay", Outcome.OUT: "Leave the job"},
}
ONCE_DECIDED = {
    Outcome.KEEP: "You kept your word, with open eyes",
    Outcome.OUT: "You have decided",
    Outcome.ASK: "Now ask",
}
TO_SAY_YES = "You decided to say yes"
ASK = "Ask for changes or time first"


def outcome_choices(stage: str) -> list[tuple[str, str]]:
    words = WORDS[Stage(stage)] | {Outcome.ASK: ASK}
    return [(outcome.value, words[outcome]) for outcome in Outcome]


def leaning_choices(stage: str) -> list[tuple[str, str]]:
    """The same ways, and not knowing yet, which a first leaning may be."""
    return [*outcome_choices(stage), (Lean.UNKNOWN.value, Lean.UNKNOWN.label)]


def outcome_words(stage: str, outcome: str) -> str:
    return dict(outcome_choices(stage))[outcome]


def once_decided(stage: str, outcome: str) -> str:
    """The heading of what comes next; who has not said yes yet has no word to keep."""
    if stage == Stage.NOT_ACCEPTED and outcome == Outcome.KEEP:
        return TO_SAY_YES
    return ONCE_DECIDED[Outcome(outcome)]
