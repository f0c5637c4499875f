"""Two clicks on the button below a code: the second names a session that the first has replaced."""

from copy import deepcopy

import pytest
from django.conf import settings
from django.test import Client

from .conftest import who

CONFIRM = "/account/confirm-email/"
CODE = "/account/login/code/"


def twin_of(browser: Client) -> Client:
    """The same browser a moment ago."""
    twin = Client()
    twin.cookies = deepcopy(browser.cookies)
    return twin


def has_left_the_cookie_alone(answer) -> bool:
    return settings.SESSION_COOKIE_NAME not in answer.cookies


@pytest.mark.parametrize("way", ["join", "sign in"])
def test_the_second_answer_leaves_the_new_session_alone(ana, guest_browser, code, way):
    if way == "join":
        confirm = CONFIRM
        guest_browser.post("/account/join/", {"email": "new@example.com", "password": ""})
    else:
        confirm = f"{CODE}confirm/"
        guest_browser.post(CODE, {"email": "ana@example.com"})
    second = twin_of(guest_browser)
    guest_browser.post(confirm, {"code": code()})

    answer = second.post(confirm, {"code": code()})

    assert answer["Location"] == "/cases/"
    assert has_left_the_cookie_alone(answer)
    assert not who(guest_browser).is_guest


@pytest.mark.parametrize("path", [CONFIRM, f"{CODE}confirm/"])
def test_whoever_has_no_session_at_all_is_asked_to_sign_in(db, path):
    answer = Client().post(path, {"code": "BBBB-BBBB"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
