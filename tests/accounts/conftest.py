import re
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from offers.models import Case

PASSWORD = "four words in a row"


@pytest.fixture(autouse=True)
def _stand_ins(settings):
    settings.ROOT_URLCONF = "tests.accounts.urls"


@pytest.fixture
def ana(db) -> User:
    """Somebody with an account and a proved e-mail address."""
    return account("ana@example.com")


@pytest.fixture
def bo(db) -> User:
    """A stranger with an account of his own."""
    return account("bo@example.com")


@pytest.fixture
def guest_browser(db) -> Client:
    """A browser in which somebody began a case without an account."""
    browser = Client()
    browser.post("/start/")
    return browser


@pytest.fixture
def code() -> Callable[[], str]:
    """The one-time code in the newest e-mail."""
    return lambda: re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", mail.outbox[-1].body).group()


def account(email: str, password: str | None = PASSWORD) -> User:
    user = User.objects.create_user(email, password)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def who(browser: Client) -> User | None:
    """The person this browser is signed in as."""
    return User.objects.filter(pk=browser.session.get("_auth_user_id")).first()


def case_of(user: User) -> Case:
    return Case.objects.create(owner=user, stage="accepted")


def comparable(page: str, email: str) -> str:
    """A page without what differs from one browser to the next."""
    return re.sub(r'value="\w{64}"', "", page).replace(email, "THE ADDRESS")
