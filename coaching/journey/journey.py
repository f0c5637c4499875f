from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .facts import Facts
from .step import Section, Status, Step
from .steps import DECIDE, ENDS, IN_WRITING, NEXT_FIRST, PAUSE, SECTIONS, SIX, STEPS, TELL

COUNT = {4: "Four", 5: "Five", 6: "Six"}


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
    # Unfolded on the hub: here is what to do now.
    is_open: bool = True

    @property
    def done_count(self) -> int:
        return sum(task.status is Status.DONE for task in self.tasks)

    @property
    def is_done(self) -> bool:
        """Every task is done but those that nobody has to do; and at least one is."""
        nothing_left = (Status.DONE, Status.READY)
        return self.done_count > 0 and all(
            task.status in nothing_left or task.step.is_optional for task in self.tasks
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

    @cached_property
    def main_steps(self) -> list[Step]:
        """What the person is led through."""
        return [step for step in self.steps if self.leads_to(step)]

    def leads_to(self, step: Step) -> bool:
        """Only the pause and the six, for who has not said yes yet."""
        return not self.facts.case.is_not_accepted or step in (PAUSE, *SIX)

    def task(self, step: Step) -> Task:
        shut = step.shut(self.facts)
        status = Status.NOT_YET if shut else step.status(step, self.facts)
        words = step.at(self.facts.case.stage)
        return Task(step=words, status=status, hint=shut or step.hint(self.facts), shut=shut)

    def groups(self) -> Iterator[Group]:
        if self.facts.case.is_not_accepted:
            yield self._six()
            return
        for section in SECTIONS:
            tasks = tuple(self.task(step) for step in section.steps if step in self.steps)
            if tasks:
                yield Group(title=section.title, tasks=tasks, is_open=self._is_now(section, tasks))

    def _is_now(self, section: Section, tasks: Iterable[Task]) -> bool:
        """Where the next task is, where something wants a look, and where all of it leads."""
        wants_a_look = any(task.status is Status.CHECK for task in tasks)
        holds_next = self.next_task is not None and self.next_task in tasks
        return holds_next or wants_a_look or section in ENDS

    def _six(self) -> Group:
        """One short list; before it, nothing but the pause."""
        steps = [step for step in self.main_steps if step is not PAUSE] or [PAUSE]
        title = "Pause" if steps == [PAUSE] else f"{COUNT[len(steps)]} steps to a good answer"
        return Group(title=title, tasks=tuple(self.task(step) for step in steps))

    def more(self) -> Group | None:
        """What may help as well, and nobody has to do; the short list leaves it out."""
        if self.main_steps == self.steps:
            return None
        rest = [step for step in self.steps if step is PAUSE or step not in self.main_steps]
        return Group(title="More, if you want it", tasks=tuple(self.task(step) for step in rest))

    @cached_property
    def next_task(self) -> Task | None:
        """The first unfinished task, safest first. Once decided, only telling is left to do."""
        open_now = self.main_steps
        left = open_now if self.facts.decision is None else [s for s in open_now if s is TELL]
        tasks = map(self.task, sorted(left, key=self._place))
        return next((task for task in tasks if self._asks_for_work(task)), None)

    def _place(self, step: Step) -> int:
        """What waits for somebody else's letter stands behind what one can do oneself."""
        if step is DECIDE:
            return len(NEXT_FIRST) + 2
        if step is IN_WRITING and self.facts.waits_for_paper:
            return len(NEXT_FIRST) + 1
        return NEXT_FIRST.get(step.slug, len(NEXT_FIRST))

    def after(self, step: Step) -> Step | None:
        """The next open task of the same section that is not done; None leads to the hub."""
        siblings = section_of(step).steps
        later = siblings[siblings.index(step) + 1 :]
        found = (other for other in later if other in self and self.leads_to(other))
        return next((other for other in found if self._asks_for_work(self.task(other))), None)

    @staticmethod
    def _asks_for_work(task: Task) -> bool:
        return task.status in (Status.NOT_STARTED, Status.IN_PROGRESS, Status.CHECK)


def section_of(step: Step) -> Section:
    return next(section for section in SECTIONS if step in section.steps)
