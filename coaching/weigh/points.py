"""For and against both positions, now and later on (S4-8): laid out, never counted up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coaching.models import Horizon, Point, Position, Side

from .ways import keep_or_leave

# Two weeks before the first day, desks and trainings are most often arranged.
LATE = 14


@dataclass(frozen=True, kw_only=True)
class Sides:
    """What speaks for a position and against it, at one time."""

    when: str
    in_favor: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """One position in the words of the person's stage."""

    position: Position
    title: str
    times: tuple[Sides, ...]

    @property
    def is_empty(self) -> bool:
        return not any(sides.in_favor or sides.against for sides in self.times)


def title_of(position: Position, stage: str) -> str:
    """“Keep the job” or “Back out”."""
    keep, leave = keep_or_leave(stage)
    return (keep if position is Position.KEEP else leave).capitalize()


def standpoints(points: Iterable[Point], stage: str) -> tuple[Standpoint, ...]:
    """Both positions, the kept promise first, with every point in the order it was typed."""
    written = list(points)
    return tuple(
        Standpoint(
            position=position,
            title=title_of(position, stage),
            times=tuple(_sides(written, position, horizon) for horizon in Horizon),
        )
        for position in Position
    )


def _sides(points: list[Point], position: Position, horizon: Horizon) -> Sides:
    at = [point for point in points if (point.position, point.horizon) == (position, horizon)]
    return Sides(
        when=horizon.label,
        in_favor=tuple(point.words for point in at if point.side == Side.FOR),
        against=tuple(point.words for point in at if point.side == Side.AGAINST),
    )


def late_in_words(starts_on: date | None, today: date) -> str:
    """What late news means for the employer (S2-10), when the first day is near; else empty."""
    days = (starts_on - today).days if starts_on else LATE + 1
    if not 0 <= days <= LATE:
        return ""
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    return f"Your first day is {when}. The later they hear, the harder it is for them."
