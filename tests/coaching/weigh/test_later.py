"""When the pages after a decision open: by the calendar of the person, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.later import CHECK_INS, LOOK_BACK, later, opens_on, reminds_at, weekday_from

NEW_YORK, KIRITIMATI = ZoneInfo("America/New_York"), ZoneInfo("Pacific/Kiritimati")
DAY = timedelta(days=1)


@pytest.mark.mission("S2-21")
def test_two_weeks_after_a_monday_is_a_monday_from_midnight_on():
    monday = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # 10am in New York
    before = datetime(2025, 12, 15, 4, 59, tzinfo=UTC)  # 11:59pm on Sunday there
    assert opens_on(monday, LOOK_BACK, NEW_YORK) == date(2025, 12, 15)
    assert not later(monday, LOOK_BACK, NEW_YORK, before).is_open
    assert later(monday, LOOK_BACK, NEW_YORK, before + timedelta(minutes=1)).is_open


@pytest.mark.parametrize("decided", [datetime(2026, 2, 27, 15), datetime(2025, 10, 24, 14)])
def test_over_a_change_of_clocks_it_is_still_midnight_and_still_ten(decided):
    """Clocks go forward on 8 March 2026, and went back on 2 November 2025."""
    decided = decided.replace(tzinfo=UTC)
    day = opens_on(decided, LOOK_BACK, NEW_YORK)
    midnight = datetime.combine(day, time(0), NEW_YORK).astimezone(UTC)
    assert day == decided.date() + LOOK_BACK * DAY
    assert later(decided, LOOK_BACK, NEW_YORK, midnight).is_open
    assert not later(decided, LOOK_BACK, NEW_YORK, midnight - timedelta(seconds=1)).is_open
    assert reminds_at(decided, LOOK_BACK, NEW_YORK).astimezone(NEW_YORK).time() == time(10)


def test_the_day_is_the_persons_own():
    """At 11am UTC on the 1st, it is 1am on the 2nd on Kiritimati."""
    decided = datetime(2025, 12, 1, 11, 0, tzinfo=UTC)
    assert opens_on(decided, 30, KIRITIMATI) == date(2026, 1, 1)
    assert opens_on(decided, 30, NEW_YORK) == date(2025, 12, 31)


moments = st.datetimes(
    min_value=datetime(2024, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC)
)
zones = st.sampled_from(
    [NEW_YORK, KIRITIMATI, ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe")]
)


@given(decided=moments, days=st.sampled_from((LOOK_BACK, *CHECK_INS)), zone=zones, now=moments)
def test_it_opens_once_on_its_day_and_stays_open(decided, days, zone, now):
    seen = later(decided, days, zone, now)
    assert seen.opens_on - decided.astimezone(zone).date() == days * DAY
    assert seen.is_open == (now.astimezone(zone).date() >= seen.opens_on)
    if seen.is_open:
        assert later(decided, days, zone, now + DAY).is_open
    assert reminds_at(decided, days, zone).astimezone(zone).date() == seen.opens_on


@given(day=st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_day_for_keeping_in_touch_is_no_weekend_and_hardly_moves(day):
    found = weekday_from(day)
    assert found.weekday() < 5
    assert timedelta() <= found - day <= 2 * DAY
    assert found == day or day.weekday() >= 5
