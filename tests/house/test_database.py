"""What the database promises, asked of the connection itself."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db
is_sqlite = connection.vendor == "sqlite"


def ask(question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])


@pytest.mark.skipif(not is_sqlite, reason="SQLite’s own promises")
@pytest.mark.parametrize(
    ("pragma", "promised"),
    [
        ("journal_mode", "wal"),  # readers never wait for a writer
        ("synchronous", "2"),  # FULL: a saved answer survives a power cut
        ("foreign_keys", "1"),
        ("secure_delete", "1"),  # what is erased is overwritten
        ("busy_timeout", "10000"),
    ],
)
def test_sqlite_keeps_what_it_is_given(pragma, promised):
    assert ask(f"PRAGMA {pragma}") == promised


@pytest.mark.skipif(is_sqlite, reason="PostgreSQL’s own promises")
@pytest.mark.parametrize(
    ("setting", "promised"), [("statement_timeout", "5s"), ("lock_timeout", "3s")]
)
def test_postgresql_gives_up_early(setting, promised):
    assert ask(f"SHOW {setting}") == promised


@pytest.mark.skipif(is_sqlite, reason="PostgreSQL’s own promises")
def test_a_dropped_network_is_noticed_within_seconds():
    told = connection.connection.info.get_parameters()
    assert told["connect_timeout"] == "3"
    assert told["tcp_user_timeout"] == "5000"
    assert told["keepalives_idle"] == "5"


def test_a_connection_stays_open_and_is_checked_before_use():
    assert connection.settings_dict["CONN_MAX_AGE"] is None
    assert connection.settings_dict["CONN_HEALTH_CHECKS"] is True
