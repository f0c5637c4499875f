"""Every address × everybody who may knock × every method: one table of answers, none left out.

The addresses come from the URLconf, their kinds from TABLE in test_every_url. A new address is
swept here as soon as it has its kind.
"""

from collections.abc import Callable
from copy import deepcopy
from enum import StrEnum

import pytest
import time_machine
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from centres.models import Membership
from coaching.models import Sharing
from offers.models import Case
from tests.desk import browser_of, whole_desk
from tests.factories import adviser, case_of, centre
from tests.house.test_every_url import (
    ALLOWED,
    GATE,
    LEAD,
    METHODS,
    OF_ONES_OWN,
    OPERATOR,
    OWNER,
    PUBLIC,
    SCHOOL,
    SECRET,
    SIGNED_IN,
    STAFF,
    TABLE,
    guest,
)
from tests.rows import taken_back
from tests.urlconf import Url, every_url
from tests.whole_case import ANAS_WORD, MONDAY, anas_case

pytestmark = pytest.mark.django_db


class Role(StrEnum):
    STRANGER = "nobody signed in"
    GUEST = "a guest"
    OWNER = "whose case it is"
    ADVISER = "the adviser whom she named"
    COLLEAGUE = "an adviser of the same centre"
    LEAD = "who leads the centre"
    ELSEWHERE = "who leads another centre"
    FORMER = "an adviser who has left"


class Answer(StrEnum):
    OPEN = "opens, or says why not yet"
    NOTHING = "nothing is there"
    SIGN_IN = "asks who it is"
    REFUSED = "not by this method"


OPEN, NOTHING, SIGN_IN, REFUSED = Answer
HERE = {Role.ADVISER, Role.COLLEAGUE, Role.LEAD}

# Who reads a case, by how it is shared.
ALONE, TEAM, LEFT, ENDED = "with one adviser", "with the team", "with who has left", "no more"
READERS = {ALONE: {Role.ADVISER}, TEAM: HERE, LEFT: set(), ENDED: set()}

# Whom each kind of address lets in. Everybody else finds nothing, and a stranger may sign in.
DESK, OF_CENTRE, OF_CASE = "the desk", "a thing of the centre", "a case"
ANYBODY = set(Role)
LETS_IN = {
    PUBLIC: ANYBODY,
    SECRET: ANYBODY,
    SIGNED_IN: ANYBODY - {Role.STRANGER},
    OF_ONES_OWN: ANYBODY - {Role.STRANGER},
    OWNER: {Role.OWNER},
    OPERATOR: set(),
    SCHOOL: set(),
    (STAFF, DESK): HERE | {Role.ELSEWHERE},
    (STAFF, OF_CENTRE): HERE,
    (LEAD, DESK): {Role.LEAD, Role.ELSEWHERE},
    (LEAD, OF_CENTRE): {Role.LEAD},
}
# Parts of an address that name nothing of one centre.
EVERY_CENTRE_HAS = {"wording", "rules", "step"}
KIND = {name: key for key, names in TABLE.items() for name in names.split()}


def lets_in(url: Url, how: str) -> set[Role]:
    who, _ = KIND[url.name]
    if who not in (STAFF, LEAD):
        return LETS_IN[who]
    if "shared" in url.wants:
        return READERS[how] & LETS_IN[who, OF_CENTRE]
    return LETS_IN[who, OF_CENTRE if set(url.wants) - EVERY_CENTRE_HAS else DESK]


def expected(url: Url, role: Role, method: str, how: str) -> Answer:
    if KIND[url.name][0] == SCHOOL:
        return NOTHING  # no school has a sign-in of its own here: tests/browser/sso has
    if role not in lets_in(url, how):
        return SIGN_IN if role is Role.STRANGER else NOTHING
    return OPEN if method in ALLOWED[KIND[url.name][1]] else REFUSED


def seen(answer: HttpResponse, method: str) -> Answer:
    to = answer.headers.get("Location", "")
    if to.startswith(("/account/login/?", "/operator/login/?")) or (
        answer.status_code == 403 and method == "POST"
    ):
        return SIGN_IN
    by_status = {404: NOTHING, 405: REFUSED}
    return by_status.get(answer.status_code, OPEN if answer.status_code < 500 else NOTHING)


def is_as_good(url: Url, wanted: Answer, method: str, answer: HttpResponse) -> bool:
    """Where an answer says no more, and lets nobody further, than the one of the table."""
    found, who = seen(answer, method), KIND[url.name][0]
    return (
        # A gate shuts before the method is looked at; and a page need not say what it knows.
        (wanted is REFUSED and answer.status_code == GATE)
        or (method == "OPTIONS" and wanted is OPEN and found is REFUSED)
        # The method alone is refused, before anything is looked for.
        or (wanted is NOTHING and found is REFUSED)
        or (wanted is NOTHING and method == "OPTIONS" and found is OPEN)
        # A POST without a word names nothing; and not everybody has such a thing of their own.
        or (wanted is OPEN and found is NOTHING and (method == "POST" or who == OF_ONES_OWN))
        or (wanted is REFUSED and found is NOTHING and who == OF_ONES_OWN)
        # An open address may lead on to the page where one signs in.
        or (wanted is OPEN and found is SIGN_IN and who == PUBLIC)
    )


# Who is who


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def case() -> Case:
    return anas_case()


@pytest.fixture
def fay(case) -> Membership:
    return whole_desk(case)


@pytest.fixture
def staff(fay) -> dict[Role, Membership]:
    """Each of them has a case of their own, too, since some pages are about the newest one."""
    lakeside = fay.centre
    left = adviser(lakeside, "gus")
    Membership.objects.filter(pk=left.pk).update(ended_at=timezone.now())
    staff = {
        Role.ADVISER: adviser(lakeside, "hal"),
        Role.COLLEAGUE: adviser(lakeside, "ivy"),
        Role.LEAD: fay,
        Role.ELSEWHERE: adviser(centre("hilltop"), "dev", "lead"),
        Role.FORMER: left,
    }
    for member in staff.values():
        case_of(member.user)
    return staff


@pytest.fixture
def knock(case, staff) -> Callable[[Role], Client]:
    def browser(role: Role) -> Client:
        if role is Role.STRANGER:
            return Client()
        if role is Role.GUEST:
            return guest()
        return browser_of(case.owner if role is Role.OWNER else staff[role].user)

    return browser


def share_again(case: Case, staff: dict[Role, Membership], how: str) -> None:
    """The one sharing of the desk, given another reader."""
    Sharing.objects.current().filter(case=case).update(
        adviser=staff[Role.FORMER if how == LEFT else Role.ADVISER],
        team_may_read=how == TEAM,
        ended_at=timezone.now() if how == ENDED else None,
    )


def twin_of(browser: Client) -> Client:
    """The same session in a fresh browser: what one request ends, the next one still has."""
    twin = Client(raise_request_exception=False)
    twin.cookies = deepcopy(browser.cookies)
    return twin


def wrong_answers(urls: list[Url], case: Case, role: Role, browser: Client, how: str) -> list[str]:
    wrong = []
    for url in urls:
        address = url.of(case)
        for method in METHODS:
            with taken_back():
                answer = twin_of(browser).generic(method, address)
                body = answer.getvalue()  # to its end: a file is let go of then
            wanted, found = expected(url, role, method, how), seen(answer, method)
            if found is not wanted and not is_as_good(url, wanted, method, answer):
                wrong.append(f"{method} {url.name}: {answer.status_code}, not “{wanted}”")
            if wanted in (NOTHING, SIGN_IN) and ANAS_WORD.encode() in body:
                wrong.append(f"{method} {url.name} tells of her")
    return wrong


# The sweep


def test_every_kind_is_in_the_table():
    assert {who for who, _ in TABLE} <= {*LETS_IN, STAFF, LEAD}
    assert {url.name for url in every_url()} == set(KIND)


def test_what_is_for_leads_alone_says_so_in_its_view():
    for url in every_url():
        says_so = getattr(getattr(url.view, "view_class", None), "leads_only", False)
        assert says_so == (KIND[url.name][0] == LEAD), url.name


@pytest.mark.parametrize("role", Role)
def test_everybody_gets_the_answer_of_the_table(case, staff, knock, role):
    share_again(case, staff, ALONE)
    wrong = wrong_answers(every_url(), case, role, knock(role), ALONE)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("how", [TEAM, LEFT, ENDED])
def test_a_case_opens_to_whom_it_is_shared_with_and_nobody_else(case, staff, knock, how):
    share_again(case, staff, how)
    of_case = [url for url in every_url() if "shared" in url.wants]
    for role in (*HERE, Role.ELSEWHERE, Role.FORMER, Role.OWNER):
        assert wrong_answers(of_case, case, role, knock(role), how) == [], role


def test_what_is_refused_changes_nothing(case, staff, knock):
    """Nothing was taken back here: no row of any table is another one than before."""
    share_again(case, staff, ALONE)
    browsers = {role: knock(role) for role in (Role.COLLEAGUE, Role.ELSEWHERE, Role.FORMER)}
    before = every_row()
    for role, browser in browsers.items():
        for url in every_url():
            if role not in lets_in(url, ALONE):
                for method in ("POST", "PUT", "DELETE"):
                    browser.generic(method, url.of(case))
    assert every_row() == before


def every_row() -> dict[str, list]:
    ours = ("accounts", "centres", "offers", "coaching", "review", "post")
    models = [model for app in ours for model in apps.get_app_config(app).get_models()]
    return {one._meta.label: list(one._base_manager.order_by("pk").values()) for one in models}
