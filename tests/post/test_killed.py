"""A worker may be killed at the two worst moments. Nothing is lost; what is doubled is known."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

TIMES = 100


def url(copy: Path) -> str:
    """A database for another process: of SQLite a copy, so that no kill spoils ours."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        return f"sqlite:///{copy}"
    where = quote(database["HOST"], safe="/")
    return f"postgres://{database['USER']}@/{where}/{database['NAME']}"


def killed(where: str, log) -> Counter:
    """How often the server took each mail, by Message-ID, after `TIMES` workers were killed."""
    command = [sys.executable, "-m", "tests.post.mortal", where, str(TIMES), str(log)]
    database = url(log.with_suffix(".sqlite3"))
    environment = os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Counter(log.read_text().split())


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_it_speaks_to_the_server_loses_and_doubles_nothing(tmp_path, capsys):
    taken = killed("before", tmp_path / "log")
    twice = sum(count > 1 for count in taken.values())

    with capsys.disabled():
        print(f"\nkilled between claim and send: {len(taken)} of {TIMES} sent, {twice} twice")
    assert len(taken) == TIMES
    assert twice == 0


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_it_marks_doubles_each_mail_once_under_one_name(tmp_path, capsys):
    """SMTP cannot be asked what it took. So: none lost, never more than two, one Message-ID."""
    taken = killed("after", tmp_path / "log")
    twice = sum(count > 1 for count in taken.values())

    with capsys.disabled():
        print(f"\nkilled between send and mark: {len(taken)} of {TIMES} sent, {twice} twice")
    assert len(taken) == TIMES
    assert set(taken.values()) == {2}
