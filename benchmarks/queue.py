"""Q1: the staff queue with a million shared cases, against ten thousand; first and deep page.

Whole pages, in process, warm, on both engines: `python -m benchmarks.queue 10000 100000 1000000`
prints every size. Q2, that each plan shows the index alone, is tests/review/test_plans.py.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from benchmarks import turns
from benchmarks.row import Rows, row
from benchmarks.visitor import Visitor
from benchmarks.world import ROOT, run
from tests.pg import postgresql

SMALL, LARGE = 10_000, 1_000_000
ENGINES = ("SQLite", "PostgreSQL")
PAGES = ("first", "deep")
ROUNDS = 10
REQUESTS = 10


def measure() -> Rows:
    took = took_by_size([SMALL, LARGE])
    return {
        f"Q1 {engine}": row(
            max(took[engine, LARGE, page] / took[engine, SMALL, page] for page in PAGES), 1.25, 1.1
        )
        for engine in ENGINES
    }


def took_by_size(sizes: list[int]) -> dict[tuple[str, int, str], float]:
    """The seconds of a page, by engine, number of cases and how deep it lies."""
    found = {}
    for engine in ENGINES:
        with ExitStack() as stack:
            worlds = {size: stack.enter_context(_world(engine, size)) for size in sizes}
            variants = {
                f"{size} {page}": [world.url, world.session, world.place]
                for size, world in worlds.items()
                for page in PAGES
            }
            taken = turns.take_turns(
                "benchmarks.queue", variants, environment_of(""), rounds=ROUNDS
            )
        for name, seconds in taken.items():
            size, page = name.split()
            found[engine, int(size), page] = turns.fastest_tenth(seconds)
    return found


@dataclass(frozen=True, kw_only=True)
class World:
    """A database of shared cases: where it is, the session of one adviser, a place deep down."""

    url: str
    session: str
    place: str


def environment_of(url: str) -> dict[str, str]:
    return os.environ | {
        "SECRET_KEY": "only-for-benchmarks-" + "x" * 40,
        "PLAIN_HTTP": "1",
        "DEBUG": "0",
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


@contextmanager
def _world(engine: str, size: int) -> Iterator[World]:
    (ROOT / "var").mkdir(exist_ok=True)
    with ExitStack() as stack:
        if engine == "SQLite":
            folder = stack.enter_context(TemporaryDirectory(prefix="bench-", dir=ROOT / "var"))
            url = f"sqlite:///{folder}/queue.sqlite3"
        else:
            url = stack.enter_context(postgresql())
        run("deploy.prepare", environment_of(url))
        session, place = run("benchmarks.queue", environment_of(url), "fill", str(size)).split()
        yield World(url=url, session=session, place=place)


def _fill(size: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from coaching.models.sharing import IN_ORDER
    from review.keyset import as_text
    from review.queue import of_team, place_of
    from tests import conftest  # noqa: F401 – staff sign in as a whole, with their second step
    from tests.factories import adviser, centre, person
    from tests.review.many import share_many

    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1" if is_sqlite else "SET statement_timeout = 0")
    lakeside = centre()
    team = [adviser(lakeside, name) for name in ("cleo", "eli", "gus", "hal")]
    share_many(size, person(), team, timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if is_sqlite else "VACUUM ANALYZE")
    rows = of_team(team[0])
    deep = rows.order_by(*IN_ORDER)[rows.count() * 3 // 4]
    client = Client()
    client.force_login(team[0].user)
    print(client.cookies[settings.SESSION_COOKIE_NAME].value, as_text(place_of(deep)))


def _serve(page: str, url: str, session: str, place: str) -> None:
    os.environ["DATABASE_URL"] = url
    from config.wsgi import application

    visitor = Visitor(application, session)
    query = f"after={place}" if page == "deep" else ""

    def request() -> float:
        answer = visitor.get("/staff/", query)
        assert answer.status == 200
        assert answer.body.count(b"<tr>") == 51
        return answer.seconds

    turns.serve_turns(lambda: [request() for _ in range(REQUESTS)])


def _table(sizes: list[int]) -> str:
    took = took_by_size(sizes)
    lines = [
        f"{'engine':10}  {'page':5}  " + "  ".join(f"{size:>12,}" for size in sizes) + "  ratio"
    ]
    for engine in ENGINES:
        for page in PAGES:
            times = [took[engine, size, page] for size in sizes]
            cells = "  ".join(f"{1000 * one:9.2f} ms" for one in times)
            lines.append(f"{engine:10}  {page:5}  {cells}  {times[-1] / times[0]:.2f}")
    return "\n".join(lines)


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            print(measure())
        case ["fill", size]:
            _fill(int(size))
        case [variant, url, session, place] if " " in variant:
            _serve(variant.split()[1], url, session, place)
        case sizes:
            print(_table([int(size) for size in sizes]))
