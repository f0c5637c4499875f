"""When offers are on the table, and whether they meet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.on_the_table import (
    Timing,
    picture,
    pinches,
    sentence,
    together,
    together_in_words,
)

MONDAY = date(2025, 12, 1)
DAY = timedelta(days=1)


def here(name="Harborlight", ends=None) -> Timing:
    return Timing(name=name, begins=MONDAY, ends=ends, is_here=True)


def expected(days, good=None, name="Wren") -> Timing:
    return Timing(name=name, begins=MONDAY + days * DAY, good_days=good)


@pytest.mark.mission("S4-19")
def test_each_offer_is_said_in_a_sentence():
    assert sentence(here(ends=MONDAY + 4 * DAY), MONDAY) == (
        "It is on the table now. It ends on Friday, December 5."
    )
    assert sentence(expected(7, good=10), MONDAY) == (
        "You expect it on Monday, December 8. It ends on Thursday, December 18, as far as you know."
    )
    assert sentence(Timing(name="Wren"), MONDAY) == (
        "You do not know when it comes. You do not know when it ends."
    )


@pytest.mark.mission("S4-20")
def test_an_offer_that_ends_before_the_other_comes_is_found():
    first, second = here(ends=MONDAY + 4 * DAY), expected(7)
    (pinch,) = pinches([first, second], MONDAY)
    assert (pinch.ends.name, pinch.comes.name, pinch.days) == ("Harborlight", "Wren", 3)
    assert pinch.ask_until == MONDAY + 9 * DAY
    assert together([first, second]) is None
    assert "No day has all" in together_in_words([first, second], MONDAY)


def test_what_is_over_is_asked_for_nothing():
    over = here(ends=MONDAY - DAY)
    assert pinches([over, expected(7)], MONDAY) == []
    assert "It ended on Sunday, November 30." in sentence(over, MONDAY)
    assert sentence(expected(-1), MONDAY).startswith("You expected it on Sunday")


def test_two_that_meet_say_from_when_to_when():
    both = [here(ends=MONDAY + 8 * DAY), expected(7, good=10)]
    assert together(both) == (MONDAY + 7 * DAY, MONDAY + 8 * DAY)
    assert together_in_words(both, MONDAY) == (
        "From Monday, December 8 to Tuesday, December 9, all of them are on the table."
    )
    assert pinches(both, MONDAY) == []


def test_one_day_and_no_end():
    assert together_in_words([here(ends=MONDAY + 7 * DAY), expected(7)], MONDAY).startswith(
        "On Monday, December 8, all"
    )
    assert together_in_words([here(), expected(7)], MONDAY).startswith("From Monday, December 8 on")


def test_what_nobody_knows_is_not_concluded_from():
    unknown = [here(ends=MONDAY), Timing(name="Wren")]
    assert together(unknown) is None
    assert pinches(unknown, MONDAY) == []
    assert together_in_words(unknown, MONDAY).startswith("Not all days are known")
    assert together_in_words([here()], MONDAY) == ""
    assert picture([Timing(name="Wren")], MONDAY) is None


def test_the_picture_holds_today_the_decision_and_room_for_an_open_end():
    seen = picture([here(), expected(7, good=10)], MONDAY, MONDAY + 21 * DAY)
    now, later = seen.bars
    assert (seen.first, seen.last) == ("Dec 1", "Dec 25")
    assert (now.x, now.is_open, later.is_open) == ("2%", True, False)
    assert seen.decide == "86%"  # 21 of 24 days, on 96%, from 2%


days = st.none() | st.dates(date(2025, 6, 1), date(2026, 6, 1))
timings = st.lists(
    st.builds(
        Timing,
        name=st.just("Wren"),
        begins=days,
        ends=days,
        good_days=st.none() | st.integers(1, 60),
    ),
    max_size=4,
)


@given(found=timings, decide=days)
def test_nothing_is_drawn_outside_the_picture(found, decide):
    seen = picture(found, MONDAY, decide)
    if seen is None:
        return
    assert len(seen.bars) == len(found)
    for bar in seen.bars:
        assert bar.sentence
        if bar.x:
            assert float(bar.x[:-1]) >= 0
            assert float(bar.x[:-1]) + float(bar.width[:-1]) <= 100
    if decide:
        assert 2 <= float(seen.decide[:-1]) <= 98


@given(found=timings)
def test_offers_that_all_meet_have_no_pinch(found):
    if together(found):
        assert pinches(found, MONDAY) == []
