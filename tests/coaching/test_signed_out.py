"""A session that ends while somebody types."""

from html import unescape

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.urls import reverse

from coaching.models import Reflection
from tests.coaching.ana import Ana
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db
WORDS = "Sleep on it once more. <Nobody> is angry with you."


@pytest.fixture
def ana(client):
    ana = Ana(client)
    owner = ana.case.owner
    EmailAddress.objects.create(user=owner, email=owner.email, verified=True, primary=True)
    Session.objects.all().delete()
    return ana


def sign_in(ana, to):
    email = ana.case.owner.email
    return ana.client.post(
        reverse("account_login"), {"login": email, "password": PASSWORD, "next": to}, follow=True
    )


def test_what_ana_typed_survives_signing_in_again(ana):
    page = ana.saves("question", "friend", friend=WORDS)
    assert page.status_code == 403
    assert WORDS in unescape(page.content.decode())
    assert not Reflection.objects.exists()

    page = sign_in(ana, ana.url("question", "friend"))
    assert "We kept what you typed" in page.content.decode()
    assert WORDS in unescape(page.content.decode())
    assert not Reflection.objects.exists()

    ana.saves("question", "friend", friend=WORDS)
    assert Reflection.objects.get().friend == WORDS


def test_a_button_without_a_page_leads_back_to_her_steps(ana):
    page = ana.client.post(ana.url("close-open"), {"token": "6b2e1c9e-0a52-4d0c-9d7b-1f2f3a4b5c6d"})
    html = page.content.decode()
    assert page.status_code == 403
    assert f"?next={reverse('coaching:cases')}" in html
    assert "6b2e1c9e" not in html
