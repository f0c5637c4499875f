"""Every page of the site as Ana meets it, fetched once and then read by many tests."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, partial

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from coaching.models import Appointment, AppointmentState, Outcome
from offers.models import Case, Stage
from review.policy_kinds import KINDS
from tests import factories
from tests.desk import whole_desk
from tests.factories import accepted_offer, case_of, person
from tests.page_text import Read, read
from tests.press import pressed_once
from tests.rows import taken_back
from tests.urlconf import every_url
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

HTML = "text/html"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One answer: which page, how it was asked for, and what came."""

    name: str
    how: str
    url: str
    answer: HttpResponse

    @cached_property
    def html(self) -> str:
        return self.answer.content.decode()

    @property
    def is_html(self) -> bool:
        return self.answer.headers.get("Content-Type", "").startswith(HTML)

    @property
    def is_shown(self) -> bool:
        """A page of HTML that answers what was asked, with errors or without."""
        return self.is_html and self.answer.status_code == 200 and bool(self.html)

    @cached_property
    def read(self) -> Read:
        return read(self.html)

    def __str__(self) -> str:
        return f"{self.name} ({self.how})"


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything met on the way: the answers, the lines logged, the mail sent."""

    answers: list[Page]
    log: list[str]
    mail: list[str]

    @property
    def pages(self) -> list[Page]:
        return [page for page in self.answers if page.is_shown]


class Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s %(exc_text)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker) -> Site:
    root, lines = logging.getLogger(), Lines()
    root.addHandler(lines)
    mail.outbox = []
    try:
        with (
            django_db_blocker.unblock(),
            taken_back(),
            pressed_once(),
            time_machine.travel(MONDAY, tick=False),
        ):
            answers = list(everything())
    finally:
        root.removeHandler(lines)
    sent = [f"{one.subject}\n{one.body}\n{one.extra_headers}" for one in mail.outbox]
    return Site(answers=answers, log=lines.lines, mail=sent)


def visitor(**kwargs: bool) -> Client:
    """A browser that gets the error page when we break, instead of ending the test."""
    return Client(raise_request_exception=False, **kwargs)


def everything() -> Iterator[Page]:
    for visit in (signed_out, errors, joining, coming_back, with_phone, at_the_desk):
        with taken_back():
            yield from visit()
    for how, make_case in CASES.items():
        with taken_back():
            yield from visit_all(make_case(), how)


def closed() -> Case:
    case = anas_case(When.TOLD)
    case.closed_as, case.closed_at = "withdrawn", MONDAY
    case.save()
    return case


def second() -> Case:
    """Ana, who signs in by codes, has begun another case."""
    case = anas_case(When.WAITING)
    accepted_offer(case_of(case.owner, pages=("pause",)))
    case.owner.set_unusable_password()
    case.owner.save()
    return case


def sharing() -> Case:
    """Ana shares all five parts, was answered, and wants no appointment now."""
    case = anas_case(When.WAITING)
    whole_desk(case)
    Appointment.objects.update(state=AppointmentState.CANCELLED)
    return case


# Ana at every point of the way, at every stage, with every outcome.
CASES: dict[str, Callable[[], Case]] = {
    **{when.value: partial(anas_case, when) for when in When},
    "started, deciding": partial(anas_case, When.DECIDING, stage=Stage.STARTED),
    "started, telling": partial(anas_case, stage=Stage.STARTED),
    "started, told": partial(anas_case, When.TOLD, stage=Stage.STARTED),
    "not accepted, deciding": partial(anas_case, When.DECIDING, stage=Stage.NOT_ACCEPTED),
    "not accepted, said no": partial(anas_case, stage=Stage.NOT_ACCEPTED),
    "not accepted, said yes": partial(anas_case, stage=Stage.NOT_ACCEPTED, outcome=Outcome.KEEP),
    "not accepted, told": partial(anas_case, When.TOLD, stage=Stage.NOT_ACCEPTED),
    "not accepted, asks": partial(anas_case, stage=Stage.NOT_ACCEPTED, outcome=Outcome.ASK),
    "started, stays": partial(anas_case, stage=Stage.STARTED, outcome=Outcome.KEEP),
    "started, asks": partial(anas_case, stage=Stage.STARTED, outcome=Outcome.ASK),
    "keeps the job": partial(anas_case, outcome=Outcome.KEEP),
    "asks for more": partial(anas_case, outcome=Outcome.ASK),
    "closed": closed,
    "a second case": second,
    "shares it": sharing,
    "a guest at the start": lambda: case_of(User.objects.create_guest()),
    "past the pause": lambda: case_of(person(), pages=("pause",)),
}


# Each form is sent empty once at every stage; in the other cases it would say the same.
SENT_EMPTY = {
    When.WAITING.value,
    When.DECIDING.value,
    When.TELLING.value,
    "started, deciding",
    "started, telling",
    "not accepted, deciding",
    "not accepted, said no",
    "a guest at the start",
    "closed",
    "signed out",
    "joining",
    "coming back",
    "with a phone",
    "at the desk",
}


def visit_all(case: Case, how: str) -> Iterator[Page]:
    """Every page of this case, and each of its forms sent empty. The others need opening once."""
    browser = visitor()
    browser.force_login(case.owner)
    for name, address in addresses_of(case).items():
        if case.code in address or how in ("telling people", "a second case"):
            yield from open_and_send(browser, name, address, how)


def addresses_of(case: Case) -> dict[str, str]:
    """By name, each address once: ours for allauth's pages, too. Without what is not there yet."""
    found: dict[str, str] = {}
    for url in every_url():
        if url.is_of_staff or url.is_of_the_operator:
            continue
        with suppress(ObjectDoesNotExist):
            found.setdefault(url.of(case), url.name)
    return {name: address for address, name in found.items()}


def open_and_send(browser: Client, name: str, address: str, how: str) -> Iterator[Page]:
    page = Page(name=name, how=how, url=address, answer=browser.get(address))
    yield page
    if page.is_shown and how in SENT_EMPTY and 'method="post" novalidate' in page.html:
        with taken_back():
            answer = twin_of(browser).post(address)
            yield Page(name=name, how=f"{how}, sent empty", url=address, answer=answer)


def twin_of(browser: Client) -> Client:
    """The same session in a second browser, so that signing out there leaves the first alone."""
    twin = visitor()
    twin.cookies = deepcopy(browser.cookies)
    return twin


def signed_out() -> Iterator[Page]:
    for url in every_url():
        if not url.wants:
            yield from open_and_send(visitor(), url.name, url.of(None), "signed out")


def at_the_desk() -> Iterator[Page]:
    """Fay, who leads a career centre, opens every page of staff."""
    case = anas_case()
    browser = visitor()
    browser.force_login(whole_desk(case).user)
    for url in every_url():
        if url.is_of_staff:
            yield from open_and_send(browser, url.name, url.of(case), "at the desk")
    add = next(url for url in every_url() if url.name == "review:policy-rule-add")
    for rules in KINDS:
        yield from open_and_send(browser, add.name, add.of(case, rules=rules), "at the desk")
    rule = next(url for url in every_url() if url.name == "review:incident-step")
    yield from open_and_send(browser, rule.name, rule.of(case, step="rule"), "at the desk")


def with_phone() -> Iterator[Page]:
    """Ana signs in with a second step, and looks at everything about it."""
    ana = anas_case().owner
    ana.emailaddress_set.create(email=ana.email, verified=True, primary=True)
    secret = factories.with_phone(ana)
    RecoveryCodes.activate(ana)
    browser = visitor()
    browser.post("/account/login/", {"login": ana.email, "password": factories.PASSWORD})
    code_page = "/account/2fa/authenticate/"
    yield from open_and_send(browser, "accounts:second-step-code", code_page, "with a phone")
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    browser.post(code_page, {"code": code})
    browser.post("/account/reauthenticate/", {"password": factories.PASSWORD})
    for name in ("second-step-again", "turn-off-phone", "recovery-codes", "new-recovery-codes",
                 "recovery-codes-file"):  # fmt: skip
        address = reverse(f"accounts:{name}")
        yield from open_and_send(browser, f"accounts:{name}", address, "with a phone")
    with taken_back():
        Authenticator.objects.all().delete()
        address = reverse("accounts:set-up-phone")
        yield from open_and_send(browser, "accounts:set-up-phone", address, "with a phone")


def joining() -> Iterator[Page]:
    """Ana the guest opens an account, up to the code."""
    browser = visitor()
    browser.post("/start/", {"stage": "accepted"})
    browser.post("/account/join/", {"email": "ana@example.org"})
    yield from open_and_send(browser, "join-code", "/account/confirm-email/", "joining")


def coming_back() -> Iterator[Page]:
    """Ana signs in by a code, and has forgotten her password."""
    anas_case()
    for name, start, then in (
        ("sign-in-code", "/account/login/code/", "/account/login/code/confirm/"),
        ("forgot-code", "/account/password/reset/", "/account/password/reset/confirm/"),
    ):
        browser = visitor()
        browser.post(start, {"email": "ana@example.org"})
        yield from open_and_send(browser, name, then, "coming back")


def errors() -> Iterator[Page]:
    """What is answered when something is not as it should be."""
    browser = visitor(enforce_csrf_checks=True)
    case = anas_case()
    browser.force_login(case.owner)
    pause = f"/c/{case.code}/pause/"
    here, elsewhere = {"Origin": "http://testserver"}, {"Origin": "https://elsewhere.example"}
    typed = {"first": f"I wrote about {ANAS_WORD} for a while."}
    answers = {
        "not found": browser.get("/no-such-page/"),
        "wrong method": browser.put(pause),
        "odd host": browser.get("/", headers={"Host": "elsewhere.example"}),
        "open too long": browser.post(pause, typed, headers=here),
        "from another site": browser.post(pause, typed, headers=elsewhere),
        "signed out": visitor().post(pause, typed),
        "odd body": visitor().generic("POST", "/start/", b"a=b", "multipart/form-data"),
    }
    for how, answer in answers.items():
        yield Page(name="error", how=how, url=pause, answer=answer)
