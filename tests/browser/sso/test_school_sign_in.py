"""Ana signs in through her school, in a real browser, at a real identity provider."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from playwright.sync_api import expect

from accounts.models import User
from centres.models import Enrolment, JoinedHow, Membership
from offers.models import Case
from tests.browser.sso.student import ADDRESS, PASSWORD, STUDENT
from tests.factories import PASSWORD as OWN
from tests.factories import person

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in_at_school(page, live_server, address=ADDRESS):
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_role("link", name="Sign in through my school").click()
    page.get_by_label("Your school e-mail address").fill(address)
    page.get_by_role("button", name="Go on to my school").click()
    page.get_by_label("Name").fill(STUDENT)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture(params=["by_oidc", "by_saml"])
def a_school(request):
    return request.getfixturevalue(request.param), request.param


def go_on(page, how):
    if how == "by_saml":
        page.get_by_role("button", name="Go on").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_guest_signs_in_at_school_and_keeps_her_case(
    a_school, live_server, new_context, javascript
):
    page = new_context(java_script_enabled=javascript).new_page()
    reports = []
    page.on("console", lambda line: reports.append(line.text))
    page.goto(f"{live_server.url}/start/")
    page.get_by_text("I said yes, but have not started").click()
    page.get_by_role("button", name="Continue").click()
    guests = Case.objects.get()

    sign_in_at_school(page, live_server)
    go_on(page, a_school[1])

    expect(page.get_by_text("Your case from this browser is now in your account")).to_be_visible()
    ana = User.objects.get(email=ADDRESS)
    assert Case.objects.get().pk == guests.pk
    assert Case.objects.get().owner == ana
    assert Enrolment.objects.get(user=ana).how == JoinedHow.SSO
    assert EmailAddress.objects.get(user=ana).verified
    assert not Membership.objects.exists()
    assert [line for line in reports if "Content Security Policy" in line] == []


def test_she_comes_back_as_herself(a_school, live_server, new_context):
    for _ in range(2):
        page = new_context().new_page()
        sign_in_at_school(page, live_server)
        go_on(page, a_school[1])
        expect(page.get_by_role("link", name="Account")).to_be_visible()

    assert User.objects.count() == SocialAccount.objects.count() == Enrolment.objects.count() == 1


def test_an_account_with_that_address_is_never_taken_over(a_school, live_server, new_context):
    """Safety rule 22: the same address is not the same person."""
    ana = person("ana")
    ana.email = ADDRESS
    ana.save()
    EmailAddress.objects.create(user=ana, email=ADDRESS, verified=True, primary=True)
    page = new_context().new_page()

    sign_in_at_school(page, live_server)
    go_on(page, a_school[1])

    expect(page.get_by_text("There is an account with your school address already")).to_be_visible()
    assert not SocialAccount.objects.exists()


def test_who_is_signed_in_connects_the_two(a_school, live_server, new_context):
    ana = person("ana")
    EmailAddress.objects.create(user=ana, email=ana.email, verified=True, primary=True)
    page = new_context().new_page()
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("E-mail address").fill(ana.email)
    page.get_by_label("Password").fill(OWN)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{live_server.url}/account/school/")
    page.get_by_label("Your school e-mail address").fill(ADDRESS)
    page.get_by_role("button", name="Go on to my school").click()
    page.get_by_label("Name").fill(STUDENT)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    go_on(page, a_school[1])
    page.get_by_label("Password").fill(OWN)  # asked again, since it opens a second way in
    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_text("You can sign in through your school from now on.")).to_be_visible()
    assert SocialAccount.objects.get().user == ana
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"


def test_an_address_that_is_not_the_schools_is_not_believed(
    a_school, lakeside, live_server, new_context
):
    page = new_context().new_page()
    lakeside.domains.update(domain="hilltop.example")

    sign_in_at_school(page, live_server, "ana@hilltop.example")
    go_on(page, a_school[1])

    expect(page.get_by_role("heading", level=1)).to_have_text("Your school did not sign you in")
    assert not User.objects.exists()
