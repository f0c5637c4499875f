"""Dates in words, as a person would say them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from look import dates
from look.fields import ClockField

NEW_YORK = "America/New_York"


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


def test_a_day_names_its_year_only_when_it_is_another_one():
    day = dt.date(2026, 12, 3)
    assert dates.day(day) == "Thursday, December 3"
    assert dates.day(day, dt.date(2026, 1, 1)) == "Thursday, December 3"
    assert dates.day(day, dt.date(2025, 12, 31)) == "Thursday, December 3, 2026"
    assert dates.short_day(day) == "Dec 3"


def test_a_moment_is_told_by_the_clock_on_the_persons_wall():
    today = dt.date(2026, 12, 1)
    assert dates.moment(utc(2026, 12, 3, 15), NEW_YORK, today) == "Thursday, December 3, at 10am"
    evening = dates.moment(utc(2026, 12, 3, 2, 5), NEW_YORK, today)
    assert evening == "Wednesday, December 2, at 9:05pm"
    assert dates.brief(utc(2026, 12, 3, 15), NEW_YORK, today) == "Thu, Dec 3, 10am"
    assert dates.clock(utc(2026, 7, 1, 13, 42), NEW_YORK) == "9:42am"


def test_a_moment_of_another_year_says_which():
    """Of that year where the clock hangs: in New York it is still 2026 that night."""
    then, today = utc(2030, 11, 20, 8), dt.date(2026, 12, 1)
    assert dates.moment(then, NEW_YORK, today) == "Wednesday, November 20, 2030, at 3am"
    assert dates.brief(then, NEW_YORK, today) == "Wed, Nov 20, 2030, 3am"
    new_year = utc(2027, 1, 1, 3)
    assert dates.moment(new_year, NEW_YORK, today) == "Thursday, December 31, at 10pm"


@pytest.mark.parametrize(
    ("time", "words"),
    [((0, 0), "12am"), ((12, 0), "12pm"), ((12, 30), "12:30pm"), ((23, 9), "11:09pm")],
)
def test_noon_and_midnight(time, words):
    assert dates.clock(dt.time(*time)) == words


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_a_time_in_words_can_be_typed_back(time):
    assert ClockField().clean(dates.clock(time)) == time


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (utc(2026, 12, 1, 14), "now"),
        (utc(2026, 12, 1, 15, 0, 30), "in 1 minute"),
        (utc(2026, 12, 1, 15, 59), "in 59 minutes"),
        (utc(2026, 12, 1, 16), "in 1 hour"),
        (utc(2026, 12, 1, 20), "in 5 hours"),
        # Eleven hours ahead, and past midnight in New York though not in London.
        (utc(2026, 12, 2, 6), "tomorrow"),
        (utc(2026, 12, 4, 15), "3 days from now"),
    ],
)
def test_how_far_ahead(then, words):
    assert dates.span(then, utc(2026, 12, 1, 15), NEW_YORK) == words
