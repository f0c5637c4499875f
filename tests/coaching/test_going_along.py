"""Somebody else reads: what Ana wrote goes along if she says so, and no page says otherwise."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from centres.models import Enrolment
from coaching.models import (
    Appointment,
    AppointmentState,
    AskedFor,
    CalledOff,
    Message,
    Section,
    Sharing,
)
from coaching.sharing.messages import write_message
from post.models import Mail
from review.models import FirstReply, StaffNote
from tests.coaching.sharing_ana import SharingAna
from tests.desk import browser_of
from tests.factories import adviser, centre

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S2-24")]
ASKS = {"how": "call", "suits": "Tuesday after 3pm"}


@pytest.fixture
def ana(client):
    ana = SharingAna(client)
    shares(ana, ana.cleo.pk)
    write_message(ana.sharing, "Do I lose campus interviews?", uuid4())
    write_message(ana.sharing, "You do not.", uuid4(), ana.cleo)
    return ana


@pytest.fixture
def eli(ana):
    return adviser(ana.cleo.centre, "eli")


def shares(ana, whom, **more):
    page = ana.case.saved_pages.filter(slug="share").first()
    version = page.version if page else 0
    answers = {"whom": str(whom), "sections": [Section.PAY], "name": "", "programme": ""} | more
    return ana.saves("share", version=version, **answers)


def desk(member, ana, page=""):
    browser = Client()
    browser.force_login(member.user)
    return browser.get(f"/staff/cases/{ana.case.code}/{page}")


def reads(member, ana, page="messages/"):
    answer = desk(member, ana, page)
    return answer.text if answer.status_code == 200 else answer.status_code


def agreed_with(member, ana):
    return Appointment.objects.create(
        sharing=ana.sharing,
        how="call",
        suits="Tuesday",
        asked_at=timezone.now(),
        state=AppointmentState.AGREED,
        agreed_for=timezone.now() + timedelta(days=3),
        agreed_at=timezone.now(),
        member=member,
        place="Room 4",
    )


# Whether it goes along


def test_it_is_asked_only_where_something_was_written(client):
    ana = SharingAna(client)
    assert "may they read what you wrote so far" not in ana.reads("share")
    shares(ana, ana.cleo.pk)
    assert "may they read what you wrote so far" not in ana.reads("share")
    write_message(ana.sharing, "Hello", uuid4())
    assert "may they read what you wrote so far?" in ana.reads("share")


def test_who_reads_does_not_change_before_she_says(ana, eli):
    page = shares(ana, eli.pk)
    assert page.status_code == 200
    assert "Choose whether they may read what you wrote so far" in page.text
    assert ana.sharing.adviser == ana.cleo
    # Nobody new: it is not asked, and what is chosen changes nothing.
    assert shares(ana, ana.cleo.pk).status_code == 302
    assert shares(ana, ana.cleo.pk, earlier="fresh").status_code == 302
    assert Sharing.objects.count() == 1


@pytest.mark.parametrize("whom", ["eli", "team"])
def test_she_takes_it_along(ana, eli, whom):
    StaffNote.objects.create(
        sharing=ana.sharing, name="Cleo", words="Policy 4.2", at=timezone.now()
    )
    now = timezone.now()
    FirstReply.objects.create(sharing=ana.sharing, centre=eli.centre, asked_at=now, answered_at=now)
    assert shares(ana, "team" if whom == "team" else eli.pk, earlier="along").status_code == 302

    for words in ("Do I lose campus interviews?", "You do not."):
        assert words in reads(eli, ana)
    # She never read the notes, so they are not hers to hand on.
    for page in ("messages/", "notes/"):
        assert "Policy 4.2" not in reads(eli, ana, page)
    assert "Only you" not in ana.reads("messages")
    assert FirstReply.objects.get().sharing == ana.sharing
    old, new = Sharing.objects.order_by("pk")
    assert (old.adviser, new.with_earlier) == (ana.cleo, True)
    assert old.ended_at
    assert "You let them read what you wrote before" in ana.reads("share")
    assert reads(ana.cleo, ana) == 404 if whom == "eli" else "You do not." in reads(ana.cleo, ana)


def test_what_stays_with_the_school_is_said_before_she_shares_and_as_she_deletes(ana):
    page = ana.reads("share")
    assert "They always see the basics" in page
    assert "A page that they downloaded stays with them" in page
    assert "If an employer complains about you" in page
    assert "its own record if an employer complained" in ana.reads("close-delete")
    assert "One reason, in sums of five or more" in ana.client.get("/what-staff-see/").text


def test_she_is_told_of_notes_before_she_shares(ana):
    assert "the notes do not go along" in ana.reads("share")
    assert "Notes that staff keep" in ana.client.get("/what-staff-see/").text


def test_she_starts_fresh_and_her_page_says_who_can_not_read_it(ana, eli):
    shares(ana, eli.pk, earlier="fresh")

    assert "campus interviews" not in reads(eli, ana)
    page = ana.reads("messages")
    assert page.count("Only you</span>") == 2
    assert "can’t open what is marked" in page
    write_message(ana.sharing, "Hello Eli", uuid4())
    assert ana.reads("messages").count("Only you</span>") == 2
    assert "Hello Eli" in reads(eli, ana)
    assert reads(ana.cleo, ana) == 404


def test_what_waited_waits_for_the_new_one(ana, eli):
    write_message(ana.sharing, "And when?", uuid4())
    ana.does("appointment", **ASKS)
    shares(ana, eli.pk, earlier="along")
    assert ana.sharing.asked_for == [AskedFor.APPOINTMENT, AskedFor.MESSAGE]
    assert Appointment.objects.get().state == AppointmentState.ASKED


def test_stopping_and_sharing_again_asks_too(ana):
    ana.stops()
    assert shares(ana, ana.cleo.pk).status_code == 200
    assert reads(ana.cleo, ana) == 404
    assert shares(ana, ana.cleo.pk, earlier="along").status_code == 302
    assert "You do not." in reads(ana.cleo, ana)
    assert "Only you" not in ana.reads("messages")


def test_another_school_reads_nothing_of_it(ana):
    Enrolment.objects.update(centre=centre("hilltop"))
    gil = adviser(centre("hilltop"), "gil")
    assert "may they read what you wrote so far" not in ana.reads("share")
    assert shares(ana, gil.pk, earlier="along").status_code == 302
    assert "campus interviews" not in reads(gil, ana)
    assert "Only you</span>" in ana.reads("messages")


def test_a_second_click_changes_it_once(ana, eli):
    version = ana.case.saved_pages.get(slug="share").version
    answers = {"whom": str(eli.pk), "sections": [Section.PAY], "name": "", "programme": ""}
    for _ in range(2):
        assert ana.saves("share", version=version, earlier="along", **answers).status_code == 302
    assert Sharing.objects.count() == 2


def test_the_helper_of_the_team_goes_on_helping(ana):
    shares(ana, "team", earlier="along")
    assert (ana.sharing.team_may_read, ana.sharing.adviser) == (True, ana.cleo)


# A talk that was agreed on


def test_it_goes_along_to_the_team_and_not_to_somebody_else(ana, eli):
    talk = agreed_with(ana.cleo, ana)
    shares(ana, "team", earlier="along")
    talk.refresh_from_db()
    assert (talk.state, talk.sharing) == (AppointmentState.AGREED, ana.sharing)
    assert "Room 4" in reads(ana.cleo, ana, "time/")

    shares(ana, eli.pk, earlier="along")
    talk.refresh_from_db()
    assert (talk.state, talk.cancelled_because) == (AppointmentState.CANCELLED, CalledOff.SHARING)
    assert Mail.objects.filter(to="cleo@example.org", key__startswith="talk-").count() == 1
    assert "The time to talk that you agreed on is called off" in ana.reads("share")
    assert "called off" in browser_of(ana.cleo.user).get("/staff/mine/").text  # and which time
    page = ana.reads("appointment")
    assert "Only you</span>" not in page
    assert "It ended when you changed who reads your case" in page
    assert "Call it off" not in page


@pytest.mark.parametrize("how", ["stops", "leaves", "deletes", "erases", "cancels", "fresh"])
def test_when_it_is_called_off_who_would_have_come_hears_it(ana, eli, how):
    talk = agreed_with(ana.cleo, ana)
    Mail.objects.all().delete()
    match how:
        case "stops":
            ana.stops()
        case "leaves":
            ana.client.post("/school/leave/")
        case "deletes":
            ana.saves("close-delete", code=ana.case.code)
        case "erases":
            ana.client.post("/account/delete/", {"word": "delete"})
        case "cancels":
            for _ in range(2):
                ana.does("appointment-cancel", talk.pk)
        case "fresh":
            shares(ana, eli.pk, earlier="fresh")
    mail = Mail.objects.get()
    assert mail.to == "cleo@example.org"
    assert "/staff/mine/" in mail.body
    for secret in ("Ana", "Room", "Tuesday", "Lakeside", "Bluebird"):
        assert secret not in mail.subject + mail.body
    mine = Client()
    mine.force_login(ana.cleo.user)
    page = mine.get("/staff/mine/").text
    assert "Room 4" not in page
    assert ("called off" in page) == (how not in ("deletes", "erases"))


def test_what_has_been_stays_as_it_was(ana):
    talk = agreed_with(ana.cleo, ana)
    Appointment.objects.update(agreed_for=timezone.now() - timedelta(hours=1))
    assert "Call it off" not in ana.reads("appointment")
    ana.does("appointment-cancel", talk.pk)
    ana.stops()
    talk.refresh_from_db()
    assert talk.state == AppointmentState.AGREED
    assert Message.objects.count() == 2
