from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.http import QueryDict
from django.test import Client

from .conftest import PASSWORD, who

PAGE = "/private/page/"
WORDS = "I felt sick when I read it.\nThen I slept <badly>."
OURS = {"Origin": "http://testserver"}


def end_session(browser: Client) -> None:
    Session.objects.filter(session_key=browser.session.session_key).delete()


def sign_in(browser: Client, email: str = "ana@example.com", to: str = PAGE):
    fields = {"login": email, "password": PASSWORD, "next": to}
    return browser.post("/account/login/", fields)


def held(browser: Client, path: str = PAGE) -> str:
    answer = browser.get(path).content.decode()
    return answer if answer == "nothing held" else QueryDict(answer).get("first", "")


@pytest.fixture
def signed_out(ana) -> Client:
    """A browser whose session ended while Ana was typing."""
    browser = Client()
    browser.force_login(ana)
    end_session(browser)
    return browser


def test_the_words_come_back_on_the_page_and_after_signing_in(signed_out, ana):
    answer = signed_out.post(PAGE, {"first": WORDS, "version": "3"})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "You were signed out" in page
    assert "We kept what you typed." in page
    assert WORDS in unescape(page)
    assert "<badly>" not in page
    assert f"/account/login/?next={PAGE}" in page
    assert sign_in(signed_out)["Location"] == PAGE
    assert (
        signed_out.get(PAGE).content.decode() == QueryDict(f"first={WORDS}&version=3").urlencode()
    )


def test_the_page_shows_the_words_and_no_choices_or_numbers(signed_out):
    fields = {"first": WORDS, "stage": "accepted", "version": "3"}
    page = signed_out.post(PAGE, fields).content.decode()

    assert page.count("<textarea") == 1
    assert "What you typed, 1 of 1" in page


def test_the_words_come_back_only_once(signed_out):
    signed_out.post(PAGE, {"first": WORDS})
    sign_in(signed_out)

    assert held(signed_out) == WORDS
    assert held(signed_out) == "nothing held"


def test_the_words_come_back_only_on_their_own_page(signed_out):
    signed_out.post(PAGE, {"first": WORDS})
    sign_in(signed_out, to="/private/other/")

    assert held(signed_out, "/private/other/") == "nothing held"
    assert held(signed_out) == WORDS


def test_the_words_are_dropped_after_a_day(signed_out, time_machine):
    time_machine.move_to("2026-11-20T12:00Z")
    signed_out.post(PAGE, {"first": WORDS})
    sign_in(signed_out)
    time_machine.move_to("2026-11-21T12:01Z")

    assert held(signed_out) == "nothing held"


def test_words_of_several_pages_are_kept_but_not_without_end(signed_out):
    for number in range(21):
        signed_out.post(f"/private/{number}/", {"first": f"Line {number}"})
    sign_in(signed_out)

    assert held(signed_out, "/private/0/") == "nothing held"
    for number in range(1, 21):
        assert held(signed_out, f"/private/{number}/") == f"Line {number}"


def test_long_pages_make_room_for_newer_ones(signed_out):
    for name in ("one", "two", "three"):
        signed_out.post(f"/private/{name}/", {"first": "思" * 13_000})
    sign_in(signed_out)

    assert held(signed_out, "/private/one/") == "nothing held"
    assert held(signed_out, "/private/two/") == "思" * 13_000
    assert held(signed_out, "/private/three/") == "思" * 13_000


def test_passwords_and_tokens_are_never_kept(signed_out):
    secret = {
        "password": "hush",
        "new_password2": "hush",
        "csrfmiddlewaretoken": "hush",
        "go": "hush",
    }
    page = signed_out.post(PAGE, {"first": WORDS, **secret}).content.decode()

    assert "hush" not in page
    assert "hush" not in str(dict(signed_out.session))


@pytest.mark.parametrize(
    "fields",
    [{f"field{n}": "two words" for n in range(61)}, {"first": "words" * 8_001}],
)
def test_more_than_a_page_holds_is_handed_back_but_not_kept(signed_out, fields):
    page = signed_out.post(PAGE, fields).content.decode()

    assert "Copy what you typed now." in page
    assert "words</textarea>" in page
    assert "We kept what you typed." not in page
    assert "held" not in signed_out.session


def test_a_full_page_of_any_script_is_kept(signed_out):
    page = signed_out.post(PAGE, {f"answer{n}": "思" * 2_000 for n in range(6)}).content.decode()

    assert "We kept what you typed." in page


def test_nothing_of_an_account_page_is_kept(signed_out):
    signed_out.post("/account/email/", {"email": "secret@example.com"})

    assert "held" not in signed_out.session


def test_bo_does_not_get_the_words_that_ana_typed_in_the_same_browser(ana, bo, client):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    browser.post(PAGE, {"first": WORDS}, headers=OURS)
    browser.handler.enforce_csrf_checks = False
    sign_in_as_bo_without_signing_out(browser, bo)

    assert held(browser) == "nothing held"


def sign_in_as_bo_without_signing_out(browser, bo):
    """As when Ana's session ended and Bo sits down: only the held words are left."""
    session = browser.session
    for key in ("_auth_user_id", "_auth_user_backend", "_auth_user_hash"):
        del session[key]
    session.save()
    sign_in(browser, "bo@example.com")
    assert who(browser) == bo


def test_a_guest_whose_session_ended_can_copy_their_words(guest_browser):
    end_session(guest_browser)
    page = guest_browser.post(PAGE, {"first": WORDS}).content.decode()

    assert WORDS in unescape(page)
    assert "readonly" in page
    assert "Copy your words from here." in page
    assert 'href="/start/"' in page


def test_a_page_that_was_only_looked_at_still_leads_to_sign_in(signed_out):
    assert signed_out.get(PAGE)["Location"] == f"/account/login/?next={PAGE}"
    assert signed_out.head(PAGE).status_code == 302


def test_signing_in_with_held_words_lasts_as_long_as_any_other(signed_out, code, settings):
    signed_out.post(PAGE, {"first": WORDS})
    signed_out.post("/account/login/code/", {"email": "ana@example.com"})
    signed_out.post("/account/login/code/confirm/", {"code": code()})

    assert signed_out.session.get_expiry_age() == settings.SESSION_COOKIE_AGE
    assert held(signed_out) == WORDS


def test_a_guest_who_signs_in_finds_their_words_again(ana):
    visitor = Client(enforce_csrf_checks=True)
    visitor.handler.enforce_csrf_checks = False
    visitor.post("/start/")
    visitor.handler.enforce_csrf_checks = True
    visitor.post(PAGE, {"first": WORDS}, headers=OURS)
    visitor.handler.enforce_csrf_checks = False
    sign_in(visitor)

    assert who(visitor) == ana
    assert held(visitor) == WORDS


class TestAStaleToken:
    @pytest.fixture
    def stale(self, ana) -> Client:
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(ana)
        return browser

    def test_our_own_page_keeps_its_words(self, stale):
        answer = stale.post(PAGE, {"first": WORDS, "csrfmiddlewaretoken": "old"}, headers=OURS)

        page = answer.content.decode()
        assert answer.status_code == 403
        assert "This page was open too long" in page
        assert f'href="{PAGE}"' in page
        assert held(stale) == WORDS

    def test_a_referer_of_ours_is_enough(self, stale):
        stale.post(PAGE, {"first": WORDS}, headers={"Referer": f"http://testserver{PAGE}"})

        assert held(stale) == WORDS

    def test_a_visitor_of_a_public_page_was_never_signed_in(self, db):
        visitor = Client(enforce_csrf_checks=True)
        page = visitor.post("/start/", {"first": WORDS}, headers=OURS).content.decode()

        assert "This page was open too long" in page
        assert 'href="/start/"' in page

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"Origin": "null"},
            {"Origin": "https://evil.example"},
            {"Origin": "https://testserver"},
            {"Referer": "http://testserver.evil.example/"},
            {"Origin": "https://evil.example", "Referer": "http://testserver/"},
        ],
    )
    def test_another_site_leaves_nothing_with_us(self, stale, headers):
        answer = stale.post(PAGE, {"first": "planted"}, headers=headers)

        assert answer.status_code == 403
        assert "That did not come from our page" in answer.content.decode()
        assert "planted" not in answer.content.decode()
        assert held(stale) == "nothing held"

    def test_a_sign_in_page_that_was_open_too_long_keeps_no_password(self, db):
        browser = Client(enforce_csrf_checks=True)
        fields = {"login": "ana@example.com", "password": PASSWORD}
        answer = browser.post("/account/login/", fields, headers=OURS)

        assert answer.status_code == 403
        assert PASSWORD not in answer.content.decode()
        assert "sessionid" not in browser.cookies
