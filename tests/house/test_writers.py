"""SQLite lets one writer in at a time; the threads of this process stand in line."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from accounts.models import User
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
