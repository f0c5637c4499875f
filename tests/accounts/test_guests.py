from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.guests import adopt
from accounts.models import User
from offers.models import Case

from .conftest import case_of, who

DAY = timedelta(days=1)


def test_the_first_thing_saved_signs_a_visitor_in_as_a_guest(client, db):
    client.post("/start/")

    guest = who(client)
    assert guest.is_guest
    assert not guest.has_usable_password()
    assert Case.objects.get().owner == guest


def test_looking_around_makes_nobody_a_guest(client, db):
    client.get("/start/")

    assert User.objects.count() == 0
    assert "sessionid" not in client.cookies


def test_a_guest_stays_the_same_person_from_page_to_page(guest_browser):
    guest_browser.post("/start/")

    assert User.objects.count() == 1
    assert Case.objects.filter(owner=who(guest_browser)).count() == 2


def test_a_guest_keeps_their_case_for_seven_days_after_the_last_save(guest_browser, time_machine):
    began = timezone.now()
    time_machine.move_to(began + 6 * DAY)
    guest_browser.post("/private/page/")
    time_machine.move_to(began + 12 * DAY)
    assert guest_browser.get("/private/page/").status_code == 200

    time_machine.move_to(began + 14 * DAY)
    assert guest_browser.get("/private/page/").status_code == 302


def test_saving_again_within_the_hour_leaves_the_session_alone(guest_browser, time_machine):
    before = guest_browser.session["_session_expiry"]
    guest_browser.post("/private/page/")
    assert guest_browser.session["_session_expiry"] == before

    time_machine.move_to(timezone.now() + timedelta(hours=2))
    guest_browser.post("/private/page/")
    assert guest_browser.session["_session_expiry"] > before


def test_an_account_is_given_everything_the_guest_had(ana):
    guest = User.objects.create_guest()
    case = case_of(guest)

    assert adopt(guest, ana)

    case.refresh_from_db()
    assert case.owner == ana
    assert not User.objects.filter(pk=guest.pk).exists()


def test_of_two_accounts_that_claim_one_guest_only_the_first_gets_the_case(ana, bo):
    guest = User.objects.create_guest()
    case = case_of(guest)
    same_guest_seen_by_bo = User.objects.get(pk=guest.pk)

    assert adopt(guest, ana)
    assert not adopt(same_guest_seen_by_bo, bo)

    case.refresh_from_db()
    assert case.owner == ana


@pytest.mark.django_db(transaction=True)
def test_fifty_times_two_accounts_claim_at_once_and_one_of_them_gets_the_case():
    ana, bo = (User.objects.create_user(f"{name}@example.com") for name in ("ana", "bo"))
    for _ in range(50):
        guest = User.objects.create_guest()
        case = case_of(guest)

        won = claim_at_once(guest, ana, bo)

        assert sorted(won) == [False, True]
        assert Case.objects.get(pk=case.pk).owner == (ana if won[0] else bo)


def claim_at_once(guest: User, *users: User) -> list[bool]:
    ready = Barrier(len(users))

    def claim(user: User) -> bool:
        ready.wait()
        try:
            return adopt(guest, user)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(users)) as people:
        return list(people.map(claim, users))


def test_a_guest_who_has_become_an_account_cannot_be_claimed(ana, bo):
    case = case_of(ana)
    as_a_guest_before = User(pk=ana.pk)

    assert not adopt(as_a_guest_before, bo)

    case.refresh_from_db()
    assert case.owner == ana


def test_a_guest_never_claims_themselves(db):
    guest = User.objects.create_guest()

    assert not adopt(guest, guest)
    assert User.objects.filter(pk=guest.pk, is_active=True).exists()


def test_the_account_page_tells_a_guest_until_when_their_case_is_kept(guest_browser, time_machine):
    time_machine.move_to("2026-11-20T12:00Z")
    guest_browser.post("/private/page/")

    page = guest_browser.get("/account/").content.decode()

    assert "You have no account yet" in page
    assert "Friday, November 27" in page
    assert "/account/join/" in page


def test_one_mailbox_owns_one_account_however_it_is_written(ana):
    assert User.objects.create_user("Zoe@Example.COM").email == "zoe@example.com"


def test_a_person_in_a_log_line_is_a_number(ana):
    assert str(ana) == f"account {ana.pk}"
    assert str(User(pk=7)) == "guest 7"


def test_a_stranger_is_sent_to_sign_in(db):
    response = Client().get("/private/page/")

    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/private/page/"
