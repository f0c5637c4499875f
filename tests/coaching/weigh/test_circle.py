"""The picture of the people around somebody: nothing touches, and nothing leaves the box."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.circle import LEVELS, MARK, MIDDLE, MOST_MARKS, PATHS, SIDE, YOU, Point, layout

ALMOST = 0.2  # places are rounded to a tenth
# Half the width and height of the widest label, “24”, in the letters of the picture.
HALF_WIDTH, HALF_HEIGHT = 9, 8

weights = st.lists(st.sampled_from(sorted(LEVELS)), max_size=MOST_MARKS)


def place(point: Point) -> tuple[float, float]:
    return float(point.x), float(point.y)


def test_four_marks_placed_by_hand():
    lot, low, some, open_ = layout(["lot", "low", "some", ""])
    assert lot.at == Point(x="160", y="88")  # straight up, 72 from the middle
    assert low.at == Point(x="279.3", y="160")  # to the right, at two thirds of the way out
    assert some.at == Point(x="160", y="255.7")
    assert open_.at == Point(x="17", y="160")
    assert lot.start == Point(x="160", y="134")
    assert lot.end == Point(x="160", y="103")


def test_nobody_is_no_picture_and_too_many_are_refused():
    assert layout([]) == ()
    with pytest.raises(ValueError, match="29 marks do not fit"):
        layout(["lot"] * 29)


def test_each_weight_has_a_shape_of_its_own():
    assert len({PATHS[weight] for weight in ("lot", "some", "low")}) == 3


@given(weights)
def test_no_two_marks_touch_and_none_leaves_the_box(weights):
    spots = [place(spot.at) for spot in layout(weights)]
    assert len(spots) == len(weights)
    for one, other in combinations(spots, 2):
        assert dist(one, other) >= 2 * MARK
        apart = abs(one[0] - other[0]), abs(one[1] - other[1])
        assert apart[0] >= 2 * HALF_WIDTH or apart[1] >= 2 * HALF_HEIGHT, "two labels overlap"
    for x, y in spots:
        assert MARK <= x <= SIDE - MARK
        assert MARK <= y <= SIDE - MARK
        assert dist((x, y), (MIDDLE, MIDDLE)) >= YOU + MARK


@given(weights)
def test_what_matters_more_stands_nearer(weights):
    far = {}
    for weight, spot in zip(weights, layout(weights), strict=True):
        far.setdefault(weight, []).append(dist(place(spot.at), (MIDDLE, MIDDLE)))
    levels = [far[weight] for weight in LEVELS if weight in far]
    for nearer, farther in zip(levels, levels[1:], strict=False):
        assert max(nearer) <= min(farther) + ALMOST


@given(weights)
def test_a_line_runs_from_you_to_the_edge_of_its_mark(weights):
    for spot in layout(weights):
        assert abs(dist(place(spot.start), (MIDDLE, MIDDLE)) - YOU) < ALMOST
        assert abs(dist(place(spot.end), place(spot.at)) - MARK) < ALMOST
