"""One page open twice, the back button, a double click: nothing typed is lost, nothing undone."""

from copy import deepcopy
from html import escape
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from coaching.views.page import PageView
from offers.models import Stage
from tests.page_text import read
from tests.rows import all_rows
from tests.urlconf import Url, case_urls, every_url
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db


def is_page(url: Url) -> bool:
    """A page that is saved over: those that only ever add, no tab can be behind of."""
    return getattr(getattr(url.view, "view_class", None), "keep", None) is PageView.keep


def allowed(url: Url) -> list[str]:
    """The methods that this address answers, in small letters."""
    view = url.view.view_class
    return [name for name in view.http_method_names if hasattr(view, name)]


PAGES = [url for url in every_url() if is_page(url)]
SENDING = [url for url in case_urls() if "post" in allowed(url)]
ON_THE_WAY = (
    (When.TELLING, Stage.ACCEPTED),
    (When.DECIDING, Stage.ACCEPTED),
    (When.WAITING, Stage.ACCEPTED),
    (When.TELLING, Stage.STARTED),
    (When.WAITING, Stage.NOT_ACCEPTED),
)

# Where one answer asks for more, or must be a number: two sets of answers, each good by itself.
OTHER_ANSWERS = {
    "coaching:answer-time": (
        {"made_on": "2025-11-20", "wanted_by": "2025-12-05"},
        {"made_on": "2025-11-20", "wanted_by": "2025-12-06"},
    ),
    "coaching:date": (
        {"when": "other", "day": "2025-12-03", "clock": "09:30"},
        {"when": "other", "day": "2025-12-03", "clock": "10:30"},
    ),
    "coaching:leaving-cost": ({"fees": "1,500"}, {"fees": "2,500"}),
    "coaching:pay-more": ({"moving": "2,500"}, {"moving": "3,500"}),
    "coaching:pay": ({"base": "70,000"}, {"base": "71,000"}),
    "coaching:rates": ({"rate_EUR": "1.1"}, {"rate_EUR": "1.2"}),
    "coaching:timing": (
        {"comes": "on", "expected_on": "2025-12-15", "good_days": "5"},
        {"comes": "on", "expected_on": "2025-12-16", "good_days": "6"},
    ),
    "coaching:next-offer": ({"ticked": []}, {"ticked": ["1"]}),
    "coaching:keep-in-touch": (
        {"after": "yes", "touch": "never"},
        {"after": "no", "touch": "never"},
    ),
    "coaching:helper": ({"name": "Mo"}, {"name": "Jo"}),
    "coaching:reminders": ({"kinds": "date"}, {"kinds": "telling"}),
    "coaching:handover": ({"what_1": "The rota"}, {"what_1": "The stock list"}),
    "coaching:share": (
        {"whom": "team", "earlier": "along", "programme": "Near the sea"},
        {"whom": "team", "earlier": "along", "programme": "Near the hills"},
    ),
    "coaching:tell-correct": (
        {"what": "spoke", "said": "Near the sea"},
        {"what": "spoke", "said": "Near the hills"},
    ),
    "coaching:start-clock": ({"answer_wanted": "today"}, {"answer_wanted": "no"}),
}


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def _no_press(monkeypatch):
    monkeypatch.setattr("coaching.views.letter_files.to_pdf", lambda sheet: b"%PDF-1.7 new")


class Opened:
    """A page opened by Ana, at the first time on her way when it is open to her."""

    def __init__(self, url: Url) -> None:
        for when, stage in ON_THE_WAY:
            self.case = anas_case(when, stage=stage)
            self.browser = Client()
            self.browser.force_login(self.case.owner)
            self.url = url.of(self.case)
            page = self.browser.get(self.url)
            if page.status_code in (200, 405):
                break
            self.case.owner.delete()
        assert page.status_code in (200, 405), f"{url.name} never opens"
        self.page = read(page.content.decode())
        self.answers = self.page.posted
        self.answers.pop("csrfmiddlewaretoken", None)

    def send(self, answers: dict) -> object:
        return self.browser.post(self.url, answers)

    def two_ways(self, url: Url) -> tuple[dict, dict]:
        """What two tabs would send, each with an answer of its own."""
        first, second = OTHER_ANSWERS.get(url.name) or self._two_changes()
        return self.answers | first, self.answers | second

    def _two_changes(self) -> tuple[dict, dict]:
        texts = [one for one in self.page.fields if one.kind in ("text", "textarea")]
        if texts:
            return {texts[-1].name: "Near the sea"}, {texts[-1].name: "Near the hills"}
        radios = [one for one in self.page.fields if one.kind == "radio"]
        others = [one.value for one in radios if one.name == radios[0].name and not one.is_sent]
        return {radios[0].name: others[0]}, {radios[0].name: others[1]}


@pytest.fixture
def opened():
    return Opened


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_the_second_of_two_tabs_gets_both_answers(opened, url):
    page = opened(url)
    first, second = page.two_ways(url)
    assert page.send(first).status_code == 302
    kept = all_rows()

    answer = page.send(second)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert all_rows() == kept
    assert "This page was saved in another tab" in html
    for text in (*changed(page, first), *changed(page, second)):
        assert escape(text) in html, text


def changed(page: Opened, answers: dict) -> list[str]:
    """The words typed anew; a choice is shown by its label, so it is left out here."""
    typed = [value for name, value in answers.items() if page.answers.get(name) != value]
    return [text for text in typed if isinstance(text, str) and " " in text]


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_what_came_back_can_be_saved_over_the_other(opened, url):
    page = opened(url)
    first, second = page.two_ways(url)
    page.send(first)
    again = read(page.send(second).content.decode()).posted
    assert page.send(again).status_code == 302
    kept = all_rows()

    now = read(page.browser.get(page.url).content.decode()).posted
    assert now["version"] > again["version"]
    assert page.send(again).status_code == 302, "what is stored is what was sent"
    assert all_rows() == kept


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_the_same_answers_twice_are_harmless(opened, url):
    page = opened(url)
    first, _ = page.two_ways(url)
    assert page.send(first).status_code == 302
    kept = all_rows()

    assert page.send(first).status_code == 302
    assert all_rows() == kept


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_the_back_button_undoes_nothing_in_silence(opened, url):
    """The page as it was before, from the browser’s memory, sent again."""
    page = opened(url)
    first, _ = page.two_ways(url)
    page.send(first)
    kept = all_rows()

    answer = page.send(page.answers)
    refused = "There is a problem" in answer.content.decode()
    assert answer.status_code == 409 or refused
    assert all_rows() == kept


@pytest.mark.parametrize("url", PAGES, ids=lambda url: url.name)
def test_a_tampered_version_saves_nothing(opened, url):
    page = opened(url)
    first, _ = page.two_ways(url)
    before = all_rows()

    for version in ("-1", "1e9", "99999999999999999999", "٣", "x", "\x00", "1.0"):
        assert page.send(first | {"version": version}).status_code in (409, 200), version
    assert all_rows() == before


@pytest.mark.parametrize("url", SENDING, ids=lambda url: url.name)
def test_a_double_click_makes_one_thing(opened, url):
    page = opened(url)
    answers = {"token": str(uuid4())} | page.answers | typed_in(url, page)
    assert page.send(deepcopy(answers)).status_code in (302, 200)
    kept = all_rows()

    page.send(answers)
    assert all_rows() == kept


def typed_in(url: Url, page: Opened) -> dict:
    """What a person adds before they press the button."""
    return {
        "coaching:close-delete": {"code": page.case.code},
        "coaching:close": {"why": "later"},
        "coaching:tell-log": {"what": "spoke", "day": "2025-12-01", "clock": "09:30"},
        "coaching:decide-writing": {"what": "go-on"},
    }.get(url.name, {})


def test_a_double_click_at_the_start_begins_one_case(client):
    for _ in range(2):
        client.post("/start/", {"stage": "accepted"})
    rows = all_rows()
    assert len(rows["offers.Case"]) == len(rows["accounts.User"]) == 1
