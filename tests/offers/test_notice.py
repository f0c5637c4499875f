"""Notice: how many weeks, and on which day they end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.notice import MOST_WEEKS, last_day, weeks_to_offer

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))
WEEKS = st.integers(min_value=0, max_value=MOST_WEEKS)


@pytest.mark.mission("S1-29")
@pytest.mark.parametrize(("contract", "weeks"), [(None, 2), (1, 2), (2, 2), (4, 4), (26, 26)])
def test_two_weeks_or_what_the_contract_says_when_it_is_longer(contract, weeks):
    assert weeks_to_offer(contract) == weeks


@pytest.mark.parametrize(
    ("told_on", "weeks", "ends"),
    [
        (date(2025, 12, 5), 2, date(2025, 12, 19)),  # Friday, Friday
        (date(2025, 12, 6), 2, date(2025, 12, 22)),  # a Saturday counts from the Monday
        (date(2025, 12, 7), 2, date(2025, 12, 22)),
        (date(2025, 12, 8), 4, date(2026, 1, 5)),  # over the new year
        (date(2024, 2, 15), 2, date(2024, 2, 29)),  # a leap year
        (date(2025, 12, 3), 0, date(2025, 12, 3)),  # right away
    ],
)
def test_the_last_day_is_worked_out_by_whole_weeks(told_on, weeks, ends):
    assert last_day(told_on, weeks) == ends


@given(DAYS, WEEKS)
def test_it_ends_on_a_weekday_and_is_never_shorter_than_was_said(told_on, weeks):
    ends = last_day(told_on, weeks)
    assert ends.weekday() < 5
    extra = ends - told_on - timedelta(weeks=weeks)
    assert timedelta(0) <= extra <= timedelta(days=2)


@given(DAYS, WEEKS)
def test_telling_them_a_day_later_never_ends_it_sooner(told_on, weeks):
    assert last_day(told_on + timedelta(days=1), weeks) >= last_day(told_on, weeks)
