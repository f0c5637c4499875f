"""The log tells an operator what broke, and nobody what a person typed."""

import logging

import pytest
from django.test import Client

from post.tasks import deliver_due

pytestmark = pytest.mark.django_db
SECRET = "dana-reyes"


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def test_an_address_that_is_not_there_stands_in_no_log(visitor, caplog):
    with caplog.at_level(logging.DEBUG):
        assert visitor.get(f"/{SECRET}/").status_code == 404
    assert SECRET not in caplog.text


def test_a_host_that_is_not_ours_stands_in_no_log(visitor, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = visitor.get("/start/", headers={"Host": f"{SECRET}.example"})
    assert answer.status_code == 400
    assert SECRET not in caplog.text


def test_what_breaks_is_still_told(visitor, caplog, monkeypatch):
    def broken(*args: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr("coaching.views.start.guidance_for", broken)
    assert visitor.get("/start/").status_code == 500
    assert "a bug of ours" in caplog.text


def test_a_clock_that_ticks_is_no_news_but_a_task_that_fails_is(caplog, monkeypatch, settings):
    """`make run` prints the codes to sign in to the same window: ticks would bury them."""
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    with caplog.at_level(logging.DEBUG):
        deliver_due.enqueue()
        assert caplog.text == ""
        monkeypatch.setattr("post.deliver.deliver_due", lambda: 1 / 0)
        deliver_due.enqueue()
    assert "path=post.tasks.deliver_due state=FAILED" in caplog.text


def test_the_worker_prints_trouble_only():
    """`ox_worker` turns its log up to INFO where nobody has set it."""
    worker = logging.getLogger("django_ox")
    assert worker.level == logging.WARNING
    assert worker.handlers


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"/h/{SECRET}/offers/", "coaching:helper-part"),
        (f"/calendar/{SECRET}.ics", "coaching:calendar"),
        (f"/staff/invitation/{SECRET}/", "review:invitation"),
    ],
)
def test_an_address_that_opens_something_stands_in_no_log(caplog, address, page):
    """A helper whose browser keeps no cookie is refused before anything is looked up."""
    visitor = Client(enforce_csrf_checks=True)
    with caplog.at_level(logging.DEBUG):
        assert visitor.post(address, {"words": "x"}).status_code in (403, 405)
    assert SECRET not in caplog.text
    assert page in caplog.text
