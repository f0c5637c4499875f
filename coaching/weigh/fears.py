"""Facts and fears in two columns. What happened comes before what was promised (S3-17, S3-18)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coaching.models import Habits, Kind, RestsOn, Thought, WarningSigns
from offers.models import Offer

from .flags import HABITS, SIGNS, TREATED, UNWRITTEN, mirror


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of the left column: typed as `thought`, or said elsewhere, of an `offer` or not."""

    words: str
    rests_on: str
    note: str = ""
    thought: Thought | None = None
    offer: Offer | None = None


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Facts in three groups, the heaviest first, and fears."""

    signals: tuple[Fact, ...]
    plain: tuple[Fact, ...]
    promises: tuple[Fact, ...]
    fears: tuple[Thought, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.signals + self.plain + self.promises

    @property
    def to_check(self) -> tuple[Thought, ...]:
        """The fears of which the person said what would show them."""
        return tuple(fear for fear in self.fears if fear.would_show)


def columns(thoughts: Iterable[Thought], seen: Iterable[Fact]) -> Columns:
    """Each group in the order its lines came in: first what was typed, then what was `seen`."""
    thoughts = list(thoughts)
    typed = [
        Fact(words=one.words, rests_on=one.rests_on, thought=one)
        for one in thoughts
        if one.kind == Kind.FACT
    ]
    facts = [*typed, *seen]
    return Columns(
        signals=tuple(fact for fact in facts if fact.rests_on == RestsOn.SIGNAL),
        plain=tuple(fact for fact in facts if not fact.rests_on),
        promises=tuple(fact for fact in facts if fact.rests_on == RestsOn.PROMISE),
        fears=tuple(one for one in thoughts if one.kind == Kind.FEAR),
    )


def seen_in(jobs: Sequence[Offer], signs: Mapping[int, WarningSigns]) -> list[Fact]:
    """What was said about each job elsewhere, as signals. `signs` are found by the job’s id.

    Good treatment is a signal too; a sign that is not there, or not sure, says nothing.
    """
    return [
        Fact(words=words, note=note, rests_on=RestsOn.SIGNAL, offer=job)
        for job in jobs
        if job.pk in signs
        for words, note in _said_of(signs[job.pk])
    ]


def _said_of(row: WarningSigns) -> list[tuple[str, str]]:
    found = [(said.sign.seen, said.note) for said in mirror(SIGNS, row).yes]
    if row.treated in TREATED:
        found.append((TREATED[row.treated], row.treated_note))
    return found


def counted_on(habits: Habits | None) -> list[Fact]:
    """The promise that the person said they count on, as one."""
    return [
        Fact(words=said.sign.seen, note=said.note, rests_on=RestsOn.PROMISE)
        for said in mirror(HABITS, habits).yes
        if said.sign is UNWRITTEN
    ]
