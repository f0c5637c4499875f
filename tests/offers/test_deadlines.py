"""When to decide: the window, worked by hand and then by properties."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.deadlines import Limit, Problem, problem_with, window

pytestmark = pytest.mark.mission("S1-2")

NEW_YORK = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
APIA = ZoneInfo("Pacific/Apia")
HOUR = timedelta(hours=1)
DAY = timedelta(hours=24)


def at(*parts: int, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime(*parts, tzinfo=zone)


MONDAY = at(2025, 12, 1, 9, 42)


def test_an_offer_that_ends_on_friday_suggests_thursday_at_10am():
    found = window(MONDAY, offer_ends=at(2025, 12, 5, 17), starts=date(2026, 1, 5))
    assert found.latest == at(2025, 12, 5, 13)
    assert found.why_latest == "the other offer ends"
    assert found.suggested == at(2025, 12, 4, 10)
    assert found.choices == (at(2025, 12, 2, 10), at(2025, 12, 4, 10))
    assert not found.squeezed


def test_with_no_deadline_there_is_no_latest_time():
    found = window(MONDAY)
    assert found.latest is None
    assert found.why_latest is None
    assert found.suggested == at(2025, 12, 4, 10)


def test_the_suggested_day_is_never_in_the_weekend():
    assert window(at(2025, 12, 4, 9)).suggested == at(2025, 12, 8, 10)


def test_less_than_a_day_leaves_one_choice_four_hours_before_the_end():
    found = window(MONDAY, offer_ends=at(2025, 12, 1, 18))
    assert found.squeezed
    assert found.latest == at(2025, 12, 1, 14)
    assert found.choices == (at(2025, 12, 1, 14),)


def test_with_minutes_left_nothing_is_suggested():
    found = window(MONDAY, offer_ends=at(2025, 12, 1, 13, 50))
    assert found.squeezed
    assert found.suggested is None
    assert found.choices == ()


def test_the_start_day_leaves_two_clear_days_and_skips_back_over_the_weekend():
    found = window(at(2025, 12, 29, 9), starts=date(2026, 1, 5))
    assert found.latest == at(2026, 1, 2, 17)
    assert found.why_latest is Limit.START_DAY


@pytest.mark.mission("S4-3")
def test_a_start_day_that_has_come_is_no_limit():
    assert window(MONDAY, starts=date(2025, 11, 24), started=True).latest is None


def test_the_earliest_deadline_wins():
    found = window(MONDAY, offer_ends=at(2025, 12, 5, 17), must_tell_by=at(2025, 12, 3, 17))
    assert found.why_latest == "a deadline in your contract"


def test_squeezed_overnight_still_keeps_a_nights_sleep():
    found = window(at(2025, 12, 1, 18), offer_ends=at(2025, 12, 2, 17))
    assert found.squeezed
    assert found.suggested == at(2025, 12, 2, 10)


def test_nobody_is_asked_to_decide_before_the_day_breaks():
    found = window(at(2025, 12, 1, 9), answer_by=at(2025, 12, 2, 9))
    assert found.latest == at(2025, 12, 2, 5)
    assert found.suggested == at(2025, 12, 1, 20)


def test_an_answer_someone_wants_is_a_limit_too():
    found = window(MONDAY, answer_by=at(2025, 12, 3, 12), offer_ends=at(2025, 12, 5, 17))
    assert found.latest == at(2025, 12, 3, 8)
    assert found.why_latest is Limit.ANSWER_WANTED


def test_late_in_the_evening_the_only_choice_is_an_hour_away():
    found = window(at(2025, 12, 1, 19), offer_ends=at(2025, 12, 2, 1))
    assert found.choices == (at(2025, 12, 1, 20),)


def test_a_choice_made_up_on_the_spot_is_a_time_people_say():
    found = window(at(2025, 12, 1, 19, 3, 12), offer_ends=at(2025, 12, 2, 1))
    assert found.choices == (at(2025, 12, 1, 20, 15),)


def test_when_10am_comes_too_late_the_limit_itself_is_the_choice():
    found = window(MONDAY, offer_ends=at(2025, 12, 2, 13, 50))
    assert not found.squeezed
    assert found.choices == (at(2025, 12, 2, 9, 50),)


@pytest.mark.parametrize(
    ("now", "earliest"),
    [
        pytest.param(at(2026, 3, 7, 12), at(2026, 3, 8, 13), id="New York loses an hour"),
        pytest.param(at(2026, 10, 31, 12), at(2026, 11, 1, 11), id="New York gains an hour"),
        pytest.param(
            at(2026, 3, 28, 12, zone=LONDON), at(2026, 3, 29, 13, zone=LONDON), id="London, March"
        ),
        pytest.param(
            at(2026, 10, 24, 12, zone=LONDON), at(2026, 10, 25, 11, zone=LONDON), id="London, fall"
        ),
        pytest.param(
            at(2026, 4, 4, 12, zone=LORD_HOWE),
            at(2026, 4, 5, 11, 30, zone=LORD_HOWE),
            id="Lord Howe gains half an hour",
        ),
        pytest.param(
            at(2026, 10, 3, 12, zone=LORD_HOWE),
            at(2026, 10, 4, 12, 30, zone=LORD_HOWE),
            id="Lord Howe loses half an hour",
        ),
    ],
)
def test_24_hours_are_real_hours_when_the_clocks_change(now, earliest):
    found = window(now)
    assert found.earliest == earliest
    assert found.earliest.astimezone(UTC) - now.astimezone(UTC) == DAY


def test_10am_is_10am_on_both_sides_of_a_clock_change():
    found = window(at(2026, 3, 6, 9, 30))
    assert found.choices == (at(2026, 3, 7, 10), at(2026, 3, 9, 10))
    assert [choice.utcoffset() for choice in found.choices] == [-5 * HOUR, -4 * HOUR]


def test_four_hours_before_an_offer_ends_are_real_hours():
    found = window(at(2026, 3, 6, 9), offer_ends=at(2026, 3, 8, 5))
    assert found.latest == at(2026, 3, 8, 0)


def test_in_the_hour_that_comes_twice_the_second_time_is_later_than_the_first():
    first = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=0)
    now = at(2026, 10, 30, 9)
    found = window(now, offer_ends=at(2026, 11, 1, 4, 30))
    assert found.latest == first
    assert found.latest.fold == 0
    assert problem_with(first, found, now) is None
    assert problem_with(first.replace(fold=1), found, now) is Problem.TOO_LATE


def test_moving_to_another_zone_moves_the_clock_time_and_not_the_deadline():
    ends = at(2025, 12, 5, 17)
    here = window(MONDAY, offer_ends=ends)
    there = window(MONDAY.astimezone(LONDON), offer_ends=ends)
    assert there.latest == here.latest
    assert there.latest.tzinfo == LONDON
    assert there.suggested == at(2025, 12, 4, 10, zone=LONDON)


def test_a_deadline_read_back_in_utc_gives_the_same_window():
    ends = at(2025, 12, 5, 17)
    assert window(MONDAY, offer_ends=ends.astimezone(UTC)) == window(MONDAY, offer_ends=ends)


def test_now_needs_a_named_zone():
    with pytest.raises(TypeError, match="own ZoneInfo zone"):
        window(MONDAY.astimezone(UTC))


FRIDAY_LIMIT = window(MONDAY, offer_ends=at(2025, 12, 5, 17))


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        (at(2025, 12, 1, 9, 42), Problem.PAST),
        (at(2025, 11, 30, 10), Problem.PAST),
        (at(2025, 12, 1, 10, 11), Problem.TOO_SOON),
        (at(2025, 12, 1, 10, 12), Problem.UNDER_A_DAY),
        (at(2025, 12, 2, 8, 41), Problem.UNDER_A_DAY),
        (at(2025, 12, 2, 8, 42), None),
        (at(2025, 12, 5, 13), None),
        (at(2025, 12, 5, 13, 1), Problem.TOO_LATE),
        (at(2026, 3, 1, 10), Problem.TOO_LATE),
    ],
)
def test_a_chosen_time_is_weighed_against_the_window(when, problem):
    assert problem_with(when, FRIDAY_LIMIT, MONDAY) is problem


def test_more_than_a_month_away_only_asks():
    found = problem_with(at(2026, 1, 5, 10), window(MONDAY), MONDAY)
    assert found is Problem.OVER_A_MONTH
    assert not found.blocks


@pytest.mark.parametrize("year", [1, 9999])
def test_years_at_the_edge_of_the_calendar_are_weighed_like_others(year):
    far = datetime(year, 12, 31, 23, 59, tzinfo=NEW_YORK)
    assert problem_with(far, window(MONDAY), MONDAY) in (Problem.PAST, Problem.OVER_A_MONTH)


def test_waiting_less_than_a_day_is_allowed():
    assert not Problem.UNDER_A_DAY.blocks


@pytest.mark.parametrize("problem", [Problem.PAST, Problem.TOO_SOON, Problem.TOO_LATE])
def test_times_that_cannot_work_are_refused(problem):
    assert problem.blocks


zones = st.sampled_from([NEW_YORK, LONDON, LORD_HOWE, APIA, ZoneInfo("Africa/Casablanca")])
moments = st.datetimes(
    datetime(2011, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC), allow_imaginary=False
)
gaps = st.timedeltas(timedelta(days=-10), timedelta(days=40))
maybe_gap = st.none() | gaps


@given(moments, zones, maybe_gap, maybe_gap, maybe_gap, maybe_gap, st.booleans())
def test_every_window_keeps_its_promises(now, zone, ends, answer, starts, tell, started):
    now = now.astimezone(zone)

    def after(gap):
        return None if gap is None else now.astimezone(UTC) + gap

    start = after(starts)
    found = window(
        now,
        offer_ends=after(ends),
        answer_by=after(answer),
        must_tell_by=after(tell),
        starts=start and start.date(),
        started=started,
    )
    choices = [choice.astimezone(UTC) for choice in found.choices]

    assert choices == sorted(set(choices))
    assert all(choice >= now.astimezone(UTC) + HOUR for choice in choices)
    assert all(problem_with(choice, found, now) in ALLOWED for choice in found.choices)
    assert (found.latest is None) == (found.why_latest is None)
    if found.latest:
        assert all(choice <= found.latest.astimezone(UTC) for choice in choices)
    if found.suggested:
        assert found.suggested in found.choices
    else:
        assert found.squeezed
        assert found.latest.astimezone(UTC) < now.astimezone(UTC) + HOUR


ALLOWED = (None, Problem.UNDER_A_DAY)


@given(moments, zones)
def test_with_nothing_to_bound_it_the_suggestion_is_a_weekday_morning(now, zone):
    found = window(now.astimezone(zone))
    assert found.suggested.weekday() < 5
    assert found.suggested.hour == 10
    assert len(found.choices) == 2
