"""Who runs the installation opens centres, by a command or on a few pages of Django’s admin."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from centres.models import Centre, EmailDomain, Invitation, Membership
from coaching.models import AppointmentState, Meeting
from post.models import Mail
from tests.desk import browser_of, whole_desk
from tests.factories import (
    PASSWORD,
    account,
    adviser,
    case_of,
    centre,
    lead,
    person,
    shared,
    with_phone,
)
from tests.house.test_every_page import BLOCKED
from tests.urlconf import every_url
from tests.whole_case import anas_case

pytestmark = pytest.mark.django_db
LAKESIDE = ("Lakeside Career Center", "--lead", "Fay@Example.org")


@pytest.fixture
def olga() -> User:
    """Who runs the installation, with a phone."""
    olga = User.objects.create_superuser("olga@example.org", PASSWORD)
    with_phone(olga)
    return olga


def pages() -> list[str]:
    """Every page of the operator, about what the whole desk has."""
    case = anas_case()
    whole_desk(case)
    urls = [url for url in every_url() if url.is_of_the_operator and url.name != "operator:login"]
    return [url.of(case) for url in urls]


def words(answer) -> str:
    return answer.content.decode()


# The command


def test_the_command_opens_a_centre_and_its_lead_gets_in(capsys):
    call_command("create_centre", *LAKESIDE, "--domain", "Lakeside.edu", "--domain", "b.edu")

    said = capsys.readouterr().out
    lakeside, row = Centre.objects.get(), Invitation.objects.get()
    assert lakeside.slug == "lakeside-career-center"
    assert lakeside.join_code in said
    assert f"/staff/invitation/{row.token}/" in said
    assert f"SITE_URL, which is {settings.SITE_URL} now" in said
    assert Mail.objects.get().to == row.email == "fay@example.org"
    assert [str(one) for one in lakeside.domains.all()] == ["b.edu", "lakeside.edu"]

    fay = account("fay")
    browser_of(fay).post(f"/staff/invitation/{row.token}/")
    assert Membership.objects.get(user=fay).is_lead


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((*LAKESIDE, "--slug", "taken"), "“taken” is taken"),
        ((*LAKESIDE, "--domain", "taken.edu"), "A career center has this domain already"),
        ((*LAKESIDE, "--domain", "not a domain"), "Type a domain, such as school.edu"),
        (("Lakeside", "--lead", "fay"), "e-mail"),
        (("L" * 121, "--lead", "fay@example.org"), "120"),
    ],
)
def test_what_cannot_be_opened_is_said_and_nothing_is_left_behind(wrong, said):
    centre("taken").domains.create(domain="taken.edu")
    with pytest.raises(CommandError, match=said):
        call_command("create_centre", *wrong)
    assert Centre.objects.count() == 1
    assert not Invitation.objects.exists()


# The pages


def test_every_page_opens_for_olga_and_nothing_on_it_breaks_the_content_policy(olga):
    addresses, browser = pages(), browser_of(olga)
    shown = {address: browser.get(address) for address in addresses}

    refused = {address for address, answer in shown.items() if answer.status_code != 200}
    assert refused == {"/operator/centres/membership/add/"}
    for address, answer in shown.items():
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        if answer.headers["Content-Type"].startswith("text/html"):
            found = [re.search(what, words(answer), re.IGNORECASE) for what in BLOCKED.values()]
            assert not any(found), f"{address}: {found}"


def test_for_anybody_else_there_is_nothing():
    addresses = pages()
    staff_of_django = person("bo")
    User.objects.filter(pk=staff_of_django.pk).update(is_staff=True)
    fay = Membership.objects.get(role="lead").user
    for user in (staff_of_django, fay, User.objects.create_guest()):
        browser = browser_of(user)
        for address in addresses:
            assert browser.get(address).status_code == 404, address
            assert browser.post(address, {"end": "on"}).status_code == 404, address
    for address in addresses:
        assert re.match(r"/(operator|account)/login/\?next=", Client().get(address).url), address
    assert Client().get("/operator/login/?next=/operator/").url.startswith("/account/login/?next=")
    assert not Membership.objects.exclude(ended_at=None).exists()


def test_a_superuser_needs_a_second_step(olga):
    Authenticator.objects.all().delete()
    answer = browser_of(olga).get("/operator/")
    assert answer.url.startswith("/account/2fa/totp/activate/")


def test_olga_opens_a_centre_with_a_domain_and_invites_its_lead(olga):
    browser = browser_of(olga)
    asked = {"name": "Hilltop", "slug": "hilltop", "time_zone": "America/Chicago"}
    browser.post("/operator/centres/centre/add/", asked | {"join_code": "abcdefgh"})
    hilltop = Centre.objects.get()
    browser.post("/operator/centres/emaildomain/add/", {"centre": hilltop.pk, "domain": "hill.edu"})
    lead_of_it = {"centre": hilltop.pk, "email": "dev@example.org", "name": "Dev", "role": "lead"}
    answer = browser.post("/operator/centres/invitation/add/", lead_of_it, follow=True)

    assert answer.status_code == 200
    row = Invitation.objects.get()
    assert (row.centre, row.role, row.invited_by) == (hilltop, "lead", None)
    assert Mail.objects.get().to == "dev@example.org"
    page = f"/operator/centres/invitation/{row.pk}/change/"
    assert row.token in words(browser.get(page))
    browser.post(page, {"end": "on"})
    row.refresh_from_db()
    assert row.withdrawn_at is not None
    assert not Mail.objects.exists()

    domain = EmailDomain.objects.get()
    browser.post(f"/operator/centres/emaildomain/{domain.pk}/delete/", {"post": "yes"})
    assert not EmailDomain.objects.exists()


def test_olga_ends_a_membership_and_changes_nothing_else_of_it(olga):
    lakeside = centre()
    cleo, fay = adviser(lakeside), lead(lakeside, "fay")
    browser = browser_of(olga)

    page = f"/operator/centres/membership/{cleo.pk}/change/"
    browser.post(page, {"role": "lead", "name": "X"})
    cleo.refresh_from_db()
    assert (cleo.role, cleo.name, cleo.ended_at) == ("adviser", "Cleo Byrne", None)

    browser.post(page, {"end": "on"})
    cleo.refresh_from_db()
    assert cleo.ended_at is not None
    assert browser_of(cleo.user).get("/staff/").status_code == 404

    answer = browser.post(f"/operator/centres/membership/{fay.pk}/change/", {"end": "on"})
    assert "Nobody else leads this center" in words(answer)
    fay.refresh_from_db()
    assert fay.ended_at is None


def test_who_waited_for_that_member_hears_of_it(olga):
    cleo = adviser(centre())
    ana = account("ana")
    agreed = shared(case_of(ana), cleo).appointments.create(
        state=AppointmentState.AGREED,
        how=Meeting.CALL,
        asked_at=timezone.now(),
        agreed_for=timezone.now() + timedelta(days=1),
        member=cleo,
    )

    page = f"/operator/centres/membership/{cleo.pk}/change/"
    browser_of(olga).post(page, {"end": "on"})

    agreed.refresh_from_db()
    assert agreed.state == AppointmentState.CANCELLED
    keys = Mail.objects.filter(to=ana.email).values_list("key", flat=True)
    assert f"adviser-left:{agreed.sharing_id}" in keys
