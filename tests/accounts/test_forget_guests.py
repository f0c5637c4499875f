from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from offers.models import Case

from .conftest import case_of, who


@pytest.fixture
def forget(capsys):
    def run(*options: str) -> str:
        call_command("forget_guests", *options)
        return capsys.readouterr().out.strip()

    return run


def long_gone(days: int = 31) -> User:
    came = timezone.now() - timedelta(days=days)
    guest = User.objects.create_guest()
    User.objects.filter(pk=guest.pk).update(joined_at=came)
    case_of(guest)
    return guest


def test_a_guest_who_left_a_month_ago_is_forgotten_with_their_case(db, forget):
    long_gone()

    assert forget() == "1 guest forgotten."
    assert User.objects.count() == Case.objects.count() == 0


def test_a_dry_run_only_counts(db, forget):
    long_gone()
    long_gone()

    assert forget("--dry-run") == "2 guests would be forgotten."
    assert User.objects.count() == 2


def test_a_newer_guest_stays_and_the_limit_can_be_chosen(db, forget):
    guest = long_gone(days=20)

    assert forget() == "0 guests forgotten."
    assert forget("--older-than-days", "10") == "1 guest forgotten."
    assert not User.objects.filter(pk=guest.pk).exists()


def test_a_guest_whose_browser_can_still_open_the_case_stays(db, forget):
    browser = Client()
    browser.post("/start/")
    User.objects.update(joined_at=timezone.now() - timedelta(days=60))

    assert forget() == "0 guests forgotten."
    assert who(browser).is_guest


def test_a_guest_whose_session_has_run_out_is_forgotten(db, forget, time_machine):
    Client().post("/start/")
    time_machine.move_to(timezone.now() + timedelta(days=31))

    assert forget() == "1 guest forgotten."


def test_an_account_is_never_forgotten(ana, forget):
    User.objects.update(joined_at=timezone.now() - timedelta(days=900))

    assert forget() == "0 guests forgotten."
    assert User.objects.get() == ana
