"""Every page of accounts is one of ours: one heading, its title, no tricks with style or script."""

import re

import pytest
from django.test import Client

from .conftest import PASSWORD, who

AS_STRANGER = [
    "login/",
    "login/code/",
    "password/reset/",
    "join/",
    "inactive/",
    "password/reset/done/",
]
AS_GUEST = ["", "join/", "login/", "login/code/", "logout/"]
AS_ANA = ["", "email/", "logout/", "password/change/", "reauthenticate/"]


def check(page: str) -> None:
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    title = re.search(r"<title>(?:Error: )?(.*?) – Second Thoughts</title>", page).group(1)
    assert headings == [title]
    assert not re.search(r"\bstyle=|<style|<script(?! src=)|\bon\w+=", page)
    assert not re.search(r"please|invalid|oops|simply|\bsorry\b|[!*](?![a-z])", visible(page), re.I)
    assert "placeholder" not in page


def visible(page: str) -> str:
    return re.sub(r"<!doctype[^>]*>|<[^>]*>", " ", page)


@pytest.mark.parametrize("path", AS_STRANGER)
def test_for_a_stranger(client, db, path):
    check(client.get(f"/account/{path}").content.decode())


@pytest.mark.parametrize("path", AS_GUEST)
def test_for_a_guest(guest_browser, path):
    check(guest_browser.get(f"/account/{path}").content.decode())


@pytest.mark.parametrize("path", AS_ANA)
def test_for_ana(client, ana, path):
    client.force_login(ana)
    check(client.get(f"/account/{path}").content.decode())


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("login/", "id_login"),
        ("login/code/", "id_email"),
        ("password/reset/", "id_email"),
        ("join/", "id_email"),
    ],
)
def test_what_is_missing_is_summed_up_and_linked_to_its_field(client, db, path, field):
    page = client.post(f"/account/{path}", {}).content.decode()

    check(page)
    assert "<title>Error: " in page
    assert "There is a problem" in page
    assert f'href="#{field}"' in page
    assert f'id="{field}"' in page


@pytest.mark.parametrize(
    ("begin", "fields", "confirm"),
    [
        ("join/", {"email": "ana@example.com", "password": ""}, "confirm-email/"),
        ("login/code/", {"email": "ana@example.com"}, "login/code/confirm/"),
        ("password/reset/", {"email": "ana@example.com"}, "password/reset/confirm/"),
    ],
)
def test_the_page_that_asks_for_a_code(client, db, begin, fields, confirm):
    client.post(f"/account/{begin}", fields)

    page = client.get(f"/account/{confirm}").content.decode()
    check(page)
    assert "ana@example.com" in page
    assert 'autocomplete="one-time-code"' in page
    check(client.post(f"/account/{confirm}", {"code": ""}).content.decode())


def test_the_page_for_a_new_password_after_the_code(ana, client, code):
    client.post("/account/password/reset/", {"email": "ana@example.com"})
    client.post("/account/password/reset/confirm/", {"code": code()})

    check(client.get("/account/password/reset/complete/").content.decode())


def test_ana_sees_her_address_and_what_she_can_change(client, ana):
    client.force_login(ana)
    page = client.get("/account/").content.decode()

    assert "ana@example.com" in page
    assert "Change your password" in page
    assert "Who can see my answers" in page


def test_no_page_of_bos_shows_anas_address(client, ana, bo):
    client.force_login(bo)
    for path in AS_ANA:
        assert "ana@example.com" not in client.get(f"/account/{path}").content.decode()


def test_an_address_with_marks_is_shown_as_it_is(db, code):
    browser = Client()
    browser.post("/account/join/", {"email": "a{{7*7}}'b@example.com", "password": PASSWORD})
    page = browser.get("/account/confirm-email/").content.decode()

    assert "a{{7*7}}&#x27;b@example.com" in page
    browser.post("/account/confirm-email/", {"code": code()})
    assert who(browser).email == "a{{7*7}}'b@example.com"
