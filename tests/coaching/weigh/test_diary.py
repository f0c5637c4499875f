"""The picture of the diary."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coaching.models import DiaryLine
from coaching.weigh.diary import picture

WAYS = ("keep the job", "back out")
FIRST = date(2026, 11, 22)
feeling = st.integers(1, 5)
lines = st.dictionaries(st.integers(0, 400), st.tuples(feeling, feeling), min_size=2).map(
    lambda days: [line(day, *days[day]) for day in sorted(days)]
)


def line(day: int, keep: int, leave: int) -> DiaryLine:
    return DiaryLine(day=FIRST + timedelta(day), keep=keep, leave=leave)


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def test_one_day_is_no_picture_yet():
    assert picture([line(0, 1, 5)], WAYS) is None


def test_three_days_drawn_by_hand():
    drawn = picture([line(0, 1, 5), line(1, 3, 3), line(4, 5, 1)], WAYS)
    assert [(at.x, at.y) for at in drawn.keep.points] == [
        ("4%", "90%"),
        ("27%", "50%"),
        ("96%", "10%"),
    ]
    assert [at.y for at in drawn.leave.points] == ["10%", "50%", "90%"]
    assert [stroke.is_over_gap for stroke in drawn.keep.strokes] == [False, True]
    assert drawn.keep.marks == drawn.keep.points
    assert "“keep the job” went from heavy to light" in drawn.sentence
    assert "The first day is Nov 22, the last Nov 26." in drawn.sentence


@given(lines)
def test_every_mark_is_within_the_frame_and_the_days_go_on_to_the_right(lines):
    drawn = picture(lines, WAYS)
    across = [number(at.x) for at in drawn.keep.points]
    assert across == sorted(across)
    assert all(4 <= x <= 96 for x in across)
    assert all(10 <= number(at.y) <= 90 for at in (*drawn.keep.points, *drawn.leave.points))
    assert set(drawn.keep.marks) <= set(drawn.keep.points)


def test_sixty_days_bear_a_mark_only_where_a_run_begins_or_ends():
    whole = picture([line(day, 1 + day % 5, 3) for day in range(60)], WAYS)
    assert len(whole.keep.strokes) == 59
    assert [at.x for at in whole.keep.marks] == ["4%", "96%"]

    missed = picture([line(day, 2, 3) for day in range(60) if day not in (20, 21, 40)], WAYS)
    assert len(missed.leave.marks) == 6  # three runs: 0 to 19, 22 to 39, 41 to 59
    assert sum(stroke.is_over_gap for stroke in missed.leave.strokes) == 2


@given(lines)
def test_a_day_on_its_own_always_has_a_mark(lines):
    """Beside two thin lines nothing else would show it."""
    drawn = picture(lines, WAYS)
    gaps = [True, *((b.day - a.day).days > 1 for a, b in pairwise(lines)), True]
    alone = [
        point for point, a, b in zip(drawn.keep.points, gaps, gaps[1:], strict=False) if a and b
    ]
    assert set(alone) <= set(drawn.keep.marks)
