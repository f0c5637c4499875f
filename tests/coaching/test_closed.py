"""A closed case can be read; it changes only once Ana opens it again."""

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from coaching.weigh.questions import QUESTIONS
from tests.factories import case_of, person
from tests.rows import all_rows
from tests.urlconf import Url, case_urls
from tests.whole_case import MONDAY, When, anas_case

pytestmark = pytest.mark.django_db
# Erasing keeps nothing and changes nothing else, so no closed case stands in its way.
STILL_OPEN = (
    "coaching:close",
    "coaching:close-open",
    "coaching:close-delete",
    "coaching:clauses-erase",
    "coaching:calendar-end",
    "coaching:helper-end",
    "coaching:helper-read",
    # What is shared with a school is stopped at any time, and a talk called off.
    "coaching:share-stop",
    "coaching:appointment-cancel",
    "coaching:messages-read",
    "coaching:reading-seen",
    # What comes after a decision is about now, and leaves what was decided as it is.
    "coaching:after",
    "coaching:check-in",
    "coaching:next-offer",
    "coaching:next-offer-lines",
    "coaching:keep-in-touch",
)


def sends(url: Url) -> bool:
    view = url.view.view_class
    return "post" in view.http_method_names and hasattr(view, "post")


@pytest.fixture
def closed():
    with time_machine.travel(MONDAY, tick=False):
        case = anas_case(When.TOLD)
        case.closed_as, case.closed_at = "withdrawn", MONDAY
        case.save()
        yield case


@pytest.fixture
def ana(closed):
    browser = Client()
    browser.force_login(closed.owner)
    return browser


SENDING = [url for url in case_urls() if sends(url) and url.name not in STILL_OPEN]


def test_nothing_of_a_closed_case_is_changed(ana, closed):
    kept = all_rows()
    for url in SENDING:
        answer = ana.post(url.of(closed), {"version": "1", "words": "A new line for the letter"})
        assert answer.status_code == 302, url.name
        assert all_rows() == kept, url.name


def test_what_she_typed_is_there_once_the_case_is_open_again(ana, closed):
    page = f"/c/{closed.code}/questions/goals/"
    answer = ana.post(page, {"version": "0", "goals": "To work near the sea"})
    assert answer.url == f"/c/{closed.code}/close/"
    assert "Your case is closed. Open it again to change it." in ana.get(answer.url).text

    ana.post(f"/c/{closed.code}/close/open/")
    assert "To work near the sea" in ana.get(page).text


def test_each_page_keeps_what_was_typed_on_it(ana, closed):
    pages = {f"/c/{closed.code}/questions/{one.name}/": one.fields[-1] for one in QUESTIONS}
    words = {page: f"What I typed as {field}" for page, field in pages.items()}
    for page, field in pages.items():
        ana.post(page, {"version": "0", field: words[page]})
    for _ in range(2):  # looking at a page while the case is closed loses nothing
        for page in pages:
            assert words[page] in ana.get(page).text, page
    ana.post(f"/c/{closed.code}/close/open/")
    for page in pages:
        text = ana.get(page).text
        assert words[page] in text
        assert "Read it through, then save." in text


def test_what_was_not_kept_is_not_said_to_be(ana, closed):
    page = f"/c/{closed.code}/questions/goals/"
    ana.post(page, {"version": "0", "goals": "Far too long. " * 4000})
    text = ana.get(f"/c/{closed.code}/").text
    assert "too long for us to keep" in text
    assert "We kept what you typed" not in text

    ana.post(f"/c/{closed.code}/tell/our-order/")
    text = ana.get(f"/c/{closed.code}/").text
    assert "Your case is closed. Open it again to change it." in text
    assert "We kept what you typed" not in text


def test_she_can_read_it_and_take_her_letter_along(ana, closed):
    for name in ("", "offers/", "decide/done/", "tell/", "why/result/"):
        assert ana.get(f"/c/{closed.code}/{name}").status_code == 200


def test_a_guest_reads_until_when_a_closed_case_is_kept(client):
    guest = User.objects.create_guest()
    for owner, is_told in ((guest, True), (person("ana"), False)):
        client.force_login(owner)
        case = case_of(owner, pages=("pause",), closed_as="honored", closed_at=MONDAY)
        page = client.get(f"/c/{case.code}/").text
        assert "Your case is closed" in page
        assert ("this browser keeps it until" in page) == is_told
