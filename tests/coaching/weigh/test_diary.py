"""The picture of the diary."""

from datetime import date, timedelta

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
    assert [(at.x, at.y) for at in drawn.keep] == [("4%", "90%"), ("27%", "50%"), ("96%", "10%")]
    assert [at.y for at in drawn.leave] == ["10%", "50%", "90%"]
    assert len(drawn.keep_strokes) == 2
    assert "“keep the job” went from heavy to light" in drawn.sentence


@given(lines)
def test_every_mark_is_within_the_frame_and_the_days_go_on_to_the_right(lines):
    drawn = picture(lines, WAYS)
    across = [number(at.x) for at in drawn.keep]
    assert across == sorted(across)
    assert all(4 <= x <= 96 for x in across)
    assert all(10 <= number(at.y) <= 90 for at in (*drawn.keep, *drawn.leave))
