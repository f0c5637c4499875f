"""SQLite lets one writer in at a time; the threads of this process stand in line."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.test import Client

from accounts.models import User
from config.sqlite3 import base
from config.sqlite3.base import pen
from tests.factories import case_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite’s own line of writers"),
]


def test_only_a_writer_holds_the_pen():
    assert not pen.locked()
    with transaction.atomic():
        assert pen.locked()
    assert not pen.locked()


def test_a_writer_who_fails_passes_it_on():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        1 / 0  # noqa: B018
    assert not pen.locked()


def test_a_writer_whose_connection_is_lost_passes_it_on():
    with transaction.atomic():
        connection.close()
    assert not pen.locked()


def test_many_write_at_once_and_nothing_is_lost():
    guest = User.objects.create_guest()

    def write(_: int) -> None:
        try:
            with transaction.atomic():
                case_of(guest)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(40)))
    assert guest.cases.count() == 40
    assert not pen.locked()


@pytest.fixture
def long_writer():
    """Another process that writes for long; ours is told so after a moment."""
    cache.get("")  # a connection, before its patience can be cut short
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    name = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(name, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    connection.close()


def test_a_writer_who_gets_no_turn_in_time_hears_so(monkeypatch):
    monkeypatch.setattr(base, "LONGEST_WAIT", 0.05)
    with pen, pytest.raises(OperationalError), transaction.atomic():
        pass
    assert not pen.locked()
    with transaction.atomic():
        assert pen.locked()


def test_a_writer_kept_out_by_another_process_passes_it_on(long_writer):
    with pytest.raises(OperationalError), transaction.atomic():
        pass
    assert not pen.locked()


def test_waiting_for_both_ends_within_fifteen_seconds():
    assert base.LONGEST_WAIT + connection.settings_dict["OPTIONS"]["timeout"] <= 15


def test_a_limit_that_cannot_be_read_is_no_limit_that_is_reached(long_writer):
    with pytest.raises(OperationalError):
        cache.add("limit", 1)
    bo = Client(raise_request_exception=False)
    answer = bo.post("/account/login/", {"login": "bo@example.org", "password": "a guess"})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"


def test_a_key_that_is_there_is_not_added_twice():
    assert cache.add("limit", 1)
    assert not cache.add("limit", 2)
    assert cache.get("limit") == 1
