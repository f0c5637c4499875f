from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .facts import Facts
from .step import Section, Status, Step
from .steps import NEXT_FIRST, SECTIONS, STEPS, TELL


@dataclass(frozen=True, kw_only=True)
class Task:
    """One row of the hub."""

    step: Step
    status: Status
    hint: str
    shut: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """One section of the hub."""

    title: str
    tasks: tuple[Task, ...]

    @property
    def done_count(self) -> int:
        return sum(task.status is Status.DONE for task in self.tasks)

    @property
    def is_done(self) -> bool:
        """Every task is done but those that nobody has to do; and at least one is."""
        return self.done_count > 0 and all(
            task.status is Status.DONE or task.step.is_optional for task in self.tasks
        )


class Journey:
    """Where one case stands. Reads only; writing is the views' job."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def __contains__(self, step: Step) -> bool:
        return step.applies(self.facts)

    @cached_property
    def steps(self) -> list[Step]:
        return [step for step in STEPS if step in self]

    def task(self, step: Step) -> Task:
        shut = step.shut(self.facts)
        status = Status.NOT_YET if shut else step.status(step, self.facts)
        return Task(step=step, status=status, hint=shut or step.hint(self.facts), shut=shut)

    def groups(self) -> Iterator[Group]:
        for section in SECTIONS:
            tasks = tuple(self.task(step) for step in section.steps if step in self.steps)
            if tasks:
                yield Group(title=section.title, tasks=tasks)

    def next_task(self) -> Task | None:
        """The first unfinished task, safest first. Once decided, only telling is left to do."""
        left = self.steps if self.facts.decision is None else [s for s in self.steps if s is TELL]
        in_order = sorted(left, key=lambda step: NEXT_FIRST.get(step.slug, len(NEXT_FIRST)))
        tasks = map(self.task, in_order)
        return next((task for task in tasks if self._asks_for_work(task)), None)

    def after(self, step: Step) -> Step | None:
        """The next open task of the same section that is not done; None leads to the hub."""
        siblings = section_of(step).steps
        later = (other for other in siblings[siblings.index(step) + 1 :] if other in self)
        return next((other for other in later if self._asks_for_work(self.task(other))), None)

    @staticmethod
    def _asks_for_work(task: Task) -> bool:
        return task.status in (Status.NOT_STARTED, Status.IN_PROGRESS, Status.CHECK)


def section_of(step: Step) -> Section:
    return next(section for section in SECTIONS if step in section.steps)
