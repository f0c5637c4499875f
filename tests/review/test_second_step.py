"""The desk opens with a second step only."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from centres.models import Membership
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
