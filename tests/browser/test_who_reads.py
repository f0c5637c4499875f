"""Ana talks with Cleo, then lets Eli read; she stops, shares again, and deletes her case."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from centres.models import Enrolment, JoinedHow
from coaching.models import Appointment, AppointmentState
from post.models import Mail
from tests.desk import browser_of
from tests.factories import accepted_offer, account, adviser, case_of, centre

from .walk import Walk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case():
    owner = account("ana")
    # Signing in by a code: no password is asked for again.
    owner.set_unusable_password()
    owner.save()
    case = case_of(owner, pages=("pause", "basics-1"))
    accepted_offer(case)
    Enrolment.objects.create(user=owner, centre=centre(), how=JoinedHow.CODE)
    case.cleo, case.eli = adviser(centre()), adviser(centre(), "eli")
    return case


@pytest.fixture
def at_keyboard(new_context, live_server):
    def at_keyboard(user):
        context = new_context()
        session = browser_of(user).session.session_key
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
        return Walk(context.new_page())

    return at_keyboard


@pytest.mark.mission("S2-24")
def test_what_ana_reads_is_what_staff_can_read(case, at_keyboard):
    ana, cleo, eli = map(at_keyboard, (case.owner, case.cleo.user, case.eli.user))
    here, there = f"/c/{case.code}/", f"/staff/cases/{case.code}/"

    ana.page.goto(f"{here}share/")
    share_with(ana, "Cleo")
    ana.page.goto(f"{here}messages/")
    ana.type("Your message", "Do I lose campus interviews?")
    ana.press("Send the message")
    ana.page.goto(f"{here}appointment/")
    ana.pick("How would you like to talk?", "A phone call")
    ana.type("When does it suit you?", "Tuesday after 3pm")
    ana.press("Ask for it")

    cleo.page.goto("/staff/mine/")
    cleo.reads("An appointment, a message")
    cleo.page.goto(there)
    cleo.keep("who-reads-case")
    cleo.follow("Read and answer")
    cleo.type("Reply to", "You do not.")
    cleo.press("Send to the student")
    cleo.page.goto(f"{there}time/")
    cleo.day("Date", (timezone.now() + timedelta(days=5)).date())
    cleo.time("Time", "15:30")
    cleo.type("Where?", "Room 4")
    cleo.press("Agree to this time")
    cleo.page.goto("/staff/mine/")
    cleo.reads("Your times to talk")
    cleo.keep("who-reads-mine")
    ana.page.goto(f"{here}appointment/")
    ana.reads("Room 4", "Cleo Byrne")

    ana.page.goto(f"{here}share/")
    ana.keep("who-reads-share")
    share_with(ana, "Eli")
    ana.reads("Choose whether they may read what you wrote so far")
    ana.pick("If somebody new reads", "No, they start fresh")
    ana.press("Share this")
    ana.reads("Eli Byrne can read your case")
    ana.page.goto(f"{here}messages/")
    ana.reads("Only you", "can’t open what is marked")
    ana.keep("who-reads-messages")
    ana.page.goto(f"{here}appointment/")
    ana.reads("Called off", "Only you", "Room 4", "It ended when you changed who reads your case")
    ana.keep("who-reads-appointment")
    cleo.page.goto("/staff/mine/")
    cleo.reads("called off")
    cleo.keep("who-reads-mine-called-off")
    eli.page.goto(f"{there}messages/")
    assert "campus interviews" not in eli.text

    ana.page.goto(f"{here}share/")
    ana.press("Stop sharing")
    ana.reads("Times that you agreed on are called off")
    assert eli.page.goto(there).status == 404
    share_with(ana, "Eli")
    ana.reads("Eli Byrne can read your case", "You stopped sharing with Eli Byrne")

    Appointment.objects.create(
        sharing=case.sharings.current().get(), how="call", suits="Friday", asked_at=timezone.now(),
        state=AppointmentState.AGREED, member=case.eli,
        agreed_for=timezone.now() + timedelta(days=4),
    )  # fmt: skip
    ana.page.goto(f"{here}close/delete/")
    ana.type("Type the code", case.code)
    ana.press("Delete everything now")
    eli.page.goto("/staff/mine/")
    assert "Your times to talk" not in eli.text
    assert Mail.objects.filter(to="eli@example.org").count() == 1


def share_with(ana, name):
    ana.pick("Who may read it?", f"{name} Byrne, and nobody else")
    ana.press("Share this")
