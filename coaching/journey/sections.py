"""Which pages each switch of sharing opens to the career centre, and how a person reads that.

A step that stands in no row here reaches no member of staff, and what is marked N stands in none:
a page that is new to the journey is never shared by itself.
"""

from collections.abc import Collection

from coaching.models import Section

from . import steps
from .step import Step

# Staff see these as soon as anything is shared: the basic facts, marked B.
BASIC_IN_WORDS: tuple[tuple[Step, str], ...] = (
    (steps.PAUSE, "Where you are now, and by when they want an answer"),
    (steps.DATE, "Your decision date"),
    (steps.OFFERS, "Your jobs: who, where and when"),
    (steps.SITUATION, "Your situation: school, visa, contract"),
    (steps.DECIDE, "What you decided, and when"),
)
OPENED_IN_WORDS: dict[Section, tuple[tuple[Step, str], ...]] = {
    Section.PAY: (
        (steps.OFFERS, "what each job pays, and the people there"),
        (steps.SIDE_BY_SIDE, "exchange rates for the pay"),
    ),
    Section.WEIGHING: (
        (steps.OPTIONS, "your options"),
        (steps.BEST_WORST, "how each may turn out"),
        (steps.FOR_AND_AGAINST, "what speaks for each, and against it"),
        (steps.MUST_HAVES, "what you can’t give up"),
        (steps.COMPARE, "your ratings"),
        (steps.BRIDGES, "your bridges"),
        (steps.TIMELINE, "your offers over time"),
    ),
    Section.PAPERS: (
        (steps.SIGNED, "what you signed"),
        (steps.CLAUSES, "the papers that you pasted"),
        (steps.LEAVING_COST, "what leaving may cost"),
        (steps.IN_WRITING, "how firm each offer is"),
        (steps.NOTICE, "the notice you give"),
    ),
    Section.LETTERS: (
        (steps.ASK, "what you ask them to change"),
        (steps.LETTERS, "letters you can send before you decide, with your name on them"),
    ),
    Section.TELLING: (
        (steps.TELL, "who knows, and the letters to them, with your name on them"),
        (steps.LOOP, "whom you keep in the loop"),
    ),
}
# What no switch opens, whatever comes to the journey later.
NEVER_IN_WORDS = (
    "How heavy it feels, and what pulls at you",
    "Your own reasons, fears and warning signs",
    "Your answers to the questions to sit with",
    "Your diary and first leaning",
    "The people you trust, and what they said",
    "Why you decided, how surely, and your note to yourself",
    "Looking back, your check-ins, and your list for next time",
)
BASIC = tuple(step for step, _ in BASIC_IN_WORDS)
OPENED = {section: tuple(step for step, _ in rows) for section, rows in OPENED_IN_WORDS.items()}


def in_words(section: Section) -> str:
    """What a switch opens, in a few short sentences."""
    return " ".join(f"{words[0].upper()}{words[1:]}." for _, words in OPENED_IN_WORDS[section])


def may_be_read(step: Step, mark: str, sections: Collection[str]) -> bool:
    """Whether staff read a page of this step with this mark, while these switches are on."""
    if mark == "B":
        return step in BASIC
    return mark == "O" and any(step in OPENED[Section(section)] for section in sections)
