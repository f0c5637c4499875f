"""Chosen reasons, said back in plain words, and one next task. Never a label, never advice to go.

S1-23: nerves, a feeling of not being good enough, and a real reason to look again each lead
somewhere else. S0-6: feeling bound only by the first yes is said out loud.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from offers.models import Answer

WORDS = {
    "better_offer": "another offer",
    "terms_changed": "terms that changed",
    "role_differs": "a role that is not what you were told",
    "people": "the people or the culture",
    "pay": "the pay",
    "place": "travel or place",
    "health_family": "health or family",
    "counter_offer": "a counter-offer",
    "cold_feet": "nerves",
    "not_good_enough": "a feeling that you are not good enough",
    "pressure": "a yes under pressure",
    "gut": "your gut",
}
NERVES = frozenset({"cold_feet", "not_good_enough"})
QUIET = frozenset({"gut"})  # says that something is there, not what

ON_ITS_OWN = {
    Answer.YES: "If nothing else had come along, you would still want this job.",
    Answer.NO: "If nothing else had come along, you would not want this job.",
    Answer.UNKNOWN: "You do not know yet if you would want this job on its own. That is fine.",
}
BOUND = (
    "You also named guilt. Feeling bound says something good about you. "
    "On its own it is not a reason to stay, and not a reason to go."
)


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One thing to do next. `say` holds words to copy; `task` is the slug of the step to open."""

    heading: str
    why: str
    task: str
    say: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mirror:
    picked: str
    lines: tuple[str, ...]
    suggestion: Suggestion


TALK = Suggestion(
    heading="Would one talk with your new manager help?",
    why="Many people feel this before any new job. A short talk turns a fog into facts. "
    "You can ask about the work and say nothing about your doubt.",
    task="questions",
    say=(
        "Hello [name], could we talk for 15 minutes this week?",
        "What would a good first month look like? What can I learn on the job? "
        "Who can I go to with questions?",
    ),
)
ASK_ABOUT_PAY = Suggestion(
    heading="Could you give them a chance to change the pay?",
    why="You picked the pay and nothing else. First ask yourself: "
    "if they met your number, would you still want this job? Ask only if the answer is yes.",
    task="ask",
    say=(
        "I am glad about the work and the team. I would like to talk about one thing: the pay.",
        "Is there room to move it to [amount]? I understand if there is not.",
    ),
)
COMPARE_TERMS = Suggestion(
    heading="Could you put the old words beside the new ones?",
    why="Write down what you were told and what it is now. Then you know what to ask them about.",
    task="offers",
)
FIRM_UP = Suggestion(
    heading="How firm is the new offer?",
    why="A spoken offer can fall through. See what you have in black and white.",
    task="in-writing",
)
LIST_WAYS = Suggestion(
    heading="Which ways are there?",
    why="There may be more than stay or go. A later start or other hours can be one of them.",
    task="options",
)
TAKE_TIME = Suggestion(
    heading="Can you take the time you did not have?",
    why="You had to answer fast. A date to decide gives you those days back.",
    task="date",
)
ASK_YOURSELF = Suggestion(
    heading="Can you sit with a few questions?",
    why="They help you tell a feeling from a fact. You can skip any of them.",
    task="questions",
)

# Which reason speaks first when several were picked: what can cost the most when it is missed.
BY_REASON = (
    ("terms_changed", COMPARE_TERMS),
    ("role_differs", COMPARE_TERMS),
    ("better_offer", FIRM_UP),
    ("counter_offer", FIRM_UP),
    ("health_family", LIST_WAYS),
    ("place", LIST_WAYS),
    ("pay", LIST_WAYS),
    ("pressure", TAKE_TIME),
)


def mirror(chosen: Sequence[str], still: str, *, feels_guilty: bool = False) -> Mirror:
    """What the person picked, in their order, and one next task.

    `chosen` holds keys of WORDS, at least one; `still` is an Answer.
    """
    lines = (ON_ITS_OWN.get(Answer(still), ""),) if still else ()
    if feels_guilty and still == Answer.NO:
        lines = (*lines, BOUND)
    return Mirror(
        picked=f"You picked {in_a_row([WORDS[name] for name in chosen])}.",
        lines=lines,
        suggestion=suggestion(frozenset(chosen)),
    )


def suggestion(chosen: Collection[str]) -> Suggestion:
    named = set(chosen) - QUIET
    if named and named <= NERVES:
        return TALK
    if named == {"pay"}:
        return ASK_ABOUT_PAY
    return next((task for reason, task in BY_REASON if reason in named), ASK_YOURSELF)


def in_a_row(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
