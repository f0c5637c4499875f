"""The demo that `make run` loads: once, and never over anybody's data."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from accounts.second_step import demo_code
from centres.models import Centre, Membership
from coaching.management.commands.load_demo import ADVISER, EMAIL, LEAD, PASSWORD
from coaching.models import Sharing
from offers.models import Case
from tests.factories import case_of, person

pytestmark = pytest.mark.django_db


def test_the_demo_can_be_signed_in_to_as_it_says(client, capsys):
    call_command("load_demo")
    said = capsys.readouterr().out
    assert EMAIL in said
    assert PASSWORD in said
    page = client.post(
        reverse("account_login"), {"login": EMAIL, "password": PASSWORD}, follow=True
    )
    assert "Bluebird Analytics, accepted" in page.content.decode()
    assert "Harborlight Health is not in writing yet" in page.content.decode()


def test_it_is_loaded_once_and_touches_nobody_else():
    ana = case_of(person("ana"))
    call_command("load_demo")
    Case.objects.exclude(pk=ana.pk).update(time_zone="Asia/Tokyo")
    call_command("load_demo")
    assert Case.objects.count() == 2
    assert User.objects.count() == 4
    assert Centre.objects.count() == 1
    assert Case.objects.get(owner__email=EMAIL).time_zone == "Asia/Tokyo"
    assert Case.objects.filter(pk=ana.pk, offers=None).exists()


def test_one_tries_the_staff_side_without_a_phone(client, capsys, settings):
    settings.SHOW_DEMO_CODES = True
    call_command("load_demo")
    assert ADVISER in capsys.readouterr().out

    signed = {"login": ADVISER, "password": PASSWORD}
    page = client.post(reverse("account_login"), signed, follow=True)
    code = demo_code(User.objects.get(email=ADVISER))
    assert code in page.content.decode()
    client.post(reverse("mfa_authenticate"), {"code": code})

    assert "Maya Okafor" in client.get("/staff/").content.decode()


def test_a_second_run_leaves_what_became_of_the_centre():
    call_command("load_demo")
    Sharing.objects.all().delete()
    Membership.objects.filter(user__email=LEAD).update(name="Jo P.")
    call_command("load_demo")
    assert not Sharing.objects.exists()
    assert Membership.objects.get(user__email=LEAD).name == "Jo P."


def test_it_makes_nobody_staff_who_was_here_before():
    jo = User.objects.create_user(LEAD, "a-password-of-her-own")
    call_command("load_demo")
    assert not jo.memberships.exists()
    assert not Centre.objects.exists()
