"""The decision date in a calendar of one's own."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, decision_date

pytestmark = pytest.mark.django_db
THURSDAY = datetime(2027, 12, 2, 15, tzinfo=UTC)  # 10am in New York


@pytest.fixture
def ana(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    decision_date(ana.case, THURSDAY)
    return ana


def event_in(page):
    calendar = Calendar.from_ical(page.content)
    return next(part for part in calendar.walk() if part.name == "VEVENT")


@pytest.mark.mission("S1-3")
def test_the_date_comes_as_a_calendar_file_that_reminds(ana):
    page = ana.opens("calendar")
    assert page["Content-Type"].startswith("text/calendar")
    assert "dates.ics" in page["Content-Disposition"]
    event = event_in(page)
    assert event.start == THURSDAY
    assert str(event.start.tzinfo) == "America/New_York"
    triggers = {alarm["TRIGGER"].dt for alarm in event.walk("VALARM")}
    assert triggers == {-timedelta(days=1), -timedelta(hours=1)}


def test_the_calendar_tells_nobody_what_it_is_about(ana):
    text = ana.opens("calendar").content.decode()
    assert "Bluebird" not in text
    assert "offer" not in text.lower()


def test_a_moved_date_replaces_the_old_one(ana):
    before = event_in(ana.opens("calendar"))
    decision_date(ana.case, THURSDAY + timedelta(days=1))
    after = event_in(ana.opens("calendar"))
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.start == THURSDAY + timedelta(days=1)


def test_without_a_date_there_is_no_file(client):
    assert Ana(client).opens("calendar").status_code == 404


def test_only_ana_and_only_by_reading(ana):
    assert bo_finds_nothing(ana, "calendar")
    assert wrong_methods_are_refused(ana, "calendar", reading=True)
