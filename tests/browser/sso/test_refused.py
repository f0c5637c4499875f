"""What a school’s sign-in refuses: unknown schools, forged answers, replays, wrong methods."""

import base64

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.management import CommandError, call_command
from django.test import Client

from tests.browser.sso.student import ADDRESS, PASSWORD, STUDENT
from tests.factories import centre

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_address_of_no_school_has_a_clear_error(client, lakeside):
    page = client.post("/account/school/", {"email": "ana@nowhere.example"}).content.decode()

    assert "We know no school sign-in for that address." in page
    assert 'value="ana@nowhere.example"' in page


@pytest.mark.parametrize(
    "path",
    [
        "oidc/x-oidc/login/",
        "oidc/x-oidc/login/callback/",
        "saml/x/login/",
        "saml/x/metadata/",
        "saml/x/acs/",
    ],
)
def test_a_school_that_is_not_there_is_not_found(client, path):
    assert client.get(f"/account/{path}").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE"])
def test_a_wrong_method(client, method):
    assert client.generic(method, "/account/school/").status_code == 405


def test_another_site_cannot_start_it():
    browser = Client(enforce_csrf_checks=True)

    assert browser.post("/account/school/", {"email": ADDRESS}).status_code == 403


def test_coming_back_without_having_left(by_oidc, client):
    """No state, no sign-in: somebody else’s answer cannot be sent to Ana’s browser."""
    answer = client.get("/account/oidc/lakeside-oidc/login/callback/?code=abc&state=guessed")

    assert b"Your school did not sign you in" in answer.content
    assert "_auth_user_id" not in client.session


class Answer:
    """What the school sends for Ana, taken on the way."""

    def __init__(self, live_server, new_context):
        page = new_context().new_page()
        page.goto(f"{live_server.url}/account/school/")
        page.get_by_label("Your school e-mail address").fill(ADDRESS)
        page.get_by_role("button", name="Go on to my school").click()
        page.get_by_label("Name").fill(STUDENT)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        self.page = page
        self.field = page.locator("input[name=SAMLResponse]")

    @property
    def xml(self) -> str:
        return base64.b64decode(self.field.input_value()).decode()

    def become(self, xml: str) -> None:
        words = base64.b64encode(xml.encode()).decode()
        self.field.evaluate("(field, words) => { field.value = words }", words)

    def send(self) -> None:
        self.page.get_by_role("button", name="Go on").click()


@pytest.mark.parametrize(
    "forged",
    [
        lambda xml: xml.replace(ADDRESS, "bo@lakeside.example"),
        lambda xml: xml.replace("7f3a-ana", "7f3a-bo"),
        lambda xml: xml[: xml.index("<ns1:Signature")] if "<ns1:Signature" in xml else "<x/>",
        lambda xml: "not XML at all",
    ],
    ids=["another address", "another subject", "cut off", "rubbish"],
)
def test_a_forged_answer_is_refused(by_saml, live_server, new_context, forged):
    answer = Answer(live_server, new_context)
    answer.become(forged(answer.xml))
    answer.send()

    assert answer.page.get_by_text("Your school did not sign you in").is_visible()
    assert not SocialAccount.objects.exists()


def test_an_answer_opens_no_second_browser(by_saml, live_server, new_context):
    """Stolen on the way, it is of no use: it belongs to the browser that asked."""
    answer = Answer(live_server, new_context)
    words, target = answer.field.input_value(), answer.page.locator("form").get_attribute("action")
    thief = new_context().new_page()
    thief.goto(f"{live_server.url}/account/login/")
    thief.set_content(
        f'<form method="post" action="{target}"><input name="SAMLResponse" value="{words}">'
        "<button>Go on</button></form>"
    )
    thief.get_by_role("button").click()

    thief.goto(f"{live_server.url}/account/")
    assert thief.get_by_role("heading", name="Sign in").is_visible()
    assert not SocialAccount.objects.exists()


def test_the_command_says_what_is_wrong(tmp_path):
    centre("lakeside")
    (tmp_path / "empty.xml").write_text("<EntityDescriptor/>")

    with pytest.raises(CommandError, match="no career center"):
        call_command("add_school_sign_in", "nowhere", oidc="https://x.example")
    with pytest.raises(CommandError, match="--client-id"):
        call_command("add_school_sign_in", "lakeside", oidc="https://x.example")
    for open_line in ("http://x.example", "x.example"):
        with pytest.raises(CommandError, match="https://"):
            call_command("add_school_sign_in", "lakeside", oidc=open_line, client_id="us")
    with pytest.raises(CommandError, match="does not say"):
        call_command("add_school_sign_in", "lakeside", saml=str(tmp_path / "empty.xml"))
