"""From answers to lines for the next offer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.models import MOST_LINES, LookBack
from coaching.weigh.lessons import FOR_ALL, LESSONS, LONGEST, MISSED, RUSHED, lessons, new_since


def found(led=(), *, missed=False, rushed=False, needs=(), most=MOST_LINES):
    return lessons(led, LookBack.LED, missed_sign=missed, rushed=rushed, needs=needs, most=most)


@pytest.mark.mission("S2-22", "S1-24")
def test_each_answer_brings_its_line_and_says_which_it_was():
    """Worked by hand: two reasons, a missed sign, a rush, and one thing not to give up."""
    lines = found(
        ["led_pushed", "led_counter"], missed=True, rushed=True, needs=["Two days at home"]
    )
    assert [(line.because, line.words) for line in lines] == [
        ("You saw a sign, and looked away", MISSED),
        ("You were rushed", RUSHED),
        ("I was pushed to answer fast", LESSONS["led_pushed"]),
        ("My boss at the time made a counter-offer", LESSONS["led_counter"]),
        ("You can’t give it up", "I ask about this first: Two days at home"),
        *(("", words) for words in FOR_ALL),
    ]


@pytest.mark.mission("S4-19", "S4-20")
def test_who_answered_nothing_gets_the_three_for_everybody():
    assert [line.words for line in found()] == list(FOR_ALL)
    assert "all offers on the table" in FOR_ALL[2]


def test_every_reason_has_a_line_of_its_own():
    assert set(LESSONS) == set(LookBack.LED)
    assert len(set(LESSONS.values())) == len(LESSONS)


def test_what_is_on_the_list_is_not_offered_again():
    lines = found(["led_dates"])
    assert [one.words for one in new_since(lines, FOR_ALL)] == [LESSONS["led_dates"]]


@given(
    led=st.lists(st.sampled_from(list(LookBack.LED)), unique=True),
    missed=st.booleans(),
    rushed=st.booleans(),
    needs=st.lists(st.text(min_size=1, max_size=120), max_size=5),
)
def test_never_too_many_never_twice_never_too_long(led, missed, rushed, needs):
    words = [one.words for one in found(led, missed=missed, rushed=rushed, needs=needs)]
    assert len(words) <= MOST_LINES
    assert len(words) == len(set(words))
    assert all(len(line) <= LONGEST for line in words)
    assert words[-3:] == list(FOR_ALL)
