"""An app of its own to measure: production's settings, an SQLite file on disk, people with cases.

A benchmark never meets anybody's data. `world()` is used by the measuring process; the processes it
starts get `World.environment` and import the app as it is served.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Someone:
    """A guest with a case past its pause: the key of their session, and the case's code."""

    session: str
    case: str

    def at(self, page: str) -> str:
        return f"/c/{self.case}/{page}"


@dataclass(frozen=True, kw_only=True)
class World:
    environment: dict[str, str]
    people: tuple[Someone, ...]


@contextmanager
def world(people: int = 1) -> Iterator[World]:
    """A fresh database with this many people in it, for as long as the block runs."""
    (ROOT / "var").mkdir(exist_ok=True)
    # In var, not in /tmp: that may be memory, where keeping an answer safe costs nothing.
    with TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as folder:
        environment = os.environ | {
            "SECRET_KEY": "only-for-benchmarks-" + "x" * 40,
            "PLAIN_HTTP": "1",
            "DEBUG": "0",
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        run("deploy.prepare", environment)
        made = json.loads(run("benchmarks.world", environment, str(people)))
        yield World(environment=environment, people=tuple(Someone(**one) for one in made))


def run(module: str, environment: dict[str, str], *arguments: str) -> str:
    """What `python -m module` prints, run in this environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, text=True, stdout=subprocess.PIPE
    ).stdout


def _settle_in(count: int) -> list[dict[str, str]]:
    from django.conf import settings
    from django.test import Client

    from accounts.models import User
    from tests.factories import case_of

    people = []
    for _ in range(count):
        client, guest = Client(), User.objects.create_guest()
        client.force_login(guest)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        people.append({"session": session, "case": case_of(guest, pages=("pause",)).code})
    return people


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(_settle_in(int(sys.argv[1]))))
