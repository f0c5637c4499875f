"""What lies on the desk now, told by the same rule of small numbers as what ended."""

from dataclasses import dataclass

from centres.models import Membership
from centres.small_numbers import groups_of
from coaching.models import DeskStep

from .figures import Bar, drawn
from .queue import of_team


@dataclass(frozen=True, kw_only=True)
class Open:
    """One open case, as the rule of small numbers reads it."""

    person: int
    values: tuple[str]


@dataclass(frozen=True, kw_only=True)
class Load:
    """How many cases are open, and where they stand. Nothing where that is under five."""

    cases: int
    stages: list[Bar]


def load_of(member: Membership) -> Load:
    """Of what stands in the queue: with others in it, the difference would be who shares alone."""
    shared = of_team(member).exclude(step=DeskStep.OVER)
    rows = [
        Open(person=owner, values=(step,))
        for owner, step in shared.values_list("case__owner", "step")
    ]
    groups = groups_of(rows)
    order = [*DeskStep.values, ""]
    groups.sort(key=lambda group: order.index(group.values[0]))
    stages = drawn((in_words(group.values[0]), len(group.rows)) for group in groups)
    return Load(cases=sum(len(group.rows) for group in groups), stages=stages)


def in_words(step: str) -> str:
    return DeskStep(step).label if step else "Other stages"
