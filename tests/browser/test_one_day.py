"""The test of one day: Ana and her adviser, each at their own keyboard, from sharing to its end."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from coaching.models import NoteState, Outcome, ParagraphNote, SafeLetter, Sharing, StaffView
from tests.desk import browser_of
from tests.factories import PASSWORD, account, adviser
from tests.lakeside import lakeside
from tests.whole_case import ANAS_WORD, MONDAY, When, whole_case

from .walk import Walk
from .walking import decide_now, log_call

pytestmark = pytest.mark.django_db(transaction=True)

BETTER = "Could we talk on Thursday, at an hour that is good for you?"
BECAUSE = "the night trains wear me out"
TOLD = "They were surprised, and kind."
# What Ana felt and why, in a case with something in every table.
HERS = (BECAUSE, TOLD, f"Trust {ANAS_WORD}", f"A {ANAS_WORD} day", f"I saw {ANAS_WORD}",
        f"I lose {ANAS_WORD}", f"They hid {ANAS_WORD}")  # fmt: skip


@pytest.fixture
def case():
    with time_machine.travel(MONDAY, tick=True), transaction.atomic():
        ana = account("ana")
        case = whole_case(ana, ANAS_WORD, When.WAITING)
        case.cleo = adviser(lakeside())
    return case


@pytest.fixture
def ana(new_context):
    """At her own keyboard; she signs in by hand."""
    return Walk(new_context().new_page())


@pytest.fixture
def cleo(new_context):
    """At hers. `enter` signs her in as a whole: her phone is tested in tests/accounts."""
    return Walk(new_context().new_page())


@pytest.fixture
def enter(live_server):
    def enter(walk, member):
        session = browser_of(member.user).session.session_key
        name = settings.SESSION_COOKIE_NAME
        walk.page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])

    return enter


@pytest.mark.mission("S2-24")
def test_one_day_of_ana_and_her_adviser(case, ana, cleo, enter):
    with time_machine.travel(MONDAY, tick=True):
        ana_shares_and_asks(case, ana)
        enter(cleo, case.cleo)
        cleo_reads_and_suggests(cleo)
        ana_takes_the_words(ana)
    with time_machine.travel(MONDAY + timedelta(days=3, hours=2), tick=True):
        ana_backs_out_and_tells(case, ana)
        enter(cleo, case.cleo)
        cleo_sees_the_outcome_alone(case, cleo)
        ana_stops_and_cleo_finds_nothing(case, ana, cleo)


def ana_shares_and_asks(case, ana):
    ana.page.goto(f"/account/login/?next=/c/{case.code}/share/")
    ana.type("E-mail", case.owner.email)
    ana.type("Password", PASSWORD)
    ana.press("Sign in")
    assert ana.heading == "Share with your career center"
    assert "can read your case" not in ana.text  # she stopped an hour ago
    ana.pick("Who may read it?", "Cleo Byrne, and nobody else")
    ana.pick("If somebody new reads", "No, they start fresh")
    ana.pick("What else may they read?", "Letters before you decide")
    ana.type("Your name, as they read it", "Ana Silva")
    ana.press("Share this")
    ana.type("Password", PASSWORD)  # asked once more before more is shown to somebody
    ana.press("Continue")
    ana.reads("Cleo Byrne can read your case")

    ana.open(f"letters/{SafeLetter.objects.get().pk}/")
    ana.press("Ask to read this letter")
    ana.reads("Not read yet")


def cleo_reads_and_suggests(cleo):
    cleo.page.goto("/staff/")
    cleo.reads("Whoever shares with you alone is in your own cases")
    cleo.follow("My cases")
    cleo.reads("Ana Silva", "A letter to read")
    cleo.follow("Ana Silva")
    cleo.reads("They asked for: a letter to read")
    cleo.follow("Letters to read")
    cleo.follow("Ana Silva")
    cleo.reads("Could we talk?")
    cleo.follow("Comment on this paragraph 2")
    cleo.type("Your comment", "Warm and clear. A day makes it easier to say yes.")
    cleo.type("Words you would put there", BETTER)
    cleo.press("Save the note")
    cleo.reads(BETTER)
    cleo.press("Suggest changes")
    cleo.reads("Suggest changes?")
    cleo.press("Suggest changes")
    cleo.reads("Answered by Cleo Byrne")
    cleo.keep("one-day-letter")


def ana_takes_the_words(ana):
    ana.page.reload()
    ana.reads("Cleo Byrne suggests changes", BETTER)
    ana.press("Use these words")
    ana.reads("Those words are in your letter now.")
    ana.follow("Back to your letter")
    ana.reads(BETTER)
    assert ParagraphNote.objects.get(member__name="Cleo Byrne").state == NoteState.ACCEPTED
    assert BETTER in SafeLetter.objects.get().words


def ana_backs_out_and_tells(case, ana):
    ana.open("decide/")
    decide_now(ana)
    ana.decide("Back out", BECAUSE)
    assert ana.heading == "The new offer is not in writing"
    ana.pick("What would you like to do?", "Go on anyway")
    ana.press("Continue")
    assert case.decisions.get().outcome == Outcome.OUT
    ana.open("tell/")
    log_call(ana, f"Dana {ANAS_WORD}")


def cleo_sees_the_outcome_alone(case, cleo):
    cleo.page.goto(f"/staff/cases/{case.code}/")
    cleo.reads("Decided", "Back out", "Telling people")
    cleo.keep("one-day-case")
    for path in ("history/", "messages/", ""):
        cleo.page.goto(f"/staff/cases/{case.code}/{path}")
        for words in HERS:
            assert words not in cleo.page.content(), f"{words!r} is on {cleo.page.url}"


def ana_stops_and_cleo_finds_nothing(case, ana, cleo):
    ana.open("share/")
    ana.reads("Cleo Byrne: A letter you asked them to read")
    ana.press("Stop sharing")
    ana.reads("You stopped sharing.")
    opened = StaffView.objects.count()

    with cleo.page.expect_navigation() as clicked:
        cleo.follow("The whole history")
    assert clicked.value.status == 404
    assert "Ana Silva" not in cleo.page.content()
    cleo.page.goto("/staff/mine/")
    cleo.reads("No one is waiting. Good.")
    assert not Sharing.objects.current().exists()
    assert StaffView.objects.count() == opened
