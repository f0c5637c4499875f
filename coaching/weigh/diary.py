"""The diary as a picture: two lines over the days, in percent of the width and the height."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coaching.models import DiaryLine

FEELINGS = ((1, "Heavy"), (2, "Tense"), (3, "Flat"), (4, "Easy"), (5, "Light"))
IN_WORDS = dict(FEELINGS)
LEFT, RIGHT = 4, 96
TOP, BOTTOM = 10, 90


@dataclass(frozen=True, kw_only=True)
class Point:
    """Where one day's mark stands, as text such as "12.5%", so that no locale can change it."""

    x: str
    y: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One day, in words."""

    line: DiaryLine
    keep: str
    leave: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Two ways to feel; `sentence` says the same to somebody who cannot see it."""

    keep: tuple[Point, ...]
    leave: tuple[Point, ...]
    sentence: str

    @property
    def keep_strokes(self) -> list[tuple[Point, Point]]:
        return list(pairwise(self.keep))

    @property
    def leave_strokes(self) -> list[tuple[Point, Point]]:
        return list(pairwise(self.leave))


def rows(lines: Iterable[DiaryLine]) -> list[Row]:
    return [Row(line=line, keep=IN_WORDS[line.keep], leave=IN_WORDS[line.leave]) for line in lines]


def picture(lines: Sequence[DiaryLine], ways: tuple[str, str]) -> Picture | None:
    """The lines, oldest first, days apart as in life. None before there are two days.

    `ways` names what keeping and leaving are called, such as "keep the job" and "back out".
    """
    if len(lines) < 2:
        return None
    keep, leave = ways
    return Picture(
        keep=_points(lines, "keep"),
        leave=_points(lines, "leave"),
        sentence=(
            f"Over {len(lines)} days, “{keep}” went {_from_to(lines, 'keep')}, "
            f"and “{leave}” went {_from_to(lines, 'leave')}."
        ),
    )


def _from_to(lines: Sequence[DiaryLine], way: str) -> str:
    first, last = (IN_WORDS[getattr(line, way)].lower() for line in (lines[0], lines[-1]))
    return f"from {first} to {last}"


def _points(lines: Sequence[DiaryLine], way: str) -> tuple[Point, ...]:
    begun = lines[0].day
    days = (lines[-1].day - begun).days
    return tuple(
        Point(
            x=_percent(LEFT + (RIGHT - LEFT) * (line.day - begun).days / days),
            y=_percent(BOTTOM - (BOTTOM - TOP) * (getattr(line, way) - 1) / 4),
        )
        for line in lines
    )


def _percent(value: float) -> str:
    return f"{round(value, 1):g}%"
