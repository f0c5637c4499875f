import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.join import become_account
from accounts.models import User
from offers.models import Case
from post.models import Mail

from .conftest import PASSWORD, account, comparable, who

CONFIRM = "/account/confirm-email/"


def join(browser: Client, email: str = "ana@example.com", password: str = "", **more: str):
    return browser.post("/account/join/", {"email": email, "password": password, **more})


def confirm(browser: Client, code: str):
    return browser.post(CONFIRM, {"code": code})


def test_a_guest_becomes_an_account_on_the_same_row(guest_browser, code):
    guest = who(guest_browser)

    assert join(guest_browser)["Location"] == CONFIRM
    assert confirm(guest_browser, code())["Location"] == "/cases/"

    ana = who(guest_browser)
    assert ana.pk == guest.pk
    assert ana.email == "ana@example.com"
    assert Case.objects.get().owner == ana
    assert EmailAddress.objects.get(user=ana).verified


def test_a_visitor_without_a_case_can_join_too(client, db, code):
    join(client)
    confirm(client, code())

    assert who(client).email == "ana@example.com"
    assert User.objects.count() == 1


def test_an_address_that_is_not_proved_is_stored_nowhere(guest_browser):
    join(guest_browser, "victim@example.com", PASSWORD)

    guest = who(guest_browser)
    assert guest.email is None
    assert not guest.has_usable_password()
    assert not EmailAddress.objects.exists()


def test_a_wrong_code_changes_nothing(guest_browser):
    join(guest_browser)
    page = confirm(guest_browser, "BBBB-BBBB")

    assert "Enter the code from the newest e-mail" in page.content.decode()
    assert "<title>Error: " in page.content.decode()
    assert who(guest_browser).is_guest


def test_after_three_wrong_codes_a_guest_begins_again(guest_browser, code):
    join(guest_browser)
    for _ in range(2):
        confirm(guest_browser, "BBBB-BBBB")
    assert confirm(guest_browser, "BBBB-BBBB")["Location"] == "/account/join/"

    right = confirm(guest_browser, code())

    assert right.status_code == 302
    assert who(guest_browser).is_guest


def test_a_code_is_refused_after_ten_minutes(guest_browser, code, time_machine):
    time_machine.move_to("2026-11-20T12:00Z")
    join(guest_browser)
    time_machine.move_to("2026-11-20T12:11Z")
    confirm(guest_browser, code())

    assert who(guest_browser).is_guest


def test_a_code_works_once(guest_browser, code):
    join(guest_browser)
    confirm(guest_browser, code())
    again = confirm(guest_browser, code())

    assert again.status_code == 302
    assert EmailAddress.objects.count() == 1


def test_a_code_works_only_in_the_browser_that_asked_for_it(guest_browser, code):
    join(guest_browser)
    bo = Client()
    bo.post("/start/")
    confirm(bo, code())

    assert who(bo).is_guest
    assert who(guest_browser).is_guest


def test_the_password_is_kept_as_a_hash_until_the_code_is_right(guest_browser, code):
    join(guest_browser, password=PASSWORD)
    assert PASSWORD not in str(dict(guest_browser.session))

    confirm(guest_browser, code())

    assert who(guest_browser).check_password(PASSWORD)
    assert "join_password" not in guest_browser.session


def test_a_password_chosen_with_another_address_is_dropped(guest_browser, code):
    join(guest_browser, "first@example.com", PASSWORD)
    join(guest_browser, "second@example.com")
    confirm(guest_browser, code())

    assert who(guest_browser).email == "second@example.com"
    assert not who(guest_browser).has_usable_password()


def test_joining_starts_a_new_session_and_the_old_key_is_dead(guest_browser, code, settings):
    join(guest_browser, password=PASSWORD)
    old = guest_browser.session.session_key
    confirm(guest_browser, code())

    assert guest_browser.session.session_key != old
    assert guest_browser.session.get_expiry_age() == settings.SESSION_COOKIE_AGE
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get("/private/page/").status_code == 302


def test_the_screen_does_not_say_whether_an_address_has_an_account(bo):
    known, unknown = Client(), Client()
    answers = []
    for browser, email in ((known, "bo@example.com"), (unknown, "no@example.com")):
        sent = join(browser, email, PASSWORD)
        pages = browser.get(CONFIRM), confirm(browser, "BBBB-BBBB")
        texts = [comparable(page.content.decode(), email) for page in pages]
        answers.append((sent.status_code, sent["Location"], *texts))

    assert answers[0] == answers[1]
    told, coded = mail.outbox
    assert "It has one already" in told.body
    assert "http://testserver/account/login/" in told.body
    assert "It is:" in coded.body


def test_somebody_who_types_an_address_with_an_account_never_gets_in(bo, guest_browser):
    join(guest_browser, "bo@example.com", "a password of theirs")
    state = guest_browser.session["account_email_verification_code"]
    answer = confirm(guest_browser, state["code"])

    assert "has an account" in answer.content.decode()
    assert who(guest_browser).is_guest
    bo.refresh_from_db()
    assert bo.check_password(PASSWORD)


def test_of_two_guests_with_the_same_address_only_one_gets_it(guest_browser, code, rf):
    join(guest_browser)
    account("ana@example.com")
    answer = confirm(guest_browser, code())

    assert "Sign in instead" in answer.content.decode()
    assert who(guest_browser).is_guest


def test_the_row_decides_when_two_guests_prove_one_address_at_the_same_moment(db, rf):
    request = rf.post(CONFIRM)
    request.session = {}
    account("ana@example.com")
    guest = User.objects.create_guest()

    assert not become_account(request, EmailAddress(user=guest, email="ana@example.com"))

    guest.refresh_from_db()
    assert guest.is_guest


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"email": ""}, "Enter an e-mail address like name@example.com"),
        ({"email": "ana"}, "Enter an e-mail address like name@example.com"),
        ({"password": "short"}, "Password must be 10 characters or more."),
        ({"password": "1234567890"}, "Choose a password that is harder to guess."),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_created(client, db, fields, words):
    page = join(client, **fields).content.decode()

    assert words in page
    assert "<title>Error: Create an account" in page
    assert User.objects.count() == 0
    assert not mail.outbox


def test_a_long_password_of_small_letters_is_fine(guest_browser, code):
    long = "a quiet walk by the river " * 5
    join(guest_browser, password=long)
    confirm(guest_browser, code())

    assert who(guest_browser).check_password(long)


def test_somebody_with_an_account_has_no_need_to_join(ana, client):
    client.force_login(ana)

    assert client.get("/account/join/")["Location"] == "/account/"
    assert join(client, "other@example.com")["Location"] == "/account/"
    assert not mail.outbox


def test_allauths_own_sign_up_page_leads_to_ours(client, db):
    assert client.get("/account/signup/")["Location"] == "/account/join/"
    assert client.post("/account/signup/", {"email": "a@example.com"}).status_code == 302
    assert User.objects.count() == 0


def test_a_new_code_can_be_asked_for_and_the_old_one_is_dead(guest_browser, code, time_machine):
    time_machine.move_to("2026-11-20T12:00Z")
    join(guest_browser)
    first = code()
    time_machine.move_to("2026-11-20T12:01Z")
    guest_browser.post(CONFIRM, {"action": "resend"})
    assert code() != first

    confirm(guest_browser, first)
    assert who(guest_browser).is_guest
    confirm(guest_browser, code())
    assert not who(guest_browser).is_guest


def test_joining_can_lead_back_to_where_the_person_was(guest_browser, code):
    sent = guest_browser.post(
        "/account/join/?next=/private/page/", {"email": "ana@example.com", "password": ""}
    )
    answer = guest_browser.post(sent["Location"], {"code": code()})

    assert answer["Location"] == "/private/page/"


def test_a_mail_server_that_is_down_is_no_matter_to_the_page(guest_browser, settings):
    """The code waits in the outbox. The page neither waits for a server nor hears of trouble."""
    nowhere = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"host": "!"}}
    settings.MAILERS = {"default": {"BACKEND": "post.backend.Outbox"}, "carrier": nowhere}
    answer = join(guest_browser, "ana@example.com", PASSWORD)

    assert answer["Location"] == CONFIRM
    written = Mail.objects.get()
    assert written.to == "ana@example.com"
    assert re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", written.body)


def test_an_address_that_no_mail_server_takes_is_asked_again(guest_browser):
    answer = join(guest_browser, "ſam@example.com")

    assert answer.status_code == 200
    assert "Enter an e-mail address like name@example.com" in answer.content.decode()


def test_a_second_click_sends_no_second_e_mail_and_the_first_code_works(guest_browser, code):
    join(guest_browser)
    again = join(guest_browser)

    assert again.status_code == 429
    assert "Enter that one" in again.content.decode()
    assert f'href="{CONFIRM}"' in again.content.decode()
    assert len(mail.outbox) == 1
    confirm(guest_browser, code())
    assert not who(guest_browser).is_guest


def test_one_address_gets_at_most_ten_e_mails_an_hour(db, time_machine):
    time_machine.move_to("2026-11-20T12:00Z")
    for minute in range(12):
        time_machine.move_to(f"2026-11-20T12:{minute:02}Z")
        join(Client(), "victim@example.com")

    assert len(mail.outbox) == 10


def test_the_words_of_an_e_mail_are_the_same_for_everybody(guest_browser):
    guest_browser.post("/account/join/", {"email": "ana@example.com", "password": ""})

    message = mail.outbox[-1]
    assert message.subject == "Your code"
    assert message.to == ["ana@example.com"]
    assert not re.search("job|offer|second thoughts|ana", message.body, re.IGNORECASE)
