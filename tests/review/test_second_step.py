"""The desk opens with a second step only."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from centres.models import Membership, Policy
from tests.desk import browser_of
from tests.factories import PASSWORD, account, adviser, case_of, centre, person, shared

pytestmark = pytest.mark.django_db
WORD = "Ana Silva"


@pytest.fixture
def cleo():
    return adviser(centre())


def test_cleo_without_a_phone_is_sent_to_set_it_up_before_anything_is_shown(cleo):
    shared(case_of(person()), cleo, name=WORD)
    Authenticator.objects.all().delete()
    browser = browser_of(cleo.user)

    for path in ("/staff/", "/staff/team/"):
        for method in (browser.get, browser.post):
            answer = method(path)
            assert answer.status_code == 302
            assert answer.url.startswith("/account/2fa/totp/activate/?next=%2Fstaff%2F")
            assert WORD not in answer.content.decode()


def test_a_session_that_did_not_use_it_opens_nothing(cleo):
    """She had signed in before she set it up elsewhere: this browser has given no code."""
    phone = Authenticator.objects.get()
    Authenticator.objects.all().delete()
    browser = browser_of(cleo.user)
    phone.save(force_insert=True)

    answer = browser.get("/staff/team/")

    assert answer.url == "/account/2fa/reauthenticate/?next=%2Fstaff%2Fteam%2F"


NINE = datetime(2026, 9, 7, 9, tzinfo=UTC)
ASKED = "/account/2fa/reauthenticate/?next="


@pytest.fixture
def at_nine(cleo):
    with time_machine.travel(NINE, tick=False) as clock:
        yield browser_of(cleo.user), clock


def test_after_half_an_hour_alone_the_desk_asks_again_and_the_account_stays_open(at_nine):
    browser, clock = at_nine
    clock.shift(timedelta(minutes=31))

    assert browser.get("/staff/team/").url.startswith(ASKED)
    assert browser.get("/account/").status_code == 200


def test_who_works_on_stays_and_is_asked_again_after_half_a_day(at_nine):
    browser, clock = at_nine
    for _ in range(24):
        clock.shift(timedelta(minutes=29))
        assert browser.get("/staff/team/").status_code == 200

    clock.shift(timedelta(minutes=29))  # 12 hours and 5 minutes, and never idle
    assert browser.get("/staff/team/").url.startswith(ASKED)


def test_what_cleo_typed_waits_for_her_on_its_page(at_nine, cleo):
    from tests.accounts.test_second_step import code_of

    browser, clock = at_nine
    typed = {"title": "Accepted offers, as we read them now", "token": "x"}
    Membership.objects.update(role="lead")
    clock.shift(timedelta(minutes=31))

    page = browser.post("/staff/policies/new/", typed)
    assert page.status_code == 403
    assert "We kept what you typed." in page.content.decode()
    assert 'href="/staff/policies/new/"' in page.content.decode()
    assert not Policy.objects.exists()

    asked = browser.get("/staff/policies/new/").url
    secret = Authenticator.objects.get().data["secret"]
    back = browser.post(asked, {"code": code_of(secret)})
    assert back.url == "/staff/policies/new/"
    page = browser.get(back.url).content.decode()
    assert "We kept what you typed. Read it through, then save." in page
    assert typed["title"] in page
    assert typed["title"] not in browser.get(back.url).content.decode()


def test_words_typed_as_the_whole_session_ended_are_there_after_signing_in(at_nine, cleo):
    browser, _ = at_nine
    Membership.objects.update(role="lead")
    Session.objects.all().delete()
    browser.post("/staff/policies/new/", {"title": "Accepted offers, as we read them now"})
    held = browser.session["held"]

    browser.force_login(cleo.user)
    session = browser.session
    session["held"] = held
    session.save()

    assert "as we read them now" in browser.get("/staff/policies/new/").content.decode()


def test_a_student_is_not_asked_by_the_clock(cleo):
    ana = person("ana")
    with time_machine.travel(NINE, tick=False) as clock:
        browser = browser_of(ana)
        clock.shift(timedelta(days=6))
        assert browser.get("/account/").status_code == 200


def test_from_the_invitation_to_the_desk(settings):
    from tests.accounts.test_second_step import code_of
    from tests.factories import invited

    gil, row = account("gil"), invited(centre())
    browser = Client()
    browser.post("/account/login/", {"login": gil.email, "password": PASSWORD})
    path = browser.post(f"/staff/invitation/{row.token}/", follow=True).redirect_chain[1][0]
    assert path.startswith("/account/2fa/totp/activate/?next=%2Fstaff%2F")

    again = browser.get(path).url
    page = browser.post(again, {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    page = browser.post(path, {"code": code_of(secret)}, follow=True)

    assert 'href="/staff/"' in page.content.decode()
    assert browser.get("/staff/").status_code == 200
    assert Membership.objects.get().user == gil


def test_a_stranger_is_told_nothing_of_second_steps(cleo):
    assert browser_of(person("bo")).get("/staff/").status_code == 404
