"""A second step when signing in: a code from a phone, or a recovery code when the phone is lost."""

import time
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import with_phone

from .conftest import PASSWORD, who

TWO_STEPS, CODE = "/account/2fa/", "/account/2fa/authenticate/"
SET_UP, CODES = "/account/2fa/totp/activate/", "/account/2fa/recovery-codes/"


CODES_BY_PAGE = ("recovery-codes", "recovery-codes/generate", "recovery-codes/download")


def code_of(secret: str) -> str:
    """What the phone shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(browser: Client, user: User):
    return browser.post("/account/login/", {"login": user.email, "password": PASSWORD})


def words(answer) -> str:
    return answer.content.decode()


def test_ana_sets_up_her_phone_and_gets_recovery_codes(ana, client):
    sign_in(client, ana)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get(SET_UP)
    assert "data:" not in words(page)
    secret = page.context["form"].secret
    assert secret in words(page)

    wrong = client.post(SET_UP, {"code": "000000"})
    assert "Enter the code that your phone shows now" in words(wrong)
    answer = client.post(SET_UP, {"code": code_of(secret)}, follow=True)

    assert "Your recovery codes" in words(answer)
    assert len(answer.context["unused_codes"]) == 10
    assert Authenticator.objects.filter(user=ana, type="totp").count() == 1
    # A second click turns nothing off.
    assert client.post(SET_UP, {"code": code_of(secret)}).url == TWO_STEPS


def test_setting_up_asks_for_the_password_again(ana, client):
    sign_in(client, ana)
    assert client.get(SET_UP).url.startswith("/account/reauthenticate/")


def test_the_password_alone_signs_nobody_in(ana, client):
    with_phone(ana)
    assert sign_in(client, ana).url == CODE
    assert who(client) is None
    assert "Enter the code from your phone" in words(client.get(CODE))
    for wrong in ({"code": "12"}, {"code": ""}, {}):
        assert client.post(CODE, wrong).status_code == 200
    assert who(client) is None


def test_the_code_of_the_phone_signs_her_in_once(ana, client):
    secret = with_phone(ana)
    with time_machine.travel(1_800_000_000, tick=False):
        code = code_of(secret)
        sign_in(client, ana)
        assert client.post(CODE, {"code": code}).url == "/cases/"
        assert who(client) == ana
        other = Client()
        sign_in(other, ana)
        assert other.post(CODE, {"code": code}).status_code == 200
        assert who(other) is None
    with time_machine.travel(1_800_000_031, tick=False):
        assert other.post(CODE, {"code": code}).status_code == 200
        assert who(other) is None


def test_a_recovery_code_opens_once(ana):
    with_phone(ana)
    code = RecoveryCodes.activate(ana).get_unused_codes()[0]
    for expected in (ana, None):
        browser = Client()
        sign_in(browser, ana)
        browser.post(CODE, {"code": code})
        assert who(browser) == expected


def test_guessing_stops_soon(ana, client):
    with_phone(ana)
    sign_in(client, ana)
    said = [words(client.post(CODE, {"code": f"{number:06}"})) for number in range(11)]
    assert "That was tried too often" in said[-1]


def test_a_code_by_e_mail_asks_for_the_phone_too(ana, client, code):
    with_phone(ana)
    client.post("/account/login/code/", {"email": ana.email})
    assert client.post("/account/login/code/confirm/", {"code": code()}).url == CODE
    assert who(client) is None


def test_what_a_guest_began_comes_along(ana, guest_browser):
    secret, guest = with_phone(ana), who(guest_browser)
    sign_in(guest_browser, ana)
    assert who(guest_browser) == guest
    guest_browser.post(CODE, {"code": code_of(secret)})
    assert who(guest_browser) == ana
    assert not User.objects.filter(pk=guest.pk).exists()


def test_turning_it_off_takes_the_recovery_codes_along(ana, client):
    with_phone(ana)
    RecoveryCodes.activate(ana)
    client.force_login(ana)
    client.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("at", ["totp/deactivate", *CODES_BY_PAGE])
def test_the_password_alone_neither_turns_it_off_nor_shows_its_codes(ana, client, at):
    """At a browser that stayed signed in, the phone would be no second step any more."""
    with_phone(ana)
    RecoveryCodes.activate(ana)
    with time_machine.travel(timezone.now() - timedelta(days=3)):
        client.force_login(ana)
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    for answer in (client.get(f"{TWO_STEPS}{at}/"), client.post(f"{TWO_STEPS}{at}/")):
        assert answer.url.startswith(f"{TWO_STEPS}reauthenticate/")
    assert Authenticator.objects.count() == 2


def test_it_is_not_for_guests(guest_browser):
    for path in (TWO_STEPS, SET_UP, CODES, f"{CODES}generate/", "/account/2fa/reauthenticate/"):
        assert guest_browser.get(path).url == "/account/join/"


def test_nobody_is_shown_a_code_unless_this_is_the_demo(ana, client, settings):
    from accounts.second_step import add_demo_phone, demo_code

    assert settings.SHOW_DEMO_CODES is False
    add_demo_phone(ana)
    sign_in(client, ana)
    assert "In the demo" not in words(client.get(CODE))
    settings.SHOW_DEMO_CODES = True
    page = words(client.get(CODE))
    assert demo_code(ana) in page
    assert client.post(CODE, {"code": demo_code(ana)}).url == "/cases/"


def test_the_demo_shows_the_codes_of_its_own_accounts_alone(ana, client, settings):
    settings.SHOW_DEMO_CODES = True
    with_phone(ana)
    sign_in(client, ana)
    assert "In the demo" not in words(client.get(CODE))


def test_behind_https_the_demo_cannot_be_turned_on():
    import os
    import subprocess
    import sys

    env = os.environ | {"PLAIN_HTTP": "0", "SHOW_DEMO_CODES": "1"}
    command = "from config import settings; print(settings.SHOW_DEMO_CODES)"
    said = subprocess.run([sys.executable, "-c", command], env=env, capture_output=True, text=True)
    assert said.stdout.strip() == "False"
