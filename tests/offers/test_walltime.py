"""Times the clocks skip and times they show twice."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offers.walltime import FoldTime, GapTime, resolve

NEW_YORK = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")


def test_an_ordinary_time_is_one_moment():
    found = resolve(datetime(2025, 12, 4, 10), NEW_YORK)
    assert found.astimezone(UTC) == datetime(2025, 12, 4, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "zone", "instead"),
    [
        (datetime(2026, 3, 8, 2, 30), NEW_YORK, datetime(2026, 3, 8, 3, 30)),
        (datetime(2026, 3, 29, 1, 30), LONDON, datetime(2026, 3, 29, 2, 30)),
        (datetime(2026, 10, 4, 2, 15), LORD_HOWE, datetime(2026, 10, 4, 2, 45)),
    ],
)
def test_a_skipped_time_is_refused_and_the_next_best_is_named(wall, zone, instead):
    with pytest.raises(GapTime) as refused:
        resolve(wall, zone)
    assert refused.value.instead.replace(tzinfo=None) == instead


@pytest.mark.parametrize(
    ("wall", "zone", "apart"),
    [
        (datetime(2026, 11, 1, 1, 30), NEW_YORK, timedelta(hours=1)),
        (datetime(2026, 10, 25, 1, 30), LONDON, timedelta(hours=1)),
        (datetime(2026, 4, 5, 1, 45), LORD_HOWE, timedelta(minutes=30)),
    ],
)
def test_a_time_shown_twice_is_asked_about(wall, zone, apart):
    with pytest.raises(FoldTime) as asked:
        resolve(wall, zone)
    first, second = asked.value.first, asked.value.second
    assert second.astimezone(UTC) - first.astimezone(UTC) == apart
    assert resolve(wall, zone, fold=0).astimezone(UTC) == first.astimezone(UTC)
    assert resolve(wall, zone, fold=1).astimezone(UTC) == second.astimezone(UTC)


@pytest.mark.parametrize("wall", [datetime(2026, 3, 8, 3), datetime(2026, 11, 1, 2)])
def test_the_first_minute_after_a_change_is_ordinary(wall):
    assert resolve(wall, NEW_YORK).replace(tzinfo=None) == wall


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from([NEW_YORK, LONDON, LORD_HOWE, ZoneInfo("Pacific/Apia")]),
)
def test_every_moment_has_a_name_that_leads_back_to_it(moment, zone):
    moment = moment.replace(tzinfo=UTC)
    shown = moment.astimezone(zone)
    found = resolve(shown.replace(tzinfo=None, fold=0), zone, fold=shown.fold)
    assert found.astimezone(UTC) == moment
