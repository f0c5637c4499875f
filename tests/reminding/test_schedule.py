"""When reminders are due: by hand for one person, and by property for everybody."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.reminding.schedule import APART, CLOSES, OPENS, Kind, Moments, schedule

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2025, 12, 1, 15, 0, tzinfo=UTC)  # 10am in New York
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def moments(**changes) -> Moments:
    fields = {
        "zone": NEW_YORK,
        "asked_since": MONDAY,
        "wants_date": True,
        "wants_diary": True,
        "wants_telling": True,
    }
    return Moments(**fields | changes)


def told(found) -> list[tuple[str, str]]:
    """ "diary", "Mon 18:00": on the clock in New York."""
    return [(one.kind, one.at.astimezone(NEW_YORK).strftime("%a %H:%M")) for one in found]


@pytest.mark.mission("S1-3")
def test_ana_decides_on_thursday_at_ten():
    """Worked by hand from section 4: each evening, the day before, an hour before, a day after."""
    found = schedule(moments(decide_at=MONDAY + 3 * DAY))
    assert told(found) == [
        ("diary", "Mon 18:00"),
        ("diary", "Tue 18:00"),
        ("day-before", "Wed 10:00"),
        ("diary", "Wed 18:00"),
        ("hour-before", "Thu 09:00"),
        ("no-decision", "Fri 10:00"),
    ]


def test_a_day_with_a_line_in_the_diary_needs_no_reminder():
    found = schedule(moments(decide_at=MONDAY + 2 * DAY, diary_days=frozenset({date(2025, 12, 1)})))
    assert ("diary", "Mon 18:00") not in told(found)


@pytest.mark.mission("S1-20", "S2-13", "S2-20")
def test_after_backing_out_with_somebody_untold_three_mails_go_out():
    found = schedule(moments(decided_at=MONDAY, somebody_untold=True, starts=date(2025, 12, 8)))
    assert told(found) == [
        ("untold-day", "Tue 10:00"),
        ("untold-three-days", "Thu 10:00"),
        ("start-morning", "Mon 08:00"),
    ]


def test_once_everybody_knows_nothing_is_due():
    assert schedule(moments(decided_at=MONDAY, somebody_untold=False)) == []


@pytest.mark.mission("S2-21", "S0-12")
def test_later_on_two_weeks_and_three_check_ins_at_ten_and_the_day_to_keep_in_touch():
    """Decided on Monday, 1 December 2025, at 10am. 90 days on the wall end before 8 March."""
    found = schedule(
        moments(decided_at=MONDAY, wants_after=True, keep_in_touch_on=date(2026, 6, 2))
    )
    assert [(one.kind, f"{one.at.astimezone(NEW_YORK):%d %b %H:%M}") for one in found] == [
        ("look-back", "15 Dec 10:00"),
        ("check-in", "31 Dec 10:00"),
        ("check-in", "01 Mar 10:00"),
        ("check-in", "30 May 10:00"),
        ("keep-in-touch", "02 Jun 10:00"),
    ]


def test_a_closed_case_gets_only_what_looks_back():
    closed = moments(
        decided_at=MONDAY, somebody_untold=True, wants_after=True, is_closed=True,
        looked_back=frozenset({14, 90}),
    )  # fmt: skip
    assert [one.about.rpartition("-")[2] for one in schedule(closed)] == ["30", "180"]


def test_a_date_at_eight_in_the_morning_is_announced_the_evening_before():
    eight = datetime(2025, 12, 4, 13, 0, tzinfo=UTC)
    found = schedule(moments(wants_diary=False, decide_at=eight))
    assert ("hour-before", "Wed 20:00") in told(found)


def test_ten_oclock_stays_ten_oclock_over_the_change_of_clocks():
    """Clocks went back on 2 November 2025: the day before at 10am is 25 hours earlier."""
    ten = datetime(2025, 11, 2, 15, 0, tzinfo=UTC)
    found = schedule(moments(wants_diary=False, asked_since=MONDAY - 40 * DAY, decide_at=ten))
    assert ("day-before", "Sat 10:00") in told(found)


def test_of_two_too_close_the_more_pressing_one_goes():
    """The offer ends on Thursday at noon: its mail would come two hours after “the day before”."""
    ends = MONDAY + 3 * DAY + 2 * HOUR
    found = schedule(moments(wants_diary=False, decide_at=MONDAY + 3 * DAY, offer_ends=ends))
    assert [one.kind for one in found] == [Kind.DAY_BEFORE, Kind.HOUR_BEFORE, Kind.NO_DECISION]


instants = st.datetimes(
    min_value=datetime(2025, 1, 1), max_value=datetime(2027, 1, 1), timezones=st.just(UTC)
)
anything = st.builds(
    Moments,
    zone=st.sampled_from(
        [ZoneInfo(name) for name in ("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "UTC")]
    ),
    asked_since=instants,
    wants_date=st.booleans(),
    wants_diary=st.booleans(),
    wants_telling=st.booleans(),
    decide_at=st.none() | instants,
    limit_moved_at=st.none() | instants,
    offer_ends=st.none() | instants,
    decided_at=st.none() | instants,
    somebody_untold=st.booleans(),
    starts=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    wants_after=st.booleans(),
    keep_in_touch_on=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    is_closed=st.booleans(),
    looked_back=st.frozensets(st.sampled_from((14, 30, 90, 180))),
    diary_days=st.frozensets(st.dates(date(2025, 1, 1), date(2027, 1, 1)), max_size=5),
)


@given(what=anything, sent=st.lists(instants, max_size=5))
def test_never_at_night_and_never_two_within_three_hours(what, sent):
    found = schedule(what, sent)
    for one in found:
        assert OPENS <= one.at.astimezone(what.zone).time() <= CLOSES
        assert one.at < one.useless_at
        late = one.useless_at.astimezone(what.zone)
        assert late.time() <= time(20, 15)
        assert all(abs(one.at - other) >= APART for other in sent)
    for one, after in zip(found, found[1:], strict=False):
        assert after.at - one.at >= APART


@given(what=anything)
def test_nothing_is_written_twice_and_nothing_that_was_not_asked_for(what):
    found = schedule(what)
    keys = [(one.kind, one.about) for one in found]
    assert len(keys) == len(set(keys))
    assert all(one.at >= what.asked_since for one in found)
    wants_some = what.wants_date or what.wants_diary or what.wants_telling or what.wants_after
    if not (wants_some or what.keep_in_touch_on):
        assert found == []


AFTERWARDS = (Kind.LOOK_BACK, Kind.CHECK_IN, Kind.KEEP_IN_TOUCH)


@given(what=anything)
def test_a_closed_case_is_written_to_only_about_what_comes_after_it(what):
    for one in schedule(what):
        assert not what.is_closed or one.kind in AFTERWARDS
        if one.kind in (Kind.LOOK_BACK, Kind.CHECK_IN):
            assert what.wants_after
            assert int(one.about.rpartition("-")[2]) not in what.looked_back
            assert one.at > what.decided_at
        if one.kind == Kind.KEEP_IN_TOUCH:
            assert one.about == what.keep_in_touch_on.isoformat()


@given(what=anything)
def test_what_warns_of_a_moment_comes_before_it(what):
    for one in schedule(what):
        if one.kind in (Kind.DAY_BEFORE, Kind.HOUR_BEFORE):
            assert one.at < what.decide_at
        if one.kind == Kind.OFFER_ENDS:
            assert one.at < what.offer_ends
