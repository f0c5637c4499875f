"""The decision date in a calendar of one's own."""

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from coaching.models import CalendarFeed, Decision, Outcome, SignedTerms
from offers.models import Ends
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


def events(text: bytes) -> list:
    return [part for part in Calendar.from_ical(text).walk() if part.name == "VEVENT"]


def event_in(page):
    return events(page.content)[0]


@pytest.mark.mission("S1-3")
def test_the_date_comes_as_a_calendar_file_that_reminds(ana):
    page = ana.opens("calendar")
    assert page["Content-Type"].startswith("text/calendar")
    assert "dates.ics" in page["Content-Disposition"]
    event = event_in(page)
    assert event.start == THURSDAY
    triggers = {alarm["TRIGGER"].dt for alarm in event.walk("VALARM")}
    assert triggers == {-timedelta(days=1), -timedelta(hours=1)}


def test_the_calendar_tells_nobody_what_it_is_about(ana):
    text = ana.opens("calendar").content.decode()
    assert ana.case.code not in text
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


def test_her_other_dates_come_too_each_with_a_lasting_name(ana):
    offer = ana.case.offers.get()
    offer.starts_on = date(2028, 1, 3)
    offer.ends_at = datetime(2027, 12, 10, 22, tzinfo=UTC)
    offer.ends = Ends.ON
    offer.save()
    found = events(ana.opens("calendar").content)

    assert [event["SUMMARY"] for event in found] == [
        "A date you set",
        "A deadline you wrote down",
        "A first day you wrote down",
    ]
    assert found[2].start == date(2028, 1, 3)
    assert len({event["UID"] for event in found}) == 3


@pytest.mark.parametrize(
    "when", [datetime(2027, 3, 14, 15, tzinfo=UTC), datetime(2027, 11, 7, 15, tzinfo=UTC)]
)
def test_over_a_change_of_clocks_a_second_reader_finds_the_same_moment(ana, when):
    """The days on which clocks change in New York. The other reader is vobject."""
    decision_date(ana.case, when)
    text = ana.opens("calendar").content

    assert event_in(ana.opens("calendar")).start == when
    assert vobject.readOne(text.decode()).vevent.dtstart.value == when


class TestFeed:
    def test_a_private_link_is_read_without_signing_in_and_follows_the_date(self, ana):
        ana.saves("calendar-new")
        address = CalendarFeed.objects.get()
        feed = reverse("coaching:calendar-feed", args=[address.token])
        decision_date(ana.case, THURSDAY + timedelta(days=1))

        page = Client().get(feed)
        assert event_in(page).start == THURSDAY + timedelta(days=1)
        assert "Set-Cookie" not in page
        assert feed in ana.opens("calendar-page").content.decode()

    def test_turned_off_it_is_gone_and_twice_is_harmless(self, ana):
        ana.saves("calendar-new")
        feed = reverse("coaching:calendar-feed", args=[CalendarFeed.objects.get().token])
        ana.saves("calendar-end")
        ana.saves("calendar-end")

        assert Client().get(feed).status_code == 404
        assert not CalendarFeed.objects.exists()

    def test_a_new_link_is_another_one_than_the_link_that_was_ended(self, ana):
        ana.saves("calendar-new")
        old = CalendarFeed.objects.get().token
        ana.saves("calendar-end")
        ana.saves("calendar-new")

        assert CalendarFeed.objects.get().token != old
        assert Client().get(reverse("coaching:calendar-feed", args=[old])).status_code == 404

    def test_a_decided_date_disappears(self, ana):
        ana.saves("calendar-new")
        Decision.objects.create(case=ana.case, outcome=Outcome.KEEP, decided_at=timezone.now())
        feed = reverse("coaching:calendar-feed", args=[CalendarFeed.objects.get().token])

        assert events(Client().get(feed).content) == []


def test_only_ana_and_only_by_reading(ana):
    assert bo_finds_nothing(ana, "calendar")
    assert wrong_methods_are_refused(ana, "calendar", reading=True)


def test_a_day_found_in_the_papers_is_in_the_calendar_until_it_is_decided(ana):
    SignedTerms.objects.create(case=ana.case, tell_by=date(2027, 11, 30))
    starts = [event.start for event in events(ana.opens("calendar").content)]
    assert date(2027, 11, 30) in starts
    Decision.objects.create(case=ana.case, outcome=Outcome.OUT, decided_at=timezone.now())
    offer = ana.case.offers.get()
    offer.starts_on = date(2027, 12, 6)
    offer.save()
    assert len(events(ana.opens("calendar").content)) == 1
