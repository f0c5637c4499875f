"""The diary as a picture: two lines over the days, in percent of the width and the height."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coaching.models import DiaryLine
from look.dates import short_day

FEELINGS = ((1, "Heavy"), (2, "Tense"), (3, "Flat"), (4, "Easy"), (5, "Light"))
IN_WORDS = dict(FEELINGS)
LEFT, RIGHT = 4, 96
TOP, BOTTOM = 10, 90
# More marks than this would run into each other on a small phone.
MOST_MARKS = 21


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
class Stroke:
    """From one line to the next; over days that were missed it is drawn thin."""

    begin: Point
    end: Point
    is_over_gap: bool


@dataclass(frozen=True, kw_only=True)
class Trace:
    """How one way felt: a point for each line, and those that bear a mark."""

    points: tuple[Point, ...]
    strokes: tuple[Stroke, ...]
    marks: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Two ways to feel; `sentence` says the same to somebody who cannot see it."""

    keep: Trace
    leave: Trace
    first_day: str
    last_day: str
    sentence: str


def rows(lines: Iterable[DiaryLine]) -> list[Row]:
    return [Row(line=line, keep=IN_WORDS[line.keep], leave=IN_WORDS[line.leave]) for line in lines]


def picture(lines: Sequence[DiaryLine], ways: tuple[str, str]) -> Picture | None:
    """The lines, oldest first, days apart as in life. None before there are two days.

    `ways` names what keeping and leaving are called, such as "keep the job" and "back out".
    """
    if len(lines) < 2:
        return None
    keep, leave = ways
    first_day, last_day = short_day(lines[0].day), short_day(lines[-1].day)
    return Picture(
        keep=_trace(lines, "keep"),
        leave=_trace(lines, "leave"),
        first_day=first_day,
        last_day=last_day,
        sentence=(
            f"Over {len(lines)} days, “{keep}” went {_from_to(lines, 'keep')}, "
            f"and “{leave}” went {_from_to(lines, 'leave')}. "
            f"The first day is {first_day}, the last {last_day}."
        ),
    )


def _trace(lines: Sequence[DiaryLine], way: str) -> Trace:
    points = _points(lines, way)
    gaps = [(after.day - before.day).days > 1 for before, after in pairwise(lines)]
    pairs = zip(pairwise(points), gaps, strict=True)
    return Trace(
        points=points,
        strokes=tuple(Stroke(begin=a, end=b, is_over_gap=gap) for (a, b), gap in pairs),
        marks=_marked(points, gaps),
    )


def _marked(points: tuple[Point, ...], gaps: Sequence[bool]) -> tuple[Point, ...]:
    """Every point while there is room; of many, only those where a run of days begins or ends."""
    if len(points) <= MOST_MARKS:
        return points
    begins, ends = (True, *gaps), (*gaps, True)
    return tuple(
        point for point, begin, end in zip(points, begins, ends, strict=True) if begin or end
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
