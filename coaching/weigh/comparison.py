"""Two jobs side by side, in whole numbers only: exact, and without a sum that anybody sees.

A thing counts as often as it matters: not at all 0, a little 1, some 2, a lot 3, most 4. A thing
that is not rated for both jobs is left out. What a person can’t give up is never in here (S3-14).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

LOWEST, HIGHEST = 1, 5
MOST_WEIGHT = 4
# Level: a quarter of a step apart or less, on average.
LEVEL_PART = 4


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How good one job is in one thing, 1 to 5."""

    score: int
    is_guess: bool = False

    @property
    def least(self) -> int:
        """What it may be at worst: a guess may be one step off."""
        return max(LOWEST, self.score - self.is_guess)

    @property
    def most(self) -> int:
        return min(HIGHEST, self.score + self.is_guess)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that matters, 0 to 4, and a mark for each job; None where none was given."""

    title: str
    in_a_sentence: str
    weight: int
    marks: tuple[Mark | None, ...]

    @property
    def is_rated(self) -> bool:
        return any(self.marks)


@dataclass(frozen=True, kw_only=True)
class Both:
    """One thing that is rated for both jobs of a pair."""

    name: str
    weight: int
    first: Mark
    second: Mark

    @property
    def step(self) -> int:
        """How far the second job is above the first, -4 to 4."""
        return self.second.score - self.first.score

    @property
    def least_step(self) -> int:
        return self.second.least - self.first.most

    @property
    def most_step(self) -> int:
        return self.second.most - self.first.least


class Side(Enum):
    """Which job the ratings lean to, all things counted. Shown to nobody."""

    FIRST = auto()
    LEVEL = auto()
    SECOND = auto()


def both(lines: Iterable[Line], first: int, second: int) -> tuple[Both, ...]:
    """The things rated for both of these jobs, by their places in `marks`."""
    return tuple(
        Both(name=line.in_a_sentence, weight=line.weight, first=one, second=other)
        for line in lines
        if (one := line.marks[first]) and (other := line.marks[second])
    )


def side(weights: Sequence[int], steps: Sequence[int]) -> Side:
    """Where these steps lean when each counts as often as it matters."""
    gap = sum(weight * step for weight, step in zip(weights, steps, strict=True))
    return leaning(gap, sum(weights))


def leaning(gap: int, counts: int) -> Side:
    """Where a gap of so many steps leans, over so many counts."""
    if abs(gap) * LEVEL_PART <= counts:
        return Side.LEVEL
    return Side.SECOND if gap > 0 else Side.FIRST
