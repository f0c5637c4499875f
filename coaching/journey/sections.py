"""Which pages each switch of sharing opens to the career centre. Plain data.

A part that stands in no row here reaches no member of staff, and what is marked N stands in none:
a page that is new to the journey is never shared by itself.
"""

from collections.abc import Iterable

from coaching.models import Section

from . import steps
from .parts import SHAREABLE, Part
from .step import Step

# Staff see these as soon as anything is shared: the basic facts, marked B.
BASIC: tuple[Step, ...] = (steps.PAUSE, steps.DATE, steps.OFFERS, steps.SITUATION, steps.DECIDE)
OPENED: dict[Section, tuple[Step, ...]] = {
    Section.PAY: (steps.OFFERS, steps.SIDE_BY_SIDE),
    Section.WEIGHING: (
        steps.OPTIONS,
        steps.BEST_WORST,
        steps.FOR_AND_AGAINST,
        steps.MUST_HAVES,
        steps.COMPARE,
        steps.BRIDGES,
        steps.TIMELINE,
    ),
    Section.PAPERS: (
        steps.SIGNED,
        steps.CLAUSES,
        steps.LEAVING_COST,
        steps.IN_WRITING,
        steps.NOTICE,
    ),
    Section.LETTERS: (steps.ASK, steps.LETTERS),
    Section.TELLING: (steps.TELL, steps.LOOP),
}


def parts_of(steps_: Iterable[Step]) -> list[Part]:
    """The shareable parts of these steps, in the order of the journey."""
    wanted = {step.slug for step in steps_}
    return [part for part in SHAREABLE if part.step.slug in wanted]
