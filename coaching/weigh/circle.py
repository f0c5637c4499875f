"""The picture of the people around somebody: where each mark stands. Pure.

You stand in the middle. The marks stand on a clock's face, all the same angle apart, and nearer
the more a tie matters. The nearest they may stand is where neighbors still do not touch, so no two
marks ever do: of two marks a fixed angle apart, the nearer one sets how close they can come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

SIDE = 320.0  # of the square in which everything stands
MIDDLE = SIDE / 2
YOU = 26.0  # half the width of the mark in the middle
MARK = 15.0  # half the width of every other mark
APART = 32.0  # from the center of one mark to the next, at least
FARTHEST = MIDDLE - MARK - 2
NEAREST = 72.0
MOST_MARKS = 28
# A tie that was not weighed yet stands farthest away.
LEVELS = {"lot": 0, "some": 1, "low": 2, "": 3}


# Circle, square, diamond: the shape says how much a tie matters, with or without color.
ROUND = "M-14 0a14 14 0 1 1 28 0a14 14 0 1 1-28 0Z"
PATHS = {"lot": "M0-15 15 0 0 15-15 0Z", "some": "M-11-11H11V11H-11Z", "low": ROUND, "": ROUND}


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place as text such as "12.5", so that no locale can change it."""

    x: str
    y: str


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where one mark stands, and where the line from the middle to it begins and ends."""

    at: Point
    start: Point
    end: Point


def layout(weights: Sequence[str]) -> tuple[Spot, ...]:
    """A spot for each weight ("lot", "some", "low", or "" while open), clockwise from the top.

    Raises ValueError for more marks than there is room for.
    """
    count = len(weights)
    if count > MOST_MARKS:
        raise ValueError(f"{count} marks do not fit")
    nearest = nearest_for(count)
    step = (FARTHEST - nearest) / (len(LEVELS) - 1)
    return tuple(
        _spot(2 * pi * place / count, nearest + step * LEVELS[weight])
        for place, weight in enumerate(weights)
    )


def nearest_for(count: int) -> float:
    """The radius at which `count` marks in a ring stand APART; never inside NEAREST."""
    if count < 2:
        return NEAREST
    return max(NEAREST, APART / (2 * sin(pi / count)))


def _spot(angle: float, radius: float) -> Spot:
    return Spot(
        at=_point(angle, radius), start=_point(angle, YOU), end=_point(angle, radius - MARK)
    )


def _point(angle: float, distance: float) -> Point:
    x, y = MIDDLE + distance * sin(angle), MIDDLE - distance * cos(angle)
    return Point(x=f"{round(x, 1):g}", y=f"{round(y, 1):g}")
