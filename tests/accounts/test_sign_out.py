from django.test import Client

from accounts.models import User

from .conftest import who

LOGOUT = "/account/logout/"


def test_ana_signs_out_and_her_session_is_dead(ana, client, settings):
    client.force_login(ana)
    old = client.session.session_key

    answer = client.post(LOGOUT)

    assert answer["Location"] == "/"
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert who(client) is None
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get("/private/page/").status_code == 302


def test_looking_at_the_sign_out_page_signs_nobody_out(ana, client):
    client.force_login(ana)

    assert "What you saved stays in your account." in client.get(LOGOUT).content.decode()
    assert who(client) == ana


def test_signing_out_twice_is_harmless(ana, client):
    client.force_login(ana)
    client.post(LOGOUT)

    assert client.post(LOGOUT)["Location"] == "/"


def test_a_guest_is_told_first_that_nobody_can_open_their_case_again(guest_browser):
    guest = who(guest_browser)

    for page in (guest_browser.get(LOGOUT), guest_browser.post(LOGOUT)):
        words = page.content.decode()
        assert "Nobody can open your case again" in words
        assert "/account/join/" in words
    assert who(guest_browser) == guest


def test_a_guest_may_sign_out_anyway(guest_browser):
    guest_browser.post(LOGOUT, {"anyway": "1"})

    assert who(guest_browser) is None
    assert User.objects.get().is_guest


def test_signing_out_never_leads_away_from_us(ana, client):
    client.force_login(ana)

    assert client.post(LOGOUT, {"next": "https://evil.example/"})["Location"] == "/"
