import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from offers.models import Case

from .conftest import PASSWORD, case_of, comparable, who

LOGIN = "/account/login/"
CODE = "/account/login/code/"


def with_password(browser: Client, email: str, password: str = PASSWORD, query: str = ""):
    return browser.post(LOGIN + query, {"login": email, "password": password})


def with_code(browser: Client, email: str, code):
    browser.post(CODE, {"email": email})
    return browser.post(CODE + "confirm/", {"code": code()})


def test_ana_signs_in_with_her_password(ana, client, settings):
    assert with_password(client, "ana@example.com")["Location"] == "/cases/"

    assert who(client) == ana
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_ana_signs_in_with_a_code(ana, client, code):
    assert with_code(client, "ana@example.com", code)["Location"] == "/cases/"

    assert who(client) == ana


def test_her_address_may_be_typed_in_capitals(ana, client, code):
    with_code(client, "ANA@Example.com", code)

    assert who(client) == ana


@pytest.mark.parametrize("way", ["password", "code"])
def test_signing_in_brings_along_what_the_guest_began(ana, guest_browser, code, way):
    guest, earlier = who(guest_browser), case_of(ana)

    if way == "password":
        with_password(guest_browser, "ana@example.com")
    else:
        with_code(guest_browser, "ana@example.com", code)

    assert who(guest_browser) == ana
    assert Case.objects.filter(owner=ana).count() == 2
    assert earlier in ana.cases.all()
    assert not User.objects.filter(pk=guest.pk).exists()


def test_who_brings_a_case_along_is_told_where_it_is(ana, guest_browser):
    with_password(guest_browser, "ana@example.com")
    page = guest_browser.get("/account/").content.decode()
    assert "Your case from this browser is now in your account." in page
    assert 'href="/cases/">Back to your steps</a>' in page


def test_who_brings_nothing_along_is_told_nothing(ana, client):
    with_password(client, "ana@example.com")
    assert "is now in your account" not in client.get("/account/").content.decode()


@pytest.mark.parametrize("as_guest", [True, False])
def test_signing_in_starts_a_new_session_and_the_old_key_is_dead(ana, client, settings, as_guest):
    if as_guest:
        client.post("/start/")
    else:
        client.post("/private/page/", {"words": "held, so there is a session"})
    old = client.session.session_key

    with_password(client, "ana@example.com")

    assert old != client.session.session_key
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get("/private/page/").status_code == 302


def test_a_guest_who_types_a_wrong_password_keeps_their_case(ana, guest_browser):
    guest = who(guest_browser)
    page = with_password(guest_browser, "ana@example.com", "not her password")

    assert "The e-mail address or the password is not right" in page.content.decode()
    assert who(guest_browser) == guest
    assert Case.objects.get().owner == guest


def test_the_screen_does_not_say_whether_an_address_has_an_account(ana):
    pages = []
    for email in ("ana@example.com", "nobody@example.com"):
        browser = Client()
        wrong = with_password(browser, email, "not the password").content.decode()
        sent = browser.post(CODE, {"email": email})
        asked = browser.get(sent["Location"]).content.decode()
        pages.append([comparable(page, email) for page in (wrong, asked)])

    assert pages[0] == pages[1]
    assert [message.subject for message in mail.outbox] == ["Your code", "About signing in"]
    assert "http://testserver/account/join/" in mail.outbox[1].body


def test_guessing_a_password_is_stopped(ana, client):
    for _ in range(6):
        with_password(client, "ana@example.com", "a guess of Bo’s")

    page = with_password(client, "ANA@example.com", PASSWORD)

    assert "Wait five minutes" in page.content.decode()
    assert who(client) is None


def test_another_address_in_a_header_does_not_reset_the_limit(ana, client):
    for turn in range(12):
        client.post(
            LOGIN,
            {"login": f"somebody{turn}@example.com", "password": "a guess of Bo’s"},
            headers={"X-Forwarded-For": f"10.0.0.{turn}"},
        )

    assert "Wait five minutes" in with_password(client, "ana@example.com").content.decode()


def test_guessing_a_code_is_stopped(ana, client, code):
    client.post(CODE, {"email": "ana@example.com"})
    for _ in range(3):
        client.post(CODE + "confirm/", {"code": "BBBB-BBBB"})

    client.post(CODE + "confirm/", {"code": code()})

    assert who(client) is None


def test_a_guest_cannot_be_signed_in_to(db, client):
    User.objects.create_guest()
    with_password(client, "", PASSWORD)

    assert who(client) is None


def test_an_account_that_is_closed_stays_closed(ana, client):
    User.objects.filter(pk=ana.pk).update(is_active=False)
    with_password(client, "ana@example.com")

    assert who(client) is None


def test_an_address_that_was_never_proved_needs_its_code_first(ana, guest_browser, code):
    EmailAddress.objects.update(verified=False)

    assert with_password(guest_browser, "ana@example.com")["Location"] == "/account/confirm-email/"
    assert who(guest_browser).is_guest
    guest_browser.post("/account/confirm-email/", {"code": code()})

    assert who(guest_browser) == ana
    assert Case.objects.get().owner == ana


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "http://testserver@evil.example/",
        "http://testserver/private/page/",
        "/no-such-page/",
        "/private/page/\r\nSet-Cookie: a=b",
    ],
)
def test_signing_in_never_leads_away_from_us(ana, client, elsewhere):
    answer = client.post(
        LOGIN, {"login": "ana@example.com", "password": PASSWORD, "next": elsewhere}
    )

    assert answer["Location"] == "/cases/"


def test_signing_in_leads_back_to_the_page_that_asked_for_it(ana, client):
    answer = with_password(client, "ana@example.com", query="?next=/private/page/")

    assert answer["Location"] == "/private/page/"


def test_a_forgotten_password_is_replaced_with_a_code(ana, guest_browser, code):
    guest_browser.post("/account/password/reset/", {"email": "ana@example.com"})
    guest_browser.post("/account/password/reset/confirm/", {"code": code()})
    guest_browser.post(
        "/account/password/reset/complete/", {"password1": "five other words in a row"}
    )

    ana.refresh_from_db()
    assert ana.check_password("five other words in a row")
    assert who(guest_browser) == ana
    assert Case.objects.get().owner == ana


def test_a_reset_for_an_unknown_address_looks_the_same(ana):
    pages = []
    for email in ("ana@example.com", "nobody@example.com"):
        browser = Client()
        sent = browser.post("/account/password/reset/", {"email": email})
        pages.append(comparable(browser.get(sent["Location"]).content.decode(), email))

    assert pages[0] == pages[1]


def test_a_new_password_ends_the_sessions_of_other_browsers(ana, client):
    other = Client()
    with_password(other, "ana@example.com")
    with_password(client, "ana@example.com")
    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "five other words in a row"},
    )

    assert client.get("/private/page/").status_code == 200
    assert other.get("/private/page/").status_code == 302


def test_an_account_without_a_password_can_set_one(ana, client, code):
    User.objects.filter(pk=ana.pk).update(password="!")
    with_code(client, "ana@example.com", code)
    client.post("/account/password/set/", {"password1": PASSWORD})

    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)
    assert "Your password is set." in client.get("/account/").content.decode()


def test_the_address_changes_once_the_new_one_is_proved(ana, client, code):
    with_password(client, "ana@example.com")
    page = client.post(
        "/account/email/", {"email": "ana@new.example", "action_add": "1"}, follow=True
    )
    assert "Type your password again" in page.content.decode()
    client.post(page.request["PATH_INFO"] + "?next=/account/email/", {"password": PASSWORD})
    ana.refresh_from_db()
    assert ana.email == "ana@example.com"
    client.post("/account/confirm-email/", {"code": code()})

    ana.refresh_from_db()
    assert ana.email == "ana@new.example"
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["ana@new.example"]


@pytest.mark.parametrize("path", ["email/", "password/change/", "password/set/", "reauthenticate/"])
def test_a_guest_joins_before_they_can_change_an_account(guest_browser, path):
    assert guest_browser.get(f"/account/{path}")["Location"] == "/account/join/"
    assert guest_browser.post(f"/account/{path}", {})["Location"] == "/account/join/"


def test_somebody_signed_in_has_no_need_to_sign_in(ana, client):
    client.force_login(ana)

    assert client.get(LOGIN)["Location"] == "/cases/"
