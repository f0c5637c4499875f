"""Ana and Cleo write to each other, and agree on a time to talk."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from coaching.models import (
    MOST_MESSAGES,
    NEVER,
    Appointment,
    AppointmentState,
    AskedFor,
    CalendarFeed,
    Message,
    Sharing,
)
from coaching.sharing.messages import write_message
from coaching.sharing.waiting import set_waiting
from post.models import Mail
from tests.coaching.ana import bo_finds_nothing, wrong_methods_are_refused
from tests.coaching.sharing_ana import SharingAna
from tests.factories import centre, lead

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S2-24")]

ASKS = {"how": "call", "suits": "Tuesday after 3pm", "about": "The two days they gave me"}


@pytest.fixture
def ana(client):
    ana = SharingAna(client)
    ana.shares_with_cleo()
    return ana


def answers(ana, words="Come on Tuesday.", member=None):
    return write_message(ana.sharing, words, uuid4(), member or ana.cleo)


# Messages


def test_a_message_is_there_once_and_waits(ana):
    words = {"words": "Do I lose campus interviews?", "token": str(uuid4())}
    for _ in range(2):
        assert ana.does("messages", **words).status_code == 302
    message = Message.objects.get()
    assert (message.words, message.from_staff, message.member) == (words["words"], False, None)
    sharing = ana.sharing
    assert (sharing.asked_for, sharing.waiting_since) == ([AskedFor.MESSAGE], message.at)
    assert "Do I lose campus interviews?" in ana.reads("messages")


@time_machine.travel(datetime(2026, 9, 7, 14, tzinfo=UTC), tick=False)
def test_whom_she_waits_for_hears_of_it_at_most_once_a_day(ana):
    for words in ("One.", "Two.", "Three."):
        ana.does("messages", words=words, token=uuid4())
    ana.does("appointment", **ASKS)
    first, second = Mail.objects.order_by("due_at")
    assert {first.to, second.to} == {"cleo@example.org"}
    assert second.due_at == datetime(2026, 9, 8, 12, tzinfo=UTC)  # 8 in the morning there
    assert "/staff/mine/" in first.body
    said = first.subject + first.body
    assert not any(word in said for word in ("Ana", "One", "message", ana.case.code))


def test_a_case_that_is_with_nobody_is_told_to_the_leads(ana):
    lead(ana.cleo.centre, "fay")
    lead(centre("hilltop"))
    Sharing.objects.update(team_may_read=True, adviser=None)
    ana.does("messages", words="One.", token=uuid4())
    mail = Mail.objects.get()
    assert mail.to == "fay@example.org"
    assert "/staff/\n" in mail.body


def test_staff_who_answer_get_no_mail(ana):
    answers(ana)
    assert not Mail.objects.filter(to="cleo@example.org").exists()


def test_an_empty_one_and_a_long_one_come_back_with_what_was_typed(ana):
    assert "Enter your message" in ana.does("messages", words="", token=uuid4()).text
    page = ana.does("messages", words="a" * 2001, token=uuid4()).text
    assert "must be 2,000 characters or fewer" in page
    assert "a" * 2001 in page
    assert not Message.objects.exists()


@pytest.mark.parametrize("token", ["", "x", None])
def test_a_page_that_was_not_whole_says_so_and_keeps_what_was_typed(ana, token):
    typed = {"words": "Do I lose campus interviews?"} | ({} if token is None else {"token": token})
    page = ana.does("messages", **typed).text
    assert "Nothing was sent" in page
    assert "token" not in page.split("There is a problem")[1].split("</div>")[0]
    assert "Do I lose campus interviews?</textarea>" in page
    assert not Message.objects.exists()
    fresh = re.search(r'name="token" value="([0-9a-f-]{36})"', page)[1]
    ana.does("messages", words="Do I lose campus interviews?", token=fresh)
    assert Message.objects.count() == 1


def test_an_answer_ends_the_wait_and_is_told_of_by_one_mail_of_constant_words(ana):
    ana.does("messages", words="Do I lose campus interviews?", token=uuid4())
    answers(ana, "You do not, says rule 4.2.")
    answers(ana, "Call me.")
    assert (ana.sharing.asked_for, ana.sharing.waiting_since) == ([], NEVER)
    mail = Mail.objects.get(to="ana@example.org")
    assert mail.subject == "Something is new for you"
    for secret in ("rule", "Call me", "Cleo", "Lakeside", "Bluebird"):
        assert secret not in mail.body


def test_she_marks_what_she_has_read_and_what_came_since_stays_new(ana):
    first = answers(ana)
    assert "1 new message" in ana.reads("hub")
    assert Message.objects.get().read_at is None
    later = answers(ana, "And bring the letter.")
    ana.does("messages-read", up_to=first.pk)
    first.refresh_from_db()
    later.refresh_from_db()
    assert first.read_at
    assert later.read_at is None
    ana.does("messages-read", up_to="9" * 30)
    ana.does("messages-read", up_to="x")


def test_once_sharing_ended_old_ones_are_hers_to_read_and_no_new_ones_leave(ana):
    answers(ana, "Come on Tuesday.")
    ana.stops()
    page = ana.reads("messages")
    assert "Come on Tuesday." in page
    assert "No one reads a new message now" in page
    again = ana.does("messages", words="Are you there?", token=uuid4())
    assert "Are you there?" in again.text
    assert Message.objects.count() == 1


def test_there_is_an_end_to_it(ana):
    Message.objects.bulk_create(
        Message(sharing=ana.sharing, from_staff=False, words="Hello", at=timezone.now())
        for _ in range(MOST_MESSAGES)
    )
    page = ana.does("messages", words="One more", token=uuid4())
    assert "as many messages as this page takes" in page.text
    assert Message.objects.count() == MOST_MESSAGES


# Appointments


@pytest.mark.mission("S2-24")
def test_she_asks_once_and_waits(ana):
    for _ in range(2):
        assert ana.does("appointment", **ASKS).status_code == 302
    asked = Appointment.objects.get()
    assert (asked.how, asked.suits, asked.state) == ("call", ASKS["suits"], AppointmentState.ASKED)
    assert ana.sharing.asked_for == [AskedFor.APPOINTMENT]
    page = ana.reads("appointment")
    assert "The two days they gave me" in page
    assert "Ask for it" not in page
    assert "You asked for an appointment" in ana.reads("hub")


def test_what_is_missing_is_said_beside_it(ana):
    page = ana.does("appointment", how="call").text
    assert "Enter when it suits you" in page
    assert not Appointment.objects.exists()


def test_what_was_agreed_stands_in_her_calendar_in_neutral_words(ana):
    ana.does("appointment", **ASKS)
    agreed = datetime(2032, 12, 2, 20, 0, tzinfo=UTC)
    Appointment.objects.update(
        state=AppointmentState.AGREED, agreed_for=agreed, place="Room 4", member=ana.cleo
    )
    page = ana.reads("appointment")
    assert "Room 4" in page
    assert "Cleo Byrne" in page
    feed = CalendarFeed.objects.create(case=ana.case)
    dates = ana.client.get(f"/calendar/{feed.token}.ics").content.decode()
    assert "SUMMARY:An appointment\r\n" in dates
    assert "20321202T200000Z" in dates
    for secret in ("Room 4", "Cleo", "two days"):
        assert secret not in dates
    important = ana.reads("hub").partition("Dates that matter")[2].partition("</dl>")[0]
    assert "<dt>Dec 2, 3pm</dt><dd>Talk with Cleo Byrne</dd>" in important

    ana.client.post(ana.url("appointment-cancel", Appointment.objects.get().pk))
    assert "Talk with Cleo" not in ana.reads("hub")
    assert b"An appointment" not in ana.client.get(f"/calendar/{feed.token}.ics").content


def test_she_calls_it_off_and_that_is_harmless_twice_and_after_the_end(ana):
    ana.does("appointment", **ASKS)
    asked = Appointment.objects.get()
    ana.stops()
    for _ in range(2):
        assert ana.does("appointment-cancel", asked.pk).status_code == 302
    asked.refresh_from_db()
    assert asked.state == AppointmentState.CANCELLED
    assert ana.does("appointment-cancel", 999999).status_code == 404


def test_all_that_is_open_stands_in_the_queue_since_the_oldest(ana):
    ana.does("appointment", **ASKS)
    asked = Appointment.objects.get()
    ana.does("messages", words="Hello?", token=uuid4())
    assert ana.sharing.asked_for == [AskedFor.APPOINTMENT, AskedFor.MESSAGE]
    assert ana.sharing.waiting_since == asked.asked_at
    Message.objects.update(at=timezone.now() - timedelta(days=1))
    set_waiting(ana.sharing)
    assert ana.sharing.waiting_since == Message.objects.get().at
    ana.does("appointment-cancel", asked.pk)
    assert ana.sharing.asked_for == [AskedFor.MESSAGE]


def test_without_anybody_who_reads_there_is_no_wish(ana):
    ana.stops()
    assert "No one can answer you now" in ana.reads("appointment")
    assert "Tuesday after 3pm" in ana.does("appointment", **ASKS).text
    assert not Appointment.objects.exists()


@pytest.mark.parametrize("name", ["messages", "appointment"])
def test_bo_finds_nothing(ana, name):
    assert bo_finds_nothing(ana, name)
    assert wrong_methods_are_refused(ana, name)


# The hub


def test_the_hub_says_who_reads_along_and_stops_it(ana):
    page = ana.reads("hub")
    assert "Cleo Byrne reads along" in page
    assert "/share/stop/" in page
    ana.stops()
    page = ana.reads("hub")
    assert "reads along" not in page
    assert "Share with your career center" in page


def test_who_has_no_school_meets_nothing_of_it(client):
    ana = SharingAna(client)
    ana.case.owner.enrolments.all().delete()
    assert "career center" not in ana.reads("hub")
