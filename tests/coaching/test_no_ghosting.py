"""While somebody does not know, the pages say how long it has been, and what is due."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from icalendar import Calendar

from accounts.models import User
from coaching.journey.facts import Facts
from coaching.models import Decision, Reminders
from coaching.reminding.calendar import entries, to_ics
from coaching.reminding.pressing import OF_TELLING, next_reminder, pressing
from coaching.reminding.round import moments_of
from coaching.reminding.schedule import schedule
from offers.models import Role

from .leaving import add, bluebird, dana, leaving, owner_of, page, situation, told, url

pytestmark = pytest.mark.django_db

TUESDAY = datetime(2026, 12, 1, 15, tzinfo=UTC)  # 10am in New York
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _on_that_day():
    with time_machine.travel(TUESDAY, tick=False):
        yield


def decided(hours: int):
    case = leaving()
    Decision.objects.update(decided_at=TUESDAY - hours * HOUR)
    return case


def due(case):
    found = pressing(Facts(case), None)
    assert found
    return found


@pytest.mark.mission("S0-14", "S0-15", "S2-13")
@pytest.mark.parametrize(
    ("hours", "words", "is_late"),
    [
        (0, "The first call is due today before 4pm.", False),
        (23, "The first call is due today before 4pm.", False),
        (24, "It has been more than a day.", True),
        (71, "It has been more than a day.", True),
        (72, "You decided 3 days ago. They still count on you, and make plans.", True),
    ],
)
def test_it_presses_after_the_same_spans_as_the_mail(hours, words, is_late):
    case = decided(hours)
    assert due(case).due.startswith(words)
    assert due(case).is_late == is_late
    text = page(owner_of(case).get(url("tell", case)))
    assert "Dana does not know yet." in text
    assert words in text
    assert ("call call--time" in text) == is_late


def test_it_counts_whoever_is_not_named_yet():
    case = decided(1)
    situation(case, referred="yes")
    assert due(case).who == "2 people do not know yet."
    told(dana(case), "spoke")
    assert due(case).who == "One person does not know yet."
    assert due(case).due.startswith("The next call is due")


def test_once_everyone_knows_it_is_quiet():
    case = decided(90)
    told(dana(case), "spoke")
    assert pressing(Facts(case), None) is None
    assert "does not know yet" not in page(owner_of(case).get(url("tell", case)))


@pytest.mark.mission("S1-20", "S0-19")
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (8, ""),
        (7, "You start on Tuesday, December 8. They need to hear it well before that."),
        (0, "You start today. Call before they look for you."),
        (-1, "Your first day has passed. Call now, even though it is late."),
    ],
)
def test_the_first_day_is_named_as_it_comes(days, words):
    case = decided(1)
    offer = bluebird(case)
    offer.starts_on = TUESDAY.date() + timedelta(days=days)
    offer.save()
    assert due(case).starts == words
    assert due(case).is_late == bool(words)


@pytest.mark.mission("S2-13", "S1-20")
@pytest.mark.parametrize("hours", [1, 20, 30, 60, 80])
@pytest.mark.parametrize("starts", [None, 3])
def test_the_page_names_the_mail_that_the_worker_sends_next(hours, starts):
    case = decided(hours)
    offer = bluebird(case)
    offer.starts_on = starts and TUESDAY.date() + timedelta(days=starts)
    offer.save()
    asked = TUESDAY - hours * HOUR
    row = Reminders.objects.create(case=case, date=True, telling=True, asked_at=asked)
    case.refresh_from_db()
    mails = [one for one in schedule(moments_of(row, TUESDAY)) if one.at > TUESDAY]
    assert all(one.kind in OF_TELLING for one in mails)
    shown = next_reminder(Facts(case), row)
    assert shown == (mails[0].at if mails else None)
    text = page(owner_of(case).get(url("tell", case)))
    assert ("We remind you on" in text) == bool(mails)
    assert "Change reminders" in text
    assert "Pause: step" not in page(owner_of(case).get(url("reminders", case)))


def test_without_reminders_it_says_where_to_set_them():
    case = decided(1)
    text = page(owner_of(case).get(url("tell", case)))
    assert "We can remind you until everyone knows." in text
    assert url("reminders", case) in text


def test_a_guest_is_told_that_reminders_need_an_account():
    case = leaving(User.objects.create_guest())
    assert "With an account, we can remind you" in page(owner_of(case).get(url("tell", case)))


def test_somebody_who_answers_is_promised_no_mail():
    case = leaving(stage="not-accepted")
    assert "remind" not in page(owner_of(case).get(url("tell", case)))


@pytest.mark.mission("S2-20")
def test_a_referrer_the_answers_speak_of_is_waited_for():
    case = decided(1)
    add(case, Role.REFERRER, "Ray Cole")
    told(dana(case), "spoke")
    assert due(case).who == "Ray does not know yet."


# Once the employer knows


def days_of_the_job(case):
    found = [one for one in entries(Facts(case)) if one.uid.endswith(f"-{bluebird(case).pk}")]
    return {one.uid.split("-")[1]: one for one in found}


def with_a_first_day():
    case = decided(1)
    offer = bluebird(case)
    offer.starts_on = (TUESDAY + timedelta(days=14)).date()
    offer.ends_at = TUESDAY + timedelta(days=2)
    offer.save()
    return case


@pytest.mark.mission("S1-20")
def test_the_first_day_stays_until_the_employer_knows():
    case = with_a_first_day()
    row = Reminders.objects.create(case=case, telling=True, asked_at=TUESDAY)
    school = add(case, Role.SCHOOL)
    told(school, "spoke")
    days = days_of_the_job(case)
    assert {name: one.is_cancelled for name, one in days.items()} == {
        "ends": False,
        "starts": False,
    }
    assert moments_of(row, TUESDAY).starts == bluebird(case).starts_on
    assert "start day" in page(owner_of(case).get(url("hub", case)))


@pytest.mark.mission("S1-20")
def test_once_it_is_told_the_days_of_that_job_are_cancelled_everywhere():
    case = with_a_first_day()
    add(case, Role.SCHOOL)
    situation(case, school="student", campus="yes")
    row = Reminders.objects.create(case=case, telling=True, asked_at=TUESDAY)
    before = days_of_the_job(case)
    told(dana(case), "spoke", at=TUESDAY)

    days = days_of_the_job(case)
    for name, one in days.items():
        assert one.is_cancelled
        assert one.uid == before[name].uid
        assert one.sequence > before[name].sequence
        assert one.changed_at == TUESDAY
    events = Calendar.from_ical(to_ics(days.values())).walk("VEVENT")
    assert {event["STATUS"] for event in events} == {"CANCELLED"}
    assert moments_of(row, TUESDAY).starts is None  # though the school does not know yet
    text = page(owner_of(case).get(url("hub", case)))
    assert "Bluebird Analytics start day" not in text
    assert "Bluebird Analytics offer ends" not in text


def test_the_job_that_is_taken_keeps_its_days():
    case = leaving(outcome="keep")
    offer = bluebird(case)
    offer.starts_on = (TUESDAY + timedelta(days=14)).date()
    offer.save()
    told(dana(case), "spoke")
    assert [one.is_cancelled for one in days_of_the_job(case).values()] == [False]
