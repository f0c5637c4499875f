"""While somebody does not know, the pages say how long it has been, and what is due."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from coaching.journey.facts import Facts
from coaching.models import Decision, Reminders
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


def test_without_reminders_it_says_where_to_set_them():
    case = decided(1)
    text = page(owner_of(case).get(url("tell", case)))
    assert "We can remind you until everyone knows." in text
    assert url("reminders", case) in text


def test_somebody_who_answers_is_promised_no_mail():
    case = leaving(stage="not-accepted")
    assert "remind" not in page(owner_of(case).get(url("tell", case)))


@pytest.mark.mission("S2-20")
def test_a_referrer_the_answers_speak_of_is_waited_for():
    case = decided(1)
    add(case, Role.REFERRER, "Ray Cole")
    told(dana(case), "spoke")
    assert due(case).who == "Ray does not know yet."
