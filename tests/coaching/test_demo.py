"""The demo that `make run` loads: once, and never over anybody's data."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from coaching.management.commands.load_demo import EMAIL, PASSWORD
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
    assert Case.objects.count() == User.objects.count() == 2
    assert Case.objects.get(owner__email=EMAIL).time_zone == "Asia/Tokyo"
    assert Case.objects.filter(pk=ana.pk, offers=None).exists()
