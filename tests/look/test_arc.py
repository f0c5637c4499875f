"""The arc of the date card says how much of the wait is over."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from look.arc import CURVE, arc, path_to, point, share

BEGUN = dt.datetime(2025, 11, 29, 15, tzinfo=dt.UTC)
DECIDE_AT = dt.datetime(2025, 12, 4, 15, tzinfo=dt.UTC)


def drawn(now):
    return arc(begun=BEGUN, now=now, decide_at=DECIDE_AT, zone="America/New_York")


def test_the_curve_starts_at_the_moon_and_ends_at_the_sun():
    assert point(0) == CURVE[0]
    assert point(1) == CURVE[3]
    assert path_to(1) == "M28 96C70 22 210 22 252 96"


def test_half_way_is_the_top():
    # A cubic at one half is (first + 3·second + 3·third + last) / 8.
    assert point(0.5) == (140, (96 + 3 * 22 + 3 * 22 + 96) / 8)


@given(st.floats(0, 1), st.floats(0, 1))
def test_later_is_further_to_the_right_and_inside_the_box(one, other):
    earlier, later = sorted((one, other))
    assert 28 <= point(earlier)[0] <= point(later)[0] <= 252
    assert 22 <= point(earlier)[1] <= 96


@given(st.timedeltas(dt.timedelta(days=-400), dt.timedelta(days=400)))
def test_the_share_never_leaves_the_arc(passed):
    assert 0 <= share(BEGUN, BEGUN + passed, DECIDE_AT) <= 1


def test_a_wait_of_no_length_is_over():
    assert share(BEGUN, BEGUN, BEGUN) == 1


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (0, ("today", False, "Dec 4")),
        (0.2, ("today", False, "Dec 4")),
        (2, ("Nov 29", True, "Dec 4")),
        (4.5, ("Nov 29", False, "Dec 4")),
        (5, ("Nov 29", False, "today")),
    ],
)
def test_today_is_named_once_or_where_there_is_room(days, labels):
    card = drawn(BEGUN + dt.timedelta(days=days))
    assert (card.first, card.has_room, card.last) == labels


def test_the_path_ends_where_the_circle_stands():
    card = drawn(BEGUN + dt.timedelta(days=2))
    assert card.done.endswith(f" {card.x} {card.y}")
    # Two fifths of the way, by the formula of a cubic: .216, .432, .288 and .064 of each point.
    assert (card.x, card.y) == ("112.9", "42.7")
